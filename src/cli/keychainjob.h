// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/job.h"
#include "services/keychaindoctor.h"

namespace chatelaine::cli {

/** `keychain check`. */
class KeychainCheckJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;

private:
    void report(const KeychainReport &report);
};

} // namespace chatelaine::cli
