// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/digest.h"

#include <QList>

#include <vector>

namespace chatelaine {

/**
 * The Merkle tree of RFC 6962, section 2.1, over lines that are appended one after the other. Takes
 * 64 bytes for each. Positions count from 0. Not thread-safe.
 */
class MerkleTree
{
public:
    MerkleTree();

    void append(QByteArrayView leaf);
    qint64 size() const { return qint64(m_levels.front().size()); }

    /** MTH(D[0:size]); `size` is not larger than size(). */
    Digest root(qint64 size);
    Digest root() { return root(size()); }
    /** PATH(index, D[0:size]). */
    QList<Digest> inclusionProof(qint64 index, qint64 size);
    /** PROOF(from, D[0:to]), 0 < from <= to. */
    QList<Digest> consistencyProof(qint64 from, qint64 to);
    /**
     * What is needed beside some of the leaves to come to the root of the first `size`: the roots
     * of the largest subtrees without any of them, from left to right (docs/journal-format.md).
     * `kept` is sorted.
     */
    QList<Digest> gaps(const std::vector<qint64> &kept, qint64 size);

private:
    Digest range(qint64 begin, qint64 end);
    void subproof(qint64 from, qint64 begin, qint64 end, bool whole, QList<Digest> *proof);

    Sha256 m_hash;
    /** [k][i] is the root of the complete subtree of the leaves i*2^k to (i+1)*2^k. */
    std::vector<std::vector<Digest>> m_levels{1};
};

namespace merkle {

Digest leafHash(Sha256 &hash, QByteArrayView leaf);

/** Whether the leaf with this hash is at `index` of the tree of `size` leaves with this root. */
bool isIncluded(const Digest &leaf, qint64 index, qint64 size, const QList<Digest> &proof,
                const Digest &root);
/** Whether the tree of `to` leaves begins with the tree of `from` leaves. */
bool isConsistent(qint64 from, const Digest &fromRoot, qint64 to, const Digest &toRoot,
                  const QList<Digest> &proof);
/** The root to which some leaves (sorted positions, with their hashes) and what MerkleTree::gaps()
 * gave lead; nothing when the gaps are too few or too many. */
std::optional<Digest> rootWithGaps(const std::vector<qint64> &positions,
                                   const std::vector<Digest> &leaves, qint64 size,
                                   const QList<Digest> &gaps);

} // namespace merkle
} // namespace chatelaine
