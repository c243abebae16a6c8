// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/listener.h"

#include <httplib.h>

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t largestRequest = 1024 * 1024;
constexpr std::size_t hugeAnswer = 96 * 1024 * 1024;
constexpr std::size_t serverThreads = 24;

Mischief mischiefOf(const std::optional<Fault> &fault, const Reply &reply)
{
    if (!fault)
        return Mischief::None;
    switch (fault->kind) {
    case FaultKind::CloseBefore:
    case FaultKind::CloseAfter:
        return Mischief::Close;
    case FaultKind::Cut: // the library cuts a body; without one there is only the connection
        return reply.body.size() > 1 ? Mischief::None : Mischief::Close;
    case FaultKind::Drip:
        return Mischief::Drip;
    case FaultKind::Hang:
        return Mischief::Hang;
    case FaultKind::Reset:
        return Mischief::Reset;
    default:
        return Mischief::None;
    }
}

/** A JSON document that goes on and on. */
bool writeFiller(std::size_t offset, std::size_t length, httplib::DataSink &sink)
{
    static const std::string opening = R"({"filler":")";
    static const std::string filler(64 * 1024, 'x');
    if (offset == 0)
        return sink.write(opening.data(), opening.size());
    return sink.write(filler.data(), std::min(filler.size(), length));
}

/** The first half of an answer; then the connection ends. */
void writeHalf(const Reply &reply, httplib::Response &response)
{
    const std::string half = reply.body.left(reply.body.size() / 2).toStdString();
    response.set_content_provider(std::size_t(reply.body.size()), reply.contentType.toStdString(),
                                  [half](std::size_t offset, std::size_t, httplib::DataSink &sink) {
                                      if (offset > 0)
                                          return false;
                                      return sink.write(half.data(), half.size());
                                  });
}

} // namespace

Listener::Listener(QString name, Responder &responder, const ListenerContext &context)
    : m_name(std::move(name))
    , m_responder(responder)
    , m_context(context)
{
    if (context.identity) {
        m_server = std::make_unique<httplib::SSLServer>(context.identity->certificate.get(),
                                                        context.identity->key.get());
    } else {
        m_server = std::make_unique<httplib::Server>();
    }
    m_server->new_task_queue = [] {
        return new httplib::ThreadPool(serverThreads);
    };
    m_server->set_payload_max_length(largestRequest);
    m_server->set_keep_alive_max_count(10'000);
    m_server->set_tcp_nodelay(true);
    installRoutes();
}

Listener::~Listener()
{
    stop();
}

void Listener::installRoutes()
{
    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        serve(request, response, [](QByteArray &) { return true; });
    };
    // With a reader of our own: the library waits for a body until the connection closes when a
    // request has no length, as `curl -X POST` sends it.
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                                 const httplib::ContentReader &reader) {
        serve(request, response, [&](QByteArray &body) {
            if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
                return true;
            return reader([&body](const char *data, std::size_t size) {
                body.append(data, qsizetype(size));
                return std::size_t(body.size()) <= largestRequest;
            });
        });
    };
    m_server->Get(".*", plain);
    m_server->Options(".*", plain);
    m_server->Post(".*", withBody);
    m_server->Put(".*", withBody);
    m_server->Patch(".*", withBody);
    m_server->Delete(".*", withBody);
}

bool Listener::start(quint16 port)
{
    auto relay = std::make_unique<Relay>();
    if (!m_server->is_valid() || !relay->listen(port))
        return false;
    m_port = relay->port();
    const int upstream = m_server->bind_to_any_port("127.0.0.1");
    if (upstream <= 0)
        return false;
    relay->setUpstream(quint16(upstream));
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    m_relay = relay.release();
    m_relay->moveToThread(&m_context.relayThread);
    QObject::connect(&m_context.relayThread, &QThread::finished, m_relay, &QObject::deleteLater);
    return true;
}

void Listener::stop()
{
    {
        const std::scoped_lock lock(m_stopMutex);
        m_stopping = true;
    }
    m_stopCondition.notify_all();
    if (!m_thread.joinable())
        return;
    while (!m_server->is_running())
        std::this_thread::yield();
    m_server->stop();
    m_thread.join();
}

QString Listener::origin() const
{
    return u"%1://127.0.0.1:%2"_s.arg(m_context.identity ? "https"_L1 : "http"_L1).arg(m_port);
}

Request Listener::translated(const httplib::Request &request) const
{
    Request result;
    result.method = QByteArray::fromStdString(request.method);
    result.path = QString::fromStdString(request.path);
    result.origin = origin().toLatin1();
    for (const auto &[name, value] : request.params)
        result.query.append({QString::fromStdString(name), QString::fromStdString(value)});
    for (const auto &[name, value] : request.headers) {
        // The library adds what it knows of the connection as if the client had sent it.
        if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR" &&
            name != "LOCAL_PORT")
            result.headers.append(
                {QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    }
    return result;
}

bool Listener::hostAllowed(const Request &request) const
{
    // Keeps web pages out that let a name of theirs point to this machine.
    const QByteArray host = request.header("Host").toLower();
    const QByteArray port = ':' + QByteArray::number(m_port);
    return host == "127.0.0.1" + port || host == "localhost" + port;
}

void Listener::waitForLatency()
{
    std::unique_lock lock(m_stopMutex);
    m_stopCondition.wait_for(lock, std::chrono::milliseconds(m_context.latencyMs),
                             [this] { return m_stopping; });
}

void Listener::serve(const httplib::Request &httpRequest, httplib::Response &response,
                     const ReadBody &read)
{
    Request request = translated(httpRequest);
    if (!read(request.body)) {
        response.status = 413;
        return;
    }
    if (!hostAllowed(request)) {
        write(textReply(421, "text/plain"_ba, "This host name is not served here.\n"_ba), {},
              response);
        return;
    }
    waitForLatency();
    const auto fault = m_context.faults.take(m_name, request);
    const Reply reply = answer(request, fault);
    if (const Mischief mischief = mischiefOf(fault, reply); mischief != Mischief::None)
        m_relay->arm(quint16(httpRequest.remote_port), mischief);
    write(reply, fault, response);
}

Reply Listener::answer(const Request &request, const std::optional<Fault> &fault)
{
    const auto lock = m_context.state.lock();
    Reply reply;
    try {
        reply = fault ? spoiled(*fault, request) : m_responder.handle(request);
    } catch (const DatabaseError &error) {
        qWarning("practice server: %s", error.what());
        reply = m_responder.failure(500);
    }
    const Millis now = m_context.state.now();
    reply.with("Date", httpDate(now));
    if (m_context.log)
        m_context.log->add(m_name, request, reply, now, fault ? fault->name() : QString(),
                           !fault || fault->reachesSystem());
    return reply;
}

Reply Listener::spoiled(const Fault &fault, const Request &request)
{
    switch (fault.kind) {
    case FaultKind::Status: {
        Reply reply = m_responder.failure(fault.status);
        if (fault.status == 429 || fault.status == 503)
            reply.with("Retry-After", "1");
        return reply;
    }
    case FaultKind::Html:
        return textReply(200, "text/html; charset=utf-8"_ba,
                         "<!doctype html><title>Sign in</title><p>Sign in to this network.</p>"_ba);
    case FaultKind::Redirect:
        return textReply(307, "text/plain"_ba, {})
            .with("Location", QByteArray(request.origin).replace("127.0.0.1", "localhost") +
                                  request.path.toUtf8().toPercentEncoding("/"));
    case FaultKind::Huge:
        return textReply(200, "application/json"_ba, {});
    case FaultKind::CloseBefore:
        return textReply(502, {}, {});
    case FaultKind::Empty: {
        Reply reply = m_responder.handle(request);
        reply.body.clear();
        return reply;
    }
    case FaultKind::WrongTypes:
        return withWrongTypes(m_responder.handle(request));
    case FaultKind::NoSecret:
        return withoutSecret(m_responder.handle(request));
    default:
        return m_responder.handle(request);
    }
}

void Listener::write(const Reply &reply, const std::optional<Fault> &fault,
                     httplib::Response &response)
{
    response.status = reply.status;
    for (const auto &[name, value] : reply.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (fault && fault->kind == FaultKind::Huge) {
        response.set_content_provider(hugeAnswer, reply.contentType.toStdString(), writeFiller);
    } else if (fault && fault->kind == FaultKind::Cut && reply.body.size() > 1) {
        writeHalf(reply, response);
    } else if (!reply.contentType.isEmpty()) {
        response.set_content(reply.body.constData(), std::size_t(reply.body.size()),
                             reply.contentType.toStdString());
    }
}

} // namespace chatelaine::practice
