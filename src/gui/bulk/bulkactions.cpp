// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/bulkactions.h"

#include "core/async.h"
#include "core/clock.h"
#include "core/whenready.h"
#include "gui/bulk/bulkdialog.h"
#include "gui/bulk/bulktexts.h"
#include "gui/bulk/leakdialog.h"
#include "gui/dialogs/confirmdialog.h"

#include <QAction>
#include <QMenu>

namespace chatelaine {

BulkActions::BulkActions(BulkPort port, const Clock &clock, Confirmer &confirmer, Targets targets,
                         QWidget *window)
    : QObject(window)
    , m_port(std::move(port))
    , m_clock(clock)
    , m_confirmer(confirmer)
    , m_targets(std::move(targets))
    , m_window(window)
{
    if (!m_port.service)
        return;
    connect(m_port.service, &BulkService::changed, this, &BulkActions::readRuns);
    connect(m_port.service, &BulkService::itemChanged, this,
            [this](const BulkRunId &run, qsizetype position, const BulkItem &item) {
                if (m_runs && m_runs->chosen() == run)
                    m_runs->setItem(position, item);
            });
    connect(m_port.service, &BulkService::stopped, this,
            [this](const BulkRunId &run, const QString &why) {
                if (m_runs && m_runs->chosen() == run)
                    readItems(run);
                if (why.isEmpty())
                    return;
                const QString next = tr("The keys that wait were not touched. Go on when this is "
                                        "settled.");
                if (m_runs)
                    m_runs->showProblem(why, next);
                else
                    emit noticed({Severity::Warning, why, next});
            });
}

BulkActions::~BulkActions() = default;

void BulkActions::addTo(QMenu *menu)
{
    menu->addSeparator();
    for (const KeyVerb verb : {KeyVerb::Revoke, KeyVerb::Disable, KeyVerb::Delete}) {
        QAction *action = menu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, verb] { request(verb, m_targets()); });
        m_actions.append({verb, action});
    }
    QAction *leaks = menu->addAction(tr("&Find leaked keys…"));
    connect(leaks, &QAction::triggered, this, &BulkActions::showLeaks);
    QAction *runs = menu->addAction(tr("Changes of &many keys…"));
    connect(runs, &QAction::triggered, this, &BulkActions::showRuns);
    setSelected(0);
}

void BulkActions::setSelected(qint64 count)
{
    for (const auto &[verb, action] : std::as_const(m_actions)) {
        action->setText(bulkActionText(verb, count));
        action->setVisible(count > 1);
    }
}

void BulkActions::request(KeyVerb verb, const BulkTargets &targets)
{
    whenDone(m_port.plan(verb, targets), this, [this](const Outcome<BulkPlan> &plan) {
        if (!plan)
            return tell(plan.error());
        ask(*plan);
    });
}

void BulkActions::ask(const BulkPlan &plan)
{
    if (plan.waiting() == 0) {
        emit noticed({Severity::Information,
                      tr("There is nothing to be done with any of these keys."),
                      untouchedText(plan)});
        return;
    }
    whenReady(m_confirmer.ask(m_window, bulkConfirmation(plan, m_clock.now())), this,
              [this, plan](bool yes) {
                  if (yes)
                      begin(plan);
              });
}

void BulkActions::begin(const BulkPlan &plan)
{
    whenDone(m_port.start(plan), this, [this](const Outcome<BulkRunId> &run) {
        if (!run)
            return tell(run.error());
        showRuns();
        m_runs->choose(*run);
    });
}

void BulkActions::showRuns()
{
    if (!m_runs) {
        m_runs = new BulkDialog(m_window);
        connectRuns();
        readRuns();
    }
    m_runs->show();
    m_runs->raise();
}

void BulkActions::connectRuns()
{
    connect(m_runs, &BulkDialog::chosenChanged, this, &BulkActions::readItems);
    connect(m_runs, &BulkDialog::cancelRequested, this,
            [this](const BulkRunId &run) { m_port.cancel(run); });
    connect(m_runs, &BulkDialog::resumeRequested, this, [this](const BulkRunId &run) {
        whenDone(m_port.resume(run), this, [this, run](const Outcome<Done> &resumed) {
            if (!resumed)
                return tell(resumed.error());
            readItems(run);
        });
    });
    connect(m_runs, &BulkDialog::dropRequested, this, [this](const BulkRunId &run) {
        whenDone(m_port.drop(run), this, [this, run](const Outcome<Done> &dropped) {
            if (!dropped)
                return tell(dropped.error());
            readItems(run);
        });
    });
}

void BulkActions::readRuns()
{
    whenDone(m_port.runs(true), this, [this](const Outcome<QList<BulkRun>> &open) {
        if (open)
            m_open = *open;
        emit openChanged();
    });
    if (!m_runs)
        return;
    whenDone(m_port.runs(false), this, [this](const Outcome<QList<BulkRun>> &runs) {
        if (runs && m_runs)
            m_runs->setRuns(*runs);
    });
}

void BulkActions::readItems(const BulkRunId &run)
{
    if (run.isEmpty())
        return;
    whenDone(m_port.items(run), this, [this, run](const Outcome<QList<BulkItem>> &items) {
        if (items && m_runs && m_runs->chosen() == run)
            m_runs->setItems(*items);
    });
}

void BulkActions::showLeaks()
{
    if (!m_leaks) {
        m_leaks = new LeakDialog(m_window);
        connect(m_leaks, &LeakDialog::pasted, this, [this](const QList<SharedSecret> &values) {
            m_leaks->setBusy(true);
            whenDone(m_port.findLeaks(values), this, [this](const Outcome<LeakReport> &report) {
                if (!m_leaks)
                    return;
                m_leaks->setBusy(false);
                if (report)
                    m_leaks->setReport(*report);
                else
                    m_leaks->showProblem(report.error().message, report.error().next);
            });
        });
        connect(m_leaks, &LeakDialog::changeRequested, this,
                [this](KeyVerb verb, const QList<KeyUid> &keys) {
                    request(verb, {std::nullopt, keys});
                });
    }
    m_leaks->show();
    m_leaks->raise();
}

void BulkActions::tell(const Error &error)
{
    if (m_runs && m_runs->isVisible())
        m_runs->showProblem(error.message, error.next);
    else
        emit noticed(Notice::of(error));
}

} // namespace chatelaine
