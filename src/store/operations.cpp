// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/operations.h"

#include "store/encoding.h"
#include "store/failure.h"
#include "store/journal.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

JournalEvent withOperation(JournalEvent event, const OperationId &operation)
{
    event.operation = operation;
    return event;
}

QString selectOperations(const QString &condition)
{
    return u"SELECT id, account, verb, object, container, kind, key_uid, vendor_key, sent_name,"
           " ids_before, ids_before_complete, state, intended_at, sent_at, ended_at, message,"
           " request_id, secret_held FROM operations WHERE %1 ORDER BY no DESC"_s.arg(condition);
}

QList<OperationRow> readAll(Rows rows)
{
    QList<OperationRow> operations;
    while (rows.next()) {
        OperationRow operation;
        operation.id = OperationId(rows.text());
        operation.account = AccountId(rows.text());
        operation.verb = rows.text();
        operation.object = rows.text();
        operation.container = decodePath(rows.text());
        operation.kind = rows.text();
        operation.key = KeyUid(rows.text());
        operation.vendorKey = VendorKeyId(rows.text());
        operation.sentName = rows.text();
        operation.idsBefore = decodeTexts(rows.text());
        operation.idsBeforeComplete = rows.flag();
        operation.state = operationStateFromName(rows.text()).value_or(OperationState::InDoubt);
        operation.intendedAt = rows.time();
        operation.sentAt = rows.maybeTime();
        operation.endedAt = rows.maybeTime();
        operation.message = rows.text();
        operation.requestId = rows.text();
        operation.secretHeld = rows.flag();
        operations.append(operation);
    }
    return operations;
}

void requireStep(Database &db, const OperationId &id, OperationState to)
{
    if (!canFollow(readOperation(db, id).state, to))
        throw Failure{StorageErrors::wrongOperationState()};
}

} // namespace

void beginOperation(Writing &writing, const OperationRow &operation, const JournalEvent &event)
{
    writing.db.run(
        u"INSERT INTO operations (id, account, verb, object, container, kind, key_uid, vendor_key,"
        " sent_name, ids_before, ids_before_complete, state, intended_at, sent_at, ended_at,"
        " message, request_id, secret_held)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'intended', ?, NULL, NULL, ?, ?, ?)"_s,
        {operation.id, operation.account, operation.verb, operation.object,
         encodePath(operation.container), operation.kind, operation.key, operation.vendorKey,
         operation.sentName, encodeTexts(operation.idsBefore), operation.idsBeforeComplete,
         writing.now, storedText(operation.message), operation.requestId, operation.secretHeld});
    appendJournal(writing, withOperation(event, operation.id));
    writing.changes.operations = true;
}

void markSent(Writing &writing, const OperationId &operation)
{
    requireStep(writing.db, operation, OperationState::Sent);
    writing.db.run(u"UPDATE operations SET state = 'sent', sent_at = ? WHERE id = ?"_s,
                   {writing.now, operation});
    writing.changes.operations = true;
}

void endOperation(Writing &writing, const OperationRow &operation, const JournalEvent &event)
{
    requireStep(writing.db, operation.id, operation.state);
    writing.db.run(u"UPDATE operations SET state = ?, key_uid = ?, vendor_key = ?, ended_at = ?,"
                   " message = ?, request_id = ?, secret_held = ? WHERE id = ?"_s,
                   {operationStateName(operation.state), operation.key, operation.vendorKey,
                    operation.endedAt.value_or(writing.now), storedText(operation.message),
                    operation.requestId, operation.secretHeld, operation.id});
    appendJournal(writing, withOperation(event, operation.id));
    writing.changes.operations = true;
}

OperationRow readOperation(Database &db, const OperationId &operation)
{
    const QList<OperationRow> found =
        readAll(db.select(selectOperations(u"id = ?"_s), {operation}));
    if (found.isEmpty())
        throw Failure{StorageErrors::noSuchOperation()};
    return found.first();
}

QList<OperationRow> readOperations(Database &db, std::optional<OperationState> state)
{
    if (!state)
        return readAll(db.select(selectOperations(u"1"_s)));
    return readAll(db.select(selectOperations(u"state = ?"_s), {operationStateName(*state)}));
}

QHash<KeyUid, Timestamp> readRotations(Database &db)
{
    QHash<KeyUid, Timestamp> rotations;
    Rows rows = db.select(u"SELECT key_uid, max(coalesce(ended_at, intended_at)) FROM operations"
                          " WHERE state = 'succeeded' AND verb = 'rotate' AND key_uid <> ''"
                          " GROUP BY key_uid"_s);
    while (rows.next()) {
        const KeyUid key(rows.text());
        rotations.insert(key, rows.time());
    }
    return rotations;
}

} // namespace chatelaine
