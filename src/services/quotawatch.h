// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;
class DesktopNotifier;
class LockService;
class SyncService;
class UsageService;

/** Quotas that have reached a threshold, by account. */
using QuotaMarks = QHash<AccountId, QList<QuotaCrossing>>;

/**
 * Reads an account's quotas after each of its syncs, knows which of all quotas have reached a
 * threshold, and has the desktop tell of each once in a period; while the window is locked nothing
 * is told, and after that what still holds. Lives on the main thread.
 */
class QuotaWatch : public QObject
{
    Q_OBJECT
public:
    /** `notifier` and `lock` may be null; all outlive this. */
    QuotaWatch(ServiceContext &context, UsageService &usage, SyncService &sync,
               DesktopNotifier *notifier, LockService *lock, QObject *parent = nullptr);
    ~QuotaWatch() override;

    const QuotaMarks &marks() const { return m_marks; }

signals:
    void marksChanged();

private:
    void readQuotas(const AccountId &account);
    void refresh();
    void takeMarks(const QuotaMarks &marks);
    void tellCrossings();
    void tell(const QString &account, const QuotaCrossing &crossing);

    ServiceContext &m_context;
    UsageService &m_usage;
    DesktopNotifier *m_notifier;
    LockService *m_lock;
    QuotaMarks m_marks;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace chatelaine
