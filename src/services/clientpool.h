// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"
#include "providers/catalog.h"
#include "providers/providerclient.h"
#include "services/accountcredentials.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace chatelaine {

class Store;

/** A client for each account, made when first needed and again when the account changes. Lives on
 * the main thread. */
class ClientPool : public QObject
{
    Q_OBJECT
public:
    ClientPool(Store &store, Keychain &keychain, const Catalog &catalog, const Clock &clock,
               Random &random, RetryPolicy retry, QObject *parent = nullptr);
    ~ClientPool() override;

    /** The definition of an account's provider; null when it is gone from the catalog. */
    DefinitionPtr definitionOf(const AccountRow &account) const;
    /** NotFound when the definition is gone; InvalidRequest when it is the user's own and where
     * it sends the credential was not approved. The pointer is good until the account changes: use
     * it at once. */
    Outcome<ProviderClient *> client(const AccountRow &account);
    /** A client of its own for an account that is not stored yet; the caller owns it. */
    Outcome<std::unique_ptr<ProviderClient>>
    trial(const AccountRow &account, const QMap<QString, SharedSecret> &session,
          std::unique_ptr<AccountCredentials> &credentials);
    /** Values for slots of kind Session; they live as long as this. */
    void setSession(const AccountId &account, const QString &slot, SharedSecret value);
    void renew(const AccountId &account); ///< the account changed: its next client is a new one
    void
    forget(const AccountId &account); ///< the account is gone, and what this run remembered of it

signals:
    void throttled(const chatelaine::AccountId &account, chatelaine::Timestamp until);

private:
    struct Entry;
    Connection connectionOf(const AccountRow &account) const;

    Store &m_store;
    Keychain &m_keychain;
    const Catalog &m_catalog;
    const Clock &m_clock;
    Random &m_random;
    RetryPolicy m_retry;
    QHash<AccountId, std::shared_ptr<Entry>> m_entries;
    QHash<AccountId, QMap<QString, SharedSecret>> m_session;
};

} // namespace chatelaine
