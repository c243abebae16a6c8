// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/providerclient.h"

#include "providers/inventoryreader.h"
#include "providers/keychanges.h"
#include "providers/readings.h"

namespace chatelaine {

class ProviderClient::Private
{
public:
    Private(std::shared_ptr<const Definition> shared, const Connection &connection,
            CredentialSupplier *credentials, const Clock *clock, Random *randomness,
            ProviderClient *client)
        : definition(std::move(shared))
        , random(randomness)
        , exchanger(new Exchanger(definition, connection, credentials, clock, randomness, client))
    {}

    std::shared_ptr<const Definition> definition;
    Random *random;
    Exchanger *exchanger; ///< a child of the client: its continuations end with it
};

namespace {

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
    , d(std::make_unique<Private>(std::move(definition), connection, credentials, clock, random,
                                  this))
{
    connect(d->exchanger, &Exchanger::throttled, this, &ProviderClient::throttled);
    connect(d->exchanger, &Exchanger::unthrottled, this, &ProviderClient::unthrottled);
    connect(d->exchanger, &Exchanger::factFound, this, &ProviderClient::factFound);
}

ProviderClient::~ProviderClient()
{
    // Before the definition: what ends now may still read it.
    delete d->exchanger;
}

const ProviderInfo &ProviderClient::info() const
{
    return d->definition->info;
}

FutureOutcome<CredentialReport> ProviderClient::check(CancellationPtr cancellation)
{
    d->exchanger->forgetSwitches();
    return checkAccount(d->exchanger, std::move(cancellation));
}

FutureOutcome<InventoryReading> ProviderClient::readInventory(CancellationPtr cancellation,
                                                              ProgressFunction progress)
{
    return std::make_shared<InventoryReader>(d->exchanger, std::move(cancellation),
                                             std::move(progress))
        ->start();
}

FutureOutcome<Listing<KeyRecord>> ProviderClient::listKeys(const ContainerPath &container,
                                                           const QString &kind,
                                                           CancellationPtr cancellation)
{
    const KindTemplate *known = d->definition->kind(kind);
    if (!known)
        return readyOutcome<Listing<KeyRecord>>(unknownKind(kind));
    Answer<Listing<KeyRecord>> answer;
    whenDone(readKeys(d->exchanger, *known, container, false, std::move(cancellation)),
             d->exchanger, [answer](const Outcome<KeyReading> &reading) {
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
    const KindTemplate *known = d->definition->kind(kind);
    const VerbTemplate *form = known ? known->verb(verb) : nullptr;
    if (!form)
        return readyOutcome<QList<FieldOption>>(unknownKind(kind));
    for (const FieldTemplate &candidate : form->fields) {
        if (candidate.info.id != field)
            continue;
        if (candidate.options)
            return readOptions(d->exchanger, *candidate.options, container);
        return readyOutcome<QList<FieldOption>>(candidate.info.options);
    }
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = tr("This vendor has no field \"%1\".").arg(field);
    return readyOutcome<QList<FieldOption>>(error);
}

Outcome<Done> ProviderClient::validate(const CreateOrder &order) const
{
    return validateOrder(*d->definition, order);
}

FutureOutcome<CreatedKey> ProviderClient::create(const CreateOrder &order)
{
    if (const auto valid = validate(order); !valid)
        return readyOutcome<CreatedKey>(valid.error());
    return createKey(d->exchanger, order);
}

FutureOutcome<VerbResult> ProviderClient::apply(KeyVerb verb, const KeyRecord &key)
{
    return applyVerb(d->exchanger, verb, key);
}

FutureOutcome<SecretVerdict> ProviderClient::checkSecret(SharedSecret secret, const QString &kind,
                                                         const std::optional<KeyRecord> &key)
{
    const KindTemplate *known = d->definition->kind(kind);
    if (!known || !secret)
        return readyOutcome<SecretVerdict>(unknownKind(kind));
    return checkSecretWith(d->exchanger, d->random, *known, std::move(secret), key);
}

FutureOutcome<QList<UsageSample>> ProviderClient::usage(const ContainerPath &container,
                                                        Timestamp from, Timestamp to,
                                                        CancellationPtr cancellation)
{
    return readUsageSamples(d->exchanger, container, from, to, std::move(cancellation));
}

FutureOutcome<QList<Quota>> ProviderClient::quotas(CancellationPtr cancellation)
{
    return readAllQuotas(d->exchanger, std::move(cancellation));
}

} // namespace chatelaine
