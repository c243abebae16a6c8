// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/journalexport.h"
#include "reports/journalseal.h"

namespace chatelaine {

/** The entries byte by byte as they are hashed, one on each line, and a JournalSeal behind them,
 * which is of one chain. */
class JournalJsonLines : public JournalFormat
{
public:
    JournalJsonLines(const QString &installation, SealedBy by);

    JournalPart part(const JournalStretch &lines, const JournalSelection &selection) const override;
    void take(const JournalPart &part) override { m_sealer.take(part.seal); }
    QByteArray ending() override;
    bool isOfOneChain() const override { return true; }
    bool wantsAll() const override { return true; }
    Sealed sealed() const override { return m_sealed; }

private:
    const QString m_installation;
    JournalSealer m_sealer;
    Sealed m_sealed;
};

} // namespace chatelaine
