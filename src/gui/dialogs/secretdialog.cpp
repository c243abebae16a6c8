// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretdialog.h"

#include "gui/clipboard/clipboardservice.h"
#include "gui/dialogs/roomkeeper.h"
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

QLabel *valueLabel(const SecretPresenter::Fact &fact, QWidget *parent)
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
    connect(m_ui->storedButton, &QPushButton::clicked, &m_presenter,
            &SecretPresenter::confirmStored);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SecretDialog::reject);

    connect(m_ui->backButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::goBack);
    connect(m_ui->keepInsteadButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::keep);
    connect(m_ui->copyAgainButton, &QPushButton::clicked, &m_presenter,
            &SecretPresenter::copyAgain);
    connect(m_ui->revokeButton, &QPushButton::clicked, &m_presenter, &SecretPresenter::revoke);
}

void SecretDialog::showFacts()
{
    while (m_ui->factsLayout->rowCount() > 0)
        m_ui->factsLayout->removeRow(0);
    const QList<SecretPresenter::Fact> facts = m_presenter.facts();
    for (const SecretPresenter::Fact &fact : facts)
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
    const auto question = m_presenter.question();
    const bool asking = question != SecretPresenter::Question::None;
    const bool closing = question == SecretPresenter::Question::Close;
    QWidget *page = asking ? m_ui->questionPage : m_ui->wayOutPage;
    m_ui->actionsWidget->setVisible(!asking);
    m_ui->questionLabel->setText(m_presenter.questionText());
    m_ui->copyAgainButton->setVisible(asking && !closing);
    m_ui->keepInsteadButton->setVisible(closing);
    m_ui->keepInsteadButton->setEnabled(m_presenter.canKeep());
    m_ui->revokeButton->setVisible(closing);
    m_ui->revokeButton->setText(buttonText(m_presenter.revokeText()));
    m_ui->revokeButton->setEnabled(m_presenter.canRevoke());
    if (m_ui->stack->currentWidget() == page)
        return;
    m_ui->stack->setCurrentWidget(page);
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
