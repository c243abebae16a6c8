// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/webhooks/webhookspresenter.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace Ui {
class WebhooksPage;
}

namespace chatelaine {

class Confirmer;

/** The webhooks of an account, what can be done with them, and what they delivered. Holds no
 * decision. */
class WebhooksPage : public QWidget
{
    Q_OBJECT
public:
    WebhooksPage(WebhooksPort port, Confirmer &confirmer, QWidget *parent = nullptr);
    ~WebhooksPage() override;

    WebhooksPresenter &presenter() { return m_presenter; }

signals:
    void formRequested(const chatelaine::FormRequest &request);
    void credentialsRequested(const chatelaine::AccountId &account);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpTables();
    void addButtons();
    void request(WebhookVerb verb);
    void showState();
    void showWebhooks();
    void showDeliveries();

    std::unique_ptr<Ui::WebhooksPage> m_ui;
    WebhooksPresenter m_presenter;
    Confirmer &m_confirmer;
    QList<std::pair<WebhookVerb, QPushButton *>> m_buttons;
    QList<WebhookRow> m_shown;
};

} // namespace chatelaine
