// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/evidencepack.h"

#include "reports/journalexport.h"
#include "reports/packmethod.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PackWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::EvidencePack)
};

QJsonObject reportDocument(const ReportHeader &header)
{
    QJsonObject facts;
    for (const ReportFact &fact : header.facts)
        facts.insert(fact.id, fact.text);
    return {
        {"title"_L1, header.title},
        {"complete"_L1, header.isComplete},
        {"missing"_L1, QJsonArray::fromStringList(header.missing)},
        {"facts"_L1, facts},
    };
}

/** For whoever has no Chatelaine; English, as commands are. */
QByteArray verifyInstructions(const Sealed &sealed)
{
    QFile file(u":/reports/verify.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the instructions of evidence packs are missing");
    QByteArray text = file.readAll();
    if (sealed.fingerprint.isEmpty())
        text += "\nTHIS PACK IS NOT SIGNED: " + sealed.unsignedWhy.toUtf8() +
                "\nCheck 2 does not apply: anybody can have made it.\n";
    return text;
}

} // namespace

EvidencePack::EvidencePack(QString folder)
    : m_folder(std::move(folder))
{}

Error EvidencePack::cannotWrite(const QString &reason) const
{
    return JournalExporter::cannotWrite(m_folder, reason);
}

Outcome<Done> EvidencePack::begin()
{
    m_work = std::make_unique<QTemporaryDir>(m_folder + u".unfinished-XXXXXX"_s);
    if (!m_work->isValid())
        return cannotWrite(m_work->errorString());
    return Done();
}

QString EvidencePack::path(const QString &name) const
{
    return m_work->filePath(name);
}

bool EvidencePack::addFolder(const QString &name)
{
    return QDir().mkpath(path(name));
}

std::unique_ptr<PackJournal> EvidencePack::addJournal(const QString &installation)
{
    const QString folder = path(packFiles::journalFolder(installation));
    if (m_maker.isEmpty())
        m_maker = installation;
    auto journal = std::make_unique<PackJournal>(folder);
    if (QDir().mkpath(folder) && journal->open())
        return journal;
    return nullptr;
}

bool EvidencePack::write(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return true;
    m_problem = file.errorString();
    return false;
}

/** A line for each file, as sha256sum writes them; empty when one cannot be read. */
QByteArray EvidencePack::sums()
{
    QStringList names;
    QDirIterator files(m_work->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(QDir(m_work->path()).relativeFilePath(files.next()));
    names.sort();
    QByteArray lines;
    for (const QString &name : std::as_const(names)) {
        QFile file(path(name));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
            m_problem = file.errorString();
            return {};
        }
        lines += hash.result().toHex() + "  " + name.toUtf8() + '\n';
    }
    return lines;
}

Outcome<Done> EvidencePack::finish(const ReportHeader &header, const SealedBy &by,
                                   const Sealed &sealed)
{
    const bool isSigned = by.signer && !sealed.fingerprint.isEmpty();
    QJsonObject report = reportDocument(header);
    report.insert(packFiles::makerMember, m_maker);
    if (!isSigned)
        report.insert(packFiles::unsignedMember, sealed.unsignedWhy);
    const bool isSignedTwice = isSigned && by.second;
    if (!write(packFiles::report, QJsonDocument(report).toJson()) ||
        !write(packFiles::method, packMethod(header)) ||
        !write(packFiles::instructions, verifyInstructions(sealed)) ||
        (isSigned && !write(packFiles::publicKey, signature::publicKeyPem(by.signer->publicKey))) ||
        (isSignedTwice && !write(packFiles::secondKey, by.second->publicPem)))
        return cannotWrite(m_problem);
    const QByteArray lines = sums();
    if (lines.isEmpty() || !write(packFiles::sums, lines) ||
        (isSigned && !write(packFiles::signature, by.signer->sign(lines))) ||
        (isSignedTwice && !write(packFiles::secondSignature, by.second->sign(lines))))
        return cannotWrite(m_problem);
    if (QFileInfo::exists(m_folder))
        return cannotWrite(PackWriterTexts::tr("it is there already"));
    std::error_code problem;
    std::filesystem::rename(QFileInfo(m_work->path()).filesystemAbsoluteFilePath(),
                            QFileInfo(m_folder).filesystemAbsoluteFilePath(), problem);
    if (problem)
        return cannotWrite(QString::fromLocal8Bit(problem.message().c_str()));
    m_work->setAutoRemove(false);
    return Done();
}

} // namespace chatelaine
