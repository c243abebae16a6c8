// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/exportdialog.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/dialogs/roomkeeper.h"
#include "gui/prompts/prompts.h"
#include "ui_exportdialog.h"

namespace chatelaine {

namespace {

constexpr int proposedMonths = 3;

} // namespace

ExportDialog::ExportDialog(const QList<AccountRow> &accounts, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_choice(accounts)
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    const QList<ExportForm> forms = ExportChoice::forms();
    for (const ExportForm &form : forms)
        m_ui->formBox->addItem(form.title, form.format);
    for (const AccountRow &account : accounts) {
        auto *item = new QListWidgetItem(displaySafe(account.name, 80), m_ui->accountsList);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setData(Qt::UserRole, account.id.toString());
    }
    m_ui->accountsLabel->setVisible(!accounts.isEmpty());
    m_ui->accountsList->setVisible(!accounts.isEmpty());
    m_ui->lastEdit->setDate(QDate::currentDate());
    m_ui->firstEdit->setDate(QDate::currentDate().addMonths(-proposedMonths));
    connect(&m_choice, &ExportChoice::changed, this, &ExportDialog::showState);
    connect(m_ui->formBox, &QComboBox::currentIndexChanged, this,
            [this] { m_choice.setForm(m_ui->formBox->currentData().toString()); });
    connect(m_ui->allCheckBox, &QCheckBox::toggled, this, &ExportDialog::takeRange);
    connect(m_ui->firstEdit, &QDateEdit::dateChanged, this, &ExportDialog::takeRange);
    connect(m_ui->lastEdit, &QDateEdit::dateChanged, this, &ExportDialog::takeRange);
    connect(m_ui->accountsList, &QListWidget::itemChanged, this, &ExportDialog::takeAccounts);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ExportDialog::close);
    takeRange();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::propose(const JournalQuery &query)
{
    const auto localDay = [](Timestamp time) {
        return time.toDateTime().toLocalTime().date();
    };
    if (query.from || query.to) {
        m_ui->allCheckBox->setChecked(false);
        if (query.from)
            m_ui->firstEdit->setDate(localDay(*query.from));
        if (query.to)
            m_ui->lastEdit->setDate(localDay(query.to->plusSeconds(-1)));
    }
    for (int i = 0; !query.account.isEmpty() && i < m_ui->accountsList->count(); ++i) {
        QListWidgetItem *item = m_ui->accountsList->item(i);
        const bool isMeant = item->data(Qt::UserRole).toString() == query.account.toString();
        item->setCheckState(isMeant ? Qt::Checked : Qt::Unchecked);
    }
}

void ExportDialog::takeRange()
{
    const bool all = m_ui->allCheckBox->isChecked();
    m_choice.setRange(all ? std::nullopt : std::optional(m_ui->firstEdit->date()),
                      all ? std::nullopt : std::optional(m_ui->lastEdit->date()));
}

void ExportDialog::takeAccounts()
{
    QSet<qsizetype> chosen;
    for (int i = 0; i < m_ui->accountsList->count(); ++i) {
        if (m_ui->accountsList->item(i)->checkState() == Qt::Checked)
            chosen.insert(i);
    }
    m_choice.setAccounts(chosen);
}

void ExportDialog::choosePlace()
{
    const FileRequest request{m_choice.form().title,
                              tr("Export"),
                              m_choice.suggestion(QDate::currentDate()),
                              {m_choice.form().filter}};
    whenReady(m_prompts.saveFile(this, request), this, [this](const QString &file) {
        if (file.isEmpty())
            return;
        emit chosen(m_choice.order(file));
        close();
    });
}

void ExportDialog::showState()
{
    const bool ranged = !m_ui->allCheckBox->isChecked();
    m_ui->firstEdit->setEnabled(ranged);
    m_ui->lastEdit->setEnabled(ranged);
    m_ui->helpLabel->setText(m_choice.form().help);
    const QString problem = m_choice.problem();
    m_ui->noticeBar->setNotice(problem.isEmpty() ? Notice()
                                                 : Notice{Severity::Warning, problem, {}});
    m_ui->exportButton->setEnabled(problem.isEmpty());
}

} // namespace chatelaine
