// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include "core/enumnames.h"

namespace chatelaine {

namespace {

constexpr std::array errorKindNames = {
    std::pair{ErrorKind::Unauthorized, QLatin1StringView("unauthorized")},
    std::pair{ErrorKind::Forbidden, QLatin1StringView("forbidden")},
    std::pair{ErrorKind::NotFound, QLatin1StringView("not_found")},
    std::pair{ErrorKind::Conflict, QLatin1StringView("conflict")},
    std::pair{ErrorKind::RateLimited, QLatin1StringView("rate_limited")},
    std::pair{ErrorKind::QuotaExhausted, QLatin1StringView("quota_exhausted")},
    std::pair{ErrorKind::PaymentRequired, QLatin1StringView("payment_required")},
    std::pair{ErrorKind::InvalidRequest, QLatin1StringView("invalid_request")},
    std::pair{ErrorKind::Unsupported, QLatin1StringView("unsupported")},
    std::pair{ErrorKind::Network, QLatin1StringView("network")},
    std::pair{ErrorKind::Tls, QLatin1StringView("tls")},
    std::pair{ErrorKind::Timeout, QLatin1StringView("timeout")},
    std::pair{ErrorKind::Protocol, QLatin1StringView("protocol")},
    std::pair{ErrorKind::Storage, QLatin1StringView("storage")},
    std::pair{ErrorKind::Keychain, QLatin1StringView("keychain")},
    std::pair{ErrorKind::Cancelled, QLatin1StringView("cancelled")},
};

} // namespace

QString errorKindName(ErrorKind kind)
{
    return nameIn(errorKindNames, kind);
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    return valueIn(errorKindNames, name);
}

} // namespace chatelaine
