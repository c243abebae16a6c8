// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "providers/providerclient.h"

#include <QCoreApplication>

namespace chatelaine {

class Keychain;

/** Reads an account's credentials from where its row says they are, at the moment they are needed;
 * keeps none. */
class AccountCredentials : public CredentialSupplier
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AccountCredentials)

public:
    /** `session`: values, by slot, that live in the memory of this run only. */
    AccountCredentials(Keychain &keychain, AccountRow account, QMap<QString, SharedSecret> session);

    FutureOutcome<SharedSecret> credential(const QString &slot) override;

    /** What an environment variable or a file holds; Unauthorized when it holds nothing. */
    static Outcome<SharedSecret> valueOf(const CredentialSource &source);

private:
    Keychain &m_keychain;
    AccountRow m_account;
    QMap<QString, SharedSecret> m_session;
};

} // namespace chatelaine
