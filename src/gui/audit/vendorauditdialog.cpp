// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/audit/vendorauditdialog.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/dialogs/roomkeeper.h"
#include "gui/prompts/prompts.h"
#include "ui_vendorauditdialog.h"

namespace chatelaine {

namespace {

constexpr int proposedDays = 30;

} // namespace

VendorAuditDialog::VendorAuditDialog(VendorAuditPort port, const AccountRow &account,
                                     const ContainerPath &container, const VendorAuditInfo &info,
                                     Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::VendorAuditDialog>())
    , m_presenter(std::move(port), account.id, container, info)
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    setWindowTitle(tr("Audit log of %1").arg(displaySafe(account.name, 60)));
    m_ui->helpLabel->setText(m_presenter.help());
    m_ui->helpLabel->setVisible(!m_presenter.help().isEmpty());
    m_ui->searchLabel->setVisible(m_presenter.canSearch());
    m_ui->searchEdit->setVisible(m_presenter.canSearch());
    m_ui->lastEdit->setDate(QDate::currentDate());
    m_ui->firstEdit->setDate(QDate::currentDate().addDays(-proposedDays));
    connect(&m_presenter, &VendorAuditPresenter::changed, this, &VendorAuditDialog::showState);
    connect(m_ui->allCheckBox, &QCheckBox::toggled, this, &VendorAuditDialog::takeRange);
    connect(m_ui->firstEdit, &QDateEdit::dateChanged, this, &VendorAuditDialog::takeRange);
    connect(m_ui->lastEdit, &QDateEdit::dateChanged, this, &VendorAuditDialog::takeRange);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, &m_presenter,
            &VendorAuditPresenter::setSearch);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &VendorAuditDialog::chooseFile);
    connect(m_ui->stopButton, &QPushButton::clicked, &m_presenter, &VendorAuditPresenter::cancel);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &VendorAuditDialog::close);
    takeRange();
}

VendorAuditDialog::~VendorAuditDialog() = default;

void VendorAuditDialog::takeRange()
{
    const bool all = m_ui->allCheckBox->isChecked();
    m_presenter.setRange(all ? std::nullopt : std::optional(m_ui->firstEdit->date()),
                         all ? std::nullopt : std::optional(m_ui->lastEdit->date()));
}

void VendorAuditDialog::chooseFile()
{
    const QString proposal =
        tr("vendor-audit-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate));
    whenReady(
        m_prompts.saveFile(this, {tr("Export the vendor's audit log"), tr("Export"), proposal, {}}),
        this, [this](const QString &file) { m_presenter.start(file); });
}

void VendorAuditDialog::showState()
{
    const bool running = m_presenter.isRunning();
    const bool ranged = !m_ui->allCheckBox->isChecked();
    m_ui->firstEdit->setEnabled(ranged && !running);
    m_ui->lastEdit->setEnabled(ranged && !running);
    m_ui->allCheckBox->setEnabled(!running);
    m_ui->searchEdit->setEnabled(!running);
    const QString problem = m_presenter.rangeProblem();
    m_ui->noticeBar->setNotice(problem.isEmpty() ? m_presenter.notice()
                                                 : Notice{Severity::Warning, problem, {}});
    m_ui->progressBar->setVisible(running);
    m_ui->progressLabel->setText(m_presenter.progress());
    m_ui->stopButton->setVisible(running);
    m_ui->exportButton->setEnabled(m_presenter.canStart());
}

} // namespace chatelaine
