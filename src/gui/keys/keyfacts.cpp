// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyfacts.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "models/keytexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeyFactsTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyFacts)
};

using Field = KeyFact::Field;

QString placeText(const ContainerPath &path)
{
    QStringList names;
    for (const ContainerStep &step : path)
        names.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name));
    return names.join(u" / "_s);
}

QString kindText(const KeyRow &key, const std::optional<ProviderInfo> &provider)
{
    const KindInfo *kind = provider ? provider->kind(key.record.kind) : nullptr;
    return displaySafe(kind && !kind->label.isEmpty() ? kind->label : key.record.kind);
}

QString stateText(const KeyRow &key, Timestamp now)
{
    QString text = keyStateText(key.record.state);
    if (key.endedAt)
        text = KeyFactsTexts::tr("%1, ended here %2").arg(text, relativeTime(*key.endedAt, now));
    else if (key.vanishedAt)
        text = KeyFactsTexts::tr("%1, no longer listed since %2")
                   .arg(text, relativeTime(*key.vanishedAt, now));
    if (key.inUse)
        text = KeyFactsTexts::tr("%1; Chatelaine itself uses this key").arg(text);
    return text;
}

KeyFact timeFact(Field field, const QString &label, const std::optional<Timestamp> &time,
                 const QString &otherwise, Timestamp now)
{
    if (!time)
        return {field, label, otherwise, {}, false};
    return {field, label, relativeTime(*time, now), exactTime(*time), false};
}

KeyFact createdFact(const KeyRecord &record, Timestamp now)
{
    KeyFact fact = timeFact(Field::Created, keyColumnTitle(KeyColumn::Created), record.createdAt,
                            KeyFactsTexts::tr("The vendor does not say"), now);
    if (!record.createdBy.isEmpty())
        fact.text =
            KeyFactsTexts::tr("%1 by %2").arg(fact.text, displaySafe(record.createdBy, 120));
    return fact;
}

QString lastUsedTip(const LastUsed &lastUsed)
{
    QStringList lines;
    if (lastUsed.at)
        lines.append(exactTime(*lastUsed.at));
    if (lastUsed.observedAt)
        lines.append(KeyFactsTexts::tr("Read %1").arg(exactTime(*lastUsed.observedAt)));
    return lines.join(u'\n');
}

QString noteText(const NoteTopicInfo &info, const QString &value)
{
    const auto moment =
        info.form == NoteForm::Moment ? Timestamp::fromIso(value) : std::optional<Timestamp>();
    if (moment && value.contains(u'T'))
        return shortTime(*moment);
    if (moment)
        return QLocale().toString(moment->toDateTime().date(), QLocale::ShortFormat);
    return displaySafe(info.form == NoteForm::Word ? noteWordText(value) : value, longestNote);
}

QList<KeyFact> noteFacts(const KeyNotes &notes)
{
    QList<KeyFact> facts;
    for (const NoteTopicInfo &info : noteTopics()) {
        const auto said = notes.said(info.topic);
        if (!said || said->value.isEmpty())
            continue;
        facts.append(
            {Field::Note, noteTopicTitle(info.topic), noteText(info, said->value),
             KeyFactsTexts::tr("Since %1, by %2").arg(exactTime(said->at), displaySafe(said->by)),
             false});
    }
    const auto review = notes.review();
    if (review)
        facts.append(
            {Field::Note, KeyFactsTexts::tr("Last review"),
             KeyFactsTexts::tr("%1: %2", "decision and its reason")
                 .arg(reviewDecisionText(review->decision),
                      displaySafe(review->reason, longestNote)),
             KeyFactsTexts::tr("On %1, by %2").arg(exactTime(review->at), displaySafe(review->by)),
             false});
    if (review && review->acknowledgement) {
        const ReviewAcknowledgement &word = *review->acknowledgement;
        facts.append({Field::Note, KeyFactsTexts::tr("Acknowledged by"),
                      displaySafe(word.who, longestNote),
                      KeyFactsTexts::tr("Written down on %1, by %2")
                          .arg(exactTime(word.at), displaySafe(word.by)),
                      false});
    }
    return facts;
}

} // namespace

QString keyDisplayName(const KeyRow &key)
{
    return displaySafe(key.record.name.trimmed().isEmpty() ? key.record.mask : key.record.name);
}

QList<KeyFact> keyFacts(const KeyRow &key, const std::optional<AccountRow> &account,
                        const std::optional<ProviderInfo> &provider, const KeyNotes &notes,
                        Timestamp now)
{
    const KeyRecord &record = key.record;
    const QString accountName = account ? account->name : QString();
    QStringList scopes;
    for (const QString &scope : record.scopes)
        scopes.append(displaySafe(scope));
    QList<KeyFact> facts{
        {Field::Mask, keyColumnTitle(KeyColumn::Mask), displaySafe(record.mask), {}, true},
        {Field::State, keyColumnTitle(KeyColumn::State), stateText(key, now), {}, false},
        {Field::Account, keyColumnTitle(KeyColumn::Account), displaySafe(accountName), {}, false},
        {Field::Place, KeyFactsTexts::tr("Where"), placeText(record.container), {}, false},
        {Field::Kind, keyColumnTitle(KeyColumn::Kind), kindText(key, provider), {}, false},
        {Field::Scopes, keyColumnTitle(KeyColumn::Scopes), scopes.join(u", "_s), {}, false},
        {Field::Environment,
         keyColumnTitle(KeyColumn::Environment),
         environmentText(record.environment),
         {},
         false},
        createdFact(record, now),
        {Field::LastUsed, keyColumnTitle(KeyColumn::LastUsed),
         lastUsedSentence(record.lastUsed, now), lastUsedTip(record.lastUsed), false},
        timeFact(Field::Expires, keyColumnTitle(KeyColumn::Expires), record.expiresAt, {}, now),
        {Field::Secret,
         KeyFactsTexts::tr("Secret"),
         key.kept ? KeyFactsTexts::tr("Kept in the keychain") : QString(),
         {},
         false},
        {Field::Reference,
         KeyFactsTexts::tr("Reference"),
         displaySafe(keyRef(accountName, record.container, record.id)),
         {},
         true},
    };
    for (const auto &[label, text] : record.details)
        facts.append({Field::Detail, displaySafe(label, 40), displaySafe(text), {}, false});
    facts += noteFacts(notes);
    facts.removeIf([](const KeyFact &fact) { return fact.text.isEmpty(); });
    return facts;
}

} // namespace chatelaine
