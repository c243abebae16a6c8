// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/held/heldsecretspresenter.h"

#include <QDialog>

namespace Ui {
class HeldSecretsDialog;
}

namespace chatelaine {

/** Several new secrets in one list, in place of a chain of dialogs. Non-modal, deletes itself when
 * closed: what is not stored stays held. Holds no decision. */
class HeldSecretsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HeldSecretsDialog(HeldSecretsPort port, QWidget *parent = nullptr);
    ~HeldSecretsDialog() override;

    HeldSecretsPresenter &presenter() { return m_presenter; }

signals:
    void secretWanted(const chatelaine::HeldSecret &secret);

private:
    void showRows();
    void showCurrent();
    const HeldSecretsPresenter::Row *current() const;

    std::unique_ptr<Ui::HeldSecretsDialog> m_ui;
    HeldSecretsPresenter m_presenter;
};

} // namespace chatelaine
