// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/doubts/doubtsdialog.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "gui/keys/keyfacts.h"

#include "ui_doubtsdialog.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

QString doubtText(const Doubt &doubt)
{
    const OperationRow &operation = doubt.operation;
    const Timestamp when = operation.sentAt.value_or(operation.intendedAt);
    return DoubtsDialog::tr("%1 %2 \"%3\", sent %4")
        .arg(operation.verb, operation.object, displaySafe(operation.sentName, 80),
             shortTime(when));
}

QList<DoubtAnswer> doubtAnswers(const Doubt &doubt)
{
    QList<DoubtAnswer> answers;
    for (const KeyRow &key : doubt.candidates) {
        const QString name = keyDisplayName(key);
        const QString mask = displaySafe(key.record.mask, 60);
        answers.append(
            {doubt.certain
                 ? DoubtsDialog::tr("The key \"%1\", %2: it fits in every respect").arg(name, mask)
                 : DoubtsDialog::tr("The key \"%1\", %2").arg(name, mask),
             key.uid, true});
    }
    if (doubt.operation.object != "key"_L1) {
        QStringList names;
        for (const ContainerRow &row : doubt.containers)
            names.append(displaySafe(row.path.constLast().name, 80));
        for (const WebhookRow &row : doubt.webhooks)
            names.append(displaySafe(row.record.url, 120));
        answers.append(
            {names.isEmpty()
                 ? DoubtsDialog::tr("It took effect")
                 : DoubtsDialog::tr("It took effect; there is now: %1").arg(names.join(u", "_s)),
             {},
             true});
    }
    answers.append({DoubtsDialog::tr("Nothing: the request had no effect"), {}, false});
    return answers;
}

DoubtsDialog::DoubtsDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DoubtsDialog>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    connect(m_ui->operationsList, &QListWidget::currentRowChanged, this,
            &DoubtsDialog::showCandidates);
    connect(m_ui->candidatesList, &QListWidget::currentRowChanged, this,
            &DoubtsDialog::enableButtons);
    connect(m_ui->settleButton, &QPushButton::clicked, this, [this] { settle(false); });
    connect(m_ui->showKeyButton, &QPushButton::clicked, this, [this] { settle(true); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &DoubtsDialog::close);
}

DoubtsDialog::~DoubtsDialog() = default;

void DoubtsDialog::setDoubts(const QList<Doubt> &doubts)
{
    m_doubts = doubts;
    m_ui->operationsList->clear();
    for (const Doubt &doubt : doubts)
        m_ui->operationsList->addItem(doubtText(doubt));
    m_ui->operationsList->setCurrentRow(doubts.isEmpty() ? -1 : 0);
    showCandidates();
}

void DoubtsDialog::showCandidates()
{
    const int row = m_ui->operationsList->currentRow();
    m_answers = row >= 0 ? doubtAnswers(m_doubts.at(row)) : QList<DoubtAnswer>();
    m_ui->meaningLabel->setText(row >= 0 ? m_doubts.at(row).meaning : QString());
    m_ui->candidatesList->clear();
    for (const DoubtAnswer &answer : std::as_const(m_answers))
        m_ui->candidatesList->addItem(answer.text);
    // Nothing is decided on a guess: only what is certain is proposed.
    m_ui->candidatesList->setCurrentRow(row >= 0 && m_doubts.at(row).certain ? 0 : -1);
    enableButtons();
}

void DoubtsDialog::enableButtons()
{
    const int candidate = m_ui->candidatesList->currentRow();
    const bool chosen = candidate >= 0 && candidate < m_answers.size();
    m_ui->settleButton->setEnabled(chosen);
    m_ui->showKeyButton->setEnabled(chosen && !m_answers.at(candidate).key.isEmpty());
}

void DoubtsDialog::settle(bool showKey)
{
    const OperationId operation = m_doubts.at(m_ui->operationsList->currentRow()).operation.id;
    const DoubtAnswer answer = m_answers.at(m_ui->candidatesList->currentRow());
    emit settled(operation, answer);
    if (showKey && !answer.key.isEmpty())
        emit keyWanted(answer.key);
}

} // namespace chatelaine
