// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"
#include "reports/auditreport.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp noon = Timestamp::fromSeconds(1'790'000'000);
constexpr std::int64_t day = 86'400;

Timestamp daysAgo(std::int64_t days)
{
    return noon.plusSeconds(-days * day);
}

JournalLine lineOf(qint64 number, std::int64_t ago, const QString &kind, const QString &outcome,
                   QJsonObject more)
{
    more.insert(u"kind"_s, kind);
    more.insert(u"outcome"_s, outcome);
    if (!more.contains(u"installation"_s))
        more.insert(u"installation"_s, u"i1"_s);
    more.insert(u"user"_s, u"alex"_s);
    more.insert(u"host"_s, u"desk"_s);
    return {number, daysAgo(ago), canonicalJson(more).value()};
}

JournalLine keyEntry(qint64 number, std::int64_t ago, const QString &kind, const QString &vendorId,
                     const QString &outcome = u"succeeded"_s, const QJsonObject &detail = {},
                     const QString &installation = u"i1"_s)
{
    return lineOf(number, ago, kind, outcome,
                  {{u"account"_s, u"a1"_s},
                   {u"vendorId"_s, vendorId},
                   {u"object"_s, u"then "_s + vendorId},
                   {u"mask"_s, u"sk-…"_s},
                   {u"installation"_s, installation},
                   {u"detail"_s, detail}});
}

JournalLine reportEntry(qint64 number, std::int64_t ago, const QJsonObject &detail,
                        const QString &outcome = u"succeeded"_s)
{
    return lineOf(number, ago, u"report.export"_s, outcome,
                  {{u"object"_s, u"report.pdf"_s}, {u"detail"_s, detail}});
}

KeyRow keyOf(const QString &id, std::int64_t seen)
{
    KeyRow key;
    key.uid = KeyUid(u"uid-"_s + id);
    key.account = AccountId(u"a1"_s);
    key.record.id = VendorKeyId(id);
    key.record.name = u"now "_s + id;
    key.record.state = KeyState::Active;
    key.firstSeenAt = daysAgo(seen);
    return key;
}

/** Keeps the rows of the sheet, and the header. */
class ChangesSink : public ReportSink
{
public:
    bool open(const ReportHeader &, const QList<Sheet> &given) override
    {
        m_sheet = given.at(qsizetype(AuditTable::Changes));
        return true;
    }
    bool add(qsizetype sheet, const Cells &cells) override
    {
        if (sheet != qsizetype(AuditTable::Changes))
            return true;
        QMap<QString, QString> row;
        for (qsizetype i = 0; i < cells.size(); ++i)
            row.insert(m_sheet.columns.at(i).id, cellText(cells.at(i)));
        rows.append(row);
        return cells.size() == m_sheet.columns.size();
    }
    bool close(const ReportHeader &given) override
    {
        header = given;
        return true;
    }
    QString problem() const override { return {}; }

    QStringList column(const QString &id) const
    {
        QStringList cells;
        for (const auto &row : rows)
            cells.append(row.value(id));
        return cells;
    }

    QList<QMap<QString, QString>> rows;
    ReportHeader header;

private:
    Sheet m_sheet;
};

/** Of what others changed. */
QStringList explanations(const std::shared_ptr<ChangesSink> &sink)
{
    QStringList found;
    for (const auto &row : sink->rows) {
        if (row.value(u"change"_s) == "changed by others"_L1)
            found.append(row.value(u"explained"_s));
    }
    return found;
}

AuditFacts changesFacts()
{
    ReportedAccount account;
    account.row.id = AccountId(u"a1"_s);
    account.row.name = u"main"_s;
    AuditFacts facts;
    facts.now = noon;
    facts.accounts = {account};
    facts.previous = PreviousReport{7, daysAgo(9), daysAgo(10), u"q1.pdf"_s, u"pdf"_s, "abc", {}};
    return facts;
}

std::shared_ptr<ChangesSink> made(const AuditFacts &facts, const QList<JournalLine> &lines,
                                  const QList<KeyRow> &keys)
{
    auto sink = std::make_shared<ChangesSink>();
    AuditReport report(facts, sink);
    bool good = report.begin();
    for (const JournalLine &line : lines)
        good = good && report.takeEntry(line);
    for (const KeyRow &key : keys)
        good = good && report.takeKey(key);
    if (!good || !report.end({}))
        qFatal("no report");
    return sink;
}

} // namespace

/** What the sheet "changes" says, and what it is compared with. */
class TestChanges : public QObject
{
    Q_OBJECT
private slots:
    void whatIsDoneHereIsExplained()
    {
        const auto sink =
            made(changesFacts(),
                 {keyEntry(1, 11, u"key.create"_s, u"1"_s), // before the previous report
                  keyEntry(8, 9, u"key.update"_s, u"1"_s, u"succeeded"_s,
                           {{u"set.name"_s, u"new"_s}, {u"before"_s, u"active"_s}}),
                  keyEntry(9, 8, u"key.rotate"_s, u"1"_s, u"failed"_s),
                  keyEntry(10, 7, u"key.revoke"_s, u"1"_s, u"accepted"_s),
                  keyEntry(11, 6, u"key.conflict"_s, u"1"_s, u"in_doubt"_s)},
                 {keyOf(u"1"_s, 11)});
        QCOMPARE(sink->column(u"change"_s),
                 (QStringList{u"updated"_s, u"revoked"_s, u"works again"_s}));
        QCOMPARE(sink->column(u"explained"_s), (QStringList{u"yes"_s, u"yes"_s, u"no"_s}));
        QCOMPARE(sink->column(u"entry"_s), (QStringList{u"8"_s, u"10"_s, u"11"_s}));
        QCOMPARE(sink->column(u"row"_s), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        const auto first = sink->rows.constFirst();
        QCOMPARE(first.value(u"row_id"_s), u"uid-1"_s);
        QCOMPARE(first.value(u"by"_s), u"alex@desk"_s);
        QCOMPARE(first.value(u"at"_s), daysAgo(9).toIso());
        QCOMPARE(first.value(u"details"_s), u"name=new"_s);
        QCOMPARE(first.value(u"since"_s), daysAgo(10).toIso());
        QCOMPARE(sink->rows.at(1).value(u"outcome"_s), u"accepted"_s);
    }

    void whatWasInDoubtAndTookEffectIsAChange()
    {
        const auto settled = [](qint64 number, const QString &vendorId, bool effect) {
            return keyEntry(number, 5, u"key.disable"_s, vendorId, u"settled"_s,
                            {{u"effect"_s, effect}});
        };
        const auto sink = made(changesFacts(),
                               {keyEntry(8, 6, u"key.disable"_s, u"1"_s, u"in_doubt"_s),
                                settled(9, u"1"_s, true), settled(10, u"2"_s, false)},
                               {keyOf(u"1"_s, 50), keyOf(u"2"_s, 50)});
        QCOMPARE(sink->column(u"change"_s), QStringList{u"disabled"_s});
        QCOMPARE(sink->column(u"entry"_s), QStringList{u"9"_s});
        QCOMPARE(sink->column(u"outcome"_s), QStringList{u"settled"_s});
    }

    void anEntryThatOnlyLooksLikeOneAboutAKeyIsPassed()
    {
        for (const QString &kind : {QString(), u"x"_s, u"account.disable"_s}) {
            const auto sink = made(
                changesFacts(),
                {keyEntry(8, 6, kind, u"1"_s, u"succeeded"_s, {{u"kind"_s, u"key.disable"_s}})},
                {keyOf(u"1"_s, 50)});
            QVERIFY2(sink->rows.isEmpty(), qPrintable(kind));
        }
    }

    void whatOnlyTheListShowsIsNot()
    {
        KeyRow gone = keyOf(u"2"_s, 50);
        gone.vanishedAt = daysAgo(3);
        KeyRow old = keyOf(u"3"_s, 50);
        old.vanishedAt = daysAgo(11); // the previous report has it
        KeyRow expired = keyOf(u"4"_s, 50);
        expired.record.state = KeyState::Expired;
        expired.record.expiresAt = daysAgo(2);
        KeyRow manual = keyOf(u"5"_s, 4);
        manual.manual = true;
        const auto sink = made(changesFacts(), {keyEntry(8, 4, u"key.add"_s, u"5"_s)},
                               {keyOf(u"1"_s, 5), gone, old, expired, manual});
        QCOMPARE(sink->column(u"change"_s),
                 (QStringList{u"appeared"_s, u"vanished"_s, u"expired"_s, u"recorded by hand"_s}));
        QCOMPARE(sink->column(u"explained"_s), (QStringList{u"no"_s, u"no"_s, u"no"_s, u"yes"_s}));
        QCOMPARE(sink->column(u"by"_s),
                 (QStringList{QString(), QString(), QString(), u"alex@desk"_s}));
        QCOMPARE(sink->column(u"source"_s).constFirst(), u"only the vendor's list"_s);
    }

    void whatTheJournalExplainsIsToldOnce()
    {
        KeyRow ended = keyOf(u"2"_s, 50);
        ended.vanishedAt = daysAgo(3);
        KeyRow endedBefore = keyOf(u"3"_s, 50);
        endedBefore.vanishedAt = daysAgo(3);
        const auto sink =
            made(changesFacts(),
                 {keyEntry(1, 12, u"key.delete"_s, u"3"_s), keyEntry(8, 5, u"key.create"_s, u"1"_s),
                  keyEntry(9, 4, u"key.delete"_s, u"2"_s, u"accepted"_s)},
                 {keyOf(u"1"_s, 5), ended, endedBefore});
        QCOMPARE(sink->column(u"change"_s), (QStringList{u"created"_s, u"deleted"_s}));
    }

    void aKeyThatEndedBeforeThePeriodIsStillAChange()
    {
        AuditFacts facts = changesFacts();
        facts.scope.from = daysAgo(5);
        facts.scope.to = daysAgo(1);
        KeyRow ended = keyOf(u"1"_s, 50);
        ended.endedAt = daysAgo(8);
        const auto sink = made(facts,
                               {keyEntry(8, 8, u"key.revoke"_s, u"1"_s),
                                keyEntry(9, 1, u"key.delete"_s, u"1"_s)}, // after it
                               {ended});
        QCOMPARE(sink->column(u"change"_s), QStringList{u"revoked"_s});
    }

    void whatOthersChangedIsToldAndByNobody()
    {
        const QString kind = u"key.changed_elsewhere"_s;
        const QJsonObject detail{{u"was.scopes"_s, u"read"_s},
                                 {u"now.scopes"_s, u"admin read"_s},
                                 {u"wasSoAt"_s, daysAgo(6).toIso()}};
        const auto sink = made(changesFacts(),
                               {keyEntry(8, 5, kind, u"1"_s, u"succeeded"_s, detail),
                                keyEntry(9, 5, kind, {}, u"succeeded"_s, {{u"others"_s, 7}})},
                               {keyOf(u"1"_s, 50)});
        QCOMPARE(sink->column(u"change"_s),
                 (QStringList{u"changed by others"_s, u"changed by others"_s}));
        const auto row = sink->rows.constFirst();
        QCOMPARE(row.value(u"details"_s), u"scopes: read -> admin read"_s);
        QCOMPARE(row.value(u"by"_s), QString()); // who read it did not do it
        QCOMPARE(row.value(u"explained"_s), u"no"_s);
        QCOMPARE(row.value(u"source"_s), u"only the vendor's list"_s);
        QCOMPARE(row.value(u"entry"_s), u"8"_s);
        QCOMPARE(sink->rows.at(1).value(u"details"_s), u"others=7"_s);
        QCOMPARE(sink->rows.at(1).value(u"row_id"_s), QString());
    }

    void whatAnotherOfTheTeamDidExplainsIt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("installation");
        QTest::addColumn<int>("ago");
        QTest::addColumn<QString>("explained");
        const QString disable = u"key.disable"_s;
        const auto row = [](const char *name, const QString &kind, const QString &outcome,
                            const QString &installation, int ago, const QString &explained) {
            QTest::newRow(name) << kind << outcome << installation << ago << explained;
        };
        row("by another", disable, u"succeeded"_s, u"i2"_s, 6, u"yes"_s);
        row("accepted", disable, u"accepted"_s, u"i2"_s, 6, u"yes"_s);
        row("in doubt", disable, u"in_doubt"_s, u"i2"_s, 6, u"yes"_s);
        row("failed", disable, u"failed"_s, u"i2"_s, 6, u"no"_s);
        row("by the one who reads", disable, u"succeeded"_s, u"i1"_s, 6, u"no"_s);
        row("too early", disable, u"succeeded"_s, u"i2"_s, 8, u"no"_s);
        row("too late", disable, u"succeeded"_s, u"i2"_s, 3, u"no"_s);
        row("only said", u"key.note"_s, u"succeeded"_s, u"i2"_s, 6, u"no"_s);
        row("the opposite", u"key.enable"_s, u"succeeded"_s, u"i2"_s, 6, u"no"_s);
        row("its replacement", u"key.replace"_s, u"succeeded"_s, u"i2"_s, 6, u"no"_s);
    }

    void whatAnotherOfTheTeamDidExplainsIt()
    {
        QFETCH(QString, kind);
        QFETCH(QString, outcome);
        QFETCH(QString, installation);
        QFETCH(int, ago);
        QFETCH(QString, explained);
        const QJsonObject seen{{u"was.state"_s, u"active"_s},
                               {u"now.state"_s, u"disabled"_s},
                               {u"wasSoAt"_s, daysAgo(7).toIso()}};
        const QList<JournalLine> lines{
            keyEntry(8, 5, u"key.changed_elsewhere"_s, u"1"_s, u"succeeded"_s, seen),
            keyEntry(3, ago, kind, u"1"_s, outcome, {{u"set.owner"_s, u"Noor"_s}, {u"stamp"_s, 5}},
                     installation)};
        AuditFacts later = changesFacts();
        later.previous->until = daysAgo(5); // what explains it was before
        for (const AuditFacts &facts : {changesFacts(), later}) {
            for (const QList<KeyRow> &keys : {QList{keyOf(u"1"_s, 50)}, QList<KeyRow>()})
                QCOMPARE(explanations(made(facts, lines, keys)), QStringList{explained});
        }
    }

    void itExplainsOnlyWhatItCanHaveDone()
    {
        const QJsonObject seen{{u"was.state"_s, u"active"_s},
                               {u"now.state"_s, u"disabled"_s},
                               {u"was.scopes"_s, u"read"_s},
                               {u"now.scopes"_s, u"admin"_s},
                               {u"wasSoAt"_s, daysAgo(7).toIso()}};
        QList<JournalLine> lines{
            keyEntry(8, 5, u"key.changed_elsewhere"_s, u"1"_s, u"succeeded"_s, seen),
            keyEntry(3, 6, u"key.disable"_s, u"1"_s, u"succeeded"_s, {}, u"i2"_s)};
        QCOMPARE(explanations(made(changesFacts(), lines, {keyOf(u"1"_s, 50)})),
                 QStringList{u"no"_s});
        lines.append(keyEntry(4, 6, u"key.update"_s, u"1"_s, u"succeeded"_s, {}, u"i3"_s));
        QCOMPARE(explanations(made(changesFacts(), lines, {keyOf(u"1"_s, 50)})),
                 QStringList{u"yes"_s});
    }

    void whatSeveralSawIsToldOnce()
    {
        const auto seen = [](qint64 number, std::int64_t ago, std::int64_t soAt,
                             const QString &installation, const QString &now = u"b"_s) {
            return keyEntry(number, ago, u"key.changed_elsewhere"_s, u"1"_s, u"succeeded"_s,
                            {{u"was.name"_s, u"a"_s},
                             {u"now.name"_s, now},
                             {u"wasSoAt"_s, daysAgo(soAt).toIso()}},
                            installation);
        };
        const auto entries = [](const QList<JournalLine> &lines) {
            return made(changesFacts(), lines, {keyOf(u"1"_s, 50)})->column(u"entry"_s);
        };
        QCOMPARE(entries({seen(8, 4, 7, u"i1"_s), seen(3, 5, 6, u"i2"_s)}), QStringList{u"3"_s});
        // Another change, the same installation once more, and once more after that.
        QCOMPARE(entries({seen(8, 4, 7, u"i1"_s, u"c"_s), seen(3, 5, 6, u"i2"_s)}).size(), 2);
        QCOMPARE(entries({seen(8, 4, 7, u"i1"_s), seen(3, 5, 6, u"i1"_s)}).size(), 2);
        QCOMPARE(entries({seen(8, 2, 3, u"i1"_s), seen(3, 5, 6, u"i2"_s)}).size(), 2);
    }

    void whatIsNotInTheInventoryIsNamedByItsEntry()
    {
        AuditFacts facts = changesFacts();
        const QList<JournalLine> lines{keyEntry(8, 5, u"key.delete"_s, u"9"_s)};
        const auto sink = made(facts, lines, {});
        QCOMPARE(sink->rows.size(), 1);
        QCOMPARE(sink->rows.constFirst().value(u"row_id"_s), QString());
        QCOMPARE(sink->rows.constFirst().value(u"name"_s), u"then 9"_s);
        QCOMPARE(sink->rows.constFirst().value(u"vendor_id"_s), u"9"_s);
        facts.scope.accounts = {AccountId(u"another"_s)};
        QVERIFY(made(facts, lines, {})->rows.isEmpty());
    }

    void theCaptionSaysWhatItIsComparedWith()
    {
        AuditFacts facts = changesFacts();
        const auto caption = [&facts] {
            return made(facts, {}, {})->header.captions.value(u"changes"_s);
        };
        QVERIFY(caption().contains(u"q1.pdf"_s));
        QVERIFY(caption().startsWith(u"Since "_s + daysAgo(10).toIso()));
        QVERIFY(caption().contains(daysAgo(9).toIso()));
        QVERIFY(caption().contains(u"entry 7"_s));
        facts.previous->file = u"%1 of a year.pdf"_s; // a name is no place for the number
        QVERIFY(caption().contains(u"%1 of a year.pdf"_s));
        QVERIFY(caption().contains(u"entry 7"_s));
        facts.previous.reset();
        QVERIFY(caption().contains(u"journal began"_s));
        facts.scope.from = daysAgo(20);
        QVERIFY(caption().contains(daysAgo(20).toIso()));
    }

    void theFirstPageNamesThePreviousHead()
    {
        AuditFacts facts = changesFacts();
        facts.previous->head = u"6 ROOT="_s;
        const QList<ReportFact> page = made(facts, {}, {})->header.facts;
        const auto fact = std::find_if(page.begin(), page.end(),
                                       [](const auto &one) { return one.id == "previous"_L1; });
        QVERIFY(fact != page.end());
        QVERIFY(fact->text.contains(u"entry 7"_s));
        QVERIFY(fact->text.contains(u": abc"_s));
        QVERIFY(fact->text.contains(u"6 ROOT="_s));
    }

    void onlyAReportOfTheSameAccountsIsThePreviousOne()
    {
        const QSet<AccountId> some{AccountId(u"a2"_s), AccountId(u"a1"_s)};
        const auto detail = [](const QString &format, const QSet<AccountId> &accounts) {
            return QJsonObject{{u"format"_s, format},
                               {u"scope"_s, reportScope(accounts)},
                               {u"until"_s, daysAgo(4).toIso()},
                               {u"head.i1"_s, u"6 ROOT="_s}};
        };
        const JournalLine whole = reportEntry(7, 3, detail(u"pack"_s, {}));
        const auto found = previousReportIn(whole, {}, u"i1"_s);
        QVERIFY(found);
        QCOMPARE(found->sequence, 7);
        QCOMPARE(found->at, daysAgo(3));
        QCOMPARE(found->until, daysAgo(4));
        QCOMPARE(found->file, u"report.pdf"_s);
        QCOMPARE(found->head, u"6 ROOT="_s);
        QCOMPARE(found->lineHash.size(), 64);
        QVERIFY(!previousReportIn(whole, some, u"i1"_s));
        QVERIFY(!previousReportIn(whole, {}, u"i2"_s)); // another installation's
        QVERIFY(previousReportIn(reportEntry(7, 3, detail(u"pdf"_s, some)),
                                 {AccountId(u"a1"_s), AccountId(u"a2"_s)}, u"i1"_s));
        QVERIFY(!previousReportIn(reportEntry(7, 3, detail(u"csv"_s, {})), {}, u"i1"_s));
        QVERIFY(
            !previousReportIn(reportEntry(7, 3, detail(u"pdf"_s, {}), u"failed"_s), {}, u"i1"_s));
        QVERIFY(!previousReportIn(reportEntry(7, 3, {{u"format"_s, u"pdf"_s}}), {}, u"i1"_s));
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_reports_changes.moc"
