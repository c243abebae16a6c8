// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/accounts.h"
#include "store/encoding.h"
#include "store/keyrecord.h"
#include "store/keys.h"
#include "store/team/teaminventory.h"

#include <QUuid>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int receivedRows = 1000;
const QString accountsPosition = u"accounts"_s;
const QString containersPosition = u"containers"_s;
const QString keysPosition = u"keys"_s;

struct TeamAccount
{
    AccountRow row;
    bool removed = false;
    Timestamp stamp;
    QString writer;
};

struct TeamContainer
{
    AccountId account;
    QString key;
    QString path;
    QString details;
    bool listed = false;
    std::optional<Timestamp> seenAt;
    std::optional<Timestamp> seenSince;
    Timestamp stamp;
    qint64 revision = 0;
};

/** A key and the container that it is in, by names that both databases have. */
struct TeamKey
{
    QString container;
    StoredKey stored;
    qint64 revision = 0;
};

QList<TeamAccount> readTeamAccounts(TeamWork &work, qint64 after, qint64 revision)
{
    QList<TeamAccount> accounts;
    TeamRows rows = work.team.select(
        u"SELECT id, name, provider, base_url, created_at, is_complete, as_of, complete_at,"
        " reasons, removed_at IS NOT NULL, stamp, writer FROM accounts"
        " WHERE revision > ? AND revision <= ? AND writer <> ? ORDER BY revision"_s,
        {after, revision, work.installation});
    while (rows.next()) {
        TeamAccount account;
        account.row.id = AccountId(rows.text());
        account.row.name = storedText(rows.text()).replace(u'/', u'_');
        account.row.provider = ProviderId(rows.text());
        account.row.baseUrl = rows.text();
        account.row.createdAt = Timestamp::fromMicros(rows.integer());
        account.row.status.condition =
            rows.flag() ? AccountStatus::Condition::Fresh : AccountStatus::Condition::Incomplete;
        account.row.status.asOf = rows.maybeTime();
        account.row.status.completeAt = rows.maybeTime();
        account.row.status.reasons = decodeTexts(rows.text());
        account.row.shared = true;
        account.removed = rows.flag();
        account.stamp = Timestamp::fromMicros(rows.integer());
        account.writer = rows.text();
        accounts.append(account);
    }
    return accounts;
}

QList<TeamContainer> readTeamContainers(TeamWork &work, qint64 after, qint64 revision)
{
    QList<TeamContainer> containers;
    TeamRows rows = work.team.select(
        u"SELECT account, key, path, details, listed, seen_at, seen_since, stamp, revision"
        " FROM containers WHERE revision > ? AND revision <= ? AND (writer <> ? OR ?)"
        " ORDER BY revision LIMIT ?"_s,
        {after, revision, work.installation, takesOwnAgain(work), receivedRows});
    while (rows.next()) {
        TeamContainer container;
        container.account = AccountId(rows.text());
        container.key = rows.text();
        container.path = encodePath(decodePath(rows.text()));
        container.details = encodeDetails(decodeDetails(rows.text()));
        container.listed = rows.flag();
        container.seenAt = rows.maybeTime();
        container.seenSince = rows.maybeTime();
        container.stamp = Timestamp::fromMicros(rows.integer());
        container.revision = rows.integer();
        containers.append(container);
    }
    return containers;
}

QList<TeamKey> readTeamKeys(TeamWork &work, qint64 after, qint64 revision)
{
    QList<TeamKey> keys;
    TeamRows rows = work.team.select(
        u"SELECT account, container, uid, id, kind, name, mask, scopes, environment, state,"
        " created_at, created_by, used_at, used_precision, used_source, used_since, used_observed,"
        " expires_at, details, manual, first_seen, last_seen, vanished_at, ended_at, stamp,"
        " revision FROM keys WHERE revision > ? AND revision <= ? AND (writer <> ? OR ?)"
        " ORDER BY revision LIMIT ?"_s,
        {after, revision, work.installation, takesOwnAgain(work), receivedRows});
    while (rows.next()) {
        TeamKey key;
        KeyRow &row = key.stored.row;
        row.account = AccountId(rows.text());
        key.container = rows.text();
        row.uid = KeyUid(rows.text());
        readKeyRecord(rows, row.record);
        // Whatever stands there: as a vendor's answer, it is not trusted.
        row.record = storedRecord(row.record);
        row.manual = rows.flag();
        row.firstSeenAt = rows.maybeTime();
        row.lastSeenAt = rows.maybeTime();
        row.vanishedAt = rows.maybeTime();
        row.endedAt = rows.maybeTime();
        key.stored.teamStamp = Timestamp::fromMicros(rows.integer());
        key.revision = rows.integer();
        keys.append(key);
    }
    return keys;
}

Writing writingOf(TeamWork &work)
{
    return Writing(work.local, work.now, work.installation, work.author);
}

/** The name, or one like it that no other account here has. */
QString freeName(TeamWork &work, const TeamAccount &account)
{
    const auto isTaken = [&](const QString &name) {
        return work.local
            .number(u"SELECT 1 FROM accounts WHERE name = ? AND id <> ?"_s, {name, account.row.id})
            .has_value();
    };
    const QString wanted = account.row.name.isEmpty() ? u"?"_s : account.row.name;
    if (!isTaken(wanted))
        return wanted;
    Rows rows = work.local.select(
        u"SELECT user || '@' || host FROM team_installations WHERE id = ?"_s, {account.writer});
    const QString writer = rows.next() ? rows.text().replace(u'/', u'_') : account.writer;
    QString name = u"%1 (%2)"_s.arg(wanted, writer);
    for (int next = 2; isTaken(name); ++next)
        name = u"%1 (%2, %3)"_s.arg(wanted, writer).arg(next);
    return name;
}

/** Ids of ours are names of entries in the keychain: nobody else chooses their form. */
bool isUuid(const QString &text)
{
    return QUuid::fromString(text).toString(QUuid::WithoutBraces) == text;
}

void forgetRemoved(TeamWork &work, const AccountRow &here)
{
    if (!here.isWatched())
        return; // its owner here still has it, and tells the team so with its next reading
    Writing writing = writingOf(work);
    removeAccount(writing, here.id);
    work.local.run(u"UPDATE team_removals SET reason = 'gone' WHERE account = ?"_s, {here.id});
}

/** One that was gone is back: what is older of it has to come again as well. */
void receiveAllAgain(TeamWork &work, const AccountId &account)
{
    if (work.local.run(u"DELETE FROM team_removals WHERE account = ?"_s, {account}) == 0)
        return;
    for (const QString &name :
         {containersPosition, keysPosition, teamUsagePosition, teamQuotasPosition})
        setTeamPosition(work, name, 0);
    setTeamPosition(work, teamAgainPosition, 1);
}

/** Whatever an account with a credential sends goes where its owner here has agreed to: from the
 * team only the address of those is taken that nobody here has a credential for. */
void takeAccount(TeamWork &work, const TeamAccount &account, const std::optional<AccountRow> &here)
{
    if (account.removed) {
        if (here)
            forgetRemoved(work, *here);
        return;
    }
    if ((here && !here->isWatched()) || !isUuid(account.row.id.toString()))
        return;
    AccountRow row = here.value_or(account.row);
    row.name = freeName(work, account);
    row.provider = account.row.provider;
    row.baseUrl = account.row.baseUrl;
    if (!here)
        row.status = {};
    if (here && row == *here)
        return;
    const qint64 stamp =
        work.local.number(u"SELECT stamp FROM accounts WHERE id = ?"_s, {row.id}).value_or(-1);
    Writing writing = writingOf(work);
    putAccount(writing, row);
    work.local.run(u"UPDATE accounts SET stamp = ?, team_stamp = ? WHERE id = ?"_s,
                   {stamp, stamp, row.id});
    if (!here)
        receiveAllAgain(work, row.id);
}

void takeAccountReading(TeamWork &work, const TeamAccount &account)
{
    const QString fresh = conditionName(AccountStatus::Condition::Fresh);
    const QString incomplete = conditionName(AccountStatus::Condition::Incomplete);
    const AccountStatus &status = account.row.status;
    work.round.rowsReceived += work.local.run(
        u"UPDATE accounts SET as_of = ?, complete_at = ?, reasons = ?, stamp = ?, team_stamp = ?,"
        " condition = CASE WHEN ? IS NULL OR (credentials <> ? AND condition NOT IN (?, ?))"
        " THEN condition ELSE ? END WHERE id = ? AND stamp < ?"_s,
        {status.asOf, status.completeAt, encodeTexts(status.reasons), account.stamp, account.stamp,
         status.asOf, encodeCredentials({}), fresh, incomplete, conditionName(status.condition),
         account.row.id, account.stamp});
}

void takeContainer(TeamWork &work, Writing &writing, const TeamContainer &container)
{
    work.local.run(
        u"INSERT INTO containers (account, key, path, details, listed, revision, stamp,"
        " team_stamp) SELECT no, ?, ?, ?, ?, ?, -1, -1 FROM accounts WHERE id = ? AND practice = 0"
        " ON CONFLICT (account, key) DO NOTHING"_s,
        {container.key, container.path, container.details, container.listed, writing.revision(),
         container.account});
}

void takeContainerReading(TeamWork &work, Writing &writing, const TeamContainer &container)
{
    work.round.rowsReceived += work.local.run(
        u"UPDATE containers SET path = ?, details = ?, listed = ?,"
        " seen_since = CASE WHEN coalesce(?, 0) >= coalesce(seen_at, 0) THEN ? ELSE seen_since END,"
        " seen_at = nullif(max(coalesce(?, 0), coalesce(seen_at, 0)), 0),"
        " stamp = ?, team_stamp = ?, revision = ? WHERE key = ? AND stamp < ?"
        " AND account = (SELECT no FROM accounts WHERE id = ? AND practice = 0)"_s,
        {container.path, container.details, container.listed, container.seenAt, container.seenSince,
         container.seenAt, container.stamp, container.stamp, writing.revision(), container.key,
         container.stamp, container.account});
}

bool sameKeyContent(const KeyRow &a, const KeyRow &b)
{
    KeyRecord one = a.record;
    KeyRecord other = b.record;
    one.container = other.container = {};
    one.lastUsed.observedAt = other.lastUsed.observedAt = std::nullopt;
    return one == other && a.vanishedAt.has_value() == b.vanishedAt.has_value();
}

void takeKey(Writing &writing, TeamKey &key, qint64 container, TeamRound &round)
{
    Database &db = writing.db;
    const auto here = findStoredKey(db, container, key.stored.row.record.id);
    const Timestamp told = *key.stored.teamStamp;
    if (here) {
        const auto own =
            db.number(u"SELECT stamp FROM keys WHERE no = ?"_s, {here->no}).value_or(0);
        const Timestamp known =
            std::max(Timestamp::fromMicros(own), here->row.lastSeenAt.value_or(Timestamp()));
        if (known >= told) {
            // A later reading from here says otherwise: the team is told.
            if (known > told && !sameKeyContent(here->row, key.stored.row))
                db.run(u"UPDATE keys SET stamp = ?, team_stamp = NULL, revision = ? WHERE no = ?"_s,
                       {known, writing.revision(), here->no});
            return;
        }
        key.stored.no = here->no;
        key.stored.row.uid = here->row.uid; // what refers to it here stays right
        key.stored.row.inUse = here->row.inUse;
        key.stored.row.kept = here->row.kept;
    } else if (!isUuid(key.stored.row.uid.toString()) || findStoredKey(db, key.stored.row.uid)) {
        key.stored.row.uid = KeyUid(newUuid()); // no row becomes another key by somebody's word
    }
    key.stored.container = container;
    writeKey(writing, key.stored);
    ++round.rowsReceived;
}

/** The row numbers of containers, asked for once. */
class ContainerNumbers
{
public:
    explicit ContainerNumbers(Database &db)
        : m_db(db)
    {}
    std::optional<qint64> find(const AccountId &account, const QString &key)
    {
        const auto place = std::pair(account.toString(), key);
        auto it = m_known.find(place);
        if (it == m_known.end())
            it = m_known.insert(place,
                                m_db.number(u"SELECT c.no FROM containers c JOIN accounts a"
                                            " ON a.no = c.account WHERE a.id = ? AND c.key = ?"
                                            " AND a.practice = 0"_s,
                                            {account, key}));
        return *it;
    }

private:
    Database &m_db;
    QHash<std::pair<QString, QString>, std::optional<qint64>> m_known;
};

QHash<AccountId, AccountRow> accountsHere(Database &db)
{
    QHash<AccountId, AccountRow> accounts;
    for (const AccountRow &row : readAccounts(db))
        accounts.insert(row.id, row);
    return accounts;
}

} // namespace

bool InventoryReceipt::takeAccounts()
{
    const QList<TeamAccount> accounts =
        readTeamAccounts(m_work, teamPosition(m_work, accountsPosition), m_revision);
    if (accounts.isEmpty())
        return true;
    Transaction transaction(m_work.local, Transaction::Kind::Write);
    const auto here = accountsHere(m_work.local);
    for (const TeamAccount &account : accounts) {
        const auto known = here.constFind(account.row.id);
        const bool hidden = m_work.local
                                .number(u"SELECT 1 FROM team_removals WHERE account = ?"
                                        " AND reason <> 'gone'"_s,
                                        {account.row.id})
                                .has_value();
        if (!hidden)
            takeAccount(m_work, account,
                        known == here.cend() ? std::nullopt : std::optional(*known));
    }
    transaction.commit();
    return true;
}

bool InventoryReceipt::takeContainers()
{
    qint64 after = teamPosition(m_work, containersPosition);
    while (true) {
        const auto containers = readTeamContainers(m_work, after, m_revision);
        if (containers.isEmpty())
            return true;
        Transaction transaction(m_work.local, Transaction::Kind::Write);
        Writing writing = writingOf(m_work);
        for (const TeamContainer &container : containers)
            takeContainer(m_work, writing, container);
        transaction.commit();
        after = containers.constLast().revision;
    }
}

bool InventoryReceipt::takeKeys()
{
    QList<TeamKey> keys = readTeamKeys(m_work, teamPosition(m_work, keysPosition), m_revision);
    const bool end = keys.size() < receivedRows;
    Transaction transaction(m_work.local, Transaction::Kind::Write);
    Writing writing = writingOf(m_work);
    ContainerNumbers containers(m_work.local);
    for (TeamKey &key : keys) {
        // None: its account is not shown here.
        if (const auto container = containers.find(key.stored.row.account, key.container))
            takeKey(writing, key, *container, m_work.round);
    }
    setTeamPosition(m_work, keysPosition, end ? m_revision : keys.constLast().revision);
    transaction.commit();
    return end;
}

bool InventoryReceipt::takeReadings()
{
    const auto containers =
        readTeamContainers(m_work, teamPosition(m_work, containersPosition), m_revision);
    const bool end = containers.size() < receivedRows;
    const QList<TeamAccount> accounts =
        end ? readTeamAccounts(m_work, teamPosition(m_work, accountsPosition), m_revision)
            : QList<TeamAccount>();
    Transaction transaction(m_work.local, Transaction::Kind::Write);
    Writing writing = writingOf(m_work);
    for (const TeamContainer &container : containers)
        takeContainerReading(m_work, writing, container);
    for (const TeamAccount &account : accounts)
        takeAccountReading(m_work, account);
    setTeamPosition(m_work, containersPosition, end ? m_revision : containers.constLast().revision);
    if (end)
        setTeamPosition(m_work, accountsPosition, m_revision);
    transaction.commit();
    return end;
}

} // namespace chatelaine
