// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"
#include "store/database.h"
#include "unit/store/journalfiller.h"
#include "unit/store/storefixture.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestJournalSearch : public QObject
{
    Q_OBJECT
private slots:
    void eachConditionHolds_data();
    void eachConditionHolds();
    void pagesFollowEachOtherBothWays();
    void aKeysTimelineIsWholeAndItsOwn();
    void manyAreCountedInStretches();
};

namespace {

JournalEvent entryOf(const QString &kind, const QString &object, const QString &outcome)
{
    JournalEvent made;
    made.kind = kind;
    made.outcome = outcome;
    made.object = object;
    return made;
}

/** An entry of another installation, as the team's copy of it stands in the database. */
void putForeign(const QString &file, qint64 seq, Timestamp time, const QString &object)
{
    const QJsonObject entry{{u"installation"_s, u"other"_s},    {u"seq"_s, seq},
                            {u"time"_s, qint64(time.micros())}, {u"user"_s, u"kim"_s},
                            {u"host"_s, u"laptop"_s},           {u"kind"_s, u"key.revoke"_s},
                            {u"outcome"_s, u"succeeded"_s},     {u"object"_s, object}};
    Database database(file, Database::Access::ReadWrite);
    database.run(u"INSERT INTO team_journal (installation, seq, line) VALUES ('other', ?, ?)"_s,
                 {seq, QString::fromUtf8(*canonicalJson(entry))});
}

/** What they are about, in the order in which they came. */
QStringList objects(const QList<JournalLine> &lines)
{
    QStringList all;
    for (const JournalLine &line : lines)
        all.append(QJsonDocument::fromJson(line.line)[u"object"].toString());
    return all;
}

/** Five own entries, ten seconds apart, and two of another installation between them. */
struct Journal : StoreFixture
{
    const Timestamp start = clock.now();

    Journal()
    {
        add(entryOf(u"key.create"_s, u"alpha \"one\""_s, u"intended"_s));
        JournalEvent second = entryOf(u"key.create"_s, u"Alpha two"_s, u"succeeded"_s);
        second.account = AccountId(u"a1"_s);
        second.accountName = u"Acme"_s;
        add(second);
        JournalEvent third = entryOf(u"keyring.check"_s, u"gamma"_s, u"failed"_s);
        third.detail.insert(u"message"_s, u"the vendor said Größe"_s);
        third.detail.insert(u"kind"_s, u"key.create"_s); // not the entry's own
        add(third);
        add(entryOf(u"secret.copy"_s, u"delta"_s, u"succeeded"_s));
        add(entryOf(u"app.lock"_s, u""_s, u"succeeded"_s));
        putForeign(file(), 1, start.plusSeconds(5), u"kims first"_s);
        putForeign(file(), 2, start.plusSeconds(25), u"kims second"_s);
    }
    void add(const JournalEvent &one)
    {
        valueOf(store->append(one));
        clock.advance(10);
    }
};

} // namespace

void TestJournalSearch::eachConditionHolds_data()
{
    QTest::addColumn<JournalQuery>("query");
    QTest::addColumn<QStringList>("found");
    const Timestamp start = TestClock().now();
    const QString one = u"alpha \"one\""_s;
    const auto row = [](const char *name, auto set, const QStringList &found) {
        JournalQuery query;
        set(query);
        QTest::newRow(name) << query << found;
    };
    using Q = JournalQuery;
    row("all", [](Q &) {},
        {one, u"kims first"_s, u"Alpha two"_s, u"gamma"_s, u"kims second"_s, u"delta"_s, u""_s});
    row("from", [=](Q &q) { q.from = start.plusSeconds(25); },
        {u"kims second"_s, u"delta"_s, u""_s});
    row("to, exclusive", [=](Q &q) { q.to = start.plusSeconds(10); }, {one, u"kims first"_s});
    row("account", [](Q &q) { q.account = AccountId(u"a1"_s); }, {u"Alpha two"_s});
    row("kind", [](Q &q) { q.kind = u"key.create"_s; }, {one, u"Alpha two"_s});
    row("kinds of a group", [](Q &q) { q.kind = u"key"_s; },
        {one, u"kims first"_s, u"Alpha two"_s, u"kims second"_s});
    row("outcome", [](Q &q) { q.outcome = u"failed"_s; }, {u"gamma"_s});
    row("writer", [](Q &q) { q.writer = u"kim@laptop"_s; }, {u"kims first"_s, u"kims second"_s});
    row("own writer", [](Q &q) { q.writer = u"alex@desk"_s; },
        {one, u"Alpha two"_s, u"gamma"_s, u"delta"_s, u""_s});
    row("word in either case", [](Q &q) { q.text = u"ALPHA"_s; }, {one, u"Alpha two"_s});
    row("every word", [](Q &q) { q.text = u"two acme"_s; }, {u"Alpha two"_s});
    row("a quote", [](Q &q) { q.text = u"\"one\""_s; }, {one});
    row("in the details, not ASCII", [](Q &q) { q.text = u"Größe"_s; }, {u"gamma"_s});
    row("a writer's name", [](Q &q) { q.text = u"laptop"_s; }, {u"kims first"_s, u"kims second"_s});
    row("not the names of members", [](Q &q) { q.text = u"installation"_s; }, {});
    row("no pattern", [](Q &q) { q.text = u"al%a"_s; }, {});
    row("no statement", [](Q &q) { q.writer = u"' OR 1=1 --"_s; }, {});
    row("several",
        [=](Q &q) {
            q.kind = u"key"_s;
            q.outcome = u"succeeded"_s;
            q.from = start.plusSeconds(10);
        },
        {u"Alpha two"_s, u"kims second"_s});
}

void TestJournalSearch::eachConditionHolds()
{
    QFETCH(const JournalQuery, query);
    QFETCH(const QStringList, found);
    Journal journal;
    const auto lines =
        valueOf(journal.store->searchJournals(query, std::nullopt, Qt::AscendingOrder, 100));
    QCOMPARE(objects(lines), found);
    const JournalCount count = valueOf(journal.store->countJournals(query));
    QCOMPARE(count.matching, found.size());
    QCOMPARE(count.total, 7);
}

void TestJournalSearch::pagesFollowEachOtherBothWays()
{
    Journal journal;
    putForeign(journal.file(), 3, journal.start.plusSeconds(10), u"at the same time"_s);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const auto whole = valueOf(journal.store->searchJournals({}, std::nullopt, order, 100));
        QCOMPARE(whole.size(), 8);
        QList<JournalLine> paged;
        std::optional<JournalPlace> place;
        while (true) {
            const auto page = valueOf(journal.store->searchJournals({}, place, order, 3));
            paged += page;
            if (page.size() < 3)
                break;
            place = JournalPlace{page.last().time, page.last().installation, page.last().sequence};
        }
        QCOMPARE(objects(paged), objects(whole));
        QVERIFY(std::is_sorted(whole.begin(), whole.end(), [order](const auto &a, const auto &b) {
            return order == Qt::AscendingOrder ? a.time < b.time : b.time < a.time;
        }));
    }
}

void TestJournalSearch::aKeysTimelineIsWholeAndItsOwn()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    KeyRow key;
    key.account = account.id;
    key.record = makeKey(u"7"_s, u"CI"_s, makePath({u"org"_s}));
    key = valueOf(fixture.store->putKey(key));
    const auto about = [&](const QString &kind, const QString &outcome) {
        JournalEvent made = entryOf(kind, u"CI"_s, outcome);
        made.account = account.id;
        return made;
    };
    // Its making names no id before the vendor has given one: the operation leads to it.
    OperationRow making;
    making.id = OperationId(u"making"_s);
    making.account = account.id;
    making.verb = u"create"_s;
    making.object = u"key"_s;
    making.sentName = u"CI"_s;
    valueOf(fixture.store->beginOperation(making, about(u"key.create"_s, u"intended"_s)));
    valueOf(fixture.store->markSent(making.id));
    making.state = OperationState::Succeeded;
    making.key = key.uid;
    valueOf(fixture.store->endOperation(making, about(u"key.create"_s, u"succeeded"_s)));
    JournalEvent checked = about(u"key.check"_s, u"succeeded"_s);
    checked.vendorId = u"7"_s;
    checked.container = key.record.container;
    valueOf(fixture.store->append(checked));
    JournalEvent elsewhere = checked; // key 7 of another organization
    elsewhere.container = makePath({u"another"_s});
    valueOf(fixture.store->append(elsewhere));
    valueOf(fixture.store->append(about(u"key.create"_s, u"intended"_s))); // another of that name

    JournalQuery timeline;
    timeline.key = key.uid;
    const auto lines =
        valueOf(fixture.store->searchJournals(timeline, std::nullopt, Qt::AscendingOrder, 100));
    QStringList told;
    for (const JournalLine &line : lines) {
        const QJsonDocument entry = QJsonDocument::fromJson(line.line);
        told.append(entry[u"kind"].toString() + u' ' + entry[u"outcome"].toString());
    }
    QCOMPARE(told, (QStringList{u"key.create intended"_s, u"key.create succeeded"_s,
                                u"key.check succeeded"_s}));
    timeline.outcome = u"intended"_s;
    QCOMPARE(valueOf(fixture.store->countJournals(timeline)).matching, 1);
    timeline.key = KeyUid(u"nobody"_s);
    QCOMPARE(valueOf(fixture.store->countJournals(timeline)).matching, 0);
}

void TestJournalSearch::manyAreCountedInStretches()
{
    StoreFixture fixture;
    fillJournal(fixture.file(), fixture.store->installation(), 45'000, fixture.clock.now());
    const JournalCount all = valueOf(fixture.store->countJournals({}));
    QCOMPARE(all.matching, 45'000);
    QCOMPARE(all.total, 45'000);
    JournalQuery none;
    none.outcome = u"in_doubt"_s;
    QCOMPARE(valueOf(fixture.store->countJournals(none)).matching, 0);
    JournalQuery some;
    some.to = fixture.clock.now();
    QVERIFY(valueOf(fixture.store->countJournals(some)).matching <= 45'000);
}

QTEST_GUILESS_MAIN(TestJournalSearch)
#include "tst_store_journalsearch.moc"
