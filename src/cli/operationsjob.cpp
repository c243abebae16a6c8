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
    Table table({tr("INTENDED"), tr("ACCOUNT"), tr("VERB"), tr("OBJECT"), tr("NAME"), tr("STATE"),
                 tr("MAY HAVE MADE")});
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
        table.add({shownTime(operation.intendedAt), account.name, operation.verb, operation.object,
                   operation.sentName, operationStateName(operation.state), candidates.join(u' ')});
        const QString meaning = meaningOf(operation);
        if (!meaning.isEmpty() && !output().json())
            output().note(operation.sentName.isEmpty()
                              ? meaning
                              : displaySafe(operation.sentName) + ": "_L1 + meaning);
    }
    output().result(table.toString(), listDocument(items, {}));
    finish(done);
}

} // namespace chatelaine::cli
