// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journaljsonl.h"

namespace chatelaine {

JournalJsonLines::JournalJsonLines(const QString &installation, SealedBy by)
    : m_installation(installation)
    , m_sealer(installation, std::move(by))
{}

JournalPart JournalJsonLines::part(const JournalStretch &lines,
                                   const JournalSelection &selection) const
{
    JournalPart part;
    std::vector<bool> kept(lines.size(), true);
    if (selection.isAll()) {
        part.bytes = lines.bytes();
        part.entries = qint64(lines.size());
    } else {
        JournalReader entry;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            entry.read(lines.line(i));
            kept[i] = selection.has(entry);
            if (!kept[i])
                continue;
            part.bytes += lines.line(i);
            part.bytes += '\n';
            ++part.entries;
        }
    }
    part.seal = SealPart::of(lines, m_installation, std::move(kept));
    return part;
}

QByteArray JournalJsonLines::ending()
{
    const JournalSeal seal = m_sealer.seal();
    m_sealed = Sealed::by(seal);
    return seal.toLine() + '\n';
}

} // namespace chatelaine
