// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/usage/usagepresenter.h"

#include <QSet>
#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace Ui {
class UsagePage;
}

namespace chatelaine {

class Prompts;
class UsageTableModel;

/** Usage over time and the quotas of one account, container or key. */
class UsagePage : public QWidget
{
    Q_OBJECT
public:
    UsagePage(Services &services, const Clock &clock, Prompts &prompts, QWidget *parent = nullptr)
        : UsagePage(UsagePort::of(services), clock, prompts, parent)
    {}
    UsagePage(UsagePort port, const Clock &clock, Prompts &prompts, QWidget *parent = nullptr);
    ~UsagePage() override;

    /** Shows what the store has, then asks the vendor. An empty account: nothing is chosen. */
    void setScope(const AccountId &account, const ContainerPath &container);
    UsagePresenter &presenter() { return m_presenter; }
    /** Asks the vendor again. */
    void refresh();

private:
    enum class Form { Png, Svg, Csv };
    void setUpControls();
    void setUpChart();
    void setUpExport();
    void showState();
    void showControls();
    void showBuckets();
    void showChart();
    void showSpan();
    void showLegend();
    void showCurrent(qsizetype slot, const QString &text);
    void showQuotas();
    QWidget *quotaWidget(const QuotaOutlook &outlook);
    void addHistory(const Quota &quota, QVBoxLayout *layout);
    QWidget *thresholdsWidget(const QuotaOutlook &outlook, QWidget *parent);
    void exportAs(Form form);

    std::unique_ptr<Ui::UsagePage> m_ui;
    UsagePresenter m_presenter;
    Prompts &m_prompts;
    UsageTableModel *m_table = nullptr;
    QList<QuotaOutlook> m_shownQuotas;
    QList<Quota> m_shownHistory;
    QSet<QString> m_openHistories; ///< ids of quotas
    QStringList m_subject;         ///< another one: what is in sight is chosen anew
    bool m_isShowing = false;      ///< controls are being set, not used
};

} // namespace chatelaine
