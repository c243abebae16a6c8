// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/connectpresenter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ConnectDialog;
}

namespace chatelaine {

class CredentialEditor;
class Confirmer;
class Prompts;

/** Connects an account: provider, name, address, credentials; checks before it stores. Non-modal
 * (`show()`), deletes itself when closed, which it does after `connected`. */
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    ConnectDialog(Services &services, QWidget *parent = nullptr)
        : ConnectDialog(ConnectPort::of(services), parent)
    {}
    /** Edits an account that is there. */
    ConnectDialog(Services &services, const AccountRow &edited, QWidget *parent = nullptr);
    explicit ConnectDialog(ConnectPort port, QWidget *parent = nullptr);
    ConnectDialog(ConnectPort port, const AccountRow &edited, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void reject() override;

signals:
    void connected(const chatelaine::AccountId &account);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUp();
    void connectForm();
    void chooseCaFile();
    void showProvider();
    void addCredential(const SlotInfo &slot);
    void showState();
    void showPin();
    void askToPin(const ServerCertificate &certificate);
    void askToApprove(const CredentialRoute &route);

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    ConnectPresenter m_presenter;
    std::unique_ptr<Prompts> m_prompts;
    std::unique_ptr<Confirmer> m_confirmer;
    QList<CredentialEditor *> m_credentials;
};

} // namespace chatelaine
