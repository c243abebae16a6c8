// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalpage.h"

#include "core/whenready.h"
#include "gui/common/plaintip.h"
#include "gui/journal/exportdialog.h"
#include "gui/keys/keyfacts.h"
#include "gui/prompts/prompts.h"
#include "models/journalmodel.h"
#include "ui_journalpage.h"

#include <QDate>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
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

void fill(QComboBox *box, const QList<JournalFilterPresenter::Choice> &choices)
{
    const QString chosen = box->currentData().toString();
    box->clear();
    for (const JournalFilterPresenter::Choice &choice : choices)
        box->addItem(choice.label, choice.value);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

} // namespace

JournalPage::JournalPage(JournalPort port, JournalFilterPort filter,
                         std::unique_ptr<JournalModel> entries, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_entries(std::move(entries))
    , m_ui(std::make_unique<Ui::JournalPage>())
    , m_presenter(std::move(port))
    , m_filter(std::move(filter))
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
    connectFilter();
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

void JournalPage::connectFilter()
{
    using F = JournalFilterPresenter;
    fill(m_ui->periodComboBox, F::periods());
    fill(m_ui->kindComboBox, F::kinds());
    fill(m_ui->outcomeComboBox, F::outcomes());
    m_ui->firstDayEdit->setDate(m_filter.firstDay());
    m_ui->lastDayEdit->setDate(m_filter.lastDay());
    m_ui->searchLineEdit->installEventFilter(this);
    refreshChoices();
    connect(m_ui->searchLineEdit, &QLineEdit::textChanged, &m_filter, &F::setText);
    connect(m_ui->periodComboBox, &QComboBox::activated, &m_filter,
            [this](int index) { m_filter.setPeriod(static_cast<F::Period>(index)); });
    const auto days = [this] {
        m_filter.setDays(m_ui->firstDayEdit->date(), m_ui->lastDayEdit->date());
    };
    connect(m_ui->firstDayEdit, &QDateEdit::dateChanged, this, days);
    connect(m_ui->lastDayEdit, &QDateEdit::dateChanged, this, days);
    const auto choose = [this](QComboBox *box, void (F::*set)(const QString &)) {
        connect(box, &QComboBox::activated, &m_filter,
                [this, box, set] { (m_filter.*set)(box->currentData().toString()); });
    };
    choose(m_ui->accountComboBox, &F::setAccount);
    choose(m_ui->kindComboBox, &F::setKind);
    choose(m_ui->outcomeComboBox, &F::setOutcome);
    choose(m_ui->writerComboBox, &F::setWriter);
    connect(m_ui->clearButton, &QPushButton::clicked, &m_filter, &F::clear);
    connect(m_ui->keyButton, &QPushButton::clicked, this, [this] {
        m_ui->journalTable->setFocus(Qt::OtherFocusReason); // the button goes
        m_filter.setKey({}, {});
    });
    connect(m_ui->historyButton, &QPushButton::clicked, this, &JournalPage::showKeyOfEntry);
    connect(&m_filter, &F::keyUnknown, this, [this](const QString &sentence) {
        m_keyProblem = sentence;
        showState();
    });
    connect(&m_filter, &F::cleared, this, &JournalPage::clearInputs);
    connect(&m_filter, &F::changed, this, &JournalPage::takeQuery);
    connect(&m_filter, &F::choicesChanged, this, &JournalPage::refreshChoices);
    connect(m_entries.get(), &JournalModel::counted, this, &JournalPage::showState);
}

void JournalPage::showKey(const KeyRow &key)
{
    m_filter.clear();
    m_filter.setKey(key.uid, keyDisplayName(key));
    m_ui->journalTable->setFocus(Qt::OtherFocusReason);
}

void JournalPage::showKeyOfEntry()
{
    const QModelIndex current = m_ui->journalTable->currentIndex();
    if (!current.isValid())
        return;
    m_keyProblem.clear();
    m_filter.setKeyOf(m_entries->entryAt(current.row()));
}

void JournalPage::takeQuery()
{
    m_keyProblem.clear();
    m_entries->setQuery(m_filter.query());
    showState();
}

void JournalPage::clearInputs()
{
    const QSignalBlocker silent(m_ui->searchLineEdit);
    m_ui->searchLineEdit->clear();
    for (QComboBox *box : {m_ui->periodComboBox, m_ui->accountComboBox, m_ui->kindComboBox,
                           m_ui->outcomeComboBox, m_ui->writerComboBox})
        box->setCurrentIndex(0);
}

void JournalPage::refreshChoices()
{
    fill(m_ui->accountComboBox, m_filter.accounts());
    fill(m_ui->writerComboBox, m_filter.writers());
    // With one writer there is nothing to choose: "everybody" and that one.
    m_ui->writerComboBox->setVisible(m_filter.writers().size() > 2);
}

void JournalPage::focusSearch()
{
    m_ui->searchLineEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchLineEdit->selectAll();
}

void JournalPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshChoices();
    m_filter.readWriters();
}

/** From the search field the way down leads to what was found, and Escape empties it. */
bool JournalPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->searchLineEdit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down && m_entries->rowCount() > 0) {
        m_ui->journalTable->setFocus(Qt::TabFocusReason);
        if (!m_ui->journalTable->currentIndex().isValid())
            m_ui->journalTable->selectRow(0);
        return true;
    }
    if (key == Qt::Key_Escape && !m_ui->searchLineEdit->text().isEmpty()) {
        m_ui->searchLineEdit->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void JournalPage::exportJournal()
{
    if (m_presenter.activity() != JournalPresenter::Activity::Idle)
        return;
    auto *dialog = new ExportDialog(m_presenter.accounts(), m_prompts, this);
    dialog->propose(m_filter.query());
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
    m_ui->historyButton->setVisible(
        current.isValid() && JournalFilterPresenter::isAboutKey(m_entries->entryAt(current.row())));
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
    if (notice.isEmpty() && !m_keyProblem.isEmpty())
        notice = {Severity::Warning, m_keyProblem, {}};
    m_ui->noticeBar->setNotice(notice);
    m_ui->noticeBar->setAction(exported ? tr("Open folder") : QString());
    const bool empty = m_entries->isLoaded() && m_entries->rowCount() == 0;
    m_ui->hintLabel->setText(
        empty ? m_filter.emptySentence()
              : tr("Every change and every export, newest first. Nothing can be edited or "
                   "deleted."));
    m_ui->summaryLabel->setText(m_filter.summary(m_entries->count()));
    m_ui->clearButton->setEnabled(m_filter.isFiltering());
    const QString key = m_filter.keyText();
    m_ui->keyButton->setVisible(m_filter.hasKey());
    m_ui->keyButton->setText(
        tr("Key \"%1\"").arg(QString(key).replace(u'&', QStringLiteral("&&"))) +
        QStringLiteral("  \u2715"));
    m_ui->keyButton->setAccessibleName(tr("Only about the key \"%1\"").arg(key));
    m_ui->keyButton->setToolTip(plainTip(tr("Show the entries about other keys again.")));
    const bool between = m_filter.period() == JournalFilterPresenter::Period::Between;
    m_ui->firstDayEdit->setVisible(between);
    m_ui->lastDayEdit->setVisible(between);
}

} // namespace chatelaine
