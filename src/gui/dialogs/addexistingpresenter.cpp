// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/addexistingpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"
#include "gui/dialogs/secretpattern.h"

namespace chatelaine {

namespace {

constexpr int longestKeyName = 200;

} // namespace

AddExistingPresenter::AddExistingPresenter(AddExistingPort port, const AccountId &account,
                                           QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_account(account)
    , m_provider(m_port.provider(account))
{
    for (const KindInfo &kind : m_provider ? m_provider->kinds : QList<KindInfo>()) {
        if (kind.manual)
            m_kinds.append(kind);
    }
    m_kind = m_kinds.isEmpty() ? -1 : 0;
    if (m_kinds.isEmpty()) {
        m_problem = tr("Keys of this account are not added by hand: they come with the next "
                       "synchronization.");
    }
}

QString AddExistingPresenter::accountName() const
{
    const auto account = m_port.account(m_account);
    return account ? displaySafe(account->name) : QString();
}

QString AddExistingPresenter::intro() const
{
    const KindInfo *chosen = kind();
    for (const ExternalVerb &external : chosen ? chosen->external : QList<ExternalVerb>()) {
        if (external.verb == KeyVerb::Create && !external.why.isEmpty())
            return external.why;
    }
    return m_provider
               ? tr("Keys of %1 are made elsewhere and added here by hand.").arg(m_provider->name)
               : QString();
}

QString AddExistingPresenter::dashboardUrl() const
{
    const KindInfo *chosen = kind();
    for (const ExternalVerb &external : chosen ? chosen->external : QList<ExternalVerb>()) {
        if (external.verb == KeyVerb::Create && !external.url.isEmpty())
            return external.url;
    }
    return m_provider ? m_provider->dashboardUrl : QString();
}

const KindInfo *AddExistingPresenter::kind() const
{
    return m_kind < 0 ? nullptr : &m_kinds.at(m_kind);
}

void AddExistingPresenter::setKindIndex(qsizetype index)
{
    if (index < 0 || index >= m_kinds.size())
        return;
    m_kind = index;
    emit changed();
}

void AddExistingPresenter::setName(const QString &name)
{
    m_name = name.trimmed();
    m_nameTouched = true;
    emit changed();
}

void AddExistingPresenter::setSecret(SharedSecret secret)
{
    m_secret = std::move(secret);
    emit changed();
}

QString AddExistingPresenter::nameProblem() const
{
    if (m_name.size() > longestKeyName)
        return tr("At most %n character(s).", nullptr, longestKeyName);
    return m_nameTouched && m_name.isEmpty() ? tr("Give it a name by which you find it again.")
                                             : QString();
}

QString AddExistingPresenter::secretProblem() const
{
    if (!m_secret || !kind() || m_secret->fits(kind()->tokenPattern))
        return {};
    const QString other = secretPattern::describe(*m_secret, {*m_provider});
    return other.isEmpty()
               ? tr("This does not have the form of: %1.").arg(kind()->label)
               : tr("This is another credential (%1). Needed here: %2.").arg(other, kind()->label);
}

QString AddExistingPresenter::actionText() const
{
    return m_name.isEmpty() ? tr("Add key")
                            : tr("Add key \"%1\"").arg(displaySafe(m_name, nameInButton));
}

bool AddExistingPresenter::canSend() const
{
    return !m_sending && !m_verdict && kind() && !m_name.isEmpty() && m_secret &&
           nameProblem().isEmpty() && secretProblem().isEmpty();
}

void AddExistingPresenter::send()
{
    if (!canSend())
        return;
    m_sending = true;
    m_problem.clear();
    emit changed();
    whenDone(m_port.add(m_account, kind()->id, m_name, std::exchange(m_secret, {})), this,
             [this](const Outcome<KeyCheck> &outcome) { sent(outcome); });
}

void AddExistingPresenter::sent(const Outcome<KeyCheck> &outcome)
{
    m_sending = false;
    if (outcome) {
        m_verdict = *outcome;
    } else {
        const Error &error = outcome.error();
        m_problem = error.next.isEmpty() ? error.message : error.message + u' ' + error.next;
    }
    emit changed();
    if (outcome)
        emit added(outcome->key.uid);
}

} // namespace chatelaine
