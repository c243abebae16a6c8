// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/quotagauge.h"

#include "gui/common/icons.h"
#include "gui/common/plaintip.h"

#include <QPainter>
#include <QPainterPath>

namespace chatelaine {

namespace {

constexpr int thickness = 16;

} // namespace

QuotaGauge::QuotaGauge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuotaGauge::setReading(const Quota &quota, const QuotaThresholds &thresholds,
                            const QString &sentence)
{
    m_share = quota.share();
    m_thresholds = thresholds;
    setAccessibleName(quota.name);
    setAccessibleDescription(sentence);
    setToolTip(plainTip(sentence));
    update();
}

QSize QuotaGauge::sizeHint() const
{
    return {240, thickness};
}

void QuotaGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(track, track.height() / 2, track.height() / 2);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.12F);
    if (!m_share) {
        painter.fillPath(outline, QBrush(ground, Qt::BDiagPattern));
        painter.strokePath(outline, QPen(ground));
        return;
    }
    painter.fillPath(outline, ground);
    QColor fill = palette().color(QPalette::Highlight);
    if (*m_share >= m_thresholds.alarm)
        fill = severityColor(Severity::Error, palette());
    else if (*m_share >= m_thresholds.warning)
        fill = severityColor(Severity::Warning, palette());
    QRectF used = track;
    used.setWidth(track.width() * qBound(0.0, *m_share, 1.0));
    painter.setClipRect(used);
    painter.fillPath(outline, fill);
    painter.setClipping(false);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1));
    for (const double threshold : {m_thresholds.warning, m_thresholds.alarm}) {
        const qreal x = track.left() + track.width() * threshold;
        painter.drawLine(QPointF(x, track.top() + 1), QPointF(x, track.bottom() - 1));
    }
}

} // namespace chatelaine
