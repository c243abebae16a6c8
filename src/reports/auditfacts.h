// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/findings.h"
#include "core/forecast.h"
#include "core/rows.h"
#include "core/team.h"
#include "reports/clauses.h"
#include "reports/journalexport.h"
#include "reports/previousreport.h"

namespace chatelaine {

/** What a report says of an account beside its keys. */
struct ReportedAccount
{
    AccountRow row;
    ProviderInfo provider; ///< of the variant in force; only the id when it is not known any more
    QMap<QString, Timestamp> storedAt; ///< credentials in the keychain, by slot
    QList<ListingSource> sources;      ///< of the last reading
    QList<Quota> quotas;
    QList<QuotaForecast> forecasts; ///< one for each quota
    QList<UsageSample> usage;       ///< totals in the period
    QSet<QString> usedKeys;         ///< ids of keys that the vendor's usage figures name
};

/** What is known of the program and its profile, beside the accounts. */
struct ToolFacts
{
    QString qtVersion;
    std::optional<TeamAddress> team; ///< absent: the profile belongs to none
    std::optional<Timestamp> teamContact;
    QList<InstallationChain> installations;
    bool hasPassphrase = false;
    int idleMinutes = 0; ///< 0: idleness does not lock
    int authenticationSeconds = 0;
    int revealSeconds = 0;
    int clipboardSeconds = 0;
    QString keychain; ///< what answered when it last worked; empty: not known
    QList<KeychainEntry> secrets;
};

/** What an audit report is made from, beside keys and journal, which are walked. */
struct AuditFacts
{
    JournalSelection scope;
    Timestamp now;
    QString maker;   ///< user@host
    QString program; ///< and version
    QString signer;  ///< fingerprint of the key that signs packs; empty: there is none
    QList<ReportedAccount> accounts;
    QStringList leftOut; ///< names of accounts that are not in scope
    QList<Finding> findings;
    /** Replacements that are not finished: the old key, and the new one. */
    QList<std::pair<KeyRow, KeyRow>> replacements;
    FindingLimits limits;
    ClauseSet clauses;
    ToolFacts tool;
    std::optional<PreviousReport> previous; ///< of this installation, of the same accounts
    /** What a team's database did not give, or what does not fit there, in sentences. */
    QStringList teamProblems;

    /** The end of the period, or now where that is earlier. */
    Timestamp end() const { return scope.to ? std::min(*scope.to, now) : now; }

    const ReportedAccount *account(const AccountId &id) const;
};

/** Why what is known of an account's keys is not all there is; empty when it is. */
QStringList whyIncomplete(const ReportedAccount &account, const AuditFacts &facts);

/** The same of what is about no account. */
QStringList whyIncomplete(const AuditFacts &facts);

/** A key that existed in the period. */
bool wasThere(const KeyRow &key, const JournalSelection &scope);

} // namespace chatelaine
