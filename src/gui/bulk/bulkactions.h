// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/bulk/bulkport.h"
#include "gui/common/notice.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;

namespace chatelaine {

class BulkDialog;
class Clock;
class Confirmer;
class LeakDialog;

/**
 * What can be done with many keys at once, from the window: the entries of the menu, the question,
 * the dialogs. Keeps ids, never rows.
 */
class BulkActions : public QObject
{
    Q_OBJECT
public:
    /** `targets`: the selected keys, or the whole list when all of it is. */
    using Targets = std::function<BulkTargets()>;
    BulkActions(BulkPort port, const Clock &clock, Confirmer &confirmer, Targets targets,
                QWidget *window);
    ~BulkActions() override;

    void addTo(QMenu *menu);
    /** So many keys are selected. */
    void setSelected(qint64 count);
    /** Bulk changes of earlier runs, or of now, that have not ended. */
    const QList<BulkRun> &open() const { return m_open; }

    void request(KeyVerb verb, const BulkTargets &targets);
    void showRuns();
    void showLeaks();
    void readRuns();

signals:
    void openChanged();
    void noticed(const chatelaine::Notice &notice);

private:
    void ask(const BulkPlan &plan);
    void begin(const BulkPlan &plan);
    void readItems(const BulkRunId &run);
    void connectRuns();
    void tell(const Error &error);

    BulkPort m_port;
    const Clock &m_clock;
    Confirmer &m_confirmer;
    Targets m_targets;
    QWidget *m_window;
    QList<std::pair<KeyVerb, QAction *>> m_actions;
    QList<BulkRun> m_open;
    QPointer<BulkDialog> m_runs;
    QPointer<LeakDialog> m_leaks;
};

} // namespace chatelaine
