// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyspresenter.h"

#include "core/async.h"
#include "gui/keys/keynotices.h"

#include <algorithm>

namespace chatelaine {

KeysPresenter::KeysPresenter(KeysPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{
    m_query.includeDeleted = false;
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelayMs);
    connect(&m_searchTimer, &QTimer::timeout, this, [this] {
        if (m_query.text == m_typed)
            return;
        m_query.text = m_typed;
        emit queryChanged();
    });
}

void KeysPresenter::setScope(const Scope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_query.account = scope.account;
    m_query.container = containerKey(scope.path);
    setCurrent({});
    emit noticed({}); // what was said of a key elsewhere
    emit queryChanged();
}

void KeysPresenter::setSearchText(const QString &text)
{
    m_typed = text.simplified();
    m_searchTimer.start();
}

void KeysPresenter::setStates(const QSet<KeyState> &states, bool includeDeleted)
{
    m_query.states = states;
    m_query.includeDeleted = includeDeleted;
    emit queryChanged();
}

void KeysPresenter::clearSearch()
{
    m_searchTimer.stop();
    m_typed.clear();
    m_query.text.clear();
    m_query.states.clear();
    m_query.includeDeleted = false;
    emit searchCleared();
    emit queryChanged();
}

void KeysPresenter::setOrder(KeyColumn column, Qt::SortOrder order)
{
    m_query.sortBy = column;
    m_query.order = order;
    emit queryChanged();
}

QList<AccountRow> KeysPresenter::accountsInScope() const
{
    QList<AccountRow> accounts = m_port.accounts();
    if (!m_scope.account.isEmpty()) {
        accounts.removeIf(
            [this](const AccountRow &account) { return account.id != m_scope.account; });
    }
    return accounts;
}

bool KeysPresenter::hasKind(const AccountId &account, bool (*matches)(const KindInfo &)) const
{
    const std::optional<ProviderInfo> provider = m_port.provider(account);
    return provider && std::any_of(provider->kinds.begin(), provider->kinds.end(),
                                   [matches](const auto &k) { return matches(k); });
}

bool KeysPresenter::canCreate() const
{
    const QList<AccountRow> accounts = accountsInScope();
    return std::any_of(accounts.begin(), accounts.end(), [this](const AccountRow &account) {
        return hasKind(account.id,
                       [](const KindInfo &kind) { return kind.verb(KeyVerb::Create) != nullptr; });
    });
}

QHash<std::pair<QString, QString>, QString> KeysPresenter::kindLabels() const
{
    QHash<std::pair<QString, QString>, QString> labels;
    for (const AccountRow &account : m_port.accounts()) {
        const std::optional<ProviderInfo> provider = m_port.provider(account.id);
        if (!provider)
            continue;
        for (const KindInfo &kind : provider->kinds) {
            if (!kind.label.isEmpty())
                labels.insert({provider->id.toString(), kind.id}, kind.label);
        }
    }
    return labels;
}

std::optional<AccountRow> KeysPresenter::accountInScope() const
{
    const QList<AccountRow> accounts = accountsInScope();
    return m_scope.account.isEmpty() || accounts.isEmpty() ? std::nullopt
                                                           : std::optional(accounts.constFirst());
}

std::optional<ProviderInfo> KeysPresenter::providerOf(const AccountId &account) const
{
    return m_port.provider(account);
}

AccountId KeysPresenter::accountToAddTo() const
{
    QList<AccountRow> accounts = accountsInScope();
    accounts.removeIf([this](const AccountRow &account) {
        return !hasKind(account.id, [](const KindInfo &kind) { return kind.manual; });
    });
    return accounts.size() == 1 ? accounts.first().id : AccountId();
}

KeyListState KeysPresenter::listState(bool loaded, int rows, const QSet<AccountId> &syncing) const
{
    KeyListSituation situation;
    situation.loaded = loaded;
    situation.rows = rows;
    situation.searching = !m_query.text.isEmpty() || !m_query.states.isEmpty();
    situation.canCreate = canCreate();
    situation.canAdd = !accountToAddTo().isEmpty();
    situation.accounts = accountsInScope();
    situation.syncing =
        std::any_of(situation.accounts.begin(), situation.accounts.end(),
                    [&](const AccountRow &account) { return syncing.contains(account.id); });
    return keyListState(situation);
}

void KeysPresenter::setCurrent(const KeyUid &uid)
{
    if (uid == m_current)
        return;
    m_current = uid;
    m_key.reset();
    m_findings.clear();
    m_notes = {};
    emit keyChanged();
    refreshKey();
}

void KeysPresenter::refreshKey()
{
    if (m_current.isEmpty())
        return;
    readFindings();
    readNotes();
    whenDone(m_port.key(m_current), this, [this, uid = m_current](const Outcome<KeyRow> &outcome) {
        if (uid != m_current)
            return;
        std::optional<KeyRow> key;
        if (outcome.ok())
            key = outcome.value();
        if (key == m_key)
            return;
        m_key = key;
        emit keyChanged();
    });
}

void KeysPresenter::readFindings()
{
    whenDone(m_port.findings(m_current), this,
             [this, uid = m_current](const Outcome<QList<Finding>> &findings) {
                 // What cannot be read here is told where the key itself is read.
                 if (uid != m_current || !findings || *findings == m_findings)
                     return;
                 m_findings = *findings;
                 emit keyChanged();
             });
}

void KeysPresenter::readNotes()
{
    whenDone(m_port.notes(m_current), this,
             [this, uid = m_current](const Outcome<KeyNotes> &notes) {
                 if (uid != m_current || !notes || *notes == m_notes)
                     return;
                 m_notes = *notes;
                 emit keyChanged();
             });
}

void KeysPresenter::refreshOffers()
{
    emit keyChanged();
}

std::optional<AccountRow> KeysPresenter::account() const
{
    if (!m_key)
        return std::nullopt;
    for (const AccountRow &account : m_port.accounts()) {
        if (account.id == m_key->account)
            return account;
    }
    return std::nullopt;
}

std::optional<ProviderInfo> KeysPresenter::provider() const
{
    return m_key ? m_port.provider(m_key->account) : std::nullopt;
}

KeyOffers KeysPresenter::offers() const
{
    return keyOffers(m_key, provider(), isBusy(m_current));
}

void KeysPresenter::perform(KeyAction action, const KeyRow &key)
{
    if (isBusy(key.uid))
        return;
    m_busy.insert(key.uid);
    emit keyChanged();
    if (const std::optional<KeyVerb> verb = verbOf(action))
        apply(key.uid, *verb, key.inUse);
    else
        check(key.uid);
}

void KeysPresenter::apply(const KeyUid &uid, KeyVerb verb, bool inUseConfirmed)
{
    whenDone(m_port.apply(uid, verb, inUseConfirmed), this,
             [this, uid, verb](const Outcome<KeyChange> &outcome) {
                 if (!outcome.ok())
                     return finish(uid, Notice::of(outcome.error()));
                 finish(uid, changeNotice(*outcome, verb));
             });
}

void KeysPresenter::check(const KeyUid &uid)
{
    whenDone(m_port.check(uid), this, [this, uid](const Outcome<KeyCheck> &outcome) {
        if (!outcome.ok())
            return finish(uid, Notice::of(outcome.error()));
        finish(uid, checkNotice(*outcome));
    });
}

void KeysPresenter::finish(const KeyUid &uid, const Notice &notice)
{
    m_busy.remove(uid);
    emit keyChanged();
    emit noticed(notice);
    refreshKey();
}

} // namespace chatelaine
