// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>

namespace chatelaine {

/** Carries counts from whichever thread works to the thread of a context, as long as that is
 * there. */
class ProgressRelay
{
public:
    /** Called on the context's thread; `tell` is called there, too, and may be empty. */
    static std::shared_ptr<ProgressRelay> to(QObject *context, std::function<void(qint64)> tell)
    {
        auto relay = std::shared_ptr<ProgressRelay>(new ProgressRelay);
        if (!tell)
            return relay;
        relay->m_context = context;
        relay->m_tell = std::move(tell);
        QObject::connect(context, &QObject::destroyed, context,
                         [still = std::weak_ptr<ProgressRelay>(relay)] {
                             const auto known = still.lock();
                             if (!known)
                                 return;
                             const QMutexLocker locker(&known->m_mutex);
                             known->m_context = nullptr;
                         });
        return relay;
    }

    /** From any thread. */
    void tell(qint64 count)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_context)
            QMetaObject::invokeMethod(
                m_context, [tell = m_tell, count] { tell(count); }, Qt::QueuedConnection);
    }

private:
    ProgressRelay() = default;

    QMutex m_mutex;
    QObject *m_context = nullptr;
    std::function<void(qint64)> m_tell;
};

} // namespace chatelaine
