// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/certificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace chatelaine::practice {

namespace {

constexpr long secondsPerDay = 24L * 60 * 60;

void name(X509_NAME *subject, const char *commonName)
{
    const auto *text = reinterpret_cast<const unsigned char *>(commonName);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, text, -1, -1, 0);
}

bool extend(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

Certificate unsignedCertificate(EVP_PKEY *key, const char *commonName)
{
    Certificate certificate(X509_new());
    if (!certificate)
        return certificate;
    std::int64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_int64(X509_get_serialNumber(certificate.get()), serial & 0x7fffffffffffffff);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -secondsPerDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 90 * secondsPerDay);
    X509_set_pubkey(certificate.get(), key);
    name(X509_get_subject_name(certificate.get()), commonName);
    return certificate;
}

QByteArray pemOf(X509 *certificate)
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, certificate);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    const QByteArray pem(data, size);
    BIO_free(memory);
    return pem;
}

} // namespace

std::optional<ServerIdentity> makeServerIdentity()
{
    const PrivateKey authorityKey(EVP_EC_gen("P-256"));
    PrivateKey key(EVP_EC_gen("P-256"));
    if (!authorityKey || !key)
        return std::nullopt;
    const Certificate authority =
        unsignedCertificate(authorityKey.get(), "Chatelaine practice authority");
    Certificate certificate = unsignedCertificate(key.get(), "localhost");
    if (!authority || !certificate)
        return std::nullopt;
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.get()));
    const bool done =
        extend(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE") &&
        extend(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign") &&
        extend(authority.get(), authority.get(), NID_subject_key_identifier, "hash") &&
        X509_sign(authority.get(), authorityKey.get(), EVP_sha256()) > 0 &&
        extend(certificate.get(), authority.get(), NID_basic_constraints, "critical,CA:FALSE") &&
        extend(certificate.get(), authority.get(), NID_ext_key_usage, "serverAuth") &&
        extend(certificate.get(), authority.get(), NID_subject_alt_name,
               "IP:127.0.0.1,DNS:localhost") &&
        X509_sign(certificate.get(), authorityKey.get(), EVP_sha256()) > 0;
    if (!done)
        return std::nullopt;
    return ServerIdentity{std::move(certificate), std::move(key), pemOf(authority.get())};
}

} // namespace chatelaine::practice
