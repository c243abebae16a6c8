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
             exactTime(when));
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
    m_ui->candidatesList->clear();
    if (row >= 0) {
        const Doubt &doubt = m_doubts.at(row);
        for (const KeyRow &key : doubt.candidates) {
            const QString name = keyDisplayName(key);
            m_ui->candidatesList->addItem(
                doubt.certain
                    ? tr("The key \"%1\", %2: it fits in every respect")
                          .arg(name, displaySafe(key.record.mask, 60))
                    : tr("The key \"%1\", %2").arg(name, displaySafe(key.record.mask, 60)));
        }
        m_ui->candidatesList->addItem(tr("Nothing: the request had no effect"));
        // Nothing is decided on a guess: only what is certain is proposed.
        m_ui->candidatesList->setCurrentRow(doubt.certain ? 0 : -1);
    }
    enableButtons();
}

void DoubtsDialog::enableButtons()
{
    const int row = m_ui->operationsList->currentRow();
    const int candidate = m_ui->candidatesList->currentRow();
    const bool chosen = row >= 0 && candidate >= 0;
    m_ui->settleButton->setEnabled(chosen);
    m_ui->showKeyButton->setEnabled(chosen && candidate < m_doubts.at(row).candidates.size());
}

void DoubtsDialog::settle(bool showKey)
{
    const Doubt &doubt = m_doubts.at(m_ui->operationsList->currentRow());
    const OperationId operation = doubt.operation.id;
    const int candidate = m_ui->candidatesList->currentRow();
    const KeyUid key =
        candidate < doubt.candidates.size() ? doubt.candidates.at(candidate).uid : KeyUid();
    emit settled(operation, key);
    if (showKey && !key.isEmpty())
        emit keyWanted(key);
}

} // namespace chatelaine
