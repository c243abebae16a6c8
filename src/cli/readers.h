// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/arguments.h"
#include "cli/commandline.h"

// Readers of options that several commands share.

namespace chatelaine::cli {

Outcome<Period> readPeriod(const Arguments &given);     ///< --from and --to
Outcome<Delivery> readDelivery(const Arguments &given); ///< --deliver, which was given
Outcome<SetFields> readFields(const Arguments &given);  ///< every --set
/** An option that takes a duration; nothing when it was not given. */
Outcome<std::optional<qint64>> readSeconds(const Arguments &given, const char *option);

/** A reader for a command that takes what it is given. */
template<typename F>
auto plain(F make)
{
    return [make](const Arguments &given) -> Outcome<Command> {
        return Command(make(given));
    };
}

} // namespace chatelaine::cli
