// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretsettingsdialog.h"

#include "gui/dialogs/roomkeeper.h"
#include "ui_secretsettingsdialog.h"

namespace chatelaine {

SecretSettingsDialog::SecretSettingsDialog(const SecretTimes &times, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SecretSettingsDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    m_ui->revealBox->setRange(SecretTimes::shortest, SecretTimes::longest);
    m_ui->clipboardBox->setRange(SecretTimes::shortest, SecretTimes::longest);
    m_ui->revealBox->setValue(times.reveal);
    m_ui->clipboardBox->setValue(times.clipboard);
    const auto choose = [this] {
        emit timesChosen({m_ui->revealBox->value(), m_ui->clipboardBox->value()});
    };
    connect(m_ui->revealBox, &QSpinBox::valueChanged, this, choose);
    connect(m_ui->clipboardBox, &QSpinBox::valueChanged, this, choose);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

SecretSettingsDialog::~SecretSettingsDialog() = default;

} // namespace chatelaine
