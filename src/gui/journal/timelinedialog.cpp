// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/timelinedialog.h"

#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"
#include "gui/journal/journalpresenter.h"
#include "gui/keys/keyfacts.h"
#include "models/journalmodel.h"
#include "ui_timelinedialog.h"

#include <QHeaderView>

namespace chatelaine {

TimelineDialog::TimelineDialog(std::unique_ptr<JournalModel> entries, const KeyRow &key,
                               QWidget *parent)
    : QDialog(parent)
    , m_entries(std::move(entries))
    , m_ui(std::make_unique<Ui::TimelineDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History of \"%1\"").arg(displaySafe(keyDisplayName(key), nameInButton)));
    JournalQuery query;
    query.key = key.uid;
    m_entries->setQuery(query);
    QTableView *table = m_ui->timelineTable;
    table->setModel(m_entries.get());
    for (const JournalModel::Column column :
         {JournalModel::ObjectColumn, JournalModel::AccountColumn, JournalModel::SequenceColumn})
        table->hideColumn(column);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 12);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(JournalModel::EventColumn, QHeaderView::Stretch);
    const int unit = table->fontMetrics().averageCharWidth();
    table->setColumnWidth(JournalModel::TimeColumn, 28 * unit);
    table->setColumnWidth(JournalModel::OutcomeColumn, 20 * unit);
    connect(m_ui->journalButton, &QPushButton::clicked, this, [this] {
        emit journalRequested();
        close();
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &TimelineDialog::close);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TimelineDialog::showEntry);
    connect(m_entries.get(), &JournalModel::loaded, this, &TimelineDialog::showState);
    showState();
}

TimelineDialog::~TimelineDialog() = default;

void TimelineDialog::showEntry()
{
    QStringList lines;
    const QModelIndex current = m_ui->timelineTable->currentIndex();
    if (current.isValid()) {
        for (const auto &[name, text] : JournalPresenter::parts(m_entries->entryAt(current.row())))
            lines.append(tr("%1: %2", "name of a part and its text").arg(name, text));
    }
    m_ui->entryEdit->setPlainText(lines.join(u'\n'));
}

void TimelineDialog::showState()
{
    QString sentence = tr("What was done with this key from here, and which changes by others were "
                          "seen, latest first.");
    if (m_entries->problem())
        sentence = m_entries->problem()->message;
    else if (!m_entries->isLoaded())
        sentence = tr("Reading the journal...");
    else if (m_entries->rowCount() == 0)
        sentence = tr("Nothing was done with this key from here. The vendor may have a log of its "
                      "own.");
    m_ui->sentenceLabel->setText(sentence);
}

} // namespace chatelaine
