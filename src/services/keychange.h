// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keyservice.h"
#include "services/operationrun.h"

namespace chatelaine {

/** One change of an existing key: intention, request, verification, outcome. */
class KeyChangeRun : public AnsweringRun<KeyChange>
{
    Q_OBJECT
public:
    /** `values` are those of an Update. An empty `id`: a new one. */
    KeyChangeRun(ServiceContext &context, OperationJournal &operations, const OperationId &id,
                 AccountRow account, KeyRow key, KeyVerb verb, QMap<QString, QJsonValue> values,
                 QObject *parent);

    FutureOutcome<KeyChange> start(const VerbInfo &verb);

private:
    void send() override;
    JournalEvent journalEvent(const QString &outcome) const override;
    void succeeded(const VerbResult &result);
    void store(const KeyChange &change);

    KeyRow m_key;
    KeyVerb m_verb;
    QMap<QString, QJsonValue> m_values;
};

} // namespace chatelaine
