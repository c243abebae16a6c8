// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keyhistory.h"

#include <QJsonDocument>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QString historyPlace(const QString &account, const QString &container, const QString &vendorId)
{
    return account + u'\n' + container + u'\n' + vendorId;
}

QString historyPlace(const KeyRow &key, const QString &vendorId)
{
    return historyPlace(key.account.toString(), containerKey(key.record.container), vendorId);
}

/** An entry about a key, as far as a history needs it. */
struct KeyEntry
{
    explicit KeyEntry(const JournalLine &line)
        : at(line.time)
        , members(QJsonDocument::fromJson(line.line).object())
        , detail(members.value("detail"_L1).toObject())
        , kind(text("kind"_L1))
        , succeeded(text("outcome"_L1) == "succeeded"_L1)
    {}

    QString text(QLatin1StringView name) const { return members.value(name).toString(); }
    QString who() const { return text("user"_L1) + u'@' + text("host"_L1); }
    QString place(const QString &vendorId) const
    {
        return historyPlace(text("account"_L1), text("container"_L1), vendorId);
    }
    bool ends() const { return kind == "key.revoke"_L1 || kind == "key.delete"_L1; }

    Timestamp at;
    QJsonObject members;
    QJsonObject detail;
    QString kind;
    bool succeeded;
};

void keepLater(std::optional<Timestamp> *last, Timestamp at)
{
    *last = std::max(last->value_or(at), at);
}

/** What an entry says that did not succeed. */
void noteUnproven(KeyHistory *key, const KeyEntry &entry)
{
    if (entry.kind == "key.conflict"_L1)
        keepLater(&key->workedAt, entry.at);
    else if (entry.ends() && entry.text("outcome"_L1) == "accepted"_L1)
        keepLater(&key->endAcceptedAt, entry.at);
}

void noteDone(KeyHistory *key, const KeyEntry &entry)
{
    if (entry.kind == "key.create"_L1) {
        key->madeBy = entry.who();
        key->madeAt = entry.at;
    } else if (entry.kind == "key.rotate"_L1) {
        key->rotations.append(
            {entry.at, Timestamp::fromIso(entry.detail.value("outgoingUntil"_L1).toString())});
    } else if (entry.ends()) {
        key->endedBy = entry.who();
        keepLater(&key->endVerifiedAt, entry.at);
    } else if (entry.kind == "key.replace"_L1) {
        key->successor = entry.detail.value("newKey"_L1).toString();
        key->replacedAt = entry.at;
    } else if (entry.kind == "key.deliver"_L1) {
        key->places.append(u"%1 %2 (%3)"_s.arg(entry.detail.value("store"_L1).toString(),
                                               entry.detail.value("place"_L1).toString(),
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

void KeyHistories::take(const JournalLine &line)
{
    // Most entries are not about keys: these are passed without being parsed.
    if (!line.line.contains("\"kind\":\"key."))
        return;
    const KeyEntry entry(line);
    const QString id = entry.text("vendorId"_L1);
    if (id.isEmpty())
        return;
    KeyHistory &key = m_keys[entry.place(id)];
    if (!entry.succeeded)
        return noteUnproven(&key, entry);
    noteDone(&key, entry);
    if (entry.kind == "key.replace"_L1 && !key.successor.isEmpty())
        m_keys[entry.place(QString(key.successor))].predecessor = id;
}

void KeyHistories::take(const KeyRow &oldKey, const KeyRow &newKey)
{
    const QString oldId = oldKey.record.id.toString();
    const QString newId = newKey.record.id.toString();
    m_keys[historyPlace(oldKey, oldId)].successor = newId;
    m_keys[historyPlace(newKey, newId)].predecessor = oldId;
}

KeyHistory KeyHistories::of(const KeyRow &key) const
{
    return ofNeighbour(key, key.record.id.toString());
}

KeyHistory KeyHistories::ofNeighbour(const KeyRow &key, const QString &vendorId) const
{
    return m_keys.value(historyPlace(key, vendorId));
}

} // namespace chatelaine
