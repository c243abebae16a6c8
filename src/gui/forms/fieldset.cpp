// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/forms/fieldset.h"

#include "core/async.h"
#include "gui/dialogs/fieldrules.h"

#include <algorithm>

namespace chatelaine {

void FieldSet::setFields(const QList<FieldInfo> &fields, const FieldValues &proposed)
{
    FieldValues values;
    for (const FieldInfo &info : fields) {
        const QJsonValue typed = value(info.id);
        const bool keep = m_touched.contains(info.id) && fieldRules::isGiven(typed);
        values.insert(info.id, keep ? typed : proposed.value(info.id, fieldRules::defaultOf(info)));
    }
    m_fields = fields;
    m_proposed = proposed;
    m_values = values;
    m_tried = false;
    emit fieldsChanged();
}

void FieldSet::loadOptions(const Ask &ask)
{
    m_ask = ask;
    m_options.clear();
    ++m_generation;
    for (const FieldInfo &info : std::as_const(m_fields)) {
        if (info.loadsOptions)
            reloadOptions(info.id);
    }
}

void FieldSet::reloadOptions(const QString &field)
{
    if (!m_ask)
        return;
    m_options.insert(field, {Loading::Loading, {}, {}});
    emit optionsChanged(field);
    const auto take = [this, field,
                       generation = m_generation](const Outcome<QList<FieldOption>> &outcome) {
        if (generation != m_generation)
            return;
        m_options.insert(field, outcome ? Options{Loading::Ready, *outcome, {}}
                                        : Options{Loading::Failed, {}, outcome.error().message});
        emit optionsChanged(field);
        emit changed();
    };
    whenDone(m_ask(field), this, take);
}

FieldSet::Options FieldSet::options(const QString &id) const
{
    const FieldInfo *info = field(id);
    if (!info || !info->loadsOptions)
        return {Loading::Ready, info ? info->options : QList<FieldOption>(), {}};
    return m_options.value(id, {Loading::Loading, {}, {}});
}

const FieldInfo *FieldSet::field(const QString &id) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](const FieldInfo &info) { return info.id == id; });
    return found == m_fields.end() ? nullptr : &*found;
}

QJsonValue FieldSet::value(const QString &field) const
{
    return m_values.value(field, QJsonValue::Undefined);
}

void FieldSet::setValue(const QString &field, const QJsonValue &value)
{
    m_values.insert(field, value);
    m_touched.insert(field);
    emit changed();
}

QString FieldSet::problem(const QString &id) const
{
    const FieldInfo *info = field(id);
    return info && (m_tried || m_touched.contains(id)) ? hiddenProblem(*info) : QString();
}

QString FieldSet::hiddenProblem(const FieldInfo &field) const
{
    return fieldRules::problemOf(field, value(field.id), options(field.id).options);
}

bool FieldSet::check()
{
    m_tried = true;
    const bool valid = std::all_of(m_fields.begin(), m_fields.end(), [this](const auto &info) {
        return hiddenProblem(info).isEmpty();
    });
    emit changed();
    return valid;
}

FieldValues FieldSet::given() const
{
    FieldValues given;
    for (const FieldInfo &info : m_fields) {
        const QJsonValue value = m_values.value(info.id, QJsonValue::Undefined);
        const bool emptied = !value.isUndefined() && m_touched.contains(info.id) &&
                             fieldRules::isGiven(m_proposed.value(info.id, QJsonValue::Undefined));
        if (!fieldRules::isGiven(value) && !emptied)
            continue;
        const bool isText = info.type == FieldInfo::Type::Text;
        given.insert(info.id, isText ? QJsonValue(value.toString().trimmed()) : value);
    }
    return given;
}

QString FieldSet::name() const
{
    for (const FieldInfo &info : m_fields) {
        if (info.isName == QLatin1StringView("name"))
            return value(info.id).toString().trimmed();
    }
    return {};
}

QList<FieldInfo> fieldsFor(const VerbInfo &verb, KeyState state)
{
    const QString name = keyStateName(state);
    QList<FieldInfo> fields = verb.fields;
    fields.removeIf([&](const FieldInfo &field) {
        return !field.states.isEmpty() && !field.states.contains(name);
    });
    for (FieldInfo &field : fields)
        field.required = field.required || field.requiredStates.contains(name);
    return fields;
}

} // namespace chatelaine
