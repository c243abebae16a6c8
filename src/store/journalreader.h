// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>

namespace chatelaine {

/** The members of an entry (docs/journal-format.md), in the order in which a line has them. */
enum class JournalMember {
    Account,
    AccountName,
    Container,
    Detail,
    Host,
    Installation,
    Kind,
    Mask,
    Object,
    Operation,
    Outcome,
    Previous,
    Program,
    Provider,
    RequestId,
    Sequence,
    Time,
    User,
    VendorId
};
inline constexpr std::size_t journalMembers = static_cast<std::size_t>(JournalMember::VendorId) + 1;

/** Reads the members of entries from their lines, one after the other. Not thread-safe. */
class JournalReader
{
public:
    JournalReader();
    ~JournalReader();
    JournalReader(const JournalReader &) = delete;
    JournalReader &operator=(const JournalReader &) = delete;

    /** False when the line is no JSON object; it has no members then. */
    bool read(QByteArrayView line);

    /** A text in UTF-8, or the detail as JSON; empty when there is none. It holds until the next
     * line is read. */
    QByteArrayView text(JournalMember member) const
    {
        return member == JournalMember::Detail ? detail()
                                               : m_texts[static_cast<std::size_t>(member)];
    }
    std::optional<qint64> sequence() const { return m_sequence; }
    std::optional<qint64> time() const { return m_time; } ///< microseconds since 1970

private:
    QByteArrayView detail() const;
    void clear();
    bool readMembers(QByteArrayView line);

    struct Private;
    std::unique_ptr<Private> d;
    std::array<QByteArrayView, journalMembers> m_texts;
    std::optional<qint64> m_sequence;
    std::optional<qint64> m_time;
};

} // namespace chatelaine
