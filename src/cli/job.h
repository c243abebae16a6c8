// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/output.h"
#include "core/async.h"
#include "services/deliveryservice.h"
#include "services/services.h"

#include <QObject>

#include <functional>

namespace chatelaine::cli {

/** What every job works with; outlives them. */
struct Session
{
    Services &services;
    Terminal &terminal;
    Output output;
};

/** One command being done. Emits finished() exactly once, as the last thing it does. */
class Job : public QObject
{
    Q_OBJECT
public:
    static constexpr int done = 0;
    static constexpr int notDone = 1;
    static constexpr int wrongUsage = 2;

    explicit Job(Session &session)
        : m_session(session)
    {}
    /** Called once, from the event loop, with the accounts loaded. */
    virtual void start() = 0;

signals:
    void finished(int status);

protected:
    Services &services() const { return m_session.services; }
    Terminal &terminal() const { return m_session.terminal; }
    Output &output() const { return m_session.output; }

    /** With status `done`, unless the results could not be written. */
    void finish(int status);
    void fail(const Error &error);   ///< says it and ends with `notDone`
    void refuse(const Error &error); ///< says it and ends with `wrongUsage`: nothing was sent

    /** The account of that name; fails the job when there is none. */
    std::optional<AccountRow> accountNamed(const QString &name);
    /** Of an account that is there; a row without a name when it went meanwhile. */
    AccountRow accountOf(const AccountId &id) const;

    /** `next(value)` when the call succeeds; fails the job when it does not. */
    template<typename T, typename F>
    void then(FutureOutcome<T> call, F next)
    {
        whenDone(std::move(call), this, [this, next = std::move(next)](const Outcome<T> &outcome) {
            if (outcome)
                next(outcome.value());
            else
                fail(outcome.error());
        });
    }

    /** An error of a destination; the program's own words become a part of its message. */
    static Error withProgramWords(const Error &error);
    /** `next(check)` when the destination would take a secret now, after its warnings were said;
     * fails the job, with nothing sent, when it would not. */
    void checkDestination(const Destination &to,
                          const std::function<void(const DestinationCheck &)> &next);

private:
    Session &m_session;
};

} // namespace chatelaine::cli
