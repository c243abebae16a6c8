// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/http.h"

#include <QJsonArray>
#include <QList>

#include <mutex>
#include <optional>

namespace chatelaine::practice {

enum class FaultKind {
    // Made by the server.
    Status,
    Html,
    Huge,
    Redirect,
    WrongTypes,
    Empty,
    NoSecret,
    // Made on the connection.
    CloseBefore,
    CloseAfter,
    Cut,
    Drip,
    Hang,
    Reset,
};

/** What goes wrong with the next requests that match. */
struct Fault
{
    FaultKind kind = FaultKind::Status;
    int status = 0; ///< for FaultKind::Status

    QString name() const;
    /** False if the system must never see the request. */
    bool reachesSystem() const;
};

/** `status:503`, `html`, `close-before`, ...; nothing for an unknown name. */
std::optional<Fault> parseFault(const QString &action);

/** The orders for faults. Thread-safe. */
class FaultBook
{
public:
    /** Takes `{system, method, path, action, count}`; the text says what is wrong with it. */
    std::optional<QString> add(const QJsonObject &order, const QStringList &systems);
    void clear();
    QJsonArray list() const;

    /** The fault for this request, if there is one; it counts as fired. */
    std::optional<Fault> take(const QString &system, const Request &request);

private:
    struct Order
    {
        QString system;
        QString method; ///< empty for any
        QString path;   ///< may end in `*`
        Fault fault;
        int count = 1; ///< how often it still fires; -1 for ever
    };
    static bool matches(const Order &order, const QString &system, const Request &request);

    mutable std::mutex m_mutex;
    QList<Order> m_orders;
};

/** `reply` with every value of another JSON type than before. */
Reply withWrongTypes(const Reply &reply);
/** `reply` without the secret that it hands out. */
Reply withoutSecret(const Reply &reply);

} // namespace chatelaine::practice
