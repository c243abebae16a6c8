// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/listdiff.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace chatelaine;

namespace {

using Letters = std::vector<char>;

Letters letters(const char *text)
{
    return {text, text + qstrlen(text)};
}

std::vector<std::int64_t> positions(const Letters &before, const Letters &after)
{
    std::vector<std::int64_t> found;
    for (const char letter : after) {
        const auto at = std::find(before.begin(), before.end(), letter);
        found.push_back(at == before.end() ? notInOldList : at - before.begin());
    }
    return found;
}

ListDiff diffOf(const Letters &before, const Letters &after)
{
    return listDiff(before.size(), positions(before, after),
                    [](std::size_t, std::size_t) { return false; });
}

/** What a model does with a diff. */
Letters replayed(Letters list, const Letters &after, const ListDiff &diff)
{
    for (const RowRange &range : diff.removed)
        list.erase(list.begin() + range.first, list.begin() + range.last + 1);
    for (const RowRange &range : diff.inserted) {
        list.insert(list.begin() + range.first, after.begin() + range.first,
                    after.begin() + range.last + 1);
    }
    return list;
}

} // namespace

class TestListDiff : public QObject
{
    Q_OBJECT
private slots:
    void ranges_data()
    {
        using Ranges = std::vector<RowRange>;
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<Ranges>("removed");
        QTest::addColumn<Ranges>("inserted");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << Ranges{} << Ranges{};
        QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << Ranges{} << Ranges{};
        QTest::newRow("filled") << QByteArray() << QByteArray("abc") << Ranges{} << Ranges{{0, 2}};
        QTest::newRow("emptied") << QByteArray("abc") << QByteArray() << Ranges{{0, 2}} << Ranges{};
        QTest::newRow("in the middle")
            << QByteArray("abef") << QByteArray("abcdef") << Ranges{} << Ranges{{2, 3}};
        QTest::newRow("both ends, from behind")
            << QByteArray("abcdef") << QByteArray("cd") << Ranges{{4, 5}, {0, 1}} << Ranges{};
        QTest::newRow("one moved to the front")
            << QByteArray("abcd") << QByteArray("dabc") << Ranges{{3, 3}} << Ranges{{0, 0}};
        QTest::newRow("one moved to the end")
            << QByteArray("abcd") << QByteArray("bcda") << Ranges{{0, 0}} << Ranges{{3, 3}};
        QTest::newRow("all others")
            << QByteArray("ab") << QByteArray("cd") << Ranges{{0, 1}} << Ranges{{0, 1}};
    }
    void ranges()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const ListDiff diff = diffOf(letters(before.constData()), letters(after.constData()));
        QTEST(diff.removed, "removed");
        QTEST(diff.inserted, "inserted");
        QVERIFY(diff.changed.empty());
    }

    void changesAreRangesOfTheNewList()
    {
        const Letters before = letters("abcdef");
        const Letters after = letters("xbcef");
        const ListDiff diff = listDiff(
            before.size(), positions(before, after), [&](std::size_t from, std::size_t to) {
                Q_ASSERT(before[from] == after[to]);
                return after[to] == 'b' || after[to] == 'c' || after[to] == 'f';
            });
        QCOMPARE(diff.changed, (std::vector<RowRange>{{1, 2}, {4, 4}}));
    }

    /** Any list becomes any other, and what the two have in common in order stays untouched. */
    void anyListBecomesAnyOther()
    {
        std::mt19937 random(20260801);
        for (int round = 0; round < 2000; ++round) {
            Letters alphabet = letters("abcdefghijklmnop");
            std::shuffle(alphabet.begin(), alphabet.end(), random);
            const Letters before(alphabet.begin(),
                                 alphabet.begin() + static_cast<int>(random() % 17));
            std::shuffle(alphabet.begin(), alphabet.end(), random);
            const Letters after(alphabet.begin(),
                                alphabet.begin() + static_cast<int>(random() % 17));
            const ListDiff diff = diffOf(before, after);
            QCOMPARE(replayed(before, after, diff), after);
            int inserted = 0;
            for (const RowRange &range : diff.inserted)
                inserted += range.count();
            QCOMPARE(static_cast<int>(after.size()) - inserted, longestCommon(before, after));
        }
    }

private:
    static int longestCommon(const Letters &a, const Letters &b)
    {
        std::vector<std::vector<int>> best(a.size() + 1, std::vector<int>(b.size() + 1, 0));
        for (std::size_t i = 1; i <= a.size(); ++i) {
            for (std::size_t j = 1; j <= b.size(); ++j) {
                best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1
                                                  : std::max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.size()][b.size()];
    }
};

QTEST_GUILESS_MAIN(TestListDiff)
#include "tst_models_listdiff.moc"
