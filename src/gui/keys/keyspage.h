// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"
#include "gui/keys/keyactions.h"
#include "gui/keys/keycolumns.h"
#include "gui/keys/keyspresenter.h"
#include "services/bulkplan.h"

#include <QPersistentModelIndex>
#include <QWidget>

#include <memory>

class QSettings;

namespace Ui {
class KeysPage;
}

namespace chatelaine {

class Clock;
class Confirmer;
class KeyDetailsPanel;
class KeyTableModel;
class MessageBar;

/** The list of keys with its search, and the details of the selected one. */
class KeysPage : public QWidget
{
    Q_OBJECT
public:
    KeysPage(KeysPort port, std::unique_ptr<KeyTableModel> model, const Clock &clock,
             Confirmer &confirmer, QWidget *parent = nullptr);
    ~KeysPage() override;

    KeysPresenter &presenter() { return m_presenter; }
    /** The panel at the right; the window places it. Owned by this unless placed. */
    KeyDetailsPanel *details() const { return m_details; }

    void setSyncing(const QSet<AccountId> &accounts);
    void refreshAccounts(); ///< accounts or definitions changed
    void refreshTimes();    ///< time has passed
    void focusSearch();
    /** Selects a key, at once or as soon as it is in the list. */
    void selectKey(const KeyUid &uid);
    /** Does it with the selected key, after asking where that is due. */
    void request(KeyAction action);
    void showNotice(const Notice &notice);
    void copyReference();
    qint64 selectedCount() const;
    /** The selected keys; the whole list as what it was asked for by. */
    BulkTargets selectedTargets() const;

    void saveLayout(QSettings &settings) const;
    void restoreLayout(const QSettings &settings);

signals:
    void newKeyRequested();
    void addExistingRequested();
    void syncRequested();
    void offersChanged();
    void selectedCountChanged(qint64 count);
    void pageRequested(const QUrl &url);
    void historyRequested(const chatelaine::KeyRow &key);
    void notesRequested(bool onExceptions); ///< of the selected keys
    /** An action that begins with a form or a dialog of its own. */
    void formRequested(chatelaine::KeyAction action, const chatelaine::KeyRow &key,
                       const chatelaine::KindInfo &kind);

private:
    void setUpTable();
    void setUpFilter();
    void connectTable();
    void followSelection();
    void showListState();
    void showKey();
    void rememberPlace();
    void putBackPlace();
    void followEmptyAction();
    QString rowCountText() const;

    std::unique_ptr<Ui::KeysPage> m_ui;
    std::unique_ptr<KeyTableModel> m_model;
    KeyColumns m_columns;
    KeysPresenter m_presenter;
    const Clock &m_clock;
    Confirmer &m_confirmer;
    KeyDetailsPanel *m_details;
    MessageBar *m_notice;
    QSet<AccountId> m_syncing;
    KeyUid m_wanted;     ///< to be selected when it appears
    KeyUid m_placeAtTop; ///< first visible row before a reset
    int m_placeOffset = 0;
};

} // namespace chatelaine
