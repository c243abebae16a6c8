// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/django.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace chatelaine::practice::django {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The page number that was asked for; nothing if it is not one. */
std::optional<qint64> pageNumber(const Request &request)
{
    const QString text = request.parameter(u"page").value_or(u"1"_s);
    bool ok = false;
    const qint64 page = text.toLongLong(&ok);
    if (!ok || page < 1)
        return std::nullopt;
    return page;
}

QJsonValue pageUrl(const Request &request, qint64 page, bool exists)
{
    if (!exists)
        return {};
    QUrl url(QString::fromLatin1(request.origin) + request.path);
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(page));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

QString timeText(Millis time)
{
    QString text = isoTime(time);
    text.insert(text.size() - 1, "000"_L1);
    return text;
}

QJsonValue timeText(const std::optional<Millis> &time)
{
    return time ? QJsonValue(timeText(*time)) : QJsonValue();
}

Reply detail(int status, const QString &text)
{
    return jsonReply(status, {{u"detail"_s, text}});
}

Reply unknownPage()
{
    return textReply(404, "text/html; charset=utf-8"_ba,
                     "<!doctype html>\n<html lang=\"en\">\n<head><title>Not Found</title></head>\n"
                     "<body><h1>Not Found</h1><p>The requested resource was not found on this "
                     "server.</p></body>\n</html>\n"_ba);
}

Reply paged(const Request &request, qint64 count, qint64 pageSize,
            const std::function<QJsonArray(qint64 offset)> &fetch)
{
    const auto page = pageNumber(request);
    if (!page || (*page > 1 && (*page - 1) * pageSize >= count))
        return detail(404, u"Invalid page."_s);
    const qint64 offset = (*page - 1) * pageSize;
    return jsonReply(200, {{u"count"_s, count},
                           {u"next"_s, pageUrl(request, *page + 1, offset + pageSize < count)},
                           {u"previous"_s, pageUrl(request, *page - 1, *page > 1)},
                           {u"results"_s, fetch(offset)}});
}

QString checkText(const QJsonObject &body, const QString &name, int longest, QJsonObject &errors)
{
    const QJsonValue value = body.value(name);
    const auto refuse = [&](const QString &why) {
        errors.insert(name, QJsonArray{why});
    };
    if (value.isUndefined())
        refuse(u"This field is required."_s);
    else if (value.isNull())
        refuse(u"This field may not be null."_s);
    else if (!value.isString())
        refuse(u"Not a valid string."_s);
    const QString text = value.toString().trimmed();
    if (!value.isString())
        return {};
    if (text.isEmpty())
        refuse(u"This field may not be blank."_s);
    else if (text.contains(QChar::Null))
        refuse(u"Null characters are not allowed."_s);
    else if (text.size() > longest)
        refuse(u"Ensure this field has no more than %1 characters."_s.arg(longest));
    return text;
}

QString checkChoice(const QJsonObject &body, const QString &name, const QStringList &choices,
                    QJsonObject &errors)
{
    const QString text = checkText(body, name, 255, errors);
    if (!errors.contains(name) && !choices.contains(text)) {
        const QString why = u"\"%1\" is not a valid choice."_s.arg(text);
        errors.insert(name, QJsonArray{why});
    }
    return text;
}

std::optional<Reply> parseBody(const Request &request, QJsonObject &body)
{
    const QByteArray type = request.header("Content-Type").split(';').value(0).trimmed().toLower();
    if (type != "application/json")
        return detail(415, u"Unsupported media type \"%1\" in request."_s.arg(
                               QString::fromLatin1(request.header("Content-Type"))));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return detail(400, u"JSON parse error - %1"_s.arg(error.errorString()));
    if (!document.isObject()) {
        const QString why = u"Invalid data. Expected a dictionary, but got list."_s;
        return jsonReply(400, {{u"non_field_errors"_s, QJsonArray{why}}});
    }
    body = document.object();
    return std::nullopt;
}

} // namespace chatelaine::practice::django
