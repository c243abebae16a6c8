// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/certificate.h"
#include "practice/faults.h"
#include "practice/relay.h"
#include "practice/requestlog.h"
#include "practice/state.h"
#include "practice/system.h"

#include <QThread>

#include <condition_variable>
#include <functional>
#include <memory>
#include <thread>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace chatelaine::practice {

/** What all listeners share. */
struct ListenerContext
{
    State &state;
    FaultBook &faults;
    RequestLog *log; ///< null for the control listener, whose requests are nobody's traffic
    QThread &relayThread;
    const ServerIdentity *identity = nullptr; ///< null for plain HTTP
    int latencyMs = 0;
};

/**
 * One port on the loopback interface: the relay that clients see and the HTTP server behind it.
 * Requests are handled on the HTTP library's threads, one at a time under the state's lock.
 */
class Listener
{
public:
    Listener(QString name, Responder &responder, const ListenerContext &context);
    ~Listener();
    Q_DISABLE_COPY_MOVE(Listener)

    /** Port 0 takes a free one. False if the port is taken. */
    bool start(quint16 port);
    /** To be called when the relay's thread has ended, so that no connection is left. */
    void stop();

    /** `http://127.0.0.1:4711` */
    QString origin() const;

private:
    using ReadBody = std::function<bool(QByteArray &body)>;

    void installRoutes();
    void serve(const httplib::Request &request, httplib::Response &response, const ReadBody &read);
    Request translated(const httplib::Request &request) const;
    bool hostAllowed(const Request &request) const;
    Reply answer(const Request &request, const std::optional<Fault> &fault);
    Reply spoiled(const Fault &fault, const Request &request);
    void write(const Reply &reply, const std::optional<Fault> &fault, httplib::Response &response);
    void waitForLatency();

    QString m_name;
    Responder &m_responder;
    ListenerContext m_context;
    std::unique_ptr<httplib::Server> m_server;
    Relay *m_relay = nullptr; ///< lives in the relay's thread and ends with it
    quint16 m_port = 0;
    std::thread m_thread;
    std::mutex m_stopMutex;
    std::condition_variable m_stopCondition;
    bool m_stopping = false;
};

} // namespace chatelaine::practice
