// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/journalexport.h"
#include "reports/journalseal.h"

namespace chatelaine {

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
    Sealed sealed() const override { return m_sealed; }

private:
    JournalSealer m_sealer;
    Sealed m_sealed;
    QIODevice *m_device = nullptr;
};

} // namespace chatelaine
