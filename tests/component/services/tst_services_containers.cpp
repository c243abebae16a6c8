// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "support/awaited.h"

#include <QFile>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** Organizations and projects, what goes with them, and the vendor's own audit log. */
class TestServicesContainers : public QObject
{
    Q_OBJECT
private slots:
    void aProjectIsMadeRenamedAndDeletedWithItsKeys();
    void theKeyThatComesWithAProjectIsHeld();
    void theKeyInUseKeepsItsContainer();
    void whatTheVendorLacksIsSaid();
    void aLostAnswerIsADoubtThatNamesTheProject();
    void theVendorsAuditLogIsSaved();
    void anExportThatFailsOrIsCancelledLeavesNoFile();
    void anExportThatTakesTooLongIsGivenUp();
};

namespace {

ContainerPath pathNamed(ServiceFixture &fixture, const AccountId &account, const QString &name)
{
    const auto rows = outcomeOf(fixture.keyService->containers(account));
    for (const ContainerRow &row : rows ? *rows : QList<ContainerRow>()) {
        if (row.path.last().name == name)
            return row.path;
    }
    return {};
}

ContainerChange projectOrder(const AccountRow &account, ContainerVerb verb,
                             const ContainerPath &container, const QString &name = {})
{
    ContainerChange order;
    order.account = account.id;
    order.verb = verb;
    order.level = u"project"_s;
    order.container = container;
    if (!name.isEmpty())
        order.values.insert(u"name"_s, name);
    return order;
}

} // namespace

void TestServicesContainers::aProjectIsMadeRenamedAndDeletedWithItsKeys()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    fixture.sync(account.id);
    const ContainerPath parent = fixture.container(account.id, u"organization"_s);
    const auto made = outcomeOf(fixture.containers->change(
        projectOrder(account, ContainerVerb::Create, parent, u"Freight \u202e test"_s)));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(made->verified);
    QCOMPARE(made->container.size(), 2);
    QCOMPARE(pathNamed(fixture, account.id, u"Freight \u202e test"_s), made->container);

    const auto renamed = outcomeOf(fixture.containers->change(
        projectOrder(account, ContainerVerb::Rename, made->container, u"Parcels"_s)));
    QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().message));
    QCOMPARE(pathNamed(fixture, account.id, u"Parcels"_s), renamed->container);
    QVERIFY(pathNamed(fixture, account.id, u"Freight \u202e test"_s).isEmpty());

    NewKey key;
    key.account = account.id;
    key.container = renamed->container;
    key.kind = fixture.accounts->providerOf(account.id)->kinds.first().id;
    key.values = {{u"name"_s, u"goes too"_s}, {u"environment"_s, u"sandbox"_s}};
    const auto inIt = outcomeOf(fixture.keyService->create(key));
    QVERIFY2(inIt, inIt ? "" : qPrintable(inIt.error().message));
    const auto going =
        outcomeOf(fixture.containers->keysThatGoWith(account.id, renamed->container));
    QVERIFY(going);
    QCOMPARE(going->size(), 1);
    QCOMPARE(going->first().uid, inIt->key.uid);

    const auto deleted = outcomeOf(fixture.containers->change(
        projectOrder(account, ContainerVerb::Delete, renamed->container)));
    QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().message));
    QCOMPARE(deleted->ended.size(), 1);
    QCOMPARE(fixture.keyNamed(account.id, u"goes too"_s).record.state, KeyState::Deleted);
    QVERIFY(pathNamed(fixture, account.id, u"Parcels"_s).isEmpty());
    QCOMPARE(fixture.outcomes(u"key.delete"_s), QStringList{u"succeeded"_s});
    QCOMPARE(fixture.outcomes(u"project.delete"_s), (QStringList{u"intended"_s, u"succeeded"_s}));
    // What the vendor lists afterwards is the same.
    fixture.sync(account.id);
    QVERIFY(pathNamed(fixture, account.id, u"Parcels"_s).isEmpty());
    QCOMPARE(fixture.keyNamed(account.id, u"goes too"_s).record.state, KeyState::Deleted);
}

void TestServicesContainers::theKeyThatComesWithAProjectIsHeld()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    const ContainerPath parent = fixture.container(account.id, u"organization"_s);
    ContainerChange order =
        projectOrder(account, ContainerVerb::Create, parent, u"Evaluation of routes"_s);
    fixture.keychain.state.trouble = KeychainTrouble::NoService;
    const int posts = fixture.requestCount(u"confident-ai"_s, u"POST"_s);
    const auto refused = outcomeOf(fixture.containers->change(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Keychain);
    QCOMPARE(fixture.requestCount(u"confident-ai"_s, u"POST"_s), posts);

    fixture.keychain.state.trouble = KeychainTrouble::None;
    const auto made = outcomeOf(fixture.containers->change(order));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(made->key);
    QVERIFY(made->key->secret.inKeychain);
    QVERIFY(!made->key->key.uid.isEmpty());
    QCOMPARE(made->key->key.record.container, made->container);
    fixture.restart();
    const auto pending = outcomeOf(fixture.held->pending());
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().key, made->key->key.uid);
    QVERIFY(outcomeOf(fixture.held->keep(pending->first().id)));
    const auto kept = outcomeOf(fixture.held->kept(made->key->key.uid));
    QVERIFY(kept);
    QCOMPARE((*kept)->borrowed().last(6),
             QByteArrayView(made->key->key.record.mask.toLatin1()).last(6));
}

void TestServicesContainers::theKeyInUseKeepsItsContainer()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    fixture.sync(account.id);
    const NewKeyResult key = fixture.makeKey(account, u"used here"_s);
    KeyRow used = key.key;
    used.inUse = true;
    QVERIFY(outcomeOf(fixture.store->putKey(used)));
    const int deletes = fixture.requestCount(u"tempo"_s, u"DELETE"_s);
    ContainerChange order = projectOrder(account, ContainerVerb::Delete, key.key.record.container);
    const auto refused = outcomeOf(fixture.containers->change(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(fixture.requestCount(u"tempo"_s, u"DELETE"_s), deletes);
    order.inUseConfirmed = true;
    QVERIFY(outcomeOf(fixture.containers->change(order)));
}

void TestServicesContainers::whatTheVendorLacksIsSaid()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    ContainerChange order;
    order.account = account.id;
    order.verb = ContainerVerb::Delete;
    order.level = u"organization"_s;
    order.container = fixture.container(account.id, u"organization"_s);
    const auto refused = outcomeOf(fixture.containers->change(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QVERIFY(refused.error().next.contains("rename"_L1));
}

void TestServicesContainers::aLostAnswerIsADoubtThatNamesTheProject()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    fixture.sync(account.id);
    const ContainerPath parent = fixture.container(account.id, u"organization"_s);
    fixture.fault(u"tempo"_s, u"POST"_s, {}, u"close-after"_s);
    const auto lost = outcomeOf(fixture.containers->change(
        projectOrder(account, ContainerVerb::Create, parent, u"Half made"_s)));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    fixture.sync(account.id);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QCOMPARE(doubts->first().containers.size(), 1);
    QCOMPARE(doubts->first().containers.first().path.last().name, u"Half made"_s);
    QVERIFY(!doubts->first().meaning.isEmpty());
    QVERIFY(outcomeOf(fixture.keyService->settleAs(doubts->first().operation.id, true)));
    QVERIFY(outcomeOf(fixture.keyService->doubts())->isEmpty());
}

void TestServicesContainers::theVendorsAuditLogIsSaved()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    fixture.makeKey(account, u"audited"_s);
    VendorAuditRequest request;
    request.account = account.id;
    request.container = fixture.container(account.id, u"organization"_s);
    request.file = fixture.exports.filePath(u"vendor.csv"_s);
    int looks = 0;
    const auto saved =
        outcomeOf(fixture.vendorAudit->exportTo(request, [&looks](const QString &) { ++looks; }));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QVERIFY(looks > 0);
    QVERIFY(!saved->exportId.isEmpty());
    QFile file(request.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains('\n'));
    QCOMPARE(fixture.outcomes(u"report.vendor_export"_s),
             (QStringList{u"intended"_s, u"succeeded"_s}));

    const AccountRow tempo = fixture.connectTo(u"tempo"_s);
    request.overwrite = true;
    request.account = tempo.id;
    const auto none = outcomeOf(fixture.vendorAudit->exportTo(request));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Unsupported);
}

void TestServicesContainers::anExportThatFailsOrIsCancelledLeavesNoFile()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    VendorAuditRequest request;
    request.account = account.id;
    request.container = fixture.container(account.id, u"organization"_s);
    request.file = fixture.exports.filePath(u"vendor.csv"_s);
    fixture.makeKey(account, u"something to tell"_s);
    fixture.control("POST", u"/settings"_s,
                    R"({"system":"confident-ai","settings":{"exportSeconds":3600}})");
    const auto cancellation = std::make_shared<Cancellation>();
    const auto cancelled = outcomeOf(fixture.vendorAudit->exportTo(
        request, [cancellation](const QString &) { cancellation->request(); }, cancellation));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(request.file));

    // The one that runs ends, and the next one fails at the vendor.
    fixture.control("POST", u"/clock"_s, R"({"offset":7200})");
    fixture.control(
        "POST", u"/settings"_s,
        R"({"system":"confident-ai","settings":{"exportSeconds":1,"exportFails":true}})");
    const auto failed = outcomeOf(fixture.vendorAudit->exportTo(request));
    QVERIFY(!failed);
    QVERIFY(!failed.error().message.isEmpty());
    QVERIFY(!QFile::exists(request.file));
    QCOMPARE(fixture.outcomes(u"report.vendor_export"_s),
             (QStringList{u"intended"_s, u"cancelled"_s, u"intended"_s, u"failed"_s}));
}

void TestServicesContainers::anExportThatTakesTooLongIsGivenUp()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    fixture.makeKey(account, u"something to tell"_s);
    fixture.control("POST", u"/settings"_s,
                    R"({"system":"confident-ai","settings":{"exportSeconds":3600}})");
    VendorAuditService::Patience patience;
    patience.first = std::chrono::milliseconds(20);
    patience.longest = std::chrono::milliseconds(20);
    patience.whole = std::chrono::seconds(1);
    VendorAuditService impatient(*fixture.context, patience);
    VendorAuditRequest request;
    request.account = account.id;
    request.container = fixture.container(account.id, u"organization"_s);
    request.file = fixture.exports.filePath(u"late.csv"_s);
    const auto late = outcomeOf(impatient.exportTo(request));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Timeout);
    QVERIFY(!QFile::exists(request.file));
}

QTEST_GUILESS_MAIN(TestServicesContainers)
#include "tst_services_containers.moc"
