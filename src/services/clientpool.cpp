// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/clientpool.h"

#include "providers/catalog.h"
#include "services/credentialroute.h"
#include "store/store.h"

#include <QCoreApplication>

namespace chatelaine {

struct ClientPool::Entry
{
    AccountRow account; ///< as the client was made for
    std::unique_ptr<AccountCredentials> credentials;
    std::unique_ptr<ProviderClient> client;
};

namespace {

/** Whether a client made for one row serves the other: what a connection is made of is the same. */
bool sameConnection(const AccountRow &a, const AccountRow &b)
{
    return a.provider == b.provider && a.definitionFile == b.definitionFile &&
           a.baseUrl == b.baseUrl && a.caFile == b.caFile && a.pin == b.pin &&
           a.credentials == b.credentials;
}

Error unapproved(const ProviderInfo &info, const AccountRow &account)
{
    return Error::of(
        ErrorKind::InvalidRequest,
        ClientPool::tr("Nothing was sent: this was not approved yet. %1")
            .arg(routeToApprove(info, account)->sentence()),
        ClientPool::tr("Edit the account and approve it, or run \"chatelainectl accounts update\" "
                       "with its name and --yes."));
}

} // namespace

ClientPool::ClientPool(Store &store, Keychain &keychain, const Catalog &catalog, const Clock &clock,
                       Random &random, RetryPolicy retry, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keychain(keychain)
    , m_catalog(catalog)
    , m_clock(clock)
    , m_random(random)
    , m_retry(retry)
{}

ClientPool::~ClientPool() = default;

DefinitionPtr ClientPool::definitionOf(const AccountRow &account) const
{
    if (account.definitionFile.isEmpty())
        return m_catalog.find(account.provider);
    return loadDefinitionFile(account.definitionFile).definition;
}

Connection ClientPool::connectionOf(const AccountRow &account) const
{
    Connection connection;
    connection.baseUrl = QUrl(account.baseUrl, QUrl::StrictMode);
    connection.trust.caFile = account.caFile;
    connection.trust.pin = account.pin;
    connection.retry = m_retry;
    connection.facts = account.facts;
    return connection;
}

Outcome<std::unique_ptr<ProviderClient>>
ClientPool::trial(const AccountRow &account, const QMap<QString, SharedSecret> &session,
                  std::unique_ptr<AccountCredentials> &credentials)
{
    const DefinitionPtr definition = definitionOf(account);
    if (!definition) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message =
            tr("The provider definition of \"%1\" is not there any more.").arg(account.name);
        error.next = tr("Put the definition file back, or remove the account.");
        return error;
    }
    credentials = std::make_unique<AccountCredentials>(m_keychain, account, session);
    return std::make_unique<ProviderClient>(definition, connectionOf(account), credentials.get(),
                                            &m_clock, &m_random);
}

Outcome<ProviderClient *> ClientPool::client(const AccountRow &account)
{
    const auto known = m_entries.constFind(account.id);
    if (known != m_entries.cend() && sameConnection((*known)->account, account))
        return (*known)->client.get();

    auto entry = std::make_shared<Entry>();
    entry->account = account;
    auto made = trial(account, m_session.value(account.id), entry->credentials);
    if (!made)
        return made.error();
    entry->client = std::move(made).value();
    if (needsApproval(entry->client->info(), account))
        return unapproved(entry->client->info(), account);
    connect(entry->client.get(), &ProviderClient::throttled, this,
            [this, id = account.id](Timestamp until) { emit throttled(id, until); });
    connect(entry->client.get(), &ProviderClient::factFound, this,
            [this, id = account.id](const QString &name, const QString &value) {
                // A fact that is lost is found again by the next request.
                auto written = m_store.setAccountFact(id, name, value);
                Q_UNUSED(written)
            });
    m_entries.insert(account.id, entry);
    return entry->client.get();
}

void ClientPool::setSession(const AccountId &account, const QString &slot, SharedSecret value)
{
    m_session[account].insert(slot, value);
    m_entries.remove(account);
}

void ClientPool::renew(const AccountId &account)
{
    m_entries.remove(account);
}

void ClientPool::forget(const AccountId &account)
{
    m_entries.remove(account);
    m_session.remove(account);
}

} // namespace chatelaine
