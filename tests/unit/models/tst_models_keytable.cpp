// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytablemodel.h"
#include "models/modelfactory.h"
#include "support/awaited.h"
#include "support/busypool.h"
#include "support/lastevents.h"
#include "unit/store/storefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

using Range = std::pair<int, int>;

KeyRow keyRow(const QString &name)
{
    KeyRow row;
    row.account = AccountId(u"account"_s);
    row.record.id = VendorKeyId(u"id-"_s + name);
    row.record.kind = u"project"_s;
    row.record.name = name;
    row.record.mask = u"abc_…"_s;
    row.record.state = KeyState::Active;
    return row;
}

QList<Range> rangesOf(const QSignalSpy &spy)
{
    QList<Range> ranges;
    for (const QList<QVariant> &call : spy)
        ranges.append({call.at(1).toInt(), call.at(2).toInt()});
    return ranges;
}

QList<Range> changedRangesOf(const QSignalSpy &spy)
{
    QList<Range> ranges;
    for (const QList<QVariant> &call : spy)
        ranges.append({call.at(0).toModelIndex().row(), call.at(1).toModelIndex().row()});
    return ranges;
}

/** A store with some keys, and the model that a window would have of it, checked all the time. */
class Fixture
{
public:
    explicit Fixture(const QStringList &names)
    {
        AccountRow account;
        account.id = AccountId(u"account"_s);
        account.name = u"Account"_s;
        account.provider = ProviderId(u"vendor"_s);
        require(test::outcomeOf(files.store->putAccount(account)).ok());
        for (const QString &name : names)
            put(keyRow(name));
        model = ModelFactory(*files.store).keyTable();
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        settle();
    }

    KeyUid put(const KeyRow &row)
    {
        const Outcome<KeyRow> stored = test::outcomeOf(files.store->putKey(row));
        require(stored.ok());
        return stored->uid;
    }
    KeyRow stored(const QString &name)
    {
        const auto found = test::outcomeOf(files.store->findKeys(name));
        require(found.ok() && found->size() == 1);
        return found->first();
    }
    /** Waits until the model shows everything that was committed. */
    void settle()
    {
        const auto fresh = test::outcomeOf(files.store->freshSnapshot());
        require(fresh.ok());
        model->setSnapshot(*fresh);
        require(QTest::qWaitFor([this] { return model->isLoaded() && !model->isSelecting(); }));
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, 0).data().toString());
        return all;
    }

    test::LastEvents lastEvents;
    StoreFixture files;
    std::unique_ptr<KeyTableModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;

private:
    static void require(bool held)
    {
        if (!held)
            qFatal("the fixture could not be set up");
    }
};

} // namespace

class TestKeyTable : public QObject
{
    Q_OBJECT
private slots:
    void aNewKeyIsOneInsertedRow()
    {
        Fixture f({u"a"_s, u"b"_s, u"d"_s});
        QSignalSpy inserted(f.model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(f.model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(f.model.get(), &QAbstractItemModel::modelReset);
        f.put(keyRow(u"c"_s));
        f.settle();
        QCOMPARE(rangesOf(inserted), QList<Range>({{2, 2}}));
        QVERIFY(removed.isEmpty());
        QVERIFY(reset.isEmpty());
        QCOMPARE(f.names(), QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void aChangedStateIsOneChangedRow()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        QSignalSpy changed(f.model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(f.model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(f.model.get(), &QAbstractItemModel::modelReset);
        KeyRow row = f.stored(u"b"_s);
        row.record.state = KeyState::Disabled;
        f.put(row);
        f.settle();
        QCOMPARE(changedRangesOf(changed), QList<Range>({{1, 1}}));
        QVERIFY(inserted.isEmpty());
        QVERIFY(reset.isEmpty());
        QCOMPARE(f.model->index(1, static_cast<int>(KeyColumn::State)).data().toString(),
                 u"Disabled"_s);
    }

    void aKeyThatLeavesTheFilterIsOneRemovedRow()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        KeyQuery query;
        query.states = {KeyState::Active};
        f.model->setQuery(query);
        f.settle();
        QSignalSpy removed(f.model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(f.model.get(), &QAbstractItemModel::modelReset);
        KeyRow row = f.stored(u"b"_s);
        row.record.state = KeyState::Revoked;
        f.put(row);
        f.settle();
        QCOMPARE(rangesOf(removed), QList<Range>({{1, 1}}));
        QVERIFY(reset.isEmpty());
        QCOMPARE(f.names(), QStringList({u"a"_s, u"c"_s}));
    }

    void aRenamedKeyMovesAndPersistentIndexesOfOthersStay()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        const QPersistentModelIndex c(f.model->index(2, 0));
        KeyRow row = f.stored(u"a"_s);
        row.record.name = u"z"_s;
        f.put(row);
        f.settle();
        QCOMPARE(f.names(), QStringList({u"b"_s, u"c"_s, u"z"_s}));
        QCOMPARE(c.row(), 1);
        QCOMPARE(c.data().toString(), u"c"_s);
    }

    void aNewQueryResetsAndTheLastOneWins()
    {
        Fixture f({u"alpha"_s, u"beta"_s, u"gamma"_s});
        QSignalSpy reset(f.model.get(), &QAbstractItemModel::modelReset);
        KeyQuery query;
        {
            const test::BusyPool busy; // so that the first is still running when the others come
            for (const QString &typed : {u"a"_s, u"al"_s, u"be"_s}) {
                query.text = typed;
                f.model->setQuery(query);
            }
        }
        f.settle();
        QCOMPARE(f.names(), QStringList({u"beta"_s}));
        QCOMPARE(reset.size(), 1);
    }

    void rowsAreFoundByUid()
    {
        Fixture f({u"a"_s, u"b"_s});
        const KeyUid b = f.stored(u"b"_s).uid;
        QCOMPARE(f.model->rowOfUid(b), 1);
        QCOMPARE(f.model->uidAt(1), b);
        QCOMPARE(f.model->rowOfUid(KeyUid(u"nobody"_s)), -1);
        QVERIFY(f.model->uidAt(2).isEmpty());
        KeyQuery query;
        query.order = Qt::DescendingOrder;
        f.model->setQuery(query);
        f.settle();
        QCOMPARE(f.model->rowOfUid(b), 0);
    }

    void sortingByAColumnIsAQuery()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s});
        f.model->sort(static_cast<int>(KeyColumn::Name), Qt::DescendingOrder);
        f.settle();
        QCOMPARE(f.names(), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    }

    void timesAreExactAndNotKnownDiffersFromNever()
    {
        Fixture f({});
        KeyRow known = keyRow(u"a"_s);
        known.record.lastUsed = {
            Timestamp::fromSeconds(1'700'000'000), 0, LastUsed::Source::Vendor, {}, {}};
        KeyRow never = keyRow(u"b"_s);
        never.record.lastUsed.source = LastUsed::Source::Vendor;
        f.put(known);
        f.put(never);
        f.put(keyRow(u"c"_s));
        f.settle();
        const int column = static_cast<int>(KeyColumn::LastUsed);
        QCOMPARE(f.model->index(0, column).data().toString(), u"2023-11-14 22:13:20 UTC"_s);
        QCOMPARE(f.model->index(0, column).data(KeyTableModel::MicrosRole).toLongLong(),
                 1'700'000'000'000'000LL);
        QCOMPARE(f.model->index(1, column).data().toString(), u"Never"_s);
        QCOMPARE(f.model->index(2, column).data().toString(), u"Not known"_s);
        QVERIFY(!f.model->index(2, column).data(KeyTableModel::MicrosRole).isValid());
    }

    void whatVendorsSendIsMadeSafe()
    {
        Fixture f({});
        f.put(keyRow(u"up\u202Edown\nx"_s));
        f.settle();
        const QString shown = f.model->index(0, 0).data().toString();
        QVERIFY(!shown.contains(QChar(0x202e)));
        QVERIFY(!shown.contains(u'\n'));
    }

    void kindsHaveTheirLabels()
    {
        Fixture f({u"a"_s});
        const QModelIndex kind = f.model->index(0, static_cast<int>(KeyColumn::Kind));
        QCOMPARE(kind.data().toString(), u"project"_s);
        QSignalSpy changed(f.model.get(), &QAbstractItemModel::dataChanged);
        f.model->setKindLabels({{{u"vendor"_s, u"project"_s}, u"Project key"_s}});
        QCOMPARE(kind.data().toString(), u"Project key"_s);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeyTable)
#include "tst_models_keytable.moc"
