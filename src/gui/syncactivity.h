// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/timestamp.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>

namespace chatelaine {

/** What is happening, for the line at the bottom of the window. */
struct Activity
{
    QString text; ///< empty: nothing
    int done = 0;
    int total = 0;        ///< 0: not known
    bool running = false; ///< can be cancelled
    bool operator==(const Activity &) const = default;
};

/** Follows the syncs that run, and sums them up. */
class SyncActivity
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::SyncActivity)
public:
    struct Progress
    {
        int done = 0;
        int total = 0; ///< 0: not known
        QString what;
    };

    void started(const AccountId &account);
    void progressed(const AccountId &account, const Progress &progress);
    void finished(const AccountId &account);
    /** Its vendor wants no request before `until`. */
    void throttled(const AccountId &account, Timestamp until);

    const QSet<AccountId> &running() const { return m_running; }
    /** Of all of it, and of what else is going on, in one line. */
    Activity activity(Timestamp now, const std::function<QString(const AccountId &)> &nameOf,
                      const QStringList &others) const;

private:
    QSet<AccountId> m_running;
    QHash<AccountId, Progress> m_progress;
    QHash<AccountId, Timestamp> m_throttledUntil;
};

} // namespace chatelaine
