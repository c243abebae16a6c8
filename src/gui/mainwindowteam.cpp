// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window shows of the team.

#include "gui/mainwindow.h"

#include "core/async.h"
#include "gui/common/plaintip.h"
#include "gui/team/teamdialog.h"
#include "services/services.h"
#include "services/teamservice.h"

#include <QLabel>

#include "ui_mainwindow.h"

namespace chatelaine {

void MainWindow::connectTeam()
{
    m_team->setTextFormat(Qt::PlainText);
    connect(m_ui->actionTeam, &QAction::triggered, this, &MainWindow::showTeam);
    connect(&m_services.team, &TeamService::changed, this, &MainWindow::showTeamState);
    showTeamState();
}

void MainWindow::showTeamState()
{
    m_team->setVisible(m_services.team.address().has_value());
    if (!m_services.team.address())
        return;
    whenDone(m_services.team.state(), this, [this](const Outcome<TeamState> &state) {
        if (!state)
            return;
        const Notice notice = teamStateNotice(*state);
        m_team->setText(teamStateText(*state));
        m_team->setToolTip(plainTip((notice.text + u'\n' + notice.next).trimmed()));
    });
}

void MainWindow::showTeam()
{
    if (!m_teamDialog) {
        m_teamDialog =
            new TeamDialog(TeamPort::of(m_services, m_clock), *m_options.confirmer, this);
        connect(&m_services.team, &TeamService::changed, &m_teamDialog->presenter(),
                &TeamPresenter::refresh);
    }
    m_teamDialog->show();
    m_teamDialog->raise();
}

} // namespace chatelaine
