// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace chatelaine::practice {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/** A request as the systems see it: free of the HTTP library, with its path and query decoded. */
struct Request
{
    QByteArray method;
    QString path;
    QList<std::pair<QString, QString>> query;
    HeaderList headers;
    QByteArray body;
    QByteArray origin; ///< scheme, host and port under which the client reached us

    /** The value of the first header of that name, in any case; null if there is none. */
    QByteArray header(QByteArrayView name) const;
    std::optional<QString> parameter(QStringView name) const;
    /** The token of `Authorization: <scheme> <token>`; null if there is no such header. */
    QByteArray authorization(QByteArrayView scheme) const;
    /** The body as a JSON object; nothing if it is anything else. */
    std::optional<QJsonObject> json() const;
};

struct Reply
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    HeaderList headers;

    Reply &with(const QByteArray &name, const QByteArray &value);
};

Reply jsonReply(int status, const QJsonObject &body);
Reply textReply(int status, const QByteArray &contentType, const QByteArray &body);

/** What the `{}` segments of `pattern` stand for in `path`, nothing if it does not match; `{org_}`
 * takes only a segment that begins with `org_`. */
std::optional<QStringList> matchPath(QStringView pattern, QStringView path);

} // namespace chatelaine::practice
