// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/delivery/deliveryform.h"

#include "gui/delivery/deliverypresenter.h"
#include "gui/dialogs/fieldform.h"
#include "ui_deliveryform.h"

#include <QFileDialog>
#include <QFontDatabase>

namespace chatelaine {

DeliveryForm::DeliveryForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DeliveryForm>())
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_ui->commandLabel->setFont(fixed);
    m_ui->wordsEdit->setFont(fixed);
}

DeliveryForm::~DeliveryForm() = default;

void DeliveryForm::setPresenter(DeliveryPresenter &presenter)
{
    m_presenter = &presenter;
    m_ui->destinationComboBox->addItems(presenter.names());
    m_ui->destinationComboBox->setCurrentIndex(static_cast<int>(presenter.index()));
    const QList<FieldInfo> fields = presenter.form().fields();
    m_fields = new FieldForm(presenter.form(), m_ui->formLayout, this);
    presenter.form().setFields(fields);
    connect(&presenter, &DeliveryPresenter::changed, this, &DeliveryForm::showState);
    connect(m_ui->destinationComboBox, &QComboBox::activated, &presenter,
            &DeliveryPresenter::setIndex);
    connect(m_ui->replaceCheckBox, &QCheckBox::toggled, &presenter,
            &DeliveryPresenter::setReplaces);
    connect(m_ui->checkButton, &QPushButton::clicked, &presenter, [this] {
        m_presenter->check();
        focusProblem();
    });
    connect(m_ui->browseButton, &QPushButton::clicked, this, &DeliveryForm::browse);
    showState();
}

void DeliveryForm::focusProblem()
{
    m_fields->focusProblem();
}

int DeliveryForm::labelWidth() const
{
    return m_ui->destinationLabel->sizeHint().width();
}

void DeliveryForm::setLabelWidth(int width)
{
    m_ui->destinationLabel->setMinimumWidth(width);
}

void DeliveryForm::showState()
{
    const bool chosen = m_presenter->chosen();
    const bool busy = m_presenter->isBusy();
    m_fields->showProblems();
    m_fields->setEnabled(!busy);
    m_ui->destinationComboBox->setEnabled(!busy);
    m_ui->helpLabel->setText(m_presenter->help());
    m_ui->helpLabel->setVisible(!m_presenter->help().isEmpty());
    m_ui->replaceCheckBox->setVisible(m_presenter->canReplace());
    m_ui->replaceCheckBox->setEnabled(!busy);
    m_ui->browseButton->setVisible(m_presenter->isFile());
    m_ui->browseButton->setEnabled(!busy);
    m_ui->actionsWidget->setVisible(chosen);
    m_ui->checkButton->setEnabled(!busy);
    m_ui->commandLabel->setText(m_presenter->command());
    m_ui->commandLabel->setVisible(!m_presenter->command().isEmpty());
    m_ui->noticeBar->setNotice(m_presenter->notice());
    m_ui->wordsEdit->setPlainText(m_presenter->words());
    m_ui->wordsEdit->setVisible(!m_presenter->words().isEmpty());
}

void DeliveryForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("File for the secret"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // replacing has its own question here
    connect(dialog, &QFileDialog::fileSelected, m_presenter, &DeliveryPresenter::setFile);
    dialog->open();
}

} // namespace chatelaine
