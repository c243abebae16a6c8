// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "support/awaited.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** A key replaced by a new one, and what is left of it at each step. */
class TestServicesReplacement : public QObject
{
    Q_OBJECT
private slots:
    void aKeyIsReplaced_data();
    void aKeyIsReplaced();
    void theFormTakesOverWhatIsKnown();
    void theOldKeyStaysWhileTheSecretIsOnlyHeld();
    void theOldKeyStaysWhenTheNewSecretIsLost();
    void itGoesOnAfterARestart();
    void nothingIsLeftOfAMakingThatFailed();
    void aMakingInDoubtIsSettledFirst();
    void theOldKeyStaysWhenTheNewOneIsGone();
    void anEndingThatFailedIsTriedAgain();
    void anEndingThatTheVendorDoesNotShowIsNotBelieved();
    void whatDiedBetweenTheStepsIsGoneOnWith_data();
    void whatDiedBetweenTheStepsIsGoneOnWith();
    void oneAtATimeAndAbandoned();
};

namespace {

Outcome<Replacement> startFor(ServiceFixture &fixture, const KeyRow &key)
{
    const auto form = outcomeOf(fixture.replacements->formFor(key.uid));
    if (!form)
        return form.error();
    return outcomeOf(fixture.replacements->start({key.uid, form->values, false}));
}

KeyState stateOf(ServiceFixture &fixture, const KeyUid &key)
{
    const auto row = outcomeOf(fixture.keyService->key(key));
    return row ? row->record.state : KeyState::Unknown;
}

Replacement onlyOpen(ServiceFixture &fixture)
{
    const auto open = outcomeOf(fixture.replacements->open());
    return open && open->size() == 1 ? open->first() : Replacement{};
}

} // namespace

void TestServicesReplacement::aKeyIsReplaced_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<KeyState>("ended");
    QTest::newRow("tempered") << u"tempered"_s << KeyState::Revoked;
    QTest::newRow("tempo") << u"tempo"_s << KeyState::Deleted;
    QTest::newRow("confident-ai") << u"confident-ai"_s << KeyState::Deleted;
}

void TestServicesReplacement::aKeyIsReplaced()
{
    QFETCH(QString, system);
    QFETCH(KeyState, ended);
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(system);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"old one"_s);
    QVERIFY(outcomeOf(fixture.held->forget(old.secret.id, u"stored"_s)));

    const auto started = startFor(fixture, old.key);
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    QCOMPARE(started->row.step, ReplacementStep::Delivering);
    QVERIFY(started->newKey && started->secret);
    QVERIFY(!started->canGoOn);
    QCOMPARE(started->newKey->record.name, u"old one"_s);
    QCOMPARE(started->newKey->record.scopes, old.key.record.scopes);
    QCOMPARE(started->newKey->record.environment, old.key.record.environment);
    QVERIFY(started->newKey->uid != old.key.uid);

    QVERIFY(outcomeOf(fixture.held->keep(started->secret->id)));
    QVERIFY(onlyOpen(fixture).canGoOn);
    const auto done = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->row.step, ReplacementStep::Finished);
    QCOMPARE(stateOf(fixture, old.key.uid), ended);
    QCOMPARE(stateOf(fixture, started->newKey->uid), KeyState::Active);
    QVERIFY(outcomeOf(fixture.replacements->open())->isEmpty());
    QCOMPARE(fixture.outcomes(u"key.replace"_s), (QStringList{u"intended"_s, u"succeeded"_s}));
    if (fixture.accounts->providerOf(account.id)->kind(started->newKey->record.kind)->canCheck) {
        const auto check = outcomeOf(fixture.keyService->check(started->newKey->uid));
        QVERIFY(check);
        QCOMPARE(check->verdict, KeyCheck::Verdict::Accepted);
    }
    const auto again = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

void TestServicesReplacement::theFormTakesOverWhatIsKnown()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"as before"_s);
    const auto form = outcomeOf(fixture.replacements->formFor(old.key.uid));
    QVERIFY(form);
    QCOMPARE(form->values.value(u"name"_s).toString(), u"as before"_s);
    QCOMPARE(form->values.value(u"environment"_s).toString(), u"production"_s);
    QVERIFY(form->values.contains(u"scopes"_s));
    QCOMPARE(form->ending, QList{KeyVerb::Revoke});

    const AccountRow temporis = fixture.connectTo(u"temporis"_s);
    const auto manual = outcomeOf(fixture.keyService->addExisting(
        temporis.id, fixture.accounts->providerOf(temporis.id)->kinds.first().id, u"by hand"_s,
        secretOf(fixture.endpoints.systems[u"temporis"_s].token)));
    QVERIFY(manual);
    const auto none = outcomeOf(fixture.replacements->formFor(manual->key.uid));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Unsupported);
}

void TestServicesReplacement::theOldKeyStaysWhileTheSecretIsOnlyHeld()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"needed"_s);
    const auto started = startFor(fixture, old.key);
    QVERIFY(started);
    const int posts = fixture.requestCount(u"tempered"_s, u"POST"_s);
    const auto early = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::Conflict);
    // To look at it or to copy it is not to have stored it.
    QVERIFY(outcomeOf(fixture.held->value(started->secret->id, u"copy"_s)));
    QVERIFY(!outcomeOf(fixture.replacements->goOn(started->row.id)));
    QCOMPARE(fixture.requestCount(u"tempered"_s, u"POST"_s), posts);
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
}

void TestServicesReplacement::theOldKeyStaysWhenTheNewSecretIsLost()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"no keychain"_s);
    fixture.keychain.state.trouble = KeychainTrouble::NoService;
    fixture.keychain.onWrite = FakeKeychain::Behaviour::Fails;
    const auto form = outcomeOf(fixture.replacements->formFor(old.key.uid));
    const auto started = outcomeOf(fixture.replacements->start({old.key.uid, form->values, true}));
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    QVERIFY(started->secret && !started->secret->inKeychain);
    fixture.restart(); // the only copy was in the memory of the run before
    const Replacement left = onlyOpen(fixture);
    QVERIFY(!left.secret);
    QVERIFY(!left.canGoOn);
    QVERIFY(!outcomeOf(fixture.replacements->goOn(left.row.id)));
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
    QVERIFY(outcomeOf(fixture.replacements->abandon(left.row.id)));
}

void TestServicesReplacement::itGoesOnAfterARestart()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"across runs"_s);
    const auto started = startFor(fixture, old.key);
    QVERIFY(started);
    fixture.restart();
    const Replacement waiting = onlyOpen(fixture);
    QCOMPARE(waiting.row.id, started->row.id);
    QVERIFY(waiting.secret);
    QVERIFY(outcomeOf(fixture.held->forget(waiting.secret->id, u"stored"_s)));
    fixture.restart();
    QVERIFY(onlyOpen(fixture).canGoOn);
    const auto done = outcomeOf(fixture.replacements->goOn(waiting.row.id));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Deleted);
}

void TestServicesReplacement::nothingIsLeftOfAMakingThatFailed()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"unlucky"_s);
    const auto refused = outcomeOf(fixture.replacements->start({old.key.uid, {}, false}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(outcomeOf(fixture.replacements->open())->isEmpty());
    QCOMPARE(fixture.outcomes(u"key.replace"_s), (QStringList{u"intended"_s, u"failed"_s}));
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
}

void TestServicesReplacement::aMakingInDoubtIsSettledFirst()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"twice"_s);
    fixture.fault(u"tempered"_s, u"POST"_s, {}, u"close-after"_s);
    const auto lost = startFor(fixture, old.key);
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    Replacement open = onlyOpen(fixture);
    QCOMPARE(open.row.step, ReplacementStep::Making);
    QVERIFY(!open.canGoOn);
    QVERIFY(!outcomeOf(fixture.replacements->goOn(open.row.id)));

    fixture.sync(account.id);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QCOMPARE(doubts->first().candidates.size(), 1);
    QVERIFY(outcomeOf(fixture.keyService->settle(doubts->first().operation.id,
                                                 doubts->first().candidates.first().uid)));
    open = onlyOpen(fixture);
    QVERIFY(open.canGoOn);
    const auto made = outcomeOf(fixture.replacements->goOn(open.row.id));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->row.step, ReplacementStep::Delivering);
    QVERIFY(made->secret);
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
}

void TestServicesReplacement::theOldKeyStaysWhenTheNewOneIsGone()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"careful"_s);
    const auto started = startFor(fixture, old.key);
    QVERIFY(started);
    QVERIFY(outcomeOf(fixture.held->keep(started->secret->id)));
    QVERIFY(outcomeOf(fixture.keyService->apply(started->newKey->uid, KeyVerb::Revoke)));
    const auto refused = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
}

void TestServicesReplacement::anEndingThatFailedIsTriedAgain()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"stubborn"_s);
    const auto started = startFor(fixture, old.key);
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    QVERIFY(outcomeOf(fixture.held->keep(started->secret->id)));
    fixture.fault(u"confident-ai"_s, u"DELETE"_s, {}, u"status:403"_s);
    const auto refused = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY(!refused);
    fixture.restart();
    const Replacement open = onlyOpen(fixture);
    QCOMPARE(open.row.step, ReplacementStep::Retiring);
    QVERIFY(!open.row.message.isEmpty());
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Disabled);
    const auto done = outcomeOf(fixture.replacements->goOn(open.row.id));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Deleted);
}

void TestServicesReplacement::anEndingThatTheVendorDoesNotShowIsNotBelieved()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"undead"_s);
    const auto started = startFor(fixture, old.key);
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    QVERIFY(outcomeOf(fixture.held->keep(started->secret->id)));
    // The vendor says yes once and does nothing.
    fixture.fault(u"tempered"_s, u"POST"_s, {}, u"status:200"_s);
    const auto refused = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"undead"_s), qPrintable(refused.error().message));
    QCOMPARE(onlyOpen(fixture).row.step, ReplacementStep::Retiring);
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
    QCOMPARE(fixture.outcomes(u"key.replace"_s), QStringList{u"intended"_s});
    const auto done = outcomeOf(fixture.replacements->goOn(started->row.id));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY(stateOf(fixture, old.key.uid) != KeyState::Active);
}

void TestServicesReplacement::whatDiedBetweenTheStepsIsGoneOnWith_data()
{
    QTest::addColumn<ReplacementStep>("step");
    QTest::newRow("nothing was sent") << ReplacementStep::Making;
    QTest::newRow("made, and not noted") << ReplacementStep::Delivering;
}

void TestServicesReplacement::whatDiedBetweenTheStepsIsGoneOnWith()
{
    QFETCH(ReplacementStep, step);
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"interrupted"_s);
    const auto form = outcomeOf(fixture.replacements->formFor(old.key.uid));
    ReplacementRow row; // as a process leaves it that is killed
    row.id = ReplacementId(newUuid());
    row.account = account.id;
    row.oldKey = old.key.uid;
    row.creation = OperationId(newUuid());
    row.values = form->values;
    row.startedAt = fixture.clock.now();
    QVERIFY(outcomeOf(fixture.store->putReplacement(row)));
    if (step == ReplacementStep::Delivering) {
        NewKey order;
        order.operation = row.creation;
        order.account = account.id;
        order.kind = old.key.record.kind;
        order.values = form->values;
        QVERIFY(outcomeOf(fixture.keyService->create(order)));
    }
    fixture.restart();
    QCOMPARE(*outcomeOf(fixture.keyService->recover()), 0);
    Replacement open = onlyOpen(fixture);
    QCOMPARE(open.row.step, step);
    if (step == ReplacementStep::Making) {
        QVERIFY(open.canGoOn);
        const auto made = outcomeOf(fixture.replacements->goOn(row.id));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        open = *made;
    }
    QVERIFY(open.secret && open.newKey);
    QVERIFY(outcomeOf(fixture.held->keep(open.secret->id)));
    QVERIFY(outcomeOf(fixture.replacements->goOn(row.id)));
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Revoked);
}

void TestServicesReplacement::oneAtATimeAndAbandoned()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult old = fixture.makeKey(account, u"once"_s);
    const auto started = startFor(fixture, old.key);
    QVERIFY(started);
    const int posts = fixture.requestCount(u"tempered"_s, u"POST"_s);
    const auto second = startFor(fixture, old.key);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QCOMPARE(fixture.requestCount(u"tempered"_s, u"POST"_s), posts);
    QVERIFY(outcomeOf(fixture.replacements->abandon(started->row.id)));
    QVERIFY(outcomeOf(fixture.replacements->open())->isEmpty());
    QCOMPARE(stateOf(fixture, old.key.uid), KeyState::Active);
    QCOMPARE(outcomeOf(fixture.held->pending())->size(), 2);
    QVERIFY(!outcomeOf(fixture.replacements->abandon(started->row.id)));
}

QTEST_GUILESS_MAIN(TestServicesReplacement)
#include "tst_services_replacement.moc"
