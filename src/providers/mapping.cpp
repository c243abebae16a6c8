// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/mapping.h"

#include "providers/secretfilter.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

bool holdsSomething(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull() &&
           !(value.isString() && value.toString().isEmpty());
}

QString bounded(QString text)
{
    if (text.size() > longestMappedText) {
        text.truncate(longestMappedText);
        text.append(u'…');
    }
    return text;
}

QString rawText(const Source &source, const QJsonValue &document);

QString templateText(const Source &source, const QJsonValue &document)
{
    TemplateValues values;
    for (const NamedSource &part : source.with) {
        const QString text = rawText(part.source, document);
        if (text.isEmpty())
            return {};
        values.insert(part.name, text);
    }
    return source.text->expanded(values).value_or(QString());
}

/** With the stand-ins of secrets as they are. */
QString rawText(const Source &source, const QJsonValue &document)
{
    if (source.text)
        return templateText(source, document);
    for (const JsonPointer &place : source.first) {
        const QJsonValue value = place.in(document);
        const auto text = scalarText(value);
        if (text && !text->isEmpty())
            return bounded(source.map.value(*text, *text));
    }
    return {};
}

LastUsed mapLastUsed(const Source &source, const QJsonValue &document, Timestamp now)
{
    LastUsed used;
    const bool told =
        std::any_of(source.first.begin(), source.first.end(),
                    [&](const JsonPointer &place) { return !place.in(document).isUndefined(); });
    if (!told)
        return used;
    used.source = LastUsed::Source::Vendor;
    used.at = sourceTime(source, document);
    used.observedAt = now;
    return used;
}

} // namespace

QJsonValue sourceValue(const Source &source, const QJsonValue &document)
{
    for (const JsonPointer &place : source.first) {
        const QJsonValue value = place.in(document);
        if (holdsSomething(value))
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

QString sourceText(const Source &source, const QJsonValue &document)
{
    return standIns::shown(rawText(source, document));
}

QString sourceId(const Source &source, const QJsonValue &document)
{
    const QString text = rawText(source, document);
    return standIns::isIn(text) ? standIns::idFor(text) : text;
}

QString sourceMask(const Source &source, const QJsonValue &document)
{
    const QString text = rawText(source, document);
    if (standIns::isIn(text))
        return standIns::maskIn(text);
    return standIns::shortened(text);
}

QStringList sourceTexts(const Source &source, const QJsonValue &document)
{
    const QJsonValue value = sourceValue(source, document);
    if (!value.isArray()) {
        const QString text = sourceText(source, document);
        return text.isEmpty() ? QStringList() : QStringList{text};
    }
    QStringList texts;
    for (const QJsonValue element : value.toArray()) {
        if (const auto text = scalarText(element))
            texts.append(standIns::shown(bounded(source.map.value(*text, *text))));
    }
    return texts;
}

std::optional<Timestamp> timeFrom(const QJsonValue &value, TimeForm form)
{
    if (form == TimeForm::Rfc3339)
        return value.isString() ? Timestamp::fromIso(value.toString()) : std::nullopt;
    // A year-9999 bound keeps a wild number from overflowing the microseconds.
    constexpr double latestSecond = 253'402'300'799.0;
    const double divisor = form == TimeForm::UnixMillis ? 1000.0 : 1.0;
    const double number = value.toDouble(0);
    if (number <= 0 || number / divisor > latestSecond)
        return std::nullopt;
    return form == TimeForm::UnixMillis ? Timestamp::fromMillis(std::llround(number))
                                        : Timestamp::fromMicros(std::llround(number * 1e6));
}

std::optional<Timestamp> sourceTime(const Source &source, const QJsonValue &document)
{
    return timeFrom(sourceValue(source, document), source.time);
}

std::optional<double> sourceNumber(const Source &source, const QJsonValue &document)
{
    for (const JsonPointer &place : source.first) {
        const QJsonValue value = place.in(document);
        if (value.isDouble())
            return value.toDouble();
    }
    return std::nullopt;
}

bool holds(const Condition &condition, const QJsonValue &document, Timestamp now)
{
    const QJsonValue value = condition.at.in(document);
    switch (condition.test) {
    case Condition::Test::Equals:
        return value == condition.value;
    case Condition::Test::Present:
        return holdsSomething(value);
    case Condition::Test::Absent:
        return !holdsSomething(value);
    case Condition::Test::Exists:
        return !value.isUndefined();
    case Condition::Test::Missing:
        return value.isUndefined();
    case Condition::Test::Past:
    case Condition::Test::Future: {
        const auto time = timeFrom(value, condition.time);
        return time && (*time <= now) == (condition.test == Condition::Test::Past);
    }
    }
    return false;
}

KeyState stateOf(const QList<StateRule> &rules, const QJsonValue &document, Timestamp now)
{
    for (const StateRule &rule : rules) {
        if (!rule.condition || holds(*rule.condition, document, now))
            return rule.state;
    }
    return KeyState::Unknown;
}

QStringList MoreStates::of(const QList<StateRule> &rules, const QJsonValue &document, Timestamp now)
{
    QStringList states;
    bool isFirst = true;
    for (const StateRule &rule : rules) {
        if (rule.condition && !holds(*rule.condition, document, now))
            continue;
        const QString text = word(rule.state);
        if (!std::exchange(isFirst, false) && rule.condition && !text.isEmpty())
            states.append(text);
    }
    return states;
}

QString MoreStates::word(KeyState state)
{
    switch (state) {
    case KeyState::Disabled:
        return tr("disabled");
    case KeyState::Rotating:
        return tr("rotating");
    case KeyState::Expired:
        return tr("expired");
    case KeyState::Revoked:
        return tr("revoked");
    default:
        return {};
    }
}

QList<std::pair<QString, QString>> mapDetails(const QList<DetailSource> &details,
                                              const QJsonValue &document)
{
    QList<std::pair<QString, QString>> mapped;
    for (const DetailSource &detail : details) {
        const QStringList texts = sourceTexts(detail.source, document);
        if (!texts.isEmpty())
            mapped.append({detail.label, texts.join(u", "_s)});
    }
    return mapped;
}

std::optional<KeyRecord> mapRecord(const KindTemplate &kind, const QJsonValue &document,
                                   Timestamp now)
{
    const RecordMapping &mapping = kind.record;
    KeyRecord record;
    record.id = VendorKeyId(sourceId(mapping.id, document));
    if (record.id.isEmpty())
        return std::nullopt;
    record.kind = kind.info.id;
    record.name = sourceText(mapping.name, document);
    record.mask = sourceMask(mapping.mask, document);
    record.scopes = sourceTexts(mapping.scopes, document);
    record.environment = sourceText(mapping.environment, document);
    record.state = stateOf(mapping.states, document, now);
    record.createdAt = sourceTime(mapping.createdAt, document);
    record.createdBy = sourceText(mapping.createdBy, document);
    record.lastUsed = mapLastUsed(mapping.lastUsed, document, now);
    record.expiresAt = sourceTime(mapping.expiresAt, document);
    record.details = mapDetails(mapping.details, document);
    const QStringList more = MoreStates::of(mapping.states, document, now);
    if (!more.isEmpty())
        record.details.append({MoreStates::label(), more.join(u", "_s)});
    return record;
}

std::optional<QList<QJsonValue>> rowsOf(const QList<JsonPointer> &alternatives,
                                        const QJsonValue &document)
{
    for (const JsonPointer &alternative : alternatives) {
        if (auto rows = alternative.rowsIn(document))
            return rows;
    }
    return std::nullopt;
}

} // namespace chatelaine
