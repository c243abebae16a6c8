// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/chartdata.h"

#include "painting/severity.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPalette>

#include <algorithm>
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

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < 1e-9;
}

QDateTime utc(Timestamp time)
{
    return time.toDateTime().toUTC();
}

} // namespace

QString numberText(double value)
{
    return QLocale().toString(value, 'f', isWhole(value) ? 0 : 2);
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

qsizetype ChartData::slotIn(const ChartData &other, qsizetype slot) const
{
    if (slot < 0 || slot >= slotCount() || isByTime != other.isByTime)
        return -1;
    if (isByTime)
        return bucket == other.bucket ? other.starts.indexOf(starts.at(slot)) : -1;
    const QList<ChartCurve> others = other.shown();
    const QString group = shown().at(slot).group;
    const auto same = std::find_if(others.begin(), others.end(),
                                   [&](const ChartCurve &curve) { return curve.group == group; });
    return groupTitle == other.groupTitle && same != others.end() ? same - others.begin() : -1;
}

Timestamp ChartData::endOf(qsizetype slot) const
{
    return slot + 1 < starts.size() ? starts.at(slot + 1) : end;
}

bool ChartData::isKnown(qsizetype slot) const
{
    return std::any_of(curves.begin(), curves.end(), [slot](const ChartCurve &curve) {
        return curve.isShown && curve.figures.value(slot).value;
    });
}

bool ChartData::isPartial(qsizetype slot) const
{
    return std::any_of(curves.begin(), curves.end(), [slot](const ChartCurve &curve) {
        return curve.isShown && curve.figures.value(slot).isPartial;
    });
}

UsageFigure ChartData::joined(const ChartCurve &curve, ChartSpan span) const
{
    if (!isByTime)
        return {curve.total};
    UsageFigure all;
    double sum = 0;
    for (const UsageFigure &figure : curve.figures.mid(span.first, span.count)) {
        if (!figure.value)
            continue;
        sum += isMean ? *figure.value * figure.weight : *figure.value;
        all.weight += figure.weight;
        all.value = isMean ? (all.weight > 0 ? sum / all.weight : 0) : sum;
    }
    return all;
}

QString ChartData::gapsSentence(ChartSpan span) const
{
    if (!isByTime)
        return {};
    int unknown = 0;
    int partial = 0;
    for (qsizetype slot = span.first; slot < span.first + span.count; ++slot) {
        unknown += isKnown(slot) ? 0 : 1;
        partial += isPartial(slot) ? 1 : 0;
    }
    QStringList parts;
    if (unknown > 0)
        parts.append(
            ChartTexts::tr("nothing is known of %1 of %2 intervals").arg(unknown).arg(span.count));
    if (partial > 0)
        parts.append((isMean ? ChartTexts::tr("only a part of the time is known of %1 of %2 "
                                              "intervals (hollow dots)")
                             : ChartTexts::tr("only a part of the time is known of %1 of %2 "
                                              "intervals (hatched bars)"))
                         .arg(partial)
                         .arg(span.count));
    return parts.join(QStringLiteral("; "));
}

void ChartData::lookForFractions()
{
    const auto isBroken = [](const UsageFigure &figure) {
        return figure.value && !isWhole(*figure.value);
    };
    areWhole = std::none_of(curves.begin(), curves.end(), [&](const ChartCurve &curve) {
        return isByTime ? std::any_of(curve.figures.begin(), curve.figures.end(), isBroken)
                        : !isWhole(curve.total);
    });
}

QString ChartData::valueText(double value) const
{
    return QLocale().toString(value, 'f', isWhole(value) && areWhole ? 0 : 2);
}

QString ChartData::withUnit(const QString &text) const
{
    return unit.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, unit);
}

QString ChartData::figureText(const UsageFigure &figure) const
{
    if (!figure.value)
        return ChartTexts::tr("nothing is known");
    const QString amount = QStringLiteral("%1 %2").arg(valueText(*figure.value), unit).trimmed();
    return figure.isPartial ? ChartTexts::tr("%1, of a part of the time").arg(amount) : amount;
}

QString ChartData::slotTip(qsizetype slot) const
{
    QStringList lines;
    const QList<ChartCurve> visible = shown();
    for (const ChartCurve &curve : isByTime ? visible : visible.mid(slot, 1)) {
        const QString text = figureText(isByTime ? curve.figures.value(slot) : joined(curve, {}));
        lines.append(groupTitle.isEmpty() || !isByTime
                         ? text
                         : QStringLiteral("%1: %2").arg(curve.label, text));
    }
    // What the figures are of, where their unit alone does not say so: errors are counted requests.
    lines.prepend(metric.isEmpty() ? slotText(slot)
                                   : QStringLiteral("%1: %2").arg(slotText(slot), metric));
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
