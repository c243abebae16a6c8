// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keyservice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DoubtsDialog;
}

namespace chatelaine {

/** The operations of which nobody knows what became, and what the user can say about each.
 * Non-modal, deletes itself when closed. Nothing is sent to a vendor from here. */
class DoubtsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DoubtsDialog(QWidget *parent = nullptr);
    ~DoubtsDialog() override;

    void setDoubts(const QList<Doubt> &doubts);

signals:
    /** An empty key: it made nothing. */
    void settled(const chatelaine::OperationId &operation, const chatelaine::KeyUid &key);
    void keyWanted(const chatelaine::KeyUid &key);

private:
    void showCandidates();
    void enableButtons();
    void settle(bool showKey);

    std::unique_ptr<Ui::DoubtsDialog> m_ui;
    QList<Doubt> m_doubts;
};

/** `Create key "CI" (2026-08-01 10:00)`: what was sent, in one line. */
QString doubtText(const Doubt &doubt);

} // namespace chatelaine
