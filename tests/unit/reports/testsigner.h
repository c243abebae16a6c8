// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/signature.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace chatelaine {

/** An Ed25519 key that lives as long as the test. */
class TestSigner
{
public:
    TestSigner()
        : m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))
    {}
    ~TestSigner() { EVP_PKEY_free(m_key); }
    Q_DISABLE_COPY_MOVE(TestSigner)

    Signer signer() const
    {
        Signer by;
        by.publicKey.resize(signature::publicKeySize);
        size_t size = size_t(by.publicKey.size());
        EVP_PKEY_get_raw_public_key(m_key, reinterpret_cast<unsigned char *>(by.publicKey.data()),
                                    &size);
        by.sign = [key = m_key](QByteArrayView text) {
            QByteArray made(signature::size, '\0');
            size_t length = size_t(made.size());
            EVP_MD_CTX *context = EVP_MD_CTX_new();
            EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key);
            EVP_DigestSign(context, reinterpret_cast<unsigned char *>(made.data()), &length,
                           reinterpret_cast<const unsigned char *>(text.data()),
                           size_t(text.size()));
            EVP_MD_CTX_free(context);
            return made;
        };
        return by;
    }

private:
    EVP_PKEY *m_key;
};

/** The same of a second key, ECDSA on P-256. */
class TestSecondSigner
{
public:
    TestSecondSigner()
        : m_key(EVP_EC_gen("P-256"))
    {}
    ~TestSecondSigner() { EVP_PKEY_free(m_key); }
    Q_DISABLE_COPY_MOVE(TestSecondSigner)

    SecondSigner signer() const
    {
        BIO *pem = BIO_new(BIO_s_mem());
        PEM_write_bio_PUBKEY(pem, m_key);
        char *text = nullptr;
        const long length = BIO_get_mem_data(pem, &text);
        SecondSigner by{QByteArray(text, length), [key = m_key](QByteArrayView message) {
                            size_t size = size_t(EVP_PKEY_get_size(key));
                            QByteArray made(qsizetype(size), '\0');
                            EVP_MD_CTX *context = EVP_MD_CTX_new();
                            EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
                            EVP_DigestSign(context, reinterpret_cast<unsigned char *>(made.data()),
                                           &size,
                                           reinterpret_cast<const unsigned char *>(message.data()),
                                           size_t(message.size()));
                            EVP_MD_CTX_free(context);
                            return made.first(qsizetype(size));
                        }};
        BIO_free(pem);
        return by;
    }

private:
    EVP_PKEY *m_key;
};

} // namespace chatelaine
