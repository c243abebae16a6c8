// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/http.h"

namespace chatelaine {

/** 127.0.0.0/8, ::1 or localhost. */
bool isLoopback(const QUrl &url);

/** Same scheme, host and port, the scheme's own port being written or not. */
bool sameOrigin(const QUrl &a, const QUrl &b);

/**
 * Why this request may not leave at all, if so (InvalidRequest): not https and not loopback,
 * another origin than the account's, user information in the URL, or a method, a header or a
 * credential with bytes that could end a header line.
 */
std::optional<Error> refusal(const HttpRequest &request, const QUrl &baseUrl);

} // namespace chatelaine
