// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async.h"
#include "core/error.h"
#include "core/key.h"
#include "core/listing.h"
#include "core/operation.h"
#include "core/outcome.h"
#include "core/rows.h"

#include <QFutureWatcher>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <array>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT
private slots:
    void namesComeBack();
    void namesAreWhatIsDocumented();
    void anOperationGoesOnlyForward_data();
    void anOperationGoesOnlyForward();
    void aRefIsPercentEncoded_data();
    void aRefIsPercentEncoded();
    void aContainerKeyIsItsIds();
    void idsAreNewUuids();
    void aListingIsCompleteWithoutProblems();
    void anOutcomeHoldsEither();
    void aLoopRunsOverWhatAPassingOutcomeHolds();
    void anAnswerArrivesOnTheContextsThread();
    void aDroppedAnswerIsCancelled();
    void nothingArrivesAfterTheContext();
    void anEndMeanwhileArrivesOnce();
    void anotherThreadMayAsk();
};

void TestValues::namesComeBack()
{
    for (int i = 0; i <= static_cast<int>(ErrorKind::Cancelled); ++i)
        QCOMPARE(errorKindFromName(errorKindName(ErrorKind(i))), ErrorKind(i));
    for (int i = 0; i <= static_cast<int>(KeyState::Unknown); ++i)
        QCOMPARE(keyStateFromName(keyStateName(KeyState(i))), KeyState(i));
    for (int i = 0; i <= static_cast<int>(OperationState::Settled); ++i)
        QCOMPARE(operationStateFromName(operationStateName(OperationState(i))), OperationState(i));
    for (int i = 0; i <= static_cast<int>(LastUsed::Source::Usage); ++i)
        QCOMPARE(lastUsedSourceFromName(lastUsedSourceName(LastUsed::Source(i))),
                 LastUsed::Source(i));
    QVERIFY(!errorKindFromName(u"Unauthorized"));
    QVERIFY(!keyStateFromName(u""));
    QVERIFY(!operationStateFromName(u"in doubt"));
    QVERIFY(!lastUsedSourceFromName(u"usages"));
}

void TestValues::namesAreWhatIsDocumented()
{
    QCOMPARE(errorKindName(ErrorKind::RateLimited), u"rate_limited"_s);
    QCOMPARE(keyStateName(KeyState::Rotating), u"rotating"_s);
    QCOMPARE(operationStateName(OperationState::InDoubt), u"in_doubt"_s);
}

void TestValues::anOperationGoesOnlyForward_data()
{
    using enum OperationState;
    const QSet<std::pair<int, int>> allowed{
        {int(Intended), int(Sent)}, {int(Intended), int(Failed)}, {int(Sent), int(Succeeded)},
        {int(Sent), int(Failed)},   {int(Sent), int(InDoubt)},    {int(InDoubt), int(Settled)},
    };
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("allowed");
    for (int from = 0; from <= int(Settled); ++from) {
        for (int to = 0; to <= int(Settled); ++to)
            QTest::addRow("%d to %d", from, to) << from << to << allowed.contains({from, to});
    }
}

void TestValues::anOperationGoesOnlyForward()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const bool, allowed);
    QCOMPARE(canFollow(OperationState(from), OperationState(to)), allowed);
}

void TestValues::aRefIsPercentEncoded_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QStringList>("container");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("ref");
    QTest::newRow("no container") << u"acme"_s << QStringList() << u"7"_s << u"acme/7"_s;
    QTest::newRow("two levels") << u"acme"_s << QStringList{u"o"_s, u"p"_s} << u"7"_s
                                << u"acme/o/p/7"_s;
    QTest::newRow("spaces and slashes")
        << u"Acme Ltd"_s << QStringList{u"a/b"_s} << u"k:7/8"_s << u"Acme%20Ltd/a%2Fb/k%3A7%2F8"_s;
    QTest::newRow("percent and umlaut")
        << u"100%"_s << QStringList{u"ü"_s} << u"~._-"_s << u"100%25/%C3%BC/~._-"_s;
}

void TestValues::aRefIsPercentEncoded()
{
    QFETCH(const QString, account);
    QFETCH(const QStringList, container);
    QFETCH(const QString, id);
    QFETCH(const QString, ref);
    ContainerPath path;
    for (const QString &step : container)
        path.append({u"project"_s, ContainerId(step), u"a name"_s});
    QCOMPARE(keyRef(account, path, VendorKeyId(id)), ref);
}

void TestValues::aContainerKeyIsItsIds()
{
    ContainerPath path{{u"organization"_s, ContainerId(u"a/b"_s), u"A"_s},
                       {u"project"_s, ContainerId(u"c d"_s), u"C"_s}};
    QCOMPARE(containerKey(path), u"a%2Fb/c%20d"_s);
    path[0].name = u"renamed"_s;
    QCOMPARE(containerKey(path), u"a%2Fb/c%20d"_s);
    QCOMPARE(containerKey({}), QString());
}

void TestValues::idsAreNewUuids()
{
    const QString id = newUuid();
    QCOMPARE(QUuid(id).toString(QUuid::WithoutBraces), id);
    QVERIFY(newUuid() != id);
    QVERIFY(KeyUid(u"a"_s) < KeyUid(u"b"_s));
    QVERIFY(KeyUid().isEmpty());
    QCOMPARE(qHash(KeyUid(u"a"_s)), qHash(KeyUid(u"a"_s)));
}

void TestValues::aListingIsCompleteWithoutProblems()
{
    Listing<int> listing;
    QVERIFY(listing.complete());
    listing.sources.resize(3);
    QVERIFY(listing.complete());
    listing.sources[1].problem = u"Page 2 failed."_s;
    listing.sources[2].problem = u"Page 2 failed."_s;
    QVERIFY(!listing.complete());
    QCOMPARE(listing.reasons(), QStringList{u"Page 2 failed."_s});
}

void TestValues::anOutcomeHoldsEither()
{
    const Outcome<int> good(7);
    QVERIFY(good);
    QCOMPARE(*good, 7);
    Error error;
    error.kind = ErrorKind::Conflict;
    const Outcome<int> bad(error);
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().kind, ErrorKind::Conflict);
    const auto ready = readyOutcome<int>(bad);
    QVERIFY(ready.isFinished());
    QCOMPARE(ready.result().error().kind, ErrorKind::Conflict);
}

void TestValues::aLoopRunsOverWhatAPassingOutcomeHolds()
{
    static_assert(std::is_same_v<decltype(*std::declval<Outcome<QString>>()), QString>);
    const auto outcome = [] {
        return Outcome<QList<QString>>(QList<QString>{u"one"_s, u"two"_s});
    };
    QStringList seen;
    for (const QString &text : *outcome())
        seen.append(text);
    QCOMPARE(seen, (QStringList{u"one"_s, u"two"_s}));
}

void TestValues::anAnswerArrivesOnTheContextsThread()
{
    Answer<int> answer;
    QObject context;
    int value = 0;
    QThread *arrivedOn = nullptr;
    whenDone(answer.future(), &context, [&](const Outcome<int> &outcome) {
        value = *outcome;
        arrivedOn = QThread::currentThread();
    });
    const std::unique_ptr<QThread> other(QThread::create([answer] { answer.give(42); }));
    other->start();
    QVERIFY(other->wait());
    QTRY_COMPARE(value, 42);
    QCOMPARE(arrivedOn, QThread::currentThread());
}

void TestValues::aDroppedAnswerIsCancelled()
{
    QObject context;
    std::optional<ErrorKind> kind;
    {
        const Answer<int> answer;
        whenDone(answer.future(), &context,
                 [&](const Outcome<int> &outcome) { kind = outcome.error().kind; });
    }
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, ErrorKind::Cancelled);
}

void TestValues::nothingArrivesAfterTheContext()
{
    const Answer<int> answer;
    bool called = false;
    {
        QObject context;
        whenDone(answer.future(), &context, [&](const Outcome<int> &) { called = true; });
    }
    answer.give(1);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestValues::anEndMeanwhileArrivesOnce()
{
    // Watchers are told of an end before continuations: many of them make the moment long in which
    // a future has ended and the other thread is not done with it.
    constexpr int rounds = 20;
    constexpr int watchersOfEach = 500;
    QObject context;
    int arrived = 0;
    for (int round = 0; round < rounds; ++round) {
        std::optional<Answer<int>> answer(std::in_place);
        const FutureOutcome<int> future = answer->future();
        std::array<QFutureWatcher<Outcome<int>>, watchersOfEach> watchers;
        for (auto &watcher : watchers)
            watcher.setFuture(future);
        const std::unique_ptr<QThread> other(QThread::create([&answer] { answer.reset(); }));
        other->start();
        while (!future.isFinished())
            QThread::yieldCurrentThread();
        whenDone(future, &context, [&arrived](const Outcome<int> &) { ++arrived; });
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(other->wait());
    }
    QTRY_COMPARE(arrived, rounds);
}

void TestValues::anotherThreadMayAsk()
{
    const Answer<int> answer;
    QObject context;
    int value = 0;
    QThread *arrivedOn = nullptr;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        whenDone(answer.future(), &context, [&](const Outcome<int> &outcome) {
            value = *outcome;
            arrivedOn = QThread::currentThread();
        });
    }));
    other->start();
    QVERIFY(other->wait());
    answer.give(42);
    QCOMPARE(value, 0);
    QTRY_COMPARE(value, 42);
    QCOMPARE(arrivedOn, QThread::currentThread());
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_core_values.moc"
