// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/team/teampresenter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TeamDialog;
}

namespace chatelaine {

class Confirmer;
class Prompts;

/** The team on PostgreSQL: joining one, how it stands, leaving it. Non-modal, deletes itself when
 * closed. Holds no decision. */
class TeamDialog : public QDialog
{
    Q_OBJECT
public:
    TeamDialog(TeamPort port, Confirmer &confirmer, QWidget *parent = nullptr);
    ~TeamDialog() override;

    TeamPresenter &presenter() { return m_presenter; }

private:
    void showState();
    void showChains();
    void askToLeave();

    std::unique_ptr<Ui::TeamDialog> m_ui;
    TeamPresenter m_presenter;
    Confirmer &m_confirmer;
};

} // namespace chatelaine
