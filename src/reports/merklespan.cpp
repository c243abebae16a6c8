// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/merklespan.h"

#include "reports/merkletree.h"

namespace chatelaine {

MerkleSpan::MerkleSpan(qint64 begin)
    : m_begin(begin)
    , m_end(begin)
{}

void MerkleSpan::append(const Hash256 &leaf, bool isKept)
{
    if (!isKept)
        m_gaps.push_back(leaf);
    push({m_end, 0, isKept, leaf, isKept ? std::size_t(0) : std::size_t(1)});
    ++m_end;
}

void MerkleSpan::append(const MerkleSpan &next)
{
    Q_ASSERT(next.m_begin == m_end);
    auto gap = next.m_gaps.begin();
    for (const Subtree &subtree : next.m_subtrees) {
        const auto end = gap + std::ptrdiff_t(subtree.gaps);
        m_gaps.insert(m_gaps.end(), gap, end);
        gap = end;
        push(subtree);
    }
    m_end = next.m_end;
}

/** Its gaps are the last ones already. */
void MerkleSpan::push(const Subtree &subtree)
{
    m_subtrees.push_back(subtree);
    while (m_subtrees.size() > 1) {
        const Subtree right = m_subtrees.back();
        Subtree &left = m_subtrees[m_subtrees.size() - 2];
        if (left.level != right.level || ((left.begin >> left.level) & 1) != 0)
            return;
        left.root = merkle::nodeHash(left.root, right.root);
        left.gaps += right.gaps;
        left.hasKept = left.hasKept || right.hasKept;
        if (!left.hasKept) {
            m_gaps.pop_back();
            m_gaps.back() = left.root;
            left.gaps = 1;
        }
        ++left.level;
        m_subtrees.pop_back();
    }
}

/** Of the subtrees from this one on, each the left part beside all that follow. */
Hash256 MerkleSpan::rootFrom(std::size_t first) const
{
    if (first >= m_subtrees.size())
        return sha256({});
    Hash256 root = m_subtrees.back().root;
    for (std::size_t i = m_subtrees.size() - 1; i > first; --i)
        root = merkle::nodeHash(m_subtrees[i - 1].root, root);
    return root;
}

Hash256 MerkleSpan::root() const
{
    Q_ASSERT(m_begin == 0);
    return rootFrom(0);
}

QList<Hash256> MerkleSpan::gaps() const
{
    // The last subtrees, as far as nothing in them is kept, are one gap.
    std::size_t first = m_subtrees.size();
    while (first > 0 && !m_subtrees[first - 1].hasKept)
        --first;
    const std::size_t last = m_subtrees.size() - first;
    QList<Hash256> gaps(m_gaps.begin(), m_gaps.end() - std::ptrdiff_t(last));
    if (last > 0)
        gaps.append(rootFrom(first));
    return gaps;
}

} // namespace chatelaine
