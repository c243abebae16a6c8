// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "painting/chartdata.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace chatelaine {

/**
 * Paints a chart anywhere: a widget, a picture, an SVG. By ourselves: what is not known (hatched)
 * must differ from nothing used (a line on the axis), and colours come from the palette, both of
 * which Qt Charts does not do (PITFALLS.md).
 */
class ChartPainter
{
public:
    ChartPainter(const ChartData &data, ChartSpan span, const QRectF &area, const QPalette &palette,
                 const QFont &font);

    void paint(QPainter &painter) const;
    /** Title, chart and legend, on the palette's ground. */
    static void paintPage(QPainter &painter, const ChartData &data, ChartSpan span,
                          const QRectF &area, const QPalette &palette, const QFont &font);

    QRectF slotArea(qsizetype slot) const; ///< of one in sight
    qsizetype slotAt(QPointF point) const; ///< -1: none
    const QRectF &plot() const { return m_plot; }

private:
    void paintGrid(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintStack(QPainter &painter, qsizetype slot) const;
    void paintBeside(QPainter &painter, qsizetype slot) const;
    void paintBar(QPainter &painter, const QRectF &bar, const UsageFigure &figure,
                  const ChartCurve &curve) const;
    static void paintPart(QPainter &painter, const QRectF &bar, const QColor &colour);
    void paintLine(QPainter &painter, const ChartCurve &curve) const;
    void paintTotals(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    double height(double value) const;
    UsageFigure figure(const ChartCurve &curve, qsizetype slot) const;
    double most() const;

    const ChartData &m_data;
    ChartSpan m_span;
    QRectF m_area;
    QPalette m_palette;
    QFont m_font;
    QList<ChartCurve> m_shown;
    double m_top = 1;
    double m_step = 1;
    QRectF m_plot;
};

} // namespace chatelaine
