// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/toolreading.h"

#include "secrets/keychain.h"
#include "services/context.h"
#include "services/lockservice.h"
#include "services/secrettimes.h"

#include <QSettings>
#include <QtGlobal>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

void readToolSettings(ServiceContext &context, ToolFacts *facts)
{
    const QString file = context.profile + "/settings.ini"_L1;
    const SecretTimes times = SecretTimes::read(file);
    facts->qtVersion = QString::fromLatin1(qVersion());
    facts->hasPassphrase = PassphraseGuard(context).isSet();
    facts->idleMinutes = LockService::idleMinutesOf(context);
    facts->authenticationSeconds = LockService::authenticationLastsSeconds;
    facts->revealSeconds = times.reveal;
    facts->clipboardSeconds = times.clipboard;
    facts->keychain = QSettings(file, QSettings::IniFormat).value("keychain/backend"_L1).toString();
}

QMap<QString, Timestamp> credentialsStored(const AccountRow &account,
                                           const QList<KeychainEntry> &entries)
{
    QMap<QString, QString> slotOf;
    for (auto it = account.credentials.begin(); it != account.credentials.end(); ++it) {
        if (it->kind == CredentialSource::Kind::Keychain)
            slotOf.insert(keychainUser::credential(account.id, it.key()), it.key());
    }
    QMap<QString, Timestamp> stored;
    for (const KeychainEntry &entry : entries) {
        if (slotOf.contains(entry.user))
            stored.insert(slotOf.value(entry.user), entry.createdAt);
    }
    return stored;
}

} // namespace chatelaine
