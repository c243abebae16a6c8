// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async.h"
#include "core/journalwords.h"
#include "models/journalmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

JournalLine line(qint64 sequence)
{
    const QJsonObject entry{{u"seq"_s, sequence},
                            {u"kind"_s, u"key.create"_s},
                            {u"outcome"_s, u"succeeded"_s},
                            {u"object"_s, u"key %1"_s.arg(sequence)},
                            {u"accountName"_s, u"Account"_s},
                            {u"user"_s, u"alex"_s},
                            {u"host"_s, u"desk"_s}};
    return {sequence, Timestamp::fromSeconds(1'700'000'000 + sequence),
            QJsonDocument(entry).toJson(QJsonDocument::Compact)};
}

/** A journal of some length that answers later, as the store does. */
class FakeJournal : public QObject
{
public:
    qint64 length = 0;
    bool broken = false;
    qint64 missing = 0; ///< an entry that has not arrived yet
    int readings = 0;
    bool keepsAnswers = false; ///< in `kept`, for the test to give in the order it likes
    QList<std::function<void()>> kept;

    JournalSource source()
    {
        return {[this](const JournalQuery &query, const std::optional<JournalPlace> &beyond,
                       int limit) { return answer(page(query, beyond, limit)); },
                [this](const JournalQuery &query) {
                    return readyOutcome<JournalCount>(
                        JournalCount{query.text.isEmpty() ? length : matching(query), length});
                }};
    }

private:
    /** The text of a query is the number of which a sequence number is a multiple. */
    static bool matches(const JournalQuery &query, qint64 sequence)
    {
        return query.text.isEmpty() || sequence % query.text.toInt() == 0;
    }
    qint64 matching(const JournalQuery &query) const
    {
        qint64 count = 0;
        for (qint64 sequence = 1; sequence <= length; ++sequence)
            count += matches(query, sequence) ? 1 : 0;
        return count;
    }
    QList<JournalLine> page(const JournalQuery &query, const std::optional<JournalPlace> &beyond,
                            int limit) const
    {
        QList<JournalLine> lines;
        const qint64 last = beyond ? beyond->sequence - 1 : length;
        for (qint64 sequence = last; sequence > 0 && lines.size() < limit; --sequence) {
            if (matches(query, sequence) && sequence != missing)
                lines.append(line(sequence));
        }
        return lines;
    }
    FutureOutcome<QList<JournalLine>> answer(const QList<JournalLine> &lines)
    {
        ++readings;
        auto promise = std::make_shared<QPromise<Outcome<QList<JournalLine>>>>();
        promise->start();
        Error error;
        error.kind = ErrorKind::Storage;
        const Outcome<QList<JournalLine>> outcome =
            broken ? Outcome<QList<JournalLine>>(error) : Outcome<QList<JournalLine>>(lines);
        const auto give = [promise, outcome] {
            promise->addResult(outcome);
            promise->finish();
        };
        if (keepsAnswers)
            kept.append(give);
        else
            QTimer::singleShot(0, this, give);
        return promise->future();
    }
};

struct Fixture
{
    explicit Fixture(qint64 length)
        : model(journal.source())
    {
        journal.length = length;
        refresh();
    }
    void refresh()
    {
        QSignalSpy loaded(&model, &JournalModel::loaded);
        model.refresh();
        QVERIFY(loaded.wait());
    }

    FakeJournal journal;
    JournalModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
private slots:
    void everyKindAndOutcomeHasAWord()
    {
        for (const QString &kind : journalKinds())
            QVERIFY2(journalEventText(kind) != kind, qPrintable(kind));
        for (const QString &outcome : journalOutcomes())
            QVERIFY2(journalOutcomeText(outcome) != outcome, qPrintable(outcome));
        QVERIFY(isJournalKind(u"key.create"_s));
        QVERIFY(isJournalKind(u"key"_s)); // all that begin with it
        QVERIFY(!isJournalKind(u"ke"_s));
        QVERIFY(!isJournalKind(u"key.bogus"_s));
        QVERIFY(!isJournalKind({}));
    }

    void earlierEntriesComeBehindTheOldest();
    void theLatestEntryIsFirst()
    {
        Fixture f(3);
        QCOMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.model.index(0, JournalModel::ObjectColumn).data().toString(), u"key 3"_s);
        QCOMPARE(f.model.index(0, JournalModel::EventColumn).data().toString(), u"Create key"_s);
        QCOMPARE(f.model.index(2, JournalModel::SequenceColumn).data().toString(), u"1"_s);
        QCOMPARE(f.model.lineAt(0).sequence, 3);
        QVERIFY(!f.model.canFetchMore({}));
    }

    void olderPagesAreReadWhenTheyAreNeeded()
    {
        Fixture f(2 * JournalModel::pageSize + 10);
        QCOMPARE(f.model.rowCount(), JournalModel::pageSize);
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy loaded(&f.model, &JournalModel::loaded);
        while (f.model.rowCount() < f.journal.length) {
            f.model.fetchMore({});
            QVERIFY(loaded.wait());
        }
        QCOMPARE(f.model.rowCount(), 2 * JournalModel::pageSize + 10);
        QCOMPARE(inserted.size(), 2);
        for (int row = 0; row < f.model.rowCount(); ++row)
            QCOMPARE(f.model.lineAt(row).sequence, f.journal.length - row);
    }

    void newEntriesArriveAtTheTop()
    {
        Fixture f(5);
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        f.journal.length = 7;
        f.refresh();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 0);
        QCOMPARE(inserted.first().at(2).toInt(), 1);
        QCOMPARE(f.model.lineAt(0).sequence, 7);
        QCOMPARE(f.model.lineAt(1).sequence, 6);
    }

    void manyNewEntriesTakeTheirPlace()
    {
        Fixture f(1);
        f.journal.length = 2 * JournalModel::pageSize + 1;
        f.refresh();
        QCOMPARE(f.model.rowCount(), JournalModel::pageSize);
        QCOMPARE(f.model.lineAt(0).sequence, f.journal.length);
        QVERIFY(f.model.canFetchMore({}));
    }

    void anEarlierEntryOfSomebodyElseFindsItsPlace()
    {
        Fixture f(5);
        f.journal.missing = 3;
        f.journal.length = 6;
        f.refresh();
        f.journal.missing = 0;
        f.refresh();
        QCOMPARE(f.model.rowCount(), 6);
        for (int row = 0; row < 6; ++row)
            QCOMPARE(f.model.lineAt(row).sequence, 6 - row);
    }

    void anotherQueryTakesTheRowsPlace()
    {
        Fixture f(3 * JournalModel::pageSize);
        JournalQuery fourth;
        fourth.text = u"4"_s;
        QSignalSpy loaded(&f.model, &JournalModel::loaded);
        QSignalSpy counted(&f.model, &JournalModel::counted);
        f.model.setQuery(fourth);
        QCOMPARE(f.model.rowCount(), JournalModel::pageSize); // the old rows stay until then
        QVERIFY(!f.model.isLoaded());
        QVERIFY(loaded.wait());
        QCOMPARE(f.model.rowCount(), 3 * JournalModel::pageSize / 4);
        QCOMPARE(f.model.lineAt(0).sequence % 4, 0);
        QVERIFY(!f.model.canFetchMore({}));
        QVERIFY(!counted.isEmpty());
        QCOMPARE(f.model.count(), (JournalCount{150, 600}));
        const int readings = f.journal.readings;
        f.model.setQuery(fourth); // the same once more asks nothing
        QCOMPARE(f.journal.readings, readings);
        fourth.text = u"100000"_s;
        f.model.setQuery(fourth);
        QVERIFY(loaded.wait());
        QCOMPARE(f.model.rowCount(), 0);
        f.model.setQuery({});
        QVERIFY(loaded.wait());
        QCOMPARE(f.model.rowCount(), JournalModel::pageSize);
    }

    void anAnswerToAnEarlierQueryIsDropped()
    {
        Fixture f(10);
        JournalQuery second;
        second.text = u"2"_s;
        JournalQuery third;
        third.text = u"3"_s;
        f.journal.keepsAnswers = true;
        f.model.setQuery(second);
        f.model.setQuery(third);
        QCOMPARE(f.journal.kept.size(), 2);
        f.journal.kept.at(1)();
        QTRY_COMPARE(f.model.rowCount(), 3);
        f.journal.kept.at(0)();
        QCoreApplication::processEvents();
        QCOMPARE(f.model.rowCount(), 3);
    }

    void aWriterIsSomebodySomewhere()
    {
        Fixture f(1);
        QCOMPARE(f.model.index(0, JournalModel::UserColumn).data().toString(), u"alex@desk"_s);
    }

    void aFailedReadingIsSaidAndKeepsTheRows()
    {
        Fixture f(3);
        f.journal.broken = true;
        f.refresh();
        QVERIFY(f.model.problem().has_value());
        QCOMPARE(f.model.rowCount(), 3);
        f.journal.broken = false;
        f.refresh();
        QVERIFY(!f.model.problem());
    }
};

void TestJournal::earlierEntriesComeBehindTheOldest()
{
    Fixture fixture(3);
    fixture.journal.missing = 1; // of another installation, which has not copied it yet
    JournalModel model(fixture.journal.source());
    QSignalSpy loaded(&model, &JournalModel::loaded);
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 2);
    fixture.journal.missing = 0;
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.lineAt(2).sequence, 1);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_models_journal.moc"
