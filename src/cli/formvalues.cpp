// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/choices.h"
#include "cli/values.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FormValuesTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::FormValues)
};

using Given = QMap<QString, QStringList>; ///< by field id, as often as it was given

const FieldInfo *fieldFor(const QList<FieldInfo> &fields, const QString &role)
{
    for (const FieldInfo &field : fields) {
        if (field.isName == role || field.id == role)
            return &field;
    }
    return nullptr;
}

const FieldInfo *fieldOf(const QList<FieldInfo> &fields, const QString &id)
{
    for (const FieldInfo &field : fields) {
        if (field.id == id)
            return &field;
    }
    return nullptr;
}

Error noSuchField(const ProviderInfo &provider, const QList<FieldInfo> &fields, const QString &what)
{
    QStringList ids;
    for (const FieldInfo &field : fields)
        ids.append(field.id);
    return usageError(FormValuesTexts::tr("%1 has no %2 here. The fields: %3.")
                          .arg(provider.name, what, ids.join(", "_L1)));
}

bool isOption(const FieldInfo &field, const QString &value)
{
    if (field.loadsOptions || field.options.isEmpty())
        return true; // only the vendor knows them all
    return std::any_of(field.options.begin(), field.options.end(),
                       [&value](const FieldOption &option) { return option.value == value; });
}

Outcome<QJsonValue> choiceOf(const FieldInfo &field, const QStringList &given)
{
    for (const QString &value : given) {
        if (isOption(field, value))
            continue;
        QStringList options;
        for (const FieldOption &option : field.options)
            options.append(option.value);
        return usageError(
            FormValuesTexts::tr("%1 is one of %2.").arg(field.id, options.join(", "_L1)));
    }
    if (field.type == FieldInfo::Type::Multi)
        return QJsonValue(QJsonArray::fromStringList(given));
    return QJsonValue(given.constLast());
}

/** A duration as such, or as seconds, which is how --expires-in comes. */
Outcome<QJsonValue> durationOf(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return QJsonValue(seconds);
    const auto read = readDuration(text);
    if (!read)
        return read.error();
    return QJsonValue(*read);
}

/** The texts as the value that the field's type wants. */
Outcome<QJsonValue> valueOf(const FieldInfo &field, const QStringList &given)
{
    using Type = FieldInfo::Type;
    const bool takesSeveral = field.type == Type::Multi || field.type == Type::Lines;
    if (given.size() > 1 && !takesSeveral)
        return usageError(FormValuesTexts::tr("%1 takes one value only.").arg(field.id));
    const QString &text = given.constLast();
    switch (field.type) {
    case Type::Text:
        return QJsonValue(text);
    case Type::Choice:
    case Type::Multi:
        return choiceOf(field, given);
    case Type::Lines:
        return QJsonValue(QJsonArray::fromStringList(given));
    case Type::Duration:
        return durationOf(text);
    case Type::Integer: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber)
            return QJsonValue(number);
        return usageError(FormValuesTexts::tr("%1 is a whole number.").arg(field.id));
    }
    case Type::Boolean:
        if (text == "true"_L1 || text == "false"_L1)
            return QJsonValue(text == "true"_L1);
        return usageError(FormValuesTexts::tr("%1 is true or false.").arg(field.id));
    case Type::Secret:
        return usageError(
            FormValuesTexts::tr("%1 is a secret, and a secret is never an argument: --secret %1")
                .arg(field.id));
    }
    Q_UNREACHABLE();
}

/** The texts by field, as often as each was given. */
Outcome<Given> givenTexts(const ProviderInfo &provider, const QList<FieldInfo> &fields,
                          const QList<NamedOption> &options, const SetFields &set)
{
    Given named;
    for (const NamedOption &option : options) {
        QStringList said = option.values;
        said.removeAll(QString());
        if (said.isEmpty())
            continue;
        const FieldInfo *field = fieldFor(fields, option.role);
        if (!field)
            return noSuchField(provider, fields, option.option);
        named[field->id] = said;
    }
    Given given = named;
    for (const auto &[id, value] : set) {
        if (!fieldOf(fields, id))
            return noSuchField(provider, fields, id);
        if (named.contains(id))
            return usageError(FormValuesTexts::tr("%1 is given twice.").arg(id));
        given[id].append(value);
    }
    return given;
}

Outcome<QMap<QString, QJsonValue>> valuesOf(const QList<FieldInfo> &fields, const Given &given)
{
    QMap<QString, QJsonValue> values;
    for (const FieldInfo &field : fields) {
        if (!given.contains(field.id))
            continue;
        const auto value = valueOf(field, given.value(field.id));
        if (!value)
            return value.error();
        values.insert(field.id, *value);
    }
    return values;
}

} // namespace

QStringList optionSeconds(const std::optional<qint64> &seconds)
{
    return seconds ? QStringList{QString::number(*seconds)} : QStringList();
}

Outcome<QMap<QString, QJsonValue>> givenValues(const ProviderInfo &provider,
                                               const QList<FieldInfo> &fields,
                                               const QList<NamedOption> &options,
                                               const SetFields &set)
{
    const Outcome<Given> given = givenTexts(provider, fields, options, set);
    if (!given)
        return given.error();
    return valuesOf(fields, *given);
}

Outcome<QMap<QString, QJsonValue>> formValues(const ProviderInfo &provider,
                                              const QList<FieldInfo> &fields,
                                              const QList<NamedOption> &options,
                                              const SetFields &set)
{
    Outcome<Given> given = givenTexts(provider, fields, options, set);
    if (!given)
        return given.error();
    for (const FieldInfo &field : fields) {
        if (given->contains(field.id))
            continue;
        if (!field.defaultValue.isEmpty()) // as the window's form would send it
            given.value()[field.id] = {field.defaultValue};
        else if (field.required && field.type == FieldInfo::Type::Secret)
            return usageError(FormValuesTexts::tr("%1 wants a value for %2 (%3): --secret %2")
                                  .arg(provider.name, field.id, field.label));
        else if (field.required)
            return usageError(FormValuesTexts::tr("%1 wants a value for %2 (%3): --set %2=...")
                                  .arg(provider.name, field.id, field.label));
    }
    return valuesOf(fields, *given);
}

Outcome<QMap<QString, QJsonValue>> formValues(const ProviderInfo &provider, const VerbInfo &create,
                                              const KeysCreate &command)
{
    return formValues(provider, create.fields,
                      {{u"name"_s, u"--name"_s, {command.name}},
                       {u"scopes"_s, u"--scope"_s, command.scopes},
                       {u"environment"_s, u"--environment"_s, {command.environment}},
                       {u"expires"_s, u"--expires-in"_s, optionSeconds(command.expiresIn)}},
                      command.fields);
}

} // namespace chatelaine::cli
