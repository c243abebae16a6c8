// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window does when it is locked, and unlocked again.

#include "gui/mainwindow.h"

#include "core/clock.h"
#include "gui/clipboard/clipboardservice.h"
#include "gui/dialogs/secretdialog.h"
#include "gui/dialogs/secretsettingsdialog.h"
#include "gui/firstrun/firstrunpage.h"
#include "gui/keychain/keychaindialog.h"
#include "gui/lock/lockconfirmer.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/locksettingsdialog.h"
#include "gui/lock/windowcover.h"
#include "services/services.h"

#include "ui_mainwindow.h"

namespace chatelaine {

void MainWindow::connectLock()
{
    connect(m_ui->actionKeychain, &QAction::triggered, this,
            [this] { (new KeychainDialog(m_services.doctor, this))->show(); });
    connect(m_ui->actionSecretSettings, &QAction::triggered, this, &MainWindow::showSecretSettings);
    LockService *lock = m_services.lock;
    m_ui->actionLock->setVisible(lock);
    m_ui->actionLockSettings->setVisible(lock);
    m_cover = std::make_unique<WindowCover>(*this);
    if (!lock)
        return;
    connect(m_ui->actionLock, &QAction::triggered, this, [this, lock] {
        if (!lock->lock(LockReason::Asked))
            showLockSettings();
    });
    connect(m_ui->actionLockSettings, &QAction::triggered, this, &MainWindow::showLockSettings);
    connect(m_firstRun, &FirstRunPage::passphraseRequested, this, &MainWindow::showLockSettings);
    connect(lock, &LockService::concealed, this, &MainWindow::concealSecrets);
    connect(lock, &LockService::locked, this, &MainWindow::coverWindow);
    connect(lock, &LockService::unlocked, this, &MainWindow::uncoverWindow);
    if (lock->isLocked())
        coverWindow();
}

void MainWindow::concealSecrets()
{
    m_clipboard->withdraw();
    for (const auto &dialog : std::as_const(m_secrets)) {
        if (dialog)
            dialog->conceal();
    }
}

void MainWindow::coverWindow()
{
    concealSecrets();
    m_presenter.setPaused(true);
    m_minute.stop();
    m_lockPage = new LockPage(*m_services.lock, m_clock);
    m_cover->cover(m_lockPage);
    m_lockPage->setFocus();
    repaint(); // what is on the screen now is what is there after a sleep
}

void MainWindow::uncoverWindow()
{
    m_cover->uncover();
    m_minute.start();
    m_presenter.setPaused(false);
    m_presenter.timeHasPassed();
    for (const auto &dialog : std::as_const(m_secrets)) {
        if (dialog)
            dialog->tell(tr("While Chatelaine was locked, this secret was put away."));
    }
}

void MainWindow::showSecretSettings()
{
    const QString &file = m_options.settingsFile;
    auto *dialog = new SecretSettingsDialog(SecretTimes::read(file), this);
    connect(dialog, &SecretSettingsDialog::timesChosen, this, [this](const SecretTimes &times) {
        times.write(m_options.settingsFile);
        for (const auto &secret : std::as_const(m_secrets)) {
            if (secret)
                secret->setTimes(times);
        }
    });
    dialog->show();
}

void MainWindow::showLockSettings()
{
    (new LockSettingsDialog(*m_services.lock, this))->show();
}

} // namespace chatelaine
