// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/accountservice.h"

#include "core/async.h"
#include "secrets/keychain.h"
#include "services/accountchange.h"
#include "services/context.h"
#include "services/events.h"
#include "services/withclient.h"
#include "store/store.h"

namespace chatelaine {

class AccountService::Private
{
public:
    Private(ServiceContext &serviceContext, AccountService *owner)
        : context(serviceContext)
        , q(owner)
    {}

    void reload()
    {
        whenDone(context.store.accounts(), q, [this](const Outcome<QList<AccountRow>> &rows) {
            if (!rows || *rows == known)
                return;
            known = *rows;
            emit q->accountsChanged();
        });
    }

    /** Removes the keychain's entries of an account one after the other, then answers. */
    void removeEntries(QStringList users, const Answer<Done> &answer)
    {
        if (users.isEmpty())
            return answer.give(Done{});
        const QString user = users.takeFirst();
        whenDone(context.keychain.remove(user), q,
                 [this, user, users, answer](const Outcome<Done> &removed) {
                     if (!removed && removed.error().kind != ErrorKind::NotFound)
                         return answer.give(removed.error());
                     whenDone(context.store.removeKeychainEntry(user), q,
                              [this, users, answer](const Outcome<Done> &gone) {
                                  if (!gone)
                                      return answer.give(gone.error());
                                  removeEntries(users, answer);
                              });
                 });
    }

    ServiceContext &context;
    AccountService *q;
    QList<AccountRow> known;
};

AccountService::AccountService(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, this))
{
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.everything || changes.accounts)
            d->reload();
    });
}

AccountService::~AccountService() = default;

QList<ProviderInfo> AccountService::providers() const
{
    QList<ProviderInfo> infos;
    for (const DefinitionPtr &definition : d->context.catalog.definitions())
        infos.append(providerInfo(*definition));
    return infos;
}

std::optional<ProviderInfo> AccountService::provider(const ProviderId &id) const
{
    if (const DefinitionPtr definition = d->context.catalog.find(id))
        return providerInfo(*definition);
    return std::nullopt;
}

QStringList AccountService::providerProblems() const
{
    QStringList lines;
    for (const DefinitionProblem &problem : d->context.catalog.problems())
        lines.append(problem.toString());
    return lines;
}

Outcome<ProviderInfo> AccountService::checkDefinition(const QString &file) const
{
    const LoadedDefinition loaded = loadDefinitionFile(file);
    if (loaded.definition)
        return providerInfo(*loaded.definition);
    QStringList lines;
    for (const DefinitionProblem &problem : loaded.problems)
        lines.append(problem.toString());
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = lines.join(QLatin1Char('\n'));
    error.next = tr("Mend the file and check it again.");
    return error;
}

std::optional<CredentialRoute>
AccountService::routeToApprove(const ProviderInfo &provider, const QString &baseUrl,
                               const std::optional<AccountRow> &known) const
{
    AccountRow row = known.value_or(AccountRow{});
    if (!baseUrl.isEmpty())
        row.baseUrl = baseUrl;
    return needsApproval(provider, row) ? chatelaine::routeToApprove(provider, row) : std::nullopt;
}

std::optional<ProviderInfo> AccountService::providerOf(const AccountId &id) const
{
    const auto row = account(id);
    if (!row)
        return std::nullopt;
    if (const auto client = d->context.clients.client(*row))
        return (*client)->info();
    if (const DefinitionPtr definition = d->context.clients.definitionOf(*row))
        return providerInfo(*definition); // not approved: what it would be
    return std::nullopt;
}

const QList<AccountRow> &AccountService::accounts() const
{
    return d->known;
}

std::optional<AccountRow> AccountService::account(const AccountId &id) const
{
    for (const AccountRow &row : std::as_const(d->known)) {
        if (row.id == id)
            return row;
    }
    return std::nullopt;
}

std::optional<AccountRow> AccountService::accountNamed(const QString &name) const
{
    for (const AccountRow &row : std::as_const(d->known)) {
        if (row.name == name)
            return row;
    }
    return std::nullopt;
}

FutureOutcome<QList<AccountRow>> AccountService::load()
{
    Answer<QList<AccountRow>> answer;
    whenDone(d->context.store.accounts(), this,
             [this, answer](const Outcome<QList<AccountRow>> &rows) {
                 if (rows && *rows != d->known) {
                     d->known = *rows;
                     emit accountsChanged();
                 }
                 answer.give(rows);
             });
    return answer.future();
}

FutureOutcome<AccountCheck> AccountService::add(const AccountInput &input,
                                                CancellationPtr cancellation)
{
    Answer<AccountCheck> answer;
    auto *change =
        new AccountChange(d->context, std::nullopt, input, std::move(cancellation), this);
    whenDone(change->start(), this, [this, answer](const Outcome<AccountCheck> &check) {
        whenDone(load(), this,
                 [check, answer](const Outcome<QList<AccountRow>> &) { answer.give(check); });
    });
    return answer.future();
}

FutureOutcome<AccountCheck> AccountService::update(const AccountId &id, const AccountInput &input,
                                                   CancellationPtr cancellation)
{
    Answer<AccountCheck> answer;
    whenDone(
        findAccount(d->context.store, id, this), this,
        [this, input, cancellation, answer](const Outcome<AccountRow> &row) {
            if (!row)
                return answer.give(row.error());
            auto *change = new AccountChange(d->context, *row, input, cancellation, this);
            whenDone(change->start(), this, [this, answer](const Outcome<AccountCheck> &check) {
                whenDone(load(), this, [check, answer](const Outcome<QList<AccountRow>> &) {
                    answer.give(check);
                });
            });
        });
    return answer.future();
}

FutureOutcome<AccountCheck> AccountService::check(const AccountId &id, CancellationPtr cancellation)
{
    Answer<AccountCheck> answer;
    withAccount(d->context, id, this, answer,
                [this, cancellation, answer](const AccountRow &row, ProviderClient &client) {
                    whenDone(client.check(cancellation), this,
                             [row, answer](const Outcome<CredentialReport> &report) {
                                 if (!report)
                                     return answer.give(report.error());
                                 answer.give(AccountCheck{row, report->identity, report->note});
                             });
                });
    return answer.future();
}

FutureOutcome<ServerCertificate> AccountService::serverCertificate(const AccountRow &draft,
                                                                   CancellationPtr cancellation)
{
    std::unique_ptr<AccountCredentials> credentials;
    auto made = d->context.clients.trial(draft, {}, credentials);
    if (!made)
        return readyOutcome<ServerCertificate>(made.error());
    // The answer comes out of the client itself.
    std::unique_ptr<ProviderClient> owned = std::move(made).value();
    const std::shared_ptr<ProviderClient> client(owned.release(),
                                                 [](ProviderClient *one) { one->deleteLater(); });
    Answer<ServerCertificate> answer;
    whenDone(client->serverCertificate(std::move(cancellation)), this,
             [client, answer](const Outcome<ServerCertificate> &certificate) {
                 answer.give(certificate);
             });
    return answer.future();
}

FutureOutcome<Done> AccountService::remove(const AccountId &id)
{
    Answer<Done> answer;
    whenDone(
        findAccount(d->context.store, id, this), this,
        [this, answer](const Outcome<AccountRow> &row) {
            if (!row)
                return answer.give(row.error());
            whenDone(
                d->context.store.keychainEntries(), this,
                [this, row = *row, answer](const Outcome<QList<KeychainEntry>> &entries) {
                    if (!entries)
                        return answer.give(entries.error());
                    QStringList users;
                    for (const KeychainEntry &entry : *entries) {
                        if (entry.account == row.id &&
                            entry.purpose != KeychainEntry::Purpose::Held)
                            users.append(entry.user);
                    }
                    Answer<Done> cleared;
                    whenDone(
                        cleared.future(), this, [this, row, answer](const Outcome<Done> &gone) {
                            if (!gone)
                                return answer.give(gone.error());
                            d->context.clients.forget(row.id);
                            whenDone(d->context.store.append(
                                         accountEvent(QStringLiteral("account.remove"),
                                                      QStringLiteral("succeeded"), row)),
                                     this, [this, row, answer](const Outcome<JournalLine> &line) {
                                         if (!line)
                                             return answer.give(line.error());
                                         whenDone(d->context.store.removeAccount(row.id), this,
                                                  [this, answer](const Outcome<Done> &removed) {
                                                      whenDone(
                                                          load(), this,
                                                          [removed, answer](
                                                              const Outcome<QList<AccountRow>> &) {
                                                              answer.give(removed);
                                                          });
                                                  });
                                     });
                        });
                    d->removeEntries(users, cleared);
                });
        });
    return answer.future();
}

} // namespace chatelaine
