// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QStringList>

#include <functional>
#include <vector>

class QPainter;
class QPdfWriter;

namespace chatelaine {

/** A table as it is printed. */
struct PrintedTable
{
    QString title;
    QString note; ///< below the title; may be empty
    QStringList titles;
    QList<int> widths; ///< shares of the page
    QList<QStringList> rows;
};

/**
 * Lays out pages from top to bottom, before any of them is painted, so that each can say how many
 * there are. Lengths are 1/96 inch. Texts are taken as plain text.
 */
class PdfPages
{
public:
    PdfPages(const QSizeF &page, QString footer);

    static QColor barColour();

    void newPage();
    void addTitle(const QString &text);
    void addHeading(const QString &text);
    /** A line in a frame, in a colour of meaning, which its words say too. */
    void addStatus(const QString &text, bool isGood);
    void addText(const QString &text);
    /** A name, and what is said of it, side by side. */
    void addFact(const QString &name, const QString &text);
    /** Bars with their names and figures. */
    void addBars(const QString &title, const QList<std::pair<QString, qint64>> &bars);
    /** Something of a fixed height, painted into the area it is given. */
    void addPicture(qreal height, std::function<void(QPainter &, const QRectF &)> paint);
    void addTable(const PrintedTable &table);

    int count() const { return int(m_pages.size()); }
    void paint(QPdfWriter &writer) const;

private:
    using Paint = std::function<void(QPainter &)>;

    /** The area of the next thing, on this page or on a new one. */
    QRectF take(qreal height);
    void put(Paint paint) { m_pages.back().push_back(std::move(paint)); }
    void addTableTitles(const PrintedTable &table, const QList<qreal> &widths);
    void addTableRow(const PrintedTable &table, const QStringList &row, const QList<qreal> &widths);
    void paintFooter(QPainter &painter, qsizetype page) const;

    const QRectF m_area;
    const QString m_footer;
    qreal m_y = 0;
    std::vector<std::vector<Paint>> m_pages;
};

} // namespace chatelaine
