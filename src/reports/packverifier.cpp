// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/packverifier.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qint64 smallFile = 64 << 20; ///< all that is read as a whole is far below
constexpr qsizetype hexSize = 64;

struct PackTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::PackVerifier)
};

/** A pack that is read. */
class PackFolder
{
public:
    explicit PackFolder(const QString &folder)
        : m_folder(folder)
    {}

    /** Whether it is worth to be looked at. Nothing is read for it. */
    bool mayBePack() const
    {
        const QFileInfo sums(path(packFiles::sums));
        return sums.exists() || sums.isSymLink() || !journals().isEmpty();
    }
    bool isPack() const
    {
        return !journals().isEmpty() ||
               bytes(path(packFiles::sums)).contains("  " + packFiles::journals.toUtf8() + '/');
    }
    QStringList journals() const
    {
        return QDir(path(packFiles::journals))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString path(const QString &journal, const QString &name) const
    {
        return path(packFiles::journalFolder(journal) + QLatin1Char('/') + name);
    }
    /** Empty when there is none. */
    QByteArray bytes(const QString &path) const
    {
        QFile file(path);
        // Asked for more than there is, QFile makes room for all of it.
        return file.open(QIODevice::ReadOnly) ? file.read(std::min(file.size(), smallFile))
                                              : QByteArray();
    }
    QJsonObject report() const
    {
        return QJsonDocument::fromJson(bytes(path(packFiles::report))).object();
    }
    /** Origin of the journal of whoever made it; empty when that is not one of the pack's. */
    QString maker() const;

    /** What is neither a file nor a folder: nothing is to be read before that is known. */
    ExportFinding irregular() const;
    /** The first file that is not as the sums have it, but for those in `known`. */
    ExportFinding otherFile(const QByteArray &sums, const QSet<QString> &known) const;

private:
    std::optional<FileChange> changeOf(const QString &name, QByteArrayView sum) const;

    const QDir m_folder;
};

ExportFinding changedFile(const QString &name, FileChange change,
                          Tampering tampering = Tampering::OtherFiles)
{
    return {tampering, 0, 0, name, change};
}

QString PackFolder::maker() const
{
    const QStringList all = journals();
    const QString named = report().value(packFiles::makerMember).toString();
    if (all.size() == 1)
        return journalOrigin(all.constFirst());
    return all.contains(named) ? journalOrigin(named) : QString();
}

ExportFinding PackFolder::irregular() const
{
    QDirIterator all(m_folder.path(),
                     QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QFileInfo info = all.fileInfo();
        if (info.isSymLink() || !(info.isFile() || info.isDir()))
            return changedFile(m_folder.relativeFilePath(path), FileChange::NotRegular);
    }
    return {};
}

/** Nothing when it is as it was summed up. */
std::optional<FileChange> PackFolder::changeOf(const QString &name, QByteArrayView sum) const
{
    QFile file(path(name));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.exists())
        return FileChange::Removed;
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) || hash.result().toHex() != sum)
        return FileChange::Edited;
    return std::nullopt;
}

ExportFinding PackFolder::otherFile(const QByteArray &sums, const QSet<QString> &known) const
{
    if (!QFile::exists(path(packFiles::sums)))
        return changedFile(packFiles::sums, FileChange::Removed);
    QSet<QString> named{packFiles::sums, packFiles::signature};
    // A second signature is one of a key that is in the pack; anything else was added.
    if (QFile::exists(path(packFiles::secondKey)))
        named.insert(packFiles::secondSignature);
    for (const QByteArray &line : sums.split('\n')) {
        if (line.isEmpty())
            continue;
        const QString name = QString::fromUtf8(line.mid(hexSize + 2));
        if (name.isEmpty() || line.sliced(hexSize, 2) != "  " || QDir::cleanPath(name) != name ||
            QDir::isAbsolutePath(name) || name.startsWith(QStringLiteral("..")))
            return changedFile(packFiles::sums, FileChange::Edited);
        named.insert(name);
        if (known.contains(name))
            continue;
        if (const auto change = changeOf(name, QByteArrayView(line).first(hexSize)))
            return changedFile(name, *change);
    }
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = m_folder.relativeFilePath(files.next());
        if (!named.contains(name))
            return changedFile(name, FileChange::Added);
    }
    return {};
}

/** The seal of a journal: of a part as it was written, of a whole one the head alone. */
std::optional<JournalSeal> sealOf(const PackFolder &pack, const QString &journal)
{
    const QByteArray note = pack.bytes(pack.path(journal, packFiles::head));
    const auto opened = openCheckpoint(note, {});
    if (!opened)
        return std::nullopt;
    JournalSeal seal;
    seal.entries = opened->checkpoint.size;
    if (QFile::exists(pack.path(journal, packFiles::inclusion))) {
        auto part =
            JournalSeal::fromLine(pack.bytes(pack.path(journal, packFiles::inclusion)).trimmed());
        if (!part)
            return std::nullopt;
        seal = *part;
    }
    seal.note = note;
    seal.publicKey = pack.bytes(pack.path(packFiles::publicKey));
    return seal;
}

/** A pack while it is verified. */
class PackVerification
{
public:
    PackVerification(const PackFolder &pack, const ExportExpectation &expected)
        : m_pack(pack)
        , m_expected(expected)
    {}

    ExportVerdict verdict();

private:
    void holdJournal(const QString &journal);
    void holdFiles();
    void holdSigner();
    bool holdSignature(const QString &name, bool isValid);
    void holdHeads();
    void holdAgainstKnown();

    const PackFolder &m_pack;
    const ExportExpectation &m_expected;
    ExportVerdict m_verdict;
    QList<HeldJournal> m_held;
    QStringList m_origins;
    QSet<QString> m_blamed; ///< files of which something more serious is known
    QByteArray m_sums;
    QByteArray m_publicKey; ///< of the pack
};

ExportVerdict PackVerification::verdict()
{
    m_verdict.maker = m_pack.maker();
    m_verdict.unsignedWhy = m_pack.report().value(packFiles::unsignedMember).toString();
    m_sums = m_pack.bytes(m_pack.path(packFiles::sums));
    m_publicKey = signature::publicKeyFromPem(m_pack.bytes(m_pack.path(packFiles::publicKey)));
    for (const QString &journal : m_pack.journals())
        holdJournal(journal);
    holdFiles();
    holdSigner();
    holdAgainstKnown();
    return m_verdict;
}

void PackVerification::holdJournal(const QString &journal)
{
    const QString name = packFiles::journalFolder(journal) + QLatin1Char('/') + packFiles::events;
    QFile events(m_pack.path(name));
    const auto seal = sealOf(m_pack, journal);
    m_origins.append(journalOrigin(journal));
    if (!events.open(QIODevice::ReadOnly)) {
        m_verdict.add(changedFile(name, FileChange::Removed));
        m_blamed.insert(name);
        return;
    }
    if (!seal)
        return m_verdict.add({Tampering::NotSealed, 0, 0, name});
    const auto consistency =
        PackConsistency::fromJson(m_pack.bytes(m_pack.path(journal, packFiles::consistency)));
    HeldJournal held =
        journalVerifier::holdEntries(events, *seal, consistency, m_verdict.maker, m_expected);
    // A head is that of the journal whose folder it is in.
    if (held.finding.isIntact() && held.journal.head.origin != journalOrigin(journal))
        held.finding =
            changedFile(packFiles::journalFolder(journal) + QLatin1Char('/') + packFiles::head,
                        FileChange::Edited, Tampering::Forged);
    if (!held.finding.isIntact()) {
        held.finding.file = held.finding.file.isEmpty() ? name : held.finding.file;
        m_blamed.insert(held.finding.file);
    }
    if (m_verdict.journals.isEmpty() || (m_verdict.isIntact() && !held.finding.isIntact()))
        m_verdict.head = held.journal.head;
    m_verdict.add(held.finding);
    m_verdict.entries += held.journal.entries;
    m_verdict.isPart = m_verdict.isPart || held.journal.isPart;
    m_verdict.journals.append(held.journal);
    m_held.append(held);
}

void PackVerification::holdFiles()
{
    m_verdict.add(m_pack.otherFile(m_sums, m_blamed));
}

/** The key of the pack, and what it signed: the sums. */
void PackVerification::holdSigner()
{
    const QByteArray made = m_pack.bytes(m_pack.path(packFiles::signature));
    const QByteArray secondKey = m_pack.bytes(m_pack.path(packFiles::secondKey));
    m_verdict.hasSignature = !made.isEmpty() || !secondKey.isEmpty() ||
                             QFile::exists(m_pack.path(packFiles::publicKey)) ||
                             std::any_of(m_held.begin(), m_held.end(), [](const HeldJournal &held) {
                                 return held.hasSignatures;
                             });
    const QByteArray signer =
        m_publicKey.isEmpty() ? QByteArray() : signature::fingerprintOf(m_publicKey);
    const bool isKnown = m_expected.isSigner(signer, m_verdict.maker, m_origins);
    if (!isKnown)
        m_verdict.add({Tampering::OtherSigner});
    if (!m_verdict.hasSignature)
        return;
    bool isValid =
        holdSignature(packFiles::signature, signature::isValid(m_publicKey, m_sums, made));
    if (isKnown && isValid)
        holdHeads();
    if (QFile::exists(m_pack.path(packFiles::secondKey))) {
        const QByteArray second = m_pack.bytes(m_pack.path(packFiles::secondSignature));
        isValid = holdSignature(packFiles::secondSignature,
                                signature::isValidP256(secondKey, m_sums, second)) &&
                  isValid;
    }
    m_verdict.isSigned =
        isValid && std::all_of(m_held.begin(), m_held.end(),
                               [](const HeldJournal &held) { return held.isSigned; });
    if (m_verdict.isSigned)
        m_verdict.publicKey = m_publicKey;
}

bool PackVerification::holdSignature(const QString &name, bool isValid)
{
    const bool isThere = QFile::exists(m_pack.path(name));
    if (!isValid)
        m_verdict.add(changedFile(name, isThere ? FileChange::Edited : FileChange::Removed,
                                  Tampering::Forged));
    return isValid;
}

/** Of sums that are signed rightly, the head that is not. */
void PackVerification::holdHeads()
{
    for (const HeldJournal &held : std::as_const(m_held)) {
        const QString name = held.journal.head.origin.section(QLatin1Char('/'), -1);
        if (!held.isSigned)
            return m_verdict.add(changedFile(
                packFiles::journalFolder(name) + QLatin1Char('/') + packFiles::head,
                FileChange::Edited, held.isByOther ? Tampering::OtherSigner : Tampering::Forged));
    }
}

void PackVerification::holdAgainstKnown()
{
    const auto any = [this](auto member) {
        return std::any_of(m_held.begin(), m_held.end(),
                           [member](const HeldJournal &held) { return held.*member; });
    };
    const auto rewritten = std::find_if(m_held.begin(), m_held.end(),
                                        [](const HeldJournal &held) { return held.notFrom > 0; });
    if (rewritten != m_held.end()) {
        const QByteArray signer = m_verdict.isSigned ? signature::fingerprintOf(m_publicKey) : "";
        // A maker of whom nothing is known proves nothing about a history that was changed.
        if (!m_verdict.has(Tampering::OtherSigner) && m_expected.isStranger(signer, m_origins))
            m_verdict.add({Tampering::OtherSigner});
        m_verdict.add({Tampering::Rewritten, rewritten->notFrom});
    }
    for (const KnownHead &known : m_expected.heads) {
        if (known.isPrevious && !m_origins.contains(known.origin))
            m_verdict.add(
                changedFile(packFiles::journalFolder(known.origin.section(QLatin1Char('/'), -1)),
                            FileChange::Removed));
    }
    // A pack is an entry of its maker's journal: of two packs, one journal at least has grown.
    if (any(&HeldJournal::isOlder) ||
        (any(&HeldJournal::isAsPrevious) && !any(&HeldJournal::hasGrown)))
        m_verdict.add({Tampering::Older});
}

Error noPack(const QString &folder)
{
    return Error::of(ErrorKind::InvalidRequest,
                     PackTexts::tr("%1 is no evidence pack.").arg(QDir::toNativeSeparators(folder)),
                     PackTexts::tr("Name the folder that holds the file SHA256SUMS."));
}

} // namespace

namespace packVerifier {

Outcome<ExportVerdict> verifyPack(const QString &folder, const ExportExpectation &expected)
{
    const PackFolder pack(folder);
    if (!pack.mayBePack())
        return noPack(folder);
    ExportVerdict irregular;
    irregular.add(pack.irregular());
    if (!irregular.isIntact())
        return irregular;
    if (!pack.isPack())
        return noPack(folder);
    return PackVerification(pack, expected).verdict();
}

Outcome<QList<KnownHead>> headsOfPack(const QString &folder)
{
    const PackFolder pack(folder);
    if (!pack.mayBePack() || !pack.irregular().isIntact() || !pack.isPack())
        return noPack(folder);
    const QByteArray publicKey =
        signature::publicKeyFromPem(pack.bytes(pack.path(packFiles::publicKey)));
    QList<KnownHead> heads;
    for (const QString &journal : pack.journals()) {
        const auto opened =
            openCheckpoint(pack.bytes(pack.path(journal, packFiles::head)), publicKey);
        if (!opened)
            return noPack(folder);
        KnownHead known{opened->checkpoint.origin,
                        {opened->checkpoint.size, opened->checkpoint.root},
                        {},
                        true,
                        pack.maker()};
        if (opened->isSigned)
            known.fingerprint = signature::fingerprintOf(publicKey);
        heads.append(known);
    }
    return heads;
}

} // namespace packVerifier
} // namespace chatelaine
