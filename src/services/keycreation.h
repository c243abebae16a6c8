// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keyservice.h"
#include "services/operationrun.h"

namespace chatelaine {

/**
 * The making of one key, step by step: can its secret be held, what is there before, intention,
 * request, secret into the keychain, record, outcome. Each step is in the store before the next one
 * begins.
 */
class KeyCreation : public AnsweringRun<NewKeyResult>
{
    Q_OBJECT
public:
    KeyCreation(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                NewKey order, AccountRow account, QObject *parent);

    FutureOutcome<NewKeyResult> start();

private:
    void send() override;
    JournalEvent journalEvent(const QString &outcome) const override;
    void listBefore();
    void received(const CreatedKey &created);
    static Error namesAnother(const KeyRecord &named, const QString &requestId);
    void confirm(const CreatedKey &created);
    void store(const std::optional<KeyRecord> &record);
    void stored(const Outcome<KeyRow> &row);

    HeldSecrets &m_held;
    NewKey m_order;
    NewKeyResult m_result;
};

} // namespace chatelaine
