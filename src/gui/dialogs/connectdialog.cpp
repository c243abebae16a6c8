// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/connectdialog.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/mnemonics.h"
#include "gui/common/taborder.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/credentialeditor.h"
#include "gui/dialogs/problemlabel.h"
#include "gui/dialogs/roomkeeper.h"
#include "gui/prompts/prompts.h"
#include "ui_connectdialog.h"

#include <QCloseEvent>
#include <QFontDatabase>
#include <QLocale>

namespace chatelaine {

namespace {

/** A text that the user has not entered. */
void setProposal(QLineEdit *edit, const QString &text)
{
    const QSignalBlocker silent(edit);
    edit->setText(text);
}

/** On two lines: it has no place to wrap. */
QString shownFingerprint(const QByteArray &sha256)
{
    const QString text = fingerprintText(sha256);
    const qsizetype half = (text.size() + 1) / 2;
    return text.left(half) + u'\n' + text.mid(half);
}

} // namespace

ConnectDialog::ConnectDialog(ConnectPort port, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
    , m_presenter(std::move(port))
    , m_prompts(std::make_unique<WidgetPrompts>())
    , m_confirmer(std::make_unique<DialogConfirmer>())
{
    setUp();
    m_ui->providerComboBox->setFocus();
}

ConnectDialog::ConnectDialog(ConnectPort port, const AccountRow &edited, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
    , m_presenter(std::move(port), edited)
    , m_prompts(std::make_unique<WidgetPrompts>())
    , m_confirmer(std::make_unique<DialogConfirmer>())
{
    setUp();
    setWindowTitle(tr("Edit account"));
    m_ui->connectButton->setText(tr("Check and save"));
    m_ui->caEdit->setText(m_presenter.caFile());
    m_ui->nameEdit->setFocus();
}

ConnectDialog::ConnectDialog(Services &services, const AccountRow &edited, QWidget *parent)
    : ConnectDialog(ConnectPort::ofAccount(services, edited.id), edited, parent)
{}

void ConnectDialog::setUp()
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    for (const ProviderInfo &provider : m_presenter.providers())
        m_ui->providerComboBox->addItem(provider.name, provider.id.toString());
    m_ui->providerComboBox->setCurrentIndex(static_cast<int>(m_presenter.providerIndex()));
    connectForm();
    showProvider();
    showState();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::connectForm()
{
    connect(&m_presenter, &ConnectPresenter::providerChanged, this, &ConnectDialog::showProvider);
    connect(&m_presenter, &ConnectPresenter::changed, this, &ConnectDialog::showState);
    connect(&m_presenter, &ConnectPresenter::connected, this, [this](const AccountId &account) {
        emit connected(account);
        close();
    });
    connect(m_ui->providerComboBox, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_presenter.setProviderIndex(index); });
    // Not textEdited: what assistive technology enters is no edit to Qt.
    connect(m_ui->nameEdit, &QLineEdit::textChanged, &m_presenter, &ConnectPresenter::setName);
    connect(m_ui->urlEdit, &QLineEdit::textChanged, &m_presenter, &ConnectPresenter::setBaseUrl);
    connect(m_ui->regionComboBox, &QComboBox::activated, this,
            [this] { m_ui->urlEdit->setText(m_ui->regionComboBox->currentData().toString()); });
    connect(m_ui->caEdit, &QLineEdit::textChanged, &m_presenter, &ConnectPresenter::setCaFile);
    connect(m_ui->caButton, &QPushButton::clicked, this, &ConnectDialog::chooseCaFile);
    connect(m_ui->pinButton, &QPushButton::clicked, &m_presenter,
            &ConnectPresenter::lookAtCertificate);
    connect(m_ui->unpinButton, &QPushButton::clicked, this, [this] { m_presenter.setPin({}); });
    connect(&m_presenter, &ConnectPresenter::certificateSeen, this, &ConnectDialog::askToPin);
    connect(&m_presenter, &ConnectPresenter::approvalWanted, this, &ConnectDialog::askToApprove);
    connect(m_ui->connectButton, &QPushButton::clicked, &m_presenter, &ConnectPresenter::send);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ConnectDialog::reject);
}

void ConnectDialog::showProvider()
{
    const ProviderInfo *provider = m_presenter.provider();
    for (CredentialEditor *editor : std::as_const(m_credentials))
        m_ui->formLayout->removeRow(editor);
    m_credentials.clear();
    if (!provider)
        return;
    m_ui->providerHelpLabel->setText(provider->description);
    m_ui->providerHelpLabel->setVisible(!provider->description.isEmpty());
    setProposal(m_ui->nameEdit, m_presenter.name());
    setProposal(m_ui->urlEdit, m_presenter.baseUrl());
    m_ui->urlEdit->setPlaceholderText(provider->baseUrlHelp);
    m_ui->regionComboBox->clear();
    for (const FieldOption &region : provider->regions)
        m_ui->regionComboBox->addItem(region.label, region.value);
    const bool regions = !provider->regions.isEmpty();
    m_ui->regionLabel->setVisible(regions);
    m_ui->regionComboBox->setVisible(regions);
    for (const SlotInfo &slot : provider->slots_)
        addCredential(slot);
    tabInLayoutOrder(this);
    giveMnemonics(this);
}

void ConnectDialog::addCredential(const SlotInfo &slot)
{
    auto *editor = new CredentialEditor(slot, this);
    auto *label = new QLabel(withoutMnemonic(m_presenter.isKept(slot.id)
                                                 ? tr("%1 (empty: as before)").arg(slot.label)
                                             : slot.required ? slot.label
                                                             : tr("%1 (optional)").arg(slot.label)),
                             this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(editor->focusTarget());
    // Before the CA file, which hardly anybody needs.
    int row = 0;
    m_ui->formLayout->getLayoutPosition(m_ui->caLayout, &row, nullptr);
    m_ui->formLayout->insertRow(row, label, editor);
    m_credentials.append(editor);
    const QString id = slot.id;
    connect(editor, &CredentialEditor::sourceChosen, this,
            [this, id](CredentialSource::Kind kind) { m_presenter.setSourceKind(id, kind); });
    connect(editor, &CredentialEditor::secretTyped, this,
            [this, id](const SharedSecret &value) { m_presenter.setSecret(id, value); });
    connect(editor, &CredentialEditor::placeTyped, this,
            [this, id](const QString &place) { m_presenter.setPlace(id, place); });
    connect(editor, &CredentialEditor::fileWanted, this, [this, editor] {
        whenReady(m_prompts->openFile(
                      this, {tr("Choose the file that holds the credential"), {}, {}, {}}),
                  editor, [editor](const QString &path) {
                      if (!path.isEmpty())
                          editor->setFile(path);
                  });
    });
}

void ConnectDialog::chooseCaFile()
{
    const QStringList filters = {tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")};
    whenReady(m_prompts->openFile(this, {tr("Choose the certificate of your CA"), {}, {}, filters}),
              this, [this](const QString &path) {
                  if (!path.isEmpty())
                      m_ui->caEdit->setText(path);
              });
}

void ConnectDialog::showState()
{
    const bool sending = m_presenter.isSending();
    m_ui->nameProblemLabel->setProblem(m_presenter.nameProblem());
    m_ui->urlProblemLabel->setProblem(m_presenter.urlProblem());
    for (CredentialEditor *editor : std::as_const(m_credentials)) {
        editor->setProblem(m_presenter.slotProblem(editor->slot()));
        editor->setEnabled(!sending);
    }
    for (QWidget *input :
         {static_cast<QWidget *>(m_ui->providerComboBox), static_cast<QWidget *>(m_ui->nameEdit),
          static_cast<QWidget *>(m_ui->urlEdit), static_cast<QWidget *>(m_ui->regionComboBox),
          static_cast<QWidget *>(m_ui->caEdit), static_cast<QWidget *>(m_ui->caButton),
          static_cast<QWidget *>(m_ui->pinButton), static_cast<QWidget *>(m_ui->unpinButton)})
        input->setEnabled(!sending);
    if (m_presenter.isEditing())
        m_ui->providerComboBox->setEnabled(false);
    m_ui->progressBar->setVisible(sending);
    m_ui->progressLabel->setText(m_presenter.isLooking() ? tr("Asking the server...")
                                                         : tr("Checking with the vendor..."));
    m_ui->progressLabel->setVisible(sending);
    showPin();
    m_ui->cancelButton->setText(sending ? tr("Stop checking") : tr("Cancel"));
    m_ui->connectButton->setEnabled(m_presenter.canSend());
    m_ui->problemBar->setNotice(
        {Severity::Error, m_presenter.problem(), m_presenter.problemNext()});
}

void ConnectDialog::showPin()
{
    const QByteArray pin = m_presenter.pin();
    m_ui->pinLabel->setText(pin.isEmpty() ? tr("Any that is valid is accepted.")
                                          : tr("Only this one is accepted (SHA-256):") + u'\n' +
                                                shownFingerprint(pin));
    m_ui->unpinButton->setVisible(!pin.isEmpty());
    m_ui->pinProblemLabel->setProblem(m_presenter.pinProblem());
}

void ConnectDialog::askToPin(const ServerCertificate &certificate)
{
    const auto shownDay = [](Timestamp time) {
        return QLocale().toString(time.toDateTime().toLocalTime().date(), QLocale::ShortFormat);
    };
    Confirmation question;
    question.title = tr("Pin the certificate");
    question.text = tr("The server shows this certificate now. Shall it be the only one that this "
                       "account accepts?");
    question.consequence =
        tr("Issued to: %1").arg(displaySafe(certificate.subject)) + u'\n' +
        tr("Issued by: %1").arg(displaySafe(certificate.issuer)) + u'\n' +
        tr("Valid: %1 to %2").arg(shownDay(certificate.validFrom), shownDay(certificate.validTo)) +
        u'\n' + tr("SHA-256:") + u'\n' + shownFingerprint(certificate.sha256) +
        QStringLiteral("\n\n") +
        tr("When the operator replaces it, nothing is sent until the new one is pinned here.");
    question.action = tr("Pin this certificate");
    whenReady(m_confirmer->ask(this, question), this,
              [this, pin = certificate.sha256](bool pinned) {
                  if (pinned)
                      m_presenter.setPin(pin);
              });
}

void ConnectDialog::askToApprove(const CredentialRoute &route)
{
    Confirmation question;
    question.title = tr("A definition of your own");
    question.text = tr("Send the credential to %1?").arg(displaySafe(route.origin, 300));
    question.consequence = route.sentence();
    question.action = tr("Send it there");
    whenReady(m_confirmer->ask(this, question), this,
              [this, approved = route.toString()](bool agreed) {
                  if (agreed)
                      m_presenter.approve(approved);
              });
}

void ConnectDialog::reject()
{
    if (m_presenter.isSending())
        m_presenter.cancel(); // what was entered stays
    else
        close();
}

void ConnectDialog::closeEvent(QCloseEvent *event)
{
    m_presenter.cancel();
    event->accept();
}

} // namespace chatelaine
