// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportcase.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

using enum NoteTopic;

/** What people say of keys, in the sheets "keys", "review", "exceptions", "findings" and
 * "rotation". */
class TestReportNotes : public QObject
{
    Q_OBJECT
private slots:
    void whatIsSaidIsInTheRowOfTheKey();
    void onlyWhatWasSaidBeforeTheEndCounts();
    void aBadEntrySaysNothing();
    void theLongestLifeIsCountedDown();
    void theTimeToTheEndIsCountedFromItsTrigger();
    void aReviewIsFollowedByWhatWasDone();
    void onlyTheLastReviewBeforeTheEndIsInItsRow();
    void anAcknowledgementIsWithItsReview();
    void reviewedKeysAreCounted();
    void anExceptionIsShownUntilItEnds();
    void whoRenewsAnExceptionReplacesIt();
    void anAcceptedFindingIsCountedApart();
    void theOwnRuleDecidesWhenASecretIsDue();
    void whatIsSaidIsAChange();
};

void TestReportNotes::whatIsSaidIsInTheRowOfTheKey()
{
    const QMap<NoteTopic, QString> values{
        {Purpose, u"invoices"_s},       {System, u"billing"_s},
        {DataClass, u"personal"_s},     {ThirdParty, u"Acme Ltd"_s},
        {StoredIn, u"vault/billing"_s}, {Owner, u"Noor"_s},
        {BackupOwner, u"Sam"_s},        {Team, u"payments"_s},
        {Identity, u"shared"_s},        {SharedBecause, u"one licence"_s},
        {Request, u"REQ-7"_s},          {MostDays, u"365"_s},
        {RotationDays, u"30"_s},        {RotationReference, u"RA-3"_s},
        {EndCause, u"unused"_s},        {EndReference, u"none"_s}};
    ReportCase one;
    one.key(u"1"_s);
    one.key(u"2"_s);
    one.note(u"1"_s, 200, values); // long before the period, which is the last 10 days
    one.facts.scope.from = daysAgo(10);
    const auto sink = one.made();
    const auto row = sink->rowOf(u"keys"_s, u"1"_s);
    const QMap<NoteTopic, QString> columns{{MostDays, u"longest_life_days"_s}};
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QString column =
            columns.value(it.key(), QString(noteTopicInfo(it.key()).id).replace(u'-', u'_'));
        QVERIFY2(row.contains(column), qPrintable(column));
        QCOMPARE(row.value(column), it.value());
        QCOMPARE(sink->rowOf(u"keys"_s, u"2"_s).value(column), QString());
    }
}

void TestReportNotes::onlyWhatWasSaidBeforeTheEndCounts()
{
    ReportCase one;
    one.key(u"1"_s);
    one.note(u"1"_s, 20, {{Owner, u"Noor"_s}, {Team, u"payments"_s}});
    one.note(u"1"_s, 10, {{Owner, u"Sam"_s}, {Team, {}}});
    QCOMPARE(one.made()->rowOf(u"keys"_s, u"1"_s).value(u"owner"_s), u"Sam"_s);
    QCOMPARE(one.made()->rowOf(u"keys"_s, u"1"_s).value(u"team"_s), QString());
    one.facts.scope.to = daysAgo(10); // is not in it any more
    QCOMPARE(one.made()->rowOf(u"keys"_s, u"1"_s).value(u"owner"_s), u"Noor"_s);
    QCOMPARE(one.made()->rowOf(u"keys"_s, u"1"_s).value(u"team"_s), u"payments"_s);
}

void TestReportNotes::aBadEntrySaysNothing()
{
    ReportCase one;
    one.key(u"1"_s);
    one.entry(NoteKinds::note, u"1"_s, 3, noteDetail({{Owner, u"no stamp"_s}}));
    QJsonObject stamped = noteDetail({{Owner, u"failed"_s}});
    stamped.insert(u"stamp"_s, 5);
    one.entry(NoteKinds::note, u"1"_s, 3, stamped, u"failed"_s);
    one.say(NoteKinds::note, u"1"_s, 2, {{u"set.rotation-days"_s, u"often"_s}});
    one.say(NoteKinds::exception, u"1"_s, 2, {{u"rule"_s, u"Any Rule"_s}});
    one.say(NoteKinds::exception, u"1"_s, 2,
            {{u"rule"_s, u"secret-held"_s}, {u"until"_s, daysAgo(-9).toIso()}});
    const auto sink = one.made();
    const auto row = sink->rowOf(u"keys"_s, u"1"_s);
    QCOMPARE(row.value(u"owner"_s), QString());
    QCOMPARE(row.value(u"rotation_days"_s), QString());
    QVERIFY(sink->rows(u"exceptions"_s).isEmpty());
    QVERIFY(!sink->column(u"changes"_s, u"details"_s).join(u' ').contains(u"stamp"_s));
    QVERIFY(!sink->column(u"changes"_s, u"details"_s).join(u' ').contains(u"failed"_s));
}

void TestReportNotes::theLongestLifeIsCountedDown()
{
    ReportCase one;
    one.key(u"1"_s, 100);
    one.key(u"2"_s, 100).record.createdAt.reset();
    one.key(u"3"_s, 100).endedAt = daysAgo(1);
    for (const QString &key : {u"1"_s, u"2"_s, u"3"_s})
        one.note(key, 3, {{MostDays, u"90"_s}});
    const auto sink = one.made();
    QCOMPARE(sink->column(u"keys"_s, u"longest_life_days"_s),
             QStringList({u"90"_s, u"90"_s, u"90"_s}));
    QCOMPARE(sink->column(u"keys"_s, u"life_days_left"_s),
             QStringList({u"-10"_s, QString(), QString()}));
}

void TestReportNotes::theTimeToTheEndIsCountedFromItsTrigger()
{
    ReportCase one;
    one.key(u"1"_s).endedAt = daysAgo(4);
    one.key(u"2"_s);
    one.key(u"3"_s).endedAt = daysAgo(6);
    for (const QString &key : {u"1"_s, u"2"_s, u"3"_s})
        one.note(key, 3, {{EndCause, u"other"_s}, {EndTrigger, daysAgo(5).toIso()}});
    const QString hours = u"hours_from_trigger_to_end"_s;
    const auto sink = one.made();
    QCOMPARE(sink->column(u"keys"_s, u"end_trigger_at"_s).constFirst(), daysAgo(5).toIso());
    QCOMPARE(sink->column(u"keys"_s, hours), QStringList({u"24"_s, QString(), u"0"_s}));
}

void TestReportNotes::aReviewIsFollowedByWhatWasDone()
{
    ReportCase one;
    one.key(u"1"_s).endedAt = daysAgo(2);
    one.key(u"2"_s);
    one.entry(u"key.update"_s, u"1"_s, 9);
    one.note(u"1"_s, 9, {{Owner, u"Noor"_s}});
    one.review(u"1"_s, 5, ReviewDecision::Revoke, u"nobody uses it"_s);
    one.entry(u"key.revoke"_s, u"1"_s, 3, {}, u"failed"_s);
    one.user = u"sam"_s;
    one.entry(u"key.revoke"_s, u"1"_s, 2);
    one.note(u"1"_s, 1, {{Team, u"payments"_s}}); // nothing was done by that
    one.entry(u"key.delete"_s, u"1"_s, 1, {}, u"failed"_s);
    const auto sink = one.made();
    const auto row = sink->rowOf(u"review"_s, u"1"_s);
    QCOMPARE(row.value(u"owner"_s), u"Noor"_s);
    QCOMPARE(row.value(u"reviewer"_s), u"alex@desk"_s);
    QCOMPARE(row.value(u"decision"_s), u"revoke"_s);
    QCOMPARE(row.value(u"reason"_s), u"nobody uses it"_s);
    QCOMPARE(row.value(u"reviewed_on"_s), daysAgo(5).toIso());
    QCOMPARE(row.value(u"done"_s), u"revoked"_s);
    QCOMPARE(row.value(u"done_at"_s), daysAgo(2).toIso());
    QCOMPARE(row.value(u"done_by"_s), u"sam@desk"_s);
    QCOMPARE(row.value(u"done_entry"_s), u"5"_s);
    QCOMPARE(row.value(u"done_installation"_s), u"i1"_s);
    QCOMPARE(row.value(u"ended_at"_s), daysAgo(2).toIso());
    one.entry(u"key.changed_elsewhere"_s, u"1"_s, 0.5,
              {{u"was.state"_s, u"active"_s}, {u"now.state"_s, u"disabled"_s}});
    QCOMPARE(one.made()->rowOf(u"review"_s, u"1"_s).value(u"done"_s), u"revoked"_s);
    one.key(u"3"_s);
    one.review(u"3"_s, 5, ReviewDecision::Reduce, u"too much"_s);
    one.entry(u"key.changed_elsewhere"_s, u"3"_s, 0.5,
              {{u"was.state"_s, u"active"_s}, {u"now.state"_s, u"disabled"_s}});
    const auto others = one.made()->rowOf(u"review"_s, u"3"_s);
    QCOMPARE(others.value(u"done"_s), u"changed by others"_s);
    QCOMPARE(others.value(u"done_by"_s), QString());
    const auto none = sink->rowOf(u"review"_s, u"2"_s); // a row all the same
    QCOMPARE(none.value(u"state"_s), u"active"_s);
    for (const QString &column :
         {u"reviewer"_s, u"decision"_s, u"reason"_s, u"reviewed_on"_s, u"done"_s, u"done_entry"_s})
        QCOMPARE(none.value(column), QString());
    const auto key = sink->rowOf(u"keys"_s, u"1"_s);
    QCOMPARE(key.value(u"last_review_at"_s), daysAgo(5).toIso());
    QCOMPARE(key.value(u"last_review_by"_s), u"alex@desk"_s);
    QCOMPARE(key.value(u"last_review_decision"_s), u"revoke"_s);
    QCOMPARE(key.value(u"last_review_reason"_s), u"nobody uses it"_s);
}

void TestReportNotes::onlyTheLastReviewBeforeTheEndIsInItsRow()
{
    ReportCase one;
    one.key(u"1"_s);
    one.review(u"1"_s, 2, ReviewDecision::Revoke, u"third"_s); // of a journal that comes first
    one.review(u"1"_s, 9, ReviewDecision::Keep, u"first"_s);
    one.review(u"1"_s, 5, ReviewDecision::Reduce, u"second"_s);
    one.entry(u"key.update"_s, u"1"_s, 4);
    one.entry(u"key.disable"_s, u"1"_s, 1);
    const auto row = [&one] {
        return one.made()->rowOf(u"review"_s, u"1"_s);
    };
    QCOMPARE(row().value(u"reason"_s), u"third"_s);
    QCOMPARE(row().value(u"reviews"_s), u"3"_s);
    QCOMPARE(row().value(u"done"_s), u"disabled"_s);
    one.facts.scope.to = daysAgo(2);
    QCOMPARE(row().value(u"reason"_s), u"second"_s);
    QCOMPARE(row().value(u"decision"_s), u"reduce"_s);
    QCOMPARE(row().value(u"reviews"_s), u"2"_s);
    QCOMPARE(row().value(u"done"_s), u"updated"_s);
}

void TestReportNotes::anAcknowledgementIsWithItsReview()
{
    ReportCase one;
    one.key(u"1"_s);
    one.review(u"1"_s, 9, ReviewDecision::Keep, u"in use"_s);
    one.user = u"sam"_s;
    one.acknowledgement(u"1"_s, 7, 9, u"M. Lindholm"_s);
    one.user = u"alex"_s;
    one.review(u"1"_s, 3, ReviewDecision::Revoke, u"not any more"_s);
    const auto row = [&one] {
        return one.made()->rowOf(u"review"_s, u"1"_s);
    };
    QCOMPARE(row().value(u"acknowledged_by"_s), QString()); // the later one
    one.facts.scope.to = daysAgo(5);
    QCOMPARE(row().value(u"reviewer"_s), u"alex@desk"_s);
    QCOMPARE(row().value(u"acknowledged_by"_s), u"M. Lindholm"_s);
    QCOMPARE(row().value(u"acknowledged_on"_s), daysAgo(7).toIso());
    QCOMPARE(row().value(u"acknowledged_entry_by"_s), u"sam@desk"_s);
    one.facts.scope.to = daysAgo(8);
    QCOMPARE(row().value(u"reviewer"_s), u"alex@desk"_s);
    QCOMPARE(row().value(u"acknowledged_by"_s), QString()); // said later
}

void TestReportNotes::reviewedKeysAreCounted()
{
    ReportCase one;
    for (const QString &key : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
        one.key(key);
    one.review(u"1"_s, 30, ReviewDecision::Keep, u"in use"_s);
    one.review(u"2"_s, 3, ReviewDecision::Keep, u"in use"_s);
    one.acknowledgement(u"2"_s, 2, 3, u"M. Lindholm"_s);
    one.facts.scope.from = daysAgo(10);
    QCOMPARE(one.made()->counts(u"Reviews that management acknowledged, of these"_s),
             QStringList({u"in the period=1"_s, u"before it=0"_s}));
    QCOMPARE(one.made()->counts(u"Keys by their last review"_s),
             QStringList({u"in the period=1"_s, u"before it=1"_s, u"not reviewed=2"_s}));
}

void TestReportNotes::anExceptionIsShownUntilItEnds()
{
    ReportCase one;
    one.key(u"1"_s);
    one.exception(u"1"_s, 20, FindingRule::OlderThan, 30);
    one.exception(u"1"_s, 19, FindingRule::AdminScope, -5); // it was over 5 days ago
    const QString inForce = u"older-than until %1, approved by Noor"_s.arg(daysAgo(-30).toIso());
    {
        const auto sink = one.made();
        QCOMPARE(sink->rowOf(u"keys"_s, u"1"_s).value(u"exceptions"_s), inForce);
        QCOMPARE(sink->column(u"exceptions"_s, u"state"_s),
                 QStringList({u"in force"_s, u"over"_s}));
        const auto row = sink->rows(u"exceptions"_s).constFirst();
        QCOMPARE(row.value(u"rule"_s), u"older-than"_s);
        QCOMPARE(row.value(u"account"_s), u"main"_s);
        QCOMPARE(row.value(u"row_id"_s), u"uid-1"_s);
        QCOMPARE(row.value(u"reason"_s), u"replaced soon"_s);
        QCOMPARE(row.value(u"approver"_s), u"Noor"_s);
        QCOMPARE(row.value(u"made_by"_s), u"alex@desk"_s);
        QCOMPARE(row.value(u"made_at"_s), daysAgo(20).toIso());
        QCOMPARE(row.value(u"until"_s), daysAgo(-30).toIso());
        QCOMPARE(row.value(u"ended_at"_s), QString());
    }
    one.user = u"sam"_s;
    one.exceptionEnd(u"1"_s, 3, FindingRule::OlderThan);
    one.exceptionEnd(u"1"_s, 3, FindingRule::AdminScope);
    {
        const auto sink = one.made();
        QCOMPARE(sink->rowOf(u"keys"_s, u"1"_s).value(u"exceptions"_s), QString());
        QCOMPARE(sink->column(u"exceptions"_s, u"state"_s), QStringList({u"ended"_s, u"over"_s}));
        QCOMPARE(sink->column(u"exceptions"_s, u"ended_by"_s).constFirst(), u"sam@desk"_s);
        // What was over by itself nobody ended.
        QCOMPARE(sink->column(u"exceptions"_s, u"ended_at"_s),
                 QStringList({daysAgo(3).toIso(), QString()}));
    }
    one.facts.scope.to = daysAgo(6); // both were in force then
    QCOMPARE(one.made()->column(u"exceptions"_s, u"state"_s),
             QStringList({u"in force"_s, u"in force"_s}));
}

void TestReportNotes::whoRenewsAnExceptionReplacesIt()
{
    ReportCase one;
    one.key(u"1"_s);
    one.exception(u"1"_s, 10, FindingRule::OlderThan, 60); // of a journal that comes first
    one.exception(u"1"_s, 20, FindingRule::OlderThan, 30);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"exceptions"_s, u"until"_s),
             QStringList({daysAgo(-30).toIso(), daysAgo(-60).toIso()}));
    QCOMPARE(sink->column(u"exceptions"_s, u"state"_s),
             QStringList({u"replaced"_s, u"in force"_s}));
    QCOMPARE(sink->column(u"exceptions"_s, u"ended_at"_s),
             QStringList({daysAgo(10).toIso(), QString()}));
}

void TestReportNotes::anAcceptedFindingIsCountedApart()
{
    ReportCase one;
    for (const QString &key : {u"1"_s, u"2"_s}) {
        one.key(key);
        Finding finding;
        finding.rule = FindingRule::OlderThan;
        finding.key = KeyUid(u"uid-"_s + key);
        finding.account = AccountId(u"a1"_s);
        one.facts.findings.append(finding);
    }
    QVERIFY(one.made()->counts(u"Findings that are accepted for a time, of these"_s).isEmpty());
    one.exception(u"2"_s, 20, FindingRule::OlderThan, 30);
    one.exception(u"1"_s, 20, FindingRule::AdminScope, 30); // of another rule
    const auto sink = one.made();
    QCOMPARE(sink->column(u"findings"_s, u"exception_until"_s),
             QStringList({QString(), daysAgo(-30).toIso()}));
    QCOMPARE(sink->column(u"findings"_s, u"exception_approver"_s),
             QStringList({QString(), u"Noor"_s}));
    QCOMPARE(sink->column(u"findings"_s, u"exception_reason"_s),
             QStringList({QString(), u"replaced soon"_s}));
    QCOMPARE(sink->counts(u"Findings by rule"_s), QStringList{u"older-than=2"_s});
    QCOMPARE(sink->counts(u"Findings that are accepted for a time, of these"_s),
             QStringList{u"older-than=1"_s});
    QVERIFY2(sink->fact(u"rows"_s).contains(u"Findings: 2. Of these accepted for a time: 1."_s),
             qPrintable(sink->fact(u"rows"_s)));
    one.facts.scope.to = daysAgo(20); // it was not accepted yet
    QCOMPARE(one.made()->column(u"findings"_s, u"exception_until"_s),
             QStringList({QString(), QString()}));
}

void TestReportNotes::theOwnRuleDecidesWhenASecretIsDue()
{
    ReportCase one;
    one.key(u"1"_s, 100);
    one.key(u"2"_s, 100);
    one.note(u"1"_s, 3, {{RotationDays, u"30"_s}, {RotationReference, u"RA-3"_s}});
    const auto sink = one.made();
    const auto own = sink->rowOf(u"rotation"_s, u"1"_s);
    QCOMPARE(own.value(u"rule_days"_s), u"30"_s);
    QCOMPARE(own.value(u"rule_reference"_s), u"RA-3"_s);
    QCOMPARE(own.value(u"due_at"_s), daysAgo(70).toIso());
    QCOMPARE(own.value(u"overdue_days"_s), u"70"_s);
    const auto general = sink->rowOf(u"rotation"_s, u"2"_s);
    QCOMPARE(general.value(u"rule_days"_s), u"90"_s);
    QCOMPARE(general.value(u"rule_reference"_s), QString());
    QCOMPARE(general.value(u"overdue_days"_s), u"10"_s);
}

void TestReportNotes::whatIsSaidIsAChange()
{
    ReportCase one;
    one.key(u"1"_s);
    one.note(u"1"_s, 9, {{Owner, u"Noor"_s}});
    one.review(u"1"_s, 8, ReviewDecision::Keep, u"in use"_s);
    one.exception(u"1"_s, 7, FindingRule::OlderThan, 30);
    one.exceptionEnd(u"1"_s, 6, FindingRule::OlderThan);
    const auto sink = one.made();
    QCOMPARE(sink->column(u"changes"_s, u"change"_s),
             QStringList({u"noted"_s, u"reviewed"_s, u"exception made"_s, u"exception ended"_s}));
    QCOMPARE(sink->column(u"changes"_s, u"details"_s),
             QStringList({u"owner=Noor"_s, u"decision=keep; reason=in use"_s,
                          u"approver=Noor; reason=replaced soon; rule=older-than; until="_s +
                              daysAgo(-30).toIso(),
                          u"rule=older-than"_s}));
    QCOMPARE(sink->column(u"changes"_s, u"explained"_s), QStringList(4, u"yes"_s));
    QCOMPARE(sink->column(u"changes"_s, u"entry"_s), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

QTEST_GUILESS_MAIN(TestReportNotes)
#include "tst_reports_notes.moc"
