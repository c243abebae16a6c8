// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journalchain.h"

#include "store/failure.h"

#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace chatelaine {

namespace {

QString entryIsMissing()
{
    return StorageErrors::tr("An entry is missing.");
}

QString entryDoesNotFollow()
{
    return StorageErrors::tr("The entry does not follow from the one before it.");
}

} // namespace

QByteArray noPreviousHash()
{
    return QByteArray(64, '0');
}

namespace {

/**
 * Tells in a few looks whether a line is the next one of a chain, as nearly every line is. Only of
 * a line with no object inside: nowhere else could these members stand, since a quote inside a text
 * is escaped.
 */
class PlainLook
{
public:
    explicit PlainLook(const QByteArray &installation)
        : m_installation{"\"installation\":\"" + installation.toStdString() + "\","}
        , m_previous{std::string(previousBegins) + std::string(2 * sizeof(Hash256), '0') + "\","}
        , m_sequence{std::string(sequenceBegins)}
    {}

    bool isNext(QByteArrayView line, qint64 sequence, const Hash256 &previous)
    {
        writeHex(m_previous.text.data() + previousBegins.size(), previous);
        setSequence(sequence);
        const std::string_view whole(line.data(), static_cast<std::size_t>(line.size()));
        return !whole.empty() && whole.find('{', 1) == whole.npos && has(whole, &m_previous) &&
               has(whole, &m_installation) && has(whole, &m_sequence);
    }

private:
    void setSequence(qint64 sequence)
    {
        std::array<char, 24> text;
        const auto end = std::to_chars(text.data(), text.data() + text.size(), sequence).ptr;
        m_sequence.text.resize(sequenceBegins.size());
        m_sequence.text.append(text.data(), end);
        m_sequence.text += ',';
    }

    struct Sought
    {
        std::string text;
        std::size_t at = 0; ///< where it was in the line before
    };

    static bool has(std::string_view line, Sought *sought)
    {
        if (line.size() > sought->at &&
            line.compare(sought->at, sought->text.size(), sought->text) == 0)
            return true;
        const std::size_t found = line.find(sought->text);
        if (found == line.npos)
            return false;
        sought->at = found;
        return true;
    }

    static constexpr std::string_view previousBegins = "\"prev\":\"";
    static constexpr std::string_view sequenceBegins = "\"seq\":";

    Sought m_installation;
    Sought m_previous;
    Sought m_sequence;
};

QString problemOf(const JournalReader &entry, qint64 sequence, const QByteArray &installation)
{
    if (entry.sequence() != sequence)
        return StorageErrors::tr("The entry has another sequence number.");
    if (entry.text(JournalMember::Installation) != installation)
        return StorageErrors::tr("The entry is another installation's.");
    return {};
}

} // namespace

ChainPart ChainPart::of(const JournalStretch &lines, const QString &installation)
{
    const QByteArray chain = installation.toUtf8();
    ChainPart part;
    JournalReader entry;
    PlainLook look(chain);
    for (std::size_t i = 0; i < lines.size() && part.problem.isEmpty(); ++i) {
        const QByteArrayView line = lines.line(i);
        const qint64 sequence = lines.sequence(i);
        if (i == 0) {
            entry.read(line);
            part.first = sequence;
            part.previous = entry.text(JournalMember::Previous).toByteArray();
            part.problem = problemOf(entry, sequence, chain);
        } else if (sequence != part.first + part.good) {
            part.problem = entryIsMissing();
        } else if (!look.isNext(line, sequence, part.head)) {
            entry.read(line);
            part.problem = entry.text(JournalMember::Previous) == hexOf(part.head)
                               ? problemOf(entry, sequence, chain)
                               : entryDoesNotFollow();
        }
        if (part.problem.isEmpty()) {
            part.head = sha256({line});
            ++part.good;
        }
    }
    return part;
}

JournalChain::JournalChain(const QString &installation)
    : m_installation(installation)
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
    JournalStretch one;
    one.append(line.sequence, line.line);
    return take(ChainPart::of(one, m_installation));
}

bool JournalChain::take(const ChainPart &part)
{
    if (!m_verdict.intact)
        return false;
    if (part.first != m_verdict.entries + 1) {
        findBad(entryIsMissing());
    } else if (part.previous != m_previous) {
        findBad(entryDoesNotFollow());
    } else {
        m_verdict.entries += part.good;
        if (part.good > 0) {
            m_verdict.head = viewOf(part.head).toByteArray();
            m_previous = m_verdict.head.toHex();
        }
        if (!part.problem.isEmpty())
            findBad(part.problem);
    }
    return m_verdict.intact;
}

void JournalChain::findBad(const QString &problem)
{
    m_verdict.intact = false;
    m_verdict.reason = problem;
    m_verdict.firstBad = m_verdict.entries + 1;
}

} // namespace chatelaine
