// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/outcome.h"

#include <QByteArrayView>

#include <memory>

namespace chatelaine {

/** Overwrites memory in a way that the compiler keeps. A QByteArray is detached first and emptied
 * afterwards. */
void wipe(void *memory, size_t size);
void wipe(QByteArray &bytes);
void wipe(QString &text);

/**
 * A secret value: at most 16 KiB in OpenSSL's secure heap (locked where the system allows it, kept
 * out of core dumps, wiped on release). Move-only; no conversion to a string, no stream operator,
 * no Qt meta type. Thread-safe to read.
 */
class Secret
{
public:
    static constexpr qsizetype maximumSize = 16 * 1024;

    /** Copies `bytes`; the caller wipes its own copy. Fails (Storage) when too large or the secure
     * heap is full. */
    static Outcome<std::shared_ptr<const Secret>> copyOf(QByteArrayView bytes);

    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    qsizetype size() const { return m_size; }

    /** A view into the locked memory, valid while this lives. UTF-8. Copy from it only at the last
     * instant. */
    QByteArrayView borrowed() const { return {m_bytes, m_size}; }

    /** Constant-time comparison. */
    bool equals(const Secret &other) const;

    /** Whether the whole value fits a regular expression; an empty one fits everything. */
    bool fits(const QString &pattern) const;

private:
    Secret(char *bytes, qsizetype size)
        : m_bytes(bytes)
        , m_size(size)
    {}
    char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/** How a secret crosses an asynchronous gap inside net, providers, secrets and services; never
 * beyond them. */
using SharedSecret = std::shared_ptr<const Secret>;

/** A name under which services hold a new secret; all that window and CLI ever have of one. */
using HeldSecretId = StrongId<struct HeldSecretTag>;

/**
 * Sets up the secure heap (1 MiB) and switches core dumps off. Call once, first thing in main.
 * @return whether the heap is locked in memory; false is a warning to show, not a failure.
 */
bool initializeSecretMemory();

/** Bytes of any size that are overwritten when released: bodies of answers. Move-only. */
class WipedBytes
{
public:
    WipedBytes() = default;
    ~WipedBytes();
    WipedBytes(WipedBytes &&other) noexcept;
    WipedBytes &operator=(WipedBytes &&other) noexcept;
    WipedBytes(const WipedBytes &) = delete;
    WipedBytes &operator=(const WipedBytes &) = delete;

    void append(QByteArrayView more);
    qsizetype size() const { return m_size; }
    QByteArrayView view() const { return {m_bytes, m_size}; }
    char *data() { return m_bytes; }

private:
    char *m_bytes = nullptr;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

} // namespace chatelaine
