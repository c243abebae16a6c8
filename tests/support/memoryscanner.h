// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace chatelaine::test {

/** How often a value is in a process's memory, by the form in which it is there. */
struct SecretCopies
{
    int utf8 = 0;
    int utf16 = 0;  ///< in either byte order
    int base64 = 0; ///< at any of the three alignments

    int total() const { return utf8 + utf16 + base64; }
    bool operator==(const SecretCopies &) const = default;
};

/** For QCOMPARE: "utf8 1, utf16 0, base64 0". */
char *toString(const SecretCopies &copies);

/**
 * Looks for a value in all readable memory of a process, by /proc (Linux). What it looks for it
 * keeps masked, and its own buffer it leaves out, so that it can scan the process it is in.
 * The process must be ours, and dumpable.
 */
class MemoryScanner
{
public:
    /** ASCII, of 12 characters or more: shorter ones are found by chance. */
    explicit MemoryScanner(QByteArrayView value);

    /** Nothing when the process cannot be read: never take that for "no copies". */
    std::optional<SecretCopies> scan(qint64 pid) const;

private:
    struct Pattern
    {
        QByteArray masked;
        int SecretCopies::*form;
    };
    struct Region
    {
        quint64 begin;
        quint64 end;
    };

    void add(QByteArray bytes, int SecretCopies::*form);
    static QList<Region> readableRegions(qint64 pid, Region except);
    quint64 scanRegion(int memory, Region region, QByteArray &block, SecretCopies &copies) const;
    void scanBlock(QByteArrayView block, qsizetype old, SecretCopies &copies) const;
    static bool matches(const char *at, const QByteArray &masked);

    QList<Pattern> m_patterns;
    qsizetype m_longest = 0;
};

} // namespace chatelaine::test
