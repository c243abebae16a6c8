// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testpki.h"

#include <QFile>
#include <QHostAddress>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace chatelaine::test {

namespace {

using KeyPtr = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using CertificatePtr = std::unique_ptr<X509, decltype(&X509_free)>;
using MemoryPtr = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr long secondsPerDay = 86'400;

KeyPtr newKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

CertificatePtr newCertificate(const QByteArray &name, EVP_PKEY *key, int serial, int fromDays,
                              int toDays)
{
    CertificatePtr certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), fromDays * secondsPerDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), toDays * secondsPerDay);
    X509_set_pubkey(certificate.get(), key);
    const auto *text = reinterpret_cast<const unsigned char *>(name.constData());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC, text,
                               static_cast<int>(name.size()), -1, 0);
    return certificate;
}

QByteArray contents(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return {bytes, size};
}

QByteArray pem(X509 *certificate)
{
    const MemoryPtr memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(memory.get(), certificate);
    return contents(memory.get());
}

QByteArray pem(EVP_PKEY *key)
{
    const MemoryPtr memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contents(memory.get());
}

} // namespace

struct TestPki::Authority
{
    KeyPtr key = newKey();
    CertificatePtr certificate = newCertificate("Test authority", key.get(), 1, -30, 30);
};

TestPki::TestPki()
    : m_authority(std::make_unique<Authority>())
{
    X509 *certificate = m_authority->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign");
    X509_sign(certificate, m_authority->key.get(), EVP_sha256());
    QFile file(authorityFile());
    const bool opened = file.open(QIODevice::WriteOnly);
    Q_ASSERT(opened);
    file.write(pem(certificate));
}

TestPki::~TestPki() = default;

QString TestPki::authorityFile() const
{
    return m_folder.filePath(QStringLiteral("authority.pem"));
}

ServerIdentity TestPki::identity(const QString &host, int fromDays, int toDays)
{
    X509 *issuer = m_authority->certificate.get();
    const KeyPtr key = newKey();
    const CertificatePtr certificate =
        newCertificate(host.toLatin1(), key.get(), ++m_serial, fromDays, toDays);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    const QByteArray kind = QHostAddress(host).isNull() ? "DNS:" : "IP:";
    addExtension(certificate.get(), issuer, NID_subject_alt_name, kind + host.toLatin1());
    addExtension(certificate.get(), issuer, NID_ext_key_usage, "serverAuth");
    X509_sign(certificate.get(), m_authority->key.get(), EVP_sha256());
    return {QSslCertificate(pem(certificate.get())), QSslKey(pem(key.get()), QSsl::Ec)};
}

} // namespace chatelaine::test
