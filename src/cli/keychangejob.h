// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

/** `keys enable`, `disable`, `revoke` and `delete`: finds the key, asks, does it. */
class KeyChangeJob : public Job
{
    Q_OBJECT
public:
    KeyChangeJob(Session &session, KeysChange order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const KeyRow &key);
    void askForName();
    void apply(bool inUseConfirmed);
    void report(const KeyChange &change);

    const KeysChange m_order;
    KeyRow m_key;
};

} // namespace chatelaine::cli
