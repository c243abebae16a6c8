// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalverifier.h"

#include "core/enumnames.h"
#include "reports/journalseal.h"
#include "store/journalchain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestLine = 1 << 20; // a seal with the gaps of a part is the longest

constexpr std::array tamperingNames = {
    std::pair{Tampering::None, QLatin1StringView("none")},
    std::pair{Tampering::Edited, QLatin1StringView("edited")},
    std::pair{Tampering::Removed, QLatin1StringView("removed")},
    std::pair{Tampering::Inserted, QLatin1StringView("inserted")},
    std::pair{Tampering::Reordered, QLatin1StringView("reordered")},
    std::pair{Tampering::CutAtEnd, QLatin1StringView("cut_at_end")},
    std::pair{Tampering::Rewritten, QLatin1StringView("rewritten")},
    std::pair{Tampering::Forged, QLatin1StringView("forged")},
    std::pair{Tampering::NotSealed, QLatin1StringView("not_sealed")},
    std::pair{Tampering::OtherSigner, QLatin1StringView("signed_by_another")},
    std::pair{Tampering::Older, QLatin1StringView("older")},
    std::pair{Tampering::OtherFiles, QLatin1StringView("other_files")},
};

struct VerifierTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::JournalVerifier)
};

ExportVerdict found(Tampering tampering, qint64 at, qint64 count = 0)
{
    ExportVerdict verdict;
    verdict.tampering = tampering;
    verdict.at = at;
    verdict.count = count;
    return verdict;
}

/** The numbers as they are, sorted: what is missing, and what is there twice. */
ExportVerdict judgedByNumbers(const std::vector<ExportedLine> &lines, bool isPart)
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
ExportVerdict judgedByChain(const std::vector<ExportedLine> &lines)
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

/** The next line, without its end; null when the device gives none. */
QByteArray lineOf(QIODevice &device)
{
    QByteArray line = device.readLine(longestLine);
    if (line.endsWith('\n'))
        line.chop(1);
    else if (line.isEmpty())
        return {};
    return line.isNull() ? QByteArray("") : line;
}

/** The entries of a file, as they are read. */
class FileReading
{
public:
    void add(const QByteArray &line)
    {
        m_entry.read(line);
        ExportedLine read;
        read.sequence = std::max<qint64>(m_entry.sequence().value_or(0), 0);
        read.follows = m_entry.text(JournalMember::Previous) == m_previous;
        m_previous = hexOf(m_hash.of({line}));
        lines.push_back(read);
        leaves.push_back(merkle::leafHash(m_hash, line));
    }

    /** The root to which the entries lead; nothing when they cannot lead to one. */
    std::optional<Hash256> root(const JournalSeal &seal, qint64 size) const
    {
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
    Sha256 m_hash;
    JournalReader m_entry;
    QByteArray m_previous = noPreviousHash();
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

/** By the key that was named; else by one of those that signed this journal before. */
bool isSignedAsKnown(const QByteArray &signer, const QString &origin,
                     const ExportExpectation &expected)
{
    if (!expected.fingerprint.isEmpty())
        return expected.fingerprint == signer;
    bool knowsAny = false;
    for (const KnownHead &known : expected.heads) {
        if (known.origin != origin || known.fingerprint.isEmpty())
            continue;
        if (known.fingerprint == signer)
            return true;
        knowsAny = true;
    }
    return !knowsAny;
}

/** What the heads that are known say of one that fits to its entries. */
Tampering heldAgainstKnown(const FileReading &reading, const ExportVerdict &verdict,
                           const std::optional<PackConsistency> &consistency,
                           const ExportExpectation &expected)
{
    const QByteArray signer = verdict.isSigned ? signature::fingerprintOf(verdict.publicKey) : "";
    if (!isSignedAsKnown(signer, verdict.head.origin, expected))
        return Tampering::OtherSigner;
    Tampering found = Tampering::None;
    for (const KnownHead &known : expected.heads) {
        if (known.origin != verdict.head.origin)
            continue;
        const qint64 more = verdict.head.size - known.head.size;
        if (more < 0 || (more == 0 && known.isPrevious)) {
            if (known.isPrevious || !expected.mayBeOlder)
                found = Tampering::Older;
            continue;
        }
        if (!goesOn(reading, verdict.head, verdict.isPart, known.head, consistency).value_or(true))
            return Tampering::Rewritten;
    }
    return found;
}

/** Holds entries against the seal that belongs to them. */
ExportVerdict held(const FileReading &reading, const JournalSeal &seal,
                   const std::optional<PackConsistency> &consistency,
                   const ExportExpectation &expected)
{
    const QByteArray publicKey = signature::publicKeyFromPem(seal.publicKey);
    const auto opened = openCheckpoint(seal.note, publicKey);
    if (!opened)
        return found(Tampering::NotSealed, 0);
    const Checkpoint &head = opened->checkpoint;
    const bool isPart = !seal.gaps.isEmpty() || seal.entries != head.size;
    ExportVerdict verdict = journalVerifier::judged(reading.lines, seal.entries, isPart);
    if (verdict.isIntact() && reading.root(seal, head.size) != head.root)
        verdict = found(isPart ? Tampering::Edited : Tampering::Rewritten, 0);
    const bool claimsSignature = !seal.publicKey.isEmpty() || opened->hasSignatures;
    if (verdict.isIntact() && claimsSignature && !opened->isSigned)
        verdict = found(Tampering::Forged, 0);
    verdict.head = head;
    verdict.isPart = isPart;
    verdict.isSigned = opened->isSigned;
    verdict.publicKey = opened->isSigned ? publicKey : QByteArray();
    verdict.unsignedWhy = seal.unsignedWhy;
    verdict.entries = qint64(reading.lines.size());
    if (verdict.isIntact())
        verdict.tampering = heldAgainstKnown(reading, verdict, consistency, expected);
    return verdict;
}

} // namespace

QString tamperingName(Tampering tampering)
{
    return nameIn(tamperingNames, tampering);
}

QString ExportVerdict::sentence() const
{
    switch (tampering) {
    case Tampering::None:
        return VerifierTexts::tr("The entries are those of the journal.");
    case Tampering::Edited:
        return at > 0 ? VerifierTexts::tr("Entry %1 was edited.").arg(at)
                      : VerifierTexts::tr("An entry was edited, or exchanged for another one.");
    case Tampering::Removed:
        return at > 0 ? VerifierTexts::tr("Entries were removed, from number %1 on: %2.")
                            .arg(at)
                            .arg(count)
                      : VerifierTexts::tr("Entries were removed: %1.").arg(count);
    case Tampering::Inserted:
        return at > 0 ? VerifierTexts::tr("An entry was inserted as number %1.").arg(at)
                      : VerifierTexts::tr("Entries were inserted: %1.").arg(count);
    case Tampering::Reordered:
        return VerifierTexts::tr("Entry %1 stands in another place.").arg(at);
    case Tampering::CutAtEnd:
        return VerifierTexts::tr("The end was cut off: the last entry is %1, and %2 are missing.")
            .arg(at)
            .arg(count);
    case Tampering::Rewritten:
        return VerifierTexts::tr("The entries lead to another head than the one that was written "
                                 "with them: the last entry was edited, or all were written anew.");
    case Tampering::Forged:
        return VerifierTexts::tr("The head is not signed by the key that stands beside it.");
    case Tampering::NotSealed:
        return VerifierTexts::tr(
            "There is no head behind the entries: the end was cut off, or this "
            "is no export of a journal.");
    case Tampering::OtherSigner:
        return VerifierTexts::tr("It is not signed by the key that is known.");
    case Tampering::Older:
        return VerifierTexts::tr("It is an older one: more entries of this journal are known.");
    case Tampering::OtherFiles:
        return VerifierTexts::tr("%1 was edited, removed or added.").arg(file);
    }
    Q_UNREACHABLE();
}

namespace journalVerifier {

QList<KnownHead> knownHeadsOf(const JournalLine &line)
{
    QList<KnownHead> known;
    const QMap<QString, PackHead> made = packHeadsOf(line);
    for (auto it = made.begin(); it != made.end(); ++it)
        known.append({journalOrigin(it.key()), it.value(), {}, false});
    if (!line.line.contains("\"kind\":\"log.verify\""))
        return known;
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    const auto head = PackHead::fromText(detail.value("head"_L1).toString());
    if (head && entry.value("outcome"_L1) == "succeeded"_L1)
        known.append({detail.value("origin"_L1).toString(), *head,
                      detail.value("signer"_L1).toString().toLatin1(), false});
    return known;
}

ExportVerdict judged(const std::vector<ExportedLine> &lines, qint64 entries, bool isPart)
{
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].sequence == 0)
            return found(Tampering::Edited, i == 0 ? 1 : lines[i - 1].sequence + 1);
    }
    if (const ExportVerdict verdict = judgedByNumbers(lines, isPart); !verdict.isIntact())
        return verdict;
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

ExportVerdict verifyEntries(QIODevice &device, const JournalSeal &seal,
                            const std::optional<PackConsistency> &consistency,
                            const ExportExpectation &expected)
{
    FileReading reading;
    while (!device.atEnd()) {
        const QByteArray line = lineOf(device);
        if (line.isNull())
            break; // what the device says it has, it does not give
        reading.add(line);
    }
    return held(reading, seal, consistency, expected);
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
    return verdict;
}

Outcome<ExportVerdict> verifyJsonLines(QIODevice &device, const ExportExpectation &expected)
{
    FileReading reading;
    QByteArray last;
    while (!device.atEnd()) {
        const QByteArray line = lineOf(device);
        if (line.isNull())
            break;
        if (!last.isNull())
            reading.add(last);
        last = line;
    }
    if (const auto seal = JournalSeal::fromLine(last))
        return held(reading, *seal, {}, expected);
    ExportVerdict verdict = found(Tampering::NotSealed, 0);
    verdict.entries = qint64(reading.lines.size());
    return verdict;
}

} // namespace journalVerifier
} // namespace chatelaine
