// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/outcome.h"
#include "core/rows.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

struct SyncReport
{
    AccountId account;
    SyncSummary summary;
    AccountStatus status;
    std::optional<Error> problem; ///< why it is incomplete; what arrived is kept all the same
};

/** Reads inventories from the vendors into the store. One run for each account at a time. Lives on
 * the main thread. */
class SyncService : public QObject
{
    Q_OBJECT
public:
    SyncService(ServiceContext &context, QObject *parent = nullptr);
    ~SyncService() override;

    /** A second call while one runs gives the same future. An Error: nothing could be read at all.
     */
    [[nodiscard]] FutureOutcome<SyncReport> sync(const AccountId &account, const QString &askedBy);
    void cancel(const AccountId &account);
    bool isRunning(const AccountId &account) const;

signals:
    void started(const chatelaine::AccountId &account);
    void progress(const chatelaine::AccountId &account, int done, int total,
                  const QString &what); ///< total 0: not known
    void finished(const chatelaine::AccountId &account);
    void throttled(const chatelaine::AccountId &account, chatelaine::Timestamp until);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
