// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "support/awaited.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** One change of many keys: what it does, what it leaves alone, and what is left of it at any end.
 */
class TestServicesBulk : public QObject
{
    Q_OBJECT
private slots:
    void eachKeyIsRevokedOnce();
    void fewAreUnderWayAtOnce();
    void whatCannotBeDoneIsSaidBefore();
    void theWholeSearchResult();
    void cancelLeavesWhatWaits();
    void itGoesOnAfterARestart();
    void aRunIsDropped();
    void anAccountThatRefusesStandsStill();
    void aLostAnswerIsInDoubt();
    void onlyOneIsAtARun();
};

namespace {

constexpr int many = 9;

/** An account with keys "bulk 0" to "bulk 8" that can be revoked. */
struct ManyKeys
{
    ManyKeys()
        : account(fixture.connectTo(u"tempered"_s))
    {
        fixture.sync(account.id);
        for (int i = 0; i < many; ++i) {
            const NewKeyResult made = fixture.makeKey(account, u"bulk %1"_s.arg(i));
            (void)outcomeOf(fixture.held->forget(made.secret.id, u"stored"_s));
            keys.append(made.key.uid);
        }
    }

    BulkPlan plan(KeyVerb verb = KeyVerb::Revoke)
    {
        const auto made = outcomeOf(fixture.bulk->plan(verb, {std::nullopt, keys}));
        return made ? *made : BulkPlan{};
    }
    BulkRun only(bool openOnly)
    {
        const auto runs = outcomeOf(fixture.bulk->runs(openOnly));
        return runs && runs->size() == 1 ? runs->first() : BulkRun{};
    }
    /** How often the vendor was asked to revoke a key, by its path. */
    QHash<QString, int> revocations()
    {
        QHash<QString, int> counts;
        const QJsonObject document =
            QJsonDocument::fromJson(fixture.control("GET", u"/requests"_s)).object();
        for (const QJsonValue &value : document.value("requests"_L1).toArray()) {
            const QString path = value.toObject().value("path"_L1).toString();
            if (path.endsWith("/revoke/"_L1))
                ++counts[path];
        }
        return counts;
    }
    void expectEachSentOnce()
    {
        const auto counts = revocations();
        for (auto count = counts.cbegin(); count != counts.cend(); ++count)
            QVERIFY2(count.value() == 1, qPrintable(count.key()));
    }

    ServiceFixture fixture;
    const AccountRow account;
    QList<KeyUid> keys;
};

/** Waits for the end of the run that `begin` begins; gives why it stopped. */
template<typename F>
QString stopped(BulkService &bulk, F begin)
{
    QSignalSpy spy(&bulk, &BulkService::stopped);
    begin();
    if (spy.isEmpty() && !spy.wait(20'000))
        return u"it did not stop"_s;
    return spy.constLast().at(1).toString();
}

QString startedAndStopped(ServiceFixture &fixture, const BulkPlan &plan)
{
    return stopped(*fixture.bulk, [&] { (void)outcomeOf(fixture.bulk->start(plan)); });
}

} // namespace

void TestServicesBulk::eachKeyIsRevokedOnce()
{
    ManyKeys at;
    const BulkPlan plan = at.plan();
    QCOMPARE(plan.waiting(), many);
    QCOMPARE(plan.accounts, (QList<std::pair<QString, qint64>>{{u"tempered"_s, many}}));
    QCOMPARE(plan.consequences.size(), 1);
    QVERIFY(plan.isFinal);
    QCOMPARE(startedAndStopped(at.fixture, plan), QString());

    const BulkRun run = at.only(false);
    QVERIFY(run.endedAt);
    QCOMPARE(run.counts, (BulkCounts{{BulkState::Succeeded, many}}));
    for (const KeyUid &key : at.keys)
        QCOMPARE(outcomeOf(at.fixture.keyService->key(key))->record.state, KeyState::Revoked);
    QCOMPARE(at.revocations().size(), many);
    at.expectEachSentOnce();
    QCOMPARE(at.fixture.outcomes(u"bulk.revoke"_s), (QStringList{u"intended"_s, u"succeeded"_s}));
    QCOMPARE(at.fixture.outcomes(u"key.revoke"_s).count(u"intended"_s), many);
    QCOMPARE(at.fixture.outcomes(u"key.revoke"_s).count(u"succeeded"_s), many);
    // Every one of them has ended: there is nothing to do a second time.
    const BulkPlan again = at.plan();
    QCOMPARE(again.counts, (BulkCounts{{BulkState::Skipped, many}}));
    const auto refused = outcomeOf(at.fixture.bulk->start(again));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
}

void TestServicesBulk::fewAreUnderWayAtOnce()
{
    ManyKeys at;
    qsizetype most = 0;
    connect(at.fixture.bulk.get(), &BulkService::itemChanged, this, [&](const BulkRunId &run) {
        const QList<BulkItem> &items = *at.fixture.bulk->live(run);
        const auto running = std::count_if(items.begin(), items.end(), [](const BulkItem &item) {
            return item.state == BulkState::Running;
        });
        most = qMax(most, running);
    });
    QCOMPARE(startedAndStopped(at.fixture, at.plan()), QString());
    QCOMPARE(most, BulkService::perAccount);
}

void TestServicesBulk::whatCannotBeDoneIsSaidBefore()
{
    ManyKeys at;
    const AccountRow other = at.fixture.connectTo(u"confident-ai"_s);
    at.fixture.sync(other.id);
    QVERIFY(outcomeOf(at.fixture.keyService->apply(at.keys.first(), KeyVerb::Revoke)));
    for (const KeyRow &key : at.fixture.keys(at.account.id)) {
        if (key.inUse)
            at.keys.append(key.uid);
    }
    QCOMPARE(at.keys.size(), many + 1);
    at.keys.append(at.fixture.keys(other.id).constFirst().uid);
    at.keys.append(KeyUid(newUuid()));
    at.keys.append(at.keys.first()); // twice is once

    const BulkPlan plan = at.plan();
    QCOMPARE(plan.counts, (BulkCounts{{BulkState::Waiting, many - 1},
                                      {BulkState::Skipped, 3},
                                      {BulkState::Guarded, 1}}));
    for (const BulkItem &item : plan.items)
        QCOMPARE(item.message.isEmpty(), item.state == BulkState::Waiting);
    QCOMPARE(startedAndStopped(at.fixture, plan), QString());
    const BulkRun run = at.only(false);
    QCOMPARE(run.counts, (BulkCounts{{BulkState::Succeeded, many - 1},
                                     {BulkState::Skipped, 3},
                                     {BulkState::Guarded, 1}}));
}

void TestServicesBulk::theWholeSearchResult()
{
    ManyKeys at;
    KeyQuery query;
    query.text = u"bulk"_s;
    const auto plan = outcomeOf(at.fixture.bulk->plan(KeyVerb::Revoke, {query, {}}));
    QVERIFY(plan);
    QCOMPARE(plan->waiting(), many);
    QCOMPARE(startedAndStopped(at.fixture, *plan), QString());
    QCOMPARE(at.revocations().size(), many);
}

void TestServicesBulk::cancelLeavesWhatWaits()
{
    ManyKeys at;
    connect(at.fixture.bulk.get(), &BulkService::itemChanged, this,
            [&](const BulkRunId &run, qsizetype, const BulkItem &item) {
                if (item.state == BulkState::Succeeded)
                    at.fixture.bulk->cancel(run);
            });
    QCOMPARE(startedAndStopped(at.fixture, at.plan()), QString());
    const BulkRun run = at.only(false);
    QVERIFY(run.endedAt);
    const qint64 done = run.counts.value(BulkState::Succeeded);
    QVERIFY(done >= 1 && done <= BulkService::perAccount);
    QCOMPARE(run.counts.value(BulkState::Left), many - done);
    QCOMPARE(at.revocations().size(), done);
    QCOMPARE(at.fixture.outcomes(u"bulk.revoke"_s), (QStringList{u"intended"_s, u"failed"_s}));
    const auto again = outcomeOf(at.fixture.bulk->resume(run.id));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

void TestServicesBulk::itGoesOnAfterARestart()
{
    ManyKeys at;
    int done = 0;
    QEventLoop untilSomeAreDone; // and no longer: all would soon be
    connect(at.fixture.bulk.get(), &BulkService::itemChanged, &untilSomeAreDone,
            [&](const BulkRunId &, qsizetype, const BulkItem &item) {
                done += item.state == BulkState::Succeeded ? 1 : 0;
                if (done >= 3)
                    untilSomeAreDone.quit();
            });
    QVERIFY(outcomeOf(at.fixture.bulk->start(at.plan())));
    QTimer::singleShot(30'000, &untilSomeAreDone, &QEventLoop::quit);
    untilSomeAreDone.exec();
    QVERIFY(done >= 3);
    at.fixture.restart();

    const BulkRun left = at.only(true);
    QVERIFY(!left.id.isEmpty());
    QVERIFY(!left.isBeingDone);
    QVERIFY(left.counts.value(BulkState::Waiting) > 0);
    QCOMPARE(
        stopped(*at.fixture.bulk, [&] { QVERIFY(outcomeOf(at.fixture.bulk->resume(left.id))); }),
        QString());
    const BulkRun run = at.only(false);
    QVERIFY(run.endedAt);
    QCOMPARE(run.counts.value(BulkState::Succeeded) + run.counts.value(BulkState::InDoubt), many);
    QVERIFY(run.counts.value(BulkState::InDoubt) <= BulkService::perAccount);
    at.expectEachSentOnce();
    QVERIFY(outcomeOf(at.fixture.bulk->runs(true))->isEmpty());
}

void TestServicesBulk::aRunIsDropped()
{
    ManyKeys at;
    QVERIFY(outcomeOf(at.fixture.bulk->start(at.plan())));
    at.fixture.restart();
    const BulkRun left = at.only(true);
    const qint64 waiting = left.counts.value(BulkState::Waiting);
    QVERIFY(waiting > 0);
    const auto sent = at.revocations().size();
    QVERIFY(outcomeOf(at.fixture.bulk->drop(left.id)));
    QCOMPARE(at.revocations().size(), sent);
    const BulkRun run = at.only(false);
    QVERIFY(run.endedAt);
    QVERIFY(run.counts.value(BulkState::Left) >= waiting);
    QCOMPARE(run.counts.value(BulkState::Waiting), 0);
    QCOMPARE(at.fixture.outcomes(u"bulk.revoke"_s), (QStringList{u"intended"_s, u"failed"_s}));
}

void TestServicesBulk::anAccountThatRefusesStandsStill()
{
    ManyKeys at;
    at.fixture.control("POST", u"/faults"_s,
                       R"({"system":"tempered","method":"POST","action":"status:401","count":-1})");
    QVERIFY(!startedAndStopped(at.fixture, at.plan()).isEmpty());
    const BulkRun stands = at.only(true);
    QVERIFY(!stands.isBeingDone);
    const qint64 failed = stands.counts.value(BulkState::Failed);
    QVERIFY(failed >= 1 && failed <= BulkService::perAccount);
    QCOMPARE(stands.counts.value(BulkState::Waiting), many - failed);

    at.fixture.control("DELETE", u"/faults"_s);
    QCOMPARE(
        stopped(*at.fixture.bulk, [&] { QVERIFY(outcomeOf(at.fixture.bulk->resume(stands.id))); }),
        QString());
    QCOMPARE(at.only(false).counts,
             (BulkCounts{{BulkState::Failed, failed}, {BulkState::Succeeded, many - failed}}));
}

void TestServicesBulk::aLostAnswerIsInDoubt()
{
    ManyKeys at;
    at.fixture.fault(u"tempered"_s, u"POST"_s, {}, u"status:500"_s);
    const KeyUid first = at.keys.first();
    at.keys = {first};
    QCOMPARE(startedAndStopped(at.fixture, at.plan()), QString());
    const auto items = outcomeOf(at.fixture.bulk->items(at.only(false).id));
    QCOMPARE(items->constFirst().state, BulkState::InDoubt);
    QVERIFY(!items->constFirst().message.isEmpty());
    const auto doubts = outcomeOf(at.fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QVERIFY(outcomeOf(at.fixture.keyService->settleAs(doubts->constFirst().operation.id, false)));
    QCOMPARE(at.only(false).counts, (BulkCounts{{BulkState::Settled, 1}}));
}

void TestServicesBulk::onlyOneIsAtARun()
{
    ManyKeys at;
    const auto run = outcomeOf(at.fixture.bulk->start(at.plan()));
    QVERIFY(run);
    QVERIFY(at.only(true).isBeingDone);
    const auto second = outcomeOf(at.fixture.bulk->resume(*run));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QVERIFY(!outcomeOf(at.fixture.bulk->drop(*run)));
    QTRY_VERIFY_WITH_TIMEOUT(at.only(false).endedAt, 20'000);
    at.expectEachSentOnce();
}

QTEST_GUILESS_MAIN(TestServicesBulk)
#include "tst_services_bulk.moc"
