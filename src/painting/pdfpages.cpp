// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/pdfpages.h"

#include "painting/severity.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace chatelaine {

namespace {

constexpr qreal margin = 48;
constexpr qreal footerHeight = 28;
constexpr qreal spaceBelow = 8;
constexpr qreal cellPadding = 3;
constexpr int mostLinesOfACell = 40; ///< what fits on a page
constexpr qreal factNameWidth = 120;
constexpr qreal barHeight = 14;
constexpr int tableFontPixels = 9;

struct PdfTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::PdfReport)
};

QFont printFont(int pixels, bool isBold = false)
{
    QFont font;
    font.setPixelSize(pixels);
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor faint(0xc8, 0xc8, 0xc8);

/** A text broken into lines of a width. */
class Paragraph
{
public:
    Paragraph(const QString &text, const QFont &font, qreal width, int mostLines = 0)
        : m_layout(std::make_shared<QTextLayout>(fitting(text, font, width, mostLines), font))
    {
        layOut(*m_layout, width, &m_height);
    }

    qreal height() const { return m_height; }
    void paint(QPainter &painter, const QPointF &at) const { m_layout->draw(&painter, at); }

private:
    /** Gives the lines. */
    static int layOut(QTextLayout &layout, qreal width, qreal *height)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.setCacheEnabled(true);
        layout.beginLayout();
        int lines = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, *height});
            *height += line.height();
            ++lines;
        }
        layout.endLayout();
        return lines;
    }

    /** What is cut says so; the views for machines have it all. */
    static QString fitting(const QString &text, const QFont &font, qreal width, int mostLines)
    {
        const QString whole = prepared(text);
        if (mostLines == 0)
            return whole;
        QTextLayout layout(whole, font);
        qreal height = 0;
        if (layOut(layout, width, &height) <= mostLines)
            return whole;
        return whole.left(layout.lineAt(mostLines - 1).textStart()) + u'…';
    }

    static QString prepared(QString text) { return text.replace(u'\n', QChar::LineSeparator); }

    std::shared_ptr<QTextLayout> m_layout;
    qreal m_height = 0;
};

/** What the longest word of a column's title takes. */
qreal leastWidth(const QString &title)
{
    const QFontMetricsF metrics(printFont(tableFontPixels, true));
    qreal widest = 0;
    const QStringList words = title.simplified().split(u' ');
    for (const QString &word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return std::ceil(widest) + 2 * cellPadding;
}

/** By their shares; but no column is narrower than the words of its title, as long as all of them
 * find room. */
QList<qreal> columnWidths(const PrintedTable &table, qreal whole)
{
    QList<qreal> least;
    for (const QString &title : table.titles)
        least.append(leastWidth(title));
    if (std::accumulate(least.cbegin(), least.cend(), qreal(0)) > whole)
        least.fill(0);
    QList<qreal> widths(least.size(), 0); // 0: a share of what the others leave
    qreal room = whole;
    int shares = std::accumulate(table.widths.cbegin(), table.widths.cend(), 0);
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (widths.at(i) > 0 || room * table.widths.at(i) / shares >= least.at(i))
            continue;
        widths[i] = least.at(i);
        room -= least.at(i);
        shares -= table.widths.at(i);
        i = -1; // the others get less than before
    }
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (widths.at(i) == 0)
            widths[i] = room * table.widths.at(i) / shares;
    }
    return widths;
}

} // namespace

PdfPages::PdfPages(const QSizeF &page, QString footer)
    : m_area(margin, margin, page.width() - 2 * margin, page.height() - 2 * margin - footerHeight)
    , m_footer(std::move(footer))
{
    newPage();
}

QColor PdfPages::barColour()
{
    return {0x00, 0x5f, 0x9e};
}

void PdfPages::newPage()
{
    m_pages.emplace_back();
    m_y = m_area.top();
}

QRectF PdfPages::take(qreal height)
{
    if (m_y + height > m_area.bottom() && m_y > m_area.top())
        newPage();
    const QRectF area(m_area.left(), m_y, m_area.width(), height);
    m_y += height;
    return area;
}

void PdfPages::addTitle(const QString &text)
{
    const Paragraph title(text, printFont(28, true), m_area.width());
    const QRectF area = take(title.height() + 2 * spaceBelow);
    put([title, area](QPainter &painter) { title.paint(painter, area.topLeft()); });
}

void PdfPages::addHeading(const QString &text)
{
    const Paragraph heading(text, printFont(18, true), m_area.width());
    // Not alone at the bottom of a page.
    if (m_y + heading.height() + 6 * barHeight > m_area.bottom())
        newPage();
    const QRectF area = take(heading.height() + spaceBelow);
    put([heading, area](QPainter &painter) { heading.paint(painter, area.topLeft()); });
}

void PdfPages::addStatus(const QString &text, bool isGood)
{
    constexpr qreal inset = 10;
    const Paragraph status(text, printFont(14, true), m_area.width() - 2 * inset);
    const QRectF area = take(status.height() + 2 * inset + spaceBelow);
    put([status, area, isGood](QPainter &painter) {
        const QPalette palette(Qt::white);
        const QColor colour = severityColor(isGood ? Severity::Good : Severity::Error, palette);
        painter.setPen(QPen(colour, 2));
        painter.drawRect(area.adjusted(1, 1, -1, -spaceBelow));
        painter.setPen(colour);
        status.paint(painter, area.topLeft() + QPointF(inset, inset));
    });
}

void PdfPages::addText(const QString &text)
{
    const Paragraph paragraph(text, printFont(11), m_area.width());
    const QRectF area = take(paragraph.height() + spaceBelow);
    put([paragraph, area](QPainter &painter) { paragraph.paint(painter, area.topLeft()); });
}

void PdfPages::addFact(const QString &name, const QString &text)
{
    const Paragraph left(name, printFont(11, true), factNameWidth - spaceBelow);
    const Paragraph right(text, printFont(11), m_area.width() - factNameWidth);
    const QRectF area = take(std::max(left.height(), right.height()) + spaceBelow);
    put([left, right, area](QPainter &painter) {
        left.paint(painter, area.topLeft());
        right.paint(painter, area.topLeft() + QPointF(factNameWidth, 0));
    });
}

void PdfPages::addBars(const QString &title, const QList<std::pair<QString, qint64>> &bars)
{
    qint64 most = 1;
    for (const auto &[name, count] : bars)
        most = std::max(most, count);
    addHeading(title);
    for (const auto &[name, count] : bars) {
        const QRectF area = take(barHeight + cellPadding);
        const qreal share = double(count) / double(most);
        put([area, share, name = name, count = count](QPainter &painter) {
            painter.setFont(printFont(11));
            painter.setPen(ink);
            const QRectF label(area.left(), area.top(), factNameWidth, barHeight);
            painter.drawText(
                label, Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(name, Qt::ElideRight, int(factNameWidth) - 4));
            const qreal room = area.width() - 2 * factNameWidth;
            const QRectF bar(area.left() + factNameWidth, area.top() + 2,
                             count > 0 ? std::max(1.0, room * share) : 0, barHeight - 4);
            painter.fillRect(bar, barColour());
            painter.drawText(QRectF(bar.right() + 6, area.top(), factNameWidth, barHeight),
                             Qt::AlignVCenter | Qt::AlignLeft, QLocale().toString(count));
        });
    }
    take(spaceBelow);
}

void PdfPages::addPicture(qreal height, std::function<void(QPainter &, const QRectF &)> paint)
{
    const QRectF area = take(height);
    put([area, paint = std::move(paint)](QPainter &painter) { paint(painter, area); });
}

void PdfPages::addTable(const PrintedTable &table)
{
    addHeading(table.title);
    if (!table.note.isEmpty())
        addText(table.note);
    const QList<qreal> widths = columnWidths(table, m_area.width());
    addTableTitles(table, widths);
    for (const QStringList &row : table.rows)
        addTableRow(table, row, widths);
    take(2 * spaceBelow);
}

void PdfPages::addTableTitles(const PrintedTable &table, const QList<qreal> &widths)
{
    std::vector<Paragraph> cells;
    qreal height = 0;
    for (qsizetype i = 0; i < table.titles.size(); ++i) {
        cells.emplace_back(table.titles.at(i), printFont(tableFontPixels, true),
                           widths.at(i) - 2 * cellPadding, mostLinesOfACell);
        height = std::max(height, cells.back().height());
    }
    const QRectF area = take(height + 2 * cellPadding);
    put([cells, widths, area](QPainter &painter) {
        painter.fillRect(area, QColor(0xee, 0xee, 0xee));
        qreal x = area.left();
        for (size_t i = 0; i < cells.size(); ++i) {
            painter.setPen(ink);
            cells[i].paint(painter, {x + cellPadding, area.top() + cellPadding});
            x += widths.at(qsizetype(i));
        }
    });
}

/** On a new page the titles stand again. */
void PdfPages::addTableRow(const PrintedTable &table, const QStringList &row,
                           const QList<qreal> &widths)
{
    std::vector<Paragraph> cells;
    qreal height = 0;
    for (qsizetype i = 0; i < row.size(); ++i) {
        cells.emplace_back(row.at(i), printFont(tableFontPixels), widths.at(i) - 2 * cellPadding,
                           mostLinesOfACell);
        height = std::max(height, cells.back().height());
    }
    height += 2 * cellPadding;
    if (m_y + height > m_area.bottom()) {
        newPage();
        addTableTitles(table, widths);
    }
    const QRectF area = take(height);
    put([cells, widths, area](QPainter &painter) {
        painter.setPen(faint);
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        painter.setPen(ink);
        qreal x = area.left();
        for (size_t i = 0; i < cells.size(); ++i) {
            cells[i].paint(painter, {x + cellPadding, area.top() + cellPadding});
            x += widths.at(qsizetype(i));
        }
    });
}

void PdfPages::paintFooter(QPainter &painter, qsizetype page) const
{
    painter.setFont(printFont(9));
    painter.setPen(ink);
    const QRectF area(m_area.left(), m_area.bottom() + footerHeight / 2, m_area.width(),
                      footerHeight / 2);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, m_footer);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter,
                     PdfTexts::tr("Page %1 of %2").arg(page + 1).arg(count()));
}

void PdfPages::paint(QPdfWriter &writer) const
{
    QPainter painter(&writer);
    for (size_t i = 0; i < m_pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.setPen(ink);
        for (const Paint &paint : m_pages[i]) {
            painter.save();
            paint(painter);
            painter.restore();
        }
        paintFooter(painter, qsizetype(i));
    }
}

} // namespace chatelaine
