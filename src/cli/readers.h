// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/arguments.h"
#include "cli/commandline.h"

// Readers of options that several commands share.

namespace chatelaine::cli {

Outcome<Period> readPeriod(const Arguments &given); ///< --from and --to
/** `keychain`, `file:PATH` or `command:NAME` with its fields. */
Outcome<Destination> readDestination(const QString &text, const QStringList &values, bool replace);
Outcome<Delivery> readDelivery(const Arguments &given); ///< --deliver, which was given
bool namesDelivery(const Arguments &given); ///< --deliver, or something that belongs to it
/** Declares --deliver and what belongs to it. */
Arguments &declareDelivery(Arguments &arguments, const QString &help, bool isRequired = true);
Outcome<SetFields> readFields(const Arguments &given); ///< every --set
/** An option that takes a duration; nothing when it was not given. */
Outcome<std::optional<qint64>> readSeconds(const Arguments &given, const char *option);

Arguments &addKeyFilters(Arguments &leaf);
Outcome<KeysList> readKeyFilters(const Arguments &given); ///< those of addKeyFilters()

/** A reader for a command that takes what it is given. */
template<typename F>
auto plain(F make)
{
    return [make](const Arguments &given) -> Outcome<Command> {
        return Command(make(given));
    };
}

} // namespace chatelaine::cli
