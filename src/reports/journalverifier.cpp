// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalverifier.h"

#include "core/inorder.h"
#include "reports/journalseal.h"
#include "store/journalchain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <numeric>
#include <utility>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestLine = 1 << 20; // a seal with the gaps of a part is the longest

struct VerifierTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::JournalVerifier)
};

ExportFinding found(Tampering tampering, qint64 at = 0, qint64 count = 0)
{
    return {tampering, at, count};
}

/** The numbers as they are, sorted: what is missing, and what is there twice. */
ExportFinding judgedByNumbers(const std::vector<ExportedLine> &lines, bool isPart)
{
    std::vector<qint64> numbers;
    numbers.reserve(lines.size());
    for (const ExportedLine &line : lines)
        numbers.push_back(line.sequence);
    std::vector<qint64> sorted = numbers;
    std::sort(sorted.begin(), sorted.end());
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end())
        return found(Tampering::Inserted, *twice);
    for (size_t i = 0; !isPart && i < sorted.size(); ++i) {
        const qint64 expected = qint64(i) + 1;
        if (sorted[i] != expected)
            return found(Tampering::Removed, expected, sorted[i] - expected);
    }
    const auto wrong = std::mismatch(numbers.begin(), numbers.end(), sorted.begin());
    if (wrong.first != numbers.end())
        return found(Tampering::Reordered, *wrong.first);
    return {};
}

/** A line that the next one does not follow was edited; or the next one, if a third does not
 * follow that. */
ExportFinding judgedByChain(const std::vector<ExportedLine> &lines)
{
    for (size_t i = 0; i < lines.size(); ++i) {
        const bool neighbours = i == 0 || lines[i].sequence == lines[i - 1].sequence + 1;
        const bool known = i > 0 || lines[i].sequence == 1;
        if (!neighbours || !known || lines[i].follows)
            continue;
        const bool itself = i == 0 || (i + 1 < lines.size() && !lines[i + 1].follows &&
                                       lines[i + 1].sequence == lines[i].sequence + 1);
        return found(Tampering::Edited, lines[itself ? i : i - 1].sequence);
    }
    return {};
}

/** The lines of a device. All are read into one buffer, which has room for the longest. */
class LineReading
{
public:
    explicit LineReading(QIODevice &device)
        : m_device(device)
        , m_buffer(longestLine + 1, Qt::Uninitialized)
    {}

    /** The next line, without its end; null when the device gives none. */
    QByteArray next()
    {
        const qint64 size = m_device.readLine(m_buffer.data(), m_buffer.size());
        if (size <= 0)
            return {};
        const bool hasEnd = m_buffer.at(size - 1) == '\n';
        return {m_buffer.constData(), hasEnd ? size - 1 : size};
    }

private:
    QIODevice &m_device;
    QByteArray m_buffer;
};

/** Some lines of a file that follow one another. */
struct ReadPart
{
    static ReadPart of(const JournalStretch &stretch, qint64 position)
    {
        ReadPart part;
        part.span = MerkleSpan(position);
        JournalReader entry;
        Hash256 hash{};
        for (std::size_t i = 0; i < stretch.size(); ++i) {
            const QByteArrayView line = stretch.line(i);
            entry.read(line);
            ExportedLine read;
            read.sequence = std::max<qint64>(entry.sequence().value_or(0), 0);
            const QByteArrayView previous = entry.text(JournalMember::Previous);
            if (i == 0)
                part.previous = previous.toByteArray();
            else
                read.follows = previous == hexOf(hash);
            hash = sha256({line});
            part.lines.push_back(read);
            part.leaves.push_back(merkle::leafHash(line));
            part.span.append(part.leaves.back(), true);
        }
        part.last = hexOf(hash);
        return part;
    }

    std::vector<ExportedLine> lines; ///< of the first it is not known here whether it follows
    std::vector<Hash256> leaves;
    MerkleSpan span;
    QByteArray previous; ///< as the first line has it
    QByteArray last;     ///< hash of the last one
};

/** The entries of a file, as they are read. */
class FileReading
{
public:
    void add(const QByteArray &line)
    {
        constexpr std::size_t mostLines = 1024;
        constexpr qsizetype mostBytes = 1 << 18;
        m_next.append(0, line);
        if (m_next.size() == mostLines || m_next.bytes().size() >= mostBytes)
            handOn();
    }

    /** After the last line, and before anything is asked. */
    void end()
    {
        handOn();
        m_parts.finish();
    }

    /** The root to which the entries lead; nothing when they cannot lead to one. */
    std::optional<Hash256> root(const JournalSeal &seal, qint64 size) const
    {
        if (seal.gaps.isEmpty())
            return m_span.end() == size ? std::optional(m_span.root()) : std::nullopt;
        std::vector<qint64> positions;
        positions.reserve(lines.size());
        for (const ExportedLine &line : lines)
            positions.push_back(line.sequence - 1);
        if (!positions.empty() && positions.back() >= size)
            return std::nullopt;
        return merkle::rootWithGaps(positions, leaves, size, seal.gaps);
    }

    /** Of a whole journal: the root that it had when it was `size` long. */
    std::optional<Hash256> rootOfFirst(qint64 size) const
    {
        std::vector<qint64> positions(static_cast<size_t>(size));
        std::iota(positions.begin(), positions.end(), 0);
        return merkle::rootWithGaps(positions, {leaves.begin(), leaves.begin() + size}, size, {});
    }

    std::vector<ExportedLine> lines;
    std::vector<Hash256> leaves;

private:
    void handOn()
    {
        if (m_next.isEmpty())
            return;
        const auto read = qint64(m_next.size());
        m_parts.add([stretch = std::exchange(m_next, {}), position = m_read] {
            return ReadPart::of(stretch, position);
        });
        m_read += read;
    }

    bool take(const ReadPart &part)
    {
        lines.insert(lines.end(), part.lines.begin(), part.lines.end());
        lines[lines.size() - part.lines.size()].follows = part.previous == m_previous;
        leaves.insert(leaves.end(), part.leaves.begin(), part.leaves.end());
        m_span.append(part.span);
        m_previous = part.last;
        return true;
    }

    JournalStretch m_next;
    qint64 m_read = 0;
    MerkleSpan m_span; ///< of all lines, one behind the other
    QByteArray m_previous = noPreviousHash();
    InOrder<ReadPart> m_parts{[this](const ReadPart &part) {
        return take(part);
    }};
};

/** Whether a head that is known leads to the one that was read; nothing when that cannot be told.
 */
std::optional<bool> goesOn(const FileReading &reading, const Checkpoint &head, bool isPart,
                           const PackHead &known, const std::optional<PackConsistency> &consistency)
{
    if (known.size == head.size)
        return known.root == head.root;
    if (!isPart)
        return reading.rootOfFirst(known.size) == known.root;
    if (consistency && consistency->from == known)
        return merkle::isConsistent(known.size, known.root, head.size, head.root,
                                    consistency->proof);
    return std::nullopt;
}

/** What the heads that are known say of this one. */
void holdAgainstKnown(HeldJournal *held, const FileReading &reading,
                      const std::optional<PackConsistency> &consistency, const QString &maker,
                      const ExportExpectation &expected)
{
    const Checkpoint &head = held->journal.head;
    for (const KnownHead &known : expected.heads) {
        if (known.origin != head.origin)
            continue;
        const qint64 more = head.size - known.head.size;
        const bool isOfMaker = maker.isEmpty() || known.maker == maker;
        if (more < 0) {
            held->isOlder =
                held->isOlder || known.isPrevious || (isOfMaker && !expected.mayBeOlder);
            continue;
        }
        if (known.isPrevious)
            (more == 0 ? held->isAsPrevious : held->hasGrown) = true;
        // Entries that are not those of the head say nothing of another one.
        if (held->finding.isIntact() &&
            !goesOn(reading, head, held->journal.isPart, known.head, consistency).value_or(true))
            held->notFrom = known.head.size;
    }
}

/** Holds entries against the seal that belongs to them. */
HeldJournal heldBy(const FileReading &reading, const JournalSeal &seal,
                   const std::optional<PackConsistency> &consistency, const QString &maker,
                   const ExportExpectation &expected)
{
    HeldJournal held;
    held.journal.entries = qint64(reading.lines.size());
    const auto opened = openCheckpoint(seal.note, signature::publicKeyFromPem(seal.publicKey));
    if (!opened) {
        held.finding = found(Tampering::NotSealed);
        return held;
    }
    const Checkpoint &head = opened->checkpoint;
    const bool isPart = !seal.gaps.isEmpty() || seal.entries != head.size;
    held.finding = journalVerifier::judged(reading.lines, seal.entries, isPart);
    if (held.finding.isIntact() && reading.root(seal, head.size) != head.root)
        held.finding = found(isPart ? Tampering::Edited : Tampering::Rewritten);
    held.journal.head = head;
    held.journal.isPart = isPart;
    held.hasSignatures = opened->hasSignatures;
    held.isSigned = opened->isSigned;
    held.isByOther = opened->isByOther;
    holdAgainstKnown(&held, reading, consistency, maker, expected);
    return held;
}

/** Of an export of one journal, whose own installation made it. */
ExportVerdict verdictOn(const FileReading &reading, const JournalSeal &seal,
                        const ExportExpectation &expected)
{
    const auto opened = openCheckpoint(seal.note, {});
    ExportVerdict verdict;
    verdict.maker = opened ? opened->checkpoint.origin : QString();
    const HeldJournal held = heldBy(reading, seal, {}, verdict.maker, expected);
    verdict.add(held.finding);
    verdict.entries = held.journal.entries;
    if (!opened)
        return verdict;
    verdict.journals = {held.journal};
    verdict.head = held.journal.head;
    verdict.isPart = held.journal.isPart;
    verdict.unsignedWhy = seal.unsignedWhy;
    verdict.hasSignature = !seal.publicKey.isEmpty() || held.hasSignatures;
    verdict.isSigned = held.isSigned;
    if (held.isSigned)
        verdict.publicKey = signature::publicKeyFromPem(seal.publicKey);
    const QByteArray signer = held.isSigned ? signature::fingerprintOf(verdict.publicKey) : "";
    if (verdict.hasSignature && !held.isSigned)
        verdict.add(found(Tampering::Forged));
    else if (!expected.isSigner(signer, verdict.maker, {verdict.maker}))
        verdict.add(found(Tampering::OtherSigner));
    if (held.notFrom > 0)
        verdict.add(found(Tampering::Rewritten, held.notFrom));
    if (held.isOlder || held.isAsPrevious)
        verdict.add(found(Tampering::Older));
    return verdict;
}

/** Of a file without a single entry. */
Error noExport(QFile &file)
{
    const QString name = QDir::toNativeSeparators(file.fileName());
    // A workbook is one, too, and no journal is in it.
    if (file.seek(0) && file.peek(4) == QByteArray("PK\x03\x04") && !name.endsWith(u".xlsx"_s))
        return Error::of(ErrorKind::InvalidRequest, VerifierTexts::tr("%1 is a zip.").arg(name),
                         VerifierTexts::tr("Unpack it first, then verify what was in it."));
    return Error::of(ErrorKind::InvalidRequest,
                     VerifierTexts::tr("%1 is no export of a journal.").arg(name),
                     VerifierTexts::tr("Name an export in JSON Lines, or the folder of an "
                                       "evidence pack."));
}

} // namespace

namespace journalVerifier {

ExportFinding judged(const std::vector<ExportedLine> &lines, qint64 entries, bool isPart)
{
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].sequence == 0)
            return found(Tampering::Edited, i == 0 ? 1 : lines[i - 1].sequence + 1);
    }
    if (const ExportFinding finding = judgedByNumbers(lines, isPart); !finding.isIntact())
        return finding;
    const auto there = qint64(lines.size());
    if (there < entries && isPart)
        return found(Tampering::Removed, 0, entries - there);
    if (there < entries)
        return found(Tampering::CutAtEnd, there, entries - there);
    if (there > entries)
        return found(Tampering::Inserted, isPart ? 0 : entries + 1, there - entries);
    return judgedByChain(lines);
}

Error cannotRead(const QString &file, const QString &reason)
{
    return Error::of(
        ErrorKind::Storage,
        VerifierTexts::tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(file), reason));
}

HeldJournal holdEntries(QIODevice &device, const JournalSeal &seal,
                        const std::optional<PackConsistency> &consistency, const QString &maker,
                        const ExportExpectation &expected)
{
    FileReading reading;
    LineReading lines(device);
    while (!device.atEnd()) {
        const QByteArray line = lines.next();
        if (line.isNull())
            break; // what the device says it has, it does not give
        reading.add(line);
    }
    reading.end();
    return heldBy(reading, seal, consistency, maker, expected);
}

Outcome<ExportVerdict> verifyJsonLines(const QString &path, const ExportExpectation &expected)
{
    const QFileInfo info(path);
    QFile file(path);
    if (info.exists() && !info.isFile())
        return cannotRead(path, VerifierTexts::tr("it is not a regular file"));
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file.errorString());
    const Outcome<ExportVerdict> verdict = verifyJsonLines(file, expected);
    if (verdict && file.error() != QFileDevice::NoError)
        return cannotRead(path, file.errorString());
    if (verdict && verdict->tampering == Tampering::NotSealed && verdict->entries == 0)
        return noExport(file);
    return verdict;
}

Outcome<ExportVerdict> verifyJsonLines(QIODevice &device, const ExportExpectation &expected)
{
    FileReading reading;
    QByteArray last;
    LineReading lines(device);
    while (!device.atEnd()) {
        const QByteArray line = lines.next();
        if (line.isNull())
            break;
        if (!last.isNull())
            reading.add(last);
        last = line;
    }
    const auto seal = JournalSeal::fromLine(last);
    if (!seal && !last.isNull())
        reading.add(last);
    reading.end();
    if (seal)
        return verdictOn(reading, *seal, expected);
    ExportVerdict verdict;
    verdict.add(found(Tampering::NotSealed));
    verdict.entries = std::count_if(reading.lines.begin(), reading.lines.end(),
                                    [](const ExportedLine &line) { return line.sequence > 0; });
    return verdict;
}

} // namespace journalVerifier
} // namespace chatelaine
