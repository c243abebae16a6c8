// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secret.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <openssl/crypto.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace chatelaine {

namespace {

constexpr size_t secureHeapBytes = 1024 * 1024;
constexpr size_t secureBlockBytes = 32;

enum class SecureHeap { Absent, Unlocked, Locked };

/** OpenSSL says 0, 2 (usable, but not locked in memory) or 1; a second call of its own would say 0.
 */
SecureHeap secureHeap()
{
    static const SecureHeap heap = [] {
        switch (CRYPTO_secure_malloc_init(secureHeapBytes, secureBlockBytes)) {
        case 1:
            return SecureHeap::Locked;
        case 2:
            return SecureHeap::Unlocked;
        default:
            return SecureHeap::Absent;
        }
    }();
    return heap;
}

void refuseCoreDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX) && defined(NDEBUG)
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

Error notHeld(const QString &message, const QString &next)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = message;
    error.next = next;
    return error;
}

struct SecretTexts
{
    Q_DECLARE_TR_FUNCTIONS(Secret)
};

} // namespace

void wipe(void *memory, size_t size)
{
    if (memory)
        OPENSSL_cleanse(memory, size);
}

void wipe(QByteArray &bytes)
{
    wipe(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    wipe(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

Outcome<std::shared_ptr<const Secret>> Secret::copyOf(QByteArrayView bytes)
{
    if (bytes.size() > maximumSize) {
        return notHeld(
            SecretTexts::tr("The secret is longer than 16 KiB."),
            SecretTexts::tr("Check that what was entered is a key and not a whole file."));
    }
    secureHeap();
    const auto size = static_cast<size_t>(bytes.size());
    auto *memory = static_cast<char *>(OPENSSL_secure_malloc(std::max<size_t>(size, 1)));
    if (!memory) {
        return notHeld(
            SecretTexts::tr("The protected memory for secrets is full."),
            SecretTexts::tr("Store or discard the secrets that are still open, then try again."));
    }
    if (size > 0)
        std::memcpy(memory, bytes.data(), size);
    return std::shared_ptr<const Secret>(new Secret(memory, bytes.size()));
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret()
{
    if (m_bytes)
        OPENSSL_secure_clear_free(m_bytes, std::max<size_t>(static_cast<size_t>(m_size), 1));
}

bool Secret::equals(const Secret &other) const
{
    return m_size == other.m_size &&
           CRYPTO_memcmp(m_bytes, other.m_bytes, static_cast<size_t>(m_size)) == 0;
}

bool Secret::fits(const QString &pattern) const
{
    if (pattern.isEmpty())
        return true;
    QString text = QString::fromUtf8(borrowed());
    const bool whole =
        QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
    wipe(text);
    return whole;
}

bool initializeSecretMemory()
{
    refuseCoreDumps();
    return secureHeap() == SecureHeap::Locked;
}

WipedBytes::~WipedBytes()
{
    wipe(m_bytes, static_cast<size_t>(m_size));
    std::free(m_bytes);
}

WipedBytes::WipedBytes(WipedBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{}

WipedBytes &WipedBytes::operator=(WipedBytes &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

void WipedBytes::append(QByteArrayView more)
{
    if (more.isEmpty())
        return;
    const qsizetype size = m_size + more.size();
    if (size > m_capacity) {
        // Never realloc: it would leave the old block behind unwiped.
        const qsizetype capacity = std::max({size, 2 * m_capacity, qsizetype{256}});
        auto *grown = static_cast<char *>(std::malloc(static_cast<size_t>(capacity)));
        Q_CHECK_PTR(grown);
        if (m_size > 0)
            std::memcpy(grown, m_bytes, static_cast<size_t>(m_size));
        wipe(m_bytes, static_cast<size_t>(m_size));
        std::free(m_bytes);
        m_bytes = grown;
        m_capacity = capacity;
    }
    std::memcpy(m_bytes + m_size, more.data(), static_cast<size_t>(more.size()));
    m_size = size;
}

} // namespace chatelaine
