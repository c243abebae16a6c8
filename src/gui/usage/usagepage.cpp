// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagepage.h"

#include "core/whenready.h"
#include "gui/prompts/prompts.h"
#include "gui/usage/chartview.h"
#include "gui/usage/quotagauge.h"
#include "gui/usage/quotahistory.h"
#include "gui/usage/quotatexts.h"
#include "gui/usage/usagetablemodel.h"
#include "ui_usagepage.h"

#include <QHeaderView>
#include <QMenu>
#include <QPixmap>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace chatelaine {

UsagePage::UsagePage(UsagePort port, const Clock &clock, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UsagePage>())
    , m_presenter(std::move(port), clock)
    , m_prompts(prompts)
    , m_table(new UsageTableModel(this))
{
    m_ui->setupUi(this);
    m_ui->usageTable->setModel(m_table);
    m_ui->usageTable->verticalHeader()->hide();
    m_ui->usageTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->usageTable->horizontalHeader()->setResizeContentsPrecision(40);
    m_ui->usageTable->horizontalHeader()->setStretchLastSection(true);
    connect(&m_presenter, &UsagePresenter::changed, this, &UsagePage::showState);
    setUpControls();
    setUpChart();
    setUpExport();
    m_ui->quotasWidget->hide();
    m_ui->legendList->viewport()->setAutoFillBackground(false);
    setScope({}, {});
}

UsagePage::~UsagePage() = default;

void UsagePage::setUpControls()
{
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &UsagePage::refresh);
    connect(m_ui->metricComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setMetricIndex(index); });
    connect(m_ui->groupingComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setGroupingIndex(index); });
    connect(m_ui->bucketComboBox, &QComboBox::activated, this,
            [this](int index) { m_presenter.setBucket(static_cast<UsageBucket>(index)); });
    connect(m_ui->stackedCheckBox, &QCheckBox::clicked, &m_presenter, &UsagePresenter::setStacked);
    connect(m_ui->onlyKeyButton, &QPushButton::clicked, &m_presenter, &UsagePresenter::showOnlyKey);
    connect(m_ui->legendList, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_isShowing)
            m_presenter.setShown(item->data(Qt::UserRole).toString(),
                                 item->checkState() == Qt::Checked);
    });
}

void UsagePage::setUpChart()
{
    connect(m_ui->showAllButton, &QPushButton::clicked, m_ui->chartView, &ChartView::showAll);
    connect(m_ui->chartView, &ChartView::spanChanged, this, &UsagePage::showSpan);
    connect(m_ui->chartView, &ChartView::currentChanged, this, &UsagePage::showCurrent);
}

void UsagePage::setUpExport()
{
    auto *menu = new QMenu(this);
    menu->addAction(tr("Picture (PNG)..."), this, [this] { exportAs(Form::Png); });
    menu->addAction(tr("Drawing (SVG)..."), this, [this] { exportAs(Form::Svg); });
    menu->addAction(tr("Figures (CSV)..."), this, [this] { exportAs(Form::Csv); });
    m_ui->exportButton->setMenu(menu);
    connect(&m_presenter, &UsagePresenter::saved, m_ui->noticeBar, &MessageBar::setNotice);
}

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
    const bool offered = !m_presenter.groupings().isEmpty();
    m_ui->figuresWidget->setVisible(offered);
    m_ui->chartView->setVisible(ready);
    m_ui->usageTable->setVisible(ready);
    m_ui->scrollSpacer->changeSize(0, 0, QSizePolicy::Minimum,
                                   ready ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    m_ui->scrollLayout->invalidate();
    if (!m_presenter.problem().isEmpty())
        m_ui->noticeBar->setNotice({Severity::Error, m_presenter.problem(), {}});
    else
        m_ui->noticeBar->setNotice({Severity::Warning, m_presenter.reasons().join(u' '), {}});
    showQuotas();
    if (offered)
        showControls();
    m_ui->totalLabel->setVisible(ready);
    m_ui->currentLabel->setVisible(ready && m_ui->chartView->current() >= 0);
    m_ui->legendList->setVisible(ready && !m_presenter.chart().groupTitle.isEmpty());
    m_ui->exportButton->setEnabled(ready);
    m_ui->showAllButton->setEnabled(false);
    if (ready)
        showChart();
}

void UsagePage::showSpan()
{
    m_ui->showAllButton->setEnabled(!m_ui->chartView->showsAll());
    m_ui->totalLabel->setText(m_presenter.totalSentence(m_ui->chartView->span()));
}

void UsagePage::showControls()
{
    const QStringList groupings = m_presenter.groupings();
    m_ui->groupingComboBox->clear();
    for (const QString &grouping : groupings)
        m_ui->groupingComboBox->addItem(m_presenter.groupingText(grouping));
    m_ui->groupingComboBox->setCurrentIndex(static_cast<int>(m_presenter.groupingIndex()));
    m_ui->groupingComboBox->setEnabled(groupings.size() > 1);
    showBuckets();
    m_ui->stackedCheckBox->setEnabled(m_presenter.canStack());
    m_ui->stackedCheckBox->setChecked(m_presenter.isStacked());
    const QString key = m_presenter.keyOffered();
    m_ui->onlyKeyButton->setVisible(!key.isEmpty());
    m_ui->onlyKeyButton->setText(
        tr("Only \"%1\"").arg(QString(key).replace(u'&', QStringLiteral("&&"))));
}

/** Where there are no figures by time, only how far back they go can be chosen. */
void UsagePage::showBuckets()
{
    const bool byTime = m_presenter.isOverTime();
    const QStringList texts = byTime ? QStringList{tr("Hour"), tr("Day"), tr("Week"), tr("Month")}
                                     : QStringList{tr("Last 3 days"), tr("Last 30 days"),
                                                   tr("Last 26 weeks"), tr("Last 12 months")};
    for (int i = 0; i < texts.size(); ++i)
        m_ui->bucketComboBox->setItemText(i, texts.at(i));
    m_ui->bucketLabel->setText(byTime ? tr("&Interval") : tr("Per&iod"));
    m_ui->bucketComboBox->setCurrentIndex(static_cast<int>(m_presenter.bucket()));
}

void UsagePage::showChart()
{
    const ChartData &chart = m_presenter.chart();
    std::optional<ChartSpan> span;
    if (std::exchange(m_subject, m_presenter.subject()) != m_presenter.subject()) {
        const qsizetype all = chart.slotCount();
        const qsizetype count = chart.isByTime ? std::min(all, m_presenter.usualSpan()) : all;
        span = ChartSpan{all - count, count};
    }
    m_table->setChart(chart); // first: what is current in the chart is selected in the table
    m_ui->chartView->setData(chart, span);
    showCurrent(m_ui->chartView->current(), m_ui->chartView->currentText());
    showSpan();
    showLegend();
}

void UsagePage::showLegend()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const ChartData &chart = m_presenter.chart();
    QListWidget *legend = m_ui->legendList;
    while (legend->count() > chart.curves.size())
        delete legend->takeItem(legend->count() - 1);
    while (legend->count() < chart.curves.size())
        legend->addItem(new QListWidgetItem);
    const int side = fontMetrics().ascent();
    for (qsizetype i = 0; i < chart.curves.size(); ++i) {
        const ChartCurve &curve = chart.curves.at(i);
        QListWidgetItem *item = legend->item(static_cast<int>(i));
        QPixmap colour(side, side);
        colour.fill(curveColour(chart, curve, palette()));
        item->setIcon(colour);
        item->setText(fontMetrics().elidedText(curve.label, Qt::ElideMiddle, 24 * side));
        item->setData(Qt::UserRole, curve.group);
        item->setData(Qt::AccessibleTextRole, curve.label);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(curve.isShown ? Qt::Checked : Qt::Unchecked);
    }
    constexpr int mostLines = 2;
    legend->setFixedHeight(mostLines * (fontMetrics().height() + 8));
}

void UsagePage::showCurrent(qsizetype slot, const QString &text)
{
    m_ui->currentLabel->setText(QString(text).replace(u'\n', QStringLiteral(" · ")));
    m_ui->currentLabel->setVisible(slot >= 0);
    if (slot >= 0)
        m_ui->usageTable->selectRow(m_table->rowOf(slot));
    else
        m_ui->usageTable->clearSelection();
}

void UsagePage::showQuotas()
{
    const QList<QuotaOutlook> &quotas = m_presenter.quotas();
    const QList<Quota> &history = m_presenter.quotaHistory();
    if (m_shownQuotas == quotas && m_shownHistory == history)
        return;
    m_shownQuotas = quotas;
    m_shownHistory = history;
    while (QLayoutItem *item = m_ui->quotasLayout->takeAt(0)) {
        item->widget()->deleteLater(); // one of its boxes may be telling
        item->widget()->hide();
        delete item;
    }
    for (const QuotaOutlook &outlook : quotas)
        m_ui->quotasLayout->addWidget(quotaWidget(outlook));
    m_ui->quotasWidget->setVisible(!quotas.isEmpty());
}

QWidget *UsagePage::quotaWidget(const QuotaOutlook &outlook)
{
    auto *widget = new QWidget(m_ui->quotasWidget);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const QStringList sentences{quotaSentence(outlook.quota, m_presenter.now()),
                                thresholdSentence(outlook),
                                forecastSentence(outlook, m_presenter.quotas())};
    auto *name = new QLabel(outlook.quota.name, widget);
    name->setTextFormat(Qt::PlainText);
    auto *gauge = new QuotaGauge(widget);
    gauge->setReading(outlook.quota, outlook.thresholds, sentences.join(u' '));
    layout->addWidget(name);
    layout->addWidget(gauge);
    for (const QString &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        auto *words = new QLabel(sentence, widget);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        layout->addWidget(words);
    }
    if (outlook.quota.share())
        layout->addWidget(thresholdsWidget(outlook, widget));
    addHistory(outlook.quota, layout);
    return widget;
}

void UsagePage::addHistory(const Quota &quota, QVBoxLayout *layout)
{
    const ChartData chart = quotaHistoryChart(quota, m_presenter.quotaHistory());
    if (chart.slotCount() == 0)
        return;
    auto *button = new QPushButton(tr("Show history"));
    button->setAccessibleName(tr("History of \"%1\"").arg(quota.name));
    button->setAutoDefault(false);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *history = new QuotaHistory(chart);
    button->setChecked(m_openHistories.contains(quota.id));
    history->setVisible(button->isChecked());
    connect(button, &QPushButton::toggled, history, &QWidget::setVisible);
    connect(button, &QPushButton::toggled, this, [this, id = quota.id](bool open) {
        open ? void(m_openHistories.insert(id)) : void(m_openHistories.remove(id));
    });
    layout->addWidget(button);
    layout->addWidget(history);
}

QWidget *UsagePage::thresholdsWidget(const QuotaOutlook &outlook, QWidget *parent)
{
    auto *widget = new QWidget(parent);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto box = [&](const QString &text, double share) {
        auto *label = new QLabel(text, widget);
        auto *spin = new QSpinBox(widget);
        spin->setRange(1, 100);
        spin->setSuffix(tr(" %"));
        spin->setValue(static_cast<int>(std::lround(share * 100)));
        spin->setKeyboardTracking(false);
        label->setBuddy(spin);
        layout->addWidget(label);
        layout->addWidget(spin);
        return spin;
    };
    QSpinBox *warning = box(tr("&Tell me at"), outlook.thresholds.warning);
    QSpinBox *alarm = box(tr("an&d at"), outlook.thresholds.alarm);
    layout->addStretch(1);
    const auto store = [this, id = outlook.quota.id, warning, alarm,
                        before = outlook.thresholds](QSpinBox *changed) {
        // Neither passes the other.
        if (changed == warning && alarm->value() < warning->value())
            alarm->setValue(warning->value());
        if (changed == alarm && warning->value() > alarm->value())
            warning->setValue(alarm->value());
        const QuotaThresholds wanted{warning->value() / 100.0, alarm->value() / 100.0};
        if (wanted != before)
            m_presenter.setThresholds(id, wanted);
    };
    for (QSpinBox *spin : {warning, alarm})
        connect(spin, &QSpinBox::editingFinished, this, [store, spin] { store(spin); });
    return widget;
}

void UsagePage::exportAs(Form form)
{
    FileRequest request;
    request.title = tr("Export usage");
    request.action = tr("Export");
    // A picture shows what is in sight, the figures are all that there are.
    const ChartSpan all{0, m_presenter.chart().slotCount()};
    const ChartSpan sight = m_ui->chartView->span();
    UsageExport order;
    switch (form) {
    case Form::Png:
        request.filters = QStringList{tr("Pictures (*.png)")};
        order = m_presenter.exportOf(QStringLiteral("png"), sight);
        order.bytes = m_ui->chartView->png();
        break;
    case Form::Svg:
        request.filters = QStringList{tr("Drawings (*.svg)")};
        order = m_presenter.exportOf(QStringLiteral("svg"), sight);
        order.bytes = m_ui->chartView->svg();
        break;
    case Form::Csv:
        request.filters = QStringList{tr("CSV files (*.csv)")};
        order = m_presenter.exportOf(QStringLiteral("csv"), all);
        order.bytes = UsageService::csv(m_presenter.figures());
        break;
    }
    request.suggestion = QStringLiteral("usage.") + order.format;
    whenReady(m_prompts.saveFile(this, request), this, [this, order](const QString &file) mutable {
        order.file = file;
        m_presenter.save(order);
    });
}

} // namespace chatelaine
