// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/relay.h"

#include <QHostAddress>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace chatelaine::practice {

namespace {

constexpr qint64 mostInFlight = 256 * 1024;
constexpr int dripIntervalMs = 100;

/** Makes the next close a reset instead of an orderly end. */
void lingerZero(const QTcpSocket &socket)
{
    linger option{};
    option.l_onoff = 1;
    option.l_linger = 0;
#ifdef Q_OS_WIN
    setsockopt(SOCKET(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&option), sizeof option);
#else
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
#endif
}

} // namespace

Relay::Relay(QObject *parent)
    : QObject(parent)
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, &Relay::acceptAll);
}

Relay::~Relay()
{
    // They still need us.
    qDeleteAll(findChildren<RelayConnection *>(Qt::FindDirectChildrenOnly));
}

bool Relay::listen(quint16 port)
{
    return m_server->listen(QHostAddress::LocalHost, port);
}

quint16 Relay::port() const
{
    return m_server->serverPort();
}

void Relay::arm(quint16 serverSidePort, Mischief mischief)
{
    const std::scoped_lock lock(m_mutex);
    m_armed.insert(serverSidePort, mischief);
}

Mischief Relay::disarm(quint16 serverSidePort)
{
    const std::scoped_lock lock(m_mutex);
    return m_armed.take(serverSidePort);
}

void Relay::acceptAll()
{
    while (QTcpSocket *client = m_server->nextPendingConnection())
        new RelayConnection(client, m_upstream, this);
}

RelayConnection::RelayConnection(QTcpSocket *client, quint16 upstream, Relay *relay)
    : QObject(relay)
    , m_relay(relay)
    , m_client(client)
    , m_server(this)
    , m_dripTimer(this)
{
    m_client->setParent(this);
    // Without a bound a fast server would fill our memory while a slow client reads.
    m_client->setReadBufferSize(mostInFlight);
    m_server.setReadBufferSize(mostInFlight);
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_dripTimer.setInterval(dripIntervalMs);
    connect(&m_dripTimer, &QTimer::timeout, this, &RelayConnection::dripOne);
    connect(m_client, &QTcpSocket::readyRead, this, &RelayConnection::passUp);
    connect(m_client, &QTcpSocket::bytesWritten, this, &RelayConnection::passDown);
    connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_server, &QTcpSocket::connected, this, [this] {
        m_serverSidePort = m_server.localPort();
        passUp();
    });
    connect(&m_server, &QTcpSocket::bytesWritten, this, &RelayConnection::passUp);
    connect(&m_server, &QTcpSocket::readyRead, this, &RelayConnection::passDown);
    connect(&m_server, &QTcpSocket::disconnected, this, &RelayConnection::serverClosed);
    connect(&m_server, &QTcpSocket::errorOccurred, this, &RelayConnection::serverClosed);
    m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), upstream);
    m_server.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

RelayConnection::~RelayConnection()
{
    m_client->disconnect(this);
    m_server.disconnect(this);
    // An order that came too late must not hit the next connection with this port.
    m_relay->disarm(m_serverSidePort);
}

void RelayConnection::passUp()
{
    if (m_server.state() == QAbstractSocket::ConnectedState &&
        m_server.bytesToWrite() < mostInFlight)
        m_server.write(m_client->read(mostInFlight));
}

void RelayConnection::passDown()
{
    if (m_server.bytesAvailable() == 0)
        return;
    if (m_mischief == Mischief::None)
        m_mischief = m_relay->disarm(m_serverSidePort);
    if (m_mischief != Mischief::None) {
        spoil();
        return;
    }
    if (m_client->bytesToWrite() < mostInFlight)
        m_client->write(m_server.read(mostInFlight));
}

void RelayConnection::spoil()
{
    const QByteArray answer = m_server.readAll();
    switch (m_mischief) {
    case Mischief::Close:
        m_client->disconnectFromHost();
        break;
    case Mischief::Reset:
        lingerZero(*m_client);
        m_client->abort();
        break;
    case Mischief::Drip:
        m_held += answer;
        if (!m_dripTimer.isActive())
            m_dripTimer.start();
        break;
    case Mischief::Hang:
    case Mischief::None:
        break;
    }
}

void RelayConnection::dripOne()
{
    if (!m_held.isEmpty()) {
        m_client->write(m_held.left(1));
        m_held.remove(0, 1);
    } else if (m_server.state() != QAbstractSocket::ConnectedState) {
        m_client->disconnectFromHost();
    }
}

void RelayConnection::serverClosed()
{
    if (m_mischief == Mischief::Hang || m_dripTimer.isActive())
        return;
    // What the server sent last may still be in our buffers.
    while (m_mischief == Mischief::None && m_server.bytesAvailable() > 0)
        m_client->write(m_server.readAll());
    m_client->disconnectFromHost();
}

} // namespace chatelaine::practice
