// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/scriptedserver.h"

#include <QMutex>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <sys/socket.h>

#include <functional>
#include <optional>

namespace chatelaine::test {

namespace {

constexpr int dripMilliseconds = 20;

/** The request at the start of `bytes`, which is cut off there; nothing while it is incomplete. */
std::optional<SeenRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    SeenRequest request;
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype bodyStart = end + 4;
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < bodyStart + length)
        return std::nullopt;
    request.body = bytes.mid(bodyStart, length);
    bytes.remove(0, bodyStart + length);
    return request;
}

QByteArray headOf(const ServerStep &step)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(step.status) + " Scripted\r\n";
    for (const auto &[name, value] : step.headers)
        head += name + ": " + value + "\r\n";
    if (step.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (step.fault == ServerStep::Fault::Drip)
        head += "Content-Length: 1000000\r\n";
    else
        head += "Content-Length: " + QByteArray::number(step.body.size()) + "\r\n";
    return head + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

void resetConnection(QTcpSocket *socket)
{
    const linger none = {1, 0};
    setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
               sizeof none);
    socket->abort();
}

void dripInto(QTcpSocket *socket)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write(" "); });
    timer->start(dripMilliseconds);
}

void answer(QTcpSocket *socket, const ServerStep &step, const QByteArray &method)
{
    using Fault = ServerStep::Fault;
    if (step.fault == Fault::Reset)
        return resetConnection(socket);
    if (step.fault == Fault::CloseBeforeAnswer)
        return socket->disconnectFromHost();
    if (!step.raw.isEmpty()) {
        socket->write(step.raw);
        return socket->disconnectFromHost();
    }
    socket->write(headOf(step));
    if (step.fault == Fault::Drip)
        return dripInto(socket);
    const bool cut = step.fault == Fault::CutBody;
    const QByteArray body = cut ? step.body.left(step.body.size() / 2) : step.body;
    if (method != "HEAD")
        socket->write(step.chunked ? chunk(body) : body);
    if (cut)
        return socket->disconnectFromHost();
    if (step.chunked)
        socket->write(chunk({}));
}

} // namespace

class ScriptedServer::Worker : public QTcpServer
{
public:
    explicit Worker(const ServerIdentity &identity)
    {
        if (identity.certificate.isNull())
            return;
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setLocalCertificate(identity.certificate);
        m_tls->setPrivateKey(identity.key);
        m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }

    bool speaksTls() const { return m_tls.has_value(); }

    void play(QList<ServerStep> steps)
    {
        const QMutexLocker lock(&m_mutex);
        m_steps = std::move(steps);
    }

    QList<SeenRequest> requests() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }

    int openConnections() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_open;
    }

    int acceptedConnections() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_accepted;
    }

    void releaseHeld()
    {
        for (const auto &reply : std::exchange(m_held, {}))
            reply();
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        int number = 0;
        {
            const QMutexLocker lock(&m_mutex);
            number = ++m_accepted;
            ++m_open;
        }
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            const QMutexLocker lock(&m_mutex);
            --m_open;
            socket->deleteLater();
        });
        auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, number, received] {
            if (socket->state() != QAbstractSocket::ConnectedState)
                return; // closed by us: what still comes is nobody's
            *received += socket->readAll();
            while (auto request = takeRequest(*received)) {
                request->connection = number;
                serve(socket, *std::move(request));
            }
        });
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    void serve(QSslSocket *socket, SeenRequest request)
    {
        ServerStep step;
        const QByteArray method = request.method;
        {
            const QMutexLocker lock(&m_mutex);
            m_requests.append(std::move(request));
            if (!m_steps.isEmpty())
                step = m_steps.size() > 1 ? m_steps.takeFirst() : m_steps.constFirst();
        }
        if (step.fault != ServerStep::Fault::Hold)
            return answer(socket, step, method);
        step.fault = ServerStep::Fault::None;
        m_held.append([socket = QPointer(socket), step, method] {
            if (socket)
                answer(socket, step, method);
        });
    }

    std::optional<QSslConfiguration> m_tls;
    QList<std::function<void()>> m_held; ///< used on the server's thread only
    mutable QMutex m_mutex;
    QList<ServerStep> m_steps;
    QList<SeenRequest> m_requests;
    int m_open = 0;
    int m_accepted = 0;
};

ScriptedServer::ScriptedServer()
{
    start(ServerIdentity());
}

ScriptedServer::ScriptedServer(const ServerIdentity &identity)
{
    start(identity);
}

void ScriptedServer::start(const ServerIdentity &identity)
{
    m_worker = std::make_unique<Worker>(identity);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    bool listening = false;
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { return m_worker->listen(QHostAddress::LocalHost); },
        Qt::BlockingQueuedConnection, &listening);
    Q_ASSERT(listening);
    m_port = m_worker->serverPort();
}

ScriptedServer::~ScriptedServer()
{
    m_worker.release()->deleteLater(); // with its sockets, in the thread that they live in
    m_thread.quit();
    m_thread.wait();
}

void ScriptedServer::play(QList<ServerStep> steps)
{
    m_worker->play(std::move(steps));
}

void ScriptedServer::release()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker->releaseHeld(); }, Qt::BlockingQueuedConnection);
}

QUrl ScriptedServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_worker->speaksTls() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

QList<SeenRequest> ScriptedServer::requests() const
{
    return m_worker->requests();
}

int ScriptedServer::openConnections() const
{
    return m_worker->openConnections();
}

int ScriptedServer::acceptedConnections() const
{
    return m_worker->acceptedConnections();
}

} // namespace chatelaine::test
