// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/job.h"

#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

void Job::finish(int status)
{
    if (status == done && !output().arrived()) {
        output().note(tr("The result could not be written to standard output."));
        status = notDone;
    }
    emit finished(status);
}

void Job::fail(const Error &error)
{
    output().error(error);
    finish(notDone);
}

void Job::refuse(const Error &error)
{
    output().error(error);
    finish(wrongUsage);
}

std::optional<AccountRow> Job::accountNamed(const QString &name)
{
    if (const auto account = services().accounts.accountNamed(name))
        return account;
    QStringList names;
    for (const AccountRow &account : services().accounts.accounts())
        names.append(account.name);
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = tr("There is no account of this name: %1").arg(name);
    error.next = names.isEmpty() ? tr("Add one: chatelainectl accounts add")
                                 : tr("There are: %1").arg(names.join(", "_L1));
    fail(error);
    return std::nullopt;
}

AccountRow Job::accountOf(const AccountId &id) const
{
    return services().accounts.account(id).value_or(AccountRow());
}

Error Job::withProgramWords(const Error &error)
{
    Error whole = error;
    if (!error.vendorMessage.isEmpty())
        whole.message += u'\n' + tr("The program says: %1").arg(error.vendorMessage);
    whole.vendorMessage.clear();
    return whole;
}

void Job::checkDestination(const Destination &to,
                           const std::function<void(const DestinationCheck &)> &next)
{
    whenDone(services().delivery.check(to), this,
             [this, next](const Outcome<DestinationCheck> &check) {
                 if (!check && check.error().kind == ErrorKind::InvalidRequest)
                     return refuse(check.error());
                 if (!check)
                     return fail(withProgramWords(check.error()));
                 for (const QString &warning : check->warnings)
                     output().note(displaySafe(warning));
                 next(*check);
             });
}

} // namespace chatelaine::cli
