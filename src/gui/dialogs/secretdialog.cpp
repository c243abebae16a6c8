// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretdialog.h"

#include "gui/clipboard/clipboardservice.h"
#include "gui/dialogs/roomkeeper.h"
#include "gui/howto/howtodialog.h"
#include "gui/secretview/captureguard.h"
#include "ui_secretdialog.h"

#include <QCloseEvent>
#include <QFontDatabase>
#include <QPointer>

namespace chatelaine {

namespace {

QString buttonText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QLabel *valueLabel(const SecretFact &fact, QWidget *parent)
{
    auto *label = new QLabel(fact.text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (fact.fixedFont)
        label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return label;
}

} // namespace

SecretDialog::SecretDialog(SecretPort port, ClipboardService &clipboard, const HeldSecret &secret,
                           const QStringList &warnings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SecretDialog>())
    , m_deliver(port.deliver)
    , m_presenter(std::move(port), clipboard, secret, warnings)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    setWindowTitle(m_presenter.title());
    m_ui->secretView->setLength(secret.length);
    connectForm();
    showFacts();
    showState();
    const bool guarded = setCapturable(this, false);
    m_ui->captureLabel->setVisible(!guarded);
    m_ui->captureBox->setVisible(guarded);
    m_ui->copyButton->setFocus();
}

SecretDialog::~SecretDialog() = default;

void SecretDialog::connectForm()
{
    connect(&m_presenter, &SecretPresenter::changed, this, &SecretDialog::showState);
    connect(&m_presenter, &SecretPresenter::factsChanged, this, &SecretDialog::showFacts);
    connect(&m_presenter, &SecretPresenter::revokeRequested, this, &SecretDialog::revokeRequested);
    connect(&m_presenter, &SecretPresenter::finishedWith, this, [this](const HeldSecretId &id) {
        emit finishedWith(id);
        close();
    });

    connect(m_ui->copyButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::copy);
    connect(m_ui->revealButton, &HoldButton::lookStarted, &m_presenter, &SecretPresenter::reveal);
    connect(m_ui->revealButton, &HoldButton::lookEnded, &m_presenter, &SecretPresenter::hide);
    connect(m_ui->revealButton, &HoldButton::toggleRequested, this, [this] {
        if (m_presenter.shown())
            m_presenter.hide();
        else
            m_presenter.reveal();
    });
    connect(m_ui->keepButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::keep);
    connect(m_ui->deliverButton, &QPushButton::clicked, this, &SecretDialog::deliver);
    connect(m_ui->howToButton, &QPushButton::clicked, this, [this] {
        if (const auto how = m_presenter.howToUse())
            (new HowToDialog(*how, this))->show();
    });
    connect(m_ui->moreTimeButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::extend);
    connect(m_ui->captureBox, &QCheckBox::toggled, this,
            [this](bool shown) { setCapturable(this, shown); });
    connect(m_ui->storedButton, &QPushButton::clicked, &m_presenter,
            &SecretPresenter::confirmStored);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SecretDialog::reject);

    connect(m_ui->backButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::goBack);
    connect(m_ui->keepInsteadButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::keep);
    connect(m_ui->copyAgainButton, &QPushButton::clicked, &m_presenter,
            &SecretPresenter::copyAgain);
    connect(m_ui->typedEdit, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_ui->writtenDownButton->setEnabled(typed == m_presenter.textToType());
    });
    connect(m_ui->writtenDownButton, &QPushButton::clicked, this,
            [this] { m_presenter.confirmWrittenDown(m_ui->typedEdit->text()); });
    connect(m_ui->revokeButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::revoke);
}

void SecretDialog::showFacts()
{
    while (m_ui->factsLayout->rowCount() > 0)
        m_ui->factsLayout->removeRow(0);
    const QList<SecretFact> facts = m_presenter.facts();
    for (const SecretFact &fact : facts)
        m_ui->factsLayout->addRow(fact.label, valueLabel(fact, this));
}

void SecretDialog::showState()
{
    if (m_presenter.shown())
        m_ui->secretView->reveal(m_presenter.shown());
    else
        m_ui->secretView->hideValue();
    m_ui->warningBar->setNotice({Severity::Warning, m_presenter.warning(), {}});
    m_ui->problemBar->setNotice({Severity::Error, m_presenter.problem(), {}});
    m_ui->statusLabel->setText(m_presenter.status());
    m_ui->statusLabel->setVisible(!m_presenter.status().isEmpty());
    m_ui->moreTimeButton->setVisible(m_presenter.canExtend());
    m_ui->howToButton->setVisible(m_presenter.howToUse().has_value());

    m_ui->copyButton->setText(m_presenter.copyText());
    m_ui->copyButton->setEnabled(m_presenter.canCopy());
    m_ui->revealButton->setText(m_presenter.shown() ? tr("Hide") : tr("Reveal"));
    m_ui->revealButton->setEnabled(m_presenter.canReveal());
    m_ui->keepButton->setEnabled(m_presenter.canKeep());
    m_ui->deliverButton->setVisible(m_deliver != nullptr);
    m_ui->deliverButton->setEnabled(m_presenter.canDeliver());
    m_ui->storedButton->setText(m_presenter.confirmText());
    m_ui->storedButton->setEnabled(m_presenter.canConfirmStored());
    m_ui->closeButton->setVisible(!m_presenter.mayClose() && !m_presenter.isStored());
    showQuestion();
}

void SecretDialog::showQuestion()
{
    using Question = SecretPresenter::Question;
    const Question question = m_presenter.question();
    const bool asking = question != Question::None;
    const bool closing = question == Question::Close;
    const bool writtenDown = question == Question::WrittenDown;
    QWidget *page = asking ? m_ui->questionPage : m_ui->wayOutPage;
    m_ui->actionsWidget->setVisible(!asking);
    m_ui->questionLabel->setText(m_presenter.questionText());
    m_ui->typedEdit->setVisible(writtenDown);
    m_ui->writtenDownButton->setVisible(writtenDown);
    m_ui->copyAgainButton->setVisible(question == Question::CopyAgain);
    m_ui->keepInsteadButton->setVisible(closing || writtenDown);
    m_ui->keepInsteadButton->setEnabled(m_presenter.canKeep());
    m_ui->revokeButton->setVisible(closing && m_presenter.hasEndingVerb());
    m_ui->revokeButton->setText(buttonText(m_presenter.revokeText()));
    m_ui->revokeButton->setEnabled(m_presenter.canRevoke());
    if (m_ui->stack->currentWidget() == page)
        return;
    m_ui->stack->setCurrentWidget(page);
    m_ui->typedEdit->clear();
    m_ui->writtenDownButton->setEnabled(false);
    if (writtenDown)
        m_ui->typedEdit->setFocus();
    else
        (asking ? m_ui->backButton : m_ui->copyButton)->setFocus();
}

void SecretDialog::deliver()
{
    m_presenter.hide();
    m_deliver(this, m_presenter.secret(),
              [dialog = QPointer<SecretDialog>(this)](const QString &where) {
                  if (dialog)
                      dialog->m_presenter.delivered(where);
              });
}

bool SecretDialog::mayClose() const
{
    return m_presenter.mayClose();
}

HeldSecretId SecretDialog::secretId() const
{
    return m_presenter.secret().id;
}

void SecretDialog::conceal()
{
    m_presenter.hide();
}

void SecretDialog::tell(const QString &status)
{
    m_presenter.tell(status);
}

void SecretDialog::tellProblem(const QString &problem)
{
    m_presenter.tellProblem(problem);
}

void SecretDialog::setTimes(const SecretTimes &times)
{
    m_presenter.setRevealSeconds(times.reveal);
    m_presenter.setClipboardSeconds(times.clipboard);
}

void SecretDialog::reject()
{
    close();
}

void SecretDialog::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_presenter.requestClose());
}

void SecretDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        m_presenter.hide();
}

} // namespace chatelaine
