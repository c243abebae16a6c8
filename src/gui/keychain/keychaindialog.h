// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keychaindoctor.h"

#include <QDialog>

namespace Ui {
class KeychainDialog;
}

namespace chatelaine {

/** What is known of the keychain, with a sentence and a remedy for what is the matter. Looks when
 * it opens and when it is told to. Deletes itself when closed. */
class KeychainDialog : public QDialog
{
    Q_OBJECT
public:
    explicit KeychainDialog(KeychainDoctor &doctor, QWidget *parent = nullptr);
    ~KeychainDialog() override;

private:
    void examine();
    void showReport(const KeychainReport &report);
    void addRow(const QString &label, const QString &text);

    std::unique_ptr<Ui::KeychainDialog> m_ui;
    KeychainDoctor &m_doctor;
};

} // namespace chatelaine
