// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "services/findingservice.h"
#include "support/awaited.h"
#include "support/lockbench.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** What is found in a real inventory of the practice server. */
class TestServicesFindings : public QObject
{
    Q_OBJECT
private slots:
    void adminKeysAreFoundByWhatTheirDefinitionSays();
    void aSecretThatIsHeldForTooLongIsFound();
    void anOldKeyIsYoungAgainOnceRotated();
    void onlyTheAccountsAskedForCount();
};

namespace {

QStringList named(const QList<Finding> &findings, FindingRule rule, const KeyUid &key)
{
    QStringList found;
    for (const Finding &finding : findings) {
        if (finding.rule == rule && finding.key == key)
            found.append(finding.name);
    }
    return found;
}

} // namespace

void TestServicesFindings::adminKeysAreFoundByWhatTheirDefinitionSays()
{
    ServiceFixture fixture;
    const AccountRow tempered = fixture.connectTo(u"tempered"_s);
    const AccountRow confident = fixture.connectTo(u"confident-ai"_s);
    const AccountRow tempo = fixture.connectTo(u"tempo"_s);
    for (const AccountRow &account : {tempered, confident, tempo})
        fixture.sync(account.id);
    FindingService service(*fixture.context, *fixture.held);
    const auto findings = outcomeOf(service.findings({}));
    QVERIFY2(findings, findings ? "" : qPrintable(findings.error().message));
    int admins = 0;
    for (const AccountRow &account : {tempered, confident, tempo}) {
        for (const KeyRow &key : fixture.keys(account.id)) {
            const bool isAdmin = mayWork(key.record.state) &&
                                 (key.record.kind == u"organization"_s && account.id == confident.id
                                      ? true
                                      : key.record.scopes.contains(u"admin"_s) ||
                                            key.record.scopes.contains(u"*"_s));
            admins += isAdmin ? 1 : 0;
            QCOMPARE(named(*findings, FindingRule::AdminScope, key.uid),
                     isAdmin ? QStringList{key.record.name} : QStringList());
            const auto ofKey = outcomeOf(service.findingsOfKey(key.uid));
            QVERIFY(ofKey);
            QList<Finding> same;
            std::copy_if(findings->cbegin(), findings->cend(), std::back_inserter(same),
                         [&key](const Finding &finding) { return finding.key == key.uid; });
            // The age in days may have changed between the two questions, at midnight only.
            QCOMPARE(ofKey->size(), same.size());
        }
    }
    QVERIFY(admins > 1);
}

void TestServicesFindings::aSecretThatIsHeldForTooLongIsFound()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"forgotten"_s);
    StillClock clock;
    clock.advance(fixture.clock.now().seconds() - clock.now().seconds() + 23 * 3600);
    ServiceContext later{*fixture.store, fixture.keychain,       fixture.catalog, *fixture.clients,
                         clock,          fixture.profile.path(), u"tests"_s};
    FindingService service(later, *fixture.held);
    QVERIFY(
        named(*outcomeOf(service.findings({})), FindingRule::SecretHeld, made.key.uid).isEmpty());
    clock.advance(26 * 3600);
    const auto findings = outcomeOf(service.findings({}));
    QCOMPARE(named(*findings, FindingRule::SecretHeld, made.key.uid), QStringList{u"forgotten"_s});
    // It is the gravest, so it stands first.
    QCOMPARE(findings->constFirst().rule, FindingRule::SecretHeld);
    QCOMPARE(findings->constFirst().days, qint64(2));
    QCOMPARE(named(*outcomeOf(service.findingsOfKey(made.key.uid)), FindingRule::SecretHeld,
                   made.key.uid)
                 .size(),
             1);
    QVERIFY(outcomeOf(fixture.held->forget(made.secret.id, u"stored"_s)));
    QVERIFY(
        named(*outcomeOf(service.findings({})), FindingRule::SecretHeld, made.key.uid).isEmpty());
}

void TestServicesFindings::anOldKeyIsYoungAgainOnceRotated()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"to rotate"_s, u"organization"_s);
    const auto rotated = outcomeOf(fixture.keyService->rotate({made.key.uid, {}, false, false}));
    QVERIFY(rotated);
    // As the vendor lists it, it was made long ago.
    KeyRow old = rotated->key;
    old.record.createdAt = fixture.clock.now().plusSeconds(-200 * 24 * 3600LL);
    QVERIFY(outcomeOf(fixture.store->putKey(old)));
    KeyRow other = old;
    other.uid = KeyUid();
    other.record.id = VendorKeyId(u"another"_s);
    other.record.name = u"never rotated"_s;
    other = *outcomeOf(fixture.store->putKey(other));
    FindingService service(*fixture.context, *fixture.held);
    const auto findings = outcomeOf(service.findings({account.id}));
    QCOMPARE(named(*findings, FindingRule::OlderThan, old.uid), QStringList());
    QCOMPARE(named(*findings, FindingRule::OlderThan, other.uid), QStringList{u"never rotated"_s});
    QVERIFY(named(*outcomeOf(service.findingsOfKey(old.uid)), FindingRule::OlderThan, old.uid)
                .isEmpty());
    QCOMPARE(outcomeOf(service.findingsOfKey(KeyUid(u"gone"_s)))->size(), 0);
}

void TestServicesFindings::onlyTheAccountsAskedForCount()
{
    ServiceFixture fixture;
    const AccountRow tempered = fixture.connectTo(u"tempered"_s);
    const AccountRow confident = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(tempered.id);
    fixture.sync(confident.id);
    FindingService service(*fixture.context, *fixture.held);
    const auto findings = outcomeOf(service.findings({confident.id}));
    QVERIFY(!findings->isEmpty());
    for (const Finding &finding : *findings)
        QCOMPARE(finding.account, confident.id);
}

QTEST_GUILESS_MAIN(TestServicesFindings)
#include "tst_services_findings.moc"
