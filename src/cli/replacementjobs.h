// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/deliveringjob.h"
#include "services/replacementservice.h"

namespace chatelaine::cli {

/** What `keys replace` and `replacements resume` share: deliver the new secret, then end the old
 * key. */
class ReplacingJob : public DeliveringJob
{
    Q_OBJECT
protected:
    using DeliveringJob::DeliveringJob;

    void takeOver(const Replacement &made, const Delivery &delivery);
    void endOld(const ReplacementId &id, bool inUseConfirmed);
    void setInUseConfirmed(bool confirmed) { m_inUseConfirmed = confirmed; }
    bool inUseConfirmed() const { return m_inUseConfirmed; }

private:
    void report(const Replacement &finished);

    bool m_inUseConfirmed = false;
    bool m_documentIsOut = false; ///< the secret's document was the result
};

/** `keys replace`. */
class KeyReplaceJob : public ReplacingJob
{
    Q_OBJECT
public:
    KeyReplaceJob(Session &session, KeysReplace order)
        : ReplacingJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void fillForm(const KeyRow &key, const ReplacementForm &form);
    void ask(const KeyRow &key);
    void askForName(const KeyRow &key);
    void make();

    const KeysReplace m_order;
    ReplacementOrder m_replacement;
};

/** `replacements list`. */
class ReplacementsListJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;
};

/** `replacements resume` and `abandon`. */
class ReplacementChangeJob : public ReplacingJob
{
    Q_OBJECT
public:
    ReplacementChangeJob(Session &session, ReplacementsChange order)
        : ReplacingJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void abandon();
    void resume(const Replacement &at);
    void confirmed(const Replacement &at);

    const ReplacementsChange m_order;
};

} // namespace chatelaine::cli
