// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace chatelaine {

/** Entries of one chain, one behind the other: their lines in one buffer, each with a line break
 * behind it. What a million of them are read in. */
class JournalStretch
{
public:
    JournalStretch() = default;
    /** With room for about so much. */
    JournalStretch(int lines, qsizetype bytes)
    {
        m_lines.reserve(static_cast<std::size_t>(lines));
        m_bytes.reserve(bytes + bytes / 4);
    }

    void append(qint64 sequence, QByteArrayView line)
    {
        m_lines.push_back({sequence, m_bytes.size(), line.size()});
        m_bytes += line;
        m_bytes += '\n';
    }

    std::size_t size() const { return m_lines.size(); }
    bool isEmpty() const { return m_lines.empty(); }
    qint64 sequence(std::size_t index) const { return m_lines[index].sequence; }
    QByteArrayView line(std::size_t index) const
    {
        const Line &line = m_lines[index];
        return QByteArrayView(m_bytes).sliced(line.from, line.size);
    }
    /** All lines, with their line breaks. */
    const QByteArray &bytes() const { return m_bytes; }

private:
    struct Line
    {
        qint64 sequence;
        qsizetype from;
        qsizetype size;
    };

    QByteArray m_bytes;
    std::vector<Line> m_lines;
};

/** How to walk journals by stretches. All functions are called on the store's reader thread. */
struct JournalWalk
{
    JournalFilter filter;           ///< its limit does not count
    bool everyInstallation = false; ///< in place of the filter's: the own chain, then the others
    std::function<bool(JournalStretch)> each; ///< false ends the walk
    /** Called once with the number of lines that were read, also after a failure and when the store
     * closes. What it gives is the outcome of the walk. */
    std::function<Outcome<qint64>(const Outcome<qint64> &lines)> end;
};

} // namespace chatelaine
