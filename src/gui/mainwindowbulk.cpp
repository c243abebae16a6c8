// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window has to do with changes of many keys.

#include "gui/bulk/bulkactions.h"
#include "gui/keys/keyspage.h"
#include "gui/mainwindow.h"

#include <algorithm>

#include "ui_mainwindow.h"

namespace chatelaine {

void MainWindow::connectBulk()
{
    m_bulk = new BulkActions(
        BulkPort::of(m_services), m_clock, *m_options.confirmer,
        [this] { return m_keys->selectedTargets(); }, this);
    m_bulk->addTo(m_ui->menuKey);
    connect(m_keys, &KeysPage::selectedCountChanged, m_bulk, &BulkActions::setSelected);
    connect(m_bulk, &BulkActions::noticed, this, &MainWindow::showNotice);
    connect(m_bulk, &BulkActions::openChanged, this, [this] {
        const QList<BulkRun> &open = m_bulk->open();
        m_presenter.setStandingBulkRuns(std::count_if(
            open.cbegin(), open.cend(), [](const BulkRun &run) { return !run.isBeingDone; }));
    });
    connect(&m_presenter, &MainWindowPresenter::bulkRunsWanted, m_bulk, &BulkActions::showRuns);
    m_bulk->readRuns();
}

} // namespace chatelaine
