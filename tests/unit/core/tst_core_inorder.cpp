// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inorder.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace chatelaine;

namespace {

constexpr int works = 200;

} // namespace

/** Work of several threads, taken in its order. */
class TestInOrder : public QObject
{
    Q_OBJECT
private slots:
    void resultsComeInTheOrderOfTheWork()
    {
        QList<int> taken;
        InOrder<int> work([&taken](int result) {
            taken.append(result);
            return true;
        });
        // The first one ends last, unless it is waited for.
        QSemaphore second;
        QVERIFY(work.add([&second] {
            second.tryAcquire(1, 1000);
            return 0;
        }));
        for (int i = 1; i < works; ++i) {
            QVERIFY(work.add([&second, i] {
                second.release();
                return i;
            }));
        }
        QVERIFY(work.finish());
        QCOMPARE(taken.size(), works);
        for (int i = 0; i < works; ++i)
            QCOMPARE(taken.at(i), i);
    }

    void onlyAFewAreHeld()
    {
        std::atomic_int done = 0;
        int taken = 0;
        int most = 0;
        InOrder<int> work([&](int) {
            most = std::max(most, done - taken);
            ++taken;
            return true;
        });
        for (int i = 0; i < works; ++i)
            work.add([&done] { return ++done; });
        QVERIFY(work.finish());
        QCOMPARE(taken, works);
        QVERIFY2(most <= 4 * QThread::idealThreadCount() + 1, qPrintable(QString::number(most)));
    }

    void whatIsRefusedEndsIt()
    {
        int taken = 0;
        InOrder<int> work([&taken](int result) {
            ++taken;
            return result < 5;
        });
        int added = 0;
        while (added < works && work.add([added] { return added; }))
            ++added;
        QVERIFY(added < works);
        QVERIFY(!work.add([] { return 0; }));
        QVERIFY(!work.finish());
        QCOMPARE(taken, 6);
    }

    void theEndWaitsForWhatRuns()
    {
        std::atomic_bool ended = false;
        {
            InOrder<int> work([](int) { return true; });
            work.add([&ended] {
                QThread::yieldCurrentThread();
                ended = true;
                return 0;
            });
        }
        QVERIFY(ended);
    }
};

QTEST_GUILESS_MAIN(TestInOrder)
#include "tst_core_inorder.moc"
