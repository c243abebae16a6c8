// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "core/providerinfo.h"

namespace chatelaine {

/** Names of a key's members in entries about changes by others (docs/journal-format.md). */
namespace KeyMembers {
inline constexpr QLatin1StringView name{"name"};
inline constexpr QLatin1StringView scopes{"scopes"};
inline constexpr QLatin1StringView owner{"owner"};
inline constexpr QLatin1StringView environment{"environment"};
inline constexpr QLatin1StringView mask{"mask"};
inline constexpr QLatin1StringView expires{"expires"};
inline constexpr QLatin1StringView state{"state"};
} // namespace KeyMembers

bool works(KeyState state); ///< as far as the vendor says: active, or being rotated
/** Whether an operation can change the member of a key that was there before. */
bool canChange(KeyVerb verb, QAnyStringView member);
/** Whether an operation can have led to this state. */
bool canLeadTo(KeyVerb verb, KeyState state);

} // namespace chatelaine
