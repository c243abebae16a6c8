// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "support/awaited.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace chatelaine::test {

StoreThreads::StoreThreads()
{
    writer.start();
    reader.start();
}

StoreThreads::~StoreThreads()
{
    for (QThread *thread : {&writer, &reader}) {
        thread->quit();
        thread->wait();
    }
}

namespace {

bool isMemberOnly(const QList<ContainerRow> &rows, const ContainerStep &top)
{
    for (const ContainerRow &row : rows) {
        if (row.path.size() != 1 || row.path.first().id != top.id)
            continue;
        for (const auto &[label, text] : row.details) {
            if (text == QLatin1StringView("member"))
                return true;
        }
    }
    return false;
}

} // namespace

SharedSecret secretOf(const QString &text)
{
    return *Secret::copyOf(text.toUtf8());
}

ServiceFixture::ServiceFixture()
    : catalog(QString())
{
    const auto started = practice.start({});
    if (!started)
        qFatal("the practice server did not start: %s", qPrintable(started.error().message));
    endpoints = *started;
    open();
}

ServiceFixture::~ServiceFixture()
{
    close();
}

void ServiceFixture::open()
{
    threads = std::make_unique<StoreThreads>();
    StoreOptions options;
    options.file = profile.filePath(QStringLiteral("chatelaine.sqlite"));
    options.author = {QStringLiteral("tester"), QStringLiteral("here"), QStringLiteral("tests")};
    options.clock = &clock;
    options.writer = &threads->writer;
    options.reader = &threads->reader;
    auto opened = Store::open(options);
    if (!opened)
        qFatal("the store did not open: %s", qPrintable(opened.error().message));
    store = std::move(opened).value();
    RetryPolicy retry;
    retry.firstWait = std::chrono::milliseconds(5);
    clients = std::make_unique<ClientPool>(*store, keychain, catalog, clock, random, retry);
    context = std::make_unique<ServiceContext>(ServiceContext{
        *store, keychain, catalog, *clients, clock, profile.path(), QStringLiteral("tests")});
    accounts = std::make_unique<AccountService>(*context);
    syncs = std::make_unique<SyncService>(*context);
    held = std::make_unique<HeldSecrets>(*context);
    delivery = std::make_unique<DeliveryService>(*context, *held);
    keyService = std::make_unique<KeyService>(*context, *held);
    usage = std::make_unique<UsageService>(*context);
    audit = std::make_unique<AuditService>(*context);
    containers = std::make_unique<ContainerService>(*context, *held);
    webhooks = std::make_unique<WebhookService>(*context, *held);
    replacements = std::make_unique<ReplacementService>(*context, *held, *keyService);
    VendorAuditService::Patience patience;
    patience.first = std::chrono::milliseconds(20);
    patience.longest = std::chrono::milliseconds(100);
    vendorAudit = std::make_unique<VendorAuditService>(*context, patience);
    bulk = std::make_unique<BulkService>(*context, *keyService);
}

void ServiceFixture::close()
{
    bulk.reset();
    vendorAudit.reset();
    replacements.reset();
    webhooks.reset();
    containers.reset();
    audit.reset();
    usage.reset();
    keyService.reset();
    delivery.reset();
    held.reset();
    syncs.reset();
    accounts.reset();
    context.reset();
    clients.reset();
    store.reset();
    threads.reset();
}

void ServiceFixture::restart()
{
    close();
    open();
}

AccountRow ServiceFixture::connectTo(const QString &system)
{
    AccountInput input;
    input.name = system;
    input.provider = ProviderId(system);
    input.baseUrl = endpoints.systems[system].baseUrl;
    const auto info = accounts->provider(input.provider);
    const QString credential = endpoints.systems[system].credential;
    if (info && !credential.isEmpty() && !info->slots_.isEmpty())
        input.credentials.insert(info->slots_.first().id,
                                 {CredentialSource{}, secretOf(credential)});
    const auto added = outcomeOf(accounts->add(input));
    if (!added) {
        qWarning("%s", qPrintable(added.error().message));
        return {};
    }
    return added->account;
}

void ServiceFixture::sync(const AccountId &account)
{
    const auto report = outcomeOf(syncs->sync(account, QStringLiteral("tests")));
    if (!report)
        qWarning("%s", qPrintable(report.error().message));
}

QList<KeyRow> ServiceFixture::keys(const AccountId &account)
{
    KeyQuery query;
    query.account = account;
    const auto rows = outcomeOf(keyService->list(query));
    return rows ? *rows : QList<KeyRow>{};
}

KeyRow ServiceFixture::keyNamed(const AccountId &account, const QString &name)
{
    for (const KeyRow &row : keys(account)) {
        if (row.record.name == name)
            return row;
    }
    return {};
}

ContainerPath ServiceFixture::container(const AccountId &account, const QString &level)
{
    const auto rows = outcomeOf(keyService->containers(account));
    if (rows) {
        // Where the practice account is a mere member, it makes no keys.
        for (const ContainerRow &row : *rows) {
            const bool fits = !row.path.isEmpty() && row.path.last().level == level;
            if (fits && !isMemberOnly(*rows, row.path.first()))
                return row.path;
        }
    }
    return {};
}

NewKeyResult ServiceFixture::makeKey(const AccountRow &account, const QString &name,
                                     const QString &wanted)
{
    NewKey order;
    order.account = account.id;
    const auto info = accounts->providerOf(account.id);
    for (const KindInfo &kind : info ? info->kinds : QList<KindInfo>()) {
        const VerbInfo *create = kind.verb(KeyVerb::Create);
        if (!create || (!wanted.isEmpty() && kind.id != wanted))
            continue;
        order.kind = kind.id;
        if (kind.level != QLatin1StringView("account"))
            order.container = container(account.id, kind.level);
        for (const FieldInfo &field : create->fields) {
            if (field.isName == QLatin1StringView("name"))
                order.values.insert(field.id, name);
            else if (field.required && !field.options.isEmpty())
                order.values.insert(field.id, field.options.first().value);
        }
    }
    const auto made = outcomeOf(keyService->create(order));
    if (!made)
        qWarning("%s %s", qPrintable(made.error().message), qPrintable(made.error().vendorMessage));
    return made ? *made : NewKeyResult{};
}

QStringList ServiceFixture::outcomes(const QString &kind)
{
    QStringList found;
    const auto lines = outcomeOf(audit->list({}));
    for (const JournalLine &line : lines ? *lines : QList<JournalLine>()) {
        const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
        if (entry.value(QStringLiteral("kind")).toString() == kind)
            found.append(entry.value(QStringLiteral("outcome")).toString());
    }
    return found;
}

void ServiceFixture::fault(const QString &system, const QString &method, const QString &path,
                           const QString &action)
{
    QJsonObject order{{QStringLiteral("system"), system},
                      {QStringLiteral("method"), method},
                      {QStringLiteral("action"), action},
                      {QStringLiteral("count"), 1}};
    if (!path.isEmpty())
        order.insert(QStringLiteral("path"), path);
    control("POST", QStringLiteral("/faults"), QJsonDocument(order).toJson());
}

QByteArray ServiceFixture::control(const QByteArray &method, const QString &path,
                                   const QByteArray &body)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(endpoints.controlUrl + path));
    request.setRawHeader("Authorization", "Bearer " + endpoints.controlToken.toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        qWarning("the practice server's control did not answer");
    return reply->readAll();
}

int ServiceFixture::requestCount(const QString &system, const QString &method)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(control("GET", QStringLiteral("/requests")));
    const QJsonArray all = document.isArray()
                               ? document.array()
                               : document.object().value(QStringLiteral("requests")).toArray();
    int count = 0;
    for (const QJsonValue &value : all) {
        const QJsonObject request = value.toObject();
        if (request.value(QStringLiteral("system")).toString() == system &&
            request.value(QStringLiteral("method")).toString() == method)
            ++count;
    }
    return count;
}

} // namespace chatelaine::test
