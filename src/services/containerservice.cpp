// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/containerservice.h"

#include "services/containerrun.h"
#include "services/context.h"
#include "services/withclient.h"
#include "store/store.h"

#include <algorithm>

namespace chatelaine {

namespace {

Error noContainerVerb(const ProviderInfo &info, const LevelInfo *level, ContainerVerb verb)
{
    QStringList names;
    for (const ContainerVerbInfo &known : level ? level->verbs : QList<ContainerVerbInfo>())
        names.append(containerVerbName(known.verb));
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message =
        ContainerService::tr("%1 has no \"%2\" here.").arg(info.name, containerVerbName(verb));
    if (!names.isEmpty())
        error.next =
            ContainerService::tr("What there is: %1.").arg(names.join(QStringLiteral(", ")));
    return error;
}

Error usedKeyGoesToo(const KeyRow &key)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message =
        ContainerService::tr("The key \"%1\", with which this account itself works, would go too.")
            .arg(key.record.name);
    error.next = ContainerService::tr("Give the account another credential first, or confirm that "
                                      "you mean it.");
    return error;
}

} // namespace

class ContainerService::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets &heldSecrets, ContainerService *owner)
        : context(serviceContext)
        , held(heldSecrets)
        , q(owner)
        , operations(serviceContext, owner)
    {}

    void run(const AccountRow &account, const ContainerChange &order, const ContainerVerbInfo &verb,
             const Answer<ContainerChangeResult> &answer)
    {
        auto *one = new ContainerRun(context, operations, held, account, order, verb, q);
        whenDone(one->start(), q,
                 [answer](const Outcome<ContainerChangeResult> &result) { answer.give(result); });
    }

    /** A delete is not begun while the account's own key would go with it. */
    void guard(const AccountRow &account, const ContainerChange &order,
               const ContainerVerbInfo &verb, const Answer<ContainerChangeResult> &answer)
    {
        whenDone(q->keysThatGoWith(account.id, order.container), q,
                 [this, account, order, verb, answer](const Outcome<QList<KeyRow>> &keys) {
                     if (!keys)
                         return answer.give(keys.error());
                     const auto used = std::find_if(keys->cbegin(), keys->cend(),
                                                    [](const KeyRow &key) { return key.inUse; });
                     if (used != keys->cend() && !order.inUseConfirmed)
                         return answer.give(usedKeyGoesToo(*used));
                     run(account, order, verb, answer);
                 });
    }

    ServiceContext &context;
    HeldSecrets &held;
    ContainerService *q;
    OperationJournal operations;
};

ContainerService::ContainerService(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, held, this))
{}

ContainerService::~ContainerService() = default;

FutureOutcome<QList<KeyRow>> ContainerService::keysThatGoWith(const AccountId &account,
                                                              const ContainerPath &container)
{
    Answer<QList<KeyRow>> answer;
    withAccount(d->context, account, this, answer,
                [this, container, answer](const AccountRow &row, ProviderClient &client) {
                    const QString level = container.isEmpty() ? QString() : container.last().level;
                    const LevelInfo *info = client.info().level(level);
                    const ContainerVerbInfo *verb =
                        info ? info->verb(ContainerVerb::Delete) : nullptr;
                    if (!verb || !verb->takesKeys)
                        return answer.give(QList<KeyRow>());
                    whenDone(d->context.store.keysOf(row.id, container), this,
                             [answer](const Outcome<QList<KeyRow>> &keys) {
                                 if (!keys)
                                     return answer.give(keys.error());
                                 QList<KeyRow> alive;
                                 for (const KeyRow &key : *keys) {
                                     if (!key.manual && !key.vanishedAt &&
                                         key.record.state != KeyState::Deleted)
                                         alive.append(key);
                                 }
                                 answer.give(alive);
                             });
                });
    return answer.future();
}

FutureOutcome<ContainerChangeResult> ContainerService::change(const ContainerChange &order)
{
    Answer<ContainerChangeResult> answer;
    withAccount(d->context, order.account, this, answer,
                [this, order, answer](const AccountRow &account, ProviderClient &client) {
                    const ProviderInfo &info = client.info();
                    const LevelInfo *level = info.level(order.level);
                    const ContainerVerbInfo *verb = level ? level->verb(order.verb) : nullptr;
                    if (!verb)
                        return answer.give(noContainerVerb(info, level, order.verb));
                    if (order.verb == ContainerVerb::Delete)
                        return d->guard(account, order, *verb, answer);
                    d->run(account, order, *verb, answer);
                });
    return answer.future();
}

} // namespace chatelaine
