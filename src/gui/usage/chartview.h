// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/usage/usagepresenter.h"

#include <QWidget>

namespace chatelaine {

/**
 * A figure per day as bars. Painted by ourselves: a day with nothing known (hatched) must differ
 * from a day with nothing used (a line on the axis), and colours come from the palette, both of
 * which Qt Charts does not do (PITFALLS.md).
 */
class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);

    void setSeries(const QList<UsageDay> &series, const QString &title, const QString &unit);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Scale
    {
        double top = 1;
        double step = 1;
    };
    Scale scale() const;
    QRectF plotArea(const Scale &scale) const;
    QRectF slotOf(qsizetype day, const QRectF &plot) const;
    void paintGrid(QPainter &painter, const QRectF &plot, const Scale &scale) const;
    void paintDays(QPainter &painter, const QRectF &plot, const Scale &scale) const;
    void paintDates(QPainter &painter, const QRectF &plot) const;
    QString dayText(const UsageDay &day) const;

    QList<UsageDay> m_series;
    QString m_unit;
};

} // namespace chatelaine
