// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/containerservice.h"
#include "services/operationrun.h"

namespace chatelaine {

/** One change of an organization or project: intention, request, outcome, inventory. */
class ContainerRun : public AnsweringRun<ContainerChangeResult>
{
    Q_OBJECT
public:
    ContainerRun(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                 AccountRow account, ContainerChange order, ContainerVerbInfo verb,
                 QObject *parent);

    FutureOutcome<ContainerChangeResult> start();

private:
    void send() override;
    JournalEvent journalEvent(const QString &outcome) const override;
    void noteWhatIsThere();
    void received(const ContainerResult &result);
    void findRecord(const ContainerResult &result);
    void putKey(const std::optional<KeyRecord> &record);
    void ended();
    void conclude();
    void keep(const Outcome<Done> &written);

    HeldSecrets &m_held;
    ContainerChange m_order;
    ContainerVerbInfo m_verb;
    ContainerChangeResult m_result;
};

} // namespace chatelaine
