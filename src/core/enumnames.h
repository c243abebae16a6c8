// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace chatelaine {

/** The machine names of an enumeration, as files, the store and `--json` write them. */
template<typename Enum, std::size_t count>
using EnumNames = std::array<std::pair<Enum, QLatin1StringView>, count>;

/** The name of a value; the table must have all of them. */
template<typename Enum, std::size_t count>
QString nameIn(const EnumNames<Enum, count> &table, Enum value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value)
            return name;
    }
    Q_UNREACHABLE();
}

template<typename Enum, std::size_t count>
std::optional<Enum> valueIn(const EnumNames<Enum, count> &table, QStringView name)
{
    for (const auto &[candidate, known] : table) {
        if (name == known)
            return candidate;
    }
    return std::nullopt;
}

} // namespace chatelaine
