// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/leakdialog.h"

#include "core/redaction.h"
#include "gui/bulk/bulktexts.h"
#include "gui/common/messagebar.h"
#include "gui/common/plaintip.h"
#include "services/secretlines.h"
#include "ui_leakdialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace chatelaine {

namespace {

constexpr KeyVerb leakVerbs[] = {KeyVerb::Revoke, KeyVerb::Disable, KeyVerb::Delete};

QString certaintyText(LeakMatch::Certainty certainty)
{
    switch (certainty) {
    case LeakMatch::Certainty::Proven:
        return LeakDialog::tr("Proven");
    case LeakMatch::Certainty::Likely:
        return LeakDialog::tr("Likely");
    case LeakMatch::Certainty::Unknown:
        return LeakDialog::tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString namesOf(const LeakMatch &match)
{
    QStringList names;
    for (const KeyRow &key : match.candidates)
        names.append(
            displaySafe(key.record.name.isEmpty() ? key.record.mask : key.record.name, 60));
    if (match.count > match.candidates.size())
        names.append(QStringLiteral("\u2026"));
    return names.join(QStringLiteral(", "));
}

} // namespace

LeakDialog::LeakDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LeakDialog>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &LeakDialog::paste);
    connect(m_ui->likelyCheckBox, &QCheckBox::toggled, this, &LeakDialog::showButtons);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &LeakDialog::close);
    QPushButton *const buttons[] = {m_ui->revokeButton, m_ui->disableButton, m_ui->deleteButton};
    for (int i = 0; i < 3; ++i) {
        connect(buttons[i], &QPushButton::clicked, this,
                [this, verb = leakVerbs[i]] { emit changeRequested(verb, keys()); });
    }
    showButtons();
}

LeakDialog::~LeakDialog() = default;

void LeakDialog::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    QByteArray bytes = text.toUtf8();
    wipe(text);
    const auto values = SecretLines::read(bytes);
    wipe(bytes);
    if (!values)
        return showProblem(values.error().message, values.error().next);
    m_ui->problemBar->setNotice({});
    emit pasted(*values);
}

void LeakDialog::setBusy(bool busy)
{
    m_ui->pasteButton->setEnabled(!busy);
}

void LeakDialog::setReport(const LeakReport &report)
{
    m_report = report;
    QTableWidget *table = m_ui->matchesTable;
    table->setRowCount(static_cast<int>(report.matches.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        const LeakMatch &match = report.matches.at(row);
        const QString cells[] = {displaySafe(match.shown), certaintyText(match.certainty),
                                 namesOf(match), match.sentence};
        for (int column = 0; column < 4; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(plainTip(cells[column]));
            table->setItem(row, column, item);
        }
    }
    table->resizeColumnsToContents();
    if (!report.note.isEmpty())
        showProblem(report.note, tr("So nothing that is kept there could be proven."));
    showButtons();
}

void LeakDialog::showProblem(const QString &problem, const QString &next)
{
    m_ui->problemBar->setNotice({Severity::Warning, problem, next});
}

QList<KeyUid> LeakDialog::keys() const
{
    return keysMeant(m_report, m_ui->likelyCheckBox->isChecked());
}

void LeakDialog::showButtons()
{
    const qint64 count = keys().size();
    QPushButton *const buttons[] = {m_ui->revokeButton, m_ui->disableButton, m_ui->deleteButton};
    for (int i = 0; i < 3; ++i) {
        buttons[i]->setText(bulkActionText(leakVerbs[i], count));
        buttons[i]->setEnabled(count > 0);
    }
}

} // namespace chatelaine
