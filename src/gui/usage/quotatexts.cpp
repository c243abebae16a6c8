// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/quotatexts.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "painting/chartdata.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace chatelaine {

namespace {

struct QuotaTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::QuotaTexts)
};

QString utcDay(Timestamp time)
{
    return QLocale().toString(time.toDateTime().toUTC().date(), QLocale::LongFormat);
}

QString rangeSentence(const QuotaOutlook &outlook)
{
    const QuotaForecast &forecast = outlook.forecast;
    const QString basis = QuotaTexts::tr("From the use of %n full day(s).", nullptr, forecast.days);
    QString range;
    if (!forecast.latest)
        range =
            outlook.quota.resetAt
                ? QuotaTexts::tr("Runs out on %1 at the earliest, or lasts until it starts anew.")
                      .arg(utcDay(*forecast.earliest))
                : QuotaTexts::tr("Runs out on %1 at the earliest.").arg(utcDay(*forecast.earliest));
    else if (forecast.latest == forecast.earliest)
        range = QuotaTexts::tr("Runs out on %1.").arg(utcDay(*forecast.earliest));
    else
        range = QuotaTexts::tr("Runs out between %1 and %2.")
                    .arg(utcDay(*forecast.earliest), utcDay(*forecast.latest));
    return range + u' ' + basis;
}

QString ownForecast(const QuotaOutlook &outlook)
{
    using Verdict = QuotaForecast::Verdict;
    switch (outlook.forecast.verdict) {
    case Verdict::NoFigures:
        return {};
    case Verdict::TooFewDays:
        return QuotaTexts::tr("No forecast yet: the use of %1 full days is needed, that of %2 is "
                              "known.")
            .arg(QuotaForecast::leastDays)
            .arg(outlook.forecast.days);
    case Verdict::NoUse:
        return QuotaTexts::tr("Nothing was used lately.");
    case Verdict::ResetsBefore:
        return outlook.quota.resetAt ? QuotaTexts::tr("At this pace it lasts until it starts anew.")
                                     : QuotaTexts::tr("At this pace it lasts for years.");
    case Verdict::UsedUp:
        return QuotaTexts::tr("It is used up.");
    case Verdict::RunsOut:
        break;
    }
    return rangeSentence(outlook);
}

} // namespace

QString quotaSentence(const Quota &quota, Timestamp now)
{
    QString text;
    if (quota.used && quota.limit)
        text = QuotaTexts::tr("%1 of %2 %3 used")
                   .arg(numberText(*quota.used), numberText(*quota.limit), quota.unit);
    else if (quota.used)
        text = QuotaTexts::tr("%1 %2 used; the vendor names no limit")
                   .arg(numberText(*quota.used), quota.unit);
    else if (quota.limit)
        text = QuotaTexts::tr("Up to %1 %2; the vendor does not say how much is used")
                   .arg(numberText(*quota.limit), quota.unit);
    else
        text = QuotaTexts::tr("The vendor gives no figures");
    text = text.simplified() + u'.';
    if (quota.resetAt) {
        const QDateTime reset = quota.resetAt->toDateTime().toLocalTime();
        text += u' ' + QuotaTexts::tr("Starts anew %1, on %2.")
                           .arg(relativeTime(*quota.resetAt, now),
                                QLocale().toString(reset.date(), QLocale::LongFormat));
    }
    return text;
}

QString forecastSentence(const QuotaOutlook &outlook, const QList<QuotaOutlook> &all)
{
    for (const QuotaOutlook &other : all) {
        if (outlook.forecast.binding != outlook.quota.id &&
            other.quota.id == outlook.forecast.binding)
            return QuotaTexts::tr("\"%1\" binds first. %2")
                .arg(displaySafe(other.quota.name, 80), ownForecast(other));
    }
    return ownForecast(outlook);
}

QString thresholdSentence(const QuotaOutlook &outlook)
{
    const auto percent = [](double share) {
        return QLocale().toString(share * 100, 'f', 0);
    };
    switch (outlook.level) {
    case QuotaLevel::Fine:
        return {};
    case QuotaLevel::Warning:
        return QuotaTexts::tr("The first threshold, %1 %, is reached.")
            .arg(percent(outlook.thresholds.warning));
    case QuotaLevel::Alarm:
        break;
    }
    return QuotaTexts::tr("The second threshold, %1 %, is reached.")
        .arg(percent(outlook.thresholds.alarm));
}

} // namespace chatelaine
