// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/replacementstate.h"

#include "services/context.h"
#include "store/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace chatelaine {

namespace {

QJsonValue detailOf(const FieldInfo &field, const KeyRecord &old)
{
    for (const auto &[label, text] : old.details) {
        if (label != field.label)
            continue;
        if (field.type != FieldInfo::Type::Lines && field.type != FieldInfo::Type::Multi)
            return text;
        static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
        return QJsonArray::fromStringList(text.split(separator, Qt::SkipEmptyParts));
    }
    return QJsonValue::Undefined;
}

QJsonValue oldValueOf(const FieldInfo &field, const KeyRecord &old)
{
    if (field.isName == QLatin1StringView("name"))
        return old.name.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(old.name);
    if (field.isName == QLatin1StringView("environment"))
        return old.environment.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                         : QJsonValue(old.environment);
    if (field.isName == QLatin1StringView("scopes")) {
        if (field.type == FieldInfo::Type::Multi)
            return QJsonArray::fromStringList(old.scopes);
        return old.scopes.size() == 1 ? QJsonValue(old.scopes.first())
                                      : QJsonValue(QJsonValue::Undefined);
    }
    return detailOf(field, old);
}

bool provesDelivery(const JournalLine &line)
{
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const QString kind = entry.value(QLatin1StringView("kind")).toString();
    if (entry.value(QLatin1StringView("outcome")).toString() != QLatin1StringView("succeeded"))
        return false;
    const QString how = entry.value(QLatin1StringView("detail"))
                            .toObject()
                            .value(QLatin1StringView("how"))
                            .toString();
    return kind == QLatin1StringView("secret.keep") ||
           (kind == QLatin1StringView("secret.release") && how != QLatin1StringView("revoked"));
}

bool doesNotWork(const KeyRow &key)
{
    const KeyState state = key.record.state;
    return key.vanishedAt || state == KeyState::Revoked || state == KeyState::Deleted ||
           state == KeyState::Disabled || state == KeyState::Expired;
}

/** How a replacement stands whose new key has not been made. */
Replacement unmade(Replacement known, const std::optional<OperationRow> &creation)
{
    const OperationState state = creation ? creation->state : OperationState::Failed;
    known.canGoOn = false;
    switch (state) {
    case OperationState::Intended:
    case OperationState::Sent:
        known.sentence = ReplacementState::tr("The new key is being made.");
        break;
    case OperationState::InDoubt:
        known.sentence = ReplacementState::tr(
            "Nobody knows whether the new key was made: its answer was lost. Settle that first.");
        break;
    case OperationState::Settled:
        known.canGoOn = true;
        known.sentence =
            creation->key.isEmpty()
                ? ReplacementState::tr("No new key was made. Another attempt can be made.")
                : ReplacementState::tr("A new key was made, but its secret is lost: revoke it. "
                                       "Another attempt can be made.");
        break;
    case OperationState::Failed:
    case OperationState::Succeeded:
        known.canGoOn = true;
        known.sentence = ReplacementState::tr("The new key has not been made yet.");
        break;
    }
    return known;
}

} // namespace

QList<KeyVerb> endingVerbs(const KindInfo &kind)
{
    if (kind.verb(KeyVerb::Revoke))
        return {KeyVerb::Revoke};
    if (!kind.verb(KeyVerb::Delete))
        return {};
    // First what can be undone: whoever still uses the old key is heard of before it is gone.
    if (kind.verb(KeyVerb::Disable))
        return {KeyVerb::Disable, KeyVerb::Delete};
    return {KeyVerb::Delete};
}

Error cannotReplace(const ProviderInfo &info, const KindInfo *kind)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    const bool makes = kind && kind->verb(KeyVerb::Create);
    error.message = makes ? ReplacementService::tr("%1 cannot end keys of this kind through its "
                                                   "API, so they are not replaced in one go.")
                                .arg(info.name)
                          : ReplacementService::tr("%1 cannot make keys of this kind through its "
                                                   "API, so they are not replaced in one go.")
                                .arg(info.name);
    return error;
}

ReplacementForm formFrom(const KindInfo &kind, const KeyRecord &old)
{
    ReplacementForm form;
    form.ending = endingVerbs(kind);
    const VerbInfo *create = kind.verb(KeyVerb::Create);
    for (const FieldInfo &field : create ? create->fields : QList<FieldInfo>()) {
        const QJsonValue value = oldValueOf(field, old);
        if (!value.isUndefined())
            form.values.insert(field.id, value);
        else
            form.notTakenOver.append(field.label);
    }
    return form;
}

ReplacementState::ReplacementState(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_held(held)
{}

FutureOutcome<QList<Replacement>> ReplacementState::ofAll(const QList<ReplacementRow> &rows)
{
    Answer<QList<Replacement>> answer;
    next(rows, {}, answer);
    return answer.future();
}

void ReplacementState::next(QList<ReplacementRow> rest, QList<Replacement> known,
                            const Answer<QList<Replacement>> &answer)
{
    if (rest.isEmpty())
        return answer.give(known);
    const ReplacementRow row = rest.takeFirst();
    whenDone(of(row), this, [this, rest, known, answer](const Outcome<Replacement> &one) {
        if (!one)
            return answer.give(one.error());
        next(rest, known + QList{*one}, answer);
    });
}

FutureOutcome<Replacement> ReplacementState::of(const ReplacementRow &row)
{
    Replacement known;
    known.row = row;
    Answer<Replacement> answer;
    whenDone(m_context.store.key(row.oldKey), this,
             [this, known, answer](const Outcome<KeyRow> &old) {
                 if (!old && old.error().kind != ErrorKind::NotFound)
                     return answer.give(old.error());
                 Replacement more = known;
                 if (old) {
                     more.oldKey = *old;
                     return readCreation(more, answer);
                 }
                 more.sentence = tr("The account is not there any more.");
                 answer.give(more);
             });
    return answer.future();
}

void ReplacementState::readCreation(const Replacement &known, const Given &answer)
{
    whenDone(m_context.store.operation(known.row.creation), this,
             [this, known, answer](const Outcome<OperationRow> &creation) {
                 if (!creation && creation.error().kind != ErrorKind::NotFound)
                     return answer.give(creation.error());
                 if (!creation)
                     return answer.give(unmade(known, std::nullopt));
                 if (creation->state != OperationState::Succeeded)
                     return answer.give(unmade(known, *creation));
                 readNewKey(known, *creation, answer);
             });
}

void ReplacementState::readNewKey(const Replacement &known, const OperationRow &creation,
                                  const Given &answer)
{
    Replacement more = known;
    more.row.newKey = creation.key;
    if (more.row.step == ReplacementStep::Making)
        more.row.step = ReplacementStep::Delivering; // made, and the end came before it was noted
    if (creation.key.isEmpty())
        return readHeld(more, creation, answer);
    whenDone(m_context.store.key(creation.key), this,
             [this, more, creation, answer](const Outcome<KeyRow> &key) {
                 if (!key && key.error().kind != ErrorKind::NotFound)
                     return answer.give(key.error());
                 Replacement found = more;
                 if (key)
                     found.newKey = *key;
                 readHeld(found, creation, answer);
             });
}

void ReplacementState::readHeld(const Replacement &known, const OperationRow &creation,
                                const Given &answer)
{
    whenDone(m_held.pending(), this,
             [this, known, creation, answer](const Outcome<QList<HeldSecret>> &pending) {
                 if (!pending)
                     return answer.give(pending.error());
                 for (const HeldSecret &secret : *pending) {
                     if (secret.operation != creation.id)
                         continue;
                     Replacement waiting = known;
                     waiting.secret = secret;
                     waiting.sentence = tr("The new key is made. Store its secret where it is "
                                           "needed; then the old key can be ended.");
                     return answer.give(waiting);
                 }
                 readDelivery(known, creation, answer);
             });
}

void ReplacementState::readDelivery(const Replacement &known, const OperationRow &creation,
                                    const Given &answer)
{
    JournalFilter filter;
    filter.operation = creation.id;
    whenDone(m_context.store.journal(filter), this,
             [known, answer](const Outcome<QList<JournalLine>> &lines) {
                 if (!lines)
                     return answer.give(lines.error());
                 Replacement more = known;
                 const bool delivered = std::any_of(lines->cbegin(), lines->cend(), provesDelivery);
                 if (!delivered)
                     more.sentence = tr("The secret of the new key is lost. Revoke the new key, "
                                        "abandon this and begin again.");
                 else if (!more.newKey)
                     more.sentence = tr("The vendor has not shown the new key yet. Sync the "
                                        "account first.");
                 else if (doesNotWork(*more.newKey))
                     more.sentence = tr("The new key does not work: the old one stays.");
                 else {
                     more.canGoOn = true;
                     more.sentence = tr("The new secret was stored. The old key can be ended.");
                 }
                 answer.give(more);
             });
}

} // namespace chatelaine
