// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition.h"

#include "app/profile.h"
#include "core/clock.h"
#include "platform/desktopnotifier.h"
#include "platform/profilepaths.h"
#include "platform/secretservice.h"
#include "platform/sessionwatch.h"
#include "platform/systemuser.h"
#include "providers/catalog.h"
#include "secrets/systemkeychain.h"
#include "services/accountservice.h"
#include "services/auditservice.h"
#include "services/bulkservice.h"
#include "services/containerservice.h"
#include "services/context.h"
#include "services/deliveryservice.h"
#include "services/findingservice.h"
#include "services/heldsecrets.h"
#include "services/keychaindoctor.h"
#include "services/keynoteservice.h"
#include "services/keyservice.h"
#include "services/leaksearch.h"
#include "services/lockservice.h"
#include "services/practicesession.h"
#include "services/quotawatch.h"
#include "services/replacementservice.h"
#include "services/reportservice.h"
#include "services/syncservice.h"
#include "services/teamservice.h"
#include "services/usageservice.h"
#include "services/vendorauditservice.h"
#include "services/webhookservice.h"
#include "store/store.h"
#include "store/team/teamcopier.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

namespace chatelaine {

namespace {

/** A named thread with an event loop, which is ended and waited for before it is destroyed. */
class OwnedThread
{
public:
    explicit OwnedThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_thread.start();
    }
    ~OwnedThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    OwnedThread(const OwnedThread &) = delete;
    OwnedThread &operator=(const OwnedThread &) = delete;

    QThread *get() { return &m_thread; }

private:
    QThread m_thread;
};

} // namespace

/** In the order of their making; destroyed in the opposite one. */
struct Composition::Parts
{
    explicit Parts(Profile opened)
        : profile(std::move(opened))
        , catalog(profile.definitions())
    {}

    Profile profile;
    SystemClock clock;
    SystemRandom random;
    OwnedThread writer{QStringLiteral("store-writer")};
    OwnedThread reader{QStringLiteral("store-reader")};
    OwnedThread teamThread{QStringLiteral("team")};
    OwnedThread keychainThread{QStringLiteral("keychain")};
    Catalog catalog;
    std::unique_ptr<Store> store;
    std::unique_ptr<TeamCopier> teamCopier;
    std::unique_ptr<Keychain> keychain;
    std::unique_ptr<ClientPool> clients;
    std::unique_ptr<ServiceContext> context;
    std::unique_ptr<AccountService> accounts;
    std::unique_ptr<SyncService> sync;
    std::unique_ptr<HeldSecrets> held;
    std::unique_ptr<DeliveryService> delivery;
    std::unique_ptr<KeyService> keys;
    std::unique_ptr<UsageService> usage;
    std::unique_ptr<AuditService> audit;
    std::unique_ptr<ContainerService> containers;
    std::unique_ptr<WebhookService> webhooks;
    std::unique_ptr<ReplacementService> replacements;
    std::unique_ptr<VendorAuditService> vendorAudit;
    std::unique_ptr<BulkService> bulk;
    std::unique_ptr<LeakSearch> leaks;
    std::unique_ptr<KeychainDoctor> doctor;
    std::unique_ptr<FindingService> findings;
    std::unique_ptr<KeyNoteService> notes;
    std::unique_ptr<TeamService> team;
    std::unique_ptr<ReportService> reports;
    std::unique_ptr<PracticeSession> practice;
    std::unique_ptr<SessionWatch> session;
    std::unique_ptr<LockService> lock;
    std::unique_ptr<DesktopNotifier> notifier;
    std::unique_ptr<QuotaWatch> quotaWatch;
    std::unique_ptr<Services> services;
};

Outcome<std::unique_ptr<Composition>> Composition::make(const CompositionOptions &options)
{
    const QString folder = options.profile.isEmpty() ? defaultProfileFolder() : options.profile;
    if (folder.isEmpty()) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.message = QCoreApplication::translate(
            "Composition", "This system has no folder for application data.");
        error.next = QCoreApplication::translate("Composition", "Name a folder with --profile.");
        return error;
    }
    auto profile = openProfile(folder);
    if (!profile)
        return profile.error();
    auto parts = std::make_unique<Parts>(std::move(profile).value());
    Parts &p = *parts;

    const SystemUser user = currentSystemUser();
    StoreOptions storeOptions;
    storeOptions.file = p.profile.database();
    storeOptions.hadDatabase = p.profile.hadDatabase;
    storeOptions.author = {user.user, user.host, options.program};
    storeOptions.clock = &p.clock;
    storeOptions.writer = p.writer.get();
    storeOptions.reader = p.reader.get();
    auto store = Store::open(storeOptions);
    if (!store)
        return store.error();
    p.store = std::move(store).value();
    const auto noted = noteDatabase(p.profile);
    if (!noted)
        return noted.error();

    p.teamCopier =
        std::make_unique<TeamCopier>(storeOptions, p.store->installation(), p.teamThread.get());
    p.keychain = std::make_unique<SystemKeychain>(
        p.profile.keychainService(), std::make_shared<SecretService>(), p.keychainThread.get());
    p.clients = std::make_unique<ClientPool>(*p.store, *p.keychain, p.catalog, p.clock, p.random,
                                             RetryPolicy{});
    p.context = std::make_unique<ServiceContext>(ServiceContext{
        *p.store, *p.keychain, p.catalog, *p.clients, p.clock, p.profile.folder, options.program});
    p.accounts = std::make_unique<AccountService>(*p.context);
    p.sync = std::make_unique<SyncService>(*p.context);
    p.held = std::make_unique<HeldSecrets>(*p.context);
    p.delivery = std::make_unique<DeliveryService>(*p.context, *p.held);
    p.keys = std::make_unique<KeyService>(*p.context, *p.held);
    p.usage = std::make_unique<UsageService>(*p.context);
    p.audit = std::make_unique<AuditService>(*p.context);
    p.containers = std::make_unique<ContainerService>(*p.context, *p.held);
    p.webhooks = std::make_unique<WebhookService>(*p.context, *p.held);
    p.replacements = std::make_unique<ReplacementService>(*p.context, *p.held, *p.keys);
    p.vendorAudit = std::make_unique<VendorAuditService>(*p.context);
    p.bulk = std::make_unique<BulkService>(*p.context, *p.keys);
    p.leaks = std::make_unique<LeakSearch>(*p.context);
    p.doctor = std::make_unique<KeychainDoctor>(*p.context);
    p.findings = std::make_unique<FindingService>(*p.context, *p.held);
    p.notes = std::make_unique<KeyNoteService>(*p.context);
    p.team = std::make_unique<TeamService>(*p.context, *p.teamCopier, options.team);
    p.reports = std::make_unique<ReportService>(
        ReportServices{*p.context, *p.accounts, *p.findings, *p.audit, p.team.get()});
    if (!options.practiceProgram.isEmpty())
        p.practice =
            std::make_unique<PracticeSession>(*p.context, *p.accounts, options.practiceProgram);
    if (options.watchesSession) {
        p.session = makeSessionWatch();
        p.lock = std::make_unique<LockService>(*p.context, *p.held, p.session.get());
        p.notifier = makeDesktopNotifier();
        p.quotaWatch = std::make_unique<QuotaWatch>(*p.context, *p.usage, *p.sync, p.notifier.get(),
                                                    p.lock.get());
        p.team->keepCopying();
    }
    p.services = std::make_unique<Services>(
        Services{*p.accounts,       *p.sync,  *p.held,       *p.delivery,      *p.keys,
                 *p.usage,          *p.audit, *p.containers, *p.webhooks,      *p.replacements,
                 *p.vendorAudit,    *p.bulk,  *p.leaks,      *p.doctor,        *p.findings,
                 *p.reports,        *p.team,  *p.notes,      p.practice.get(), p.lock.get(),
                 p.quotaWatch.get()});
    return std::unique_ptr<Composition>(new Composition(std::move(parts)));
}

Composition::Composition(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

Composition::~Composition()
{
    m_parts.reset();
    QThreadPool::globalInstance()->waitForDone();
    // What the ended threads had posted last reaches nobody any more. Left to the application's own
    // end, Qt 6.4 destroys it under a lock that a cancelled continuation takes again: a deadlock.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

Services &Composition::services()
{
    return *m_parts->services;
}

Store &Composition::store()
{
    return *m_parts->store;
}

const Clock &Composition::clock() const
{
    return m_parts->clock;
}

QString Composition::profile() const
{
    return m_parts->profile.folder;
}

} // namespace chatelaine
