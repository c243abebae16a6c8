// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/journal/exportchoice.h"
#include "gui/journal/journalpresenter.h"
#include "services/reportservice.h"

using namespace samples;

/** Exports and what is verified, as the page of the journal tells of them. */
class tst_GuiExport : public QObject
{
    Q_OBJECT

private slots:
    void exportEndsInANotice()
    {
        Pending<ExportReport> exports;
        CancellationPtr cancellation;
        ExportOrder ordered;
        JournalPresenter presenter(
            {[&](const ExportOrder &order, const auto &progress, const CancellationPtr &wish) {
                 ordered = order;
                 cancellation = wish;
                 progress(7);
                 return exports.ask();
             },
             {},
             {}});
        presenter.exportTo({u"csv"_s, u"/tmp/journal.csv"_s});
        QCOMPARE(ordered.format, u"csv"_s);
        QVERIFY(presenter.progress().contains(u'7'));
        presenter.cancelExport();
        QVERIFY(cancellation->requested());
        exports.give(error(ErrorKind::Cancelled, u"Cancelled."_s));
        QCOMPARE(presenter.notice().severity, Severity::Information);
        presenter.exportTo({u"csv"_s, u"/tmp/journal.csv"_s});
        exports.give(ExportReport{12, {}, {}});
        QVERIFY(presenter.notice().text.contains(u"/tmp/journal.csv"_s));
        QCOMPARE(presenter.exportedFile(), u"/tmp/journal.csv"_s);
    }

    void whatAnExportLacksIsSaid()
    {
        Pending<ExportReport> exports;
        JournalPresenter presenter(
            {[&](const ExportOrder &, const auto &, const auto &) { return exports.ask(); },
             {},
             {}});
        presenter.exportTo({u"jsonl"_s, u"/tmp/journal.jsonl"_s});
        exports.give(ExportReport{3, "ab12", {}});
        QCOMPARE(presenter.notice().severity, Severity::Good);
        QVERIFY(presenter.notice().next.contains(u"ab12"_s));
        presenter.exportTo({u"jsonl"_s, u"/tmp/journal.jsonl"_s});
        exports.give(ExportReport{3, {}, u"No keychain."_s});
        QCOMPARE(presenter.notice().severity, Severity::Warning);
        QVERIFY(presenter.notice().next.contains(u"No keychain."_s));
        presenter.exportTo({u"pdf"_s, u"/tmp/audit.pdf"_s});
        exports.give(ExportReport{3, {}, {}, 42, {u"main: Page 2 failed."_s}});
        QCOMPARE(presenter.notice().severity, Severity::Warning);
        QVERIFY(presenter.notice().text.contains(u"42"_s));
        QVERIFY(presenter.notice().next.contains(u"Page 2 failed."_s));
    }

    void whatAnExportProvesIsSaid()
    {
        Pending<ExportVerdict> verdicts;
        VerifyOrder asked;
        JournalPresenter presenter({{}, {}, {}, [&](const VerifyOrder &order) {
                                        asked = order;
                                        return verdicts.ask();
                                    }});
        presenter.verifyExport({}); // the file picker was closed
        QCOMPARE(presenter.activity(), JournalPresenter::Activity::Idle);
        presenter.verifyExport(u"/tmp/pack/SHA256SUMS"_s);
        QCOMPARE(asked.path, u"/tmp/pack"_s);
        ExportVerdict verdict;
        verdict.entries = 7;
        verdicts.give(verdict);
        QCOMPARE(presenter.notice().severity, Severity::Warning); // nobody signed it
        presenter.verifyExport(u"/tmp/journal.jsonl"_s);
        QCOMPARE(asked.path, u"/tmp/journal.jsonl"_s);
        verdict.isSigned = true;
        verdict.publicKey = QByteArray(signature::publicKeySize, 'k');
        verdicts.give(verdict);
        QCOMPARE(presenter.notice().severity, Severity::Good);
        QVERIFY(presenter.notice().next.contains(
            QString::fromLatin1(signature::fingerprintOf(verdict.publicKey))));
        presenter.verifyExport(u"/tmp/journal.jsonl"_s);
        verdict.tampering = Tampering::Reordered;
        verdict.at = 5;
        verdicts.give(verdict);
        QCOMPARE(presenter.notice().severity, Severity::Error);
        QVERIFY(presenter.notice().text.contains(u'5'));
    }

    void anExportIsChosen()
    {
        AccountRow one;
        one.id = AccountId(u"a1"_s);
        AccountRow two;
        two.id = AccountId(u"a2"_s);
        ExportChoice choice({one, two});
        const QList<ExportForm> forms = ExportChoice::forms();
        for (const ExportForm &form : forms)
            QVERIFY2(ReportService::formats().contains(form.format), qPrintable(form.format));
        QCOMPARE(forms.size(), ReportService::formats().size());
        choice.setForm(u"pack"_s);
        QVERIFY(choice.form().isFolder);
        QVERIFY(!choice.suggestion(QDate(2026, 11, 22)).contains(u'.'));
        choice.setForm(u"xlsx"_s);
        QVERIFY(choice.suggestion(QDate(2026, 11, 22)).endsWith(u"2026-11-22.xlsx"_s));
        QVERIFY(choice.order(u"f"_s).accounts.isEmpty()); // all: also what is about none
        QVERIFY(!choice.order(u"f"_s).from && !choice.order(u"f"_s).to);
        choice.setAccounts({1});
        QCOMPARE(choice.order(u"f"_s).accounts, QList{two.id});
        choice.setRange(QDate(2026, 8, 1), QDate(2026, 8, 31));
        QCOMPARE(choice.order(u"f"_s).from, Timestamp::fromIso(u"2026-08-01"_s));
        QCOMPARE(choice.order(u"f"_s).to,
                 Timestamp::fromIso(u"2026-09-01"_s)); // the last day is in it
        QVERIFY(choice.problem().isEmpty());
        choice.setRange(QDate(2026, 8, 2), QDate(2026, 8, 1));
        QVERIFY(!choice.problem().isEmpty());
        choice.setRange({}, {});
        choice.setAccounts({});
        QVERIFY(!choice.problem().isEmpty());
    }

    void anEntryIsReadInParts()
    {
        const auto parts = JournalPresenter::parts({{u"seq"_s, 7},
                                                    {u"kind"_s, u"key.create"_s},
                                                    {u"object"_s, u"a\u202eb"_s},
                                                    {u"detail"_s, QJsonObject()},
                                                    {u"time"_s, qint64(1'800'000'000'000'000)}});
        QCOMPARE(parts.size(), 4); // the empty detail is nothing to read
        QVERIFY(!parts.at(1).second.contains(u'\u202e'));
        QVERIFY(parts.at(2).second.contains(u"2027-01-15T08:00:00Z"_s));
        QCOMPARE(parts.at(3).second, u"7"_s);
    }

    void detailsAreReadWithTheirChanges()
    {
        const QJsonObject detail{{u"was.state"_s, u"active"_s},
                                 {u"now.state"_s, u"disabled"_s},
                                 {u"now.alone"_s, 7},
                                 {u"wasSoAt"_s, u"2026-03-01T09:00:00Z"_s},
                                 {u"list"_s, QJsonArray{1, 2}}};
        const auto parts = JournalPresenter::parts({{u"detail"_s, detail}});
        QCOMPARE(parts.constFirst().second, u"state: active → disabled; list: [1,2]; now.alone: 7; "
                                            "wasSoAt: 2026-03-01T09:00:00Z"_s);
    }

    void aBrokenChainNamesTheEntry()
    {
        Pending<JournalVerdict> verdicts;
        JournalPresenter presenter({{}, [&] { return verdicts.ask(); }, {}});
        presenter.verify();
        QCOMPARE(presenter.activity(), JournalPresenter::Activity::Verifying);
        JournalVerdict broken;
        broken.intact = false;
        broken.firstBad = 41;
        verdicts.give(broken);
        QCOMPARE(presenter.notice().severity, Severity::Error);
        QVERIFY(presenter.notice().text.contains(u"41"_s));
    }
};

QTEST_MAIN(tst_GuiExport)
#include "tst_gui_export.moc"
