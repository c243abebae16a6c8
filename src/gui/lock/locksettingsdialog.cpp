// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/lock/locksettingsdialog.h"

#include "gui/dialogs/roomkeeper.h"
#include "ui_locksettingsdialog.h"

namespace chatelaine {

LockSettingsDialog::LockSettingsDialog(LockService &lock, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LockSettingsDialog>())
    , m_lock(lock)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    m_ui->minutesBox->setMaximum(LockService::maximumIdleMinutes);
    m_ui->minutesBox->setValue(m_lock.idleMinutes());
    connect(m_ui->minutesBox, &QSpinBox::valueChanged, this, [this](int minutes) {
        m_lock.setIdleMinutes(minutes);
        showIdleness();
    });
    connect(m_ui->changeButton, &QPushButton::clicked, this, &LockSettingsDialog::change);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &LockSettingsDialog::remove);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_lock.passphrase(), &PassphraseGuard::changed, this, &LockSettingsDialog::showState);
    showState();
    showIdleness();
    const bool isSet = m_lock.passphrase().isSet();
    (isSet ? m_ui->currentEdit : m_ui->freshEdit)->setFocus();
}

LockSettingsDialog::~LockSettingsDialog() = default;

void LockSettingsDialog::change()
{
    const auto fresh = m_ui->freshEdit->secret();
    const auto again = m_ui->againEdit->secret();
    const auto current = m_ui->currentEdit->secret();
    const bool wasSet = m_lock.passphrase().isSet();
    if (!fresh || !again || !(*fresh)->equals(**again)) {
        m_problem = tr("Enter the new passphrase twice, the same way.");
        return showState();
    }
    if (wasSet && !current) {
        m_problem = tr("Enter the current passphrase.");
        return showState();
    }
    begin(m_lock.passphrase().set(current ? *current : SharedSecret(), *fresh),
          wasSet ? tr("The passphrase is changed.") : tr("The passphrase is set."));
}

void LockSettingsDialog::remove()
{
    const auto current = m_ui->currentEdit->secret();
    if (!current) {
        m_problem = tr("Enter the current passphrase.");
        return showState();
    }
    begin(m_lock.passphrase().remove(*current),
          tr("The passphrase is removed: Chatelaine does not lock any more."));
}

void LockSettingsDialog::begin(FutureOutcome<Done> work, const QString &done)
{
    m_busy = true;
    m_problem.clear();
    m_status.clear();
    wipe();
    showState();
    whenDone(std::move(work), this, [this, done](const Outcome<Done> &outcome) {
        m_busy = false;
        if (outcome) {
            m_status = done;
        } else {
            const Error &error = outcome.error();
            m_problem = error.next.isEmpty() ? error.message : error.message + u' ' + error.next;
        }
        showState();
    });
}

void LockSettingsDialog::wipe()
{
    for (SecretInput *input : {m_ui->currentEdit, m_ui->freshEdit, m_ui->againEdit})
        input->wipe();
}

void LockSettingsDialog::showState()
{
    const bool isSet = m_lock.passphrase().isSet();
    m_ui->currentLabel->setVisible(isSet);
    m_ui->currentEdit->setVisible(isSet);
    m_ui->removeButton->setVisible(isSet);
    m_ui->changeButton->setText(isSet ? tr("&Change passphrase") : tr("&Set passphrase"));
    m_ui->changeButton->setEnabled(!m_busy);
    m_ui->removeButton->setEnabled(!m_busy);
    m_ui->problemLabel->setProblem(m_problem);
    m_ui->statusBar->setNotice(
        m_status.isEmpty() && !isSet
            ? Notice{Severity::Information,
                     tr("No passphrase is set, so Chatelaine cannot be locked."),
                     tr("When the screen is locked it takes revealed secrets back, no more.")}
            : Notice{Severity::Good, m_status, {}});
}

void LockSettingsDialog::showIdleness()
{
    const int minutes = m_ui->minutesBox->value();
    Notice notice;
    notice.severity = Severity::Warning;
    if (minutes == 0) {
        notice.text = tr("However long nobody uses the computer, Chatelaine stays open.");
    } else if (minutes > LockService::advisedIdleMinutes) {
        notice.text = tr("PCI DSS (8.2.8) asks for a new authentication after %n idle minute(s).",
                         nullptr, LockService::advisedIdleMinutes);
    }
    m_ui->idleBar->setNotice(notice);
}

} // namespace chatelaine
