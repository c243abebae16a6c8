// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/chartview.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace chatelaine {

namespace {

constexpr int gridLines = 4;
constexpr int gap = 8;

QString dateText(Timestamp time)
{
    return QLocale().toString(time.toDateTime().date(), QStringLiteral("d MMM"));
}

QString axisText(double value, double step)
{
    return QLocale().toString(value, 'f', step < 1 ? 2 : std::fmod(step, 1) > 0 ? 1 : 0);
}

QColor faded(QColor colour, float share)
{
    colour.setAlphaF(share);
    return colour;
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
}

void ChartView::setSeries(const QList<UsageDay> &series, const QString &title, const QString &unit)
{
    m_series = series;
    m_unit = unit;
    setAccessibleName(title);
    setAccessibleDescription(tr("The table beside it has the same figures."));
    update();
}

QSize ChartView::sizeHint() const
{
    return {640, 280};
}

QSize ChartView::minimumSizeHint() const
{
    return {280, 180};
}

ChartView::Scale ChartView::scale() const
{
    double most = 0;
    for (const UsageDay &day : m_series)
        most = qMax(most, day.value.value_or(0));
    if (most <= 0)
        return {};
    // The smallest of 1, 2, 2.5, 5 x 10^n that reaches the top in a few steps.
    const double rough = most / gridLines;
    const double magnitude = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * magnitude;
    for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
        if (factor * magnitude >= rough)
            step = factor * magnitude;
    }
    return {std::ceil(most / step) * step, step};
}

QRectF ChartView::plotArea(const Scale &scale) const
{
    const QFontMetricsF metrics(font());
    const qreal left = metrics.horizontalAdvance(axisText(scale.top, scale.step)) + gap;
    const qreal line = metrics.height();
    // Half a line above for the uppermost label, half a date at the right for the last one.
    const qreal right = metrics.horizontalAdvance(QStringLiteral("00 MMM")) / 2;
    return QRectF(rect()).adjusted(left, line, -right, -(line + gap));
}

QRectF ChartView::slotOf(qsizetype day, const QRectF &plot) const
{
    const qreal width = plot.width() / static_cast<qreal>(m_series.size());
    return {plot.left() + static_cast<qreal>(day) * width, plot.top(), width, plot.height()};
}

void ChartView::paintEvent(QPaintEvent *)
{
    if (m_series.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scale axis = scale();
    const QRectF plot = plotArea(axis);
    paintGrid(painter, plot, axis);
    paintDays(painter, plot, axis);
    paintDates(painter, plot);
}

void ChartView::paintGrid(QPainter &painter, const QRectF &plot, const Scale &scale) const
{
    const QColor text = palette().color(QPalette::WindowText);
    const qreal line = QFontMetricsF(font()).height();
    for (double value = 0; value <= scale.top * 1.001; value += scale.step) {
        const qreal y = plot.bottom() - value / scale.top * plot.height();
        painter.setPen(faded(text, value > 0 ? 0.15F : 0.5F));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(faded(text, 0.8F));
        painter.drawText(QRectF(0, y - line / 2, plot.left() - gap, line),
                         Qt::AlignRight | Qt::AlignVCenter, axisText(value, scale.step));
    }
}

void ChartView::paintDays(QPainter &painter, const QRectF &plot, const Scale &scale) const
{
    const QColor bar = palette().color(QPalette::Highlight);
    const QBrush unknown(faded(palette().color(QPalette::WindowText), 0.25F), Qt::BDiagPattern);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QRectF slot = slotOf(i, plot);
        const auto value = m_series.at(i).value;
        if (!value) {
            painter.fillRect(slot, unknown);
            continue;
        }
        const qreal height = qMax(2.0, *value / scale.top * plot.height());
        const qreal margin = slot.width() * 0.15;
        painter.fillRect(
            QRectF(slot.left() + margin, plot.bottom() - height, slot.width() - 2 * margin, height),
            *value > 0 ? bar : faded(palette().color(QPalette::WindowText), 0.6F));
    }
}

void ChartView::paintDates(QPainter &painter, const QRectF &plot) const
{
    const QFontMetricsF metrics(font());
    const qreal needed = metrics.horizontalAdvance(QStringLiteral("00 MMM")) + 2 * gap;
    const qreal slotWidth = plot.width() / static_cast<qreal>(m_series.size());
    const auto every = qMax<qsizetype>(1, static_cast<qsizetype>(std::ceil(needed / slotWidth)));
    painter.setPen(faded(palette().color(QPalette::WindowText), 0.8F));
    // Counted from today backwards, so that today always has its date.
    for (qsizetype i = m_series.size() - 1; i >= 0; i -= every) {
        const qreal middle = slotOf(i, plot).center().x();
        painter.drawText(QRectF(middle - needed / 2, plot.bottom() + gap / 2.0, needed,
                                metrics.height() + gap / 2.0),
                         Qt::AlignHCenter | Qt::AlignTop, dateText(m_series.at(i).start));
    }
}

QString ChartView::dayText(const UsageDay &day) const
{
    const QString date = dateText(day.start);
    if (!day.value)
        return tr("%1: nothing is known").arg(date);
    return tr("%1: %2 %3").arg(date, QLocale().toString(*day.value, 'f', 0), m_unit).trimmed();
}

bool ChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_series.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRectF plot = plotArea(scale());
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QRectF slot = slotOf(i, plot);
        if (slot.contains(help->pos())) {
            QToolTip::showText(help->globalPos(), dayText(m_series.at(i)), this,
                               slot.toAlignedRect());
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace chatelaine
