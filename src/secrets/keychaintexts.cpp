// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychaintexts.h"

namespace chatelaine {

QString KeychainTexts::sentence(KeychainTrouble trouble)
{
    switch (trouble) {
    case KeychainTrouble::None:
        return {};
    case KeychainTrouble::NoBus:
        return tr("There is no D-Bus session, so the system keychain cannot be reached.");
    case KeychainTrouble::NoService:
        return tr("No keychain service is running on this system.");
    case KeychainTrouble::Locked:
        return tr("The system keychain is locked.");
    case KeychainTrouble::Denied:
        return tr("Access to the system keychain was denied: its question was dismissed, or could "
                  "not be shown.");
    case KeychainTrouble::Ignored:
        return tr("The system keychain did not answer in time.");
    case KeychainTrouble::Lied:
        return tr("The system keychain reported success, but a second look shows otherwise.");
    case KeychainTrouble::Missing:
        return tr("The system has a keychain service, but no keyring has been created yet.");
    case KeychainTrouble::Other:
        return tr("The system keychain reported an error.");
    }
    Q_UNREACHABLE();
}

QString KeychainTexts::next(KeychainTrouble trouble)
{
    switch (trouble) {
    case KeychainTrouble::None:
        return {};
    case KeychainTrouble::NoBus:
        return tr("Start Chatelaine from a desktop session (or inside dbus-run-session), or go on "
                  "for this run only, with secrets in memory.");
    case KeychainTrouble::NoService:
        return tr("Install and start gnome-keyring, KWallet or KeePassXC's Secret Service, or go "
                  "on for this run only, with secrets in memory.");
    case KeychainTrouble::Locked:
        return tr("Unlock it when the desktop asks for its password, or in the desktop's password "
                  "manager, and try again.");
    case KeychainTrouble::Denied:
        return tr("Try again and answer it when the desktop asks, or unlock the keyring in the "
                  "desktop's password manager.");
    case KeychainTrouble::Ignored:
        return tr("Look for a window that asks for the keyring's password, answer it, and try "
                  "again.");
    case KeychainTrouble::Lied:
        return tr("Look at the entry in the desktop's password manager and restart the keychain "
                  "service before you try again.");
    case KeychainTrouble::Missing:
        return tr("Create a default keyring in the desktop's password manager, or log out and in "
                  "again, and try again.");
    case KeychainTrouble::Other:
        return tr("Restart the keychain service or log out and in again, and try again.");
    }
    Q_UNREACHABLE();
}

QString KeychainTexts::failedTask(KeychainTask task)
{
    switch (task) {
    case KeychainTask::Write:
        return tr("The secret was not stored.");
    case KeychainTask::Read:
        return tr("The secret could not be read.");
    case KeychainTask::Remove:
        return tr("The secret was not removed.");
    case KeychainTask::Health:
        return {};
    }
    Q_UNREACHABLE();
}

KeychainHealth KeychainTexts::health(KeychainTrouble trouble, const QString &detail)
{
    KeychainHealth health;
    health.trouble = trouble;
    health.sentence = sentence(trouble);
    if (trouble == KeychainTrouble::Other && !detail.isEmpty())
        health.sentence = tr("The system keychain reported an error: %1").arg(detail);
    health.next = next(trouble);
    return health;
}

Error KeychainTexts::error(KeychainTask task, KeychainTrouble trouble, const QString &detail)
{
    Error error;
    error.vendorMessage = detail;
    if (task == KeychainTask::Read && trouble == KeychainTrouble::Missing) {
        error.kind = ErrorKind::NotFound;
        error.message = tr("The system keychain has no such entry.");
        error.next = tr("Enter the secret again; it may have been removed by another program.");
        return error;
    }
    const bool ignored = trouble == KeychainTrouble::Ignored;
    error.kind = ignored ? ErrorKind::Timeout : ErrorKind::Keychain;
    error.message = sentence(trouble);
    if (!ignored)
        error.message += u' ' + failedTask(task);
    error.next = next(trouble);
    error.outcomeUnknown = ignored && task != KeychainTask::Read;
    return error;
}

Error KeychainTexts::closed()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = tr("The keychain was closed before it had answered.");
    error.next = tr("Try again after the next start.");
    return error;
}

Error KeychainTexts::notText()
{
    Error error;
    error.kind = ErrorKind::Keychain;
    error.message = tr("The secret is not text, so the system keychain cannot hold it.");
    error.next = tr("Check what was entered: a key consists of letters, digits and signs.");
    return error;
}

QString KeychainTexts::glibMissing()
{
    return tr("QT_NO_GLIB or QT_NO_THREADED_GLIB is set; with it the keyring would never answer. "
              "Unset it and start again.");
}

} // namespace chatelaine
