// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QEvent>

namespace chatelaine::test {

/**
 * The first member of a fixture with threads, and so the last to go: delivers what the ended
 * threads had posted. Left to the application's end, Qt 6.4 destroys it under a lock that a
 * cancelled continuation takes again.
 */
struct LastEvents
{
    LastEvents() = default;
    LastEvents(const LastEvents &) = delete;
    LastEvents &operator=(const LastEvents &) = delete;
    ~LastEvents()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

} // namespace chatelaine::test
