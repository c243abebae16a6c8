// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keyservice.h"
#include "services/operationrun.h"

namespace chatelaine {

/** A new secret for one key: can it be held, intention, request, secret into the keychain, outcome,
 * record. */
class KeyRotationRun : public AnsweringRun<NewKeyResult>
{
    Q_OBJECT
public:
    KeyRotationRun(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                   AccountRow account, KeyRow key, KeyRotation order, QObject *parent);

    FutureOutcome<NewKeyResult> start(const VerbInfo &verb);

private:
    void send() override;
    JournalEvent journalEvent(const QString &outcome) const override;
    void received(const RotatedKey &rotated);
    static Error namesAnother(const RotatedKey &rotated);
    void finish(const RotatedKey &rotated);
    void putRecord();
    void dropOldSecret();

    HeldSecrets &m_held;
    KeyRow m_key;
    KeyRotation m_order;
    NewKeyResult m_result;
};

} // namespace chatelaine
