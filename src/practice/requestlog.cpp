// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/requestlog.h"

#include "core/redaction.h"

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView credentialHeaders[] = {"authorization",
                                                "proxy-authorization",
                                                "confident_api_key",
                                                "confident-api-key",
                                                "tempo-api-key",
                                                "x-api-key",
                                                "cookie"};

bool isCredential(const QByteArray &header)
{
    return std::any_of(
        std::begin(credentialHeaders), std::end(credentialHeaders),
        [&](QByteArrayView name) { return header.compare(name, Qt::CaseInsensitive) == 0; });
}

QJsonObject redactedHeaders(const HeaderList &headers)
{
    QJsonObject object;
    for (const auto &[name, value] : headers) {
        const QString shown =
            isCredential(name) ? u"[redacted]"_s : redacted(QString::fromUtf8(value));
        object.insert(QString::fromLatin1(name).toLower(), shown);
    }
    return object;
}

QJsonObject redactedQuery(const QList<std::pair<QString, QString>> &query)
{
    QJsonObject object;
    for (const auto &[name, value] : query)
        object.insert(name, name == "key"_L1 ? u"[redacted]"_s : redacted(value));
    return object;
}

} // namespace

void RequestLog::add(const QString &system, const Request &request, const Reply &reply, Millis time,
                     const QString &fault, bool reached)
{
    QJsonObject entry{{u"time"_s, isoTime(time)},
                      {u"system"_s, system},
                      {u"method"_s, QString::fromLatin1(request.method)},
                      {u"path"_s, request.path},
                      {u"query"_s, redactedQuery(request.query)},
                      {u"headers"_s, redactedHeaders(request.headers)},
                      {u"bodySize"_s, request.body.size()},
                      {u"bodyMembers"_s,
                       QJsonArray::fromStringList(request.json().value_or(QJsonObject()).keys())},
                      {u"status"_s, reply.status},
                      {u"reached"_s, reached}};
    if (!fault.isEmpty())
        entry.insert("fault"_L1, fault);
    const std::scoped_lock lock(m_mutex);
    if (m_entries.size() >= mostEntries)
        m_entries.removeFirst();
    m_entries.append(entry);
}

void RequestLog::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
}

QJsonArray RequestLog::list() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray array;
    for (const QJsonObject &entry : m_entries)
        array.append(entry);
    return array;
}

} // namespace chatelaine::practice
