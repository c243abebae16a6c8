// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/http.h"

#include <QJsonDocument>

namespace chatelaine::practice {

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.isNull() ? QByteArray("") : value;
    }
    return {};
}

std::optional<QString> Request::parameter(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QByteArray Request::authorization(QByteArrayView scheme) const
{
    const QByteArray value = header("Authorization");
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || value.left(space).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.mid(space + 1).trimmed();
}

std::optional<QJsonObject> Request::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

Reply &Reply::with(const QByteArray &name, const QByteArray &value)
{
    headers.append({name, value});
    return *this;
}

Reply jsonReply(int status, const QJsonObject &body)
{
    return textReply(status, QByteArrayLiteral("application/json"),
                     QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Reply textReply(int status, const QByteArray &contentType, const QByteArray &body)
{
    Reply reply;
    reply.status = status;
    reply.contentType = contentType;
    reply.body = body;
    return reply;
}

std::optional<QStringList> matchPath(QStringView pattern, QStringView path)
{
    const auto wanted = pattern.split(u'/');
    const auto given = path.split(u'/');
    if (wanted.size() != given.size())
        return std::nullopt;
    QStringList captured;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QStringView segment = wanted[i];
        if (!segment.startsWith(u'{')) {
            if (segment != given[i])
                return std::nullopt;
            continue;
        }
        const QStringView prefix = segment.mid(1, segment.size() - 2);
        if (given[i].size() <= prefix.size() || !given[i].startsWith(prefix))
            return std::nullopt;
        captured.append(given[i].toString());
    }
    return captured;
}

} // namespace chatelaine::practice
