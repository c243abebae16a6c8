// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keyhistory.h"

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

bool endsKey(const KeyEntry &entry)
{
    return entry.kind == "key.revoke"_L1 || entry.kind == "key.delete"_L1;
}

bool bringsSecret(const KeyEntry &entry)
{
    return entry.kind == "key.create"_L1 || entry.kind == "key.rotate"_L1;
}

void keepLater(std::optional<Timestamp> *last, Timestamp at)
{
    *last = std::max(last->value_or(at), at);
}

/** What an entry says that did not succeed. */
void noteUnproven(KeyHistory *key, const KeyEntry &entry)
{
    if (entry.kind == "key.conflict"_L1)
        keepLater(&key->workedAt, entry.at);
    else if (endsKey(entry) && entry.outcome() == "accepted"_L1)
        keepLater(&key->endAcceptedAt, entry.at);
}

void noteDone(KeyHistory *key, const KeyEntry &entry)
{
    if (entry.kind == "key.create"_L1) {
        key->madeBy = entry.who();
        key->madeAt = entry.at;
    } else if (entry.kind == "key.rotate"_L1) {
        key->rotations.append(
            {entry.at, Timestamp::fromIso(entry.detail().value("outgoingUntil"_L1).toString())});
    } else if (endsKey(entry)) {
        key->endedBy = entry.who();
        keepLater(&key->endVerifiedAt, entry.at);
    } else if (entry.kind == "key.replace"_L1) {
        key->successor = entry.detail().value("newKey"_L1).toString();
        key->replacedAt = entry.at;
    } else if (entry.kind == "key.deliver"_L1) {
        key->places.append(u"%1 %2 (%3)"_s.arg(entry.detail().value("store"_L1).toString(),
                                               entry.detail().value("place"_L1).toString(),
                                               entry.at.toIso()));
    }
}

} // namespace

std::optional<Timestamp> KeyHistory::rotatedAt() const
{
    std::optional<Timestamp> last;
    for (const SecretChange &change : rotations)
        keepLater(&last, change.at);
    return last;
}

std::shared_ptr<const KeyEventWords> KeyHistories::wordsOf(const KeyEntry &entry)
{
    const KeyEventWords words{entry.kind, entry.outcome(), entry.who(),
                              entry.text("installation"_L1)};
    const QString all =
        QStringList{words.kind, words.outcome, words.who, words.installation}.join(u'\n');
    auto &known = m_words[all];
    if (!known)
        known = std::make_shared<const KeyEventWords>(words);
    return known;
}

void KeyHistories::takeSaid(KeyHistory *key, const KeyEntry &entry) const
{
    QList<SaidOfKey> all = saidIn(entry.members, m_end);
    const bool isOfException =
        entry.kind == NoteKinds::exception || entry.kind == NoteKinds::exceptionEnd;
    for (SaidOfKey &said : all) {
        said.at = entry.at; // by which the period was chosen
        key->notes.take(said);
        if (isOfException)
            key->exceptions.append(said);
    }
    if (entry.kind == NoteKinds::review && !all.isEmpty())
        ++key->reviews;
}

void KeyHistories::take(const KeyEntry &entry)
{
    KeyHistory &key = m_keys[entry.place()];
    if (entry.at < m_end) {
        key.events.append({entry.at, entry.sequence, wordsOf(entry)});
        takeSaid(&key, entry);
    }
    if (!entry.succeeded())
        return noteUnproven(&key, entry);
    noteDone(&key, entry);
    if (bringsSecret(entry))
        m_secrets.insert(entry.operation(), entry.place());
    if (entry.kind == "key.replace"_L1 && !key.successor.isEmpty())
        m_keys[entry.placeOf(QString(key.successor))].predecessor = entry.vendorId;
}

void KeyHistories::takeSecret(const KeyEntry &entry)
{
    const auto place = m_secrets.constFind(entry.operation());
    if (entry.at < m_end && place != m_secrets.cend())
        m_keys[*place].events.append({entry.at, entry.sequence, wordsOf(entry)});
}

void KeyHistories::take(const KeyRow &oldKey, const KeyRow &newKey)
{
    const QString oldId = oldKey.record.id.toString();
    const QString newId = newKey.record.id.toString();
    m_keys[KeyEntry::placeOf(oldKey, oldId)].successor = newId;
    m_keys[KeyEntry::placeOf(newKey, newId)].predecessor = oldId;
}

KeyHistory KeyHistories::of(const KeyRow &key) const
{
    return ofNeighbour(key, key.record.id.toString());
}

KeyHistory KeyHistories::ofNeighbour(const KeyRow &key, const QString &vendorId) const
{
    return m_keys.value(KeyEntry::placeOf(key, vendorId));
}

} // namespace chatelaine
