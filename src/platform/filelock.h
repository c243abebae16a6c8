// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QCoreApplication>

namespace chatelaine {

/**
 * A lock on a file, held for an operation for as long as its process lives: the system releases it
 * when the process dies, however it dies. QLockFile is not that: it guesses from a pid. The file is
 * removed on release; one that a dead process left behind is free.
 */
class OperationLock
{
    Q_DECLARE_TR_FUNCTIONS(OperationLock)

public:
    /** Never waits. Fails with Conflict when somebody holds it, Storage when the file cannot be
     * made. The folder must exist. */
    static Outcome<OperationLock> tryAcquire(const QString &path);

    /**
     * Whether a living process (this one too) holds it. A Storage error is not "free". The look
     * itself takes the lock for an instant: ask only about locks that are acquired once.
     */
    static Outcome<bool> isHeld(const QString &path);

    OperationLock(OperationLock &&other) noexcept;
    OperationLock &operator=(OperationLock &&other) noexcept;
    OperationLock(const OperationLock &) = delete;
    OperationLock &operator=(const OperationLock &) = delete;
    ~OperationLock();

private:
    using Handle = qintptr; ///< a file descriptor, or a HANDLE
    static constexpr Handle noHandle = -1;

    OperationLock(Handle handle, QString path)
        : m_handle(handle)
        , m_path(std::move(path))
    {}

    void release();
    static Error held();
    static Error notPossible(const QString &path, const QString &reason);

    Handle m_handle;
    QString m_path;
};

} // namespace chatelaine
