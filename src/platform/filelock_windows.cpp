// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/filelock.h"

#include <QDir>

#include <windows.h>

namespace chatelaine {

namespace {

QString reason(DWORD code)
{
    return qt_error_string(static_cast<int>(code));
}

HANDLE openFile(const QString &path, DWORD disposition, DWORD flags)
{
    const auto native = QDir::toNativeSeparators(path).toStdWString();
    return CreateFileW(native.c_str(), GENERIC_READ | GENERIC_WRITE | DELETE,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, disposition,
                       flags, nullptr);
}

/** 0, or the error: ERROR_LOCK_VIOLATION when somebody holds it. */
DWORD lockFile(HANDLE file, DWORD flags)
{
    OVERLAPPED at = {};
    return LockFileEx(file, flags | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) ? 0 : GetLastError();
}

} // namespace

Outcome<OperationLock> OperationLock::tryAcquire(const QString &path)
{
    // The system removes the file with its last handle, also when the process dies.
    const HANDLE file =
        openFile(path, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE);
    if (file == INVALID_HANDLE_VALUE)
        return notPossible(path, reason(GetLastError()));
    const DWORD code = lockFile(file, LOCKFILE_EXCLUSIVE_LOCK);
    if (code == 0)
        return OperationLock(reinterpret_cast<Handle>(file), path);
    CloseHandle(file);
    return code == ERROR_LOCK_VIOLATION ? held() : notPossible(path, reason(code));
}

Outcome<bool> OperationLock::isHeld(const QString &path)
{
    const HANDLE file = openFile(path, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL);
    if (file == INVALID_HANDLE_VALUE) {
        const DWORD code = GetLastError();
        if (code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND)
            return false;
        return notPossible(path, reason(code));
    }
    const DWORD code = lockFile(file, 0);
    CloseHandle(file);
    if (code != 0 && code != ERROR_LOCK_VIOLATION)
        return notPossible(path, reason(code));
    return code == ERROR_LOCK_VIOLATION;
}

void OperationLock::release()
{
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

} // namespace chatelaine
