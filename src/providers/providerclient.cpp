// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/providerclient.h"

#include "core/redaction.h"
#include "core/rows.h"
#include "providers/auditexport.h"
#include "providers/containerchanges.h"
#include "providers/inventoryreader.h"
#include "providers/keychanges.h"
#include "providers/readings.h"
#include "providers/variantchoice.h"
#include "providers/webhookcalls.h"

namespace chatelaine {

class ProviderClient::Private
{
public:
    Private(std::shared_ptr<const Definition> definition, Connection connection,
            CredentialSupplier *credentials, const Clock *clock, Random *randomness,
            ProviderClient *client)
        : random(randomness)
        , generations(std::move(definition), std::move(connection), credentials, clock, randomness,
                      client)
    {}

    Exchanger *exchanger() const { return generations.current(); }
    const Definition &definition() const { return exchanger()->definition(); }

    Random *random;
    Generations generations;
};

namespace {

constexpr qsizetype longestIdentity = 200;

Error unknownKind(const QString &kind)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = ProviderClient::tr("There is no kind of key \"%1\".").arg(kind);
    return error;
}

} // namespace

ProviderClient::ProviderClient(std::shared_ptr<const Definition> definition, Connection connection,
                               CredentialSupplier *credentials, const Clock *clock, Random *random,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(definition), std::move(connection), credentials, clock,
                                  random, this))
{}

ProviderClient::~ProviderClient() = default;

const ProviderInfo &ProviderClient::info() const
{
    return d->definition().info;
}

FutureOutcome<CredentialReport> ProviderClient::check(CancellationPtr cancellation)
{
    d->exchanger()->forgetSwitches();
    Answer<CredentialReport> answer;
    whenDone(chooseVariant(&d->generations, cancellation), this,
             [this, answer, cancellation](const Outcome<Done> &chosen) {
                 if (!chosen) // this is going away
                     return answer.give(chosen.error());
                 whenDone(checkAccount(d->exchanger(), cancellation), this,
                          [this, answer](const Outcome<CredentialReport> &report) {
                              if (report)
                                  d->exchanger()->setFact(
                                      identityFact, displaySafe(report->identity, longestIdentity));
                              answer.give(report);
                          });
             });
    return answer.future();
}

FutureOutcome<ServerCertificate> ProviderClient::serverCertificate(CancellationPtr cancellation)
{
    return d->exchanger()->serverCertificate(cancellation);
}

FutureOutcome<InventoryReading> ProviderClient::readInventory(CancellationPtr cancellation,
                                                              ProgressFunction progress)
{
    const auto read = [this, cancellation, progress = std::move(progress)] {
        return std::make_shared<InventoryReader>(d->exchanger(), cancellation, progress)->start();
    };
    if (d->generations.isChosen())
        return read();
    Answer<InventoryReading> answer;
    whenDone(chooseVariant(&d->generations, cancellation), this,
             [this, answer, read](const Outcome<Done> &chosen) {
                 if (!chosen) // this is going away
                     return answer.give(chosen.error());
                 whenDone(read(), this, [answer](const Outcome<InventoryReading> &reading) {
                     answer.give(reading);
                 });
             });
    return answer.future();
}

FutureOutcome<Listing<KeyRecord>> ProviderClient::listKeys(const ContainerPath &container,
                                                           const QString &kind,
                                                           CancellationPtr cancellation)
{
    const KindTemplate *known = d->definition().kind(kind);
    if (!known)
        return readyOutcome<Listing<KeyRecord>>(unknownKind(kind));
    Answer<Listing<KeyRecord>> answer;
    whenDone(readKeys(d->exchanger(), *known, container, false, std::move(cancellation)),
             d->exchanger(), [answer](const Outcome<KeyReading> &reading) {
                 if (!reading) {
                     answer.give(reading.error());
                     return;
                 }
                 if (reading.value().error && reading.value().keys.isEmpty()) {
                     answer.give(*reading.value().error);
                     return;
                 }
                 Listing<KeyRecord> listing;
                 listing.sources = reading.value().sources;
                 for (const ListedKey &key : reading.value().keys)
                     listing.items.append(key.record);
                 answer.give(std::move(listing));
             });
    return answer.future();
}

FutureOutcome<QList<FieldOption>> ProviderClient::fieldOptions(const QString &kind, KeyVerb verb,
                                                               const QString &field,
                                                               const ContainerPath &container)
{
    const KindTemplate *known = d->definition().kind(kind);
    const VerbTemplate *form = known ? known->verb(verb) : nullptr;
    if (!form)
        return readyOutcome<QList<FieldOption>>(unknownKind(kind));
    for (const FieldTemplate &candidate : form->fields) {
        if (candidate.info.id != field)
            continue;
        if (candidate.options)
            return readOptions(d->exchanger(), *candidate.options, container);
        return readyOutcome<QList<FieldOption>>(candidate.info.options);
    }
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = tr("This vendor has no field \"%1\".").arg(field);
    return readyOutcome<QList<FieldOption>>(error);
}

Outcome<Done> ProviderClient::validate(const CreateOrder &order) const
{
    return validateOrder(d->definition(), order);
}

Outcome<Done> ProviderClient::validate(const RotateOrder &order) const
{
    return validateChange(d->definition(), KeyVerb::Rotate, order.key, order.values);
}

Outcome<Done> ProviderClient::validate(const ContainerOrder &order) const
{
    return validateContainerOrder(d->definition(), order);
}

Outcome<Done> ProviderClient::validateUpdate(const KeyRecord &key,
                                             const QMap<QString, QJsonValue> &values) const
{
    return validateChange(d->definition(), KeyVerb::Update, key, values);
}

FutureOutcome<RotatedKey> ProviderClient::rotate(const RotateOrder &order)
{
    if (const auto valid = validate(order); !valid)
        return readyOutcome<RotatedKey>(valid.error());
    return rotateKey(d->exchanger(), order);
}

FutureOutcome<VerbResult> ProviderClient::update(const KeyRecord &key,
                                                 const QMap<QString, QJsonValue> &values)
{
    if (const auto valid = validateUpdate(key, values); !valid)
        return readyOutcome<VerbResult>(valid.error());
    return updateKey(d->exchanger(), key, values);
}

FutureOutcome<ContainerResult> ProviderClient::changeContainer(const ContainerOrder &order)
{
    if (const auto valid = validate(order); !valid)
        return readyOutcome<ContainerResult>(valid.error());
    return changeOneContainer(d->exchanger(), order);
}

FutureOutcome<CreatedKey> ProviderClient::create(const CreateOrder &order)
{
    if (const auto valid = validate(order); !valid)
        return readyOutcome<CreatedKey>(valid.error());
    return createKey(d->exchanger(), order);
}

FutureOutcome<VerbResult> ProviderClient::apply(KeyVerb verb, const KeyRecord &key)
{
    // Those have a form, or answer with a secret: they have calls of their own.
    if (verb == KeyVerb::Create || verb == KeyVerb::Rotate || verb == KeyVerb::Update) {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = tr("This cannot be done without its form.");
        return readyOutcome<VerbResult>(error);
    }
    return applyVerb(d->exchanger(), verb, key);
}

FutureOutcome<SecretVerdict> ProviderClient::checkSecret(SharedSecret secret, const QString &kind,
                                                         const std::optional<KeyRecord> &key)
{
    const KindTemplate *known = d->definition().kind(kind);
    if (!known || !secret)
        return readyOutcome<SecretVerdict>(unknownKind(kind));
    return checkSecretWith(d->exchanger(), d->random, *known, std::move(secret), key);
}

FutureOutcome<QList<UsageSample>> ProviderClient::usage(const ContainerPath &container,
                                                        Timestamp from, Timestamp to,
                                                        CancellationPtr cancellation)
{
    return readUsageSamples(d->exchanger(), container, from, to, std::move(cancellation));
}

FutureOutcome<QList<Quota>> ProviderClient::quotas(CancellationPtr cancellation)
{
    return readAllQuotas(d->exchanger(), std::move(cancellation));
}

FutureOutcome<Listing<WebhookRecord>> ProviderClient::listWebhooks(const ContainerPath &container,
                                                                   CancellationPtr cancellation)
{
    return readWebhookList(d->exchanger(), container, std::move(cancellation));
}

FutureOutcome<QList<FieldOption>>
ProviderClient::webhookFieldOptions(const QString &field, const ContainerPath &container)
{
    return readWebhookOptions(d->exchanger(), field, container);
}

FutureOutcome<CreatedWebhook> ProviderClient::createWebhook(const WebhookOrder &order)
{
    return createWebhookFrom(d->exchanger(), order);
}

FutureOutcome<WebhookResult> ProviderClient::changeWebhook(WebhookVerb verb,
                                                           const WebhookRecord &webhook)
{
    return applyToWebhook(d->exchanger(), verb, webhook);
}

FutureOutcome<Listing<WebhookDelivery>>
ProviderClient::webhookDeliveries(const WebhookRecord &webhook, CancellationPtr cancellation)
{
    return readDeliveryList(d->exchanger(), webhook, std::move(cancellation));
}

FutureOutcome<Done> ProviderClient::retryDelivery(const WebhookRecord &webhook,
                                                  const QString &delivery)
{
    return retryDeliveryOf(d->exchanger(), webhook, delivery);
}

FutureOutcome<VendorAuditExport> ProviderClient::startAuditExport(const VendorAuditOrder &order)
{
    return startExport(d->exchanger(), order);
}

FutureOutcome<VendorAuditExport> ProviderClient::exportState(const VendorAuditOrder &order,
                                                             const QString &id)
{
    return readExportState(d->exchanger(), order, id);
}

FutureOutcome<Done> ProviderClient::downloadAuditExport(const VendorAuditOrder &order,
                                                        const QString &id, const QString &file,
                                                        CancellationPtr cancellation)
{
    return downloadExport(d->exchanger(), order, id, file, std::move(cancellation));
}

} // namespace chatelaine
