// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/findings.h"

#include "core/enumnames.h"
#include "core/redaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qint64 findingHour = 3600;
constexpr qint64 findingDay = 24 * findingHour;

constexpr std::array findingRuleNames = {
    std::pair{FindingRule::SecretHeld, QLatin1StringView("secret-held")},
    std::pair{FindingRule::AdminScope, QLatin1StringView("admin-scope")},
    std::pair{FindingRule::OlderThan, QLatin1StringView("older-than")},
};

constexpr std::array findingSeverityNames = {
    std::pair{FindingSeverity::Low, QLatin1StringView("low")},
    std::pair{FindingSeverity::Medium, QLatin1StringView("medium")},
    std::pair{FindingSeverity::High, QLatin1StringView("high")},
};

struct FindingTexts
{
    Q_DECLARE_TR_FUNCTIONS(Finding)
};

qint64 wholeDays(Timestamp from, Timestamp to)
{
    return (to.seconds() - from.seconds()) / findingDay;
}

Finding ofKey(const AssessedKey &key, FindingRule rule)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = FindingSeverity::Medium;
    finding.key = key.uid;
    finding.account = key.account;
    finding.name = key.name;
    return finding;
}

std::optional<Finding> adminFinding(const AssessedKey &key, Timestamp now)
{
    const QStringList granted = key.admin.grantedBy(key.scopes);
    if (!key.admin.everyKey && granted.isEmpty())
        return std::nullopt;
    Finding finding = ofKey(key, FindingRule::AdminScope);
    finding.since = key.createdAt;
    finding.days = key.createdAt ? wholeDays(*key.createdAt, now) : 0;
    finding.scopes = granted;
    return finding;
}

std::optional<Finding> ageFinding(const AssessedKey &key, const FindingLimits &limits,
                                  Timestamp now)
{
    const std::optional<Timestamp> made = std::max(key.createdAt, key.rotatedAt);
    if (!made)
        return std::nullopt;
    const Timestamp due = made->plusSeconds(key.rotationDays.value_or(limits.ageDays) * findingDay);
    if (now <= due)
        return std::nullopt;
    Finding finding = ofKey(key, FindingRule::OlderThan);
    finding.since = due;
    finding.days = wholeDays(*made, now);
    return finding;
}

} // namespace

QString findingRuleName(FindingRule rule)
{
    return nameIn(findingRuleNames, rule);
}

std::optional<FindingRule> findingRuleFromName(QStringView name)
{
    return valueIn(findingRuleNames, name);
}

QString findingRuleText(FindingRule rule)
{
    switch (rule) {
    case FindingRule::SecretHeld:
        return FindingTexts::tr("Its secret is held for too long");
    case FindingRule::AdminScope:
        return FindingTexts::tr("It has admin rights");
    case FindingRule::OlderThan:
        return FindingTexts::tr("Its secret is too old");
    }
    Q_UNREACHABLE();
}

QString findingSeverityName(FindingSeverity severity)
{
    return nameIn(findingSeverityNames, severity);
}

QString findingSentence(const Finding &finding)
{
    const int days = static_cast<int>(finding.days);
    switch (finding.rule) {
    case FindingRule::SecretHeld:
        return FindingTexts::tr("Its secret has been held for %n day(s), and nobody has stored it.",
                                nullptr, days);
    case FindingRule::AdminScope:
        if (finding.scopes.isEmpty())
            return FindingTexts::tr("Every key of its kind has admin rights.");
        return FindingTexts::tr("It has admin rights: %1.")
            .arg(displaySafe(finding.scopes.join(QStringLiteral(", "))));
    case FindingRule::OlderThan:
        return FindingTexts::tr("Its secret is %n day(s) old.", nullptr, days);
    }
    Q_UNREACHABLE();
}

bool mayBeExcepted(FindingRule rule)
{
    return rule != FindingRule::SecretHeld;
}

bool mayWork(KeyState state)
{
    return state == KeyState::Active || state == KeyState::Rotating || state == KeyState::Unknown;
}

QList<Finding> findingsOf(const AssessedKey &key, const FindingLimits &limits, Timestamp now)
{
    QList<Finding> findings;
    if (!mayWork(key.state))
        return findings;
    if (const auto admin = adminFinding(key, now))
        findings.append(*admin);
    if (const auto age = ageFinding(key, limits, now))
        findings.append(*age);
    return findings;
}

std::optional<Finding> findingOf(const AssessedSecret &secret, const FindingLimits &limits,
                                 Timestamp now)
{
    const Timestamp due = secret.heldSince.plusSeconds(limits.heldHours * findingHour);
    if (now <= due)
        return std::nullopt;
    Finding finding;
    finding.rule = FindingRule::SecretHeld;
    finding.severity = FindingSeverity::High;
    finding.key = secret.key;
    finding.operation = secret.operation;
    finding.account = secret.account;
    finding.name = secret.name;
    finding.since = due;
    finding.days = wholeDays(secret.heldSince, now);
    return finding;
}

} // namespace chatelaine
