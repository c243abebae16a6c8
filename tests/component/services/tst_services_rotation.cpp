// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "support/awaited.h"

#include <QJsonArray>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** New secrets for keys that stay, and changes of what a key may do. */
class TestServicesRotation : public QObject
{
    Q_OBJECT
private slots:
    void aRotatedKeyHasANewSecretThatIsHeld();
    void withGraceTheOldSecretGoesOn();
    void aKeptSecretThatDiedIsDropped();
    void nothingIsSentWhenTheSecretCannotBeHeld();
    void theKeyInUseIsGuarded();
    void aLostAnswerIsADoubtThatAnotherRotationSettles();
    void anUpdateIsVerifiedAndJournalled();
};

namespace {

constexpr auto confident = "confident-ai";

QString graceField(const ServiceFixture &fixture, const AccountRow &account, const KeyRow &key)
{
    const auto info = fixture.accounts->providerOf(account.id);
    const KindInfo *kind = info ? info->kind(key.record.kind) : nullptr;
    const VerbInfo *verb = kind ? kind->verb(KeyVerb::Rotate) : nullptr;
    for (const FieldInfo &field : verb ? verb->fields : QList<FieldInfo>()) {
        if (field.id.contains("grace"_L1, Qt::CaseInsensitive))
            return field.id;
    }
    return {};
}

} // namespace

void TestServicesRotation::aRotatedKeyHasANewSecretThatIsHeld()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QString::fromLatin1(confident));
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"to rotate"_s, u"organization"_s);
    QVERIFY(!made.key.uid.isEmpty());
    QVERIFY(outcomeOf(fixture.held->forget(made.secret.id, u"stored"_s)));

    const auto rotated = outcomeOf(fixture.keyService->rotate({made.key.uid, {}, false, false}));
    QVERIFY2(rotated, rotated ? "" : qPrintable(rotated.error().message));
    QCOMPARE(rotated->key.uid, made.key.uid);
    QVERIFY(rotated->secret.inKeychain);
    QCOMPARE(rotated->secret.key, made.key.uid);
    QVERIFY(!rotated->outgoingUntil);
    QVERIFY(rotated->key.record.mask != made.key.record.mask);
    QCOMPARE(fixture.keyNamed(account.id, u"to rotate"_s).record.mask, rotated->key.record.mask);
    QCOMPARE(fixture.outcomes(u"key.rotate"_s), (QStringList{u"intended"_s, u"succeeded"_s}));
    QCOMPARE(outcomeOf(fixture.held->pending())->size(), 1);

    // The new secret is the one that works.
    QVERIFY(outcomeOf(fixture.held->keep(rotated->secret.id)));
    const auto check = outcomeOf(fixture.keyService->check(made.key.uid));
    QVERIFY2(check, check ? "" : qPrintable(check.error().message));
    QCOMPARE(check->verdict, KeyCheck::Verdict::Accepted);
}

void TestServicesRotation::withGraceTheOldSecretGoesOn()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QString::fromLatin1(confident));
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"with grace"_s);
    QVERIFY(outcomeOf(fixture.held->keep(made.secret.id)));
    const QString grace = graceField(fixture, account, made.key);
    QVERIFY(!grace.isEmpty());
    KeyRotation order;
    order.key = made.key.uid;
    order.values.insert(grace, 24 * 3600);
    const auto rotated = outcomeOf(fixture.keyService->rotate(order));
    QVERIFY2(rotated, rotated ? "" : qPrintable(rotated.error().message));
    QVERIFY(rotated->outgoingUntil);
    QVERIFY(*rotated->outgoingUntil > fixture.clock.now().plusSeconds(23 * 3600));
    QCOMPARE(rotated->key.record.state, KeyState::Rotating);
    // What is kept still works, so it stays until the new one takes its place.
    QVERIFY(fixture.keyNamed(account.id, u"with grace"_s).kept);
    const auto before = outcomeOf(fixture.held->kept(made.key.uid));
    QVERIFY(outcomeOf(fixture.held->keep(rotated->secret.id)));
    const auto after = outcomeOf(fixture.held->kept(made.key.uid));
    QVERIFY(before && after);
    QVERIFY(!(*before)->equals(**after));
}

void TestServicesRotation::aKeptSecretThatDiedIsDropped()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QString::fromLatin1(confident));
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"kept"_s);
    QVERIFY(outcomeOf(fixture.held->keep(made.secret.id)));
    QVERIFY(fixture.keyNamed(account.id, u"kept"_s).kept);
    QVERIFY(outcomeOf(fixture.keyService->rotate({made.key.uid, {}, false, false})));
    QVERIFY(!fixture.keyNamed(account.id, u"kept"_s).kept);
    QVERIFY(!outcomeOf(fixture.held->kept(made.key.uid)));
}

void TestServicesRotation::nothingIsSentWhenTheSecretCannotBeHeld()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QString::fromLatin1(confident));
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"stays"_s);
    const int posts = fixture.requestCount(QString::fromLatin1(confident), u"POST"_s);
    fixture.keychain.state.trouble = KeychainTrouble::NoService;
    const auto refused = outcomeOf(fixture.keyService->rotate({made.key.uid, {}, false, false}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Keychain);
    QCOMPARE(fixture.requestCount(QString::fromLatin1(confident), u"POST"_s), posts);
    QVERIFY(fixture.outcomes(u"key.rotate"_s).isEmpty());
}

void TestServicesRotation::theKeyInUseIsGuarded()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QString::fromLatin1(confident));
    fixture.sync(account.id);
    KeyRow used;
    for (const KeyRow &key : fixture.keys(account.id)) {
        if (key.inUse)
            used = key;
    }
    QVERIFY(!used.uid.isEmpty());
    const int posts = fixture.requestCount(QString::fromLatin1(confident), u"POST"_s);
    const auto refused = outcomeOf(fixture.keyService->rotate({used.uid, {}, false, false}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(fixture.requestCount(QString::fromLatin1(confident), u"POST"_s), posts);
}

void TestServicesRotation::aLostAnswerIsADoubtThatAnotherRotationSettles()
{
    ServiceFixture fixture;
    const QString system = QString::fromLatin1(confident);
    const AccountRow account = fixture.connectTo(system);
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"in doubt"_s);
    const int posts = fixture.requestCount(system, u"POST"_s);
    fixture.fault(system, u"POST"_s, {}, u"close-after"_s);
    const auto lost = outcomeOf(fixture.keyService->rotate({made.key.uid, {}, false, false}));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    QCOMPARE(fixture.requestCount(system, u"POST"_s), posts + 1);

    fixture.restart();
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QVERIFY(doubts);
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().canRotateAgain);
    QVERIFY(!doubts->first().meaning.isEmpty());
    QCOMPARE(doubts->first().candidates.size(), 1);
    QCOMPARE(doubts->first().candidates.first().uid, made.key.uid);

    const auto again = outcomeOf(fixture.keyService->rotate({made.key.uid, {}, false, false}));
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QVERIFY(outcomeOf(fixture.keyService->doubts())->isEmpty());
    QCOMPARE(
        fixture.outcomes(u"key.rotate"_s),
        (QStringList{u"intended"_s, u"in_doubt"_s, u"intended"_s, u"succeeded"_s, u"settled"_s}));
    // Whoever reads the journal learns which key that was.
    const QList<JournalLine> lines = *outcomeOf(fixture.store->journal({}));
    const QJsonObject settled = QJsonDocument::fromJson(lines.constLast().line).object();
    QCOMPARE(settled.value(u"outcome"_s).toString(), u"settled"_s);
    QCOMPARE(settled.value(u"vendorId"_s).toString(), made.key.record.id.toString());
}

void TestServicesRotation::anUpdateIsVerifiedAndJournalled()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"restricted"_s);
    const auto info = fixture.accounts->providerOf(account.id);
    const VerbInfo *update = info->kind(made.key.record.kind)->verb(KeyVerb::Update);
    QVERIFY(update && !update->fields.isEmpty());
    const auto changed = outcomeOf(fixture.keyService->update(
        made.key.uid, {{update->fields.first().id, QJsonArray{u"203.0.113.7"_s}}}));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    const auto now = fixture.keyNamed(account.id, u"restricted"_s);
    bool told = false;
    for (const auto &[label, text] : now.record.details)
        told = told || text.contains("203.0.113.7"_L1);
    QVERIFY(told);
    QCOMPARE(fixture.outcomes(u"key.update"_s), (QStringList{u"intended"_s, u"succeeded"_s}));
}

QTEST_GUILESS_MAIN(TestServicesRotation)
#include "tst_services_rotation.moc"
