// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memoryscanner.h"

#include "secrets/secret.h"

#include <QFile>
#include <QTest>

#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace chatelaine::test {

namespace {

constexpr char mask = 0x5a;
constexpr qsizetype blockSize = 4 * 1024 * 1024;

/** Without the zero at its end, or its beginning: so it is the same in either byte order. */
QByteArray utf16(QByteArrayView value)
{
    QByteArray bytes;
    for (const char character : value) {
        if (!bytes.isEmpty())
            bytes.append('\0');
        bytes.append(character);
    }
    return bytes;
}

/** The characters of base64 that `value` alone decides when `shift` bytes precede it in its group.
 */
QByteArray base64(QByteArrayView value, qsizetype shift)
{
    QByteArray shifted(shift, '\0');
    shifted.append(value);
    const QByteArray encoded = shifted.toBase64();
    wipe(shifted);
    const qsizetype first = (shift * 8 + 5) / 6;
    const qsizetype end = (shift + value.size()) * 8 / 6;
    return encoded.mid(first, end - first);
}

} // namespace

char *toString(const SecretCopies &copies)
{
    return QTest::toString(QStringLiteral("utf8 %1, utf16 %2, base64 %3")
                               .arg(copies.utf8)
                               .arg(copies.utf16)
                               .arg(copies.base64));
}

MemoryScanner::MemoryScanner(QByteArrayView value)
{
    Q_ASSERT(value.size() >= 12);
    add(value.toByteArray(), &SecretCopies::utf8);
    add(utf16(value), &SecretCopies::utf16);
    for (qsizetype shift = 0; shift < 3; ++shift)
        add(base64(value, shift), &SecretCopies::base64);
}

void MemoryScanner::add(QByteArray bytes, int SecretCopies::*form)
{
    for (char &byte : bytes)
        byte = static_cast<char>(byte ^ mask);
    m_longest = std::max(m_longest, bytes.size());
    m_patterns.append({std::move(bytes), form});
}

QList<MemoryScanner::Region> MemoryScanner::readableRegions(qint64 pid, Region except)
{
    QList<Region> regions;
    const auto add = [&regions](quint64 begin, quint64 end) {
        if (begin < end)
            regions.append({begin, end});
    };
    QFile maps(QStringLiteral("/proc/%1/maps").arg(pid));
    if (!maps.open(QIODevice::ReadOnly))
        return regions;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 2 || !fields[1].startsWith('r') || line.contains("[v"))
            continue;
        const QList<QByteArray> bounds = fields[0].split('-');
        const quint64 begin = bounds.value(0).toULongLong(nullptr, 16);
        const quint64 end = bounds.value(1).toULongLong(nullptr, 16);
        add(begin, std::min(end, std::max(begin, except.begin)));
        add(std::max(begin, std::min(end, except.end)), end);
    }
    return regions;
}

std::optional<SecretCopies> MemoryScanner::scan(qint64 pid) const
{
    const QByteArray path = "/proc/" + QByteArray::number(pid) + "/mem";
    const int memory = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (memory < 0)
        return std::nullopt;
    QByteArray block(m_longest + blockSize, Qt::Uninitialized);
    Region own = {~quint64{0}, ~quint64{0}};
    if (pid == ::getpid()) {
        const auto begin = reinterpret_cast<quintptr>(block.constData());
        own = {begin, begin + static_cast<quint64>(block.size())};
    }
    SecretCopies copies;
    quint64 seen = 0;
    const QList<Region> regions = readableRegions(pid, own);
    for (const Region &region : regions)
        seen += scanRegion(memory, region, block, copies);
    wipe(block);
    ::close(memory);
    return seen > 0 ? std::optional(copies) : std::nullopt;
}

quint64 MemoryScanner::scanRegion(int memory, Region region, QByteArray &block,
                                  SecretCopies &copies) const
{
    qsizetype kept = 0; // the end of the block before: a copy may lie across
    quint64 at = region.begin;
    while (at < region.end) {
        const auto wanted = std::min<quint64>(blockSize, region.end - at);
        const auto got = ::pread64(memory, block.data() + kept, wanted, static_cast<off64_t>(at));
        if (got <= 0)
            break;
        const qsizetype filled = kept + static_cast<qsizetype>(got);
        scanBlock({block.constData(), filled}, kept, copies);
        kept = std::min(filled, m_longest - 1);
        std::memmove(block.data(), block.constData() + filled - kept, static_cast<size_t>(kept));
        at += static_cast<quint64>(got);
    }
    return at - region.begin;
}

/** Counts what ends behind the first `old` bytes: the rest was counted with the block before. */
void MemoryScanner::scanBlock(QByteArrayView block, qsizetype old, SecretCopies &copies) const
{
    for (const Pattern &pattern : m_patterns) {
        const qsizetype size = pattern.masked.size();
        const char first = static_cast<char>(pattern.masked[0] ^ mask);
        const char *at = block.data() + std::max<qsizetype>(0, old - size + 1);
        const char *const last = block.data() + block.size() - size;
        while (at <= last) {
            at = static_cast<const char *>(
                std::memchr(at, first, static_cast<size_t>(last - at) + 1));
            if (!at)
                break;
            if (matches(at, pattern.masked))
                ++(copies.*pattern.form);
            ++at;
        }
    }
}

bool MemoryScanner::matches(const char *at, const QByteArray &masked)
{
    for (qsizetype i = 0; i < masked.size(); ++i) {
        if (static_cast<char>(at[i] ^ mask) != masked[i])
            return false;
    }
    return true;
}

} // namespace chatelaine::test
