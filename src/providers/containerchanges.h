// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/containerlisting.h"

namespace chatelaine {

/** Checks an order against what the level offers: InvalidRequest that says what is wrong, or
 * Unsupported. */
Outcome<Done> validateContainerOrder(const Definition &definition, const ContainerOrder &order);

/** One request, never repeated, then a listing of the level that tells what became of it. The order
 * is valid. */
FutureOutcome<ContainerResult> changeOneContainer(Exchanger *exchanger,
                                                  const ContainerOrder &order);

} // namespace chatelaine
