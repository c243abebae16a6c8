// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journalchain.h"

#include "store/failure.h"
#include "store/journalline.h"

#include <QCryptographicHash>

namespace chatelaine {

JournalChain::JournalChain(const QString &installation)
    : m_installation('"' + installation.toUtf8() + '"')
    , m_previous(noPreviousHash())
{}

JournalChain::JournalChain(const QString &installation, qint64 entries, const QByteArray &head)
    : JournalChain(installation)
{
    if (entries == 0)
        return;
    m_verdict.entries = entries;
    m_verdict.head = head;
    m_previous = head.toHex();
}

bool JournalChain::take(const JournalLine &line)
{
    if (!m_verdict.intact)
        return false;
    m_verdict.reason = problemOf(line);
    if (!m_verdict.reason.isEmpty()) {
        m_verdict.intact = false;
        m_verdict.firstBad = m_verdict.entries + 1;
        return false;
    }
    ++m_verdict.entries;
    m_verdict.head = QCryptographicHash::hash(line.line, QCryptographicHash::Sha256);
    m_previous = m_verdict.head.toHex();
    return true;
}

QString JournalChain::problemOf(const JournalLine &line) const
{
    if (line.sequence != m_verdict.entries + 1)
        return StorageErrors::tr("An entry is missing.");
    if (journalMember(line.line, "prev") != '"' + m_previous + '"')
        return StorageErrors::tr("The entry does not follow from the one before it.");
    if (journalMember(line.line, "seq") != QByteArray::number(line.sequence))
        return StorageErrors::tr("The entry has another sequence number.");
    if (journalMember(line.line, "installation") != m_installation)
        return StorageErrors::tr("The entry is another installation's.");
    return {};
}

} // namespace chatelaine
