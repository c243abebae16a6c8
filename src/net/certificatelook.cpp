// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/certificatelook.h"

#include "core/async.h"
#include "net/httperrors.h"
#include "net/httppolicy.h"
#include "net/trust.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <chrono>

namespace chatelaine {

namespace {

constexpr std::chrono::seconds lookDeadline{30};

ServerCertificate described(const QSslCertificate &certificate)
{
    const auto name = [](const QString &whole, const QStringList &common) {
        return common.isEmpty() ? whole : common.constFirst();
    };
    return {
        name(certificate.subjectDisplayName(),
             certificate.subjectInfo(QSslCertificate::CommonName)),
        name(certificate.issuerDisplayName(), certificate.issuerInfo(QSslCertificate::CommonName)),
        Timestamp::fromDateTime(certificate.effectiveDate()),
        Timestamp::fromDateTime(certificate.expiryDate()),
        certificate.digest(QCryptographicHash::Sha256),
    };
}

/** One look, by the way that a request would take; deletes itself when it has answered. */
class CertificateLook final : public QObject
{
public:
    CertificateLook(const QUrl &url, const QSslConfiguration &tls, QObject *parent)
        : QObject(parent)
        , m_host(url.host())
    {
        if (isLoopback(url))
            m_manager.setProxy(QNetworkProxy::NoProxy);
        QNetworkRequest request(url);
        request.setSslConfiguration(tls);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        m_reply.reset(m_manager.get(request));
        // Qt's network thread waits for this slot and writes the request after it.
        connect(m_reply.get(), &QNetworkReply::encrypted, this,
                [this] { end(described(m_reply->sslConfiguration().peerCertificate())); });
        connect(m_reply.get(), &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_errors = errors; });
        connect(m_reply.get(), &QNetworkReply::finished, this,
                [this] { end(HttpErrors::transport(m_reply->error(), m_errors, m_host, false)); });
        connect(&m_deadline, &QTimer::timeout, this, [this] {
            end(HttpErrors::deadline(m_host, std::chrono::milliseconds(lookDeadline).count()));
        });
        m_deadline.setSingleShot(true);
        m_deadline.start(lookDeadline);
    }
    ~CertificateLook() override
    {
        m_reply->disconnect(this);
        m_reply.reset(); // before its manager, as in HttpJob
    }

    void cancel() { end(HttpErrors::cancelled()); }
    FutureOutcome<ServerCertificate> future() const { return m_answer.future(); }

private:
    void end(const Outcome<ServerCertificate> &outcome)
    {
        if (std::exchange(m_ended, true))
            return;
        m_deadline.stop();
        m_reply->disconnect(this);
        if (m_reply->isRunning())
            m_reply->abort();
        deleteLater();
        m_answer.give(outcome);
    }

    QString m_host;
    QNetworkAccessManager m_manager;
    std::unique_ptr<QNetworkReply> m_reply;
    QList<QSslError> m_errors;
    QTimer m_deadline;
    Answer<ServerCertificate> m_answer;
    bool m_ended = false;
};

} // namespace

FutureOutcome<ServerCertificate> lookAtCertificate(const QUrl &url, const TrustSettings &trust,
                                                   QObject *parent,
                                                   const CancellationPtr &cancellation)
{
    if (url.scheme() != u"https" || url.host().isEmpty())
        return readyOutcome<ServerCertificate>(HttpErrors::withoutCertificate());
    const Outcome<QSslConfiguration> tls = tlsConfiguration({trust.caFile, {}});
    if (!tls)
        return readyOutcome<ServerCertificate>(tls.error());
    if (cancellation && cancellation->requested())
        return readyOutcome<ServerCertificate>(HttpErrors::cancelled());
    auto *look = new CertificateLook(url, *tls, parent);
    if (cancellation)
        QObject::connect(cancellation.get(), &Cancellation::cancelled, look,
                         [look] { look->cancel(); });
    return look->future();
}

} // namespace chatelaine
