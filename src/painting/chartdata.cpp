// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/chartdata.h"

#include "painting/severity.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPalette>

#include <array>
#include <cmath>

namespace chatelaine {

namespace {

struct ChartTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::ChartTexts)
};

// Okabe and Ito's colours, shifted so that each has a contrast of 3 to the ground that it is for.
constexpr std::array<QRgb, 9> onLight{0xff0072b2, 0xffc05000, 0xff008a63, 0xffb0568a, 0xff8a7000,
                                      0xff2b8fc4, 0xff7a3fa0, 0xff5a6a00, 0xff707070};
constexpr std::array<QRgb, 9> onDark{0xff56b4e9, 0xffe69f00, 0xff2fc49a, 0xffdc9cc0, 0xfff0e442,
                                     0xff5a9bf5, 0xffc08ae0, 0xffb0c040, 0xffa8a8a8};

QDateTime utc(Timestamp time)
{
    return time.toDateTime().toUTC();
}

} // namespace

QString numberText(double value)
{
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return QLocale().toString(value, 'f', whole ? 0 : 2);
}

QString bucketText(UsageBucket bucket, Timestamp start)
{
    const QLocale locale;
    const QDate date = utc(start).date();
    switch (bucket) {
    case UsageBucket::Hour:
        return ChartTexts::tr("%1, %2 UTC", "date and time of day")
            .arg(locale.toString(date, QStringLiteral("d MMM yyyy")),
                 locale.toString(utc(start).time(), QStringLiteral("HH:mm")));
    case UsageBucket::Day:
        return locale.toString(date, QStringLiteral("ddd d MMM yyyy"));
    case UsageBucket::Week:
        return ChartTexts::tr("Week of %1")
            .arg(locale.toString(date, QStringLiteral("d MMM yyyy")));
    case UsageBucket::Month:
        break;
    }
    return locale.toString(date, QStringLiteral("MMMM yyyy"));
}

QString bucketShortText(UsageBucket bucket, Timestamp start)
{
    const QDate date = utc(start).date();
    if (bucket == UsageBucket::Hour && utc(start).time().hour() != 0)
        return QLocale().toString(utc(start).time(), QStringLiteral("HH:mm"));
    return QLocale().toString(date, bucket == UsageBucket::Month ? QStringLiteral("MMM yy")
                                                                 : QStringLiteral("d MMM"));
}

QList<ChartCurve> ChartData::shown() const
{
    QList<ChartCurve> visible;
    for (const ChartCurve &curve : curves) {
        if (curve.isShown)
            visible.append(curve);
    }
    return visible;
}

qsizetype ChartData::slotCount() const
{
    return isByTime ? starts.size() : shown().size();
}

QString ChartData::slotText(qsizetype slot) const
{
    return isByTime ? bucketText(bucket, starts.at(slot)) : shown().at(slot).label;
}

QString ChartData::figureText(const UsageFigure &figure) const
{
    if (!figure.value)
        return ChartTexts::tr("nothing is known");
    const QString amount = QStringLiteral("%1 %2").arg(numberText(*figure.value), unit).trimmed();
    return figure.isPartial ? ChartTexts::tr("%1, of a part of the time").arg(amount) : amount;
}

QString ChartData::slotTip(qsizetype slot) const
{
    QStringList lines;
    for (const ChartCurve &curve : shown()) {
        if (!isByTime && curve.label != slotText(slot))
            continue;
        const UsageFigure figure =
            isByTime ? curve.figures.value(slot) : UsageFigure{curve.total, false};
        lines.append(groupTitle.isEmpty() || !isByTime
                         ? figureText(figure)
                         : QStringLiteral("%1: %2").arg(curve.label, figureText(figure)));
    }
    lines.prepend(slotText(slot));
    return lines.join(u'\n');
}

QColor curveColour(const ChartData &data, const ChartCurve &curve, const QPalette &palette)
{
    if (data.groupTitle.isEmpty())
        return data.kind == MetricInfo::Kind::Error ? severityColor(Severity::Error, palette)
                                                    : palette.color(QPalette::Highlight);
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    const auto &colours = isDark ? onDark : onLight;
    return QColor(colours.at(static_cast<std::size_t>(curve.colour) % colours.size()));
}

} // namespace chatelaine
