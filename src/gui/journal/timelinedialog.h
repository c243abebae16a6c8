// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TimelineDialog;
}

namespace chatelaine {

class JournalModel;

/** All that the journals have about one key, from its making to its end, latest first. Goes on
 * while it is open. Non-modal, deletes itself when closed. */
class TimelineDialog : public QDialog
{
    Q_OBJECT
public:
    TimelineDialog(std::unique_ptr<JournalModel> entries, const KeyRow &key,
                   QWidget *parent = nullptr);
    ~TimelineDialog() override;

signals:
    void journalRequested(); ///< with this key's entries

private:
    void showEntry();
    void showState();

    std::unique_ptr<JournalModel> m_entries; ///< outlives the view of it
    std::unique_ptr<Ui::TimelineDialog> m_ui;
};

} // namespace chatelaine
