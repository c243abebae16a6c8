// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/keylisting.h"

namespace chatelaine {

/** Usage in [from, to), in as many requests as the vendor's limits ask for. Unsupported where the
 * vendor has none. */
FutureOutcome<QList<UsageSample>> readUsageSamples(Exchanger *exchanger,
                                                   const ContainerPath &container, Timestamp from,
                                                   Timestamp to, CancellationPtr cancellation);

/** All quotas that the vendor answers in a known form. */
FutureOutcome<QList<Quota>> readAllQuotas(Exchanger *exchanger, CancellationPtr cancellation);

/** Who the account's credential is, by the first probe that the server has. */
FutureOutcome<CredentialReport> checkAccount(Exchanger *exchanger, CancellationPtr cancellation);

/** The options of a field that the server knows. */
FutureOutcome<QList<FieldOption>> readOptions(Exchanger *exchanger, const OptionsTemplate &options,
                                              const ContainerPath &container);

} // namespace chatelaine
