// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

class AccountsListJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;
};

/** `accounts add` and `update`: reads the values that go into the keychain, then hands over. */
class AccountsChangeJob : public Job
{
    Q_OBJECT
public:
    using Order = std::variant<AccountsAdd, AccountsUpdate>;
    AccountsChangeJob(Session &session, Order order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void run(const AccountsAdd &order);
    void run(const AccountsUpdate &order);
    /** Names where an imported definition sends the credential, and goes on when that is right. */
    void withApproval(const std::optional<CredentialRoute> &route, bool yes,
                      const std::function<void()> &next);
    /** Puts what is to be pinned into the input; asks the server what it shows where that is
     * wanted. */
    void withPin(const std::optional<PinChoice> &pin, const AccountRow &draft,
                 const std::function<void()> &next);
    /** Makes the input's credentials from the choices; `send` once all values are read. */
    void withCredentials(const ProviderInfo &provider, const QList<CredentialChoice> &choices,
                         bool complete, std::function<void()> send);
    void report(const AccountCheck &check);

    const Order m_order;
    AccountInput m_input;
};

class AccountsCheckJob : public Job
{
    Q_OBJECT
public:
    AccountsCheckJob(Session &session, AccountsCheck order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    const AccountsCheck m_order;
};

class AccountsRemoveJob : public Job
{
    Q_OBJECT
public:
    AccountsRemoveJob(Session &session, AccountsRemove order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void remove(const AccountRow &account);

    const AccountsRemove m_order;
};

} // namespace chatelaine::cli
