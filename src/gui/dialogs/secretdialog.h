// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/secretpresenter.h"
#include "services/secrettimes.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SecretDialog;
}

namespace chatelaine {

/**
 * Shows a new secret once. Non-modal (`show()`), deletes itself when closed. It closes only when
 * the secret is stored, kept or its key revoked; every other way to close it asks first. Revoking
 * is done here, through KeyService: `revokeRequested` only tells that it began.
 */
class SecretDialog : public QDialog
{
    Q_OBJECT
public:
    SecretDialog(Services &services, ClipboardService &clipboard, const HeldSecret &secret,
                 const QStringList &warnings, QWidget *parent = nullptr)
        : SecretDialog(SecretPort::of(services), clipboard, secret, warnings, parent)
    {}
    SecretDialog(SecretPort port, ClipboardService &clipboard, const HeldSecret &secret,
                 const QStringList &warnings, QWidget *parent = nullptr);
    ~SecretDialog() override;

    /** Whether it can go without a question. If not, it has put the question when `close()` was
     * called: a window that wants to close calls `close()` on this and stays when it is refused. */
    bool mayClose() const;
    HeldSecretId secretId() const;
    void conceal(); ///< takes a revealed secret back, at once
    void tell(const QString &status);
    /** Why the secret is not where it should be; gone once something was done about it. */
    void tellProblem(const QString &problem);
    void setTimes(const SecretTimes &times);

    void reject() override;

signals:
    /** The secret is stored elsewhere, kept, or its key is gone: it can no longer be shown. */
    void finishedWith(const chatelaine::HeldSecretId &id);
    void revokeRequested(const chatelaine::KeyUid &key);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectForm();
    void showFacts();
    void showState();
    void showQuestion();

    void deliver();

    std::unique_ptr<Ui::SecretDialog> m_ui;
    const decltype(SecretPort::deliver) m_deliver;
    SecretPresenter m_presenter;
};

} // namespace chatelaine
