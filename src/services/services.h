// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace chatelaine {

class AccountService;
class AuditService;
class BulkService;
class ContainerService;
class DeliveryService;
class FindingService;
class HeldSecrets;
class KeychainDoctor;
class KeyNoteService;
class KeyService;
class LeakSearch;
class LockService;
class PracticeSession;
class QuotaWatch;
class ReplacementService;
class ReportService;
class SyncService;
class TeamService;
class UsageService;
class VendorAuditService;
class WebhookService;

/** The services as window and command line get them; owned by the composition in src/app, outlives
 * both. */
struct Services
{
    AccountService &accounts;
    SyncService &sync;
    HeldSecrets &held;
    DeliveryService &delivery;
    KeyService &keys;
    UsageService &usage;
    AuditService &audit;
    ContainerService &containers;
    WebhookService &webhooks;
    ReplacementService &replacements;
    VendorAuditService &vendorAudit;
    BulkService &bulk;
    LeakSearch &leaks;
    KeychainDoctor &doctor;
    FindingService &findings;
    ReportService &reports;
    TeamService &team;
    KeyNoteService &notes;
    PracticeSession *practice = nullptr; ///< null in the command line
    LockService *lock = nullptr;         ///< null in the command line
    QuotaWatch *quotaWatch = nullptr;    ///< null in the command line
};

} // namespace chatelaine
