// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/chartview.h"

#include "gui/common/plaintip.h"

#include <QBuffer>
#include <QHelpEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace chatelaine {

namespace {

constexpr double closer = 1.5;
constexpr QSize pictureSize(960, 480);

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void ChartView::setData(const ChartData &data, std::optional<ChartSpan> initial)
{
    // New buckets at the end move into sight when the end was in sight.
    const bool sawEnd = m_span.first + m_span.count >= m_data.slotCount();
    const bool sawAll = showsAll();
    const qsizetype current = m_data.slotIn(data, m_current);
    m_data = data;
    ChartSpan span = initial.value_or(m_span);
    if (!initial && sawAll)
        span = {0, data.slotCount()};
    else if (!initial && sawEnd)
        span.first = data.slotCount() - span.count;
    setAccessibleName(data.title);
    setSpan(span);
    setCurrent(current);
    update();
}

void ChartView::setSpan(ChartSpan span)
{
    const qsizetype all = m_data.slotCount();
    span.count = std::clamp<qsizetype>(span.count, std::min<qsizetype>(all, 3), all);
    span.first = std::clamp<qsizetype>(span.first, 0, all - span.count);
    if (span == m_span)
        return;
    m_span = span;
    update();
    emit spanChanged();
}

void ChartView::showAll()
{
    setSpan({0, m_data.slotCount()});
}

void ChartView::zoom(double factor, qsizetype around)
{
    const auto before = static_cast<double>(m_span.count);
    double count = std::round(before / factor);
    if (count == before)
        count += factor > 1 ? -1 : 1;
    // What is under the pointer stays under it.
    const double share = before > 0 ? static_cast<double>(around - m_span.first) / before : 0;
    const double first = static_cast<double>(around) - share * count;
    setSpan({static_cast<qsizetype>(std::lround(first)), static_cast<qsizetype>(count)});
}

void ChartView::pan(qsizetype slotsToTheRight)
{
    setSpan({m_span.first + slotsToTheRight, m_span.count});
}

void ChartView::setCurrent(qsizetype slot)
{
    const QString text = slot < 0 ? QString() : m_data.slotTip(slot);
    setAccessibleDescription(slot < 0 ? tr("The table beside it has the same figures.") : text);
    if (slot == m_current && text == m_currentText)
        return;
    m_current = slot;
    m_currentText = text;
    update();
    emit currentChanged(slot, text);
}

/** Begins at the last one in sight. */
void ChartView::step(qsizetype slotsToTheRight)
{
    goTo(m_current < 0 ? m_span.first + m_span.count - 1 : m_current + slotsToTheRight);
}

void ChartView::goTo(qsizetype slot)
{
    const qsizetype all = m_data.slotCount();
    if (all == 0)
        return;
    const qsizetype to = std::clamp<qsizetype>(slot, 0, all - 1);
    setCurrent(to);
    if (to < m_span.first)
        pan(to - m_span.first);
    else if (to >= m_span.first + m_span.count)
        pan(to - (m_span.first + m_span.count - 1));
}

ChartPainter ChartView::painter() const
{
    return {m_data, m_span, QRectF(rect()), palette(), font()};
}

void ChartView::paintEvent(QPaintEvent *)
{
    if (m_data.slotCount() == 0)
        return;
    QPainter target(this);
    const ChartPainter chart = painter();
    if (m_current >= m_span.first && m_current < m_span.first + m_span.count) {
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(0.18F);
        target.fillRect(chart.slotArea(m_current), ground);
    }
    chart.paint(target);
    if (hasFocus()) {
        target.setRenderHint(QPainter::Antialiasing, false);
        target.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        target.setBrush(Qt::NoBrush);
        target.drawRect(chart.plot());
    }
}

bool ChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ChartPainter chart = painter();
    const qsizetype slot = chart.slotAt(help->pos());
    if (slot < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTip(m_data.slotTip(slot)), this,
                           chart.slotArea(slot).toAlignedRect());
    return true;
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    const int turn = event->angleDelta().y();
    const int side = event->angleDelta().x();
    const qsizetype slot = painter().slotAt(event->position());
    const ChartSpan before = m_span;
    if (std::abs(side) > std::abs(turn))
        pan(side < 0 ? 1 : -1);
    else if (slot >= 0 && turn != 0)
        zoom(turn > 0 ? closer : 1 / closer, slot);
    // What cannot be shown closer or further away lets the page scroll.
    event->setAccepted(before != m_span);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragFrom = event->position();
    m_dragFirst = m_span.first;
    if (const qsizetype slot = painter().slotAt(event->position()); slot >= 0)
        setCurrent(slot);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom || m_span.count == 0)
        return QWidget::mouseMoveEvent(event);
    const qreal width = painter().plot().width() / static_cast<qreal>(m_span.count);
    const auto moved =
        static_cast<qsizetype>(std::lround((m_dragFrom->x() - event->position().x()) / width));
    setSpan({m_dragFirst + moved, m_span.count});
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragFrom.reset();
    QWidget::mouseReleaseEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers().testFlag(Qt::ShiftModifier);
    const qsizetype middle = m_current >= m_span.first && m_current < m_span.first + m_span.count
                                 ? m_current
                                 : m_span.first + m_span.count / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return moves ? pan(-1) : step(-1);
    case Qt::Key_Right:
        return moves ? pan(1) : step(1);
    case Qt::Key_PageUp:
        return pan(-m_span.count);
    case Qt::Key_PageDown:
        return pan(m_span.count);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(m_data.slotCount() - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(closer, middle);
    case Qt::Key_Minus:
        return zoom(1 / closer, middle);
    case Qt::Key_0:
        return showAll();
    default:
        return QWidget::keyPressEvent(event);
    }
}

QByteArray ChartView::png() const
{
    constexpr int scale = 2;
    QImage image(pictureSize * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter target(&image);
    ChartPainter::paintPage(target, m_data, m_span, QRectF(QPointF(), pictureSize), palette(),
                            font());
    target.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray ChartView::svg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(pictureSize);
    generator.setViewBox(QRect(QPoint(), pictureSize));
    generator.setTitle(m_data.title);
    QPainter target(&generator);
    ChartPainter::paintPage(target, m_data, m_span, QRectF(QPointF(), pictureSize), palette(),
                            font());
    target.end();
    return buffer.data();
}

QSize ChartView::sizeHint() const
{
    return {640, 280};
}

QSize ChartView::minimumSizeHint() const
{
    return {280, 200};
}

} // namespace chatelaine
