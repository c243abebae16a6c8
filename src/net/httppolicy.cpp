// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httppolicy.h"

#include "net/httperrors.h"

#include <QHostAddress>

#include <algorithm>

namespace chatelaine {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

/** RFC 9110's token: methods and header names. */
bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               marks.contains(c);
    });
}

/** A line break in a value would end the header and start another. */
bool isHeaderValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\t' || (c >= 0x20 && c < 0x7f); });
}

bool headersAreSound(const HttpRequest &request)
{
    const bool plain =
        std::all_of(request.headers.begin(), request.headers.end(), [](const auto &header) {
            return isToken(header.first) && isHeaderValue(header.second);
        });
    return plain && isToken(request.method) && isHeaderValue(request.contentType) &&
           std::all_of(request.auth.begin(), request.auth.end(), [](const AuthHeader &header) {
               return isToken(header.name) && isHeaderValue(header.prefix);
           });
}

bool credentialsAreSound(const HttpRequest &request)
{
    return std::all_of(request.auth.begin(), request.auth.end(), [](const AuthHeader &header) {
        return header.value && isHeaderValue(header.value->borrowed());
    });
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

std::optional<Error> refusal(const HttpRequest &request, const QUrl &baseUrl)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return HttpErrors::unusableAddress();
    if (url.scheme() != u"https" && !(url.scheme() == u"http" && isLoopback(url)))
        return HttpErrors::unprotected(url.host());
    if (!sameOrigin(url, baseUrl))
        return HttpErrors::foreignOrigin(url.host(), baseUrl.host());
    if (!headersAreSound(request))
        return HttpErrors::unusableHeader();
    if (!credentialsAreSound(request))
        return HttpErrors::unusableCredential();
    return std::nullopt;
}

} // namespace chatelaine
