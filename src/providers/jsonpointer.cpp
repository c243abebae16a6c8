// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

const QString everyElement = u"*"_s;

std::optional<QString> unescaped(QStringView segment)
{
    QString text;
    for (qsizetype i = 0; i < segment.size(); ++i) {
        if (segment[i] != u'~') {
            text.append(segment[i]);
            continue;
        }
        ++i;
        if (i >= segment.size() || (segment[i] != u'0' && segment[i] != u'1'))
            return std::nullopt;
        text.append(segment[i] == u'0' ? u'~' : u'/');
    }
    return text;
}

QJsonValue step(const QJsonValue &value, const QString &segment)
{
    if (value.isObject())
        return value.toObject().value(segment);
    if (!value.isArray())
        return QJsonValue(QJsonValue::Undefined);
    bool isNumber = false;
    const qlonglong index = segment.toLongLong(&isNumber);
    const QJsonArray array = value.toArray();
    const bool needlessZero = segment.size() > 1 && segment.startsWith(u'0');
    if (!isNumber || needlessZero || index < 0 || index >= array.size())
        return QJsonValue(QJsonValue::Undefined);
    return array.at(index);
}

} // namespace

std::optional<JsonPointer> JsonPointer::parse(const QString &text, Wildcards wildcards)
{
    JsonPointer pointer;
    if (text.isEmpty())
        return pointer;
    if (!text.startsWith(u'/'))
        return std::nullopt;
    for (const QStringView part : QStringView(text).sliced(1).split(u'/')) {
        const std::optional<QString> segment = unescaped(part);
        if (!segment || (wildcards == Wildcards::Refused && *segment == everyElement))
            return std::nullopt;
        pointer.m_segments.append(*segment);
    }
    return pointer;
}

QString JsonPointer::escaped(QString segment)
{
    return segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

QString JsonPointer::toString() const
{
    QString text;
    for (const QString &segment : m_segments)
        text += u'/' + escaped(segment);
    return text;
}

QJsonValue JsonPointer::in(const QJsonValue &document) const
{
    QJsonValue value = document;
    for (const QString &segment : m_segments)
        value = step(value, segment);
    return value;
}

QJsonValue JsonPointer::firstIn(const QList<JsonPointer> &places, const QJsonValue &document)
{
    for (const JsonPointer &place : places) {
        const QJsonValue value = place.in(document);
        if (!value.isUndefined())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

std::optional<QList<QJsonValue>> JsonPointer::rowsIn(const QJsonValue &document) const
{
    QList<QJsonValue> rows{document};
    for (const QString &segment : m_segments) {
        QList<QJsonValue> deeper;
        for (const QJsonValue &value : std::as_const(rows)) {
            if (segment == everyElement) {
                if (!value.isArray())
                    return std::nullopt;
                const QJsonArray array = value.toArray();
                deeper.reserve(deeper.size() + array.size());
                for (const QJsonValue element : array)
                    deeper.append(element);
            } else {
                const QJsonValue next = step(value, segment);
                if (next.isUndefined())
                    return std::nullopt;
                deeper.append(next);
            }
        }
        rows = std::move(deeper);
    }
    return rows;
}

bool JsonPointer::matches(const QStringList &place) const
{
    if (place.size() != m_segments.size())
        return false;
    for (qsizetype i = 0; i < place.size(); ++i) {
        if (m_segments[i] != everyElement && m_segments[i] != place[i])
            return false;
    }
    return true;
}

} // namespace chatelaine
