// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/pdfreport.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

/** A report as somebody else's program reads it, page by page. */
QStringList pagesOf(const QString &file)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        qFatal("pdftotext: %s", reader.readAllStandardError().constData());
    QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f');
    pages.removeLast();
    return pages;
}

ReportHeader header()
{
    ReportHeader header;
    header.title = u"A report"_s;
    header.isComplete = false;
    header.facts = {{u"status"_s, u"Status"_s, u"INCOMPLETE\nmain: Page 2 failed."_s}};
    header.summary = {{u"Keys by state"_s, {{u"active"_s, 12}, {u"revoked"_s, 0}}}};
    return header;
}

Sheet sheet()
{
    return {
        u"keys"_s,
        u"Keys"_s,
        {{u"row"_s, u"Number"_s, 10}, {u"hidden"_s, u"Hidden"_s, 0}, {u"name"_s, u"Name"_s, 20}}};
}

} // namespace

/** Reports as PDF. */
class TestPdf : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_file = QDir(m_folder.path()).filePath(u"report.pdf"_s); }

    void everyPageHasItsNumberAndTheTitlesOfItsTable()
    {
        PdfReport report(m_file);
        QVERIFY(report.open(header(), {sheet()}));
        for (qint64 i = 1; i <= 200; ++i)
            QVERIFY(report.add(0, {i, u"never printed"_s, u"key %1"_s.arg(i)}));
        QVERIFY(report.close(header()));
        const QStringList pages = pagesOf(m_file);
        QVERIFY(pages.size() > 4);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY(pages.at(i).contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
            QVERIFY(!pages.at(i).contains(u"never printed"_s));
            if (i >= 2) // behind the first page and the summary
                QVERIFY(pages.at(i).contains(u"Number"_s));
        }
        QVERIFY(pages.at(0).contains(u"INCOMPLETE"_s) && pages.at(0).contains(u"Page 2 failed."_s));
        QVERIFY(pages.at(1).contains(u"Keys by state"_s));
        QVERIFY(pages.constLast().contains(u"key 200"_s));
    }

    void whatAReportSaysOfItselfIsNotCut()
    {
        ReportHeader wordy = header();
        wordy.facts.append(
            {u"limits"_s, u"Limits"_s, u"some words "_s.repeated(150) + u"the end"_s});
        PdfReport report(m_file);
        QVERIFY(report.open(wordy, {sheet()}));
        QVERIFY(report.close(wordy));
        QVERIFY(pagesOf(m_file).constFirst().simplified().contains(u"words the end"_s));
    }

    void aLongTableSaysWhatIsMissing()
    {
        PdfReport report(m_file);
        QVERIFY(report.open(header(), {sheet()}));
        for (qint64 i = 1; i <= PdfReport::mostRows + 1; ++i)
            QVERIFY(report.add(0, {i, QString(), u"key %1"_s.arg(i)}));
        QVERIFY(report.close(header()));
        const QString text = pagesOf(m_file).join(u' ');
        QVERIFY(text.contains(u"2,000 of 2,001 rows"_s));
        QVERIFY(text.contains(u"key 2000"_s) && !text.contains(u"key 2001"_s));
    }

    void textsOfVendorsAreShownAsTheyAre()
    {
        PdfReport report(m_file);
        QVERIFY(report.open(header(), {sheet()}));
        QVERIFY(report.add(0, {qint64(1), QString(), u"<b>bold</b>"_s}));
        QVERIFY(report.add(
            0, {qint64(2), QString(), QString(2000, u'x')})); // longer than a page is wide
        QVERIFY(report.close(header()));
        QVERIFY(pagesOf(m_file).join(u' ').contains(u"<b>bold</b>"_s));
    }

    void wordsOfTitlesAreNotBroken()
    {
        Sheet narrow = sheet();
        narrow.columns = {{u"name"_s, u"Name"_s, 200},
                          {u"owner"_s, u"Verantwortlich"_s, 1},
                          {u"decision"_s, u"Entscheidung der Leitung"_s, 1}};
        PdfReport report(m_file);
        QVERIFY(report.open(header(), {narrow}));
        QVERIFY(report.add(0, {u"key"_s, u"Noor"_s, u"keep"_s}));
        QVERIFY(report.close(header()));
        const QString page = pagesOf(m_file).constLast();
        QVERIFY2(page.contains(u"Verantwortlich"_s), qPrintable(page));
        QVERIFY2(page.contains(u"Entscheidung"_s), qPrintable(page));
    }

    void columnsWithoutRoomForTheirTitlesStayOnThePage()
    {
        Sheet wide = sheet();
        wide.columns.clear();
        Cells row;
        for (int i = 0; i < 30; ++i) {
            wide.columns.append({u"column"_s, u"Zuständigkeit"_s, 10});
            row.append(u"c%1"_s.arg(i));
        }
        PdfReport report(m_file);
        QVERIFY(report.open(header(), {wide}));
        QVERIFY(report.add(0, row));
        QVERIFY(report.close(header()));
        QProcess boxes;
        boxes.start(u"pdftotext"_s, {u"-bbox"_s, m_file, u"-"_s});
        QVERIFY(boxes.waitForFinished());
        static const QRegularExpression last(u"xMax=\"([0-9.]+)\"[^>]*>c29<"_s);
        static const QRegularExpression page(u"<page width=\"([0-9.]+)\""_s);
        const QString words = QString::fromUtf8(boxes.readAllStandardOutput());
        const auto found = last.match(words);
        QVERIFY2(found.hasMatch(), qPrintable(words));
        QVERIFY(found.captured(1).toDouble() < page.match(words).captured(1).toDouble());
    }

    void aFileThatCannotBeWrittenSaysSo()
    {
        PdfReport report(u"/nonexistent/report.pdf"_s);
        QVERIFY(!report.open(header(), {sheet()}));
        QVERIFY(!report.problem().isEmpty());
        PdfReport full(u"/dev/full"_s);
        QVERIFY(!(full.open(header(), {sheet()}) && full.close(header())));
        QVERIFY(!full.problem().isEmpty());
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_MAIN(TestPdf)
#include "tst_painting_pdf.moc"
