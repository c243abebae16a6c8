// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/replacements/replacementsdialog.h"

#include "gui/common/messagebar.h"
#include "gui/replacements/replacementoffer.h"
#include "ui_replacementsdialog.h"

namespace chatelaine {

ReplacementsDialog::ReplacementsDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReplacementsDialog>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    connect(m_ui->replacementsList, &QListWidget::currentRowChanged, this,
            &ReplacementsDialog::showCurrent);
    connect(m_ui->goOnButton, &QPushButton::clicked, this, [this] {
        emit goOnRequested(m_replacements.at(m_ui->replacementsList->currentRow()));
    });
    connect(m_ui->abandonButton, &QPushButton::clicked, this, [this] {
        emit abandonRequested(m_replacements.at(m_ui->replacementsList->currentRow()).row.id);
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ReplacementsDialog::close);
    showCurrent();
}

ReplacementsDialog::~ReplacementsDialog() = default;

void ReplacementsDialog::setReplacements(const QList<Replacement> &replacements)
{
    const int row = m_ui->replacementsList->currentRow();
    const ReplacementId chosen = row >= 0 ? m_replacements.at(row).row.id : ReplacementId();
    m_replacements = replacements;
    m_ui->replacementsList->clear();
    int wanted = replacements.isEmpty() ? -1 : 0;
    for (const Replacement &replacement : replacements) {
        if (replacement.row.id == chosen)
            wanted = m_ui->replacementsList->count();
        m_ui->replacementsList->addItem(replacementOffer(replacement).title);
    }
    m_ui->replacementsList->setCurrentRow(wanted);
    showCurrent();
}

void ReplacementsDialog::setBusy(bool busy)
{
    m_busy = busy;
    showCurrent();
}

void ReplacementsDialog::showProblem(const QString &problem, const QString &next)
{
    m_ui->problemBar->setNotice({Severity::Error, problem, next});
}

void ReplacementsDialog::showCurrent()
{
    const int row = m_ui->replacementsList->currentRow();
    const bool any = row >= 0 && row < m_replacements.size();
    const ReplacementOffer offer =
        any ? replacementOffer(m_replacements.at(row)) : ReplacementOffer();
    m_ui->sentenceLabel->setText(any ? offer.sentence : tr("All replacements are finished."));
    m_ui->goOnButton->setVisible(offer.step != ReplacementOffer::Step::None);
    m_ui->goOnButton->setText(offer.word);
    m_ui->goOnButton->setEnabled(!m_busy);
    m_ui->abandonButton->setEnabled(any && !m_busy);
}

} // namespace chatelaine
