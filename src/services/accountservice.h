// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/outcome.h"
#include "core/providerinfo.h"
#include "core/rows.h"
#include "core/servercertificate.h"
#include "secrets/secret.h"
#include "services/credentialroute.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/** A credential as the user gives it. */
struct CredentialInput
{
    CredentialSource source;
    SharedSecret value; ///< of Keychain and Session; null for Environment and File
};

/** An account to be added, or what shall change of one. */
struct AccountInput
{
    QString name;
    ProviderId provider;
    QString definitionFile; ///< instead of `provider`: the user's own definition
    QString baseUrl;        ///< empty: the provider's own
    QString caFile;
    std::optional<QByteArray> pin; ///< SHA-256 of the certificate; empty: none any more
    QMap<QString, CredentialInput> credentials; ///< by slot; of an update: only those that change
    bool practice = false;
    bool routeApproved = false; ///< the user agreed to what AccountService::routeToApprove() named
};

struct AccountCheck
{
    AccountRow account;
    QString identity; ///< who we are there
    QString note;
};

/** The user's accounts and the providers that they can be at. Lives on the main thread. */
class AccountService : public QObject
{
    Q_OBJECT
public:
    AccountService(ServiceContext &context, QObject *parent = nullptr);
    ~AccountService() override;

    QList<ProviderInfo> providers() const; ///< sorted by name
    std::optional<ProviderInfo> provider(const ProviderId &id) const;
    QStringList providerProblems() const; ///< of the user's own definition files
    /** Reads a definition file strictly. @return its info, or an InvalidRequest whose message has a
     * line per problem. */
    Outcome<ProviderInfo> checkDefinition(const QString &file) const;

    /** What has to be approved before the first request, if anything: an account of this provider
     * at this address. `known`: the account that is changed. */
    std::optional<CredentialRoute> routeToApprove(const ProviderInfo &provider,
                                                  const QString &baseUrl,
                                                  const std::optional<AccountRow> &known) const;

    /** What the account's provider offers, of the variant that was found at it. */
    std::optional<ProviderInfo> providerOf(const AccountId &account) const;
    /** The accounts as last read; kept up to date. Empty until the first `accountsChanged`. */
    const QList<AccountRow> &accounts() const;
    std::optional<AccountRow> account(const AccountId &id) const;
    std::optional<AccountRow> accountNamed(const QString &name) const;
    [[nodiscard]] FutureOutcome<QList<AccountRow>> load();

    /** Checks the credential with the vendor, stores the account, and no more. Nothing is stored on
     * failure. */
    [[nodiscard]] FutureOutcome<AccountCheck> add(const AccountInput &input,
                                                  CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<AccountCheck> update(const AccountId &id, const AccountInput &input,
                                                     CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<AccountCheck> check(const AccountId &id,
                                                    CancellationPtr cancellation = {});
    /** The certificate that the server shows now, checked as for a request; nothing is sent. Of
     * `draft` count the provider, the definition file, the address and the CA file. */
    [[nodiscard]] FutureOutcome<ServerCertificate>
    serverCertificate(const AccountRow &draft, CancellationPtr cancellation = {});
    /** Removes the account, its inventory and its credentials in the keychain. Keys at the vendor
     * stay as they are. */
    [[nodiscard]] FutureOutcome<Done> remove(const AccountId &id);

signals:
    void accountsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
