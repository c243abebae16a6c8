// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/mainwindowpresenter.h"
#include "gui/tree/containerspresenter.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace Ui {
class MainWindow;
}

namespace chatelaine {

class AccountTree;
class BannerArea;
class BulkActions;
class ClipboardService;
class Confirmer;
class DoubtsDialog;
class HeldSecretsDialog;
class ReplacementsDialog;
class FirstRunPage;
class LockPage;
class JournalPage;
class KeysPage;
class MessageBar;
class ModelFactory;
class Prompts;
class SecretDialog;
class TeamDialog;
class UsagePage;
class WebhooksPage;
class WindowCover;
struct Services;
enum class KeyAction;

struct WindowOptions
{
    QString settingsFile;           ///< `settings.ini` of the profile; empty: nothing is remembered
    Prompts *prompts = nullptr;     ///< null: the platform's; outlives the window
    Confirmer *confirmer = nullptr; ///< null: dialogs; outlives the window
};

/** The main window: pages and accounts at the left, the page, the details, and what is happening.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Services &services, ModelFactory &models, const Clock &clock,
               WindowOptions options = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpPages(ModelFactory &models, const Clock &clock);
    void setUpPageList();
    void setUpStatusBar();
    void connectActions();
    void connectKeyActions();
    void connectPresenter();
    void connectContainers();
    void connectWebhooks();
    void connectReplacements();
    void connectBulk(); ///< in mainwindowbulk.cpp
    // In mainwindownotes.cpp.
    void connectNotes();
    void openNotes(bool onExceptions);
    void showNotes(const QList<KeyUid> &keys, const QString &name, bool onExceptions);
    // In mainwindowteam.cpp.
    void connectTeam();
    void showTeam();
    void showTeamState();
    void connectServices();
    // In mainwindowlock.cpp.
    void connectLock();
    void concealSecrets();
    void coverWindow();
    void uncoverWindow();
    void showLockSettings();
    void showSecretSettings();
    void showAccounts();
    void showActivity();
    void showAsOf();
    void showOffers();
    void showPage(int page);
    void showNotice(const Notice &notice);
    void setScope(const Scope &scope);

    void connectAccount();
    void removeAccount();
    void editAccount(const AccountId &account);
    void exportVendorAudit();
    void newKey();
    void openKeyForm(KeyAction action, const KeyRow &key, const KindInfo &kind);
    void replaceKey(const KeyRow &key, const KindInfo &kind);
    void openForm(const FormRequest &request);
    void takeForm(const FormResult &result);
    void showContainerActions();
    void askDeletion(const ContainersPresenter::Deletion &deletion);
    void showReplacements();
    void goOnReplacing(const Replacement &replacement);
    void addExisting();
    void showSecret(const HeldSecret &secret, const QStringList &warnings,
                    const QString &undelivered = {});
    void showSecrets(const QList<HeldSecret> &secrets);
    /** Whether the window may go: a dialog that holds something unsaved asks, and stays. */
    bool mayEnd();
    bool closeDialogs();
    void showDoubts();
    void openPage(const QUrl &url);
    void about();

    void restoreLayout();
    void saveLayout() const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    Services &m_services;
    const Clock &m_clock;
    WindowOptions m_options;
    std::unique_ptr<Prompts> m_ownPrompts;
    std::unique_ptr<Confirmer> m_ownConfirmer;
    std::unique_ptr<Confirmer> m_lockConfirmer; ///< asks for the passphrase too
    MainWindowPresenter m_presenter;
    ContainersPresenter m_containers;
    ClipboardService *m_clipboard;
    FirstRunPage *m_firstRun;
    BannerArea *m_banners;
    MessageBar *m_notice;
    AccountTree *m_tree = nullptr;
    KeysPage *m_keys = nullptr;
    BulkActions *m_bulk = nullptr;
    UsagePage *m_usage = nullptr;
    WebhooksPage *m_webhooks = nullptr;
    JournalPage *m_journal = nullptr;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_team;
    QLabel *m_asOf;
    QTimer m_minute;
    QHash<HeldSecretId, QPointer<SecretDialog>> m_secrets;
    QPointer<HeldSecretsDialog> m_heldSecrets;
    QPointer<DoubtsDialog> m_doubts;
    QPointer<ReplacementsDialog> m_replacements;
    QPointer<TeamDialog> m_teamDialog;
    QList<QAction *> m_containerActions; ///< of the chosen scope, in menu and context menu
    QPointer<LockPage> m_lockPage;
    std::unique_ptr<WindowCover> m_cover;
};

} // namespace chatelaine
