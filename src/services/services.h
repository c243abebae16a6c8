// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace chatelaine {

class AccountService;
class AuditService;
class HeldSecrets;
class KeyService;
class PracticeSession;
class SyncService;
class UsageService;

/** The services as window and command line get them; owned by the composition in src/app, outlives
 * both. */
struct Services
{
    AccountService &accounts;
    SyncService &sync;
    HeldSecrets &held;
    KeyService &keys;
    UsageService &usage;
    AuditService &audit;
    PracticeSession *practice = nullptr; ///< null in the command line
};

} // namespace chatelaine
