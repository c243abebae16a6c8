// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/http.h"

#include "core/async.h"
#include "net/httperrors.h"
#include "net/httpjob.h"
#include "net/httppolicy.h"
#include "net/httptime.h"
#include "net/trust.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTimer>

#include <algorithm>
#include <array>
#include <map>

namespace chatelaine {

namespace {

using std::chrono::milliseconds;

constexpr size_t longestQueue = 10'000;
constexpr milliseconds idleConnectionLife{1'000}; // so that no credential stays in a buffer
constexpr milliseconds unreadableRetryAfter{30'000};

/** What `send` was asked for, until its answer. */
struct Exchange
{
    quint64 id = 0;
    std::shared_ptr<HttpRequest> request;
    Answer<HttpAnswer> answer;
    int attempts = 0;
    HttpJob *job = nullptr;       ///< while an attempt is under way
    std::unique_ptr<QTimer> rest; ///< between two attempts
    QMetaObject::Connection cancellation;

    ~Exchange()
    {
        QObject::disconnect(cancellation);
        if (request && request->secretBody)
            wipe(request->body);
    }
};
using ExchangePtr = std::shared_ptr<Exchange>;

bool asksForPatience(int status)
{
    static constexpr std::array statuses = {429, 502, 503, 504};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

bool isWorthRepeating(const Outcome<HttpAnswer> &outcome)
{
    return outcome ? asksForPatience(outcome->status) : outcome.error().kind == ErrorKind::Network;
}

} // namespace

class HttpQueue::Private
{
public:
    Private(HttpQueue *queue, QUrl url, TrustSettings settings, RetryPolicy policy,
            const Clock *time, Random *chance)
        : q(queue)
        , baseUrl(std::move(url))
        , trust(std::move(settings))
        , retry(policy)
        , clock(time)
        , random(chance)
    {
        for (QTimer *timer : {&turn, &pause, &idle})
            timer->setSingleShot(true);
        pause.setTimerType(Qt::PreciseTimer); // others may end 5 % before the vendor's time
        QObject::connect(&turn, &QTimer::timeout, q, [this] { startNext(); });
        QObject::connect(&pause, &QTimer::timeout, q, [this] { endPause(); });
        QObject::connect(&idle, &QTimer::timeout, q, [this] { dropConnections(); });
    }

    FutureOutcome<HttpAnswer> accept(HttpRequest request, const CancellationPtr &cancellation);
    void closeAll();

private:
    std::optional<Error> objection(const HttpRequest &request);
    void startNext();
    HttpJob *jobFor(const Exchange &exchange);
    void attemptEnded(const ExchangePtr &exchange, const Outcome<HttpAnswer> &outcome);
    std::optional<milliseconds> askedWait(const Outcome<HttpAnswer> &outcome) const;
    void repeatLater(const ExchangePtr &exchange, bool queuePaused);
    milliseconds backoff(int attempts);
    void pauseFor(milliseconds wait);
    void endPause();
    void cancel(const ExchangePtr &exchange);
    void finish(const ExchangePtr &exchange, Outcome<HttpAnswer> outcome);
    void enqueue(const ExchangePtr &exchange);
    QNetworkAccessManager *sharedManager();
    void dropConnections();

    HttpQueue *const q;
    const QUrl baseUrl;
    const TrustSettings trust;
    const RetryPolicy retry;
    const Clock *const clock;
    Random *const random;

    std::optional<QSslConfiguration> tls; ///< made when it is first needed
    std::unique_ptr<QNetworkAccessManager> manager;
    std::map<quint64, ExchangePtr> open; ///< all without an answer
    // By id, so that what is repeated comes before what was asked for later.
    std::map<quint64, ExchangePtr> interactive;
    std::map<quint64, ExchangePtr> background;
    int running = 0;
    quint64 lastId = 0;
    bool closing = false;
    QTimer turn;  ///< one start per turn of the event loop
    QTimer pause; ///< active: the vendor asked to wait
    QTimer idle;
};

FutureOutcome<HttpAnswer> HttpQueue::Private::accept(HttpRequest request,
                                                     const CancellationPtr &cancellation)
{
    if (closing || (cancellation && cancellation->requested()))
        return readyOutcome<HttpAnswer>(HttpErrors::cancelled());
    if (auto error = objection(request))
        return readyOutcome<HttpAnswer>(*std::move(error));

    const auto exchange = std::make_shared<Exchange>();
    exchange->id = ++lastId;
    exchange->request = std::make_shared<HttpRequest>(std::move(request));
    if (cancellation) {
        const std::weak_ptr<Exchange> weak = exchange;
        exchange->cancellation =
            QObject::connect(cancellation.get(), &Cancellation::cancelled, q, [this, weak] {
                if (const ExchangePtr cancelled = weak.lock())
                    cancel(cancelled);
            });
    }
    open.emplace(exchange->id, exchange);
    enqueue(exchange);
    return exchange->answer.future();
}

std::optional<Error> HttpQueue::Private::objection(const HttpRequest &request)
{
    if (auto refused = refusal(request, baseUrl))
        return refused;
    if (open.size() >= longestQueue)
        return HttpErrors::queueFull();
    if (!tls) {
        Outcome<QSslConfiguration> made = tlsConfiguration(trust);
        if (!made)
            return made.error();
        tls = std::move(made).value();
    }
    return std::nullopt;
}

void HttpQueue::Private::enqueue(const ExchangePtr &exchange)
{
    (exchange->request->background ? background : interactive).emplace(exchange->id, exchange);
    turn.start(0);
}

void HttpQueue::Private::startNext()
{
    auto &lane = interactive.empty() ? background : interactive;
    if (lane.empty() || running >= retry.parallel || pause.isActive())
        return;
    const ExchangePtr exchange = lane.begin()->second;
    lane.erase(lane.begin());

    ++running;
    ++exchange->attempts;
    exchange->job = jobFor(*exchange);
    QObject::connect(
        exchange->job, &HttpJob::finished, q,
        [this, exchange](const Outcome<HttpAnswer> &outcome) { attemptEnded(exchange, outcome); });
    exchange->job->start();
    turn.start(0);
}

HttpJob *HttpQueue::Private::jobFor(const Exchange &exchange)
{
    // A connection of its own for a write, so that an idle one that the server has just closed
    // raises no doubt; for a secret, so that its buffers go at once; with a pin, because Qt says
    // only once per connection whose certificate it saw.
    const HttpRequest &request = *exchange.request;
    const bool shared = !request.write && !request.carriesSecret && trust.pin.isEmpty();
    return new HttpJob({.id = exchange.id,
                        .request = exchange.request,
                        .tls = *tls,
                        .pin = trust.pin,
                        .clock = clock},
                       shared ? sharedManager() : nullptr, q);
}

void HttpQueue::Private::attemptEnded(const ExchangePtr &exchange,
                                      const Outcome<HttpAnswer> &outcome)
{
    std::exchange(exchange->job, nullptr)->deleteLater();
    --running;
    idle.start(idleConnectionLife);
    turn.start(0);

    const std::optional<milliseconds> wait = askedWait(outcome);
    const bool bearable = wait && *wait <= retry.longestWait;
    if (bearable)
        pauseFor(*wait);
    const HttpRequest &request = *exchange->request;
    const bool untimed = outcome && outcome->status == 429 && !wait;
    const bool repeatable = !request.write && !request.sink && isWorthRepeating(outcome) &&
                            (request.repeatsUntimed429 || !untimed);
    if (repeatable && wait && !bearable && !request.longWaitIsAnswer) {
        const auto until = Timestamp::fromMillis(clock->now().millis() + wait->count());
        Error error = HttpErrors::waitTooLong(baseUrl.host(), until);
        error.httpStatus = outcome->status;
        finish(exchange, std::move(error));
    } else if (repeatable && (!wait || bearable) && exchange->attempts < retry.attempts) {
        repeatLater(exchange, bearable);
    } else {
        finish(exchange, outcome);
    }
}

std::optional<milliseconds> HttpQueue::Private::askedWait(const Outcome<HttpAnswer> &outcome) const
{
    if (!outcome || (outcome->status != 429 && outcome->status != 503))
        return std::nullopt;
    const QByteArray header = outcome->header("retry-after");
    if (header.isEmpty())
        return std::nullopt;
    const Timestamp reference = outcome->serverTime.value_or(outcome->receivedAt);
    const auto wait = parseRetryAfter(header, reference);
    return wait.value_or(std::min(unreadableRetryAfter, retry.longestWait));
}

void HttpQueue::Private::repeatLater(const ExchangePtr &exchange, bool queuePaused)
{
    if (queuePaused) {
        enqueue(exchange);
        return;
    }
    exchange->rest = std::make_unique<QTimer>();
    exchange->rest->setSingleShot(true);
    QObject::connect(exchange->rest.get(), &QTimer::timeout, q, [this, id = exchange->id] {
        if (const auto found = open.find(id); found != open.end())
            enqueue(found->second);
    });
    exchange->rest->start(backoff(exchange->attempts));
}

milliseconds HttpQueue::Private::backoff(int attempts)
{
    // Doubling, the upper half of each step being left to chance so that clients do not march in
    // step.
    constexpr int mostDoublings = 16;
    const auto doubled = static_cast<double>(retry.firstWait.count()) *
                         static_cast<double>(1 << std::min(attempts - 1, mostDoublings));
    const auto bounded = std::min(doubled, static_cast<double>(retry.longestWait.count()));
    return milliseconds(static_cast<qint64>(bounded * (0.5 + random->fraction() / 2)));
}

void HttpQueue::Private::pauseFor(milliseconds wait)
{
    const milliseconds left = pause.isActive() ? pause.remainingTimeAsDuration() : milliseconds{0};
    const milliseconds longer = std::max(wait, retry.firstWait); // a "0" would be no pause at all
    if (longer <= left)
        return;
    pause.start(longer);
    emit q->throttled(Timestamp::fromMillis(clock->now().millis() + longer.count()));
}

void HttpQueue::Private::endPause()
{
    turn.start(0);
    emit q->unthrottled();
}

void HttpQueue::Private::cancel(const ExchangePtr &exchange)
{
    if (exchange->job)
        exchange->job->cancel();
    else
        finish(exchange, HttpErrors::cancelled());
}

void HttpQueue::Private::finish(const ExchangePtr &exchange, Outcome<HttpAnswer> outcome)
{
    interactive.erase(exchange->id);
    background.erase(exchange->id);
    open.erase(exchange->id);
    exchange->rest.reset();
    QObject::disconnect(exchange->cancellation);
    exchange->answer.give(std::move(outcome)); // last: continuations run inside
}

void HttpQueue::Private::closeAll()
{
    closing = true;
    while (!open.empty())
        cancel(ExchangePtr(open.begin()->second));
}

QNetworkAccessManager *HttpQueue::Private::sharedManager()
{
    if (!manager) {
        manager = std::make_unique<QNetworkAccessManager>();
        if (isLoopback(baseUrl))
            manager->setProxy(QNetworkProxy::NoProxy);
    }
    return manager.get();
}

void HttpQueue::Private::dropConnections()
{
    if (running == 0)
        manager.reset();
}

HttpQueue::HttpQueue(QUrl baseUrl, TrustSettings trust, RetryPolicy retry, const Clock *clock,
                     Random *random, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(baseUrl), std::move(trust), retry, clock, random))
{}

HttpQueue::~HttpQueue()
{
    d->closeAll();
}

FutureOutcome<HttpAnswer> HttpQueue::send(HttpRequest request, CancellationPtr cancellation)
{
    return d->accept(std::move(request), cancellation);
}

} // namespace chatelaine
