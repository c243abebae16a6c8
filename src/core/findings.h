// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"

namespace chatelaine {

/** What is looked for in keys and held secrets. */
enum class FindingRule {
    SecretHeld, ///< a new secret that nobody has stored for longer than a day
    AdminScope, ///< a working key that can manage keys, as its definition says
    OlderThan   ///< a working key whose secret is older than N days
};

enum class FindingSeverity { Low, Medium, High };

QString findingRuleName(FindingRule rule); ///< "secret-held", "admin-scope", "older-than"
std::optional<FindingRule> findingRuleFromName(QStringView name);
QString findingRuleText(FindingRule rule);             ///< for the user, in a few words
QString findingSeverityName(FindingSeverity severity); ///< "low", "medium", "high"

/** The bounds of the rules. */
struct FindingLimits
{
    int heldHours = 24;
    int ageDays = 90;
    /** What people said of keys counts when it was said before this; absent: also the latest. */
    std::optional<Timestamp> saidBefore;
};

/** What the rules need to know of a key. */
struct AssessedKey
{
    KeyUid uid;
    AccountId account;
    QString name; ///< untrusted text
    KeyState state = KeyState::Unknown;
    QStringList scopes;
    AdminRights admin; ///< of its kind
    std::optional<Timestamp> createdAt;
    std::optional<Timestamp> rotatedAt; ///< when it last got a new secret
    std::optional<int> rotationDays;    ///< how old its secret may be; absent: as all others
};

/** What the rules need to know of a held secret. */
struct AssessedSecret
{
    OperationId operation; ///< that brought it
    KeyUid key;            ///< empty when it is not known, and of a webhook's
    AccountId account;
    QString name; ///< untrusted text
    Timestamp heldSince;
};

/** That a rule may be broken by a key for a time. */
struct FindingException
{
    FindingRule rule = FindingRule::OlderThan;
    QString reason;
    QString approver; ///< who approved it, in words
    Timestamp until;  ///< from then on the rule holds again
    QString by;       ///< user@host who recorded it
    Timestamp at;     ///< when
    bool isOver(Timestamp now) const { return until <= now; }
    bool operator==(const FindingException &) const = default;
};

/** Held secrets are stored or revoked: there is no exception for them. */
bool mayBeExcepted(FindingRule rule);

/** Something about a key that needs an admin. */
struct Finding
{
    FindingRule rule = FindingRule::SecretHeld;
    FindingSeverity severity = FindingSeverity::Low;
    KeyUid key;            ///< empty for a held secret whose key is not known
    OperationId operation; ///< of a held secret
    AccountId account;
    QString name;                   ///< of the key or webhook; untrusted text
    std::optional<Timestamp> since; ///< when the rule began to hold; absent: not known
    qint64 days = 0;    ///< whole days that the secret is held, is old, or the rule holds
    QStringList scopes; ///< of AdminScope: those that say so; empty: its kind does
    std::optional<FindingException> exception; ///< it is accepted for a time

    bool operator==(const Finding &) const = default;
};

/** For the user, in their language; names no key. */
QString findingSentence(const Finding &finding);

/** A key in this state works, or may. */
bool mayWork(KeyState state);

QList<Finding> findingsOf(const AssessedKey &key, const FindingLimits &limits, Timestamp now);
std::optional<Finding> findingOf(const AssessedSecret &secret, const FindingLimits &limits,
                                 Timestamp now);

} // namespace chatelaine
