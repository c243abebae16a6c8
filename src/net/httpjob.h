// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/http.h"
#include "net/jsonbalance.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

class QNetworkAccessManager;

namespace chatelaine {

/**
 * One attempt of one request. Emits finished() exactly once, on every path, never inside start();
 * delete it later, not in the slot. Whoever destroys it unfinished hears nothing more.
 */
class HttpJob final : public QObject
{
    Q_OBJECT
public:
    struct Context
    {
        quint64 id = 0;
        std::shared_ptr<const HttpRequest> request;
        QSslConfiguration tls;
        QByteArray pin;
        const Clock *clock = nullptr;
    };

    /** Without a manager it makes one of its own, which goes with it. */
    HttpJob(Context context, QNetworkAccessManager *shared, QObject *parent);
    ~HttpJob() override;

    void start();
    void cancel();

signals:
    void finished(const chatelaine::Outcome<chatelaine::HttpAnswer> &outcome);

private:
    QNetworkRequest networkRequest() const;
    QNetworkReply *send(const QNetworkRequest &request);
    void checkPin();
    void readMore();
    void replyFinished();
    /** The answer, or why there is none though a status arrived. */
    Outcome<HttpAnswer> answer() const;
    std::optional<Error> redirectRefusal() const;
    /** A vendor can write a credential into the name of a host. */
    bool mayBeNamed(const QString &host) const;
    bool wasCutUnnoticed() const;
    bool isWhole(QNetworkReply::NetworkError code) const;
    bool certainlyNeverLeft(QNetworkReply::NetworkError code) const;
    enum class Left { No, Maybe };
    void fail(Error error, Left left);
    void end(const Outcome<HttpAnswer> &outcome);
    void trace(const Outcome<HttpAnswer> &outcome) const;
    void dropReply();
    int status() const;

    const Context m_context;
    QNetworkAccessManager *const m_manager;
    QPointer<QNetworkReply> m_reply;
    QList<QSslError> m_tlsErrors;
    std::shared_ptr<WipedBytes> m_body = std::make_shared<WipedBytes>();
    qint64 m_received = 0; ///< bytes of the body
    JsonBalance m_balance;
    QTimer m_deadline;
    QElapsedTimer m_duration;
    bool m_requestSent = false;
    bool m_ended = false;
};

} // namespace chatelaine
