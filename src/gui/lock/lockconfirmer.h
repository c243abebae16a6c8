// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/confirmdialog.h"
#include "gui/lock/passphrasepresenter.h"

namespace Ui {
class AuthenticateDialog;
}

namespace chatelaine {

/**
 * Asks as another confirmer does; what destroys something needs the passphrase as well, when it was
 * not given lately (LockService::needsAuthentication()).
 */
class LockConfirmer final : public QObject, public Confirmer
{
    Q_OBJECT
public:
    LockConfirmer(Confirmer &inner, LockService &lock, const Clock &clock);
    QFuture<bool> ask(QWidget *parent, const Confirmation &question) override;

private:
    Confirmer &m_inner;
    LockService &m_lock;
    const Clock &m_clock;
};

/** Repeats what will happen and asks for the passphrase; accepted when it was right. Deletes itself
 * when closed. */
class AuthenticateDialog : public QDialog
{
    Q_OBJECT
public:
    AuthenticateDialog(LockService &lock, const Clock &clock, const Confirmation &question,
                       QWidget *parent = nullptr);
    ~AuthenticateDialog() override;

private:
    void showState();

    std::unique_ptr<Ui::AuthenticateDialog> m_ui;
    PassphrasePresenter m_presenter;
};

} // namespace chatelaine
