// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/operationsjob.h"

#include "cli/table.h"
#include "core/redaction.h"
#include "services/heldsecrets.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

void OperationsJob::start()
{
    then(services().keys.operations(m_order.state), [this](const QList<OperationRow> &operations) {
        m_operations = operations;
        readHeld();
    });
}

void OperationsJob::readHeld()
{
    then(services().held.pending(), [this](const QList<HeldSecret> &held) {
        m_held = held;
        readDoubts();
    });
}

void OperationsJob::readDoubts()
{
    then(services().keys.doubts(), [this](const QList<Doubt> &doubts) {
        m_doubts = doubts;
        report();
    });
}

QStringList OperationsJob::candidatesOf(const OperationRow &operation) const
{
    QStringList refs;
    for (const Doubt &doubt : m_doubts) {
        if (doubt.operation.id != operation.id)
            continue;
        for (const KeyRow &key : doubt.candidates)
            refs.append(keyRef(accountOf(key.account).name, key.record.container, key.record.id));
        for (const ContainerRow &row : doubt.containers)
            refs.append(row.path.constLast().id.toString());
        for (const WebhookRow &row : doubt.webhooks)
            refs.append(row.record.id);
    }
    return refs;
}

QString OperationsJob::meaningOf(const OperationRow &operation) const
{
    for (const Doubt &doubt : m_doubts) {
        if (doubt.operation.id == operation.id)
            return doubt.meaning;
    }
    return {};
}

void OperationsJob::report()
{
    Table table({tr("ID"), tr("INTENDED"), tr("ACCOUNT"), tr("VERB"), tr("OBJECT"), tr("NAME"),
                 tr("STATE"), tr("MAY HAVE MADE")});
    QJsonArray items;
    for (OperationRow operation : std::as_const(m_operations)) {
        const AccountRow account = accountOf(operation.account);
        const QStringList candidates = candidatesOf(operation);
        // The row tells what was held when the operation ended; this, what still is.
        operation.secretHeld =
            std::any_of(m_held.begin(), m_held.end(), [&operation](const HeldSecret &held) {
                return held.operation == operation.id && held.inKeychain;
            });
        QJsonObject item = operationDocument(operation, account);
        if (operation.state == OperationState::InDoubt) {
            item.insert("candidates"_L1, QJsonArray::fromStringList(candidates));
            item.insert("meaning"_L1, meaningOf(operation));
        }
        items.append(item);
        table.add({operation.id.toString(), shownTime(operation.intendedAt), account.name,
                   operation.verb, operation.object, operation.sentName,
                   operationStateName(operation.state), candidates.join(u' ')});
        const QString meaning = meaningOf(operation);
        if (!meaning.isEmpty() && !output().json())
            output().note(operation.sentName.isEmpty()
                              ? meaning
                              : displaySafe(operation.sentName) + ": "_L1 + meaning);
    }
    output().result(table.toString(), listDocument(items, {}));
    finish(done);
}

void SettleJob::start()
{
    then(services().keys.doubts(), [this](const QList<Doubt> &doubts) {
        for (const Doubt &doubt : doubts) {
            if (doubt.operation.id.toString() == m_order.id)
                return found(doubt);
        }
        fail(Error::of(ErrorKind::NotFound, tr("No operation of this id is in doubt."),
                       tr("See: chatelainectl operations list --state in_doubt")));
    });
}

void SettleJob::found(const Doubt &doubt)
{
    const OperationId &id = doubt.operation.id;
    const auto settled = [this, doubt](Done) {
        report(doubt);
    };
    const auto key = keyOf(doubt);
    if (!key)
        return fail(key.error());
    if (m_order.tookEffect && !key->isEmpty())
        return then(services().keys.settle(id, *key), settled);
    then(services().keys.settleAs(id, m_order.tookEffect), settled);
}

Outcome<KeyUid> SettleJob::keyOf(const Doubt &doubt) const
{
    if (!m_order.tookEffect || doubt.operation.object != "key"_L1)
        return KeyUid();
    if (!doubt.operation.key.isEmpty())
        return doubt.operation.key;
    QStringList refs;
    for (const KeyRow &key : doubt.candidates) {
        const QString ref =
            keyRef(accountOf(key.account).name, key.record.container, key.record.id);
        if (m_order.key.isEmpty() ? doubt.certain
                                  : m_order.key == ref || m_order.key == key.record.id.toString())
            return key.uid;
        refs.append(ref);
    }
    if (refs.isEmpty())
        return Error::of(ErrorKind::NotFound, tr("No key is known that it may have made."),
                         tr("Sync the account and look again."));
    return Error::of(ErrorKind::Conflict,
                     tr("It is not certain which key it made: %1.").arg(refs.join(", "_L1)),
                     tr("Name one of them with --key."));
}

void SettleJob::report(const Doubt &doubt)
{
    OperationRow operation = doubt.operation;
    operation.state = OperationState::Settled;
    const QString name = displaySafe(operation.sentName);
    QString text = (m_order.tookEffect ? tr("Settled: %1 of \"%2\" took effect.")
                                       : tr("Settled: %1 of \"%2\" had no effect."))
                       .arg(operation.verb, name);
    if (doubt.held)
        text += u' ' + tr("Its secret is held; see: chatelainectl secrets list");
    output().result(text + u'\n', operationDocument(operation, accountOf(operation.account)));
    finish(done);
}

} // namespace chatelaine::cli
