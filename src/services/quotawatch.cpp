// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/quotawatch.h"

#include "core/async.h"
#include "core/redaction.h"
#include "platform/desktopnotifier.h"
#include "providers/catalog.h"
#include "services/context.h"
#include "services/lockservice.h"
#include "services/lookup.h"
#include "services/syncservice.h"
#include "services/usageservice.h"
#include "store/store.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace chatelaine {

QuotaWatch::QuotaWatch(ServiceContext &context, UsageService &usage, SyncService &sync,
                       DesktopNotifier *notifier, LockService *lock, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_usage(usage)
    , m_notifier(notifier)
    , m_lock(lock)
{
    connect(&sync, &SyncService::finished, this, &QuotaWatch::readQuotas);
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.everything || changes.quotas || changes.accounts)
            refresh();
    });
    if (lock)
        connect(lock, &LockService::unlocked, this, &QuotaWatch::tellCrossings);
    refresh();
}

QuotaWatch::~QuotaWatch() = default;

void QuotaWatch::readQuotas(const AccountId &account)
{
    whenDone(findAccount(m_context.store, account, this), this,
             [this](const Outcome<AccountRow> &row) {
                 if (!row)
                     return;
                 const auto client = m_context.clients.client(*row);
                 if (!client || !(*client)->info().hasQuotas)
                     return;
                 // A failure is seen where somebody asks for the quotas.
                 whenDone(m_usage.refreshQuotas(row->id), this, [](const auto &) {});
             });
}

void QuotaWatch::refresh()
{
    if (std::exchange(m_busy, true)) {
        m_again = true;
        return;
    }
    whenDone(m_context.store.quotaMarks(), this, [this](const Outcome<QuotaMarks> &marks) {
        m_busy = false;
        if (marks)
            takeMarks(*marks);
        if (std::exchange(m_again, false))
            refresh();
    });
}

void QuotaWatch::takeMarks(const QuotaMarks &marks)
{
    if (marks != m_marks) {
        m_marks = marks;
        emit marksChanged();
    }
    tellCrossings();
}

void QuotaWatch::tellCrossings()
{
    if (!m_notifier || (m_lock && m_lock->isLocked()))
        return;
    whenDone(m_context.store.accounts(), this, [this](const Outcome<QList<AccountRow>> &accounts) {
        if (!accounts)
            return;
        for (const AccountRow &account : *accounts) {
            whenDone(m_context.store.takeQuotaCrossings(account.id), this,
                     [this, name = account.name](const Outcome<QList<QuotaCrossing>> &crossings) {
                         if (!crossings)
                             return;
                         for (const QuotaCrossing &crossing : *crossings)
                             tell(name, crossing);
                     });
        }
    });
}

void QuotaWatch::tell(const QString &account, const QuotaCrossing &crossing)
{
    constexpr qsizetype longestName = 80;
    const Quota &quota = crossing.quota;
    const auto number = [](double value) {
        return QLocale().toString(value, 'f', 0);
    };
    DesktopNotice notice;
    notice.title =
        tr("%1: %2", "account and quota")
            .arg(displaySafe(account, longestName), displaySafe(quota.name, longestName));
    notice.text = tr("%1 % used: %2 of %3 %4")
                      .arg(number(std::floor(quota.share().value_or(0) * 100)),
                           number(quota.used.value_or(0)), number(quota.limit.value_or(0)),
                           displaySafe(quota.unit, longestName))
                      .trimmed() +
                  u'.';
    if (quota.resetAt)
        notice.text +=
            u' ' + tr("It starts anew on %1.")
                       .arg(QLocale().toString(quota.resetAt->toDateTime().toLocalTime().date(),
                                               QLocale::LongFormat));
    notice.isUrgent = crossing.level == QuotaLevel::Alarm;
    m_notifier->tell(notice);
}

} // namespace chatelaine
