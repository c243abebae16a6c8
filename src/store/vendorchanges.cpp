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
constexpr qint64 lag = 600; ///< seconds

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

void insertChange(QJsonObject *detail, QLatin1StringView name, const QString &was,
                  const QString &now)
{
    detail->insert("was."_L1 + name, was);
    detail->insert("now."_L1 + name, now);
}

/** Time alone lets a key expire. */
bool isExpiry(const KeyRecord &listed, Timestamp at)
{
    return listed.state == KeyState::Expired && listed.expiresAt && *listed.expiresAt <= at;
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

const QList<Timestamp> &VendorChanges::ownOperations(const KeyUid &key)
{
    if (!m_operations) {
        m_operations.emplace();
        Rows rows =
            m_writing.db.select(u"SELECT key_uid, coalesce(ended_at, intended_at) FROM operations"
                                " WHERE account = ? AND state <> 'failed'"
                                " AND coalesce(ended_at, intended_at) >= ?"_s,
                                {m_result.account, m_previousStart->plusSeconds(-lag)});
        while (rows.next()) {
            const KeyUid uid(rows.text());
            (*m_operations)[uid].append(rows.time());
        }
    }
    static const QList<Timestamp> none;
    const auto found = m_operations->constFind(key);
    return found == m_operations->cend() ? none : *found;
}

VendorChanges::Source VendorChanges::sourceOf(const KeyRow &known)
{
    if (!m_previousStart)
        return Source::Unsure;
    QList<Timestamp> ours = ownOperations(known.uid);
    if (known.endedAt)
        ours.append(*known.endedAt);
    const bool isLate = std::any_of(ours.cbegin(), ours.cend(), [this](Timestamp at) {
        const bool isAboutBefore =
            !(at < m_previousStart->plusSeconds(-lag)) && !(m_previousEnd < at);
        return isAboutBefore || !(at < m_result.startedAt.plusSeconds(-lag));
    });
    if (isLate)
        return Source::Unsure;
    const bool isSince = std::any_of(ours.cbegin(), ours.cend(),
                                     [this](Timestamp at) { return m_previousEnd < at; });
    return isSince || !known.firstSeenAt || m_previousEnd < *known.firstSeenAt ? Source::Answer
                                                                               : Source::List;
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

QJsonObject VendorChanges::difference(const KeyRow &known, const KeyRecord &listed, Source source,
                                      bool withState) const
{
    const KeyRecord &was = known.record;
    QJsonObject detail;
    for (const Member &member : members) {
        const QString before = member.text(was);
        const QString now = member.text(listed);
        const bool isSaid = (!before.isEmpty() && !now.isEmpty()) ||
                            (member.nothingSaysSomething && source == Source::List);
        if (isSaid && before != now)
            insertChange(&detail, member.name, before, now);
    }
    const bool isStateKnown = was.state != KeyState::Unknown && listed.state != KeyState::Unknown;
    if (withState && isStateKnown && was.state != listed.state &&
        !isExpiry(listed, m_result.endedAt))
        insertChange(&detail, "state"_L1, keyStateName(was.state), keyStateName(listed.state));
    return detail;
}

void VendorChanges::take(const KeyRow &known, const KeyRecord &listed)
{
    JournalEvent event;
    event.object = listed.name;
    event.mask = listed.mask;
    event.vendorId = listed.id.toString();
    event.container = listed.container;
    const bool conflict = isConflict(known, listed);
    if (conflict) {
        event.kind = u"key.conflict"_s;
        event.outcome = u"in_doubt"_s;
        event.detail = {{u"here"_s, keyStateName(known.record.state)},
                        {u"vendor"_s, keyStateName(listed.state)}};
        append(event);
    }
    const Source source = sourceOf(known);
    if (source == Source::Unsure)
        return;
    event.detail = difference(known, listed, source, !conflict);
    if (event.detail.isEmpty())
        return;
    if (m_keys == mostKeys) {
        ++m_others;
        return;
    }
    ++m_keys;
    const Timestamp since =
        source == Source::List ? *m_previousStart : known.lastSeenAt.value_or(*m_previousStart);
    event.detail.insert("since"_L1, since.toIso());
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
