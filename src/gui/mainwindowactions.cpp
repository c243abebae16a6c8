// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window does when it is told something, and the dialogs that it opens.

#include "gui/mainwindow.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/messagebar.h"
#include "gui/dialogs/addexistingdialog.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/connectdialog.h"
#include "gui/dialogs/newkeydialog.h"
#include "gui/dialogs/secretdialog.h"
#include "gui/doubts/doubtsdialog.h"
#include "gui/firstrun/firstrunpage.h"
#include "gui/held/heldsecretsdialog.h"
#include "gui/journal/journalpage.h"
#include "gui/keys/keydetailspanel.h"
#include "gui/keys/keyspage.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/windowcover.h"
#include "gui/prompts/prompts.h"
#include "gui/tree/accounttree.h"
#include "gui/usage/usagepage.h"
#include "gui/webhooks/webhookspage.h"
#include "services/accountservice.h"
#include "services/practicesession.h"
#include "services/quotawatch.h"
#include "services/services.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSettings>

#include "ui_mainwindow.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

void MainWindow::connectServices()
{
    using P = MainWindowPresenter;
    connect(&m_services.accounts, &AccountService::accountsChanged, &m_presenter,
            &P::accountsHaveChanged);
    connect(&m_services.sync, &SyncService::started, &m_presenter, &P::syncStarted);
    connect(&m_services.sync, &SyncService::progress, &m_presenter, &P::syncProgress);
    connect(&m_services.sync, &SyncService::finished, &m_presenter, &P::syncFinished);
    connect(&m_services.sync, &SyncService::throttled, &m_presenter, &P::throttled);
    connect(&m_services.held, &HeldSecrets::pendingChanged, &m_presenter, &P::readHeld);
    connect(&m_services.held, &HeldSecrets::pendingChanged, &m_keys->presenter(),
            &KeysPresenter::refreshKey);
    connect(&m_services.keys, &KeyService::doubtsChanged, &m_presenter, &P::readDoubts);
    connect(&m_services.replacements, &ReplacementService::changed, &m_presenter,
            &P::readReplacements);
    if (const QuotaWatch *watch = m_services.quotaWatch) {
        const auto showMarks = [this, watch] {
            m_tree->setQuotaMarks(watch->marks());
        };
        connect(watch, &QuotaWatch::marksChanged, this, showMarks);
        showMarks();
    }
    if (m_services.practice) {
        connect(m_services.practice, &PracticeSession::runningChanged, &m_presenter,
                &P::timeHasPassed);
    }
}

void MainWindow::showAccounts()
{
    const bool firstRun = m_presenter.isFirstRun();
    m_ui->rootStack->setCurrentWidget(firstRun ? static_cast<QWidget *>(m_firstRun)
                                               : m_ui->workspace);
    for (QAction *action : {m_ui->actionShowKeys, m_ui->actionShowUsage, m_ui->actionShowWebhooks,
                            m_ui->actionShowJournal, m_ui->actionFind, m_ui->actionSync,
                            m_ui->actionExportJournal, m_ui->actionVerifyExport})
        action->setEnabled(!firstRun);
    const bool hasAccount = m_presenter.accountInScope().has_value();
    m_ui->actionRemoveAccount->setEnabled(hasAccount);
    m_ui->actionEditAccount->setEnabled(hasAccount);
    m_keys->refreshAccounts();
    showContainerActions();
}

void MainWindow::showActivity()
{
    const Activity activity = m_presenter.activity();
    m_activity->setText(activity.text.isEmpty() ? tr("Ready") : activity.text);
    m_progress->setMaximum(activity.total);
    m_progress->setValue(activity.done);
    m_progress->setVisible(activity.running);
    m_cancel->setVisible(activity.running);
    m_ui->actionCancelSync->setEnabled(activity.running);
    m_keys->setSyncing(m_presenter.syncing());
}

void MainWindow::showAsOf()
{
    m_asOf->setText(m_presenter.asOfText());
    m_asOf->setToolTip(m_presenter.asOfTip());
}

void MainWindow::showOffers()
{
    const KeyOffers offers = m_keys->presenter().offers();
    const std::pair<QAction *, KeyAction> actions[] = {
        {m_ui->actionHowTo, KeyAction::HowTo},     {m_ui->actionCheck, KeyAction::Check},
        {m_ui->actionEdit, KeyAction::Edit},       {m_ui->actionEnable, KeyAction::Enable},
        {m_ui->actionDisable, KeyAction::Disable}, {m_ui->actionRotate, KeyAction::Rotate},
        {m_ui->actionReplace, KeyAction::Replace}, {m_ui->actionRevoke, KeyAction::Revoke},
        {m_ui->actionDelete, KeyAction::Delete},
    };
    for (const auto &[action, key] : actions) {
        action->setEnabled(offers.offer(key).enabled);
        action->setStatusTip(offers.offer(key).reason);
    }
    const auto selected = m_keys->presenter().key();
    m_ui->actionCopyReference->setEnabled(selected.has_value());
    if (selected && selected->account == m_tree->scope().account)
        m_usage->presenter().setKey(selected->record.id.toString(), selected->record.name);
    else
        m_usage->presenter().setKey({}, {});
    m_ui->actionNewKey->setEnabled(m_keys->presenter().canCreate());
    m_ui->actionAddExisting->setEnabled(!m_keys->presenter().accountToAddTo().isEmpty());
}

void MainWindow::showPage(int page)
{
    m_ui->pageStack->setCurrentIndex(page);
    m_ui->pageList->setCurrentRow(page);
    m_ui->detailsStack->setVisible(m_ui->pageStack->currentWidget() == m_keys);
    QAction *const actions[] = {m_ui->actionShowKeys, m_ui->actionShowUsage,
                                m_ui->actionShowWebhooks, m_ui->actionShowJournal};
    for (int number = 0; number < m_ui->pageStack->count(); ++number)
        actions[number]->setChecked(number == page);
}

void MainWindow::setScope(const Scope &scope)
{
    m_presenter.setScope(scope);
    m_keys->presenter().setScope(scope);
    m_usage->setScope(scope.account, scope.path);
    m_webhooks->presenter().setScope(scope.account, scope.path);
    const bool hasAccount = m_presenter.accountInScope().has_value();
    m_ui->actionRemoveAccount->setEnabled(hasAccount);
    m_ui->actionEditAccount->setEnabled(hasAccount);
    showContainerActions();
}

void MainWindow::showNotice(const Notice &notice)
{
    if (m_ui->rootStack->currentWidget() == m_firstRun)
        m_firstRun->showNotice(notice);
    else
        m_notice->setNotice(notice);
}

void MainWindow::connectAccount()
{
    auto *dialog = new ConnectDialog(m_services, this);
    connect(dialog, &ConnectDialog::connected, this,
            [this](const AccountId &account) { m_presenter.sync({account}); });
    dialog->show();
}

void MainWindow::removeAccount()
{
    const std::optional<AccountRow> account = m_presenter.accountInScope();
    if (!account)
        return;
    Confirmation question;
    question.title = tr("Disconnect account");
    question.text = tr("Disconnect \"%1\"?").arg(displaySafe(account->name));
    question.consequence = tr("Its inventory, its usage and its credentials are removed from this "
                              "machine. Its keys at the vendor stay as they are.");
    question.action = tr("Disconnect \"%1\"").arg(displaySafe(account->name, 28));
    question.destructive = true;
    whenReady(m_options.confirmer->ask(this, question), this, [this, id = account->id](bool yes) {
        if (yes)
            m_presenter.removeAccount(id);
    });
}

void MainWindow::newKey()
{
    const Scope scope = m_tree->scope();
    auto *dialog = new NewKeyDialog(m_services, scope.account, scope.path, this);
    connect(dialog, &NewKeyDialog::created, this,
            [this](const NewKeyResult &result, const QString &undelivered) {
                m_keys->selectKey(result.key.uid);
                showSecret(result.secret, result.warnings, undelivered);
            });
    connect(dialog, &NewKeyDialog::delivered, this,
            [this](const NewKeyResult &result, const QString &where) {
                m_keys->selectKey(result.key.uid);
                showNotice({Severity::Good,
                            tr("\"%1\" is made, and its secret is at its place: %2.")
                                .arg(displaySafe(result.key.record.name), where),
                            displaySafe(result.warnings.join(u' '))});
            });
    dialog->show();
}

void MainWindow::addExisting()
{
    const AccountId account = m_keys->presenter().accountToAddTo();
    if (account.isEmpty())
        return;
    auto *dialog = new AddExistingDialog(m_services, account, this);
    connect(dialog, &AddExistingDialog::added, this,
            [this](const KeyUid &key) { m_keys->selectKey(key); });
    dialog->show();
}

void MainWindow::showSecret(const HeldSecret &secret, const QStringList &warnings,
                            const QString &undelivered)
{
    if (SecretDialog *open = m_secrets.value(secret.id)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new SecretDialog(m_services, *m_clipboard, secret, warnings, this);
    dialog->setTimes(SecretTimes::read(m_options.settingsFile));
    if (!undelivered.isEmpty())
        dialog->tellProblem(undelivered);
    m_secrets.insert(secret.id, dialog);
    m_presenter.setShown(secret.id, true);
    connect(dialog, &SecretDialog::finishedWith, this, [this](const HeldSecretId &id) {
        if (m_heldSecrets)
            m_heldSecrets->presenter().setDone(id);
    });
    connect(dialog, &QObject::destroyed, this, [this, id = secret.id] {
        m_secrets.remove(id);
        m_presenter.setShown(id, false);
        if (m_heldSecrets)
            m_heldSecrets->presenter().setShown(id, false);
    });
    if (m_heldSecrets)
        m_heldSecrets->presenter().setShown(secret.id, true);
    dialog->show();
}

void MainWindow::showSecrets(const QList<HeldSecret> &secrets)
{
    if (secrets.size() == 1 && !m_heldSecrets) {
        showSecret(secrets.constFirst(), {});
        return;
    }
    if (!m_heldSecrets) {
        m_heldSecrets = new HeldSecretsDialog(
            {[&accounts = m_services.accounts](const AccountId &id) {
                 const auto row = accounts.account(id);
                 return row ? row->name : QString();
             },
             [&held = m_services.held](const HeldSecretId &id) { return held.keep(id); },
             [&clock = m_clock] {
                 return clock.now();
             }},
            this);
        connect(m_heldSecrets, &HeldSecretsDialog::secretWanted, this,
                [this](const HeldSecret &secret) { showSecret(secret, {}); });
    }
    m_heldSecrets->presenter().add(secrets);
    m_heldSecrets->show();
    m_heldSecrets->raise();
}

void MainWindow::showDoubts()
{
    if (!m_doubts) {
        m_doubts = new DoubtsDialog(this);
        connect(m_doubts, &DoubtsDialog::settled, &m_presenter,
                [this](const OperationId &operation, const DoubtAnswer &answer) {
                    m_presenter.settle(operation, answer.key, answer.tookEffect);
                });
        connect(m_doubts, &DoubtsDialog::keyWanted, this, [this](const KeyUid &key) {
            showPage(0);
            m_tree->select({});
            m_keys->presenter().clearSearch();
            m_keys->selectKey(key);
        });
        m_doubts->setDoubts(m_presenter.doubts());
    }
    m_doubts->show();
    m_doubts->raise();
}

void MainWindow::openPage(const QUrl &url)
{
    if (QDesktopServices::openUrl(url))
        return;
    showNotice({Severity::Warning, tr("No browser could be opened."),
                tr("Open %1 yourself.").arg(url.toDisplayString())});
}

void MainWindow::about()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Chatelaine"),
                                tr("Chatelaine %1").arg(QStringLiteral(CHATELAINE_VERSION)),
                                QMessageBox::Close, this);
    box->setInformativeText(tr("Every API key of every account at every vendor, on one clasp.\n\n"
                               "Free software under the GNU General Public License, version 3 or "
                               "later, without any warranty."));
    box->setIconPixmap(windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

bool MainWindow::mayEnd()
{
    const bool may = closeDialogs();
    if (!may && m_lockPage)
        m_lockPage->tell(tr("Something here is not finished: unlock before you quit."));
    return may;
}

bool MainWindow::closeDialogs()
{
    const QList<HeldSecret> secrets = m_presenter.secretsAtRisk();
    if (!secrets.isEmpty()) {
        showSecrets(secrets);
        return false;
    }
    const QList<QDialog *> covered = m_cover->dialogs();
    const QList<QDialog *> dialogs = m_cover->isCovered() ? covered : findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if ((dialog->isVisible() || covered.contains(dialog)) && !dialog->close()) {
            dialog->raise();
            return false;
        }
    }
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(mayEnd());
    if (event->isAccepted())
        saveLayout();
}

void MainWindow::restoreLayout()
{
    resize(size().boundedTo(screen()->availableSize()));
    if (m_options.settingsFile.isEmpty())
        return;
    const QSettings settings(m_options.settingsFile, QSettings::IniFormat);
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_ui->splitter->restoreState(settings.value(u"window/splitter"_s).toByteArray());
    m_keys->restoreLayout(settings);
}

void MainWindow::saveLayout() const
{
    if (m_options.settingsFile.isEmpty())
        return;
    QSettings settings(m_options.settingsFile, QSettings::IniFormat);
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/splitter"_s, m_ui->splitter->saveState());
    m_keys->saveLayout(settings);
}

} // namespace chatelaine
