// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/delivery/deliverypresenter.h"
#include "services/heldsecrets.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DeliveryDialog;
}

namespace chatelaine {

/**
 * Brings a held secret to a destination. Window-modal (`open()`), deletes itself when closed, which
 * it cannot be while a delivery runs: that is cancelled first. Closes itself after `delivered`.
 */
class DeliveryDialog : public QDialog
{
    Q_OBJECT
public:
    DeliveryDialog(DeliveryPort port, const HeldSecret &secret, QWidget *parent = nullptr);
    ~DeliveryDialog() override;

    void reject() override;

signals:
    void delivered(const QString &where);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showState();

    std::unique_ptr<Ui::DeliveryDialog> m_ui;
    DeliveryPresenter m_presenter;
    const HeldSecretId m_secret;
};

} // namespace chatelaine
