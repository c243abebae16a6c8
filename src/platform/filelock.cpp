// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/filelock.h"

namespace chatelaine {

OperationLock::OperationLock(OperationLock &&other) noexcept
    : m_handle(std::exchange(other.m_handle, noHandle))
    , m_path(std::move(other.m_path))
{}

OperationLock &OperationLock::operator=(OperationLock &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_path, other.m_path);
    return *this;
}

OperationLock::~OperationLock()
{
    if (m_handle != noHandle)
        release();
}

Error OperationLock::held()
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = tr("Another running program is working on this operation.");
    error.next = tr("Wait until it has finished, or close it.");
    return error;
}

Error OperationLock::notPossible(const QString &path, const QString &reason)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = tr("The lock file %1 cannot be used: %2").arg(path, reason);
    error.next = tr("Check the folder's permissions and the free space on the disk.");
    return error;
}

} // namespace chatelaine
