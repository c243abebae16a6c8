// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalpage.h"

#include "core/whenready.h"
#include "gui/journal/exportdialog.h"
#include "gui/prompts/prompts.h"
#include "models/journalmodel.h"
#include "ui_journalpage.h"

#include <QDate>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QUrl>

namespace chatelaine {

namespace {

QLabel *selectable(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

JournalPage::JournalPage(JournalPort port, std::unique_ptr<JournalModel> entries, Prompts &prompts,
                         QWidget *parent)
    : QWidget(parent)
    , m_entries(std::move(entries))
    , m_ui(std::make_unique<Ui::JournalPage>())
    , m_presenter(std::move(port))
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    QTableView *table = m_ui->journalTable;
    table->setModel(m_entries.get());
    table->verticalHeader()->hide();
    const int row = table->fontMetrics().height() + 12;
    table->verticalHeader()->setDefaultSectionSize(row);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int unit = table->fontMetrics().averageCharWidth();
    table->setColumnWidth(JournalModel::TimeColumn, 28 * unit);
    table->setColumnWidth(JournalModel::EventColumn, 24 * unit);
    table->setColumnWidth(JournalModel::AccountColumn, 20 * unit);
    table->setColumnWidth(JournalModel::OutcomeColumn, 14 * unit);
    header->setSectionResizeMode(JournalModel::ObjectColumn, QHeaderView::Stretch);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setSizes({3 * row, 2 * row}); // shares, scaled up by the splitter
    connectForm();
    showEntry();
    showState();
}

JournalPage::~JournalPage() = default;

void JournalPage::connectForm()
{
    connect(&m_presenter, &JournalPresenter::changed, this, &JournalPage::showState);
    connect(m_entries.get(), &JournalModel::loaded, this, &JournalPage::showState);
    connect(m_ui->journalTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JournalPage::showEntry);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &JournalPage::exportJournal);
    connect(m_ui->verifyButton, &QPushButton::clicked, this, &JournalPage::verifyChain);
    connect(m_ui->cancelButton, &QPushButton::clicked, &m_presenter,
            &JournalPresenter::cancelExport);
    connect(m_ui->noticeBar, &MessageBar::actionTriggered, this, [this] {
        const QString folder = QFileInfo(m_presenter.exportedFile()).absolutePath();
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    m_ui->noticeBar->setClosable(true);
}

void JournalPage::exportJournal()
{
    if (m_presenter.activity() != JournalPresenter::Activity::Idle)
        return;
    auto *dialog = new ExportDialog(m_presenter.accounts(), m_prompts, this);
    connect(dialog, &ExportDialog::chosen, &m_presenter, &JournalPresenter::exportTo);
    dialog->open();
}

void JournalPage::verifyChain()
{
    m_presenter.verify();
}

void JournalPage::verifyExport()
{
    const FileRequest request{
        tr("Verify an export"),
        tr("Verify"),
        {},
        {tr("Exports and evidence packs (*.jsonl SHA256SUMS)"), tr("All files (*)")}};
    whenReady(m_prompts.openFile(this, request), this,
              [this](const QString &file) { m_presenter.verifyExport(file); });
}

void JournalPage::showEntry()
{
    while (m_ui->entryLayout->rowCount() > 0)
        m_ui->entryLayout->removeRow(0);
    const QModelIndex current = m_ui->journalTable->currentIndex();
    m_ui->entryHintLabel->setVisible(!current.isValid());
    if (!current.isValid())
        return;
    const auto parts = JournalPresenter::parts(m_entries->entryAt(current.row()));
    for (const auto &[name, text] : parts)
        m_ui->entryLayout->addRow(name, selectable(text, this));
}

void JournalPage::showState()
{
    const auto activity = m_presenter.activity();
    const bool idle = activity == JournalPresenter::Activity::Idle;
    m_ui->exportButton->setEnabled(idle);
    m_ui->verifyButton->setEnabled(idle);
    m_ui->cancelButton->setVisible(activity == JournalPresenter::Activity::Exporting);
    m_ui->progressBar->setVisible(!idle);
    m_ui->progressLabel->setVisible(!idle);
    m_ui->progressLabel->setText(m_presenter.progress());

    Notice notice = m_presenter.notice();
    const bool exported =
        notice.severity == Severity::Good && !m_presenter.exportedFile().isEmpty();
    if (notice.isEmpty() && m_entries->problem())
        notice = Notice::of(*m_entries->problem());
    m_ui->noticeBar->setNotice(notice);
    m_ui->noticeBar->setAction(exported ? tr("Open folder") : QString());
    const bool empty = m_entries->isLoaded() && m_entries->rowCount() == 0;
    m_ui->hintLabel->setText(
        empty ? tr("Nothing has been changed or exported yet. Every change will be listed here.")
              : tr("Every change and every export, newest first. Nothing can be edited or "
                   "deleted."));
}

} // namespace chatelaine
