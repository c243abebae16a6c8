// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <openssl/ssl.h>

#include <memory>
#include <optional>

namespace chatelaine::practice {

struct OpenSslDeleter
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Certificate = std::unique_ptr<X509, OpenSslDeleter>;
using PrivateKey = std::unique_ptr<EVP_PKEY, OpenSslDeleter>;

/** A certificate for 127.0.0.1 and localhost, and the authority that signed it. The authority's
 * key is forgotten as soon as it has signed. */
struct ServerIdentity
{
    Certificate certificate;
    PrivateKey key;
    QByteArray authorityPem;
};

/** Nothing if OpenSSL refuses. */
std::optional<ServerIdentity> makeServerIdentity();

} // namespace chatelaine::practice
