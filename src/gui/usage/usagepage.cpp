// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagepage.h"

#include "gui/usage/chartview.h"
#include "gui/usage/quotagauge.h"
#include "gui/usage/sharedelegate.h"
#include "gui/usage/usagetablemodel.h"
#include "ui_usagepage.h"

#include <QHeaderView>

namespace chatelaine {

UsagePage::UsagePage(UsagePort port, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UsagePage>())
    , m_presenter(std::move(port), clock)
    , m_table(new UsageTableModel(this))
{
    m_ui->setupUi(this);
    m_ui->usageTable->setModel(m_table);
    m_ui->usageTable->verticalHeader()->hide();
    m_ui->usageTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(&m_presenter, &UsagePresenter::changed, this, &UsagePage::showState);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &UsagePage::refresh);
    connect(m_ui->metricComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setMetricIndex(index); });
    connect(m_ui->groupingComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setGroupingIndex(index); });
    m_ui->usageTable->setItemDelegateForColumn(UsageTableModel::ValueColumn,
                                               new ShareDelegate(m_ui->usageTable));
    setScope({}, {});
}

UsagePage::~UsagePage() = default;

void UsagePage::setScope(const AccountId &account, const ContainerPath &container)
{
    m_presenter.setScope(account, container);
    m_ui->metricComboBox->clear();
    for (const MetricInfo &metric : m_presenter.metrics())
        m_ui->metricComboBox->addItem(metric.label);
    m_ui->metricComboBox->setCurrentIndex(static_cast<int>(m_presenter.metricIndex()));
}

void UsagePage::refresh()
{
    m_presenter.refresh();
}

void UsagePage::showState()
{
    const bool ready = m_presenter.state() == UsagePresenter::State::Ready;
    m_ui->titleLabel->setText(m_presenter.title());
    m_ui->asOfLabel->setText(m_presenter.isRefreshing() ? tr("Asking the vendor...")
                                                        : m_presenter.asOf());
    m_ui->refreshButton->setEnabled(m_presenter.canRefresh());
    m_ui->stateLabel->setText(m_presenter.stateSentence());
    m_ui->stateLabel->setVisible(!ready);
    m_ui->figuresWidget->setVisible(ready);
    m_ui->scrollSpacer->changeSize(0, 0, QSizePolicy::Minimum,
                                   ready ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    m_ui->scrollLayout->invalidate();
    if (!m_presenter.problem().isEmpty())
        m_ui->noticeBar->setNotice({Severity::Error, m_presenter.problem(), {}});
    else
        m_ui->noticeBar->setNotice({Severity::Warning, m_presenter.reasons().join(u' '), {}});
    showQuotas();
    if (!ready)
        return;
    const MetricInfo metric = m_presenter.metrics().at(m_presenter.metricIndex());
    showGroupings();
    const bool byDay = m_presenter.isByDay();
    m_ui->chartView->setVisible(byDay);
    m_ui->totalLabel->setVisible(byDay);
    const QString value =
        metric.unit.compare(metric.label, Qt::CaseInsensitive) == 0 || metric.unit.isEmpty()
            ? metric.label
            : tr("%1 (%2)", "metric and unit").arg(metric.label, metric.unit);
    if (byDay) {
        m_ui->chartView->setSeries(m_presenter.series(), tr("%1 by day").arg(metric.label),
                                   metric.unit);
        m_table->setSeries(m_presenter.series(), metric.label);
    } else {
        const QString grouping = m_presenter.groupings().at(m_presenter.groupingIndex());
        m_table->setGroups(m_presenter.groups(), m_presenter.groupingText(grouping), value);
    }
    m_ui->totalLabel->setText(m_presenter.totalSentence());
}

void UsagePage::showGroupings()
{
    const QStringList groupings = m_presenter.groupings();
    m_ui->groupingComboBox->clear();
    for (const QString &grouping : groupings)
        m_ui->groupingComboBox->addItem(m_presenter.groupingText(grouping));
    m_ui->groupingComboBox->setCurrentIndex(static_cast<int>(m_presenter.groupingIndex()));
    m_ui->groupingComboBox->setEnabled(groupings.size() > 1);
}

void UsagePage::showQuotas()
{
    const QList<Quota> &quotas = m_presenter.quotas();
    if (m_shownQuotas == quotas)
        return;
    m_shownQuotas = quotas;
    while (QLayoutItem *item = m_ui->quotasLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Quota &quota : quotas)
        m_ui->quotasLayout->addWidget(quotaWidget(quota));
    m_ui->quotasWidget->setVisible(!quotas.isEmpty());
}

QWidget *UsagePage::quotaWidget(const Quota &quota)
{
    auto *widget = new QWidget(m_ui->quotasWidget);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const QString sentence = m_presenter.quotaSentence(quota);
    auto *name = new QLabel(quota.name, widget);
    name->setTextFormat(Qt::PlainText);
    auto *gauge = new QuotaGauge(widget);
    const bool both = quota.used && quota.limit && *quota.limit > 0;
    gauge->setReading(both ? std::optional(*quota.used / *quota.limit) : std::nullopt, quota.name,
                      sentence);
    auto *words = new QLabel(sentence, widget);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    layout->addWidget(name);
    layout->addWidget(gauge);
    layout->addWidget(words);
    return widget;
}

} // namespace chatelaine
