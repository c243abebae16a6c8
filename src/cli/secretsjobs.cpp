// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/secretsjobs.h"

#include "cli/table.h"
#include "core/redaction.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject heldDocument(const HeldSecret &secret, const AccountRow &account)
{
    QJsonObject object{{"id"_L1, secret.id.toString()},
                       {"account"_L1, account.name},
                       {"object"_L1, secret.webhook.isEmpty() ? "key"_L1 : "webhook"_L1},
                       {"since"_L1, secret.since.toIso()},
                       {"inKeychain"_L1, secret.inKeychain}};
    if (!secret.keyName.isEmpty())
        object.insert("name"_L1, secret.keyName);
    if (!secret.mask.isEmpty())
        object.insert("mask"_L1, secret.mask);
    return object;
}

} // namespace

void SecretsListJob::start()
{
    then(services().held.pending(), [this](const QList<HeldSecret> &secrets) { report(secrets); });
}

void SecretsListJob::report(const QList<HeldSecret> &secrets)
{
    Table table({tr("ID"), tr("ACCOUNT"), tr("OBJECT"), tr("NAME"), tr("HELD SINCE")});
    QJsonArray items;
    for (const HeldSecret &secret : secrets) {
        const AccountRow account = accountOf(secret.account);
        const QJsonObject item = heldDocument(secret, account);
        table.add({secret.id.toString(), account.name, item["object"_L1].toString(), secret.keyName,
                   shownTime(secret.since)});
        items.append(item);
    }
    output().result(table.toString(), listDocument(items, {}));
    finish(done);
}

void SecretsDeliverJob::start()
{
    then(services().held.pending(), [this](const QList<HeldSecret> &secrets) {
        for (const HeldSecret &secret : secrets) {
            if (secret.id.toString() == m_order.id)
                return found(secret);
        }
        fail(Error::of(ErrorKind::NotFound, tr("No secret of this id is held."),
                       tr("See: chatelainectl secrets list")));
    });
}

void SecretsDeliverJob::found(const HeldSecret &secret)
{
    const QString name = displaySafe(secret.keyName);
    const SecretDelivery delivery{
        secret, m_order.delivery, heldDocument(secret, accountOf(secret.account)),
        tr("Secret of \"%1\".").arg(name), tr("The secret of \"%1\" was not delivered.").arg(name)};
    if (m_order.delivery.isStdout() || m_order.delivery.isKeychain())
        return deliver(delivery);
    checkDestination(*m_order.delivery.to,
                     [this, delivery](const DestinationCheck &) { deliver(delivery); });
}

} // namespace chatelaine::cli
