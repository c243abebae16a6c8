// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/pdfreport.h"

#include "core/redaction.h"
#include "painting/chartpainter.h"
#include "painting/pdfpages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace chatelaine {

namespace {

constexpr int resolution = 96;
constexpr qreal chartHeight = 240;
constexpr qsizetype mostCharacters = 600; ///< of a cell
constexpr qsizetype mostOfAFact = 4000;   ///< what a report must say of itself is not cut

struct PdfReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::PdfReport)
};

/** For people: moments to the minute, in UTC; figures in the language of the interface. */
struct PrintedCell
{
    QString operator()(const QString &text) const { return displaySafe(text, mostCharacters); }
    QString operator()(qint64 number) const { return QLocale().toString(number); }
    QString operator()(double number) const { return numberText(number); }
    QString operator()(Timestamp time) const
    {
        return time.toDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm'Z'"));
    }
    QString operator()(const Term &term) const { return term.shown; }
};

ChartData chartOf(const ReportFigure &figure)
{
    ChartData data;
    data.title = displaySafe(figure.title);
    data.unit = figure.unit;
    data.bucket = figure.chart.bucket;
    data.isMean = figure.isMean;
    data.isByTime = figure.chart.isByTime;
    data.starts = figure.chart.starts;
    data.end = figure.chart.end;
    for (const UsageCurve &curve : figure.chart.curves)
        data.curves.append({curve.group, displaySafe(curve.group), int(data.curves.size()), true,
                            curve.figures, curve.total});
    return data;
}

void addTitlePage(PdfPages &pages, const ReportHeader &header)
{
    pages.addTitle(header.title);
    pages.addStatus(header.isComplete
                        ? PdfReportTexts::tr("COMPLETE: everything in scope was read.")
                        : PdfReportTexts::tr("INCOMPLETE: something in scope was not read."),
                    header.isComplete);
    for (const ReportFact &fact : header.facts) {
        QStringList lines;
        const QStringList parts = fact.text.split(QLatin1Char('\n'));
        for (const QString &line : parts)
            lines.append(displaySafe(line, mostOfAFact));
        pages.addFact(fact.title, lines.join(QLatin1Char('\n')));
    }
}

void addSummary(PdfPages &pages, const ReportHeader &header)
{
    pages.newPage();
    pages.addTitle(PdfReportTexts::tr("Summary"));
    for (const ReportCounts &counts : header.summary)
        pages.addBars(counts.title, counts.counts);
    for (const ReportFigure &figure : header.figures) {
        const ChartData data = chartOf(figure);
        pages.addPicture(chartHeight, [data](QPainter &painter, const QRectF &area) {
            QFont font = painter.font();
            font.setPixelSize(11);
            QPalette palette(Qt::white);
            palette.setColor(QPalette::Highlight, PdfPages::barColour());
            ChartPainter::paintPage(painter, data, {0, data.slotCount()}, area, palette, font);
        });
    }
}

} // namespace

PdfReport::PdfReport(const QString &file)
    : m_file(file)
{}

bool PdfReport::open(const ReportHeader &, const QList<Sheet> &sheets)
{
    for (const Sheet &sheet : sheets) {
        Table table{sheet, {}, {}};
        for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
            if (sheet.columns.at(i).width > 0)
                table.printed.append(i);
        }
        m_tables.append(table);
    }
    return m_file.open(QIODevice::WriteOnly);
}

bool PdfReport::add(qsizetype sheet, const Cells &cells)
{
    Table &table = m_tables[sheet];
    ++table.count;
    if (table.printed.isEmpty() || table.rows.size() == mostRows)
        return true;
    QStringList row;
    for (const qsizetype column : std::as_const(table.printed))
        row.append(std::visit(PrintedCell(), cells.at(column)));
    table.rows.append(row);
    return true;
}

bool PdfReport::close(const ReportHeader &header)
{
    QPdfWriter writer(&m_file);
    writer.setTitle(header.title);
    writer.setCreator(QStringLiteral("Chatelaine"));
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, {}));
    writer.setResolution(resolution);
    PdfPages pages(writer.pageLayout().fullRectPixels(resolution).size(),
                   header.isComplete
                       ? PdfReportTexts::tr("%1. Confidential. Times are in UTC.").arg(header.title)
                       : PdfReportTexts::tr("%1. INCOMPLETE. Confidential. Times are in UTC.")
                             .arg(header.title));
    addTitlePage(pages, header);
    addSummary(pages, header);
    pages.newPage();
    for (const Table &table : std::as_const(m_tables)) {
        if (table.printed.isEmpty())
            continue;
        PrintedTable printed{table.sheet.title, {}, {}, {}, table.rows};
        for (const qsizetype column : table.printed) {
            printed.titles.append(table.sheet.columns.at(column).title);
            printed.widths.append(table.sheet.columns.at(column).width);
        }
        QStringList notes{header.captions.value(table.sheet.id)};
        if (table.count == 0)
            notes.append(PdfReportTexts::tr("There are none."));
        else if (table.count > table.rows.size())
            notes.append(
                PdfReportTexts::tr("The first %1 of %2 rows; the other forms of this "
                                   "report have them all.")
                    .arg(QLocale().toString(table.rows.size()), QLocale().toString(table.count)));
        printed.note = notes.join(QLatin1Char(' ')).trimmed();
        pages.addTable(printed);
    }
    pages.paint(writer);
    return m_file.flush() && m_file.error() == QFileDevice::NoError;
}

QString PdfReport::problem() const
{
    return m_file.error() == QFileDevice::NoError ? QString() : m_file.errorString();
}

} // namespace chatelaine
