// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "painting/chartpainter.h"

#include <QWidget>

#include <optional>

namespace chatelaine {

/**
 * A chart that is zoomed by wheel, plus and minus, moved by drag and the arrow keys with Shift, and
 * walked through, figure by figure, with the arrow keys.
 */
class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);

    /** Keeps what is in sight unless `initial` says what shall be, e.g. for another chart; and what
     * is current as long as the same time or group is there. */
    void setData(const ChartData &data, std::optional<ChartSpan> initial = std::nullopt);
    const ChartData &data() const { return m_data; }
    ChartSpan span() const { return m_span; }
    bool showsAll() const { return m_span.count == m_data.slotCount(); }
    void showAll();
    void zoom(double factor, qsizetype around); ///< above 1: closer
    void pan(qsizetype slotsToTheRight);
    qsizetype current() const { return m_current; } ///< -1: none
    QString currentText() const { return m_currentText; }

    QByteArray png() const; ///< the chart with its title and legend, at twice its size
    QByteArray svg() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void spanChanged();
    void currentChanged(qsizetype slot, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChartPainter painter() const;
    void setSpan(ChartSpan span);
    void setCurrent(qsizetype slot);
    void goTo(qsizetype slot);
    void step(qsizetype slotsToTheRight);

    ChartData m_data;
    ChartSpan m_span;
    qsizetype m_current = -1;
    QString m_currentText;
    std::optional<QPointF> m_dragFrom;
    qsizetype m_dragFirst = 0;
};

} // namespace chatelaine
