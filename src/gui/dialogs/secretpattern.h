// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "secrets/secret.h"

namespace chatelaine {

/** What a secret looks like, judged by the patterns of the definitions, without keeping a text of
 * it. */
namespace secretPattern {

/** Words for what else it looks like: "a Project key of Confident AI"; empty when unknown. */
QString describe(const Secret &secret, const QList<ProviderInfo> &providers);

} // namespace secretPattern
} // namespace chatelaine
