// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/vendorchanges.h"

#include "core/journalwords.h"
#include "core/keymembers.h"
#include "store/journal.h"

#include <algorithm>
#include <array>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** So long after a change a vendor's list may still show what was before (Tempo: a minute). */
constexpr qint64 lag = 120; ///< seconds

const QString wasPrefix = u"was."_s;
const QString nowPrefix = u"now."_s;

struct Member
{
    QLatin1StringView name;
    QString (*text)(const KeyRecord &record);
    /** Whether a list that says nothing of it means that there is nothing. */
    bool nothingSaysSomething;
};

QString scopesText(const KeyRecord &record)
{
    QStringList scopes = record.scopes;
    scopes.sort();
    return scopes.join(u' ');
}

constexpr std::array members = {
    Member{KeyMembers::name, [](const KeyRecord &record) { return record.name; }, false},
    Member{KeyMembers::scopes, scopesText, true},
    Member{KeyMembers::owner, [](const KeyRecord &record) { return record.createdBy; }, false},
    Member{KeyMembers::environment, [](const KeyRecord &record) { return record.environment; },
           false},
    Member{KeyMembers::mask, [](const KeyRecord &record) { return record.mask; }, false},
    Member{KeyMembers::expires,
           [](const KeyRecord &record) {
               return record.expiresAt ? record.expiresAt->toIso() : QString();
           },
           true},
};

/** What the end of an overlap changes, which a rotation has announced. */
bool changesWithOverlap(QLatin1StringView member)
{
    return member == KeyMembers::mask || member == KeyMembers::expires;
}

using Details = QList<std::pair<QString, QString>>;

QString detailOf(const KeyRecord &record, const QString &label)
{
    for (const auto &[known, text] : record.details) {
        if (known == label)
            return text;
    }
    return {};
}

/** Labels are in the language of the interface, which may have been another one. */
bool areComparable(const Details &was, const Details &listed)
{
    return was.isEmpty() || listed.isEmpty() ||
           std::any_of(was.cbegin(), was.cend(), [&listed](const auto &one) {
               return std::any_of(listed.cbegin(), listed.cend(),
                                  [&one](const auto &other) { return one.first == other.first; });
           });
}

void insertChange(QJsonObject *detail, QAnyStringView member, const QString &was,
                  const QString &now)
{
    const QString name = member.toString();
    detail->insert(wasPrefix + name, was);
    detail->insert(nowPrefix + name, now);
}

} // namespace

VendorChanges::VendorChanges(Writing &writing, const SyncResult &result)
    : m_writing(writing)
    , m_result(result)
{}

/** Those since its container was last listed, and some more. */
QList<VendorChanges::OwnOperation> VendorChanges::ownOperations(const KeyRow &known)
{
    if (!m_operations) {
        m_operations.emplace();
        Rows rows = m_writing.db.select(
            u"SELECT o.key_uid, o.verb, coalesce(o.ended_at, o.intended_at),"
            " EXISTS (SELECT 1 FROM journal j WHERE j.operation = o.id"
            " AND json_extract(j.line, '$.outcome') = 'succeeded')"
            " FROM operations o WHERE o.account = ? AND o.state <> 'failed'"
            " AND coalesce(o.ended_at, o.intended_at) >= (SELECT coalesce(min(c.seen_since), 0)"
            " FROM containers c JOIN accounts a ON a.no = c.account WHERE a.id = ?) - ?"_s,
            {m_result.account, m_result.account, lag * 1'000'000});
        while (rows.next()) {
            const KeyUid key(rows.text());
            const auto verb = keyVerbFromName(rows.text());
            const Timestamp at = rows.time();
            (*m_operations)[key].append({verb.value_or(KeyVerb::Update), at, rows.flag()});
        }
    }
    QList<OwnOperation> ours = m_operations->value(known.uid);
    if (known.endedAt)
        ours.append({KeyVerb::Revoke, *known.endedAt, true});
    return ours;
}

/** The difference can be what an operation of ours did, or an old list that does not know it. */
bool VendorChanges::mayBeOurs(const QList<OwnOperation> &ours, QAnyStringView member,
                              const KeyRecord &listed, const Listed &before) const
{
    return std::any_of(ours.cbegin(), ours.cend(), [&](const OwnOperation &own) {
        if (!canChange(own.verb, member) || own.at < before.since.plusSeconds(-lag))
            return false;
        const bool isRecent = !(own.at < m_result.startedAt.plusSeconds(-lag));
        const bool isKnown = own.isVerified && before.at < own.at;
        return isRecent ||
               (!isKnown && (member != KeyMembers::state || canLeadTo(own.verb, listed.state)));
    });
}

/** It was ended here, and the vendor lists it as working. */
bool VendorChanges::isConflict(const KeyRow &known, const KeyRecord &listed) const
{
    return known.endedAt && *known.endedAt < m_result.startedAt && !works(known.record.state) &&
           works(listed.state);
}

/** Not by time alone, which lets a key expire and ends the overlap of a rotation; and not from a
 * state that no vendor ever said, since the key had only vanished. */
bool VendorChanges::isStateChanged(const KeyRow &known, const KeyRecord &listed) const
{
    const KeyState was = known.record.state;
    const bool isKnown =
        was != KeyState::Unknown && listed.state != KeyState::Unknown && !known.vanishedAt;
    const bool isExpiry = listed.state == KeyState::Expired && listed.expiresAt &&
                          *listed.expiresAt <= m_result.endedAt;
    const bool isEndOfOverlap = was == KeyState::Rotating && works(listed.state);
    const bool hasEndedHere = known.endedAt && !works(was) && !works(listed.state);
    return isKnown && was != listed.state && !isExpiry && !isEndOfOverlap && !hasEndedHere &&
           !isConflict(known, listed);
}

QJsonObject VendorChanges::difference(const KeyRow &known, const KeyRecord &listed,
                                      const Listed &before)
{
    const KeyRecord &was = known.record;
    const QList<OwnOperation> ours = ownOperations(known);
    // An answer to an operation may have less in it than a list.
    const bool isFromList =
        known.firstSeenAt && !(before.at < *known.firstSeenAt) &&
        std::none_of(ours.cbegin(), ours.cend(),
                     [&before](const OwnOperation &own) { return !(own.at < before.since); });
    QJsonObject detail;
    for (const Member &member : members) {
        const QString then = member.text(was);
        const QString now = member.text(listed);
        const bool isSaid =
            (!then.isEmpty() && !now.isEmpty()) || (member.nothingSaysSomething && isFromList);
        const bool isOverlap = was.state == KeyState::Rotating && changesWithOverlap(member.name);
        if (isSaid && !isOverlap && then != now && !mayBeOurs(ours, member.name, listed, before))
            insertChange(&detail, member.name, then, now);
    }
    for (const auto &[label, field] : m_result.settings) {
        const QString then = detailOf(was, label);
        const QString now = detailOf(listed, label);
        const bool isSaid = isFromList || (!then.isEmpty() && !now.isEmpty());
        if (isSaid && then != now && areComparable(was.details, listed.details) &&
            !mayBeOurs(ours, field, listed, before))
            insertChange(&detail, field, then, now);
    }
    if (isStateChanged(known, listed) && !mayBeOurs(ours, KeyMembers::state, listed, before))
        insertChange(&detail, KeyMembers::state, keyStateName(was.state),
                     keyStateName(listed.state));
    return detail;
}

bool VendorChanges::hasRoom(const QJsonObject &detail)
{
    const bool isOfRights =
        detail.contains(nowPrefix + KeyMembers::scopes) ||
        detail.contains(nowPrefix + KeyMembers::state) ||
        std::any_of(m_result.settings.cbegin(), m_result.settings.cend(),
                    [&detail](const auto &one) { return detail.contains(nowPrefix + one.second); });
    int &count = isOfRights ? m_keysOfRights : m_keys;
    if (count == (isOfRights ? mostKeysOfRights : mostKeys)) {
        ++m_others;
        return false;
    }
    ++count;
    return true;
}

void VendorChanges::append(JournalEvent event)
{
    event.account = m_result.account;
    Rows rows = m_writing.db.select(u"SELECT name, provider FROM accounts WHERE id = ?"_s,
                                    {m_result.account});
    if (rows.next()) {
        event.accountName = rows.text();
        event.provider = ProviderId(rows.text());
    }
    appendJournal(m_writing, event);
}

void VendorChanges::take(const KeyRow &known, const KeyRecord &listed,
                         const std::optional<Listed> &before)
{
    JournalEvent event;
    event.object = listed.name;
    event.mask = listed.mask;
    event.vendorId = listed.id.toString();
    event.container = listed.container;
    if (isConflict(known, listed)) {
        event.kind = u"key.conflict"_s;
        event.outcome = u"in_doubt"_s;
        event.detail = {{u"here"_s, keyStateName(known.record.state)},
                        {u"vendor"_s, keyStateName(listed.state)}};
        append(event);
    }
    if (!before)
        return;
    event.detail = difference(known, listed, *before);
    if (event.detail.isEmpty() || !hasRoom(event.detail))
        return;
    // What others of the team or an answer told is later than the list.
    const bool isLater = known.lastSeenAt && before->at < *known.lastSeenAt;
    event.detail.insert("wasSoAt"_L1, (isLater ? *known.lastSeenAt : before->since).toIso());
    event.kind = JournalKinds::changedElsewhere;
    event.outcome = u"succeeded"_s;
    append(event);
}

void VendorChanges::finish()
{
    if (m_others == 0)
        return;
    JournalEvent event;
    event.kind = JournalKinds::changedElsewhere;
    event.outcome = u"succeeded"_s;
    event.detail = {{"others"_L1, m_others}};
    append(event);
}

} // namespace chatelaine
