// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

class QDateTime;

namespace chatelaine {

/** A moment in UTC, in whole microseconds since 1970 (QDateTime has milliseconds only). */
class Timestamp
{
public:
    constexpr Timestamp() = default;
    static constexpr Timestamp fromMicros(std::int64_t micros) { return Timestamp(micros); }
    static constexpr Timestamp fromMillis(std::int64_t millis) { return Timestamp(millis * 1000); }
    static constexpr Timestamp fromSeconds(std::int64_t seconds)
    {
        return Timestamp(seconds * 1'000'000);
    }
    static Timestamp fromDateTime(const QDateTime &time);

    /** RFC 3339 with `Z` or an offset and 0 to 9 decimals (beyond microseconds cut off); also a
     * bare date (its midnight UTC). */
    static std::optional<Timestamp> fromIso(QStringView text);

    constexpr std::int64_t micros() const { return m_micros; }
    constexpr std::int64_t millis() const { return m_micros / 1000; }
    constexpr std::int64_t seconds() const { return m_micros / 1'000'000; }
    QDateTime toDateTime() const; ///< UTC, milliseconds

    /** `2026-08-01T10:00:00Z`, with a fraction of 3 or 6 digits only if there is one. */
    QString toIso() const;
    void appendIso(std::string *text) const; ///< the same

    constexpr Timestamp plusSeconds(std::int64_t seconds) const
    {
        return Timestamp(m_micros + seconds * 1'000'000);
    }
    constexpr auto operator<=>(const Timestamp &) const = default;

private:
    constexpr explicit Timestamp(std::int64_t micros)
        : m_micros(micros)
    {}
    std::int64_t m_micros = 0;
};

} // namespace chatelaine
