// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptime.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace chatelaine {

namespace {

constexpr qsizetype longestText = 64;
constexpr qint64 longestWaitSeconds = 366LL * 86'400;

const std::array<QRegularExpression, 3> &dateForms()
{
    static const std::array<QRegularExpression, 3> forms = {
        // Sun, 06 Nov 1994 08:49:37 GMT
        QRegularExpression(QStringLiteral(
            R"(\A[A-Z][a-z]{2}, (?<day>[0-9]{2}) (?<month>[A-Z][a-z]{2}) (?<year>[0-9]{4}) )"
            R"((?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2}) GMT\z)")),
        // Sunday, 06-Nov-94 08:49:37 GMT
        QRegularExpression(QStringLiteral(
            R"(\A[A-Z][a-z]{5,8}, (?<day>[0-9]{2})-(?<month>[A-Z][a-z]{2})-(?<year>[0-9]{2}) )"
            R"((?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2}) GMT\z)")),
        // Sun Nov  6 08:49:37 1994
        QRegularExpression(QStringLiteral(
            R"(\A[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ 0-9][0-9]) )"
            R"((?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2}) (?<year>[0-9]{4})\z)")),
    };
    return forms;
}

/** 1 to 12, or 0. */
int monthNumber(QStringView name)
{
    static constexpr std::array<QLatin1StringView, 12> names = {
        QLatin1StringView("Jan"), QLatin1StringView("Feb"), QLatin1StringView("Mar"),
        QLatin1StringView("Apr"), QLatin1StringView("May"), QLatin1StringView("Jun"),
        QLatin1StringView("Jul"), QLatin1StringView("Aug"), QLatin1StringView("Sep"),
        QLatin1StringView("Oct"), QLatin1StringView("Nov"), QLatin1StringView("Dec")};
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

/** RFC 9110: a two-digit year that seems more than 50 years ahead is in the past. */
int fullYear(int year, Timestamp now)
{
    const int thisYear = now.toDateTime().date().year();
    const int candidate = thisYear - thisYear % 100 + year;
    return candidate > thisYear + 50 ? candidate - 100 : candidate;
}

std::optional<Timestamp> momentOf(const QRegularExpressionMatch &match, Timestamp now)
{
    const auto number = [&match](QLatin1StringView group) {
        return match.captured(group).trimmed().toInt();
    };
    int year = number(QLatin1StringView("year"));
    if (match.capturedLength(QLatin1StringView("year")) == 2)
        year = fullYear(year, now);
    const QDate date(year, monthNumber(match.captured(QLatin1StringView("month"))),
                     number(QLatin1StringView("day")));
    const int hour = number(QLatin1StringView("hour"));
    const int minute = number(QLatin1StringView("minute"));
    const int second = number(QLatin1StringView("second"));
    if (!date.isValid() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    return Timestamp::fromSeconds(days * 86'400 + hour * 3600 + minute * 60 + second);
}

/** Digits only; more than fit count as the longest wait. */
std::optional<qint64> wholeSeconds(const QString &text)
{
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= u'0' && c <= u'9';
    });
    if (!digits)
        return std::nullopt;
    bool fits = false;
    const qint64 seconds = text.toLongLong(&fits);
    return fits ? seconds : longestWaitSeconds;
}

} // namespace

std::optional<Timestamp> parseHttpDate(QByteArrayView text, Timestamp now)
{
    if (text.size() > longestText)
        return std::nullopt;
    const QString trimmed = QString::fromLatin1(text).trimmed();
    for (const QRegularExpression &form : dateForms()) {
        const QRegularExpressionMatch match = form.match(trimmed);
        if (match.hasMatch())
            return momentOf(match, now);
    }
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, Timestamp serverTime)
{
    if (text.size() > longestText)
        return std::nullopt;
    std::optional<qint64> seconds = wholeSeconds(QString::fromLatin1(text).trimmed());
    if (!seconds) {
        const auto date = parseHttpDate(text, serverTime);
        if (!date)
            return std::nullopt;
        seconds = date->seconds() - serverTime.seconds();
    }
    return std::chrono::seconds(std::clamp<qint64>(*seconds, 0, longestWaitSeconds));
}

} // namespace chatelaine
