// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/faults.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<QLatin1StringView, FaultKind> faultNames[] = {
    {"html"_L1, FaultKind::Html},
    {"huge"_L1, FaultKind::Huge},
    {"redirect"_L1, FaultKind::Redirect},
    {"wrong-types"_L1, FaultKind::WrongTypes},
    {"empty"_L1, FaultKind::Empty},
    {"no-secret"_L1, FaultKind::NoSecret},
    {"close-before"_L1, FaultKind::CloseBefore},
    {"close-after"_L1, FaultKind::CloseAfter},
    {"cut"_L1, FaultKind::Cut},
    {"drip"_L1, FaultKind::Drip},
    {"hang"_L1, FaultKind::Hang},
    {"reset"_L1, FaultKind::Reset},
};

QJsonValue otherType(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().size();
    case QJsonValue::Double:
        return QString::number(value.toDouble());
    case QJsonValue::Bool:
        return QJsonArray{value};
    case QJsonValue::Array:
        return QJsonObject{{u"items"_s, value.toArray().size()}};
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = otherType(*it);
        return object;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

QJsonObject strippedOfSecret(QJsonObject object)
{
    for (const QLatin1StringView name : {"raw_key"_L1, "token"_L1, "secret"_L1})
        object.remove(name);
    for (const QLatin1StringView name : {"value"_L1, "shadowValue"_L1}) {
        const QJsonValue value = object.value(name);
        if (value.isString())
            object.insert(name, QString(15, u'*') + value.toString().right(6));
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isObject())
            *it = strippedOfSecret(it->toObject());
    }
    return object;
}

Reply withBody(Reply reply, const QJsonObject &body)
{
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace

QString Fault::name() const
{
    if (kind == FaultKind::Status)
        return u"status:%1"_s.arg(status);
    const auto *found = std::find_if(std::begin(faultNames), std::end(faultNames),
                                     [this](const auto &entry) { return entry.second == kind; });
    return found == std::end(faultNames) ? QString() : QString(found->first);
}

bool Fault::reachesSystem() const
{
    switch (kind) {
    case FaultKind::Status:
    case FaultKind::Html:
    case FaultKind::Huge:
    case FaultKind::Redirect:
    case FaultKind::CloseBefore:
        return false;
    case FaultKind::WrongTypes:
    case FaultKind::Empty:
    case FaultKind::NoSecret:
    case FaultKind::CloseAfter:
    case FaultKind::Cut:
    case FaultKind::Drip:
    case FaultKind::Hang:
    case FaultKind::Reset:
        break;
    }
    return true;
}

std::optional<Fault> parseFault(const QString &action)
{
    if (action.startsWith("status:"_L1)) {
        const int status = action.mid(7).toInt();
        if (status < 200 || status > 599)
            return std::nullopt;
        return Fault{FaultKind::Status, status};
    }
    for (const auto &[name, kind] : faultNames) {
        if (action == name)
            return Fault{kind, 0};
    }
    return std::nullopt;
}

std::optional<QString> FaultBook::add(const QJsonObject &order, const QStringList &systems)
{
    Order added;
    added.system = order.value("system"_L1).toString();
    added.method = order.value("method"_L1).toString().toUpper();
    added.path = order.value("path"_L1).toString(u"*"_s);
    added.count = order.value("count"_L1).toInt(1);
    const auto fault = parseFault(order.value("action"_L1).toString());
    if (!systems.contains(added.system))
        return u"system must be one of "_s + systems.join(", "_L1);
    if (!fault)
        return u"unknown action"_s;
    if (added.count == 0 || added.count < -1)
        return u"count must be positive, or -1"_s;
    added.fault = *fault;
    const std::scoped_lock lock(m_mutex);
    m_orders.append(added);
    return std::nullopt;
}

void FaultBook::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_orders.clear();
}

QJsonArray FaultBook::list() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray array;
    for (const Order &order : m_orders) {
        array.append(QJsonObject{{u"system"_s, order.system},
                                 {u"method"_s, order.method},
                                 {u"path"_s, order.path},
                                 {u"action"_s, order.fault.name()},
                                 {u"count"_s, order.count}});
    }
    return array;
}

bool FaultBook::matches(const Order &order, const QString &system, const Request &request)
{
    if (order.system != system)
        return false;
    if (!order.method.isEmpty() && order.method != QString::fromLatin1(request.method))
        return false;
    return order.path.endsWith(u'*') ? request.path.startsWith(order.path.chopped(1))
                                     : request.path == order.path;
}

std::optional<Fault> FaultBook::take(const QString &system, const Request &request)
{
    const std::scoped_lock lock(m_mutex);
    for (qsizetype i = 0; i < m_orders.size(); ++i) {
        if (!matches(m_orders[i], system, request))
            continue;
        const Fault fault = m_orders[i].fault;
        if (m_orders[i].count > 0 && --m_orders[i].count == 0)
            m_orders.removeAt(i);
        return fault;
    }
    return std::nullopt;
}

Reply withWrongTypes(const Reply &reply)
{
    return withBody(reply, otherType(QJsonDocument::fromJson(reply.body).object()).toObject());
}

Reply withoutSecret(const Reply &reply)
{
    return withBody(reply, strippedOfSecret(QJsonDocument::fromJson(reply.body).object()));
}

} // namespace chatelaine::practice
