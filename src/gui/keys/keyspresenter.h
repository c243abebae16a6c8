// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"
#include "gui/keys/keyactions.h"
#include "gui/keys/keyliststate.h"
#include "gui/keys/keysport.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace chatelaine {

/**
 * Decides what the page of keys shows and does: which keys are asked for, what can be done with the
 * current one, what became of it. Knows no widget. Keeps ids across every wait, never rows.
 */
class KeysPresenter : public QObject
{
    Q_OBJECT
public:
    /** How long typing may pause before it counts: below what the eye notices. */
    static constexpr int searchDelayMs = 40;

    explicit KeysPresenter(KeysPort port, QObject *parent = nullptr);

    // What is asked for
    const KeyQuery &query() const { return m_query; }
    const Scope &scope() const { return m_scope; }
    void setScope(const Scope &scope);
    void setSearchText(const QString &text); ///< takes effect after searchDelayMs
    /** No state: everything that is not deleted. */
    void setStates(const QSet<KeyState> &states, bool includeDeleted);
    void clearSearch();
    void setOrder(KeyColumn column, Qt::SortOrder order);

    // What the scope offers
    bool canCreate() const;
    /** The definitions' words for kinds of keys, by provider and kind. */
    QHash<std::pair<QString, QString>, QString> kindLabels() const;
    /** The account to which an existing key would be added; empty when none or more than one can
     * be meant. */
    AccountId accountToAddTo() const;
    KeyListState listState(bool loaded, int rows, const QSet<AccountId> &syncing) const;

    /** The account that is chosen in the tree; none when all are. */
    std::optional<AccountRow> accountInScope() const;
    std::optional<ProviderInfo> providerOf(const AccountId &account) const;

    // The current key
    void setCurrent(const KeyUid &uid);
    const KeyUid &current() const { return m_current; }
    const std::optional<KeyRow> &key() const { return m_key; }    ///< of `current`, once it is read
    const QList<Finding> &findings() const { return m_findings; } ///< of that key
    const KeyNotes &notes() const { return m_notes; }             ///< on that key
    std::optional<AccountRow> account() const;
    std::optional<ProviderInfo> provider() const;
    KeyOffers offers() const;
    /** Reads the current key again: the store changed. */
    void refreshKey();
    /** The accounts or what their providers offer changed. */
    void refreshOffers();

    /** Does it at once: whoever calls has asked where the offer says so, about this very row. */
    void perform(KeyAction action, const KeyRow &key);
    bool isBusy(const KeyUid &uid) const { return m_busy.contains(uid); }

signals:
    void queryChanged();
    void searchCleared();
    void keyChanged(); ///< key(), findings(), notes(), offers()
    void noticed(const chatelaine::Notice &notice);

private:
    QList<AccountRow> accountsInScope() const;
    bool hasKind(const AccountId &account, bool (*matches)(const KindInfo &)) const;
    void apply(const KeyUid &uid, KeyVerb verb, bool inUseConfirmed);
    void check(const KeyUid &uid);
    void readFindings();
    void readNotes();
    void finish(const KeyUid &uid, const Notice &notice);

    KeysPort m_port;
    KeyQuery m_query;
    Scope m_scope;
    QString m_typed;
    QTimer m_searchTimer;
    KeyUid m_current;
    std::optional<KeyRow> m_key;
    QList<Finding> m_findings;
    KeyNotes m_notes;
    QSet<KeyUid> m_busy;
};

} // namespace chatelaine
