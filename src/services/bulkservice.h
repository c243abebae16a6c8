// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "services/bulkplan.h"

#include <QObject>

namespace chatelaine {

class BulkExecution;
class KeyService;
struct ServiceContext;

/**
 * One change of many keys. A run and all of its keys are in the store before the first request, and
 * each key is changed by an operation of its own, whose id is known before: what became of a key is
 * what became of that operation, so that a run can be gone on with after a crash or a quit, and
 * nothing is sent twice. Never changes a key with which an account itself works. Lives on the main
 * thread.
 */
class BulkService : public QObject
{
    Q_OBJECT
public:
    /** How many changes of one account are under way at once. */
    static constexpr int perAccount = 4;

    BulkService(ServiceContext &context, KeyService &keys, QObject *parent = nullptr);
    ~BulkService() override;

    /** What would be done; asks no vendor. */
    [[nodiscard]] FutureOutcome<BulkPlan> plan(KeyVerb verb, const BulkTargets &targets);
    /** Writes the run down and begins; answers as soon as it is written. InvalidRequest when no key
     * of the plan waits. */
    [[nodiscard]] FutureOutcome<BulkRunId> start(const BulkPlan &plan);
    /** Goes on with a run that has not ended. Conflict when somebody is at it already. */
    [[nodiscard]] FutureOutcome<Done> resume(const BulkRunId &run);
    /** What is under way ends, what waits is left. */
    void cancel(const BulkRunId &run);
    /** Ends a run that nobody is at; what waits is left. */
    [[nodiscard]] FutureOutcome<Done> drop(const BulkRunId &run);

    [[nodiscard]] FutureOutcome<QList<BulkRun>> runs(bool openOnly); ///< newest first
    [[nodiscard]] FutureOutcome<QList<BulkItem>> items(const BulkRunId &run);
    /** Of a run that is under way in this process, as it stands now; else null. Valid until it has
     * stopped. */
    const QList<BulkItem> *live(const BulkRunId &run) const;

signals:
    void itemChanged(const chatelaine::BulkRunId &run, qsizetype position,
                     const chatelaine::BulkItem &item);
    /** It has ended, or stands still: `why` says what is the matter then. */
    void stopped(const chatelaine::BulkRunId &run, const QString &why);
    void changed(); ///< what runs() gives may be another

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
