// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "unit/store/storefixture.h"

namespace chatelaine {

inline const ContainerPath acme = makePath({QStringLiteral("acme")});
inline const ContainerPath web = makePath({QStringLiteral("acme"), QStringLiteral("web")});
inline const ContainerPath data = makePath({QStringLiteral("acme"), QStringLiteral("data")});

/** A store with one account, and readings of it. */
class SyncFixture : public StoreFixture
{
public:
    SyncFixture()
        : account(makeAccount(QStringLiteral("Acme")))
    {
        valueOf(store->putAccount(account));
    }

    /** A complete reading of the containers and keys given, one hour after the last. */
    SyncResult reading(const QList<ContainerPath> &containers, const QList<KeyRecord> &keys)
    {
        clock.advance(3600);
        SyncResult result;
        result.account = account.id;
        result.containers.items = containers;
        result.containersComplete = true;
        result.keys.items = keys;
        result.completeContainers = containers;
        result.completeContainers.append(ContainerPath());
        result.startedAt = clock.now().plusSeconds(-10);
        result.endedAt = clock.now();
        result.status.condition = AccountStatus::Condition::Fresh;
        result.status.asOf = result.endedAt;
        result.askedBy = QStringLiteral("window");
        return result;
    }
    SyncSummary sync(const SyncResult &result) { return valueOf(store->applySync(result)); }
    KeyRow only(const QString &name)
    {
        const QList<KeyRow> found = valueOf(store->findKeys(name));
        if (found.size() != 1)
            qFatal("%d keys are called %s", int(found.size()), qPrintable(name));
        return found.first();
    }

    AccountRow account;
};

} // namespace chatelaine
