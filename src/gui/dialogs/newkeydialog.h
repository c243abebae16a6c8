// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/newkeypresenter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NewKeyDialog;
}

namespace chatelaine {

class FieldForm;

/**
 * Makes a key: where, of which kind, and the fields that the vendor's definition declares.
 * Non-modal
 * (`show()`), deletes itself when closed, and cannot be closed while the request runs. Closes
 * itself after `created`.
 */
class NewKeyDialog : public QDialog
{
    Q_OBJECT
public:
    NewKeyDialog(Services &services, const AccountId &account, const ContainerPath &container,
                 QWidget *parent = nullptr)
        : NewKeyDialog(NewKeyPort::of(services), account, container, parent)
    {}
    NewKeyDialog(NewKeyPort port, const AccountId &account, const ContainerPath &container,
                 QWidget *parent = nullptr);
    ~NewKeyDialog() override;

    void reject() override;

signals:
    /** The key exists. Its secret is held: show it with a SecretDialog. */
    void created(const chatelaine::NewKeyResult &result, const QString &undelivered);
    /** The key exists, and its secret is where it was to go. */
    void delivered(const chatelaine::NewKeyResult &result, const QString &where);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectPresenter();
    void showPlaces();
    void showKinds();
    void showState();

    std::unique_ptr<Ui::NewKeyDialog> m_ui;
    NewKeyPresenter m_presenter;
    FieldForm *m_fields = nullptr;
};

} // namespace chatelaine
