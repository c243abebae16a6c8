// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

/** `keys check`. */
class KeyCheckJob : public Job
{
    Q_OBJECT
public:
    KeyCheckJob(Session &session, KeysCheck order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const KeyRow &key);
    void check(const KeyUid &key, SharedSecret secret);

    const KeysCheck m_order;
};

/** `keys add`. */
class KeyAddJob : public Job
{
    Q_OBJECT
public:
    KeyAddJob(Session &session, KeysAdd order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void add(const AccountRow &account, const QString &kind, SharedSecret secret);

    const KeysAdd m_order;
};

} // namespace chatelaine::cli
