// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace chatelaine {

namespace {

/** A file descriptor that is closed. */
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor() { close(); }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int get() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    bool close() { return m_number < 0 || ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

/** The folder held open, so that it cannot be exchanged meanwhile, and the name in it. */
struct SecretPlace
{
    explicit SecretPlace(const QString &path)
        : folder(::open(QFile::encodeName(QFileInfo(path).path()).constData(),
                        O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        , name(QFile::encodeName(QFileInfo(path).fileName()))
        , draft('.' + name.left(100) + '.' +
                QUuid::createUuid().toByteArray(QUuid::WithoutBraces).left(8))
    {}
    ~SecretPlace()
    {
        if (drafted)
            ::unlinkat(folder.get(), draft.constData(), 0);
    }
    Q_DISABLE_COPY_MOVE(SecretPlace)

    Descriptor folder;
    QByteArray name;
    QByteArray draft; ///< beside it, hidden
    bool drafted = false;
};

bool writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/** Whether what stands there, reached by no link, is exactly the secret, and its owner's alone. */
bool holds(const SecretPlace &place, const Secret &secret)
{
    Descriptor file(
        ::openat(place.folder.get(), place.name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat facts = {};
    if (!file.isOpen() || ::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode) ||
        (facts.st_mode & 0777) != 0600 || facts.st_size != secret.size())
        return false;
    QByteArray bytes(secret.size(), '\0');
    qsizetype size = 0;
    while (size < bytes.size()) {
        const ssize_t more =
            ::read(file.get(), bytes.data() + size, static_cast<size_t>(bytes.size() - size));
        if (more <= 0)
            break;
        size += more;
    }
    const auto read = Secret::copyOf(bytes);
    wipe(bytes);
    return read && size == secret.size() && (*read)->equals(secret);
}

} // namespace

Error SecretFile::impossible(const char *what, int code) const
{
    return refused(tr(what).arg(QDir::toNativeSeparators(m_path), qt_error_string(code)));
}

Outcome<QStringList> SecretFile::check() const
{
    const QFileInfo info(m_path);
    if (!info.isAbsolute() || info.fileName().isEmpty())
        return refused(tr("\"%1\" is not the full path of a file.").arg(m_path));
    SecretPlace place(m_path);
    if (!place.folder.isOpen())
        return impossible(QT_TR_NOOP("The folder of %1 cannot be used: %2."), errno);
    struct stat there = {};
    if (::fstatat(place.folder.get(), place.name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0) {
        if (!S_ISREG(there.st_mode))
            return refused(tr("%1 is a link, a folder or a device, not a file.").arg(m_path));
        if (!m_replace)
            return refused(tr("%1 is there already.").arg(m_path),
                           tr("Name another file, or say that it shall be replaced."));
    }
    Descriptor draft(::openat(place.folder.get(), place.draft.constData(),
                              O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!draft.isOpen())
        return impossible(QT_TR_NOOP("%1 cannot be written: %2."), errno);
    place.drafted = true;
    struct stat made = {};
    if (::fstat(draft.get(), &made) != 0 || (made.st_mode & 0777) != 0600)
        return refused(tr("The file system of %1 cannot keep a file from others.").arg(m_path));
    struct stat folder = {};
    ::fstat(place.folder.get(), &folder);
    QStringList doubts;
    if ((folder.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        doubts.append(tr("Others can write to the folder of %1.").arg(m_path));
    else if ((folder.st_mode & (S_IRGRP | S_IROTH)) != 0)
        doubts.append(
            tr("Others can see what is in the folder of %1, not what is in the file.").arg(m_path));
    return doubts;
}

Outcome<Done> SecretFile::write(const Secret &secret) const
{
    if (const auto checked = check(); !checked)
        return checked.error();
    SecretPlace place(m_path);
    Descriptor draft(::openat(place.folder.get(), place.draft.constData(),
                              O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!draft.isOpen())
        return impossible(QT_TR_NOOP("%1 cannot be written: %2."), errno);
    place.drafted = true;
    if (!writeAll(draft.get(), secret.borrowed()) || ::fsync(draft.get()) != 0 || !draft.close())
        return impossible(QT_TR_NOOP("%1 cannot be written: %2."), errno);
    const char *from = place.draft.constData();
    const char *to = place.name.constData();
    const int folder = place.folder.get();
    // A link is refused when something came there meanwhile; a rename would take its place.
    const int moved =
        m_replace ? ::renameat(folder, from, folder, to) : ::linkat(folder, from, folder, to, 0);
    if (moved != 0)
        return impossible(QT_TR_NOOP("%1 cannot be put in its place: %2."), errno);
    place.drafted = !m_replace;
    ::fsync(folder);
    if (!holds(place, secret))
        return refused(tr("What was read back from %1 is not what was written.").arg(m_path),
                       tr("Remove the file, and deliver the secret to another place."));
    return Done{};
}

} // namespace chatelaine
