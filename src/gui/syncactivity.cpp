// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/syncactivity.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <algorithm>

namespace chatelaine {

void SyncActivity::started(const AccountId &account)
{
    m_running.insert(account);
}

void SyncActivity::progressed(const AccountId &account, const Progress &progress)
{
    m_progress.insert(account, progress);
}

void SyncActivity::finished(const AccountId &account)
{
    m_running.remove(account);
    m_progress.remove(account);
    m_throttledUntil.remove(account);
}

void SyncActivity::throttled(const AccountId &account, Timestamp until)
{
    m_throttledUntil.insert(account, until);
}

Activity SyncActivity::activity(Timestamp now,
                                const std::function<QString(const AccountId &)> &nameOf,
                                const QStringList &others) const
{
    Activity activity;
    activity.running = !m_running.isEmpty();
    bool allKnown = true;
    QStringList texts = others;
    for (const AccountId &account : m_running) {
        const Progress progress = m_progress.value(account);
        activity.done += progress.done;
        activity.total += progress.total;
        allKnown = allKnown && progress.total > 0;
        texts.append(progress.what.isEmpty()
                         ? tr("Reading %1").arg(nameOf(account))
                         : tr("%1: %2").arg(nameOf(account), displaySafe(progress.what, 80)));
    }
    if (!allKnown)
        activity.total = 0;
    for (auto it = m_throttledUntil.begin(); it != m_throttledUntil.end(); ++it) {
        if (it.value() > now) {
            texts.append(tr("%1 asks us to wait; the next request leaves %2")
                             .arg(nameOf(it.key()), relativeTime(it.value(), now)));
        }
    }
    std::sort(texts.begin(), texts.end());
    activity.text = texts.value(0);
    if (texts.size() > 1)
        activity.text = tr("%1 (and %2 more)").arg(activity.text).arg(texts.size() - 1);
    return activity;
}

} // namespace chatelaine
