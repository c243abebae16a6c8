// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/newkeydialog.h"

#include "core/redaction.h"
#include "gui/common/mnemonics.h"
#include "gui/dialogs/fieldform.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_newkeydialog.h"

#include <QCloseEvent>

namespace chatelaine {

NewKeyDialog::NewKeyDialog(NewKeyPort port, const AccountId &account,
                           const ContainerPath &container, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NewKeyDialog>())
    , m_presenter(std::move(port))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    m_ui->deliveryForm->setPresenter(m_presenter.route().delivery());
    m_ui->accountLabel->setMinimumWidth(m_ui->deliveryForm->labelWidth());
    m_fields = new FieldForm(m_presenter.form(), m_ui->formLayout, this);
    connectPresenter();
    const QList<AccountRow> accounts = m_presenter.accounts();
    for (const AccountRow &row : accounts)
        m_ui->accountComboBox->addItem(displaySafe(row.name), row.id.toString());
    m_presenter.start(account, container);
    m_ui->accountComboBox->setCurrentIndex(
        m_ui->accountComboBox->findData(m_presenter.account().toString()));
    m_fields->focusFirst();
    showState();
}

NewKeyDialog::~NewKeyDialog() = default;

void NewKeyDialog::connectPresenter()
{
    connect(&m_presenter, &NewKeyPresenter::placesChanged, this, &NewKeyDialog::showPlaces);
    connect(&m_presenter, &NewKeyPresenter::kindsChanged, this, &NewKeyDialog::showKinds);
    connect(&m_presenter, &NewKeyPresenter::stateChanged, this, &NewKeyDialog::showState);
    connect(&m_presenter, &NewKeyPresenter::created, this,
            [this](const NewKeyResult &result, const QString &undelivered) {
                emit created(result, undelivered);
                close();
            });
    connect(&m_presenter, &NewKeyPresenter::delivered, this,
            [this](const NewKeyResult &result, const QString &where) {
                emit delivered(result, where);
                close();
            });

    connect(m_ui->accountComboBox, &QComboBox::activated, this, [this] {
        m_presenter.setAccount(AccountId(m_ui->accountComboBox->currentData().toString()));
    });
    connect(m_ui->kindComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setKindIndex(index); });
    connect(m_ui->placeComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setPlaceIndex(index); });
    connect(m_ui->unheldCheckBox, &QCheckBox::toggled, &m_presenter.route(),
            &SecretRoute::setUnheldAccepted);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &NewKeyDialog::reject);
    connect(m_ui->createButton, &QPushButton::clicked, this, [this] {
        m_presenter.send();
        m_ui->deliveryForm->focusProblem();
        m_fields->focusProblem();
    });
}

void NewKeyDialog::showPlaces()
{
    const QString level = m_presenter.levelLabel();
    m_ui->placeLabel->setText(withoutMnemonic(level));
    giveMnemonics(this);
    m_ui->placeLabel->setVisible(!level.isEmpty());
    m_ui->placeComboBox->setVisible(!level.isEmpty());
    m_ui->placeComboBox->clear();
    for (const NewKeyPresenter::Place &place : m_presenter.places())
        m_ui->placeComboBox->addItem(place.label);
    m_ui->placeComboBox->setCurrentIndex(static_cast<int>(m_presenter.placeIndex()));
    m_ui->placeComboBox->setPlaceholderText(
        m_presenter.placesProblem().isEmpty() ? tr("Choose...") : m_presenter.placesProblem());
}

void NewKeyDialog::showKinds()
{
    m_ui->kindComboBox->clear();
    for (const KindInfo &kind : m_presenter.kinds())
        m_ui->kindComboBox->addItem(kind.label);
    m_ui->kindComboBox->setCurrentIndex(static_cast<int>(m_presenter.kindIndex()));
    const bool choice = m_presenter.kinds().size() > 1;
    m_ui->kindLabel->setVisible(choice);
    m_ui->kindComboBox->setVisible(choice);
}

void NewKeyDialog::showState()
{
    m_fields->showProblems();
    const bool sending = m_presenter.isSending() || m_presenter.route().delivery().isBusy();
    m_fields->setEnabled(!sending);
    for (QWidget *input :
         {static_cast<QWidget *>(m_ui->accountComboBox), static_cast<QWidget *>(m_ui->kindComboBox),
          static_cast<QWidget *>(m_ui->placeComboBox),
          static_cast<QWidget *>(m_ui->unheldCheckBox)})
        input->setEnabled(!sending);
    m_ui->progressBar->setVisible(sending);
    m_ui->progressLabel->setVisible(sending);
    m_ui->progressLabel->setText(m_presenter.progress());
    const bool delivering = m_presenter.route().delivery().isBusy();
    m_ui->cancelButton->setEnabled(m_presenter.mayClose() || delivering);
    m_ui->cancelButton->setText(delivering ? tr("Stop") : tr("Cancel"));
    m_ui->createButton->setEnabled(m_presenter.canSend());
    m_ui->createButton->setText(m_presenter.actionText().replace(u'&', QStringLiteral("&&")));
    m_ui->problemBar->setNotice(
        {Severity::Error, m_presenter.problem(), m_presenter.problemNext()});

    const bool unheld = m_presenter.route().needsUnheldConsent();
    const HoldingCondition holding = m_presenter.route().holding();
    m_ui->holdingBar->setNotice(
        {Severity::Warning, unheld ? holding.sentence : QString(), holding.next});
    m_ui->unheldCheckBox->setVisible(unheld);
}

void NewKeyDialog::reject()
{
    close();
}

void NewKeyDialog::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_presenter.mayClose() && !m_presenter.route().delivery().isBusy());
    m_presenter.route()
        .delivery()
        .cancel(); // the key that is made already is shown when it has stopped
}

} // namespace chatelaine
