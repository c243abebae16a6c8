// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

void putKeychainEntry(Writing &writing, const KeychainEntry &entry);
void removeKeychainEntry(Writing &writing, const QString &user);
QList<KeychainEntry> readKeychainEntries(Database &db);

} // namespace chatelaine
