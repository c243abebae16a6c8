// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/findingsjob.h"

#include "cli/keynotejobs.h"
#include "cli/table.h"
#include "services/findingservice.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject findingDocument(const Finding &finding, const AccountRow &account, const QString &ref)
{
    QJsonObject object{{"rule"_L1, findingRuleName(finding.rule)},
                       {"severity"_L1, findingSeverityName(finding.severity)},
                       {"account"_L1, account.name},
                       {"sentence"_L1, findingSentence(finding)}};
    if (!ref.isEmpty())
        object.insert("key"_L1, ref);
    if (!finding.name.isEmpty())
        object.insert("name"_L1, finding.name);
    if (!finding.operation.isEmpty())
        object.insert("held"_L1, finding.operation.toString());
    if (finding.since)
        object.insert("since"_L1, finding.since->toIso());
    if (finding.rule != FindingRule::AdminScope)
        object.insert("days"_L1, finding.days);
    if (!finding.scopes.isEmpty())
        object.insert("scopes"_L1, QJsonArray::fromStringList(finding.scopes));
    if (finding.exception)
        object.insert("exception"_L1, exceptionDocument(*finding.exception));
    return object;
}

} // namespace

void FindingsJob::start()
{
    const auto accounts = accountsNamed(m_order.account);
    if (!accounts)
        return;
    m_accounts = *accounts;
    QList<AccountId> only;
    if (!m_order.account.isEmpty())
        only.append(m_accounts.constFirst().id);
    FindingLimits limits;
    limits.ageDays = m_order.ageDays.value_or(limits.ageDays);
    then(services().findings.findings(only, limits),
         [this](const QList<Finding> &findings) { found(findings); });
}

void FindingsJob::found(const QList<Finding> &findings)
{
    m_findings = findings;
    if (m_order.rule)
        m_findings.removeIf([this](const Finding &one) { return one.rule != *m_order.rule; });
    KeyQuery query;
    query.states = {KeyState::Active, KeyState::Rotating, KeyState::Unknown};
    if (std::any_of(m_findings.cbegin(), m_findings.cend(),
                    [](const Finding &one) { return one.rule == FindingRule::SecretHeld; }))
        query.states.clear(); // a secret can be held whose key does not work
    if (!m_order.account.isEmpty())
        query.account = m_accounts.constFirst().id;
    then(services().keys.list(query), [this](const QList<KeyRow> &keys) { report(keys); });
}

void FindingsJob::report(const QList<KeyRow> &keys)
{
    QHash<KeyUid, QString> refs;
    for (const KeyRow &key : keys) {
        refs.insert(key.uid,
                    keyRef(accountOf(key.account).name, key.record.container, key.record.id));
    }
    Table table({tr("SEVERITY"), tr("RULE"), tr("ACCOUNT"), tr("NAME"), tr("SINCE"),
                 tr("ACCEPTED UNTIL"), tr("WHY"), tr("REF")});
    QJsonArray items;
    for (const Finding &finding : std::as_const(m_findings)) {
        const AccountRow account = accountOf(finding.account);
        const QString ref = refs.value(finding.key);
        items.append(findingDocument(finding, account, ref));
        const auto accepted =
            finding.exception ? std::optional(finding.exception->until) : std::nullopt;
        table.add({findingSeverityName(finding.severity), findingRuleName(finding.rule),
                   account.name, finding.name, shownTime(finding.since), shownTime(accepted),
                   findingSentence(finding), ref});
    }
    output().list(table.toString(), items, inventoryState(m_accounts));
    finish(done);
}

} // namespace chatelaine::cli
