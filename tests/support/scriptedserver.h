// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QThread>
#include <QUrl>

#include <memory>

namespace chatelaine::test {

/** What a TLS server shows: its certificate and the key to it. */
struct ServerIdentity
{
    QSslCertificate certificate;
    QSslKey key;
};

/** How a server treats one request. */
struct ServerStep
{
    enum class Fault {
        None,
        CloseBeforeAnswer, ///< takes the whole request, then closes
        Reset,             ///< the same with RST
        CutBody,           ///< closes after the first half of the body
        Drip,              ///< sends the head, then the body byte by byte, forever
        Hold,              ///< answers when release() is called
    };
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body = QByteArrayLiteral("{}");
    Fault fault = Fault::None;
    bool chunked = false; ///< without a Content-Length
    QByteArray raw;       ///< sent in place of all that, then closed
};

/** What arrived. */
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< from 1
};

/**
 * An HTTP/1.1 server on 127.0.0.1 with scripted faults, in a thread of its own; it keeps all that
 * arrived. With an identity it speaks TLS. All calls are thread-safe.
 */
class ScriptedServer
{
public:
    ScriptedServer();
    explicit ScriptedServer(const ServerIdentity &identity);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    /** One step for each request, the last one for all that follow. */
    void play(QList<ServerStep> steps);
    void release();

    QUrl url(const QString &path = QStringLiteral("/")) const;
    QList<SeenRequest> requests() const;
    int count() const { return static_cast<int>(requests().size()); }
    int openConnections() const;
    int acceptedConnections() const;

private:
    class Worker;
    void start(const ServerIdentity &identity);

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    quint16 m_port = 0;
};

} // namespace chatelaine::test
