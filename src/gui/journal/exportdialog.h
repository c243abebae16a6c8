// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/journal/exportchoice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace chatelaine {

class Prompts;

/** Asks what is to be exported, and where to. Non-modal, deletes itself when closed. Holds no
 * decision. */
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const QList<AccountRow> &accounts, Prompts &prompts, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /** Begins with the period and the account of what is looked at; all of them where it has none.
     */
    void propose(const JournalQuery &query);

signals:
    void chosen(const chatelaine::ExportOrder &order); ///< once; it closes then

private:
    void takeRange();
    void takeAccounts();
    void choosePlace();
    void showState();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    ExportChoice m_choice;
    Prompts &m_prompts;
};

} // namespace chatelaine
