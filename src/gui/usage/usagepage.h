// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/usage/usagepresenter.h"

#include <QWidget>

#include <memory>

namespace Ui {
class UsagePage;
}

namespace chatelaine {

class UsageTableModel;

/** Usage of the last 30 days and the quotas of one account or container. */
class UsagePage : public QWidget
{
    Q_OBJECT
public:
    UsagePage(Services &services, const Clock &clock, QWidget *parent = nullptr)
        : UsagePage(UsagePort::of(services), clock, parent)
    {}
    UsagePage(UsagePort port, const Clock &clock, QWidget *parent = nullptr);
    ~UsagePage() override;

    /** Shows what the store has, then asks the vendor. An empty account: nothing is chosen. */
    void setScope(const AccountId &account, const ContainerPath &container);
    /** Asks the vendor again. */
    void refresh();

private:
    void showState();
    void showQuotas();
    void showGroupings();
    QWidget *quotaWidget(const Quota &quota);

    std::unique_ptr<Ui::UsagePage> m_ui;
    UsagePresenter m_presenter;
    UsageTableModel *m_table = nullptr;
    QList<Quota> m_shownQuotas;
};

} // namespace chatelaine
