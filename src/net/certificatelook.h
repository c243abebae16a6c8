// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/outcome.h"
#include "core/servercertificate.h"
#include "net/http.h"

namespace chatelaine {

/**
 * The certificate that the server of `url` shows now, after the checks that every request makes:
 * Tls when they fail, InvalidRequest for an address without TLS. The connection is given up before
 * a request is written. The pin of `trust` is not looked at. `parent` bounds its life.
 */
[[nodiscard]] FutureOutcome<ServerCertificate>
lookAtCertificate(const QUrl &url, const TrustSettings &trust, QObject *parent,
                  const CancellationPtr &cancellation);

} // namespace chatelaine
