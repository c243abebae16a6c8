// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "services/deliveryservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What delivering a secret asks of the services; tests pass their own functions. */
struct DeliveryPort
{
    std::function<QList<DestinationInfo>()> destinations;
    std::function<FutureOutcome<DestinationCheck>(const Destination &, const CancellationPtr &)>
        check;
    std::function<FutureOutcome<DeliveryReceipt>(const HeldSecretId &, const Destination &,
                                                 const CancellationPtr &)>
        deliver;

    static DeliveryPort of(Services &services);
};

} // namespace chatelaine
