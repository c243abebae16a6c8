// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychain.h"

namespace chatelaine {

QString keychainTroubleName(KeychainTrouble trouble)
{
    switch (trouble) {
    case KeychainTrouble::None:
        return QStringLiteral("none");
    case KeychainTrouble::NoBus:
        return QStringLiteral("no_bus");
    case KeychainTrouble::NoService:
        return QStringLiteral("no_service");
    case KeychainTrouble::Locked:
        return QStringLiteral("locked");
    case KeychainTrouble::Denied:
        return QStringLiteral("denied");
    case KeychainTrouble::Ignored:
        return QStringLiteral("ignored");
    case KeychainTrouble::Lied:
        return QStringLiteral("lied");
    case KeychainTrouble::Missing:
        return QStringLiteral("missing");
    case KeychainTrouble::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

namespace keychainUser {

QString credential(const AccountId &account, const QString &slot)
{
    return QStringLiteral("credential/%1/%2").arg(account.toString(), slot);
}

QString held(const OperationId &operation)
{
    return QStringLiteral("held/%1").arg(operation.toString());
}

QString kept(const KeyUid &key)
{
    return QStringLiteral("kept/%1").arg(key.toString());
}

QString kept(const WebhookUid &webhook)
{
    return QStringLiteral("kept/%1").arg(webhook.toString());
}

QString signing(const QString &installation)
{
    return QStringLiteral("signing/%1").arg(installation);
}

QString signingP256(const QString &installation)
{
    return QStringLiteral("signing-p256/%1").arg(installation);
}

QString team(const QString &installation)
{
    return QStringLiteral("team/%1").arg(installation);
}

QString lock()
{
    return QStringLiteral("lock");
}

QString fingerprint()
{
    return QStringLiteral("fingerprint");
}

} // namespace keychainUser

} // namespace chatelaine
