// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/notes/notesdialog.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/messagebar.h"
#include "gui/common/plaintip.h"
#include "gui/common/timetext.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/problemlabel.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_notesdialog.h"

#include <QCloseEvent>
#include <QSpinBox>
#include <QTabBar>

#include <utility>

namespace chatelaine {

namespace {

constexpr int usualExceptionDays = 90;

/** The heading above a topic that begins a group; empty above others. */
QString headingAbove(NoteTopic topic)
{
    switch (topic) {
    case NoteTopic::Purpose:
        return NotesDialog::tr("What it is for");
    case NoteTopic::Owner:
        return NotesDialog::tr("Who answers for it");
    case NoteTopic::MostDays:
        return NotesDialog::tr("How long it may live");
    case NoteTopic::EndCause:
        return NotesDialog::tr("Its end");
    default:
        return {};
    }
}

/** The end of a day, by this machine's clock. */
Timestamp endOfDay(QDate day)
{
    return Timestamp::fromDateTime(QDateTime(day.addDays(1), QTime(0, 0)));
}

} // namespace

NotesDialog::NotesDialog(NotesPort port, const QList<KeyUid> &keys, const QString &name,
                         Confirmer &confirmer, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NotesDialog>())
    , m_presenter(std::move(port), keys, name)
    , m_confirmer(confirmer)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    setWindowTitle(m_presenter.title());
    m_ui->noticeBar->setClosable(true);
    // The tab's own background, not that of a window in it.
    m_ui->scrollArea->viewport()->setAutoFillBackground(false);
    m_ui->notesHolder->setAutoFillBackground(false);
    addInputs();
    for (const ReviewDecision decision :
         {ReviewDecision::Keep, ReviewDecision::Reduce, ReviewDecision::Revoke})
        m_ui->decisionComboBox->addItem(reviewDecisionText(decision), int(decision));
    m_ui->decisionComboBox->setCurrentIndex(-1);
    for (const FindingRule rule : {FindingRule::OlderThan, FindingRule::AdminScope})
        m_ui->ruleComboBox->addItem(findingRuleText(rule), int(rule));
    m_ui->untilEdit->setDateRange(QDate::currentDate(),
                                  QDate::currentDate().addDays(mostNoteDays - 1));
    m_ui->untilEdit->setDate(QDate::currentDate().addDays(usualExceptionDays));
    QHeaderView *header = m_ui->exceptionsView->header();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);

    connect(&m_presenter, &NotesPresenter::changed, this, &NotesDialog::showState);
    connect(&m_presenter, &NotesPresenter::loaded, this, &NotesDialog::showInputs);
    connect(&m_presenter, &NotesPresenter::loaded, this, &NotesDialog::showExceptionList);
    connect(&m_presenter, &NotesPresenter::ended, this, [this](bool good) {
        if (std::exchange(m_closesWhenWritten, false) && good)
            close();
    });
    connect(&m_presenter, &NotesPresenter::reviewed, m_ui->reviewReasonEdit, &QLineEdit::clear);
    connect(&m_presenter, &NotesPresenter::acknowledged, m_ui->acknowledgerEdit, &QLineEdit::clear);
    connect(&m_presenter, &NotesPresenter::excepted, m_ui->exceptionReasonEdit, &QLineEdit::clear);
    connect(m_ui->decisionComboBox, &QComboBox::currentIndexChanged, this,
            &NotesDialog::takeReview);
    connect(m_ui->reviewReasonEdit, &QLineEdit::textChanged, this, &NotesDialog::takeReview);
    connect(m_ui->acknowledgerEdit, &QLineEdit::textChanged, &m_presenter,
            &NotesPresenter::setAcknowledger);
    connect(m_ui->ruleComboBox, &QComboBox::currentIndexChanged, this, &NotesDialog::takeException);
    connect(m_ui->approverEdit, &QLineEdit::textChanged, this, &NotesDialog::takeException);
    connect(m_ui->exceptionReasonEdit, &QLineEdit::textChanged, this, &NotesDialog::takeException);
    connect(m_ui->untilEdit, &QDateEdit::dateChanged, this, &NotesDialog::takeException);
    connect(m_ui->exceptionsView, &QTreeWidget::currentItemChanged, this, &NotesDialog::showState);
    connect(m_ui->saveButton, &QPushButton::clicked, &m_presenter, &NotesPresenter::save);
    connect(m_ui->reviewButton, &QPushButton::clicked, &m_presenter, &NotesPresenter::review);
    connect(m_ui->acknowledgeButton, &QPushButton::clicked, &m_presenter,
            &NotesPresenter::acknowledge);
    connect(m_ui->exceptButton, &QPushButton::clicked, &m_presenter, &NotesPresenter::except);
    connect(m_ui->endExceptionButton, &QPushButton::clicked, this, [this] {
        if (const QTreeWidgetItem *item = m_ui->exceptionsView->currentItem())
            m_presenter.endException(FindingRule(item->data(0, Qt::UserRole).toInt()));
    });
    connect(m_ui->noticeBar, &MessageBar::closed, &m_presenter, &NotesPresenter::dismissNotice);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &NotesDialog::focusFirstInput);
    takeException();
    showState();
    focusFirstInput();
    m_presenter.refresh();
}

NotesDialog::~NotesDialog() = default;

void NotesDialog::showExceptions()
{
    m_ui->tabs->setCurrentWidget(m_ui->exceptionsTab);
}

/** By a mnemonic the page changes under the focus, which would be left behind. */
void NotesDialog::focusFirstInput()
{
    if (m_ui->tabs->tabBar()->hasFocus())
        return; // who walks along the tabs stays there
    const QWidget *page = m_ui->tabs->currentWidget();
    QWidget *first = m_inputs.value(NoteTopic::Purpose).editor;
    if (page == m_ui->reviewTab)
        first = m_ui->decisionComboBox;
    else if (page == m_ui->exceptionsTab)
        first = m_ui->ruleComboBox;
    first->setFocus();
}

void NotesDialog::addInputs()
{
    for (const NoteTopicInfo &info : noteTopics()) {
        if (const QString heading = headingAbove(info.topic); !heading.isEmpty()) {
            auto *label = new QLabel(heading, m_ui->notesHolder);
            QFont bold = label->font();
            bold.setBold(true);
            label->setFont(bold);
            if (m_ui->notesLayout->rowCount() > 0)
                label->setContentsMargins(0, 8, 0, 0);
            m_ui->notesLayout->addRow(label);
        }
        Input input;
        input.editor = makeEditor(info);
        input.editor->setObjectName(info.id);
        input.editor->setAccessibleName(noteTopicTitle(info.topic));
        input.problem = new ProblemLabel(m_ui->notesHolder);
        auto *label = new QLabel(noteTopicTitle(info.topic), m_ui->notesHolder);
        label->setBuddy(input.editor);
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(input.editor);
        column->addWidget(input.problem);
        m_ui->notesLayout->addRow(label, column);
        m_inputs.insert(info.topic, input);
    }
}

QWidget *NotesDialog::makeEditor(const NoteTopicInfo &info)
{
    const NoteTopic topic = info.topic;
    if (info.form == NoteForm::Word) {
        auto *box = new QComboBox(m_ui->notesHolder);
        box->addItem(tr("Not said"), QString());
        for (const QString &word : info.words)
            box->addItem(noteWordText(word), word);
        connect(box, &QComboBox::activated, this,
                [this, box, topic] { m_presenter.setValue(topic, box->currentData().toString()); });
        return box;
    }
    if (info.form == NoteForm::Days) {
        auto *box = new QSpinBox(m_ui->notesHolder);
        box->setRange(0, mostNoteDays);
        box->setSpecialValueText(tr("Not said"));
        connect(box, &QSpinBox::valueChanged, this, [this, topic](int days) {
            m_presenter.setValue(topic, days == 0 ? QString() : QString::number(days));
        });
        return box;
    }
    auto *edit = new QLineEdit(m_ui->notesHolder);
    edit->setMaxLength(int(longestNote));
    connect(edit, &QLineEdit::textChanged, this,
            [this, topic](const QString &text) { m_presenter.setValue(topic, text); });
    return edit;
}

void NotesDialog::showInputs()
{
    for (const NoteTopicInfo &info : noteTopics()) {
        const Input &input = m_inputs[info.topic];
        const QSignalBlocker blocker(input.editor);
        const QString value = m_presenter.value(info.topic);
        const QString other = m_presenter.differs(info.topic) ? tr("Differs") : QString();
        if (auto *edit = qobject_cast<QLineEdit *>(input.editor)) {
            if (edit->text().simplified() != value.simplified())
                edit->setText(value);
            edit->setPlaceholderText(other.isEmpty() && info.form == NoteForm::Moment
                                         ? tr("e.g. %1").arg(QStringLiteral("2026-03-01"))
                                         : other);
        } else if (auto *box = qobject_cast<QComboBox *>(input.editor)) {
            box->setPlaceholderText(other);
            box->setCurrentIndex(other.isEmpty() ? box->findData(value) : -1);
        } else if (auto *days = qobject_cast<QSpinBox *>(input.editor)) {
            days->setSpecialValueText(other.isEmpty() ? tr("Not said") : other);
            days->setValue(value.toInt());
        }
        input.editor->setToolTip(plainTip(m_presenter.tip(info.topic)));
    }
}

void NotesDialog::showExceptionList()
{
    QTreeWidget *view = m_ui->exceptionsView;
    view->clear();
    for (const FindingException &exception : m_presenter.exceptions()) {
        auto *item = new QTreeWidgetItem(view);
        item->setText(0, findingRuleText(exception.rule));
        item->setData(0, Qt::UserRole, int(exception.rule));
        const QString until = lastDayText(exception.until);
        item->setText(1, m_presenter.isOver(exception) ? tr("%1, over").arg(until) : until);
        item->setText(2, displaySafe(exception.approver, longestNote));
        item->setText(3, displaySafe(exception.reason, longestNote));
        item->setToolTip(3, plainTip(displaySafe(exception.reason, longestNote)));
        item->setToolTip(1, plainTip(exactTime(exception.until)));
    }
    view->setVisible(view->topLevelItemCount() > 0);
    m_ui->endExceptionButton->setVisible(view->isVisibleTo(m_ui->exceptionsTab));
    m_ui->noExceptionsLabel->setVisible(view->topLevelItemCount() == 0);
    if (QTreeWidgetItem *first = view->topLevelItem(0))
        view->setCurrentItem(first);
}

void NotesDialog::takeReview()
{
    const QVariant chosen = m_ui->decisionComboBox->currentData();
    m_presenter.setReview(chosen.isValid() ? std::optional(ReviewDecision(chosen.toInt()))
                                           : std::nullopt,
                          m_ui->reviewReasonEdit->text());
}

void NotesDialog::takeException()
{
    FindingException exception;
    exception.rule = FindingRule(m_ui->ruleComboBox->currentData().toInt());
    exception.approver = m_ui->approverEdit->text();
    exception.reason = m_ui->exceptionReasonEdit->text();
    exception.until = endOfDay(m_ui->untilEdit->date());
    m_presenter.setException(exception);
}

void NotesDialog::showState()
{
    m_ui->noticeBar->setNotice(m_presenter.notice());
    for (auto it = m_inputs.cbegin(); it != m_inputs.cend(); ++it)
        it->problem->setProblem(m_presenter.problem(it.key()));
    m_ui->saveButton->setEnabled(m_presenter.canSave());
    showReview();
    m_ui->exceptButton->setEnabled(m_presenter.canExcept());
    m_ui->exceptButton->setText(
        tr("Accept until %1")
            .arg(QLocale().toString(m_ui->untilEdit->date(), QLocale::LongFormat)));
    m_ui->endExceptionButton->setEnabled(m_presenter.isReady() &&
                                         m_ui->exceptionsView->currentItem());
}

void NotesDialog::showReview()
{
    m_ui->lastReviewLabel->setText(m_presenter.lastReview());
    const QString acknowledgement = m_presenter.acknowledgement();
    m_ui->acknowledgementLabel->setText(acknowledgement);
    m_ui->acknowledgementLabel->setVisible(!acknowledgement.isEmpty());
    m_ui->reviewButton->setEnabled(m_presenter.canReview());
    m_ui->acknowledgeButton->setEnabled(m_presenter.canAcknowledge());
}

void NotesDialog::reject()
{
    close();
}

void NotesDialog::closeEvent(QCloseEvent *event)
{
    if (m_presenter.isWriting()) { // a failure is still to be read
        m_closesWhenWritten = true;
        event->ignore();
        return;
    }
    if (m_isDiscarded || !m_presenter.hasUnsaved()) {
        event->accept();
        return;
    }
    event->ignore();
    Confirmation question;
    question.title = tr("Close the notes");
    question.text = tr("What you entered is not written down yet.");
    question.consequence = tr("Closed now, it is lost.");
    question.action = tr("Close without it");
    question.destructive = true;
    whenReady(m_confirmer.ask(this, question), this, [this](bool yes) {
        m_isDiscarded = yes;
        if (yes) // not inside of this event, in which closing does nothing
            QMetaObject::invokeMethod(this, &QDialog::close, Qt::QueuedConnection);
    });
}

} // namespace chatelaine
