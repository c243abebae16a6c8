// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretport.h"

#include "gui/delivery/deliverydialog.h"
#include "services/accountservice.h"
#include "services/services.h"

namespace chatelaine {

SecretPort SecretPort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    KeyService &keys = services.keys;
    HeldSecrets &held = services.held;
    return {
        [&accounts](const AccountId &id) { return accounts.account(id); },
        [&accounts](const AccountId &id) { return accounts.providerOf(id); },
        [&keys](const KeyUid &uid) { return keys.key(uid); },
        [&held](const HeldSecretId &id, const QString &use) { return held.value(id, use); },
        [&held](const HeldSecretId &id) { return held.keep(id); },
        [&held](const HeldSecretId &id, const QString &how) { return held.forget(id, how); },
        // A key that was made a moment ago is not the one that the account works with.
        [&keys](const KeyUid &uid, KeyVerb verb) { return keys.apply(uid, verb, true); },
        [&services](QWidget *parent, const HeldSecret &secret,
                    const std::function<void(const QString &where)> &delivered) {
            auto *dialog = new DeliveryDialog(DeliveryPort::of(services), secret, parent);
            QObject::connect(dialog, &DeliveryDialog::delivered, dialog, delivered);
            dialog->open();
        },
    };
}

} // namespace chatelaine
