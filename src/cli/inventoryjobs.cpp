// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inventoryjobs.h"

#include "cli/choices.h"
#include "cli/table.h"
#include "services/accountservice.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

std::optional<QList<AccountRow>> InventoryJob::accountsNamed(const QString &name)
{
    if (name.isEmpty())
        return services().accounts.accounts();
    if (const auto account = accountNamed(name))
        return QList<AccountRow>{*account};
    return std::nullopt;
}

void InventoryJob::withQuery(const KeysList &filters, const WithQuery &next)
{
    const auto accounts = accountsNamed(filters.account);
    if (!accounts)
        return;
    KeyQuery query;
    query.text = filters.search;
    query.states = filters.states;
    query.kind = filters.kind;
    if (!filters.account.isEmpty())
        query.account = accounts->constFirst().id;
    if (filters.project.isEmpty())
        return next(query, *accounts);
    then(services().keys.containers(query.account),
         [this, query, project = filters.project, next](const QList<ContainerRow> &rows) {
             const auto chosen = chooseContainer(
                 rows, project, {}, [this](const AccountId &id) { return accountOf(id).name; });
             if (!chosen)
                 return fail(chosen.error());
             KeyQuery narrowed = query;
             narrowed.account = chosen->account;
             narrowed.container = containerKey(chosen->path);
             next(narrowed, {accountOf(chosen->account)});
         });
}

void ContainersJob::start()
{
    const auto accounts = accountsNamed(m_order.account);
    if (!accounts)
        return;
    const AccountId only = m_order.account.isEmpty() ? AccountId() : accounts->constFirst().id;
    then(services().keys.containers(only),
         [this, accounts](const QList<ContainerRow> &rows) { report(rows, *accounts); });
}

void ContainersJob::report(const QList<ContainerRow> &rows, const QList<AccountRow> &accounts)
{
    Table table({tr("NAME"), tr("ID"), tr("IN"), tr("ACCOUNT"), tr("KEYS")});
    table.alignRight(4);
    QJsonArray items;
    for (const ContainerRow &row : rows) {
        const ContainerStep &self = row.path.constLast();
        if (self.level != m_order.level)
            continue;
        const AccountRow account = accountOf(row.account);
        table.add({self.name, self.id.toString(), placeOf(row.path.first(row.path.size() - 1)),
                   account.name, QString::number(row.keys)});
        items.append(containerDocument(row, account));
    }
    output().list(table.toString(), items, inventoryState(accounts));
    finish(done);
}

void KeysListJob::start()
{
    withQuery(m_order, [this](const KeyQuery &query, const QList<AccountRow> &accounts) {
        then(services().keys.list(query),
             [this, accounts](const QList<KeyRow> &keys) { report(keys, accounts); });
    });
}

void KeysListJob::report(const QList<KeyRow> &keys, const QList<AccountRow> &accounts)
{
    Table table({tr("NAME"), tr("STATE"), tr("MASK"), tr("KIND"), tr("SCOPES"), tr("ENVIRONMENT"),
                 tr("PROJECT"), tr("CREATED"), tr("LAST USED"), tr("EXPIRES"), tr("REF")});
    QJsonArray items;
    for (const KeyRow &key : keys) {
        const KeyRecord &record = key.record;
        const AccountRow account = accountOf(key.account);
        if (output().json()) {
            items.append(keyDocument(key, account));
            continue;
        }
        table.add({record.name, keyStateName(record.state), record.mask, record.kind,
                   record.scopes.join(u','), record.environment, placeOf(record.container),
                   shownTime(record.createdAt), shownLastUsed(record.lastUsed),
                   shownTime(record.expiresAt), keyRef(account.name, record.container, record.id)});
    }
    output().list(output().json() ? QString() : table.toString(), items, inventoryState(accounts));
    finish(done);
}

} // namespace chatelaine::cli
