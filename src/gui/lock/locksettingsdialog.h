// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/lockservice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LockSettingsDialog;
}

namespace chatelaine {

class SecretInput;

/** The passphrase of the application, and after which idleness it locks. Deletes itself when
 * closed. */
class LockSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LockSettingsDialog(LockService &lock, QWidget *parent = nullptr);
    ~LockSettingsDialog() override;

private:
    void change();
    void remove();
    void begin(FutureOutcome<Done> work, const QString &done);
    void showState();
    void showIdleness();
    void wipe();

    std::unique_ptr<Ui::LockSettingsDialog> m_ui;
    LockService &m_lock;
    QString m_problem;
    QString m_status;
    bool m_busy = false;
};

} // namespace chatelaine
