// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journaljsonl.h"

#include <QIODevice>

namespace chatelaine {

JournalJsonLines::JournalJsonLines(const QString &installation, SealedBy by)
    : m_sealer(installation, std::move(by))
{}

bool JournalJsonLines::begin(QIODevice &device)
{
    m_device = &device;
    return true;
}

bool JournalJsonLines::add(const JournalLine &line)
{
    m_sealer.take(line, true);
    return m_device->write(line.line) == line.line.size() && m_device->putChar('\n');
}

void JournalJsonLines::pass(const JournalLine &line)
{
    m_sealer.take(line, false);
}

bool JournalJsonLines::end()
{
    const JournalSeal seal = m_sealer.seal();
    m_sealed = Sealed::by(seal);
    const QByteArray line = seal.toLine() + '\n';
    return m_device->write(line) == line.size();
}

} // namespace chatelaine
