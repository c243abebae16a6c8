// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/firstrun/firstrunpage.h"

#include "gui/common/messagebar.h"

#include <QIcon>

#include "ui_firstrunpage.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FirstRunPage>())
    , m_notice(new MessageBar(this))
{
    m_ui->setupUi(this);
    m_ui->markLabel->setPixmap(QIcon(u":/icons/io.github.chatelaine.Chatelaine.svg"_s)
                                   .pixmap(QSize(96, 96), devicePixelRatioF()));
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.6);
    m_ui->titleLabel->setFont(title);
    // Lines of about 70 characters, whatever the font.
    const int width = fontMetrics().averageCharWidth() * 70;
    for (QWidget *line :
         {static_cast<QWidget *>(m_ui->introductionLabel),
          static_cast<QWidget *>(m_ui->exploreLabel), static_cast<QWidget *>(m_ui->connectLabel),
          static_cast<QWidget *>(m_ui->passphraseLabel)}) {
        line->setMinimumWidth(width);
        line->setMaximumWidth(width);
    }
    m_notice->setMaximumWidth(width);
    m_ui->columnLayout->insertWidget(m_ui->columnLayout->indexOf(m_ui->progressBar) + 1, m_notice);
    connect(m_ui->exploreButton, &QPushButton::clicked, this, &FirstRunPage::exploreRequested);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &FirstRunPage::connectRequested);
    connect(m_ui->passphraseButton, &QPushButton::clicked, this,
            &FirstRunPage::passphraseRequested);
    setWorking(false);
}

FirstRunPage::~FirstRunPage() = default;

void FirstRunPage::setPracticeAvailable(bool available)
{
    m_ui->exploreButton->setVisible(available);
    m_ui->exploreLabel->setVisible(available);
}

void FirstRunPage::setWorking(bool working)
{
    m_ui->exploreButton->setEnabled(!working);
    m_ui->connectButton->setEnabled(!working);
    QSizePolicy policy = m_ui->progressBar->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves under the pointer
    m_ui->progressBar->setSizePolicy(policy);
    m_ui->progressBar->setVisible(working);
}

void FirstRunPage::showNotice(const Notice &notice)
{
    m_notice->setNotice(notice);
}

} // namespace chatelaine
