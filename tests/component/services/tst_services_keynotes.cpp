// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "services/findingservice.h"
#include "services/keynoteservice.h"
#include "support/awaited.h"

#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** What people say of keys of the practice server, and what becomes of findings by it. */
class TestServicesKeyNotes : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsNewIsSaid();
    void manyKeysAreWrittenDownInTheirOrder();
    void aBadValueSaysNothingOfAnyKey();
    void anExceptionNeedsReasonApproverAndAnEndAhead();
    void anExceptionStaysWithItsFindingUntilItEnds();
    void aKeysOwnRuleDecidesWhenItIsOld();
    void whatIsSaidLaterDoesNotCountBefore();
    void notesAreStillThereAfterASync();
    void managementAcknowledgesTheLastReview();
};

namespace {

struct Bench
{
    Bench()
        : account(fixture.connectTo(u"tempered"_s))
        , notes(*fixture.context)
        , findings(*fixture.context, *fixture.held)
    {
        fixture.sync(account.id);
    }

    QList<Finding> findingsOf(const KeyUid &key, FindingRule rule)
    {
        QList<Finding> found = *outcomeOf(findings.findings({account.id}));
        found.removeIf([&](const Finding &one) { return one.key != key || one.rule != rule; });
        return found;
    }

    KeyRow keyOfAge(int days)
    {
        KeyRow key = fixture.keys(account.id).constFirst();
        key.uid = KeyUid();
        key.record.id = VendorKeyId(u"of-age"_s);
        key.record.state = KeyState::Active;
        key.record.scopes.clear();
        key.record.createdAt = fixture.clock.now().plusSeconds(-days * 86'400LL - 60);
        key.manual = true; // no sync takes it away
        return *outcomeOf(fixture.store->putKey(key));
    }

    FindingException exception() const
    {
        return {FindingRule::OlderThan,
                u"replaced in May"_s,
                u"Noor"_s,
                fixture.clock.now().plusSeconds(3600),
                {},
                {}};
    }

    ServiceFixture fixture;
    AccountRow account;
    KeyNoteService notes;
    FindingService findings;
};

} // namespace

void TestServicesKeyNotes::onlyWhatIsNewIsSaid()
{
    Bench bench;
    const QList<KeyRow> keys = bench.fixture.keys(bench.account.id);
    QVERIFY(keys.size() > 2);
    const KeyUid one = keys.at(0).uid;
    const KeyUid other = keys.at(1).uid;
    QSignalSpy told(&bench.notes, &KeyNoteService::changed);
    QCOMPARE(*outcomeOf(bench.notes.note({one}, {{NoteTopic::Owner, u"Noor"_s}})), 1);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(*outcomeOf(bench.notes.note({one, other}, {{NoteTopic::Owner, u" Noor "_s}})), 1);
    QCOMPARE(*outcomeOf(bench.notes.note({one, other}, {{NoteTopic::Owner, u"Noor"_s}})), 0);
    QCOMPARE(*outcomeOf(bench.notes.note({one}, {{NoteTopic::Team, {}}})), 0);
    QCOMPARE(bench.fixture.outcomes(NoteKinds::note),
             QStringList({u"succeeded"_s, u"succeeded"_s}));
    const auto all = *outcomeOf(bench.notes.notesOf(bench.account.id));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.value(other).text(NoteTopic::Owner), u"Noor"_s);
}

void TestServicesKeyNotes::manyKeysAreWrittenDownInTheirOrder()
{
    Bench bench;
    QList<KeyUid> keys;
    QStringList ids;
    for (int i = 0; i < 250; ++i) { // in more than one stretch
        KeyRow key = bench.keyOfAge(1);
        key.uid = KeyUid();
        key.record.id = VendorKeyId(u"many-%1"_s.arg(i));
        keys.append(outcomeOf(bench.fixture.store->putKey(key))->uid);
        ids.append(key.record.id.toString());
    }
    const KeyUid known = keys.at(120);
    QCOMPARE(*outcomeOf(bench.notes.note({known}, {{NoteTopic::Team, u"web"_s}})), 1);
    QCOMPARE(*outcomeOf(bench.notes.note(keys, {{NoteTopic::Team, u"web"_s}})), 249);
    ids.prepend(ids.takeAt(120));
    QStringList written;
    JournalFilter filter;
    filter.limit = 10'000;
    const QList<JournalLine> lines = *outcomeOf(bench.fixture.store->journal(filter));
    for (const JournalLine &line : lines) {
        const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
        if (entry.value("kind"_L1).toString() == NoteKinds::note) {
            written.append(entry.value("vendorId"_L1).toString());
            QCOMPARE(entry.value("account"_L1).toString(), bench.account.id.toString());
        }
    }
    QCOMPARE(written, ids);
    keys.append(KeyUid(u"gone"_s));
    QCOMPARE(outcomeOf(bench.notes.note(keys, {{NoteTopic::Team, u"ops"_s}})).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(bench.fixture.outcomes(NoteKinds::note).size(), 250);
}

void TestServicesKeyNotes::aBadValueSaysNothingOfAnyKey()
{
    Bench bench;
    const KeyUid key = bench.fixture.keys(bench.account.id).constFirst().uid;
    const auto bad = outcomeOf(bench.notes.note(
        {key}, {{NoteTopic::Owner, u"Noor"_s}, {NoteTopic::RotationDays, u"weekly"_s}}));
    QVERIFY(!bad);
    QCOMPARE(bad.error().kind, ErrorKind::InvalidRequest);
    const auto gone =
        outcomeOf(bench.notes.note({key, KeyUid(u"gone"_s)}, {{NoteTopic::Owner, u"Noor"_s}}));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
    QCOMPARE(outcomeOf(bench.notes.notes(key))->text(NoteTopic::Owner), QString());
    QVERIFY(bench.fixture.outcomes(NoteKinds::note).isEmpty());
}

void TestServicesKeyNotes::anExceptionNeedsReasonApproverAndAnEndAhead()
{
    Bench bench;
    const KeyUid key = bench.fixture.keys(bench.account.id).constFirst().uid;
    QList<FindingException> bad(5, bench.exception());
    bad[0].reason = u"  "_s;
    bad[1].approver.clear();
    bad[2].until = bench.fixture.clock.now().plusSeconds(-1);
    bad[3].rule = FindingRule::SecretHeld;
    bad[4].until = Timestamp::fromIso(u"9999-12-31T23:59:59Z")->plusSeconds(1);
    for (const FindingException &exception : bad) {
        const auto refused = outcomeOf(bench.notes.makeException({key}, exception));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
    }
    QVERIFY(!outcomeOf(bench.notes.endException({key}, FindingRule::OlderThan)));
    QVERIFY(bench.fixture.outcomes(NoteKinds::exception).isEmpty());
    QVERIFY(bench.fixture.outcomes(NoteKinds::exceptionEnd).isEmpty());
}

void TestServicesKeyNotes::anExceptionStaysWithItsFindingUntilItEnds()
{
    Bench bench;
    const KeyRow key = bench.keyOfAge(200);
    const auto before = bench.findingsOf(key.uid, FindingRule::OlderThan);
    QCOMPARE(before.size(), 1);
    QVERIFY(!before.constFirst().exception);
    QCOMPARE(*outcomeOf(bench.notes.makeException({key.uid}, bench.exception())), 1);
    const auto excepted = bench.findingsOf(key.uid, FindingRule::OlderThan);
    QCOMPARE(excepted.size(), 1);
    QVERIFY(excepted.constFirst().exception);
    QCOMPARE(excepted.constFirst().exception->approver, u"Noor"_s);
    QVERIFY(!excepted.constFirst().exception->by.isEmpty());
    // What is accepted comes last.
    QVERIFY(outcomeOf(bench.findings.findings({bench.account.id}))->constLast().exception);
    QVERIFY(outcomeOf(bench.findings.findingsOfKey(key.uid))->constFirst().exception);
    QCOMPARE(*outcomeOf(bench.notes.endException({key.uid}, FindingRule::OlderThan)), 1);
    QVERIFY(!bench.findingsOf(key.uid, FindingRule::OlderThan).constFirst().exception);
}

void TestServicesKeyNotes::aKeysOwnRuleDecidesWhenItIsOld()
{
    Bench bench;
    const KeyRow key = bench.keyOfAge(40);
    QVERIFY(bench.findingsOf(key.uid, FindingRule::OlderThan).isEmpty());
    QVERIFY(outcomeOf(bench.notes.note({key.uid}, {{NoteTopic::RotationDays, u"30"_s}})));
    QCOMPARE(bench.findingsOf(key.uid, FindingRule::OlderThan).size(), 1);
    QVERIFY(outcomeOf(bench.notes.note({key.uid}, {{NoteTopic::RotationDays, u"41"_s}})));
    QVERIFY(bench.findingsOf(key.uid, FindingRule::OlderThan).isEmpty());
}

void TestServicesKeyNotes::whatIsSaidLaterDoesNotCountBefore()
{
    Bench bench;
    const KeyRow key = bench.keyOfAge(40);
    const auto isOld = [&](std::optional<Timestamp> saidBefore) {
        FindingLimits limits;
        limits.saidBefore = saidBefore;
        QList<Finding> found = *outcomeOf(bench.findings.findings({bench.account.id}, limits));
        return std::any_of(found.cbegin(), found.cend(), [&key](const Finding &one) {
            return one.key == key.uid && one.rule == FindingRule::OlderThan;
        });
    };
    QVERIFY(outcomeOf(bench.notes.note({key.uid}, {{NoteTopic::RotationDays, u"30"_s}})));
    const Timestamp between = bench.fixture.clock.now();
    QVERIFY(outcomeOf(bench.notes.note({key.uid}, {{NoteTopic::RotationDays, u"50"_s}})));
    QVERIFY(!isOld(std::nullopt));
    QVERIFY(isOld(between));
    QVERIFY(!isOld(between.plusSeconds(-3600))); // then nothing was said
}

void TestServicesKeyNotes::notesAreStillThereAfterASync()
{
    Bench bench;
    const KeyUid key = bench.fixture.keys(bench.account.id).constFirst().uid;
    QVERIFY(outcomeOf(bench.notes.review({key}, ReviewDecision::Keep, u"still in use"_s)));
    bench.fixture.sync(bench.account.id);
    const auto review = outcomeOf(bench.notes.notes(key))->review();
    QVERIFY(review);
    QCOMPARE(review->reason, u"still in use"_s);
}

void TestServicesKeyNotes::managementAcknowledgesTheLastReview()
{
    Bench bench;
    const QList<KeyRow> keys = bench.fixture.keys(bench.account.id);
    const KeyUid one = keys.at(0).uid;
    const KeyUid other = keys.at(1).uid;
    const auto acknowledgedBy = [&bench](const KeyUid &key) {
        const auto review = outcomeOf(bench.notes.notes(key))->review();
        return review && review->acknowledgement ? review->acknowledgement->who : QString();
    };
    const auto none = outcomeOf(bench.notes.acknowledgeReview({one, other}, u"M. Lindholm"_s));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    QVERIFY(outcomeOf(bench.notes.review({one}, ReviewDecision::Keep, u"in use"_s)));
    const auto nobody = outcomeOf(bench.notes.acknowledgeReview({one}, u" "_s));
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(bench.fixture.outcomes(NoteKinds::acknowledgement).isEmpty());
    // The other has no review, and is left out.
    QCOMPARE(*outcomeOf(bench.notes.acknowledgeReview({one, other}, u" M. Lindholm "_s)), 1);
    QCOMPARE(acknowledgedBy(one), u"M. Lindholm"_s);
    QCOMPARE(acknowledgedBy(other), QString());
    QVERIFY(outcomeOf(bench.notes.review({one, other}, ReviewDecision::Keep, u"in use"_s)));
    QCOMPARE(acknowledgedBy(one), QString()); // of the new review
    QCOMPARE(*outcomeOf(bench.notes.acknowledgeReview({one, other}, u"R. Ito"_s)), 2);
    QCOMPARE(acknowledgedBy(one), u"R. Ito"_s);
    QCOMPARE(acknowledgedBy(other), u"R. Ito"_s);
}

QTEST_GUILESS_MAIN(TestServicesKeyNotes)
#include "tst_services_keynotes.moc"
