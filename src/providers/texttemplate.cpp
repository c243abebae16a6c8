// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/texttemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

bool isPlaceholderName(QStringView name)
{
    if (name.isEmpty() || name[0] < u'a' || name[0] > u'z')
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
    });
}

/** Whether this is the whole value of a member that has nothing to say. */
bool isLoneAbsent(const QJsonValue &pattern, const TemplateValues &values)
{
    if (!pattern.isString())
        return false;
    const auto text = TextTemplate::parse(pattern.toString());
    const auto name = text ? text->lonePlaceholder() : std::nullopt;
    return name && values.value(*name, QJsonValue::Undefined).isUndefined();
}

std::optional<QJsonValue> expandedText(const QString &pattern, const TemplateValues &values)
{
    const auto text = TextTemplate::parse(pattern);
    if (!text)
        return std::nullopt;
    if (const auto name = text->lonePlaceholder())
        return values.value(*name, QJsonValue::Undefined);
    const auto expanded = text->expanded(values);
    return expanded ? std::optional<QJsonValue>(*expanded) : std::nullopt;
}

} // namespace

std::optional<QString> scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const qint64 integer = value.toInteger();
        if (static_cast<double>(integer) == number)
            return QString::number(integer);
        return QString::number(number, 'g', 17);
    }
    default:
        return std::nullopt;
    }
}

std::optional<TextTemplate> TextTemplate::parse(const QString &text, QString *reason)
{
    const auto refuse = [reason](const QString &why) {
        if (reason)
            *reason = why;
        return std::nullopt;
    };
    TextTemplate parsed;
    parsed.m_source = text;
    QString literal;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'}')
            return refuse(QCoreApplication::translate("TextTemplate", "a } has no {"));
        if (text[i] != u'{') {
            literal.append(text[i]);
            continue;
        }
        const qsizetype close = text.indexOf(u'}', i);
        if (close < 0)
            return refuse(QCoreApplication::translate("TextTemplate", "a { has no }"));
        const QString name = text.mid(i + 1, close - i - 1);
        if (!isPlaceholderName(name))
            return refuse(
                QCoreApplication::translate("TextTemplate", "\"{%1}\" is not a placeholder")
                    .arg(name));
        if (!literal.isEmpty())
            parsed.m_parts.append({std::exchange(literal, {}), false});
        parsed.m_parts.append({name, true});
        i = close;
    }
    if (!literal.isEmpty())
        parsed.m_parts.append({literal, false});
    return parsed;
}

QStringList TextTemplate::placeholders() const
{
    QStringList names;
    for (const Part &part : m_parts) {
        if (part.placeholder && !names.contains(part.text))
            names.append(part.text);
    }
    return names;
}

std::optional<QString> TextTemplate::lonePlaceholder() const
{
    if (m_parts.size() != 1 || !m_parts.first().placeholder)
        return std::nullopt;
    return m_parts.first().text;
}

std::optional<QString> TextTemplate::expanded(const TemplateValues &values) const
{
    QString text;
    for (const Part &part : m_parts) {
        if (!part.placeholder) {
            text += part.text;
            continue;
        }
        const auto value = scalarText(values.value(part.text, QJsonValue::Undefined));
        if (!value)
            return std::nullopt;
        text += *value;
    }
    return text;
}

std::optional<QByteArray> TextTemplate::expandedPath(const TemplateValues &values) const
{
    QByteArray path;
    for (const Part &part : m_parts) {
        if (!part.placeholder) {
            path += part.text.toUtf8();
            continue;
        }
        const auto value = scalarText(values.value(part.text, QJsonValue::Undefined));
        if (!value || value->isEmpty() || *value == u"."_s || *value == u".."_s)
            return std::nullopt;
        path += QUrl::toPercentEncoding(*value);
    }
    return path;
}

std::optional<QJsonValue> expandedJson(const QJsonValue &pattern, const TemplateValues &values)
{
    if (pattern.isString())
        return expandedText(pattern.toString(), values);
    if (pattern.isArray()) {
        QJsonArray array;
        for (const QJsonValue element : pattern.toArray()) {
            if (isLoneAbsent(element, values))
                continue;
            const auto expanded = expandedJson(element, values);
            if (!expanded)
                return std::nullopt;
            array.append(*expanded);
        }
        return array;
    }
    if (!pattern.isObject())
        return pattern;
    QJsonObject object;
    const QJsonObject members = pattern.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (isLoneAbsent(member.value(), values))
            continue;
        const auto expanded = expandedJson(member.value(), values);
        if (!expanded)
            return std::nullopt;
        object.insert(member.key(), *expanded);
    }
    return object;
}

} // namespace chatelaine
