// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/held/heldsecretsdialog.h"

#include "gui/common/icons.h"
#include "gui/common/plaintip.h"
#include "ui_heldsecretsdialog.h"

namespace chatelaine {

HeldSecretsDialog::HeldSecretsDialog(HeldSecretsPort port, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HeldSecretsDialog>())
    , m_presenter(std::move(port))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->secretsTree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(&m_presenter, &HeldSecretsPresenter::changed, this, &HeldSecretsDialog::showRows);
    connect(m_ui->secretsTree, &QTreeWidget::currentItemChanged, this,
            &HeldSecretsDialog::showCurrent);
    const auto open = [this] {
        if (const auto *row = current(); row && row->isOpen())
            emit secretWanted(row->secret);
    };
    connect(m_ui->secretsTree, &QTreeWidget::itemActivated, this, open);
    connect(m_ui->openButton, &QPushButton::clicked, this, open);
    connect(m_ui->keepAllButton, &QPushButton::clicked, &m_presenter,
            &HeldSecretsPresenter::keepAll);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &HeldSecretsDialog::close);
    showRows();
}

HeldSecretsDialog::~HeldSecretsDialog() = default;

const HeldSecretsPresenter::Row *HeldSecretsDialog::current() const
{
    const int row = m_ui->secretsTree->indexOfTopLevelItem(m_ui->secretsTree->currentItem());
    return row < 0 ? nullptr : &m_presenter.rows().at(row);
}

void HeldSecretsDialog::showRows()
{
    const QList<HeldSecretsPresenter::Row> &rows = m_presenter.rows();
    QTreeWidget *tree = m_ui->secretsTree;
    while (tree->topLevelItemCount() < rows.size())
        tree->addTopLevelItem(new QTreeWidgetItem);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const HeldSecretsPresenter::Row &row = rows.at(i);
        QTreeWidgetItem *item = tree->topLevelItem(static_cast<int>(i));
        item->setText(0, m_presenter.nameOf(row));
        item->setText(1, m_presenter.accountOf(row));
        item->setText(2, m_presenter.stateText(row));
        const auto finding = m_presenter.finding(row);
        item->setIcon(2, finding
                             ? tintedIcon(severityIconName(Severity::Warning), Severity::Warning)
                             : QIcon());
        item->setToolTip(2, finding ? plainTip(findingSentence(*finding)) : QString());
    }
    if (!tree->currentItem() && !rows.isEmpty())
        tree->setCurrentItem(tree->topLevelItem(0));
    showCurrent();
}

void HeldSecretsDialog::showCurrent()
{
    const auto *row = current();
    m_ui->openButton->setEnabled(row && row->isOpen());
    m_ui->keepAllButton->setEnabled(m_presenter.canKeepAll());
}

} // namespace chatelaine
