// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/secrettimes.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SecretSettingsDialog;
}

namespace chatelaine {

/** For how long one-time secrets are shown and offered. Deletes itself when closed. */
class SecretSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SecretSettingsDialog(const SecretTimes &times, QWidget *parent = nullptr);
    ~SecretSettingsDialog() override;

signals:
    void timesChosen(const chatelaine::SecretTimes &times); ///< at each change

private:
    std::unique_ptr<Ui::SecretSettingsDialog> m_ui;
};

} // namespace chatelaine
