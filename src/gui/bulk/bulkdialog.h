// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bulk.h"
#include "core/error.h"

#include <QDialog>

#include <memory>

namespace Ui {
class BulkDialog;
}

namespace chatelaine {

class BulkItemModel;

/** The bulk changes that are under way or not finished, and what became of each key of the chosen
 * one. Non-modal; deletes itself when closed, which stops nothing. Holds no decision. */
class BulkDialog : public QDialog
{
    Q_OBJECT
public:
    explicit BulkDialog(QWidget *parent = nullptr);
    ~BulkDialog() override;

    void setRuns(const QList<BulkRun> &runs);
    void choose(const BulkRunId &run);
    BulkRunId chosen() const;
    void setItems(const QList<BulkItem> &items); ///< of the chosen one
    void setItem(qsizetype position, const BulkItem &item);
    void showProblem(const QString &problem, const QString &next);

signals:
    void chosenChanged(const chatelaine::BulkRunId &run);
    void cancelRequested(const chatelaine::BulkRunId &run);
    void resumeRequested(const chatelaine::BulkRunId &run);
    void dropRequested(const chatelaine::BulkRunId &run);

private:
    void showChosen();
    void showCounts();

    std::unique_ptr<Ui::BulkDialog> m_ui;
    BulkItemModel *m_items;
    QList<BulkRun> m_runs;
    BulkRunId m_wanted;
};

} // namespace chatelaine
