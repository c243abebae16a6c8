// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async.h"

#include <QTest>
#include <QThread>

#include <optional>

using namespace chatelaine;

/** whenDone() where Qt 6.4's own continuations assert, or stay silent. */
class FuturesTest : public QObject
{
    Q_OBJECT

private slots:
    void callsBackOnce();
    void callsBackAtOnceWhenDone();
    void aCancelledFutureIsAnError();
    void aContextThatDiesFirstIsNotCalled();
    void aContextThatDiesBeforeTheCancelIsNotCalled();
    void callsBackOnTheContextsThread();
};

void FuturesTest::callsBackOnce()
{
    const Answer<int> answer;
    QList<int> got;
    whenDone(answer.future(), this, [&](const Outcome<int> &outcome) { got << outcome.value(); });
    answer.give(3);
    QVERIFY2(got.isEmpty(), "not inside give()");
    QTRY_COMPARE(got, QList{3});
    QCoreApplication::processEvents();
    QCOMPARE(got, QList{3});
}

void FuturesTest::callsBackAtOnceWhenDone()
{
    int got = 0;
    whenDone(readyOutcome<int>(7), this, [&](const Outcome<int> &outcome) { got = *outcome; });
    QCOMPARE(got, 7);
}

void FuturesTest::aCancelledFutureIsAnError()
{
    std::optional<ErrorKind> kind;
    {
        const Answer<int> dropped;
        whenDone(dropped.future(), this,
                 [&](const Outcome<int> &outcome) { kind = outcome.error().kind; });
    }
    QTRY_VERIFY(kind == ErrorKind::Cancelled);
}

void FuturesTest::aContextThatDiesFirstIsNotCalled()
{
    const Answer<int> answer;
    bool called = false;
    {
        QObject context;
        whenDone(answer.future(), &context, [&](const Outcome<int> &) { called = true; });
    }
    answer.give(3);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void FuturesTest::aContextThatDiesBeforeTheCancelIsNotCalled()
{
    bool called = false;
    {
        const Answer<int> dropped;
        QObject context;
        whenDone(dropped.future(), &context, [&](const Outcome<int> &) { called = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void FuturesTest::callsBackOnTheContextsThread()
{
    const Answer<int> answer;
    QThread *called = nullptr;
    whenDone(answer.future(), this,
             [&](const Outcome<int> &) { called = QThread::currentThread(); });
    const std::unique_ptr<QThread> other(QThread::create([answer] { answer.give(3); }));
    other->start();
    QTRY_COMPARE(called, QThread::currentThread());
    QVERIFY(other->wait());
}

QTEST_GUILESS_MAIN(FuturesTest)
#include "tst_component_futures.moc"
