// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/orderform.h"

#include "providers/keychanges.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype longestInput = 4096;
constexpr qint64 secondsOfDay = 86'400;

Error invalid(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = message;
    return error;
}

class FieldCheck
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    FieldCheck(const FieldTemplate &field, std::optional<KeyState> state)
        : m_field(field)
        , m_info(field.info)
        , m_state(state ? keyStateName(*state) : QString())
    {}

    /** What is wrong with the value; empty when nothing is. */
    QString problem(const QJsonValue &value) const
    {
        if (value.isNull() && !m_info.nullLabel.isEmpty())
            return {};
        if (isEmpty(value)) {
            const bool required = m_info.required || m_info.requiredStates.contains(m_state);
            return required ? tr("\"%1\" is missing.").arg(m_info.label) : QString();
        }
        if (!m_info.states.isEmpty() && !m_info.states.contains(m_state))
            return tr("\"%1\" cannot be set for a key in this state.").arg(m_info.label);
        using Type = FieldInfo::Type;
        switch (m_info.type) {
        case Type::Text:
        case Type::Secret:
            return textProblem(value);
        case Type::Choice:
            return choiceProblem(value);
        case Type::Multi:
            return listProblem(value, true);
        case Type::Lines:
            return listProblem(value, false);
        case Type::Integer:
            return numberProblem(value);
        case Type::Duration:
            return durationProblem(value);
        case Type::Boolean:
            return value.isBool() ? QString() : wrongType();
        }
        return {};
    }

    static bool isEmpty(const QJsonValue &value)
    {
        return value.isUndefined() || value.isNull() ||
               (value.isString() && value.toString().trimmed().isEmpty()) ||
               (value.isArray() && value.toArray().isEmpty());
    }

private:
    QString wrongType() const
    {
        return tr("The value of \"%1\" is not of the right form.").arg(m_info.label);
    }

    QString textProblem(const QJsonValue &value) const
    {
        if (!value.isString())
            return wrongType();
        const QString text = value.toString();
        const qint64 maximum = m_info.maximum > 0 ? m_info.maximum : longestInput;
        if (text.size() > maximum)
            return tr("\"%1\" is longer than %2 characters.").arg(m_info.label).arg(maximum);
        if (text.size() < m_info.minimum)
            return tr("\"%1\" is shorter than %2 characters.")
                .arg(m_info.label)
                .arg(m_info.minimum);
        const bool hasControl = std::any_of(
            text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
        if (hasControl)
            return tr("\"%1\" holds a line break or another control character.").arg(m_info.label);
        if (!m_info.pattern.isEmpty() && !m_field.pattern.match(text).hasMatch())
            return wrongType();
        return {};
    }

    bool isOption(const QString &text) const
    {
        return m_info.loadsOptions ||
               std::any_of(m_info.options.begin(), m_info.options.end(),
                           [&](const FieldOption &option) { return option.value == text; });
    }

    QString choiceProblem(const QJsonValue &value) const
    {
        if (!value.isString())
            return wrongType();
        if (isOption(value.toString()))
            return {};
        QStringList words;
        for (const FieldOption &option : m_info.options)
            words.append(option.value);
        return tr("\"%1\" must be one of: %2.").arg(m_info.label, words.join(u", "_s));
    }

    QString listProblem(const QJsonValue &value, bool options) const
    {
        if (!value.isArray())
            return wrongType();
        const QJsonArray array = value.toArray();
        if (m_info.maximum > 0 && array.size() > m_info.maximum)
            return tr("\"%1\" has more than %2 entries.").arg(m_info.label).arg(m_info.maximum);
        for (const QJsonValue element : array) {
            const QString text = element.toString();
            if (!element.isString() || text.isEmpty() || text.size() > longestInput)
                return wrongType();
            if (options && !isOption(text))
                return choiceProblem(element);
        }
        return {};
    }

    QString numberProblem(const QJsonValue &value) const
    {
        const qint64 number = value.toInteger(-1);
        const bool tooLarge = m_info.maximum > 0 && number > m_info.maximum;
        if (value.isDouble() && number >= m_info.minimum && !tooLarge)
            return {};
        if (m_info.maximum > 0)
            return tr("\"%1\" must be a whole number from %2 to %3.")
                .arg(m_info.label)
                .arg(m_info.minimum)
                .arg(m_info.maximum);
        return tr("\"%1\" must be a whole number of at least %2.")
            .arg(m_info.label)
            .arg(m_info.minimum);
    }

    /** Seconds, but told in the unit in which the vendor counts. */
    QString durationProblem(const QJsonValue &value) const
    {
        const qint64 unit = m_info.unit;
        const qint64 seconds = value.toInteger(-1);
        if (unit == 1)
            return numberProblem(value);
        const bool fits = seconds >= m_info.minimum &&
                          (m_info.maximum == 0 || seconds <= m_info.maximum) && seconds % unit == 0;
        if (value.isDouble() && fits)
            return {};
        const qint64 least = m_info.minimum / unit;
        const qint64 most = m_info.maximum / unit;
        if (unit == secondsOfDay)
            return tr("\"%1\" must be a whole number of days from %2 to %3.")
                .arg(m_info.label)
                .arg(least)
                .arg(most);
        return tr("\"%1\" must be a whole number of hours from %2 to %3.")
            .arg(m_info.label)
            .arg(least)
            .arg(most);
    }

    const FieldTemplate &m_field;
    const FieldInfo &m_info;
    QString m_state;
};

QString containerProblem(const Definition &definition, const KindTemplate &kind,
                         const ContainerPath &container)
{
    QStringList wanted;
    if (kind.info.level != u"account"_s) {
        for (const LevelTemplate &level : definition.levels) {
            wanted.append(level.info.id);
            if (level.info.id == kind.info.level)
                break;
        }
    }
    QStringList given;
    for (const ContainerStep &step : container)
        given.append(step.level);
    if (given == wanted)
        return {};
    return ProviderClient::tr("A key of the kind \"%1\" needs another place: %2.")
        .arg(kind.info.label, wanted.isEmpty() ? kind.info.level : wanted.last());
}

} // namespace

Outcome<Done> checkForm(const QList<FieldTemplate> &fields, const QMap<QString, QJsonValue> &values,
                        std::optional<KeyState> state)
{
    for (const FieldTemplate &field : fields) {
        const QString problem =
            FieldCheck(field, state)
                .problem(values.value(field.info.id, QJsonValue(QJsonValue::Undefined)));
        if (!problem.isEmpty())
            return invalid(problem);
    }
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool known =
            std::any_of(fields.begin(), fields.end(),
                        [&](const FieldTemplate &field) { return field.info.id == it.key(); });
        if (!known)
            return invalid(ProviderClient::tr("This vendor has no field \"%1\".").arg(it.key()));
    }
    return Done{};
}

TemplateValues formValues(const ContainerPath &container, const QList<FieldTemplate> &fields,
                          const QMap<QString, QJsonValue> &entered, Empties empties)
{
    TemplateValues values = containerValues(container);
    for (const FieldTemplate &field : fields) {
        const QJsonValue value = entered.value(field.info.id, QJsonValue(QJsonValue::Undefined));
        const bool isEmpty = (value.isString() && value.toString().isEmpty()) ||
                             (value.isArray() && value.toArray().isEmpty());
        if (value.isUndefined() || (value.isNull() && field.info.nullLabel.isEmpty()) ||
            (isEmpty && empties == Empties::LeftOut))
            continue;
        const bool counts = field.info.type == FieldInfo::Type::Duration && value.isDouble();
        values.insert(field.info.id,
                      counts ? QJsonValue(value.toInteger() / field.info.unit) : value);
    }
    return values;
}

bool isGiven(const QMap<QString, QJsonValue> &entered, const QString &field)
{
    const QJsonValue value = entered.value(field, QJsonValue(QJsonValue::Undefined));
    return !FieldCheck::isEmpty(value) && value != QJsonValue(0) && value != QJsonValue(false);
}

Outcome<Done> validateChange(const Definition &definition, KeyVerb name, const KeyRecord &key,
                             const QMap<QString, QJsonValue> &values)
{
    const KindTemplate *kind = definition.kind(key.kind);
    const VerbTemplate *verb = kind ? kind->verb(name) : nullptr;
    if (!verb) {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message =
            ProviderClient::tr("%1 does not offer this for such a key.").arg(definition.info.name);
        return error;
    }
    if (!verb->info.states.isEmpty() && !verb->info.states.contains(keyStateName(key.state)))
        return invalid(ProviderClient::tr("This cannot be done with a key in this state."));
    return checkForm(verb->fields, values, key.state);
}

Outcome<Done> validateOrder(const Definition &definition, const CreateOrder &order)
{
    const KindTemplate *kind = definition.kind(order.kind);
    if (!kind)
        return invalid(ProviderClient::tr("There is no kind of key \"%1\".").arg(order.kind));
    const VerbTemplate *verb = kind->verb(KeyVerb::Create);
    if (!verb) {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = ProviderClient::tr("%1 has no way to make such a key from here.")
                            .arg(definition.info.name);
        for (const ExternalVerb &external : kind->info.external) {
            if (external.verb == KeyVerb::Create)
                error.next = external.why;
        }
        return error;
    }
    const QString misplaced = containerProblem(definition, *kind, order.container);
    if (!misplaced.isEmpty())
        return invalid(misplaced);
    return checkForm(verb->fields, order.values);
}

} // namespace chatelaine
