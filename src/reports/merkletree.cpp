// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/merkletree.h"

#include <algorithm>
#include <bit>

namespace chatelaine {

using merkle::nodeHash;

namespace {

constexpr char leafPrefix = '\0';
constexpr char nodePrefix = '\1';

/** The largest power of two that is smaller than the number of leaves (two or more). */
qint64 leftPart(qint64 leaves)
{
    return qint64(std::bit_floor(quint64(leaves - 1)));
}

/**
 * The way of a proof from a node up to the root, as RFC 9162, sections 2.1.3.2 and 2.1.4.2, has it:
 * the node's place in its level, and the last place there.
 */
class Ascent
{
public:
    Ascent(qint64 position, qint64 last)
        : m_position(position)
        , m_last(last)
    {}

    bool isAtRoot() const { return m_last == 0; }
    /** Goes one level up; true when the proof's node is to the left of ours. */
    bool goUp()
    {
        const bool fromLeft = m_position % 2 == 1 || m_position == m_last;
        while (fromLeft && m_position % 2 == 0 && m_position > 0)
            rise();
        rise();
        return fromLeft;
    }

private:
    void rise()
    {
        m_position >>= 1;
        m_last >>= 1;
    }

    qint64 m_position;
    qint64 m_last;
};

/** Walks the tree of a part of the leaves, as MerkleTree::gaps() does, and computes its root. */
class GapWalk
{
public:
    GapWalk(const std::vector<qint64> &positions, const std::vector<Hash256> &leaves,
            const QList<Hash256> &gaps)
        : m_positions(positions)
        , m_leaves(leaves)
        , m_gaps(gaps)
    {}

    std::optional<Hash256> range(qint64 begin, qint64 end)
    {
        if (m_next == m_positions.size() || m_positions[m_next] >= end)
            return m_gap < m_gaps.size() ? std::optional(m_gaps.at(m_gap++)) : std::nullopt;
        if (end - begin == 1)
            return m_leaves[m_next++];
        const qint64 middle = begin + leftPart(end - begin);
        const auto left = range(begin, middle);
        const auto right = left ? range(middle, end) : std::nullopt;
        return right ? std::optional(nodeHash(*left, *right)) : std::nullopt;
    }
    bool usedAll() const { return m_next == m_positions.size() && m_gap == m_gaps.size(); }

private:
    const std::vector<qint64> &m_positions;
    const std::vector<Hash256> &m_leaves;
    const QList<Hash256> &m_gaps;
    size_t m_next = 0;
    qsizetype m_gap = 0;
};

} // namespace

MerkleTree::MerkleTree() = default;

void MerkleTree::append(const Hash256 &leaf)
{
    m_levels.front().push_back(leaf);
    for (size_t level = 0; m_levels[level].size() % 2 == 0; ++level) {
        if (level + 1 == m_levels.size())
            m_levels.emplace_back();
        const std::vector<Hash256> &below = m_levels[level];
        const Hash256 node = nodeHash(below[below.size() - 2], below.back());
        m_levels[level + 1].push_back(node);
    }
}

/** Every left part, and each right one that is complete, is one of the subtrees that are known. */
Hash256 MerkleTree::range(qint64 begin, qint64 end)
{
    const auto leaves = quint64(end - begin);
    if (leaves == 0)
        return sha256({});
    if (std::has_single_bit(leaves)) {
        const auto level = size_t(std::countr_zero(leaves));
        return m_levels[level][size_t(begin >> level)];
    }
    const qint64 middle = begin + leftPart(end - begin);
    const Hash256 left = range(begin, middle);
    return nodeHash(left, range(middle, end));
}

Hash256 MerkleTree::root(qint64 size)
{
    return range(0, size);
}

QList<Hash256> MerkleTree::inclusionProof(qint64 index, qint64 size)
{
    QList<Hash256> proof;
    qint64 begin = 0;
    qint64 end = size;
    while (end - begin > 1) {
        const qint64 middle = begin + leftPart(end - begin);
        if (index < middle) {
            proof.prepend(range(middle, end));
            end = middle;
        } else {
            proof.prepend(range(begin, middle));
            begin = middle;
        }
    }
    return proof;
}

QList<Hash256> MerkleTree::consistencyProof(qint64 from, qint64 to)
{
    QList<Hash256> proof;
    if (from < to)
        subproof(from, 0, to, true, &proof);
    return proof;
}

void MerkleTree::subproof(qint64 from, qint64 begin, qint64 end, bool whole, QList<Hash256> *proof)
{
    if (from == end) {
        if (!whole)
            proof->append(range(begin, end));
        return;
    }
    const qint64 middle = begin + leftPart(end - begin);
    if (from <= middle) {
        subproof(from, begin, middle, whole, proof);
        proof->append(range(middle, end));
    } else {
        subproof(from, middle, end, false, proof);
        proof->append(range(begin, middle));
    }
}

namespace merkle {

Hash256 leafHash(QByteArrayView leaf)
{
    return sha256({QByteArrayView(&leafPrefix, 1), leaf});
}

Hash256 nodeHash(const Hash256 &left, const Hash256 &right)
{
    return sha256({QByteArrayView(&nodePrefix, 1), viewOf(left), viewOf(right)});
}

bool isIncluded(const Hash256 &leaf, qint64 index, qint64 size, const QList<Hash256> &proof,
                const Hash256 &root)
{
    if (index < 0 || index >= size)
        return false;
    Hash256 node = leaf;
    Ascent ascent(index, size - 1);
    for (const Hash256 &beside : proof) {
        if (ascent.isAtRoot())
            return false;
        node = ascent.goUp() ? nodeHash(beside, node) : nodeHash(node, beside);
    }
    return ascent.isAtRoot() && node == root;
}

bool isConsistent(qint64 from, const Hash256 &fromRoot, qint64 to, const Hash256 &toRoot,
                  const QList<Hash256> &proof)
{
    if (from < 1 || from > to)
        return false;
    if (from == to)
        return proof.isEmpty() && fromRoot == toRoot;
    QList<Hash256> path = proof;
    if (std::has_single_bit(quint64(from)))
        path.prepend(fromRoot);
    if (path.isEmpty())
        return false;
    const auto odd = std::countr_one(quint64(from - 1));
    Ascent ascent((from - 1) >> odd, (to - 1) >> odd);
    Hash256 old = path.constFirst();
    Hash256 whole = old;
    for (const Hash256 &beside : path.sliced(1)) {
        if (ascent.isAtRoot())
            return false;
        const bool fromLeft = ascent.goUp();
        if (fromLeft)
            old = nodeHash(beside, old);
        whole = fromLeft ? nodeHash(beside, whole) : nodeHash(whole, beside);
    }
    return ascent.isAtRoot() && old == fromRoot && whole == toRoot;
}

std::optional<Hash256> rootWithGaps(const std::vector<qint64> &positions,
                                    const std::vector<Hash256> &leaves, qint64 size,
                                    const QList<Hash256> &gaps)
{
    if (size == 0) {
        return positions.empty() && gaps.isEmpty() ? std::optional(sha256({})) : std::nullopt;
    }
    GapWalk walk(positions, leaves, gaps);
    const auto root = walk.range(0, size);
    return walk.usedAll() ? root : std::nullopt;
}

} // namespace merkle
} // namespace chatelaine
