// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/checkpoint.h"
#include "reports/journalexport.h"
#include "reports/merkletree.h"

namespace chatelaine {

/** The last line of a journal as JSON Lines: what the entries before it are to lead to. */
struct JournalSeal
{
    QByteArray note;      ///< the checkpoint (reports/checkpoint.h)
    qint64 entries = 0;   ///< lines before this one
    QList<Hash256> gaps;  ///< of a part of the journal: MerkleTree::gaps()
    QByteArray publicKey; ///< as PEM; empty: nobody signed
    QString unsignedWhy;  ///< a sentence, when nobody signed

    QByteArray toLine() const; ///< canonical JSON
    /** Nothing when the line is something else. */
    static std::optional<JournalSeal> fromLine(const QByteArray &line);
};

/** Who signs, or why nobody does. */
struct SealedBy
{
    std::optional<Signer> signer;
    QString unsignedWhy;
};

/** The entries byte by byte as they are hashed, one on each line, and a JournalSeal behind them. */
class JournalJsonLines : public JournalFormat
{
public:
    JournalJsonLines(const QString &installation, SealedBy by);

    bool begin(QIODevice &device) override;
    bool add(const JournalLine &line) override;
    bool end() override;
    bool wantsAll() const override { return true; }
    void pass(const JournalLine &line) override;

    /** Of all entries that came, once they have come. */
    Checkpoint checkpoint();

private:
    const QString m_origin;
    const SealedBy m_by;
    QIODevice *m_device = nullptr;
    MerkleTree m_tree;
    std::vector<qint64> m_kept;
};

} // namespace chatelaine
