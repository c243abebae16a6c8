// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/heldsecrets.h"

#include "core/cancellation.h"
#include "core/listing.h"
#include "core/providerinfo.h"

#include <QJsonValue>
#include <QObject>

namespace chatelaine {

struct NewWebhook
{
    AccountId account;
    ContainerPath container;          ///< empty: of the account
    QMap<QString, QJsonValue> values; ///< of the form, by field id
    bool unheldAccepted = false;      ///< the user knows that the signing secret cannot be held
};

struct NewWebhookResult
{
    WebhookRow webhook;
    std::optional<HeldSecret> secret; ///< absent when the vendor signs without one
    QStringList warnings;
};

struct WebhookChange
{
    WebhookRow webhook; ///< afterwards
    QString note;
};

/** The webhooks of a container as the store has them, and how far that can be believed. */
struct WebhookInventory
{
    QList<WebhookRow> webhooks;   ///< those that are not gone
    bool complete = false;        ///< read from the vendor just now, and all there is
    QStringList reasons;          ///< why it is not complete
    std::optional<Error> problem; ///< the vendor could not be asked; what is known is given
};

/** Webhooks: listed, made, paused, deleted. Each change is in the journal before it is sent. Lives
 * on the main thread. */
class WebhookService : public QObject
{
    Q_OBJECT
public:
    WebhookService(ServiceContext &context, HeldSecrets &held, QObject *parent = nullptr);
    ~WebhookService() override;

    /** Those that are known here; asks no vendor. An empty account: of all. */
    [[nodiscard]] FutureOutcome<QList<WebhookRow>> known(const AccountId &account);
    [[nodiscard]] FutureOutcome<WebhookRow> webhook(const WebhookUid &uid);
    /** What WEBHOOK means: the vendor's id, ours, or the URL; NotFound, or Conflict naming the
     * candidates. */
    [[nodiscard]] FutureOutcome<WebhookRow> find(const AccountId &account, const QString &text);
    /** Asks the vendor and keeps what it says; of a vendor that lists none, those made here. */
    [[nodiscard]] FutureOutcome<WebhookInventory> refresh(const AccountId &account,
                                                          const ContainerPath &container,
                                                          CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<QList<FieldOption>>
    fieldOptions(const AccountId &account, const QString &field, const ContainerPath &container);

    /** Keychain error with nothing sent when the secret cannot be held and that was not accepted.
     */
    [[nodiscard]] FutureOutcome<NewWebhookResult> create(const NewWebhook &order);
    /** Pause, Resume, Delete or Ping. */
    [[nodiscard]] FutureOutcome<WebhookChange> apply(const WebhookUid &webhook, WebhookVerb verb);
    [[nodiscard]] FutureOutcome<Listing<WebhookDelivery>>
    deliveries(const WebhookUid &webhook, CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<Done> retry(const WebhookUid &webhook, const QString &delivery);

signals:
    void changed(); ///< what known() gives may be another

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
