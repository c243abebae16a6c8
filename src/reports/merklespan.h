// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hash256.h"

#include <QList>

#include <cstddef>
#include <vector>

namespace chatelaine {

/**
 * What lines that follow one another add to the tree of RFC 6962, section 2.1: the roots of its
 * largest subtrees over them. Spans that follow one another, made by several threads, are put
 * together. Takes no room for a line that is kept, 32 bytes at most for one that is not. Not
 * thread-safe.
 */
class MerkleSpan
{
public:
    /** Of the lines from this position on, counted from 0. */
    explicit MerkleSpan(qint64 begin = 0);

    void append(const Hash256 &leaf, bool isKept); ///< merkle::leafHash() of the next line
    void append(const MerkleSpan &next);           ///< which begins where this one ends
    qint64 begin() const { return m_begin; }
    qint64 end() const { return m_end; }

    /** MTH(D[0:end]) of a span that begins with the first line. */
    Hash256 root() const;
    /**
     * What is needed beside the kept lines to come to that root: the roots of the largest subtrees
     * without any of them, from left to right (docs/journal-format.md).
     */
    QList<Hash256> gaps() const;

private:
    struct Subtree
    {
        qint64 begin;
        int level; ///< it has 2^level leaves
        bool hasKept;
        Hash256 root;
        std::size_t gaps; ///< how many of m_gaps are its; without a kept line it is one itself
    };
    void push(const Subtree &subtree);
    Hash256 rootFrom(std::size_t first) const;

    qint64 m_begin;
    qint64 m_end;
    std::vector<Subtree> m_subtrees;
    std::vector<Hash256> m_gaps; ///< from left to right
};

} // namespace chatelaine
