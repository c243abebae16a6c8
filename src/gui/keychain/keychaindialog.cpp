// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychaindialog.h"

#include "core/async.h"
#include "gui/common/messagebar.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_keychaindialog.h"

namespace chatelaine {

KeychainDialog::KeychainDialog(KeychainDoctor &doctor, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::KeychainDialog>())
    , m_doctor(doctor)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    connect(m_ui->againButton, &QPushButton::clicked, this, &KeychainDialog::examine);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    examine();
}

KeychainDialog::~KeychainDialog() = default;

void KeychainDialog::examine()
{
    m_ui->againButton->setEnabled(false);
    m_ui->verdictBar->setNotice({Severity::Information, tr("Looking at the keychain…"), {}});
    whenDone(m_doctor.examine(), this, [this](const Outcome<KeychainReport> &report) {
        m_ui->againButton->setEnabled(true);
        if (report)
            showReport(*report);
        else
            m_ui->verdictBar->setNotice(Notice::of(report.error()));
    });
}

void KeychainDialog::addRow(const QString &label, const QString &text)
{
    auto *value = new QLabel(text, this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    m_ui->factsLayout->addRow(label, value);
}

void KeychainDialog::showReport(const KeychainReport &report)
{
    while (m_ui->factsLayout->rowCount() > 0)
        m_ui->factsLayout->removeRow(0);
    qDeleteAll(m_ui->findingsWidget->findChildren<MessageBar *>());

    m_ui->verdictBar->setNotice(
        report.usable
            ? Notice{Severity::Good, tr("The keychain works: what is stored in it is kept."), {}}
            : Notice());
    for (const KeychainReport::Finding &finding : report.findings) {
        const bool gravest = !report.usable && m_ui->findingsLayout->count() == 0;
        auto *bar = new MessageBar(m_ui->findingsWidget);
        bar->setNotice(
            {gravest ? Severity::Error : Severity::Warning, finding.sentence, finding.next});
        m_ui->findingsLayout->addWidget(bar);
    }
    m_ui->findingsWidget->setVisible(!report.findings.isEmpty());

    const QString unknown = tr("not known");
    const auto yesOrNo = [&](const std::optional<bool> &value, const QString &yes,
                             const QString &no) {
        return value ? (*value ? yes : no) : unknown;
    };
    addRow(tr("Kept by"), report.backend.isEmpty() ? tr("nobody who answers") : report.backend);
    if (!report.collection.isEmpty())
        addRow(tr("Default keyring"), report.collection);
    addRow(tr("Lock"), yesOrNo(report.locked, tr("locked"), tr("unlocked")));
    addRow(tr("After the logout"),
           yesOrNo(report.persistent, tr("entries stay"), tr("entries are gone")));
    if (!report.sandbox.isEmpty())
        addRow(tr("Sandbox"), report.sandbox);
    for (const KeychainReport::Step &step : report.steps)
        addRow(keychainStepText(step.id), tr("%1 ms").arg(step.milliseconds));
    m_ui->notesLabel->setText(report.notes.join(u'\n'));
}

} // namespace chatelaine
