// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/vendorchanges.h"

#include "core/journalwords.h"
#include "store/journal.h"

#include <algorithm>
#include <array>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** So long after a change a vendor's list may still show what was before (Tempo: a minute). */
constexpr qint64 lag = 120; ///< seconds

bool works(KeyState state)
{
    return state == KeyState::Active || state == KeyState::Rotating;
}

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
    Member{"name"_L1, [](const KeyRecord &record) { return record.name; }, false},
    Member{"scopes"_L1, scopesText, true},
    Member{"owner"_L1, [](const KeyRecord &record) { return record.createdBy; }, false},
    Member{"environment"_L1, [](const KeyRecord &record) { return record.environment; }, false},
    Member{"mask"_L1, [](const KeyRecord &record) { return record.mask; }, false},
    Member{"expires"_L1,
           [](const KeyRecord &record) {
               return record.expiresAt ? record.expiresAt->toIso() : QString();
           },
           true},
};

constexpr QLatin1StringView stateMember = "state"_L1;

/** Whether an operation of ours can change it. */
bool affects(const QString &verb, QLatin1StringView member)
{
    switch (keyVerbFromName(verb).value_or(KeyVerb::Update)) {
    case KeyVerb::Create:
        return false;
    case KeyVerb::Enable:
    case KeyVerb::Disable:
    case KeyVerb::Revoke:
    case KeyVerb::Delete:
        return member == stateMember;
    case KeyVerb::Rotate:
    case KeyVerb::Update:
        return true;
    }
    Q_UNREACHABLE();
}

void insertChange(QJsonObject *detail, QLatin1StringView name, const QString &was,
                  const QString &now)
{
    detail->insert("was."_L1 + name, was);
    detail->insert("now."_L1 + name, now);
}

/** Not by time alone, which lets a key expire, and ends the overlap of a rotation. */
bool isStateChanged(const KeyRecord &was, const KeyRecord &listed, Timestamp at)
{
    const bool isKnown = was.state != KeyState::Unknown && listed.state != KeyState::Unknown;
    const bool isExpiry =
        listed.state == KeyState::Expired && listed.expiresAt && *listed.expiresAt <= at;
    const bool isEndOfOverlap = was.state == KeyState::Rotating && listed.state == KeyState::Active;
    return isKnown && was.state != listed.state && !isExpiry && !isEndOfOverlap;
}

} // namespace

VendorChanges::VendorChanges(Writing &writing, const SyncResult &result)
    : m_writing(writing)
    , m_result(result)
{
    Rows rows = writing.db.select(u"SELECT started_at, ended_at FROM syncs WHERE account ="
                                  " (SELECT no FROM accounts WHERE id = ?)"
                                  " ORDER BY no DESC LIMIT 1"_s,
                                  {result.account});
    if (!rows.next())
        return;
    m_previousStart = rows.time();
    m_previousEnd = rows.time();
}

/** Those that a list, this one or the one before, may not show as they ended. */
QList<VendorChanges::OwnOperation> VendorChanges::ownOperations(const KeyRow &known)
{
    if (!m_operations) {
        m_operations.emplace();
        Rows rows = m_writing.db.select(
            u"SELECT key_uid, verb, coalesce(ended_at, intended_at) FROM operations"
            " WHERE account = ? AND state <> 'failed' AND coalesce(ended_at, intended_at) >= ?"_s,
            {m_result.account, m_previousStart->plusSeconds(-lag)});
        while (rows.next()) {
            const KeyUid key(rows.text());
            const QString verb = rows.text();
            (*m_operations)[key].append({verb, rows.time()});
        }
    }
    QList<OwnOperation> ours = m_operations->value(known.uid);
    if (known.endedAt)
        ours.append({keyVerbName(KeyVerb::Revoke), *known.endedAt});
    return ours;
}

/** The difference can be what an operation of ours did, or what was so before it. */
bool VendorChanges::mayBeOurs(const QList<OwnOperation> &ours, QLatin1StringView member,
                              const KeyRecord &listed) const
{
    return std::any_of(ours.cbegin(), ours.cend(), [&](const OwnOperation &own) {
        if (!affects(own.verb, member))
            return false;
        if (!(own.at < m_result.startedAt.plusSeconds(-lag)))
            return true;
        const bool wasLate =
            !(own.at < m_previousStart->plusSeconds(-lag)) && !(m_previousEnd < own.at);
        const bool isEffect = works(listed.state) == (own.verb == keyVerbName(KeyVerb::Enable));
        return wasLate && (member != stateMember || isEffect);
    });
}

/** What is known of the key is of a vendor's answer, which may have less in it than a list. */
bool VendorChanges::isFromAnswer(const KeyRow &known, const QList<OwnOperation> &ours) const
{
    return !known.firstSeenAt || m_previousEnd < *known.firstSeenAt ||
           std::any_of(ours.cbegin(), ours.cend(),
                       [this](const OwnOperation &own) { return !(own.at < *m_previousStart); });
}

/** It was ended here, and the vendor lists it as working. */
bool VendorChanges::isConflict(const KeyRow &known, const KeyRecord &listed) const
{
    return known.endedAt && *known.endedAt < m_result.startedAt && !works(known.record.state) &&
           works(listed.state);
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

QJsonObject VendorChanges::difference(const KeyRow &known, const KeyRecord &listed)
{
    const KeyRecord &was = known.record;
    const QList<OwnOperation> ours = ownOperations(known);
    const bool isWhole = !isFromAnswer(known, ours);
    QJsonObject detail;
    for (const Member &member : members) {
        const QString before = member.text(was);
        const QString now = member.text(listed);
        const bool isSaid =
            (!before.isEmpty() && !now.isEmpty()) || (member.nothingSaysSomething && isWhole);
        if (isSaid && before != now && !mayBeOurs(ours, member.name, listed))
            insertChange(&detail, member.name, before, now);
    }
    if (isStateChanged(was, listed, m_result.endedAt) && !isConflict(known, listed) &&
        !mayBeOurs(ours, stateMember, listed))
        insertChange(&detail, stateMember, keyStateName(was.state), keyStateName(listed.state));
    if (!detail.isEmpty())
        detail.insert(
            "wasSoAt"_L1,
            (isWhole ? *m_previousStart : known.lastSeenAt.value_or(*m_previousStart)).toIso());
    return detail;
}

void VendorChanges::take(const KeyRow &known, const KeyRecord &listed)
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
    if (!m_previousStart)
        return;
    event.detail = difference(known, listed);
    if (event.detail.isEmpty())
        return;
    if (m_keys == mostKeys) {
        ++m_others;
        return;
    }
    ++m_keys;
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
