// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/forms/formdialog.h"

#include "gui/dialogs/fieldform.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_formdialog.h"

#include <QCloseEvent>

namespace chatelaine {

FormDialog::FormDialog(FormRequest request, SecretRoutePort route, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FormDialog>())
    , m_presenter(std::move(request), std::move(route))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    const FormRequest &shown = m_presenter.request();
    setWindowTitle(shown.title);
    m_ui->textLabel->setText(shown.text);
    m_ui->textLabel->setVisible(!shown.text.isEmpty());
    m_ui->consequenceLabel->setText(shown.consequence);
    m_ui->consequenceLabel->setVisible(!shown.consequence.isEmpty());
    m_ui->consentCheckBox->setText(QString(shown.consent).replace(u'&', QStringLiteral("&&")));
    m_ui->consentCheckBox->setVisible(!shown.consent.isEmpty());
    m_ui->actionButton->setAutoDefault(!shown.destructive);
    m_ui->actionButton->setDefault(!shown.destructive);
    m_ui->deliveryForm->setVisible(m_presenter.route());
    if (m_presenter.route())
        m_ui->deliveryForm->setPresenter(m_presenter.route()->delivery());
    m_fields = new FieldForm(m_presenter.form(), m_ui->formLayout, this);
    connectPresenter();
    m_presenter.start();
    alignColumns();
    m_fields->focusFirst();
    showState();
}

FormDialog::~FormDialog() = default;

/** The form of the destination and that of the fields look like one. */
void FormDialog::alignColumns()
{
    if (!m_presenter.route())
        return;
    int width = m_ui->deliveryForm->labelWidth();
    for (int row = 0; row < m_ui->formLayout->rowCount(); ++row) {
        if (const QLayoutItem *label = m_ui->formLayout->itemAt(row, QFormLayout::LabelRole))
            width = std::max(width, label->sizeHint().width());
    }
    m_ui->deliveryForm->setLabelWidth(width);
    if (const QLayoutItem *label = m_ui->formLayout->itemAt(0, QFormLayout::LabelRole))
        label->widget()->setMinimumWidth(width);
}

void FormDialog::connectPresenter()
{
    connect(&m_presenter, &FormPresenter::changed, this, &FormDialog::showState);
    connect(&m_presenter, &FormPresenter::finished, this, [this](const FormResult &result) {
        emit finishedWith(result);
        close();
    });
    if (SecretRoute *route = m_presenter.route())
        connect(m_ui->unheldCheckBox, &QCheckBox::toggled, route, &SecretRoute::setUnheldAccepted);
    connect(m_ui->consentCheckBox, &QCheckBox::toggled, &m_presenter, &FormPresenter::setConsented);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        m_presenter.send();
        if (m_presenter.route())
            m_ui->deliveryForm->focusProblem();
        m_fields->focusProblem();
    });
}

void FormDialog::showState()
{
    const bool delivering = m_presenter.isDelivering();
    const bool sending = m_presenter.isSending() || delivering;
    m_fields->showProblems();
    m_fields->setEnabled(!sending);
    m_ui->consentCheckBox->setEnabled(!sending);
    m_ui->unheldCheckBox->setEnabled(!sending);
    m_ui->progressBar->setVisible(sending);
    m_ui->progressLabel->setVisible(sending);
    m_ui->progressLabel->setText(m_presenter.progress());
    m_ui->cancelButton->setEnabled(m_presenter.mayClose() || delivering);
    m_ui->cancelButton->setText(delivering ? tr("Stop") : tr("Cancel"));
    m_ui->actionButton->setEnabled(m_presenter.canSend());
    m_ui->actionButton->setText(m_presenter.actionText().replace(u'&', QStringLiteral("&&")));
    m_ui->problemBar->setNotice(m_presenter.problem());
    const SecretRoute *route = m_presenter.route();
    const bool unheld = route && route->needsUnheldConsent();
    const HoldingCondition holding = route ? route->holding() : HoldingCondition();
    m_ui->holdingBar->setNotice(
        {Severity::Warning, unheld ? holding.sentence : QString(), holding.next});
    m_ui->unheldCheckBox->setVisible(unheld);
}

void FormDialog::reject()
{
    close();
}

void FormDialog::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_presenter.mayClose() && !m_presenter.isDelivering());
    if (m_presenter.route()) // what is made already is shown when it has stopped
        m_presenter.route()->delivery().cancel();
}

} // namespace chatelaine
