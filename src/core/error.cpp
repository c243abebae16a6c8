// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <array>

namespace chatelaine {

namespace {

struct Named
{
    ErrorKind kind;
    QLatin1StringView name;
};

constexpr std::array errorKindNames = {
    Named{ErrorKind::Unauthorized, QLatin1StringView("unauthorized")},
    Named{ErrorKind::Forbidden, QLatin1StringView("forbidden")},
    Named{ErrorKind::NotFound, QLatin1StringView("not_found")},
    Named{ErrorKind::Conflict, QLatin1StringView("conflict")},
    Named{ErrorKind::RateLimited, QLatin1StringView("rate_limited")},
    Named{ErrorKind::QuotaExhausted, QLatin1StringView("quota_exhausted")},
    Named{ErrorKind::PaymentRequired, QLatin1StringView("payment_required")},
    Named{ErrorKind::InvalidRequest, QLatin1StringView("invalid_request")},
    Named{ErrorKind::Unsupported, QLatin1StringView("unsupported")},
    Named{ErrorKind::Network, QLatin1StringView("network")},
    Named{ErrorKind::Tls, QLatin1StringView("tls")},
    Named{ErrorKind::Timeout, QLatin1StringView("timeout")},
    Named{ErrorKind::Protocol, QLatin1StringView("protocol")},
    Named{ErrorKind::Storage, QLatin1StringView("storage")},
    Named{ErrorKind::Keychain, QLatin1StringView("keychain")},
    Named{ErrorKind::Cancelled, QLatin1StringView("cancelled")},
};

} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const Named &named : errorKindNames) {
        if (named.kind == kind)
            return named.name;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    for (const Named &named : errorKindNames) {
        if (name == named.name)
            return named.kind;
    }
    return std::nullopt;
}

} // namespace chatelaine
