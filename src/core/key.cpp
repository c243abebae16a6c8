// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/key.h"

#include "core/enumnames.h"

#include <QUrl>

namespace chatelaine {

namespace {

constexpr std::array stateNames = {
    std::pair{KeyState::Active, QLatin1StringView("active")},
    std::pair{KeyState::Disabled, QLatin1StringView("disabled")},
    std::pair{KeyState::Rotating, QLatin1StringView("rotating")},
    std::pair{KeyState::Expired, QLatin1StringView("expired")},
    std::pair{KeyState::Revoked, QLatin1StringView("revoked")},
    std::pair{KeyState::Deleted, QLatin1StringView("deleted")},
    std::pair{KeyState::Unknown, QLatin1StringView("unknown")},
};

constexpr std::array sourceNames = {
    std::pair{LastUsed::Source::None, QLatin1StringView("none")},
    std::pair{LastUsed::Source::Vendor, QLatin1StringView("vendor")},
    std::pair{LastUsed::Source::Usage, QLatin1StringView("usage")},
};

QString segment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

QString keyStateName(KeyState state)
{
    return nameIn(stateNames, state);
}

std::optional<KeyState> keyStateFromName(QStringView name)
{
    if (const auto state = valueIn(stateNames, name))
        return *state;
    return std::nullopt;
}

QString lastUsedSourceName(LastUsed::Source source)
{
    return nameIn(sourceNames, source);
}

std::optional<LastUsed::Source> lastUsedSourceFromName(QStringView name)
{
    if (const auto source = valueIn(sourceNames, name))
        return *source;
    return std::nullopt;
}

QString keyRef(const QString &accountName, const ContainerPath &container, const VendorKeyId &id)
{
    QString ref = segment(accountName);
    for (const ContainerStep &step : container)
        ref += QLatin1Char('/') + segment(step.id.toString());
    return ref + QLatin1Char('/') + segment(id.toString());
}

} // namespace chatelaine
