// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/exchanger.h"

#include "core/whenready.h"
#include "net/certificatelook.h"
#include "providers/secretfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype largeAnswer = 256 * 1024;
constexpr qsizetype mostNotices = 10;
const QString authFormFact = u"auth_form"_s;
const QString switchedOffPrefix = u"off."_s;

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == u"http"_s ? 80 : 443);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

Error withoutUsableId()
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = ProviderClient::tr("Nothing was sent: the vendor's id of this thing is a "
                                       "secret itself, and is not kept here.");
    error.next = ProviderClient::tr("Do this on the vendor's own pages.");
    return error;
}

} // namespace

struct Exchanger::Sending
{
    Call call;
    Answer<VendorAnswerPtr> answer;
    AuthProfile profile;
    bool fallback = false;
    VendorAnswerPtr firstAnswer; ///< when this is the second try
    QStringList slotIds;
    QMap<QString, SharedSecret> secrets;
};

Exchanger::Exchanger(std::shared_ptr<const Definition> definition, const Connection &connection,
                     AccountFactsPtr facts, CredentialSupplier *credentials, const Clock *clock,
                     Random *random, QObject *parent)
    : QObject(parent)
    , m_definition(std::move(definition))
    , m_trust(connection.trust)
    , m_credentials(credentials)
    , m_clock(clock)
    , m_facts(std::move(facts))
{
    const QUrl entered =
        connection.baseUrl.isEmpty() ? QUrl(m_definition->connection.baseUrl) : connection.baseUrl;
    const Outcome<QUrl> normalized = normalizedBaseUrl(*m_definition, entered);
    if (normalized)
        m_baseUrl = normalized.value();
    else
        m_baseUrlProblem = normalized.error();
    m_queue = new HttpQueue(m_baseUrl, connection.trust, connection.retry, clock, random, this);
    connect(m_queue, &HttpQueue::throttled, this, &Exchanger::throttled);
    connect(m_queue, &HttpQueue::unthrottled, this, &Exchanger::unthrottled);
}

FutureOutcome<ServerCertificate> Exchanger::serverCertificate(const CancellationPtr &cancellation)
{
    if (m_baseUrlProblem)
        return readyOutcome<ServerCertificate>(*m_baseUrlProblem);
    return lookAtCertificate(m_baseUrl, m_trust, this, cancellation);
}

void Exchanger::setFact(const QString &name, const QString &value)
{
    if (fact(name) == value)
        return;
    m_facts->known.insert(name, value);
    m_facts->found.insert(name, value);
    emit factFound(name, value);
}

bool Exchanger::isSwitchedOff(const QString &capability) const
{
    return !capability.isEmpty() && !fact(switchedOffPrefix + capability).isEmpty();
}

void Exchanger::switchOff(const QString &capability)
{
    if (!capability.isEmpty())
        setFact(switchedOffPrefix + capability, u"1"_s);
}

void Exchanger::forgetSwitches()
{
    m_facts->fallbackFailed = false;
    const QStringList names = m_facts->known.keys();
    for (const QString &name : names) {
        if (name.startsWith(switchedOffPrefix))
            setFact(name, QString());
    }
}

QStringList Exchanger::takeNotices()
{
    return std::exchange(m_notices, {});
}

FutureOutcome<VendorAnswerPtr> Exchanger::exchange(Call call)
{
    if (m_baseUrlProblem)
        return readyOutcome<VendorAnswerPtr>(*m_baseUrlProblem);
    auto sending = std::make_shared<Sending>();
    sending->call = std::move(call);
    if (sending->call.use) {
        sending->profile = sending->call.use->first;
        sending->secrets.insert(u"secret"_s, sending->call.use->second);
    } else if (!sending->call.request.auth.isEmpty()) {
        sending->profile = m_definition->connection.auth.value(sending->call.request.auth);
        sending->slotIds = sending->profile.slotIds();
    }
    sending->fallback = fact(authFormFact) == u"fallback"_s && !sending->profile.fallback.isEmpty();
    const auto future = sending->answer.future();
    fetchCredentials(sending);
    return future;
}

void Exchanger::fetchCredentials(const SendingPtr &sending)
{
    if (sending->slotIds.isEmpty()) {
        send(sending);
        return;
    }
    const QString slot = sending->slotIds.takeFirst();
    whenDone(m_credentials->credential(slot), this,
             [this, sending, slot](const Outcome<SharedSecret> &secret) {
                 if (!secret) {
                     Error error = secret.error();
                     if (error.kind == ErrorKind::NotFound) {
                         error.kind = ErrorKind::Unauthorized;
                         const SlotTemplate *known = m_definition->slotTemplate(slot);
                         error.message = ProviderClient::tr("This account has no credential: %1.")
                                             .arg(known ? known->info.label : slot);
                     }
                     sending->answer.give(error);
                     return;
                 }
                 if (const auto refused = refusal(slot, *secret.value())) {
                     sending->answer.give(*refused);
                     return;
                 }
                 sending->secrets.insert(slot, secret.value());
                 fetchCredentials(sending);
             });
}

std::optional<Error> Exchanger::refusal(const QString &slot, const Secret &secret) const
{
    const SlotTemplate *known = m_definition->slotTemplate(slot);
    if (!known)
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    QString text = QString::fromUtf8(secret.borrowed());
    for (const SlotRefusal &rule : known->refusals) {
        if (rule.pattern.match(text).hasMatch())
            error.message = rule.message;
    }
    const bool fits = known->info.pattern.isEmpty() || known->pattern.match(text).hasMatch();
    const bool printable = std::all_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    wipe(text);
    if (error.message.isEmpty() && (!fits || !printable || secret.size() == 0))
        error.message = ProviderClient::tr("This does not look like a credential for \"%1\". "
                                           "Nothing was sent.")
                            .arg(known->info.label);
    if (error.message.isEmpty())
        return std::nullopt;
    error.next = known->info.help;
    return error;
}

Outcome<HttpRequest> Exchanger::build(const Sending &sending) const
{
    Call call = sending.call;
    addSlotFacts(sending, &call.values);
    for (const QJsonValue &value : std::as_const(call.values)) {
        if (standIns::isId(value.toString()))
            return withoutUsableId();
    }
    const Outcome<Address> address = addressOf(m_baseUrl, call);
    if (!address)
        return address.error();
    HttpRequest request;
    request.method = call.request.method;
    request.url = address->url;
    request.headers = m_definition->connection.headers + call.request.headers;
    for (const AuthForm &form :
         sending.fallback ? sending.profile.fallback : sending.profile.headers)
        request.auth.append({form.name, form.prefix, sending.secrets.value(form.slot)});
    if (!call.request.body.isUndefined()) {
        const auto body = expandedJson(call.request.body, call.values);
        if (!body) {
            Error error;
            error.kind = ErrorKind::InvalidRequest;
            error.message = ProviderClient::tr("A value that this request needs is missing.");
            return error;
        }
        const QJsonDocument document =
            body->isArray() ? QJsonDocument(body->toArray()) : QJsonDocument(body->toObject());
        request.body = document.toJson(QJsonDocument::Compact);
        request.contentType = QByteArrayLiteral("application/json");
    }
    request.write = call.request.write;
    request.carriesSecret = !call.secrets.isEmpty();
    request.background = call.background;
    request.label = call.request.label;
    request.secretBody = !call.confidential.isEmpty();
    request.maximumBody = call.request.maximumBody;
    request.repeatsUntimed429 = m_definition->connection.repeatsUntimed429;
    request.longWaitIsAnswer = true;
    request.sink = call.sink;
    if (call.deadline.count() > 0)
        request.deadline = call.deadline;
    return request;
}

void Exchanger::send(const SendingPtr &sending)
{
    Outcome<HttpRequest> request = build(*sending);
    if (!request) {
        sending->answer.give(request.error());
        return;
    }
    whenDone(m_queue->send(std::move(request).value(), sending->call.cancellation), this,
             [this, sending](const Outcome<HttpAnswer> &http) {
                 if (http)
                     read(sending, http.value());
                 else
                     sending->answer.give(http.error());
             });
}

void Exchanger::read(const SendingPtr &sending, const HttpAnswer &http)
{
    ReadingRules rules;
    rules.definition = m_definition;
    rules.secretPlaces = sending->call.secrets;
    rules.hiddenPlaces = sending->call.hidden;
    rules.knownSecrets = knownTo(*sending);
    rules.write = sending->call.request.write;
    rules.auth = sending->call.use ? QString() : sending->call.request.auth;
    rules.digest = sending->call.digest;
    const qsizetype size = http.body ? http.body->size() : 0;
    if (size < largeAnswer) {
        answered(sending, readAnswer(http, rules));
        return;
    }
    whenReady(QtConcurrent::run([http, rules] { return readAnswer(http, rules); }), this,
              [this, sending](const VendorAnswerPtr &answer) { answered(sending, answer); });
}

/** What must not stand in an answer: also a new secret that came a moment ago, since the list that
 * is read next may repeat it. */
QList<SharedSecret> Exchanger::knownTo(const Sending &sending)
{
    QList<SharedSecret> known = sending.secrets.values() + sending.call.confidential;
    m_newSecrets.removeIf([](const auto &secret) { return secret.expired(); });
    for (const auto &secret : std::as_const(m_newSecrets))
        known.append(secret.lock());
    return known;
}

bool Exchanger::hasOwnAddress() const
{
    const ConnectionTemplate &connection = m_definition->connection;
    if (sameOrigin(m_baseUrl, QUrl(connection.baseUrl)))
        return false;
    return std::none_of(
        connection.regions.begin(), connection.regions.end(),
        [this](const Region &region) { return sameOrigin(m_baseUrl, QUrl(region.url)); });
}

bool Exchanger::mayTryFallback(const Sending &sending, const VendorAnswer &answer) const
{
    return answer.status == 401 && !sending.call.use && !sending.call.request.write &&
           !sending.firstAnswer && !sending.profile.fallback.isEmpty() &&
           fact(authFormFact).isEmpty() && !m_facts->fallbackFailed && hasOwnAddress();
}

void Exchanger::addSlotFacts(const Sending &sending, TemplateValues *values) const
{
    for (auto it = sending.secrets.begin(); it != sending.secrets.end(); ++it) {
        const SlotTemplate *slot = m_definition->slotTemplate(it.key());
        for (const SlotFacts &facts : slot ? slot->facts : QList<SlotFacts>()) {
            if (!it.value()->borrowed().startsWith(facts.prefix))
                continue;
            for (auto fact = facts.values.begin(); fact != facts.values.end(); ++fact)
                values->insert(fact.key(), fact.value());
        }
    }
}

void Exchanger::noteQuota(const Quota &quota)
{
    m_quotas.insert(quota.id, quota);
}

/** A 429 whose quota is known to be used up says so: waiting for the throttle would not help. */
VendorAnswerPtr Exchanger::withQuota(const VendorAnswerPtr &answer) const
{
    constexpr qint64 readingHolds = 3600; // seconds, when the vendor does not say when it resets
    if (!answer->error || answer->error->kind != ErrorKind::RateLimited)
        return answer;
    const ErrorRule *rule = errorRuleOf(*m_definition, *answer);
    if (!rule || !m_quotas.contains(rule->quota))
        return answer;
    const Quota quota = m_quotas.value(rule->quota);
    const Timestamp until = quota.resetAt.value_or(quota.observedAt.plusSeconds(readingHolds));
    if (quota.used.value_or(0) < quota.limit.value_or(0) || until <= now())
        return answer;
    auto told = std::make_shared<VendorAnswer>(*answer);
    told->error->kind = ErrorKind::QuotaExhausted;
    told->error->message = rule->quotaMessage;
    told->error->next = rule->quotaNext;
    told->error->retryAt = quota.resetAt;
    return told;
}

void Exchanger::answered(const SendingPtr &sending, const VendorAnswerPtr &given)
{
    const VendorAnswerPtr answer = withQuota(given);
    for (const CutSecret &secret : answer->secrets)
        m_newSecrets.append(secret.value);
    for (const QString &notice : answer->notices) {
        if (!m_notices.contains(notice) && m_notices.size() < mostNotices)
            m_notices.append(notice);
    }
    if (mayTryFallback(*sending, *answer)) {
        sending->firstAnswer = answer;
        sending->fallback = true;
        send(sending);
        return;
    }
    const bool good = answer->status >= 200 && answer->status < 300;
    if (good && !sending->profile.fallback.isEmpty() && !sending->call.use && hasOwnAddress())
        setFact(authFormFact, sending->fallback ? u"fallback"_s : u"main"_s);
    if (sending->firstAnswer && !good) {
        m_facts->fallbackFailed = true;
        sending->answer.give(sending->firstAnswer);
        return;
    }
    if (answer->error && answer->error->kind == ErrorKind::Unauthorized) {
        const auto told = std::make_shared<VendorAnswer>(*answer);
        for (const Region &region : m_definition->connection.regions) {
            const QByteArray prefix = region.credentialPrefix.toLatin1();
            const SharedSecret secret =
                sending->secrets.isEmpty() ? nullptr : sending->secrets.first();
            if (prefix.isEmpty() || !secret || !secret->borrowed().startsWith(prefix) ||
                sameOrigin(m_baseUrl, QUrl(region.url)) || hasOwnAddress())
                continue;
            told->error->next =
                ProviderClient::tr("The credential names another region: %1. Choose "
                                   "that region for this account.")
                    .arg(region.label);
        }
        sending->answer.give(VendorAnswerPtr(told));
        return;
    }
    sending->answer.give(answer);
}

} // namespace chatelaine
