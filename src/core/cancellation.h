// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace chatelaine {

/**
 * A wish to stop, shared by who may wish and who can stop. Cancelling a QFuture does not reach
 * upstream; this does. Lives on, and is used from, one thread.
 */
class Cancellation : public QObject
{
    Q_OBJECT
public:
    bool requested() const { return m_requested; }
    void request()
    {
        if (!std::exchange(m_requested, true))
            emit cancelled();
    }

signals:
    void cancelled(); ///< once

private:
    bool m_requested = false;
};

using CancellationPtr = std::shared_ptr<Cancellation>;

} // namespace chatelaine
