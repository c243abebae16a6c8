// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/containertreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

AccountRow account(const QString &name)
{
    AccountRow row;
    row.id = AccountId(u"id of "_s + name);
    row.name = name;
    row.status.condition = AccountStatus::Condition::Fresh;
    return row;
}

ContainerRow container(const AccountRow &owner, const QStringList &names, qint64 keys)
{
    ContainerRow row;
    row.account = owner.id;
    row.keys = keys;
    for (const QString &name : names) {
        row.path.append(
            {row.path.isEmpty() ? u"organization"_s : u"project"_s, ContainerId(name), name});
    }
    return row;
}

struct Fixture
{
    AccountRow one = account(u"One"_s);
    AccountRow two = account(u"Two"_s);
    QList<ContainerRow> containers{container(two, {u"Org"_s, u"Web"_s}, 3),
                                   container(two, {u"Org"_s}, 1),
                                   container(two, {u"Org"_s, u"App"_s}, 2)};
    ContainerTreeModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void show() { model.setTree(buildContainerTree({two, one}, containers, {})); }
    QModelIndex all() const { return model.index(0, 0); }
    QModelIndex indexOf(const ContainerRow &row) const
    {
        return model.indexOf({row.account, row.path});
    }
    QString count(const QModelIndex &index) const
    {
        return index.siblingAtColumn(ContainerTreeModel::KeysColumn).data().toString();
    }
};

} // namespace

class TestTree : public QObject
{
    Q_OBJECT
private slots:
    void accountsAndContainersAreNestedAndSorted()
    {
        Fixture f;
        QCOMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.all().data().toString(), u"All accounts"_s);
        f.show();
        QCOMPARE(f.model.rowCount(f.all()), 2);
        QCOMPARE(f.model.index(0, 0, f.all()).data().toString(), u"One"_s);
        const QModelIndex org = f.indexOf(f.containers.at(1));
        QCOMPARE(org.parent().data().toString(), u"Two"_s);
        QCOMPARE(f.model.rowCount(org), 2);
        QCOMPARE(f.model.index(0, 0, org).data().toString(), u"App"_s);
        QCOMPARE(f.count(org), u"6"_s);
        QCOMPARE(f.model.nodeAt(org).scope.path.last().name, u"Org"_s);
    }

    void aNewProjectIsOneInsertedRow()
    {
        Fixture f;
        f.show();
        const QPersistentModelIndex web(f.indexOf(f.containers.at(0)));
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
        f.containers.append(container(f.two, {u"Org"_s, u"Beta"_s}, 0));
        f.show();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(0).toModelIndex().data().toString(), u"Org"_s);
        QCOMPARE(inserted.first().at(1).toInt(), 1);
        QCOMPARE(inserted.first().at(2).toInt(), 1);
        QVERIFY(removed.isEmpty() && reset.isEmpty());
        QCOMPARE(web.row(), 2);
    }

    void anAccountThatGoesTakesItsSubtree()
    {
        Fixture f;
        f.show();
        QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
        f.model.setTree(buildContainerTree({f.one}, {}, {}));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 1);
        QVERIFY(!f.indexOf(f.containers.at(1)).isValid());
    }

    void aConditionIsOneChangedRow()
    {
        Fixture f;
        f.show();
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.one.status.condition = AccountStatus::Condition::Offline;
        f.show();
        QCOMPARE(changed.size(), 1);
        const QModelIndex index = changed.first().at(0).toModelIndex();
        QCOMPARE(index.data().toString(), u"One"_s);
        QCOMPARE(index.data(ContainerTreeModel::ConditionRole).toInt(),
                 static_cast<int>(AccountStatus::Condition::Offline));
    }

    void aChangedCountIsSeenUpToTheTop()
    {
        Fixture f;
        f.show();
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.containers[0].keys = 4;
        f.show();
        QCOMPARE(f.count(f.indexOf(f.containers.at(1))), u"7"_s);
        QVERIFY(changed.size() >= 2); // the project and its organization
    }

    void aProjectWhoseOrganizationIsMissingStandsUnderTheAccount()
    {
        Fixture f;
        f.containers = {container(f.two, {u"Gone"_s, u"Web"_s}, 3)};
        f.show();
        QCOMPARE(f.indexOf(f.containers.at(0)).parent().data().toString(), u"Two"_s);
    }

    void aQuotaAtItsThresholdMarksTheAccount()
    {
        Fixture fixture;
        fixture.show();
        const QModelIndex one = fixture.model.indexOf({fixture.one.id, {}});
        QVERIFY(one.isValid());
        QVERIFY(!one.data(ContainerTreeModel::QuotaRole).isValid());
        QVERIFY(!one.data(Qt::AccessibleTextRole).isValid());
        Quota quota;
        quota.name = u"Runs"_s;
        quota.used = 839;
        quota.limit = 1000;
        QSignalSpy changes(&fixture.model, &QAbstractItemModel::dataChanged);
        const QHash<AccountId, QList<QuotaCrossing>> marks{
            {fixture.one.id, {{quota, QuotaLevel::Warning}, {quota, QuotaLevel::Alarm}}}};
        fixture.model.setQuotaMarks(marks);
        fixture.model.setQuotaMarks(marks);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(one.data(ContainerTreeModel::QuotaRole).toInt(),
                 static_cast<int>(QuotaLevel::Alarm));
        QVERIFY(one.data(Qt::ToolTipRole).toString().contains(u"83 %"_s));
        QVERIFY(one.data(Qt::AccessibleTextRole).toString().startsWith(u"One, "_s));
        const QModelIndex two = fixture.model.indexOf({fixture.two.id, {}});
        QVERIFY(!two.data(ContainerTreeModel::QuotaRole).isValid());
        fixture.model.setQuotaMarks({});
        QVERIFY(!one.data(ContainerTreeModel::QuotaRole).isValid());
    }
};

QTEST_GUILESS_MAIN(TestTree)
#include "tst_models_tree.moc"
