// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/bulkdialog.h"

#include "gui/bulk/bulkitemmodel.h"
#include "gui/bulk/bulktexts.h"
#include "gui/common/messagebar.h"
#include "gui/common/timetext.h"
#include "ui_bulkdialog.h"

#include <QHeaderView>

namespace chatelaine {

BulkDialog::BulkDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BulkDialog>())
    , m_items(new BulkItemModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->itemsTable->setModel(m_items);
    const int unit = fontMetrics().averageCharWidth();
    m_ui->itemsTable->setColumnWidth(BulkItemModel::Name, unit * 26);
    m_ui->itemsTable->setColumnWidth(BulkItemModel::Mask, unit * 22);
    m_ui->itemsTable->setColumnWidth(BulkItemModel::State, unit * 14);
    m_ui->itemsTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->itemsTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    connect(m_ui->runsComboBox, &QComboBox::currentIndexChanged, this, [this] {
        m_wanted = chosen();
        showChosen();
        emit chosenChanged(chosen());
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this,
            [this] { emit cancelRequested(chosen()); });
    connect(m_ui->resumeButton, &QPushButton::clicked, this,
            [this] { emit resumeRequested(chosen()); });
    connect(m_ui->dropButton, &QPushButton::clicked, this,
            [this] { emit dropRequested(chosen()); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &BulkDialog::close);
    showChosen();
}

BulkDialog::~BulkDialog() = default;

void BulkDialog::setRuns(const QList<BulkRun> &runs)
{
    const BulkRunId before = chosen();
    {
        const QSignalBlocker blocker(m_ui->runsComboBox);
        m_runs = runs;
        m_ui->runsComboBox->clear();
        int wanted = runs.isEmpty() ? -1 : 0;
        for (const BulkRun &run : runs) {
            if (run.id == m_wanted)
                wanted = m_ui->runsComboBox->count();
            m_ui->runsComboBox->addItem(tr("%1, %2", "what is done and when it was started")
                                            .arg(bulkTitle(run), shortTime(run.startedAt)));
        }
        m_ui->runsComboBox->setCurrentIndex(wanted);
    }
    showChosen();
    if (chosen() != before)
        emit chosenChanged(chosen());
}

void BulkDialog::choose(const BulkRunId &run)
{
    m_wanted = run;
    setRuns(m_runs);
}

BulkRunId BulkDialog::chosen() const
{
    const int row = m_ui->runsComboBox->currentIndex();
    return row >= 0 && row < m_runs.size() ? m_runs.at(row).id : BulkRunId();
}

void BulkDialog::setItems(const QList<BulkItem> &items)
{
    m_items->setItems(items);
    showCounts();
}

void BulkDialog::setItem(qsizetype position, const BulkItem &item)
{
    m_items->setItem(position, item);
    showCounts();
}

void BulkDialog::showProblem(const QString &problem, const QString &next)
{
    m_ui->problemBar->setNotice({Severity::Warning, problem, next});
}

void BulkDialog::showChosen()
{
    const int row = m_ui->runsComboBox->currentIndex();
    const BulkRun run = row >= 0 && row < m_runs.size() ? m_runs.at(row) : BulkRun();
    const bool stands = !run.id.isEmpty() && !run.endedAt && !run.isBeingDone;
    m_ui->runsComboBox->setEnabled(m_runs.size() > 1);
    m_ui->cancelButton->setVisible(run.isBeingDone);
    m_ui->resumeButton->setVisible(stands);
    m_ui->dropButton->setVisible(stands);
    showCounts();
}

void BulkDialog::showCounts()
{
    const BulkCounts counts = m_items->counts();
    const qint64 open = counts.value(BulkState::Waiting) + counts.value(BulkState::Running);
    m_ui->progressBar->setMaximum(qMax(1, m_items->rowCount()));
    m_ui->progressBar->setValue(m_items->rowCount() - static_cast<int>(open));
    m_ui->countsLabel->setText(bulkCountsText(counts));
}

} // namespace chatelaine
