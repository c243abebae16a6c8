// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/webhooks/webhookspage.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/plaintip.h"
#include "gui/common/timetext.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/webhooks/webhooktexts.h"
#include "ui_webhookspage.h"

#include <QHeaderView>
#include <QPushButton>

namespace chatelaine {

namespace {

enum WebhookColumn {
    UrlColumn,
    TitleColumn,
    WebhookStateColumn,
    EventsColumn,
    WebhookCreatedColumn
};

QTableWidgetItem *plainItem(const QString &text)
{
    auto *item = new QTableWidgetItem(displaySafe(text, 300));
    item->setToolTip(plainTip(displaySafe(text, 300)));
    return item;
}

} // namespace

WebhooksPage::WebhooksPage(WebhooksPort port, Confirmer &confirmer, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WebhooksPage>())
    , m_presenter(std::move(port))
    , m_confirmer(confirmer)
{
    m_ui->setupUi(this);
    setUpTables();
    addButtons();
    m_ui->actionBar->setClosable(true);
    connect(&m_presenter, &WebhooksPresenter::changed, this, &WebhooksPage::showState);
    connect(&m_presenter, &WebhooksPresenter::deliveriesChanged, this,
            &WebhooksPage::showDeliveries);
    connect(&m_presenter, &WebhooksPresenter::noticed, m_ui->actionBar, &MessageBar::setNotice);
    connect(m_ui->refreshButton, &QPushButton::clicked, &m_presenter, &WebhooksPresenter::refresh);
    connect(m_ui->credentialsButton, &QPushButton::clicked, this,
            [this] { emit credentialsRequested(m_presenter.account()); });
    connect(m_ui->webhooksTable, &QTableWidget::currentCellChanged, this, [this](int row) {
        m_presenter.choose(row >= 0 && row < m_shown.size() ? m_shown.at(row).uid : WebhookUid());
    });
    connect(m_ui->deliveriesTable, &QTableWidget::currentCellChanged, this,
            [this](int row) { m_ui->retryButton->setEnabled(row >= 0); });
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] {
        const int row = m_ui->deliveriesTable->currentRow();
        if (row >= 0 && row < m_presenter.deliveries().size())
            m_presenter.retry(m_presenter.deliveries().at(row).id);
    });
    showState();
    showDeliveries();
}

WebhooksPage::~WebhooksPage() = default;

void WebhooksPage::setUpTables()
{
    for (QTableWidget *table : {m_ui->webhooksTable, m_ui->deliveriesTable}) {
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 12);
        table->horizontalHeader()->setHighlightSections(false);
        table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        for (int column = 1; column < table->columnCount(); ++column)
            table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
}

void WebhooksPage::addButtons()
{
    for (const WebhookVerb verb : {WebhookVerb::Create, WebhookVerb::Pause, WebhookVerb::Resume,
                                   WebhookVerb::Ping, WebhookVerb::Delete}) {
        auto *button = new QPushButton(webhookVerbText(verb), this);
        button->setAutoDefault(false);
        button->setObjectName(webhookVerbName(verb) + QStringLiteral("WebhookButton"));
        if (verb == WebhookVerb::Delete)
            m_ui->buttonLayout->addStretch();
        m_ui->buttonLayout->addWidget(button);
        m_buttons.append({verb, button});
        connect(button, &QPushButton::clicked, this, [this, verb] { request(verb); });
    }
}

void WebhooksPage::request(WebhookVerb verb)
{
    if (verb == WebhookVerb::Create) {
        emit formRequested(m_presenter.form());
        return;
    }
    const WebhookRow *row = m_presenter.chosen();
    const WebhookVerbInfo *info = m_presenter.verbInfo(verb);
    if (!row || !info)
        return;
    if (verb != WebhookVerb::Delete) {
        m_presenter.apply(verb, row->uid);
        return;
    }
    whenReady(m_confirmer.ask(window(), webhookDeletion(row->record, *info)), this,
              [this, uid = row->uid](bool yes) {
                  if (yes)
                      m_presenter.apply(WebhookVerb::Delete, uid);
              });
}

void WebhooksPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.setActive(true);
}

void WebhooksPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_presenter.setActive(false);
}

void WebhooksPage::showState()
{
    using State = WebhooksPresenter::State;
    const State state = m_presenter.state();
    const bool ready = state == State::Ready;
    m_ui->busyLabel->setVisible(m_presenter.isBusy());
    m_ui->problemBar->setNotice(m_presenter.problem());
    m_ui->stateLabel->setText(m_presenter.stateSentence());
    m_ui->stateLabel->setVisible(!ready);
    m_ui->credentialsButton->setVisible(state == State::NeedsCredential);
    m_ui->webhooksTable->setVisible(ready);
    m_ui->deliveriesWidget->setVisible(ready && m_presenter.hasDeliveries());
    m_ui->refreshButton->setEnabled(!m_presenter.isBusy() &&
                                    (ready || state == State::Empty || state == State::Failed));
    for (const auto &[verb, button] : std::as_const(m_buttons)) {
        button->setVisible(m_presenter.has(verb));
        button->setEnabled(m_presenter.can(verb));
    }
    showWebhooks();
}

void WebhooksPage::showWebhooks()
{
    if (m_shown == m_presenter.webhooks())
        return;
    m_shown = m_presenter.webhooks();
    QTableWidget *table = m_ui->webhooksTable;
    const WebhookRow *chosen = m_presenter.chosen();
    const WebhookUid before = chosen ? chosen->uid : WebhookUid();
    const QSignalBlocker blocker(table);
    table->setRowCount(static_cast<int>(m_shown.size()));
    int current = -1;
    for (int row = 0; row < m_shown.size(); ++row) {
        const WebhookRecord &record = m_shown.at(row).record;
        table->setItem(row, UrlColumn, plainItem(record.url));
        table->setItem(row, TitleColumn, plainItem(record.title));
        table->setItem(row, WebhookStateColumn, plainItem(webhookStateText(record.state)));
        table->setItem(row, EventsColumn, plainItem(record.events.join(QStringLiteral(", "))));
        table->setItem(row, WebhookCreatedColumn,
                       plainItem(record.createdAt ? shortTime(*record.createdAt) : QString()));
        if (m_shown.at(row).uid == before)
            current = row;
    }
    if (current < 0)
        table->setCurrentItem(nullptr);
    else
        table->selectRow(current);
}

void WebhooksPage::showDeliveries()
{
    const QList<WebhookDelivery> &deliveries = m_presenter.deliveries();
    QTableWidget *table = m_ui->deliveriesTable;
    table->setRowCount(static_cast<int>(deliveries.size()));
    for (int row = 0; row < deliveries.size(); ++row) {
        const WebhookDelivery &one = deliveries.at(row);
        table->setItem(row, 0, plainItem(one.event));
        table->setItem(row, 1, plainItem(one.status));
        table->setItem(row, 2, plainItem(one.at ? shortTime(*one.at) : QString()));
        table->setItem(row, 3, plainItem(one.detail));
    }
    const QString sentence = m_presenter.deliveriesSentence();
    m_ui->deliveriesLabel->setText(sentence.isEmpty() ? tr("Deliveries, the latest first")
                                                      : sentence);
    table->setVisible(!deliveries.isEmpty());
    m_ui->retryButton->setVisible(m_presenter.has(WebhookVerb::Retry) && !deliveries.isEmpty());
    m_ui->retryButton->setText(webhookVerbText(WebhookVerb::Retry));
    m_ui->retryButton->setEnabled(table->currentRow() >= 0);
}

} // namespace chatelaine
