// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"

namespace chatelaine::cli {

/** `keys snippet`: how a program uses a key, from the provider's definition; never the secret. */
class KeySnippetJob : public Job
{
    Q_OBJECT
public:
    KeySnippetJob(Session &session, KeysSnippet order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void show(const KindInfo &kind);

    const KeysSnippet m_order;
};

} // namespace chatelaine::cli
