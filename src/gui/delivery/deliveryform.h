// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class DeliveryForm;
}

namespace chatelaine {

class DeliveryPresenter;
class FieldForm;

/** The choice of a destination, its fields, and what it answered: a part of a dialog. */
class DeliveryForm : public QWidget
{
    Q_OBJECT
public:
    explicit DeliveryForm(QWidget *parent = nullptr);
    ~DeliveryForm() override;

    /** Call once; the presenter outlives this. */
    void setPresenter(DeliveryPresenter &presenter);
    void focusProblem();
    int labelWidth() const; ///< for a form below it whose columns are to be in line
    void setLabelWidth(int width);

private:
    void showState();
    void browse();

    std::unique_ptr<Ui::DeliveryForm> m_ui;
    DeliveryPresenter *m_presenter = nullptr;
    FieldForm *m_fields = nullptr;
};

} // namespace chatelaine
