// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/deliveryservice.h"

#include "secrets/secretfile.h"
#include "services/context.h"
#include "services/deliveryrun.h"
#include "services/fingerprintkey.h"
#include "services/heldsecrets.h"

#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

DestinationInfo keychainDestination()
{
    DestinationInfo info;
    info.id = destinationId::keychain;
    info.name = DeliveryService::tr("Keychain of this computer");
    info.help = DeliveryService::tr("\"Check key\" uses it from there.");
    info.origin = DeliveryService::tr("built in");
    info.readsBack = true;
    return info;
}

DestinationInfo fileDestination()
{
    FieldInfo path;
    path.id = destinationId::pathField;
    path.label = DeliveryService::tr("File");
    path.help = DeliveryService::tr("The full path. Only you can read the file.");
    path.required = true;
    DestinationInfo info;
    info.id = destinationId::file;
    info.name = DeliveryService::tr("File");
    info.help = DeliveryService::tr("A file that only you can read: the secret and nothing else.");
    info.origin = DeliveryService::tr("built in");
    info.fields = {path};
    info.canReplace = true;
    info.readsBack = true;
    return info;
}

QStringList asLines(const QList<DefinitionProblem> &problems)
{
    QStringList lines;
    for (const DefinitionProblem &problem : problems)
        lines.append(problem.toString());
    return lines;
}

Error unknownDestination(const QString &id)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = DeliveryService::tr("There is no destination \"%1\".").arg(id);
    error.next = DeliveryService::tr("See: chatelainectl destinations list");
    return error;
}

} // namespace

QString DeliveryReceipt::where() const
{
    return place.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, place);
}

class DeliveryService::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets &heldSecrets)
        : context(serviceContext)
        , held(heldSecrets)
        , fingerprints(serviceContext)
        , catalog(serviceContext.profile + u"/destinations"_s)
    {}

    ServiceContext &context;
    HeldSecrets &held;
    FingerprintKey fingerprints;
    DestinationCatalog catalog;
};

DeliveryService::DeliveryService(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, held))
{}

DeliveryService::~DeliveryService() = default;

QList<DestinationInfo> DeliveryService::destinations() const
{
    QList<DestinationInfo> all{keychainDestination(), fileDestination()};
    for (const DestinationTemplatePtr &destination : d->catalog.all())
        all.append(destination->info);
    return all;
}

std::optional<DestinationInfo> DeliveryService::find(const QString &id) const
{
    for (const DestinationInfo &info : destinations()) {
        if (info.id == id)
            return info;
    }
    return std::nullopt;
}

QStringList DeliveryService::problems() const
{
    return asLines(d->catalog.problems());
}

QStringList DeliveryService::problemsOfFile(const QString &file)
{
    return asLines(loadDestinationFile(file).problems);
}

FutureOutcome<DestinationCheck> DeliveryService::check(const Destination &destination,
                                                       const CancellationPtr &cancellation)
{
    if (const auto known = d->catalog.find(destination.id))
        return (new DestinationCheckRun(known, destination, cancellation, this))->start();
    Answer<DestinationCheck> answer;
    if (destination.id == destinationId::keychain) {
        whenDone(d->held.condition(), this, [answer](const Outcome<HoldingCondition> &condition) {
            if (!condition)
                return answer.give(condition.error());
            if (condition->usable)
                return answer.give(DestinationCheck{});
            Error error;
            error.kind = ErrorKind::Keychain;
            error.message = condition->sentence;
            error.next = condition->next;
            answer.give(error);
        });
    } else if (destination.id == destinationId::file) {
        const QString path = destination.values.value(destinationId::pathField);
        const SecretFile file(path, destination.replace);
        whenDone(QtConcurrent::run([file] { return file.check(); }), this,
                 [answer, path](const Outcome<QStringList> &doubts) {
                     if (!doubts)
                         return answer.give(doubts.error());
                     answer.give(DestinationCheck{path, {}, *doubts});
                 });
    } else {
        answer.give(unknownDestination(destination.id));
    }
    return answer.future();
}

FutureOutcome<DeliveryReceipt> DeliveryService::deliver(const HeldSecretId &id,
                                                        const Destination &destination,
                                                        const CancellationPtr &cancellation)
{
    const auto info = find(destination.id);
    if (!info)
        return readyOutcome<DeliveryReceipt>(unknownDestination(destination.id));
    if (destination.id != destinationId::keychain)
        return (new DeliveryRun(d->context, d->held, d->fingerprints,
                                d->catalog.find(destination.id), *info, destination, cancellation,
                                this))
            ->start(id);
    Answer<DeliveryReceipt> answer;
    whenDone(d->held.keep(id), this, [this, answer, info](const Outcome<Done> &kept) {
        if (!kept)
            return answer.give(kept.error());
        answer.give(
            DeliveryReceipt{info->id, info->name, {}, d->context.clock.now(), {}, true, true, {}});
    });
    return answer.future();
}

} // namespace chatelaine
