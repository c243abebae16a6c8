// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/packjournal.h"

#include <QList>

namespace chatelaine {

/**
 * A head of a journal that is known from elsewhere. What it says of the entries holds for every
 * export of that journal; what it says of signer and age only for those of the same maker: in a
 * team each installation exports the journals of all, as far as they have reached it, and signs
 * with its own key.
 */
struct KnownHead
{
    QString origin;
    PackHead head;
    QByteArray fingerprint;  ///< of its signer; empty: unsigned, or not known
    bool isPrevious = false; ///< what is verified has to be newer
    QString maker = {};      ///< origin of the journal of whoever exported; empty: not known
};

/** What is known of an export beside what it says itself. */
struct ExportExpectation
{
    QByteArray fingerprint; ///< of the signer, in hexadecimal; empty: not known
    QList<KnownHead> heads;
    bool mayBeOlder = false; ///< than `heads`, beside the previous ones

    /**
     * Whether this is the key that was named; else one of those that signed what this maker made
     * before. Of a maker that is not known: what holds these journals. When none is known, any is.
     */
    bool isSigner(const QByteArray &signer, const QString &maker, const QStringList &origins) const;
    /** Whether keys that signed these journals are known, whoever made it, and this is none. */
    bool isStranger(const QByteArray &signer, const QStringList &origins) const;
};

/** The heads that an entry of a journal remembers: of a pack that was made, of an export that was
 * verified and found intact. */
QList<KnownHead> knownHeadsOf(const JournalLine &line);

} // namespace chatelaine
