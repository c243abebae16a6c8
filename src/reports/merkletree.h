// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hash256.h"

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

    void append(const Hash256 &leaf); ///< merkle::leafHash() of the next line
    qint64 size() const { return qint64(m_levels.front().size()); }

    /** MTH(D[0:size]); `size` is not larger than size(). */
    Hash256 root(qint64 size);
    Hash256 root() { return root(size()); }
    /** PATH(index, D[0:size]). */
    QList<Hash256> inclusionProof(qint64 index, qint64 size);
    /** PROOF(from, D[0:to]), 0 < from <= to. */
    QList<Hash256> consistencyProof(qint64 from, qint64 to);

private:
    Hash256 range(qint64 begin, qint64 end);
    void subproof(qint64 from, qint64 begin, qint64 end, bool whole, QList<Hash256> *proof);

    /** [k][i] is the root of the complete subtree of the leaves i*2^k to (i+1)*2^k. */
    std::vector<std::vector<Hash256>> m_levels{1};
};

namespace merkle {

Hash256 leafHash(QByteArrayView leaf);
Hash256 nodeHash(const Hash256 &left, const Hash256 &right);

/** Whether the leaf with this hash is at `index` of the tree of `size` leaves with this root. */
bool isIncluded(const Hash256 &leaf, qint64 index, qint64 size, const QList<Hash256> &proof,
                const Hash256 &root);
/** Whether the tree of `to` leaves begins with the tree of `from` leaves. */
bool isConsistent(qint64 from, const Hash256 &fromRoot, qint64 to, const Hash256 &toRoot,
                  const QList<Hash256> &proof);
/** The root to which some leaves (sorted positions, with their hashes) and what MerkleSpan::gaps()
 * gave lead; nothing when the gaps are too few or too many. */
std::optional<Hash256> rootWithGaps(const std::vector<qint64> &positions,
                                    const std::vector<Hash256> &leaves, qint64 size,
                                    const QList<Hash256> &gaps);

} // namespace merkle
} // namespace chatelaine
