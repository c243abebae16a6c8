// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

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
                            {u"user"_s, u"alex"_s}};
    return {sequence, Timestamp::fromSeconds(1'700'000'000 + sequence),
            QJsonDocument(entry).toJson(QJsonDocument::Compact)};
}

/** A journal of some length that answers later, as the store does. */
class FakeJournal : public QObject
{
public:
    qint64 length = 0;
    bool broken = false;
    int readings = 0;

    JournalSource source()
    {
        return {[this](int limit) { return answer(newest(limit)); },
                [this](const JournalFilter &filter) {
                    return answer(after(filter));
                }};
    }

private:
    QList<JournalLine> newest(int limit) const
    {
        QList<JournalLine> lines;
        for (qint64 sequence = length; sequence > 0 && lines.size() < limit; --sequence)
            lines.append(line(sequence));
        return lines;
    }
    QList<JournalLine> after(const JournalFilter &filter) const
    {
        QList<JournalLine> lines;
        for (qint64 s = filter.afterSequence + 1; s <= length && lines.size() < filter.limit; ++s)
            lines.append(line(s));
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
        QTimer::singleShot(0, this, [promise, outcome] {
            promise->addResult(outcome);
            promise->finish();
        });
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

    void manyNewEntriesArriveInPages()
    {
        Fixture f(1);
        f.journal.length = 2 * JournalModel::pageSize + 1;
        f.model.refresh();
        QTRY_COMPARE(f.model.rowCount(), 2 * JournalModel::pageSize + 1);
        QCOMPARE(f.model.lineAt(0).sequence, f.journal.length);
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

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_models_journal.moc"
