// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/lock/lockconfirmer.h"

#include "core/whenready.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_authenticatedialog.h"

#include <QPromise>

namespace chatelaine {

LockConfirmer::LockConfirmer(Confirmer &inner, LockService &lock, const Clock &clock)
    : m_inner(inner)
    , m_lock(lock)
    , m_clock(clock)
{}

QFuture<bool> LockConfirmer::ask(QWidget *parent, const Confirmation &question)
{
    if (!question.destructive || !m_lock.needsAuthentication())
        return m_inner.ask(parent, question);
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const auto end = [promise](bool yes) {
        promise->addResult(yes);
        promise->finish();
    };
    whenReady(m_inner.ask(parent, question), this,
              [this, guard = QPointer(parent), question, end](bool yes) {
                  if (!yes)
                      return end(false);
                  auto *dialog = new AuthenticateDialog(m_lock, m_clock, question, guard);
                  connect(dialog, &QDialog::finished, dialog,
                          [end](int result) { end(result == QDialog::Accepted); });
                  dialog->open();
              });
    return promise->future();
}

AuthenticateDialog::AuthenticateDialog(LockService &lock, const Clock &clock,
                                       const Confirmation &question, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AuthenticateDialog>())
    , m_presenter(lock, clock, PassphrasePresenter::Purpose::Authenticate)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    m_ui->textLabel->setText(question.text);
    m_ui->consequenceLabel->setText(question.consequence);
    m_ui->consequenceLabel->setVisible(!question.consequence.isEmpty());
    m_ui->actionButton->setText(QString(question.action).replace(u'&', QStringLiteral("&&")));
    const auto submit = [this] {
        m_presenter.submit(m_ui->passphraseEdit->secret());
    };
    connect(m_ui->passphraseEdit, &QLineEdit::returnPressed, this, submit);
    connect(m_ui->actionButton, &QPushButton::clicked, this, submit);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_presenter, &PassphrasePresenter::changed, this, &AuthenticateDialog::showState);
    connect(&m_presenter, &PassphrasePresenter::passed, this, &QDialog::accept);
    showState();
    m_ui->passphraseEdit->setFocus();
}

AuthenticateDialog::~AuthenticateDialog() = default;

void AuthenticateDialog::showState()
{
    m_ui->problemLabel->setProblem(m_presenter.problem());
    m_ui->actionButton->setEnabled(m_presenter.canTry());
    if (m_presenter.isChecking())
        m_ui->passphraseEdit->wipe();
}

} // namespace chatelaine
