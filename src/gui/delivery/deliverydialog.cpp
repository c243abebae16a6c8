// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/delivery/deliverydialog.h"

#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_deliverydialog.h"

#include <QCloseEvent>

namespace chatelaine {

DeliveryDialog::DeliveryDialog(DeliveryPort port, const HeldSecret &secret, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DeliveryDialog>())
    , m_presenter(std::move(port), DeliveryPresenter::Offer::Held)
    , m_secret(secret.id)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    const QString name = secret.keyName.isEmpty() ? secret.mask : secret.keyName;
    setWindowTitle(tr("Deliver the secret of \"%1\"").arg(displaySafe(name, nameInButton)));
    m_ui->deliveryForm->setPresenter(m_presenter);
    connect(&m_presenter, &DeliveryPresenter::changed, this, &DeliveryDialog::showState);
    connect(&m_presenter, &DeliveryPresenter::delivered, this,
            [this](const DeliveryReceipt &receipt) {
                emit delivered(DeliveryPresenter::placeText(receipt));
                close();
            });
    connect(m_ui->deliverButton, &QPushButton::clicked, this, [this] {
        m_presenter.deliver(m_secret);
        m_ui->deliveryForm->focusProblem();
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &DeliveryDialog::reject);
    showState();
}

DeliveryDialog::~DeliveryDialog() = default;

void DeliveryDialog::showState()
{
    const bool busy = m_presenter.isBusy();
    m_ui->progressBar->setVisible(busy);
    m_ui->progressLabel->setVisible(busy);
    m_ui->progressLabel->setText(m_presenter.progress());
    m_ui->deliverButton->setEnabled(!busy && m_presenter.chosen());
    m_ui->cancelButton->setText(busy ? tr("Stop") : tr("Cancel"));
}

void DeliveryDialog::reject()
{
    close();
}

void DeliveryDialog::closeEvent(QCloseEvent *event)
{
    event->setAccepted(!m_presenter.isBusy());
    m_presenter.cancel(); // what is there already is told when it has stopped
}

} // namespace chatelaine
