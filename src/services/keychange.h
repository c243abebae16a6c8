// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/keyservice.h"

#include <QObject>

namespace chatelaine {

class OperationJournal;
struct ServiceContext;
struct VerbResult;

/** One change of an existing key: intention, request, verification, outcome. Deletes itself when it
 * has answered. */
class KeyChangeRun : public QObject
{
    Q_OBJECT
public:
    KeyChangeRun(ServiceContext &context, OperationJournal &operations, AccountRow account,
                 KeyRow key, KeyVerb verb, QObject *parent);

    FutureOutcome<KeyChange> start();

private:
    void send();
    void succeeded(const VerbResult &result);
    void fail(const Error &error, OperationState state);
    void giveUp(const Error &error);
    JournalEvent journalEvent(const QString &outcome) const;

    ServiceContext &m_context;
    OperationJournal &m_operations;
    AccountRow m_account;
    KeyRow m_key;
    KeyVerb m_verb;
    OperationRow m_operation;
    Answer<KeyChange> m_answer;
};

} // namespace chatelaine
