// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <mutex>

namespace chatelaine::practice {

/** What the relay does with the answer on one connection. */
enum class Mischief { None, Close, Drip, Hang, Reset };

/**
 * Passes bytes between clients and the HTTP server behind it, encrypted or not, and spoils a
 * connection when the server asks for it: an HTTP library's handler never sees the socket.
 * Lives in a thread with an event loop; `arm` may be called from any thread.
 */
class Relay : public QObject
{
    Q_OBJECT
public:
    explicit Relay(QObject *parent = nullptr);
    ~Relay() override;
    Q_DISABLE_COPY_MOVE(Relay)

    /** Port 0 takes a free one. */
    bool listen(quint16 port);
    quint16 port() const;
    void setUpstream(quint16 port) { m_upstream = port; }

    /** Spoils the connection whose side towards the server has the local port `serverSidePort`. To
     * be called before the server writes its answer. */
    void arm(quint16 serverSidePort, Mischief mischief);
    Mischief disarm(quint16 serverSidePort);

private:
    void acceptAll();

    QTcpServer *m_server;
    quint16 m_upstream = 0;
    std::mutex m_mutex;
    QHash<quint16, Mischief> m_armed;
};

/** One client's connection and its counterpart to the server. Deletes itself when both are closed.
 */
class RelayConnection : public QObject
{
    Q_OBJECT
public:
    RelayConnection(QTcpSocket *client, quint16 upstream, Relay *relay);
    ~RelayConnection() override;
    Q_DISABLE_COPY_MOVE(RelayConnection)

private:
    void passUp();
    void passDown();
    void dripOne();
    void spoil();
    void serverClosed();

    Relay *m_relay;
    QTcpSocket *m_client;
    QTcpSocket m_server;
    QTimer m_dripTimer;
    QByteArray m_held;
    Mischief m_mischief = Mischief::None;
    quint16 m_serverSidePort = 0;
};

} // namespace chatelaine::practice
