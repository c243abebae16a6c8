// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/fieldrules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace chatelaine::fieldRules {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

struct Rules
{
    Q_DECLARE_TR_FUNCTIONS(FieldRules)

public:
    static QString ofText(const FieldInfo &field, const QString &text)
    {
        if (field.minimum > 0 && text.size() < field.minimum)
            return tr("At least %n character(s).", nullptr, static_cast<int>(field.minimum));
        if (field.maximum > 0 && text.size() > field.maximum)
            return tr("At most %n character(s); these are %1.", nullptr,
                      static_cast<int>(field.maximum))
                .arg(text.size());
        if (!field.pattern.isEmpty() &&
            !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern))
                 .match(text)
                 .hasMatch())
            return field.help.isEmpty()
                       ? tr("This does not have the form that the vendor asks for.")
                       : field.help;
        return {};
    }

    static QString ofInteger(const FieldInfo &field, const QJsonValue &value)
    {
        if (!value.isDouble())
            return tr("A whole number is needed here.");
        const qint64 number = value.toInteger();
        if (number < field.minimum)
            return tr("Not less than %1.").arg(field.minimum);
        if (field.maximum > 0 && number > field.maximum)
            return tr("Not more than %1.").arg(field.maximum);
        return {};
    }

    static QString ofDuration(const FieldInfo &field, const QJsonValue &value)
    {
        const qint64 seconds = value.toInteger();
        if (seconds <= 0)
            return tr("A time is needed here.");
        if (seconds < field.minimum)
            return tr("Not less than %1.").arg(durationText(field.minimum));
        if (field.maximum > 0 && seconds > field.maximum)
            return tr("Not more than %1.").arg(durationText(field.maximum));
        return {};
    }

    static QString ofOption(const QList<FieldOption> &options, const QString &value)
    {
        const auto found = std::find_if(options.begin(), options.end(),
                                        [&](const auto &option) { return option.value == value; });
        if (found == options.end())
            return tr("\"%1\" is not offered.").arg(value);
        return found->enabled ? QString() : found->detail;
    }
};

} // namespace

QJsonValue defaultOf(const FieldInfo &field)
{
    const QString &text = field.defaultValue;
    if (field.type == FieldInfo::Type::Boolean)
        return text == QStringLiteral("true");
    if (text.isEmpty())
        return QJsonValue::Undefined;
    switch (field.type) {
    case FieldInfo::Type::Integer:
    case FieldInfo::Type::Duration: {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        return ok ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    case FieldInfo::Type::Multi:
    case FieldInfo::Type::Lines:
        return QJsonArray::fromStringList(
            text.split(QRegularExpression(QStringLiteral("[\\s,]+")), Qt::SkipEmptyParts));
    default:
        return text;
    }
}

bool isGiven(const QJsonValue &value)
{
    if (value.isString())
        return !value.toString().trimmed().isEmpty();
    if (value.isArray())
        return !value.toArray().isEmpty();
    return value.isDouble() || value.isBool() || value.isNull();
}

QString problemOf(const FieldInfo &field, const QJsonValue &value,
                  const QList<FieldOption> &options)
{
    if (!isGiven(value)) {
        const bool isMulti = field.type == FieldInfo::Type::Multi;
        if (!field.required)
            return {};
        return isMulti ? Rules::tr("Choose at least one.") : Rules::tr("This is needed.");
    }
    if (value.isNull())
        return field.nullLabel.isEmpty() ? Rules::tr("This is needed.") : QString();
    switch (field.type) {
    case FieldInfo::Type::Text:
    case FieldInfo::Type::Secret:
        return Rules::ofText(field, value.toString());
    case FieldInfo::Type::Integer:
        return Rules::ofInteger(field, value);
    case FieldInfo::Type::Duration:
        return Rules::ofDuration(field, value);
    case FieldInfo::Type::Choice:
        return Rules::ofOption(options, value.toString());
    case FieldInfo::Type::Multi:
        for (const auto &one : value.toArray()) {
            if (const QString problem = Rules::ofOption(options, one.toString());
                !problem.isEmpty())
                return problem;
        }
        return {};
    case FieldInfo::Type::Lines:
        for (const auto &line : value.toArray()) {
            if (const QString problem = Rules::ofText(field, line.toString()); !problem.isEmpty())
                return Rules::tr("%1: %2").arg(line.toString(), problem);
        }
        return {};
    case FieldInfo::Type::Boolean:
        break;
    }
    return {};
}

QString durationText(qint64 seconds)
{
    if (seconds % day == 0)
        return Rules::tr("%n day(s)", nullptr, static_cast<int>(seconds / day));
    if (seconds % hour == 0)
        return Rules::tr("%n hour(s)", nullptr, static_cast<int>(seconds / hour));
    return Rules::tr("%n second(s)", nullptr, static_cast<int>(seconds));
}

} // namespace chatelaine::fieldRules
