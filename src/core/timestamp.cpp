// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <chrono>

namespace chatelaine {

namespace {

/** Reads exactly `count` ASCII digits at `position` and moves past them. */
std::optional<int> digits(QStringView text, qsizetype &position, int count)
{
    if (position + count > text.size())
        return std::nullopt;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[position + i].unicode();
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c - u'0');
    }
    position += count;
    return value;
}

bool skip(QStringView text, qsizetype &position, char16_t expected)
{
    if (position >= text.size() || text[position] != QChar(expected))
        return false;
    ++position;
    return true;
}

/** Reads an optional `.digits` as microseconds. */
std::optional<int> fraction(QStringView text, qsizetype &position)
{
    if (!skip(text, position, u'.'))
        return 0;
    int micros = 0;
    int count = 0;
    while (position < text.size() && text[position] >= u'0' && text[position] <= u'9') {
        if (count < 6)
            micros = micros * 10 + (text[position].unicode() - u'0');
        ++count;
        ++position;
    }
    if (count == 0 || count > 9)
        return std::nullopt;
    for (; count < 6; ++count)
        micros *= 10;
    return micros;
}

std::optional<int> offsetSeconds(QStringView text, qsizetype &position)
{
    if (skip(text, position, u'Z') || skip(text, position, u'z'))
        return 0;
    const bool negative = position < text.size() && text[position] == u'-';
    if (!negative && (position >= text.size() || text[position] != u'+'))
        return std::nullopt;
    ++position;
    const auto hours = digits(text, position, 2);
    skip(text, position, u':');
    const auto minutes = digits(text, position, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const int seconds = *hours * 3600 + *minutes * 60;
    return negative ? -seconds : seconds;
}

} // namespace

Timestamp Timestamp::fromDateTime(const QDateTime &time)
{
    return fromMillis(time.toMSecsSinceEpoch());
}

std::optional<Timestamp> Timestamp::fromIso(QStringView text)
{
    qsizetype at = 0;
    const auto year = digits(text, at, 4);
    const bool dashes = skip(text, at, u'-');
    const auto month = digits(text, at, 2);
    const bool dashes2 = skip(text, at, u'-');
    const auto day = digits(text, at, 2);
    if (!year || !month || !day || !dashes || !dashes2)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    if (!date.isValid())
        return std::nullopt;
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    if (at == text.size())
        return fromSeconds(days * 86400);

    if (!skip(text, at, u'T') && !skip(text, at, u't') && !skip(text, at, u' '))
        return std::nullopt;
    const auto hour = digits(text, at, 2);
    const bool colon = skip(text, at, u':');
    const auto minute = digits(text, at, 2);
    const bool colon2 = skip(text, at, u':');
    const auto second = digits(text, at, 2);
    if (!hour || !minute || !second || !colon || !colon2 || *hour > 23 || *minute > 59 ||
        *second > 60)
        return std::nullopt;
    const auto micros = fraction(text, at);
    if (!micros)
        return std::nullopt;
    const auto offset = offsetSeconds(text, at);
    if (!offset || at != text.size())
        return std::nullopt;
    const qint64 seconds = days * 86400 + *hour * 3600 + *minute * 60 + *second - *offset;
    return fromMicros(seconds * 1'000'000 + *micros);
}

QDateTime Timestamp::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(millis(), Qt::UTC);
}

namespace {

constexpr std::int64_t million = 1'000'000;

/** Writes a time into a buffer that is long enough for one. */
class TimeText
{
public:
    void digits(int count, int value)
    {
        m_size += std::size_t(count);
        for (std::size_t at = m_size; count > 0; --count, value /= 10)
            m_text[--at] = char('0' + value % 10);
    }
    void sign(char sign) { m_text[m_size++] = sign; }
    void appendTo(std::string *text) const { text->append(m_text.data(), m_size); }

private:
    std::array<char, 32> m_text;
    std::size_t m_size = 0;
};

/** Of years with four digits. */
void writeSeconds(TimeText *text, std::int64_t seconds)
{
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    text->digits(4, int(date.year()));
    text->sign('-');
    text->digits(2, int(unsigned(date.month())));
    text->sign('-');
    text->digits(2, int(unsigned(date.day())));
    text->sign('T');
    text->digits(2, int(clock.hours().count()));
    text->sign(':');
    text->digits(2, int(clock.minutes().count()));
    text->sign(':');
    text->digits(2, int(clock.seconds().count()));
}

} // namespace

QString Timestamp::toIso() const
{
    std::string text;
    appendIso(&text);
    return QString::fromStdString(text);
}

/** A million of these stand in an export: QDateTime takes many times as long. */
void Timestamp::appendIso(std::string *text) const
{
    constexpr std::int64_t yearOne = -62'135'596'800;
    constexpr std::int64_t yearTenThousand = 253'402'300'800;
    std::int64_t seconds = m_micros / million;
    std::int64_t rest = m_micros % million;
    if (rest < 0) {
        rest += million;
        --seconds;
    }
    TimeText written;
    if (seconds >= yearOne && seconds < yearTenThousand)
        writeSeconds(&written, seconds);
    else
        *text += QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
                     .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
                     .toStdString();
    if (rest != 0) {
        const bool millisOnly = rest % 1000 == 0;
        written.sign('.');
        written.digits(millisOnly ? 3 : 6, int(millisOnly ? rest / 1000 : rest));
    }
    written.sign('Z');
    written.appendTo(text);
}

} // namespace chatelaine
