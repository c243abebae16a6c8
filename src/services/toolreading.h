// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditfacts.h"

namespace chatelaine {

struct ServiceContext;

/** What the program and the profile's settings say of lock, times and keychain. */
void readToolSettings(ServiceContext &context, ToolFacts *facts);

/** Since when the keychain has which credential of an account, by slot. */
QMap<QString, Timestamp> credentialsStored(const AccountRow &account,
                                           const QList<KeychainEntry> &entries);

} // namespace chatelaine
