// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/formrequest.h"
#include "gui/webhooks/webhooksport.h"

namespace chatelaine {

/** Decides what the page of webhooks shows and does. Knows no widget. */
class WebhooksPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State {
        NothingChosen,
        NotOffered,      ///< the vendor's API has no webhooks
        ChooseContainer, ///< they belong to an organization or project: choose one
        NeedsCredential, ///< a slot that they need is empty
        Loading,         ///< nothing to show yet
        Failed,          ///< nothing to show, and `problem` says why
        Empty,
        Ready,
    };

    explicit WebhooksPresenter(WebhooksPort port, QObject *parent = nullptr);
    ~WebhooksPresenter() override;

    void setScope(const AccountId &account, const ContainerPath &path);
    AccountId account() const { return m_account; }
    void setActive(bool active); ///< the page is shown: only then the vendor is asked
    void refresh();
    void readKnown();

    State state() const;
    QString stateSentence() const;
    bool isBusy() const { return m_pending > 0; }
    Notice problem() const; ///< beside what is shown all the same
    const QList<WebhookRow> &webhooks() const { return m_webhooks; }

    bool can(WebhookVerb verb) const; ///< with the chosen webhook; Create: at all
    bool has(WebhookVerb verb) const; ///< the vendor declares it
    void choose(const WebhookUid &uid);
    const WebhookRow *chosen() const;
    const WebhookVerbInfo *verbInfo(WebhookVerb verb) const;
    FormRequest form() const; ///< of a new webhook
    /** Pause, Resume, Delete, Ping; a Delete was asked for. */
    void apply(WebhookVerb verb, const WebhookUid &uid);

    bool hasDeliveries() const;
    const QList<WebhookDelivery> &deliveries() const { return m_deliveries; }
    QString deliveriesSentence() const; ///< why there is nothing to see; else empty
    void retry(const QString &delivery);

signals:
    void changed();
    void deliveriesChanged();
    void noticed(const chatelaine::Notice &notice);

private:
    const WebhookInfo *info() const;
    std::optional<ContainerPath> container() const;
    QString missingSlot() const; ///< label; empty: none is missing
    void readDeliveries();
    void begin();
    void end();

    WebhooksPort m_port;
    AccountId m_account;
    ContainerPath m_path;
    std::optional<ProviderInfo> m_provider;
    QList<WebhookRow> m_webhooks;
    WebhookUid m_chosen;
    QList<WebhookDelivery> m_deliveries;
    QString m_deliveriesProblem;
    std::optional<Error> m_problem;
    QStringList m_reasons;
    CancellationPtr m_cancellation;
    bool m_active = false;
    bool m_read = false; ///< the vendor was asked about this scope
    int m_pending = 0;
    int m_generation = 0; ///< answers about an earlier scope are dropped
};

} // namespace chatelaine
