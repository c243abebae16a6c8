// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hash256.h"
#include "core/outcome.h"
#include "reports/signature.h"

namespace chatelaine {

/** The head of a journal: the root of the tree of its first `size` lines. */
struct Checkpoint
{
    QString origin; ///< names the journal: journalOrigin()
    qint64 size = 0;
    Hash256 root{};
    bool operator==(const Checkpoint &) const = default;
};

/** "chatelaine.github.io/journal/<installation>". */
QString journalOrigin(const QString &installation);

/** The checkpoint as the text of a note (C2SP tlog-checkpoint), which nobody signed. */
QByteArray checkpointText(const Checkpoint &checkpoint);
/** The checkpoint as a note (C2SP signed-note): text, blank line, signature. Empty when the signer
 * failed. */
QByteArray signedNote(const Checkpoint &checkpoint, const Signer &signer);

/** A note that was read. */
struct OpenedCheckpoint
{
    Checkpoint checkpoint;
    bool isSigned = false; ///< by the key with which it was opened
    bool hasSignatures = false;
    bool isByOther = false; ///< there are signatures, and all name another key
};

/** InvalidRequest when it is no checkpoint. An empty public key opens without looking at
 * signatures. */
Outcome<OpenedCheckpoint> openCheckpoint(const QByteArray &note, const QByteArray &publicKey);

} // namespace chatelaine
