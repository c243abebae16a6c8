// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/packverifier.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
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

    bool isPack() const { return m_folder.exists(packFiles::sums) && !journals().isEmpty(); }
    QStringList journals() const
    {
        return QDir(m_folder.filePath(QStringLiteral("journals")))
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

    /** The first file that is not as the sums have it; empty when all are. */
    QString otherFile(const QByteArray &sums) const;

private:
    QString wrongSum(const QByteArray &line, QSet<QString> *named) const;

    const QDir m_folder;
};

QString PackFolder::wrongSum(const QByteArray &line, QSet<QString> *named) const
{
    const QString name = QString::fromUtf8(line.mid(hexSize + 2));
    const QString clean = QDir::cleanPath(name);
    if (name.isEmpty() || clean != name || QDir::isAbsolutePath(name) ||
        name.startsWith(QStringLiteral("..")))
        return packFiles::sums;
    named->insert(name);
    QFile file(path(name));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) ||
        hash.result().toHex() + "  " != line.first(hexSize + 2))
        return name;
    return {};
}

QString PackFolder::otherFile(const QByteArray &sums) const
{
    QSet<QString> named{packFiles::sums, packFiles::signature};
    for (const QByteArray &line : sums.split('\n')) {
        if (line.isEmpty())
            continue;
        if (const QString wrong = wrongSum(line, &named); !wrong.isEmpty())
            return wrong;
    }
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = m_folder.relativeFilePath(files.next());
        if (!named.contains(name))
            return name;
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

ExportVerdict verdictOf(const PackFolder &pack, const QString &journal,
                        const ExportExpectation &expected)
{
    ExportVerdict verdict;
    const QString name = packFiles::journalFolder(journal) + QLatin1Char('/') + packFiles::events;
    QFile events(pack.path(name));
    const auto seal = sealOf(pack, journal);
    if (!seal || !events.open(QIODevice::ReadOnly)) {
        verdict.tampering = Tampering::NotSealed;
        verdict.file = name;
        return verdict;
    }
    const auto consistency =
        PackConsistency::fromJson(pack.bytes(pack.path(journal, packFiles::consistency)));
    verdict = journalVerifier::verifyEntries(events, *seal, consistency, expected);
    // A head is that of the journal whose folder it is in.
    if (verdict.isIntact() && verdict.head.origin != journalOrigin(journal))
        verdict.tampering = Tampering::Forged;
    return verdict;
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
    if (!pack.isPack())
        return noPack(folder);
    ExportVerdict whole;
    qint64 entries = 0;
    for (const QString &journal : pack.journals()) {
        const ExportVerdict verdict = verdictOf(pack, journal, expected);
        if (!verdict.isIntact())
            return verdict;
        entries += verdict.entries;
        whole = verdict;
    }
    whole.entries = entries;
    const QByteArray sums = pack.bytes(pack.path(packFiles::sums));
    whole.file = pack.otherFile(sums);
    if (!whole.file.isEmpty())
        whole.tampering = Tampering::OtherFiles;
    const QByteArray made = pack.bytes(pack.path(packFiles::signature));
    if (whole.isIntact() && (whole.isSigned || !made.isEmpty()) &&
        !signature::isValid(whole.publicKey, sums, made))
        whole.tampering = Tampering::Forged;
    return whole;
}

Outcome<QList<KnownHead>> headsOfPack(const QString &folder)
{
    const PackFolder pack(folder);
    if (!pack.isPack())
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
                        true};
        if (opened->isSigned)
            known.fingerprint = signature::fingerprintOf(publicKey);
        heads.append(known);
    }
    return heads;
}

} // namespace packVerifier
} // namespace chatelaine
