// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practiceserver.h"
#include "providers/catalog.h"
#include "services/accountservice.h"
#include "services/auditservice.h"
#include "services/bulkservice.h"
#include "services/containerservice.h"
#include "services/context.h"
#include "services/deliveryservice.h"
#include "services/heldsecrets.h"
#include "services/keyservice.h"
#include "services/replacementservice.h"
#include "services/syncservice.h"
#include "services/usageservice.h"
#include "services/vendorauditservice.h"
#include "services/webhookservice.h"
#include "store/store.h"
#include "support/fakekeychain.h"

#include <QTemporaryDir>
#include <QThread>

namespace chatelaine::test {

/** Two threads for a store, ended with the fixture. */
class StoreThreads
{
public:
    StoreThreads();
    ~StoreThreads();
    QThread writer;
    QThread reader;
};

/** All services over a real store and the real practice server; only the keychain is a fake. */
class ServiceFixture
{
public:
    ServiceFixture();
    ~ServiceFixture();

    /** Adds an account at a system of the practice server, with its admin credential. */
    AccountRow connectTo(const QString &system);
    void sync(const AccountId &account);
    QList<KeyRow> keys(const AccountId &account);
    KeyRow keyNamed(const AccountId &account, const QString &name);
    /** The container of a level in which keys can be made, the first one. */
    ContainerPath container(const AccountId &account, const QString &level);
    /** Sends a request to the practice server's control; gives the answer's body. */
    /** A key at this account, made for a test, of the last kind that can be made unless one is
     * named; its secret is held. */
    NewKeyResult makeKey(const AccountRow &account, const QString &name, const QString &kind = {});
    /** The outcomes of the journal's entries of this kind, oldest first. */
    QStringList outcomes(const QString &kind);
    /** A fault of the next matching request. */
    void fault(const QString &system, const QString &method, const QString &path,
               const QString &action);
    QByteArray control(const QByteArray &method, const QString &path, const QByteArray &body = {});
    int requestCount(const QString &system, const QString &method);

    /** Destroys services, clients and store and makes them again on the same profile: a restart. */
    void restart();

    QTemporaryDir profile;
    QTemporaryDir exports; ///< for reports, which are never written into a profile
    PracticeServer practice;
    PracticeEndpoints endpoints;
    FakeKeychain keychain;
    SystemClock clock;
    SystemRandom random;
    Catalog catalog;
    std::unique_ptr<StoreThreads> threads;
    std::unique_ptr<Store> store;
    std::unique_ptr<ClientPool> clients;
    std::unique_ptr<ServiceContext> context;
    std::unique_ptr<AccountService> accounts;
    std::unique_ptr<SyncService> syncs;
    std::unique_ptr<HeldSecrets> held;
    std::unique_ptr<DeliveryService> delivery;
    std::unique_ptr<KeyService> keyService;
    std::unique_ptr<UsageService> usage;
    std::unique_ptr<AuditService> audit;
    std::unique_ptr<ContainerService> containers;
    std::unique_ptr<WebhookService> webhooks;
    std::unique_ptr<ReplacementService> replacements;
    std::unique_ptr<VendorAuditService> vendorAudit;
    std::unique_ptr<BulkService> bulk;

private:
    void open();
    void close();
};

SharedSecret secretOf(const QString &text);

} // namespace chatelaine::test
