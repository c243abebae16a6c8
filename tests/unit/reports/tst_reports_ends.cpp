// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcase.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

using enum NoteTopic;

namespace {

void hasToEnd(ReportCase *one, const QString &key, const QString &cause, const QString &reference,
              const std::optional<Timestamp> &trigger, double ago = 3)
{
    one->note(key, ago,
              {{EndCause, cause},
               {EndReference, reference},
               {EndTrigger, trigger ? trigger->toIso() : QString()}});
}

} // namespace

/** Keys that had to end because somebody left, or because of an incident. */
class TestReportEnds : public QObject
{
    Q_OBJECT
private slots:
    void eachKeyOfALeaverHasARow();
    void theGapOfAKeyThatStillWorksGrows();
    void whatIsAfterTheReportDoesNotCount();
    void aKeyThatEndedBeforeIsNoGap();
    void nobodyHasALongestGap();
    void aGapThatNobodyKnowsIsEmpty();
    void otherCausesAreNotThere();
    void anIncidentIsToldFromItsTriggerOn();
    void whatBecameOfTheSecretIsTold();
    void anIncidentWithoutATriggerIsToldFromWhenItWasSaid();
    void aKeyWithoutEntriesSinceHasARow();
    void anEndThatWasOnlyAcceptedIsNoProof();
};

void TestReportEnds::eachKeyOfALeaverHasARow()
{
    ReportCase one;
    KeyRow &first = one.key(u"1"_s);
    first.endedAt = daysAgo(8);
    first.record.state = KeyState::Revoked;
    one.key(u"2"_s).endedAt = daysAgo(4);
    one.key(u"3"_s).endedAt = daysAgo(9);
    hasToEnd(&one, u"2"_s, u"leaver"_s, u"Robin"_s, daysAgo(10));
    hasToEnd(&one, u"1"_s, u"leaver"_s, u"Robin"_s, daysAgo(10));
    hasToEnd(&one, u"3"_s, u"leaver"_s, u"Ada"_s, daysAgo(10));
    one.note(u"1"_s, 12, {{Owner, u"Noor"_s}});
    one.entry(u"key.disable"_s, u"1"_s, 9);
    one.user = u"sam"_s;
    one.entry(u"key.revoke"_s, u"1"_s, 8);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"leavers"_s, u"person"_s),
             QStringList({u"Ada"_s, u"Robin"_s, u"Robin"_s}));
    QCOMPARE(sink->column(u"leavers"_s, u"row"_s), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(sink->column(u"leavers"_s, u"gap_hours"_s), QStringList({u"24"_s, u"48"_s, u"144"_s}));
    QCOMPARE(sink->column(u"leavers"_s, u"longest_gap_hours"_s),
             QStringList({u"24"_s, u"144"_s, u"144"_s}));
    const auto row = sink->rowOf(u"leavers"_s, u"1"_s);
    QCOMPARE(row.value(u"trigger_at"_s), daysAgo(10).toIso());
    QCOMPARE(row.value(u"account"_s), u"main"_s);
    QCOMPARE(row.value(u"name"_s), u"key 1"_s);
    QCOMPARE(row.value(u"owner"_s), u"Noor"_s);
    QCOMPARE(row.value(u"done"_s), u"revoked"_s);
    QCOMPARE(row.value(u"done_by"_s), u"sam@desk"_s);
    QCOMPARE(row.value(u"done_entry"_s), u"6"_s);
    QCOMPARE(row.value(u"ended_at"_s), daysAgo(8).toIso());
    QCOMPARE(row.value(u"ended_by"_s), u"sam@desk"_s);
    QCOMPARE(row.value(u"may_work"_s), u"no"_s);
    QCOMPARE(row.value(u"proven_dead"_s), u"yes"_s);
    QCOMPARE(row.value(u"proven_at"_s), daysAgo(8).toIso());
    QCOMPARE(row.value(u"proof"_s), u"its end was verified"_s);
}

void TestReportEnds::theGapOfAKeyThatStillWorksGrows()
{
    ReportCase one;
    one.key(u"1"_s);
    one.key(u"2"_s);
    hasToEnd(&one, u"1"_s, u"leaver"_s, u"Robin"_s, daysAgo(10));
    hasToEnd(&one, u"2"_s, u"leaver"_s, u"Robin"_s, daysAgo(-5)); // has not left yet
    one.entry(u"key.create"_s, u"1"_s, 4); // is nothing that was done because of it
    one.facts.scope.to = daysAgo(1);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"leavers"_s, u"done"_s), QStringList({QString(), QString()}));
    QCOMPARE(sink->column(u"leavers"_s, u"may_work"_s), QStringList({u"yes"_s, u"yes"_s}));
    QCOMPARE(sink->column(u"leavers"_s, u"gap_hours"_s), QStringList({u"216"_s, QString()}));
    QCOMPARE(sink->column(u"leavers"_s, u"longest_gap_hours"_s), QStringList({u"216"_s, u"216"_s}));
}

void TestReportEnds::whatIsAfterTheReportDoesNotCount()
{
    ReportCase one;
    one.key(u"1"_s).endedAt = daysAgo(4);
    hasToEnd(&one, u"1"_s, u"leaver"_s, u"Robin"_s, daysAgo(10), 9);
    one.entry(u"key.revoke"_s, u"1"_s, 4);
    one.facts.scope.to = daysAgo(5);
    const auto row = one.made()->rowOf(u"leavers"_s, u"1"_s);
    QCOMPARE(row.value(u"may_work"_s), u"yes"_s);
    QCOMPARE(row.value(u"gap_hours"_s), u"120"_s);
    for (const QString &column : {u"done"_s, u"ended_at"_s, u"ended_by"_s, u"proven_dead"_s})
        QCOMPARE(row.value(column), QString());
    one.facts.scope.to = daysAgo(9); // nobody had said it yet
    QVERIFY(one.made()->rows(u"leavers"_s).isEmpty());
}

void TestReportEnds::nobodyHasALongestGap()
{
    ReportCase one;
    one.key(u"1"_s);
    one.key(u"2"_s);
    hasToEnd(&one, u"1"_s, u"leaver"_s, QString(), daysAgo(10));
    hasToEnd(&one, u"2"_s, u"leaver"_s, QString(), daysAgo(2));
    QCOMPARE(one.made()->column(u"leavers"_s, u"longest_gap_hours"_s),
             QStringList({QString(), QString()}));
}

void TestReportEnds::aKeyThatEndedBeforeIsNoGap()
{
    ReportCase one;
    one.key(u"1"_s).endedAt = daysAgo(12);
    hasToEnd(&one, u"1"_s, u"leaver"_s, u"Robin"_s, daysAgo(10));
    QCOMPARE(one.made()->column(u"leavers"_s, u"gap_hours"_s), QStringList{u"0"_s});
}

void TestReportEnds::aGapThatNobodyKnowsIsEmpty()
{
    ReportCase one;
    one.key(u"1"_s).record.state = KeyState::Revoked; // by whom and when, nobody says
    one.key(u"2"_s);
    hasToEnd(&one, u"1"_s, u"leaver"_s, u"Robin"_s, daysAgo(10));
    hasToEnd(&one, u"2"_s, u"leaver"_s, u"Robin"_s, std::nullopt);
    const auto sink = one.made();
    QCOMPARE(sink->rowOf(u"leavers"_s, u"1"_s).value(u"may_work"_s), u"no"_s);
    QCOMPARE(sink->rowOf(u"leavers"_s, u"1"_s).value(u"proof"_s),
             u"only the vendor's list says so"_s);
    QCOMPARE(sink->column(u"leavers"_s, u"gap_hours"_s), QStringList({QString(), QString()}));
    QCOMPARE(sink->column(u"leavers"_s, u"longest_gap_hours"_s),
             QStringList({QString(), QString()}));
}

void TestReportEnds::otherCausesAreNotThere()
{
    ReportCase one;
    one.key(u"1"_s);
    one.key(u"2"_s);
    one.key(u"3"_s);
    hasToEnd(&one, u"1"_s, u"unused"_s, u"x"_s, daysAgo(10));
    hasToEnd(&one, u"2"_s, u"Leaver"_s, u"x"_s, daysAgo(10)); // no word of ours
    hasToEnd(&one, u"3"_s, u"leaver"_s, u"x"_s, daysAgo(10));
    hasToEnd(&one, u"3"_s, {}, {}, {}, 2); // it was a mistake
    const auto sink = one.made();
    QVERIFY(sink->rows(u"leavers"_s).isEmpty());
    QVERIFY(sink->rows(u"incidents"_s).isEmpty());
}

void TestReportEnds::anIncidentIsToldFromItsTriggerOn()
{
    ReportCase one;
    KeyRow &key = one.key(u"1"_s);
    key.endedAt = daysAgo(8);
    key.record.state = KeyState::Revoked;
    one.entry(u"key.revoke"_s, u"1"_s, 8); // of a journal that comes first
    one.entry(u"key.update"_s, u"1"_s, 11);
    one.entry(u"key.revoke"_s, u"1"_s, 9, {}, u"failed"_s);
    one.entry(u"key.revoke"_s, u"2"_s, 9); // of another key
    hasToEnd(&one, u"1"_s, u"incident"_s, u"INC-9"_s, daysAgo(10), 9.5);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"incidents"_s, u"event"_s),
             QStringList({u"key.note"_s, u"key.revoke"_s, u"key.revoke"_s}));
    QCOMPARE(sink->column(u"incidents"_s, u"event_outcome"_s),
             QStringList({u"succeeded"_s, u"failed"_s, u"succeeded"_s}));
    QCOMPARE(sink->column(u"incidents"_s, u"event_entry"_s), QStringList({u"5"_s, u"3"_s, u"1"_s}));
    QCOMPARE(sink->column(u"incidents"_s, u"event_hours"_s),
             QStringList({u"12"_s, u"24"_s, u"48"_s}));
    QCOMPARE(sink->column(u"incidents"_s, u"incident"_s), QStringList(3, u"INC-9"_s));
    const auto row = sink->rows(u"incidents"_s).constFirst();
    QCOMPARE(row.value(u"trigger_at"_s), daysAgo(10).toIso());
    QCOMPARE(row.value(u"event_at"_s), reportNoon.plusSeconds(-820'800).toIso());
    QCOMPARE(row.value(u"event_by"_s), u"alex@desk"_s);
    QCOMPARE(row.value(u"event_installation"_s), u"i1"_s);
    QCOMPARE(row.value(u"ended_at"_s), daysAgo(8).toIso());
    QCOMPARE(row.value(u"gap_hours"_s), u"48"_s);
    QCOMPARE(row.value(u"proven_dead"_s), u"yes"_s);
    QCOMPARE(row.value(u"hours_to_proof"_s), u"48"_s);
}

void TestReportEnds::whatBecameOfTheSecretIsTold()
{
    ReportCase one;
    one.key(u"1"_s);
    one.operation = u"o1"_s;
    one.entry(u"key.create"_s, u"1"_s, 12);
    one.entry(u"secret.copy"_s, {}, 11); // before the trigger
    one.entry(u"secret.reveal"_s, {}, 9);
    one.operation = u"o2"_s;
    one.entry(u"key.rotate"_s, u"1"_s, 8, {}, u"failed"_s);
    one.entry(u"secret.copy"_s, {}, 7); // of nobody knows which key
    one.operation.clear();
    one.entry(u"secret.copy"_s, {}, 6);
    hasToEnd(&one, u"1"_s, u"incident"_s, u"INC-9"_s, daysAgo(10), 5);
    QCOMPARE(one.made()->column(u"incidents"_s, u"event"_s),
             QStringList({u"secret.reveal"_s, u"key.rotate"_s, u"key.note"_s}));
    one.facts.scope.to = daysAgo(4);
    one.operation = u"o1"_s;
    one.entry(u"secret.keep"_s, {}, 4); // after the end
    QCOMPARE(one.made()->column(u"incidents"_s, u"event"_s).size(), 3);
}

void TestReportEnds::anIncidentWithoutATriggerIsToldFromWhenItWasSaid()
{
    ReportCase one;
    one.key(u"1"_s);
    one.entry(u"key.update"_s, u"1"_s, 5);
    hasToEnd(&one, u"1"_s, u"incident"_s, u"INC-9"_s, std::nullopt, 4);
    one.entry(u"key.disable"_s, u"1"_s, 3);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"incidents"_s, u"event"_s),
             QStringList({u"key.note"_s, u"key.disable"_s}));
    QCOMPARE(sink->column(u"incidents"_s, u"event_hours"_s), QStringList({QString(), QString()}));
    QCOMPARE(sink->column(u"incidents"_s, u"may_work"_s), QStringList({u"yes"_s, u"yes"_s}));
}

void TestReportEnds::aKeyWithoutEntriesSinceHasARow()
{
    ReportCase one;
    one.key(u"1"_s);
    hasToEnd(&one, u"1"_s, u"incident"_s, u"INC-9"_s, daysAgo(1), 3);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"incidents"_s, u"event"_s), QStringList{QString()});
    QCOMPARE(sink->column(u"incidents"_s, u"gap_hours"_s), QStringList{u"24"_s});
}

void TestReportEnds::anEndThatWasOnlyAcceptedIsNoProof()
{
    ReportCase one;
    one.key(u"1"_s);
    hasToEnd(&one, u"1"_s, u"incident"_s, u"INC-9"_s, daysAgo(10), 9);
    one.entry(u"key.revoke"_s, u"1"_s, 8, {}, u"accepted"_s);
    const auto row = one.made()->rows(u"incidents"_s).constLast();
    QCOMPARE(row.value(u"may_work"_s), u"yes"_s);
    QCOMPARE(row.value(u"proven_dead"_s), u"no"_s);
    QCOMPARE(row.value(u"proof"_s), u"accepted by the vendor, not shown"_s);
    QCOMPARE(row.value(u"hours_to_proof"_s), QString());
    QCOMPARE(row.value(u"gap_hours"_s), u"240"_s);
}

QTEST_GUILESS_MAIN(TestReportEnds)
#include "tst_reports_ends.moc"
