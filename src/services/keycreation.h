// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/heldsecrets.h"
#include "services/keyservice.h"

#include <QObject>

namespace chatelaine {

class OperationJournal;
class ProviderClient;
struct CreatedKey;
struct ServiceContext;

/**
 * The making of one key, step by step: can its secret be held, what is there before, intention,
 * request, secret into the keychain, record, outcome. Each step is in the store before the next one
 * begins. Deletes itself when it has answered.
 */
class KeyCreation : public QObject
{
    Q_OBJECT
public:
    KeyCreation(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                NewKey order, AccountRow account, QObject *parent);

    FutureOutcome<NewKeyResult> start();

private:
    void listBefore();
    void begin();
    void send();
    void received(const CreatedKey &created);
    void confirm(const CreatedKey &created);
    void store(const std::optional<KeyRecord> &record);
    void stored(const Outcome<KeyRow> &row);
    void fail(const Error &error, OperationState state);
    void giveUp(const Error &error);
    JournalEvent journalEvent(const QString &outcome) const;
    /** The account's client, asked for anew at each step: it may have been replaced meanwhile. */
    Outcome<ProviderClient *> client() const;

    ServiceContext &m_context;
    OperationJournal &m_operations;
    HeldSecrets &m_held;
    NewKey m_order;
    AccountRow m_account;
    OperationRow m_operation;
    NewKeyResult m_result;
    Answer<NewKeyResult> m_answer;
};

} // namespace chatelaine
