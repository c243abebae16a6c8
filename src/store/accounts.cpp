// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/accounts.h"

#include "store/encoding.h"
#include "store/failure.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

qint64 accountNumber(Database &db, const AccountId &account)
{
    const auto number = db.number(u"SELECT no FROM accounts WHERE id = ?"_s, {account});
    if (!number)
        throw Failure{StorageErrors::noSuchAccount()};
    return *number;
}

QList<AccountRow> readAccounts(Database &db)
{
    QList<AccountRow> accounts;
    Rows rows = db.select(
        u"SELECT id, name, provider, definition_file, base_url, ca_file, pin, credentials, facts,"
        " practice, shared, created_at, condition, message, as_of, complete_at, reasons"
        " FROM accounts ORDER BY name"_s);
    while (rows.next()) {
        AccountRow account;
        account.id = AccountId(rows.text());
        account.name = rows.text();
        account.provider = ProviderId(rows.text());
        account.definitionFile = rows.text();
        account.baseUrl = rows.text();
        account.caFile = rows.text();
        account.pin = QByteArray::fromHex(rows.text().toLatin1());
        account.credentials = decodeCredentials(rows.text());
        account.facts = decodeFacts(rows.text());
        account.practice = rows.flag();
        account.shared = rows.flag();
        account.createdAt = rows.time();
        account.status.condition = conditionFromName(rows.text());
        account.status.message = rows.text();
        account.status.asOf = rows.maybeTime();
        account.status.completeAt = rows.maybeTime();
        account.status.reasons = decodeTexts(rows.text());
        accounts.append(account);
    }
    return accounts;
}

void putAccount(Writing &writing, const AccountRow &account)
{
    if (account.name.isEmpty() || account.name.contains(u'/'))
        throw Failure{StorageErrors::accountNameInvalid()};
    if (writing.db.number(u"SELECT 1 FROM accounts WHERE name = ? AND id <> ?"_s,
                          {account.name, account.id}))
        throw Failure{StorageErrors::accountNameTaken(account.name)};
    writing.db.run(
        u"INSERT INTO accounts (id, name, provider, definition_file, base_url, ca_file,"
        " pin, credentials, facts, practice, created_at, condition, message, as_of, complete_at,"
        " reasons, revision, shared, stamp)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, provider = excluded.provider,"
        " definition_file = excluded.definition_file, base_url = excluded.base_url,"
        " ca_file = excluded.ca_file, pin = excluded.pin, credentials = excluded.credentials, "
        "facts = excluded.facts,"
        " practice = excluded.practice, created_at = excluded.created_at,"
        " condition = excluded.condition, message = excluded.message, as_of = excluded.as_of,"
        " complete_at = excluded.complete_at, reasons = excluded.reasons,"
        " revision = excluded.revision, shared = excluded.shared, stamp = excluded.stamp"_s,
        {account.id, account.name, account.provider, account.definitionFile, account.baseUrl,
         account.caFile, QString::fromLatin1(account.pin.toHex()),
         encodeCredentials(account.credentials), encodeFacts(account.facts), account.practice,
         account.createdAt, conditionName(account.status.condition), account.status.message,
         account.status.asOf, account.status.completeAt, encodeTexts(account.status.reasons),
         writing.revision(), account.shared, writing.now});
    writing.changes.accounts = true;
}

void removeAccount(Writing &writing, const AccountId &account)
{
    const qint64 number = accountNumber(writing.db, account);
    writing.db.run(u"INSERT OR REPLACE INTO team_removals (account, removed_at, reason)"
                   " SELECT id, ?, CASE WHEN shared AND credentials = ? THEN 'hidden'"
                   " ELSE 'removed' END FROM accounts WHERE no = ? AND practice = 0"_s,
                   {writing.now, encodeCredentials({}), number});
    writing.db.run(u"DELETE FROM accounts WHERE no = ?"_s, {number});
    writing.revision();
    writing.changes.accounts = true;
    writing.changes.containers = true;
    writing.changes.keys = true;
    writing.changes.usage = true;
    writing.changes.quotas = true;
}

void setAccountStatus(Writing &writing, const AccountId &account, const AccountStatus &status)
{
    const qint64 changed = writing.db.run(
        u"UPDATE accounts SET condition = ?, message = ?, as_of = ?, complete_at = ?, reasons = ?,"
        " stamp = ? WHERE id = ?"_s,
        {conditionName(status.condition), status.message, status.asOf, status.completeAt,
         encodeTexts(status.reasons), writing.now, account});
    if (changed == 0)
        throw Failure{StorageErrors::noSuchAccount()};
    writing.changes.accounts = true;
}

void setAccountFact(Writing &writing, const AccountId &account, const QString &name,
                    const QString &value)
{
    QMap<QString, QString> facts;
    {
        Rows rows = writing.db.select(u"SELECT facts FROM accounts WHERE id = ?"_s, {account});
        if (!rows.next())
            throw Failure{StorageErrors::noSuchAccount()};
        facts = decodeFacts(rows.text());
    }
    facts.insert(name, value);
    writing.db.run(u"UPDATE accounts SET facts = ? WHERE id = ?"_s, {encodeFacts(facts), account});
    writing.changes.accounts = true;
}

} // namespace chatelaine
