// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/filelock.h"

#include <QFile>

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace chatelaine {

namespace {

QString reason(int code)
{
    return QString::fromStdString(std::generic_category().message(code));
}

int openFile(const QString &path, int flags)
{
    return ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600);
}

/** Whether the path still names the open file: its last holder may have removed it meanwhile. */
bool isStillThere(int file, const QString &path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(file, &open) == 0 && ::stat(QFile::encodeName(path).constData(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

} // namespace

Outcome<OperationLock> OperationLock::tryAcquire(const QString &path)
{
    for (;;) {
        const int file = openFile(path, O_RDWR | O_CREAT);
        if (file < 0)
            return notPossible(path, reason(errno));
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            ::close(file);
            return code == EWOULDBLOCK ? held() : notPossible(path, reason(code));
        }
        if (isStillThere(file, path))
            return OperationLock(file, path);
        ::close(file);
    }
}

Outcome<bool> OperationLock::isHeld(const QString &path)
{
    const int file = openFile(path, O_RDWR);
    if (file < 0) {
        if (errno == ENOENT)
            return false;
        return notPossible(path, reason(errno));
    }
    const int code = ::flock(file, LOCK_SH | LOCK_NB) == 0 ? 0 : errno;
    ::close(file);
    if (code != 0 && code != EWOULDBLOCK)
        return notPossible(path, reason(code));
    return code == EWOULDBLOCK;
}

void OperationLock::release()
{
    // Removed while still held, so that nobody can lock a file that is about to go.
    ::unlink(QFile::encodeName(m_path).constData());
    ::close(static_cast<int>(m_handle));
}

} // namespace chatelaine
