// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/operationsjob.h"

#include "cli/table.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<KeyRow> candidatesOf(const OperationRow &operation, const QList<Doubt> &doubts)
{
    for (const Doubt &doubt : doubts) {
        if (doubt.operation.id == operation.id)
            return doubt.candidates;
    }
    return {};
}

QStringList refs(const QList<KeyRow> &keys, const QString &accountName)
{
    QStringList all;
    for (const KeyRow &key : keys)
        all.append(keyRef(accountName, key.record.container, key.record.id));
    return all;
}

} // namespace

void OperationsJob::start()
{
    then(services().keys.operations(m_order.state), [this](const QList<OperationRow> &operations) {
        then(services().keys.doubts(),
             [this, operations](const QList<Doubt> &doubts) { report(operations, doubts); });
    });
}

void OperationsJob::report(const QList<OperationRow> &operations, const QList<Doubt> &doubts)
{
    Table table({tr("INTENDED"), tr("ACCOUNT"), tr("VERB"), tr("OBJECT"), tr("NAME"), tr("STATE"),
                 tr("MAY HAVE MADE")});
    QJsonArray items;
    for (const OperationRow &operation : operations) {
        const AccountRow account = accountOf(operation.account);
        const QStringList candidates = refs(candidatesOf(operation, doubts), account.name);
        QJsonObject item = operationDocument(operation, account);
        if (operation.state == OperationState::InDoubt)
            item.insert("candidates"_L1, QJsonArray::fromStringList(candidates));
        items.append(item);
        table.add({shownTime(operation.intendedAt), account.name, operation.verb, operation.object,
                   operation.sentName, operationStateName(operation.state), candidates.join(u' ')});
    }
    output().result(table.toString(), listDocument(items, {}));
    finish(done);
}

} // namespace chatelaine::cli
