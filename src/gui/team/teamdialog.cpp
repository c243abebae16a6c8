// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/team/teamdialog.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/messagebar.h"
#include "gui/common/plaintip.h"
#include "gui/common/timetext.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/roomkeeper.h"
#include "ui_teamdialog.h"

#include <QLocale>

namespace chatelaine {

TeamDialog::TeamDialog(TeamPort port, Confirmer &confirmer, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TeamDialog>())
    , m_presenter(std::move(port))
    , m_confirmer(confirmer)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    m_ui->chainsView->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->chainsView->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->chainsView->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_ui->chainsView->header()->setStretchLastSection(false);
    connect(m_ui->addressEdit, &QLineEdit::textChanged, &m_presenter, &TeamPresenter::setAddress);
    connect(m_ui->caEdit, &QLineEdit::textChanged, &m_presenter, &TeamPresenter::setCaFile);
    connect(m_ui->passwordEdit, &QLineEdit::textChanged, this, [this] {
        const auto secret = m_ui->passwordEdit->secret();
        m_presenter.setPassword(secret ? *secret : SharedSecret());
    });
    connect(&m_presenter, &TeamPresenter::joined, this, [this] { m_ui->passwordEdit->wipe(); });
    connect(&m_presenter, &TeamPresenter::changed, this, &TeamDialog::showState);
    connect(m_ui->testButton, &QPushButton::clicked, &m_presenter, &TeamPresenter::check);
    connect(m_ui->joinButton, &QPushButton::clicked, &m_presenter, &TeamPresenter::join);
    connect(m_ui->syncButton, &QPushButton::clicked, &m_presenter, &TeamPresenter::sync);
    connect(m_ui->leaveButton, &QPushButton::clicked, this, &TeamDialog::askToLeave);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
    showState();
    m_presenter.refresh();
}

TeamDialog::~TeamDialog() = default;

void TeamDialog::showState()
{
    const bool joined = m_presenter.isJoined();
    const bool busy = m_presenter.isBusy();
    m_ui->stack->setCurrentWidget(joined ? m_ui->teamPage : m_ui->joinPage);
    m_ui->noticeBar->setNotice(m_presenter.notice());
    m_ui->problemLabel->setProblem(m_presenter.addressProblem());
    for (QWidget *input :
         {static_cast<QWidget *>(m_ui->addressEdit), static_cast<QWidget *>(m_ui->caEdit),
          static_cast<QWidget *>(m_ui->passwordEdit)})
        input->setEnabled(!busy);
    m_ui->testButton->setVisible(!joined);
    m_ui->joinButton->setVisible(!joined);
    m_ui->syncButton->setVisible(joined);
    m_ui->leaveButton->setVisible(joined);
    m_ui->testButton->setEnabled(m_presenter.canJoin());
    m_ui->joinButton->setEnabled(m_presenter.canJoin());
    m_ui->syncButton->setEnabled(!busy);
    m_ui->leaveButton->setEnabled(!busy);
    m_ui->addressValue->setText(m_presenter.addressText());
    m_ui->contactValue->setText(m_presenter.lastContactText());
    showChains();
}

void TeamDialog::showChains()
{
    QTreeWidget *view = m_ui->chainsView;
    view->clear();
    for (const InstallationChain &chain : m_presenter.chains()) {
        auto *item = new QTreeWidgetItem(view);
        item->setText(0, chain.isOwn ? tr("This installation") : displaySafe(chain.writer(), 120));
        item->setToolTip(0, plainTip(chain.installation));
        item->setText(1, QLocale().toString(chain.entries));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(2, chain.lastContact ? shortTime(*chain.lastContact) : QString());
    }
}

void TeamDialog::askToLeave()
{
    Confirmation question;
    question.title = tr("Leave the team");
    question.text = tr("Leave the team at %1?").arg(m_presenter.addressText());
    question.consequence = tr("Nothing is copied any more, in either direction. What was copied "
                              "stays here and there, and you can join again.");
    question.action = tr("Leave the team");
    question.destructive = false;
    whenReady(m_confirmer.ask(this, question), this, [this](bool yes) {
        if (yes)
            m_presenter.leave();
    });
}

} // namespace chatelaine
