// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/accountcredentials.h"

#include "secrets/keychain.h"

#include <QFile>
#include <QFileInfo>

#include <cstdlib>

namespace chatelaine {

namespace {

/** What a user pastes or a shell writes often ends in a line break that is no part of the
 * credential. */
QByteArrayView withoutLineBreak(QByteArrayView bytes)
{
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

Outcome<SharedSecret> fromEnvironment(const QString &name)
{
    const char *value = std::getenv(name.toLocal8Bit().constData());
    if (!value || !*value) {
        return Error::of(
            ErrorKind::Unauthorized,
            AccountCredentials::tr("The environment variable %1 is not set.").arg(name),
            AccountCredentials::tr("Set it before the program starts, or choose another source."));
    }
    return Secret::copyOf(QByteArrayView(value));
}

Outcome<SharedSecret> fromFile(const QString &path)
{
    QFile file(path);
    // Opening a pipe would wait for its writer.
    const bool special = QFileInfo::exists(path) && !QFileInfo(path).isFile();
    if (special || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Error::of(
            ErrorKind::Unauthorized,
            AccountCredentials::tr("The credential file %1 cannot be read: %2.")
                .arg(path, special ? AccountCredentials::tr("it is not a regular file")
                                   : file.errorString()),
            AccountCredentials::tr("Check that the file exists and that you may read it."));
    }
    QByteArray bytes = file.read(Secret::maximumSize + 1);
    const Outcome<SharedSecret> secret = Secret::copyOf(withoutLineBreak(bytes));
    wipe(bytes);
    return secret;
}

} // namespace

AccountCredentials::AccountCredentials(Keychain &keychain, AccountRow account,
                                       QMap<QString, SharedSecret> session)
    : m_keychain(keychain)
    , m_account(std::move(account))
    , m_session(std::move(session))
{}

FutureOutcome<SharedSecret> AccountCredentials::credential(const QString &slot)
{
    if (const SharedSecret given = m_session.value(slot))
        return readyOutcome<SharedSecret>(given);
    const auto source = m_account.credentials.constFind(slot);
    if (source == m_account.credentials.cend()) {
        return readyOutcome<SharedSecret>(
            Error::of(ErrorKind::NotFound,
                      AccountCredentials::tr("The account \"%1\" has no credential for this.")
                          .arg(m_account.name),
                      AccountCredentials::tr("Add one to the account.")));
    }
    switch (source->kind) {
    case CredentialSource::Kind::Keychain:
        return m_keychain.read(keychainUser::credential(m_account.id, slot));
    case CredentialSource::Kind::Environment:
    case CredentialSource::Kind::File:
        return readyOutcome(valueOf(*source));
    case CredentialSource::Kind::Session:
        break;
    }
    return readyOutcome<SharedSecret>(
        Error::of(ErrorKind::Unauthorized,
                  AccountCredentials::tr("The credential of \"%1\" was for an earlier run only.")
                      .arg(m_account.name),
                  AccountCredentials::tr("Enter it again.")));
}

Outcome<SharedSecret> AccountCredentials::valueOf(const CredentialSource &source)
{
    return source.kind == CredentialSource::Kind::File ? fromFile(source.place)
                                                       : fromEnvironment(source.place);
}

} // namespace chatelaine
