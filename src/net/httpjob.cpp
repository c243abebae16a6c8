// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpjob.h"

#include "core/log.h"
#include "core/redaction.h"
#include "net/httperrors.h"
#include "net/httppolicy.h"
#include "net/httptime.h"
#include "net/oneshotbody.h"
#include "net/trust.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>
#include <array>

namespace chatelaine {

namespace {

constexpr std::chrono::milliseconds longestSilence{30'000};
constexpr qsizetype chunkBytes = 16 * 1024;
constexpr qint64 mostUnread = 1 << 20; // bytes that Qt may keep ahead of us

QNetworkAccessManager *managerFor(const HttpRequest &request, QNetworkAccessManager *shared,
                                  QObject *owner)
{
    if (shared)
        return shared;
    auto *own = new QNetworkAccessManager(owner);
    if (isLoopback(request.url))
        own->setProxy(QNetworkProxy::NoProxy); // plain http must not leave this computer
    return own;
}

QByteArray headerValue(const AuthHeader &header)
{
    const QByteArrayView secret = header.value->borrowed();
    QByteArray value;
    value.reserve(header.prefix.size() + secret.size()); // one buffer, and Qt shares it
    value += header.prefix;
    value.append(secret.data(), secret.size());
    return value;
}

/** Whether a status is all that is wrong: then it is an answer as any other. */
bool comesFromStatus(QNetworkReply::NetworkError code, int status)
{
    if (code == QNetworkReply::NoError)
        return true;
    // Qt rewinds the body at once when it sees these, followed or not.
    if (code == QNetworkReply::ContentReSendError && (status == 307 || status == 308))
        return true;
    if (status < 400)
        return false;
    if (code == QNetworkReply::ProxyAuthenticationRequiredError)
        return status == 407;
    return code > QNetworkReply::UnknownProxyError && code != QNetworkReply::ContentReSendError &&
           code != QNetworkReply::ProtocolFailure && code != QNetworkReply::ProtocolUnknownError;
}

} // namespace

HttpJob::HttpJob(Context context, QNetworkAccessManager *shared, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_manager(managerFor(*m_context.request, shared, this))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail(HttpErrors::deadline(m_context.request->url.host(),
                                  m_context.request->deadline.count()),
             Left::Maybe);
    });
}

HttpJob::~HttpJob()
{
    // The reply goes before its manager: the manager waits for a thread that may be waiting for a
    // slot of the reply.
    if (m_reply) {
        m_reply->disconnect(this);
        delete m_reply.data();
    }
}

void HttpJob::start()
{
    m_duration.start();
    m_deadline.start(m_context.request->deadline);
    m_reply = send(networkRequest());
    m_reply->setReadBufferSize(mostUnread);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpJob::checkPin);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::replyFinished);
    connect(m_reply, &QObject::destroyed, this,
            [this] { fail(HttpErrors::cancelled(), Left::Maybe); });
}

void HttpJob::cancel()
{
    fail(HttpErrors::cancelled(), m_reply ? Left::Maybe : Left::No);
}

QNetworkRequest HttpJob::networkRequest() const
{
    const HttpRequest &wanted = *m_context.request;
    QNetworkRequest request(wanted.url);
    request.setSslConfiguration(m_context.tls);
    request.setTransferTimeout(static_cast<int>(std::min(wanted.deadline, longestSilence).count()));
    using Request = QNetworkRequest;
    request.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    request.setAttribute(Request::Http2AllowedAttribute, false);
    request.setAttribute(Request::CacheLoadControlAttribute, Request::AlwaysNetwork);
    request.setAttribute(Request::CacheSaveControlAttribute, false);
    request.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    request.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    request.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Chatelaine/" CHATELAINE_VERSION);
    // No second copy of a secret from a decompressor; and what goes to a file is unpacked by
    // whoever asked for it, within bounds.
    if (wanted.carriesSecret || wanted.sink)
        request.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : wanted.headers)
        request.setRawHeader(name, value);
    for (const AuthHeader &header : wanted.auth)
        request.setRawHeader(header.name, headerValue(header));
    return request;
}

QNetworkReply *HttpJob::send(const QNetworkRequest &request)
{
    const HttpRequest &wanted = *m_context.request;
    if (!wanted.write && wanted.body.isEmpty() && wanted.method == "GET")
        return m_manager->get(request);
    if (!wanted.write && wanted.body.isEmpty() && wanted.method == "HEAD")
        return m_manager->head(request);

    QNetworkRequest withBody(request);
    withBody.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    withBody.setHeader(QNetworkRequest::ContentLengthHeader, wanted.body.size());
    if (!wanted.contentType.isEmpty())
        withBody.setHeader(QNetworkRequest::ContentTypeHeader, wanted.contentType);
    auto *body = new OneShotBody(m_context.request, this);
    return m_manager->sendCustomRequest(withBody, wanted.method, body);
}

void HttpJob::checkPin()
{
    // Qt's network thread waits for this slot and sends the request after it: an abort here comes
    // first.
    if (!matchesPin(m_reply->sslConfiguration().peerCertificate(), m_context.pin))
        fail(HttpErrors::wrongPin(m_context.request->url.host()), Left::No);
}

void HttpJob::readMore()
{
    std::array<char, chunkBytes> chunk;
    const HttpRequest &request = *m_context.request;
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const qint64 count = m_reply->read(chunk.data(), chunkBytes);
        if (count <= 0)
            break;
        if (m_received + count > request.maximumBody) {
            fail(HttpErrors::bodyTooLarge(request.url.host(), request.maximumBody), Left::Maybe);
            break;
        }
        m_received += count;
        if (request.sink && status() >= 200 && status() < 300) {
            if (request.sink->write(chunk.data(), count) != count) {
                fail(HttpErrors::cannotKeep(request.sink->errorString()), Left::Maybe);
                break;
            }
            continue;
        }
        m_body->append({chunk.data(), count});
        m_balance.add({chunk.data(), count});
    }
    wipe(chunk.data(), chunk.size());
}

void HttpJob::replyFinished()
{
    readMore();
    if (m_ended)
        return;
    const QNetworkReply::NetworkError code = m_reply->error();
    if (status() >= 100 && status() < 200) {
        fail(HttpErrors::interimOnly(m_context.request->url.host(), status()), Left::Maybe);
        return;
    }
    if (status() != 0 && (comesFromStatus(code, status()) || isWhole(code))) {
        const Outcome<HttpAnswer> outcome = answer();
        if (outcome)
            end(outcome);
        else
            fail(outcome.error(), Left::Maybe);
        return;
    }
    fail(HttpErrors::transport(code, m_tlsErrors, m_context.request->url.host(), status() != 0),
         certainlyNeverLeft(code) ? Left::No : Left::Maybe);
}

Outcome<HttpAnswer> HttpJob::answer() const
{
    if (auto refused = redirectRefusal())
        return *refused;
    if (wasCutUnnoticed()) {
        return HttpErrors::transport(QNetworkReply::RemoteHostClosedError, {},
                                     m_context.request->url.host(), true);
    }
    HttpAnswer answer;
    answer.status = status();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.append({name.toLower(), value});
    answer.body = m_body;
    answer.receivedAt = m_context.clock->now();
    answer.serverTime = parseHttpDate(answer.header("date"), answer.receivedAt);
    return answer;
}

std::optional<Error> HttpJob::redirectRefusal() const
{
    const QByteArray location = m_reply->rawHeader("Location");
    if (status() < 300 || status() > 399 || location.isEmpty())
        return std::nullopt;
    const QUrl &from = m_context.request->url;
    const QUrl target = from.resolved(QUrl::fromEncoded(location));
    if (target.isValid() && sameOrigin(from, target))
        return std::nullopt;
    return HttpErrors::foreignRedirect(from.host(),
                                       mayBeNamed(target.host()) ? target.host() : QString());
}

bool HttpJob::mayBeNamed(const QString &host) const
{
    const auto plain = [](const QString &text) {
        QString letters;
        for (const QChar c : text) {
            if (c.isLetterOrNumber())
                letters += c.toLower();
        }
        return letters;
    };
    const QString shown = plain(host);
    bool harmless = redacted(host) == host;
    for (const AuthHeader &header : m_context.request->auth) {
        QString secret = plain(QString::fromUtf8(header.value->borrowed()));
        harmless = harmless && (secret.isEmpty() || !shown.contains(secret));
        wipe(secret);
    }
    return harmless;
}

bool HttpJob::wasCutUnnoticed() const
{
    return !m_reply->hasRawHeader("Content-Length") && m_balance.isOpen();
}

/** Qt takes a connection that ends right after the answer for a lost request as long as it has not
 * noticed that the body was sent. */
bool HttpJob::isWhole(QNetworkReply::NetworkError code) const
{
    const bool ended =
        code == QNetworkReply::RemoteHostClosedError || code == QNetworkReply::ContentReSendError;
    const QByteArray length = m_reply->rawHeader("Content-Length");
    return ended && m_context.request->write && m_balance.isClosed() &&
           (length.isEmpty() || length.toLongLong() == m_received);
}

bool HttpJob::certainlyNeverLeft(QNetworkReply::NetworkError code) const
{
    if (m_requestSent)
        return false;
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return true;
    default:
        return false;
    }
}

void HttpJob::fail(Error error, Left left)
{
    error.httpStatus = status();
    error.outcomeUnknown = m_context.request->write && left == Left::Maybe;
    if (error.outcomeUnknown)
        error.next = HttpErrors::lookFirst();
    end(error);
}

void HttpJob::end(const Outcome<HttpAnswer> &outcome)
{
    if (std::exchange(m_ended, true))
        return;
    m_deadline.stop();
    trace(outcome);
    dropReply();
    emit finished(outcome);
}

void HttpJob::trace(const Outcome<HttpAnswer> &outcome) const
{
    // By allow-list: no header, no body, no query.
    qCDebug(lcNet).noquote() << "request" << m_context.id << m_context.request->label << "status"
                             << (outcome ? outcome->status : outcome.error().httpStatus)
                             << (outcome ? QStringLiteral("answered")
                                         : errorKindName(outcome.error().kind))
                             << m_duration.elapsed() << "ms" << m_received << "bytes";
}

void HttpJob::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
}

int HttpJob::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

} // namespace chatelaine
