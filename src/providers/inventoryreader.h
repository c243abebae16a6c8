// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/containerlisting.h"
#include "providers/keylisting.h"
#include "providers/worklist.h"

namespace chatelaine {

/** Reads all containers, level by level, then the keys of every kind in each of them. Kept alive by
 * what it waits for. */
class InventoryReader : public std::enable_shared_from_this<InventoryReader>
{
public:
    InventoryReader(Exchanger *exchanger, CancellationPtr cancellation, ProgressFunction progress);

    [[nodiscard]] FutureOutcome<InventoryReading> start();

private:
    using Done = std::function<void(WorkList::Take)>;

    void readLevel(qsizetype level);
    void readParent(const LevelTemplate &level, const ContainerPath &parent, const Done &done);
    void takeContainers(const ContainerPath &parent, const ContainerReading &reading);
    void readAllKeys();
    void readContainerKeys(const KindTemplate &kind, const ContainerPath &container,
                           const Done &done);
    void takeKeys(const KindTemplate &kind, const ContainerPath &container,
                  const KeyReading &reading);
    void recognise(QList<const KindTemplate *> kinds);
    void finish();
    void report(const QString &what);
    void note(const std::optional<Error> &error);

    Exchanger *m_exchanger;
    CancellationPtr m_cancellation;
    ProgressFunction m_progress;
    std::unique_ptr<WorkList> m_work;
    QMap<QString, QList<ContainerPath>> m_containers; ///< by level
    QHash<QString, bool> m_complete;                  ///< by container: all kinds were listed
    QHash<QString, QList<std::pair<QString, QString>>>
        m_fragments; ///< by kind: keyPlace() and fragment
    InventoryReading m_reading;
    Answer<InventoryReading> m_answer;
};

} // namespace chatelaine
