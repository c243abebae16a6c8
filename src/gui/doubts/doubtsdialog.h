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

/** One thing that may have become of an operation. */
struct DoubtAnswer
{
    QString text;
    KeyUid key; ///< that it made or touched; empty: none
    bool tookEffect = false;
};

/** What can be said of a doubt; the last one says that nothing happened. */
QList<DoubtAnswer> doubtAnswers(const Doubt &doubt);

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
    void settled(const chatelaine::OperationId &operation, const chatelaine::DoubtAnswer &answer);
    void keyWanted(const chatelaine::KeyUid &key);

private:
    void showCandidates();
    void enableButtons();
    void settle(bool showKey);

    std::unique_ptr<Ui::DoubtsDialog> m_ui;
    QList<Doubt> m_doubts;
    QList<DoubtAnswer> m_answers; ///< of the chosen one
};

/** `Create key "CI" (2026-08-01 10:00)`: what was sent, in one line. */
QString doubtText(const Doubt &doubt);

} // namespace chatelaine
