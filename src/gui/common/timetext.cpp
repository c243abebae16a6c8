// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace chatelaine {

namespace {

struct TimeTextTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::TimeText)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 farAway = 60 * day;

QString dateText(Timestamp time)
{
    return QLocale().toString(time.toDateTime().toLocalTime().date(), QLocale::ShortFormat);
}

QString spanText(qint64 seconds)
{
    if (seconds < hour)
        return TimeTextTexts::tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return TimeTextTexts::tr("%1 h").arg(seconds / hour);
    if (seconds < 2 * day)
        return TimeTextTexts::tr("1 day");
    return TimeTextTexts::tr("%1 days").arg(seconds / day);
}

} // namespace

QString relativeTime(Timestamp time, Timestamp now)
{
    const qint64 ago = now.seconds() - time.seconds();
    if (qAbs(ago) >= farAway)
        return dateText(time);
    if (qAbs(ago) < minute)
        return ago >= 0 ? TimeTextTexts::tr("just now") : TimeTextTexts::tr("in a moment");
    return ago > 0 ? TimeTextTexts::tr("%1 ago").arg(spanText(ago))
                   : TimeTextTexts::tr("in %1").arg(spanText(-ago));
}

QString shortTime(Timestamp time)
{
    return QLocale().toString(time.toDateTime().toLocalTime(), QLocale::ShortFormat);
}

QString lastDayText(Timestamp until)
{
    // Until midnight is until the end of the day before.
    const QDateTime last = until.plusSeconds(-1).toDateTime().toLocalTime();
    return QLocale().toString(last.date(), QLocale::ShortFormat);
}

QString exactTime(Timestamp time)
{
    const QDateTime local = time.toDateTime().toLocalTime();
    return TimeTextTexts::tr("%1 (%2)").arg(QLocale().toString(local, QLocale::LongFormat),
                                            time.toIso());
}

QString lastUsedBrief(const std::optional<Timestamp> &at, LastUsed::Source source, Timestamp now)
{
    if (at)
        return relativeTime(*at, now);
    return source == LastUsed::Source::None ? TimeTextTexts::tr("not known")
                                            : TimeTextTexts::tr("never");
}

QString lastUsedSentence(const LastUsed &lastUsed, Timestamp now)
{
    if (lastUsed.at) {
        const QString when = relativeTime(*lastUsed.at, now);
        return lastUsed.precisionSeconds >= day
                   ? TimeTextTexts::tr("Used %1, known to the day").arg(when)
                   : TimeTextTexts::tr("Used %1").arg(when);
    }
    if (lastUsed.source == LastUsed::Source::None)
        return TimeTextTexts::tr("The vendor does not say");
    if (lastUsed.trackedSince) {
        return TimeTextTexts::tr("Not used since %1, when tracking began")
            .arg(dateText(*lastUsed.trackedSince));
    }
    return TimeTextTexts::tr("Never used, says the vendor");
}

} // namespace chatelaine
