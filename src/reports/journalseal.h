// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/checkpoint.h"
#include "reports/merklespan.h"
#include "reports/merkletree.h"
#include "store/journalchain.h"

namespace chatelaine {

/** What the lines of a journal, or of a part of it, are to lead to. */
struct JournalSeal
{
    QByteArray note;      ///< the checkpoint (reports/checkpoint.h)
    qint64 entries = 0;   ///< lines that it is for
    QList<Hash256> gaps;  ///< of a part of the journal: MerkleSpan::gaps()
    QByteArray publicKey; ///< as PEM; empty: nobody signed
    QString unsignedWhy;  ///< a sentence, when nobody signed

    QByteArray toLine() const; ///< canonical JSON
    /** Nothing when the line is something else. */
    static std::optional<JournalSeal> fromLine(const QByteArray &line);
};

/** What became of a signature. */
struct Sealed
{
    QByteArray fingerprint; ///< of the key that signed, in hexadecimal; empty: nobody did
    QString unsignedWhy;    ///< a sentence, when somebody was to sign and nobody did

    static Sealed by(const JournalSeal &seal);
};

/** Who signs, or why nobody does. */
struct SealedBy
{
    std::optional<Signer> signer;
    QString unsignedWhy;
    std::optional<SecondSigner> second = {}; ///< of a pack
};

/** What the lines of a stretch are to a head. */
struct SealPart
{
    /** `kept` says which lines are sealed. Any thread. */
    static SealPart of(const JournalStretch &lines, const QString &installation,
                       std::vector<bool> kept);

    ChainPart chain;
    std::vector<Hash256> leaves; ///< of the tree, one for each line
    std::vector<bool> kept;
    MerkleSpan span; ///< where they stand in a whole chain
};

/** Follows the lines of a journal to its head, and signs that; nobody signs a broken chain. Not
 * thread-safe. */
class JournalSealer
{
public:
    enum class Proofs { None, Wanted };
    JournalSealer(const QString &installation, SealedBy by, Proofs proofs = Proofs::None);

    /** The next line, which is one of those that are sealed, or is not. */
    void take(const JournalLine &line, bool isKept);
    void take(const SealPart &part); ///< the next lines, with at least one

    Checkpoint checkpoint() const; ///< of all lines that came
    QString problem() const;       ///< where the chain is broken, a sentence; empty: it is not
    JournalSeal seal() const;
    qint64 kept() const { return m_kept; }
    qint64 size() const { return m_span.end(); }
    /** Of all lines that came, where proofs are wanted. */
    std::optional<MerkleTree> &tree() { return m_tree; }

private:
    const QString m_installation;
    const SealedBy m_by;
    JournalChain m_chain;
    MerkleSpan m_span;
    std::optional<MerkleTree> m_tree;
    qint64 m_kept = 0;
};

} // namespace chatelaine
