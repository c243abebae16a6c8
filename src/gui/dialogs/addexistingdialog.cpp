// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/addexistingdialog.h"

#include "gui/dialogs/problemlabel.h"
#include "gui/dialogs/roomkeeper.h"
#include "gui/keys/keynotices.h"
#include "ui_addexistingdialog.h"

#include <QCloseEvent>
#include <QUrl>

namespace chatelaine {

namespace {

QString linkTo(const QString &address, const QString &text)
{
    const QUrl url(address);
    if (url.scheme() != QStringLiteral("https"))
        return {};
    return QStringLiteral("<a href=\"%1\">%2</a>")
        .arg(url.toString(QUrl::FullyEncoded).toHtmlEscaped(), text.toHtmlEscaped());
}

} // namespace

AddExistingDialog::AddExistingDialog(AddExistingPort port, const AccountId &account,
                                     QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddExistingDialog>())
    , m_presenter(std::move(port), account)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    new RoomKeeper(this);
    setWindowTitle(tr("Add an existing key to %1").arg(m_presenter.accountName()));
    for (const KindInfo &kind : m_presenter.kinds())
        m_ui->kindComboBox->addItem(kind.label);
    const bool choice = m_presenter.kinds().size() > 1;
    m_ui->kindLabel->setVisible(choice);
    m_ui->kindComboBox->setVisible(choice);
    const QString link = linkTo(m_presenter.dashboardUrl(), tr("Open the vendor's dashboard"));
    m_ui->dashboardLabel->setText(link);
    m_ui->dashboardLabel->setVisible(!link.isEmpty());

    connect(&m_presenter, &AddExistingPresenter::changed, this, &AddExistingDialog::showState);
    connect(&m_presenter, &AddExistingPresenter::added, this, &AddExistingDialog::added);
    connect(m_ui->kindComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setKindIndex(index); });
    connect(m_ui->nameEdit, &QLineEdit::textChanged, &m_presenter, &AddExistingPresenter::setName);
    connect(m_ui->secretEdit, &QLineEdit::textChanged, this, [this] {
        const auto secret = m_ui->secretEdit->secret();
        m_presenter.setSecret(secret ? *secret : SharedSecret());
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &AddExistingDialog::reject);
    connect(m_ui->addButton, &QPushButton::clicked, this, &AddExistingDialog::send);
    showState();
    m_ui->nameEdit->setFocus();
}

AddExistingDialog::~AddExistingDialog() = default;

void AddExistingDialog::send()
{
    m_presenter.send();
    if (!m_presenter.isSending())
        return;
    QSignalBlocker blocker(m_ui->secretEdit);
    m_ui->secretEdit->wipe(); // it is on its way, and not needed here any more
}

void AddExistingDialog::showState()
{
    const auto &verdict = m_presenter.verdict();
    if (verdict)
        m_ui->noticeBar->setNotice(checkNotice(*verdict));
    else
        m_ui->noticeBar->setNotice({Severity::Error, m_presenter.problem(), {}});
    m_ui->introLabel->setText(m_presenter.intro());
    m_ui->nameProblemLabel->setProblem(m_presenter.nameProblem());
    m_ui->secretProblemLabel->setProblem(m_presenter.secretProblem());

    const bool open = !m_presenter.isSending() && !verdict;
    for (QWidget *input :
         {static_cast<QWidget *>(m_ui->kindComboBox), static_cast<QWidget *>(m_ui->nameEdit),
          static_cast<QWidget *>(m_ui->secretEdit)})
        input->setEnabled(open);
    m_ui->keptLabel->setVisible(!verdict);
    m_ui->progressBar->setVisible(m_presenter.isSending());
    m_ui->addButton->setVisible(!verdict);
    m_ui->addButton->setEnabled(m_presenter.canSend());
    m_ui->addButton->setText(m_presenter.actionText().replace(u'&', QStringLiteral("&&")));
    m_ui->closeButton->setText(verdict ? tr("Close") : tr("Cancel"));
    m_ui->closeButton->setEnabled(m_presenter.mayClose());
}

void AddExistingDialog::reject()
{
    close();
}

void AddExistingDialog::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_presenter.mayClose());
}

} // namespace chatelaine
