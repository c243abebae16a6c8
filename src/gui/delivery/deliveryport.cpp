// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/delivery/deliveryport.h"

#include "services/services.h"

namespace chatelaine {

DeliveryPort DeliveryPort::of(Services &services)
{
    DeliveryService &delivery = services.delivery;
    return {
        [&delivery] { return delivery.destinations(); },
        [&delivery](const Destination &destination, const CancellationPtr &cancellation) {
            return delivery.check(destination, cancellation);
        },
        [&delivery](const HeldSecretId &id, const Destination &destination,
                    const CancellationPtr &cancellation) {
            return delivery.deliver(id, destination, cancellation);
        },
    };
}

} // namespace chatelaine
