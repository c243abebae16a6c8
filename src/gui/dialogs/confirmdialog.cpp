// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/confirmdialog.h"

#include "gui/dialogs/roomkeeper.h"
#include "ui_confirmdialog.h"

#include <QPromise>
#include <QStyle>

namespace chatelaine {

QFuture<bool> DialogConfirmer::ask(QWidget *parent, const Confirmation &question)
{
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    auto *dialog = new ConfirmDialog(question, parent);
    QObject::connect(dialog, &QDialog::finished, dialog, [promise](int result) {
        promise->addResult(result == QDialog::Accepted);
        promise->finish();
    });
    dialog->open();
    return promise->future();
}

ConfirmDialog::ConfirmDialog(const Confirmation &question, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConfirmDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    setWindowTitle(question.title);
    m_ui->textLabel->setText(question.text);
    m_ui->consequenceLabel->setText(question.consequence);
    const auto icon =
        question.destructive ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxQuestion;
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    m_ui->iconLabel->setPixmap(style()->standardIcon(icon, nullptr, this).pixmap(size));

    // What destroys stands apart from Cancel, and Return does not reach it.
    QPushButton *action = question.destructive ? m_ui->destructiveButton : m_ui->actionButton;
    m_ui->destructiveButton->setVisible(question.destructive);
    m_ui->actionButton->setVisible(!question.destructive);
    action->setText(QString(question.action).replace(u'&', QStringLiteral("&&")));
    connect(action, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *standard = question.destructive ? m_ui->cancelButton : m_ui->actionButton;
    standard->setDefault(true);
    standard->setFocus();

    const QString expected = question.typeToConfirm;
    m_ui->typeWidget->setVisible(!expected.isEmpty());
    if (expected.isEmpty())
        return;
    m_ui->typeLabel->setText(tr("Type %1 to go on:").arg(expected));
    m_ui->typeEdit->setAccessibleName(tr("Type to confirm"));
    m_ui->typeEdit->setFocus();
    action->setEnabled(false);
    connect(m_ui->typeEdit, &QLineEdit::textChanged, action,
            [action, expected](const QString &text) {
                action->setEnabled(text.trimmed() == expected);
            });
}

ConfirmDialog::~ConfirmDialog() = default;

} // namespace chatelaine
