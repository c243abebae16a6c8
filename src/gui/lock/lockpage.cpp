// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/lock/lockpage.h"

#include "gui/common/icons.h"
#include "ui_lockpage.h"

namespace chatelaine {

LockPage::LockPage(LockService &lock, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LockPage>())
    , m_presenter(lock, clock, PassphrasePresenter::Purpose::Unlock)
{
    m_ui->setupUi(this);
    m_ui->markLabel->setPixmap(
        tintedIcon(QStringLiteral("keychain")).pixmap(QSize(64, 64), devicePixelRatioF()));
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.6);
    m_ui->titleLabel->setFont(title);
    const int width = fontMetrics().averageCharWidth() * 56;
    m_ui->column->setFixedWidth(width);
    QSizePolicy policy = m_ui->problemLabel->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves under the pointer
    m_ui->problemLabel->setSizePolicy(policy);
    m_ui->reasonLabel->setText(m_presenter.reason());
    const auto submit = [this] {
        m_presenter.submit(m_ui->passphraseEdit->secret());
    };
    connect(m_ui->passphraseEdit, &QLineEdit::returnPressed, this, submit);
    connect(m_ui->unlockButton, &QPushButton::clicked, this, submit);
    connect(&m_presenter, &PassphrasePresenter::changed, this, &LockPage::showState);
    showState();
    setFocusProxy(m_ui->passphraseEdit);
}

LockPage::~LockPage() = default;

void LockPage::tell(const QString &problem)
{
    m_presenter.tell(problem);
}

void LockPage::focusField()
{
    m_ui->passphraseEdit->setFocus();
}

void LockPage::showState()
{
    m_ui->problemLabel->setProblem(m_presenter.problem());
    m_ui->unlockButton->setEnabled(m_presenter.canTry());
    m_ui->unlockButton->setText(m_presenter.isChecking() ? tr("Checking…") : tr("&Unlock"));
    if (m_presenter.isChecking()) {
        // It is on its way, and not needed here any more.
        const QSignalBlocker blocker(m_ui->passphraseEdit);
        m_ui->passphraseEdit->wipe();
    }
}

} // namespace chatelaine
