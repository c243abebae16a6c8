// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/formpresenter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class FormDialog;
}

namespace chatelaine {

class FieldForm;

/**
 * The form of one operation, whatever fields its definition declares. Non-modal (`show()`), deletes
 * itself when closed, which it cannot be while the request runs. Closes itself after `finished`.
 */
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    FormDialog(FormRequest request, SecretRoutePort route, QWidget *parent = nullptr);
    ~FormDialog() override;

    void reject() override;

signals:
    void finishedWith(const chatelaine::FormResult &result);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectPresenter();
    void alignColumns();
    void showState();

    std::unique_ptr<Ui::FormDialog> m_ui;
    FormPresenter m_presenter;
    FieldForm *m_fields = nullptr;
};

} // namespace chatelaine
