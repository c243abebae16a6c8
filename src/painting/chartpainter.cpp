// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/chartpainter.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace chatelaine {

namespace {

constexpr int gridLines = 4;
constexpr qreal gap = 8;
constexpr qreal barMargin = 0.12; // of a slot, at each side

QString axisText(double value, double step)
{
    return QLocale().toString(value, 'f', step < 1 ? 2 : std::fmod(step, 1) > 0 ? 1 : 0);
}

QColor faded(QColor colour, float share)
{
    colour.setAlphaF(share);
    return colour;
}

/** The smallest of 1, 2, 2.5, 5 x 10^n that reaches the top in a few steps. */
double stepFor(double most)
{
    const double rough = most / gridLines;
    const double magnitude = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * magnitude;
    for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
        if (factor * magnitude >= rough)
            step = factor * magnitude;
    }
    return step;
}

} // namespace

ChartPainter::ChartPainter(const ChartData &data, ChartSpan span, const QRectF &area,
                           const QPalette &palette, const QFont &font)
    : m_data(data)
    , m_span(span)
    , m_area(area)
    , m_palette(palette)
    , m_font(font)
    , m_shown(data.shown())
{
    m_span.first = std::clamp<qsizetype>(m_span.first, 0, data.slotCount());
    m_span.count = std::clamp<qsizetype>(m_span.count, 0, data.slotCount() - m_span.first);
    if (const double highest = most(); highest > 0) {
        m_step = stepFor(highest);
        m_top = std::ceil(highest / m_step) * m_step;
    }
    const QFontMetricsF metrics(m_font);
    const qreal left = metrics.horizontalAdvance(axisText(m_top, m_step)) + gap;
    // The unit stands above the uppermost label, of which half a line is above the plot.
    const qreal line = metrics.height();
    const qreal above = m_data.unit.isEmpty() ? line : 2 * line;
    // Half a name at the right for the last one.
    const qreal right = metrics.horizontalAdvance(QStringLiteral("00 MMM")) / 2;
    m_plot = m_area.adjusted(left, above, -right, -(line + gap));
}

UsageFigure ChartPainter::figure(const ChartCurve &curve, qsizetype slot) const
{
    return curve.figures.value(slot);
}

double ChartPainter::most() const
{
    double highest = 0;
    if (!m_data.isByTime) {
        for (const ChartCurve &curve : m_shown)
            highest = std::max(highest, curve.total);
        return highest;
    }
    for (qsizetype slot = m_span.first; slot < m_span.first + m_span.count; ++slot) {
        double sum = 0;
        for (const ChartCurve &curve : m_shown) {
            const double value = figure(curve, slot).value.value_or(0);
            sum = m_data.isStacked && !m_data.isMean ? sum + value : std::max(sum, value);
        }
        highest = std::max(highest, sum);
    }
    return highest;
}

double ChartPainter::height(double value) const
{
    return value / m_top * m_plot.height();
}

QRectF ChartPainter::slotArea(qsizetype slot) const
{
    if (m_span.count == 0)
        return {};
    const qreal width = m_plot.width() / static_cast<qreal>(m_span.count);
    return {m_plot.left() + static_cast<qreal>(slot - m_span.first) * width, m_plot.top(), width,
            m_plot.height()};
}

qsizetype ChartPainter::slotAt(QPointF point) const
{
    if (!m_plot.contains(point) || m_span.count == 0)
        return -1;
    const qreal width = m_plot.width() / static_cast<qreal>(m_span.count);
    const auto slot =
        m_span.first + static_cast<qsizetype>(std::floor((point.x() - m_plot.left()) / width));
    return std::min(slot, m_span.first + m_span.count - 1);
}

void ChartPainter::paint(QPainter &painter) const
{
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    if (!m_data.isByTime) {
        paintTotals(painter);
    } else {
        paintGaps(painter);
        for (qsizetype slot = m_span.first; slot < m_span.first + m_span.count; ++slot) {
            if (m_data.isMean)
                break;
            m_data.isStacked ? paintStack(painter, slot) : paintBeside(painter, slot);
        }
        for (const ChartCurve &curve : m_shown) {
            if (m_data.isMean)
                paintLine(painter, curve);
        }
    }
    paintNames(painter);
}

void ChartPainter::paintGrid(QPainter &painter) const
{
    const QColor text = m_palette.color(QPalette::WindowText);
    const qreal line = QFontMetricsF(m_font).height();
    for (double value = 0; value <= m_top * 1.001; value += m_step) {
        const qreal y = m_plot.bottom() - height(value);
        painter.setPen(faded(text, value > 0 ? 0.15F : 0.5F));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(faded(text, 0.8F));
        painter.drawText(
            QRectF(m_area.left(), y - line / 2, m_plot.left() - m_area.left() - gap, line),
            Qt::AlignRight | Qt::AlignVCenter, axisText(value, m_step));
    }
    if (!m_data.unit.isEmpty())
        painter.drawText(QRectF(m_area.left(), m_area.top(), m_area.width(), line), Qt::AlignLeft,
                         m_data.unit);
}

/** Hatched where nothing is known of any curve in sight. */
void ChartPainter::paintGaps(QPainter &painter) const
{
    const QBrush unknown(faded(m_palette.color(QPalette::WindowText), 0.25F), Qt::BDiagPattern);
    for (qsizetype slot = m_span.first; slot < m_span.first + m_span.count; ++slot) {
        if (!m_data.isKnown(slot))
            painter.fillRect(slotArea(slot), unknown);
    }
}

/** Hatched within an outline where a part of the time is not known. */
void ChartPainter::paintBar(QPainter &painter, const QRectF &bar, const UsageFigure &figure,
                            const ChartCurve &curve) const
{
    // Nothing used is a line on the axis.
    const QColor colour = figure.value.value_or(0) > 0
                              ? curveColour(m_data, curve, m_palette)
                              : faded(m_palette.color(QPalette::WindowText), 0.6F);
    if (!figure.isPartial)
        return painter.fillRect(bar, colour);
    paintPart(painter, bar, colour);
}

void ChartPainter::paintPart(QPainter &painter, const QRectF &bar, const QColor &colour)
{
    constexpr float tint = 0.15F;
    painter.fillRect(bar, faded(colour, tint));
    painter.fillRect(bar, QBrush(colour, Qt::FDiagPattern));
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
}

void ChartPainter::paintStack(QPainter &painter, qsizetype slot) const
{
    const QRectF area = slotArea(slot);
    const qreal margin = area.width() * barMargin;
    qreal bottom = m_plot.bottom();
    for (const ChartCurve &curve : m_shown) {
        const UsageFigure known = figure(curve, slot);
        const auto value = known.value;
        if (!value || (*value <= 0 && bottom < m_plot.bottom()))
            continue;
        const qreal tall =
            bottom < m_plot.bottom() ? height(*value) : std::max(2.0, height(*value));
        paintBar(painter,
                 QRectF(area.left() + margin, bottom - tall, area.width() - 2 * margin, tall),
                 known, curve);
        if (*value > 0)
            bottom -= tall;
    }
}

void ChartPainter::paintBeside(QPainter &painter, qsizetype slot) const
{
    const QRectF area = slotArea(slot);
    const qreal margin = area.width() * barMargin;
    const qreal width = (area.width() - 2 * margin) / static_cast<qreal>(m_shown.size());
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const UsageFigure known = figure(m_shown.at(i), slot);
        if (!known.value)
            continue;
        const qreal tall = std::max(2.0, height(*known.value));
        paintBar(painter,
                 QRectF(area.left() + margin + static_cast<qreal>(i) * width,
                        m_plot.bottom() - tall, width, tall),
                 known, m_shown.at(i));
    }
}

/** Broken where nothing is known; with a hollow dot where a part of the time is not. */
void ChartPainter::paintLine(QPainter &painter, const ChartCurve &curve) const
{
    constexpr qreal dot = 2.5;
    const QColor colour = curveColour(m_data, curve, m_palette);
    std::optional<QPointF> before;
    for (qsizetype slot = m_span.first; slot < m_span.first + m_span.count; ++slot) {
        const UsageFigure known = figure(curve, slot);
        const auto value = known.value;
        if (!value) {
            before.reset();
            continue;
        }
        const QPointF point(slotArea(slot).center().x(), m_plot.bottom() - height(*value));
        painter.setPen(QPen(colour, 2));
        if (before)
            painter.drawLine(*before, point);
        painter.setBrush(known.isPartial ? m_palette.color(QPalette::Window) : colour);
        painter.drawEllipse(point, dot, dot);
        before = point;
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartPainter::paintTotals(QPainter &painter) const
{
    for (qsizetype slot = m_span.first; slot < m_span.first + m_span.count; ++slot) {
        const ChartCurve &curve = m_shown.at(slot);
        const QRectF area = slotArea(slot);
        const qreal margin = area.width() * barMargin;
        const qreal tall = std::max(2.0, height(curve.total));
        paintBar(
            painter,
            QRectF(area.left() + margin, m_plot.bottom() - tall, area.width() - 2 * margin, tall),
            m_data.joined(curve, {}), curve);
    }
}

void ChartPainter::paintNames(QPainter &painter) const
{
    if (m_span.count == 0)
        return;
    const QFontMetricsF metrics(m_font);
    const qreal slotWidth = m_plot.width() / static_cast<qreal>(m_span.count);
    const qreal needed =
        m_data.isByTime ? metrics.horizontalAdvance(QStringLiteral("00 MMM")) + 2 * gap : slotWidth;
    const auto every =
        std::max<qsizetype>(1, static_cast<qsizetype>(std::ceil(needed / slotWidth)));
    painter.setPen(faded(m_palette.color(QPalette::WindowText), 0.8F));
    // Counted from the last one backwards, so that today always has its date.
    for (qsizetype slot = m_span.first + m_span.count - 1; slot >= m_span.first; slot -= every) {
        const qreal middle = slotArea(slot).center().x();
        const QString name =
            m_data.isByTime
                ? bucketShortText(m_data.bucket, m_data.starts.at(slot))
                : metrics.elidedText(m_shown.at(slot).label, Qt::ElideMiddle, needed - gap);
        painter.drawText(QRectF(middle - needed / 2, m_plot.bottom() + gap / 2, needed,
                                metrics.height() + gap / 2),
                         Qt::AlignHCenter | Qt::AlignTop, name);
    }
}

void ChartPainter::paintPage(QPainter &painter, const ChartData &data, ChartSpan span,
                             const QRectF &area, const QPalette &palette, const QFont &font)
{
    painter.fillRect(area, palette.color(QPalette::Window));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::WindowText));
    const qreal line = QFontMetricsF(font).height();
    const QRectF inner = area.adjusted(2 * gap, 2 * gap, -2 * gap, -2 * gap);
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), line), Qt::AlignLeft,
                     data.title);
    const QList<ChartCurve> shown = data.shown();
    const bool hasLegend = data.isByTime && !data.groupTitle.isEmpty();
    const QString gaps = data.gapsSentence(span);
    const qsizetype lines = (hasLegend ? shown.size() : 0) + (gaps.isEmpty() ? 0 : 1);
    const qreal below = lines > 0 ? static_cast<qreal>(lines) * (line + gap / 2) + gap : 0;
    ChartPainter(data, span, inner.adjusted(0, line + gap, 0, -below), palette, font)
        .paint(painter);
    qreal y = inner.bottom() - below + gap;
    for (qsizetype i = 0; hasLegend && i < shown.size(); ++i, y += line + gap / 2) {
        painter.fillRect(QRectF(inner.left(), y + line * 0.2, line * 0.6, line * 0.6),
                         curveColour(data, shown.at(i), palette));
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(QRectF(inner.left() + line, y, inner.width() - line, line), Qt::AlignLeft,
                         shown.at(i).label);
    }
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(QRectF(inner.left(), y, inner.width(), line), Qt::AlignLeft, gaps);
}

} // namespace chatelaine
