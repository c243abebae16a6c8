// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/addexistingpresenter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class AddExistingDialog;
}

namespace chatelaine {

/**
 * Records a key that exists already: its name and its secret, which goes to the keychain and is
 * checked at no cost. Non-modal (`show()`), deletes itself when closed; stays open after `added` to
 * show the verdict.
 */
class AddExistingDialog : public QDialog
{
    Q_OBJECT
public:
    AddExistingDialog(Services &services, const AccountId &account, QWidget *parent = nullptr)
        : AddExistingDialog(AddExistingPort::of(services), account, parent)
    {}
    AddExistingDialog(AddExistingPort port, const AccountId &account, QWidget *parent = nullptr);
    ~AddExistingDialog() override;

    void reject() override;

signals:
    void added(const chatelaine::KeyUid &key);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void send();
    void showState();

    std::unique_ptr<Ui::AddExistingDialog> m_ui;
    AddExistingPresenter m_presenter;
};

} // namespace chatelaine
