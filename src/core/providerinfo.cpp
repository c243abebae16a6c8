// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/providerinfo.h"

#include <array>

namespace chatelaine {

namespace {

constexpr std::array keyVerbNames = {
    std::pair{KeyVerb::Create, QLatin1StringView("create")},
    std::pair{KeyVerb::Enable, QLatin1StringView("enable")},
    std::pair{KeyVerb::Disable, QLatin1StringView("disable")},
    std::pair{KeyVerb::Revoke, QLatin1StringView("revoke")},
    std::pair{KeyVerb::Delete, QLatin1StringView("delete")},
    std::pair{KeyVerb::Rotate, QLatin1StringView("rotate")},
    std::pair{KeyVerb::Update, QLatin1StringView("update")},
};

} // namespace

QString keyVerbName(KeyVerb verb)
{
    for (const auto &[candidate, name] : keyVerbNames) {
        if (candidate == verb)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<KeyVerb> keyVerbFromName(QStringView name)
{
    for (const auto &[candidate, known] : keyVerbNames) {
        if (name == known)
            return candidate;
    }
    return std::nullopt;
}

} // namespace chatelaine
