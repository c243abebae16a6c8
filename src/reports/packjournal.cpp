// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/packjournal.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray hashesToJson(const QList<Hash256> &hashes)
{
    QJsonArray array;
    for (const Hash256 &hash : hashes)
        array.append(QString::fromLatin1(base64Of(hash)));
    return array;
}

const QString headMember = QStringLiteral("head.");

} // namespace

QString PackHead::toText() const
{
    return QString::number(size) + u' ' + QString::fromLatin1(base64Of(root));
}

std::optional<PackHead> PackHead::fromText(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 2)
        return std::nullopt;
    bool isNumber = false;
    PackHead head;
    head.size = parts.at(0).toLongLong(&isNumber);
    const auto root = hashFromBase64(parts.at(1).toLatin1());
    if (!isNumber || head.size < 1 || !root)
        return std::nullopt;
    head.root = *root;
    return head;
}

QString packHeadMember(const QString &installation)
{
    return headMember + installation;
}

QMap<QString, PackHead> packHeadsIn(const QJsonObject &detail)
{
    QMap<QString, PackHead> heads;
    for (auto it = detail.begin(); it != detail.end(); ++it) {
        if (!it.key().startsWith(headMember))
            continue;
        if (const auto head = PackHead::fromText(it.value().toString()))
            heads.insert(it.key().sliced(headMember.size()), *head);
    }
    return heads;
}

QMap<QString, PackHead> packHeadsOf(const JournalLine &line)
{
    if (!line.line.contains("\"kind\":\"report.export\"") || !line.line.contains(":\"pack\""))
        return {};
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    if (entry.value("outcome"_L1) != "succeeded"_L1 || detail.value("format"_L1) != "pack"_L1)
        return {};
    return packHeadsIn(detail);
}

QString packFiles::journalFolder(const QString &installation)
{
    return journals + u'/' + installation;
}

QByteArray PackConsistency::toJson() const
{
    return QJsonDocument(QJsonObject{{"from"_L1, from.size},
                                     {"fromRoot"_L1, QString::fromLatin1(base64Of(from.root))},
                                     {"proof"_L1, hashesToJson(proof)}})
        .toJson();
}

std::optional<PackConsistency> PackConsistency::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PackConsistency read;
    read.from.size = object.value("from"_L1).toInteger();
    const auto root = hashFromBase64(object.value("fromRoot"_L1).toString().toLatin1());
    if (read.from.size < 1 || !root)
        return std::nullopt;
    read.from.root = *root;
    const QJsonArray array = object.value("proof"_L1).toArray();
    for (const auto &value : array) {
        const auto hash = hashFromBase64(value.toString().toLatin1());
        if (!hash)
            return std::nullopt;
        read.proof.append(*hash);
    }
    return read;
}

PackJournal::PackJournal(const QString &folder)
    : m_folder(folder)
    , m_events(QDir(folder).filePath(packFiles::events))
{}

bool PackJournal::write(const JournalLine &line)
{
    return m_events.write(line.line) == line.line.size() && m_events.putChar('\n');
}

bool PackJournal::finish(JournalSealer &sealer, const std::optional<PackHead> &previous)
{
    if (!m_events.flush())
        return false;
    m_events.close();
    const JournalSeal seal = sealer.seal();
    m_sealed = Sealed::by(seal);
    if (!writeFile(packFiles::head, seal.note))
        return false;
    const bool isPart = sealer.kept() != sealer.size();
    if (isPart && !writeFile(packFiles::inclusion, seal.toLine() + '\n'))
        return false;
    // What does not fit to the journal as it is now proves nothing: whoever verifies will miss it.
    std::optional<MerkleTree> &tree = sealer.tree();
    if (!previous || !tree || previous->size > tree->size() ||
        tree->root(previous->size) != previous->root)
        return true;
    const PackConsistency proof{*previous, tree->consistencyProof(previous->size, tree->size())};
    return writeFile(packFiles::consistency, proof.toJson());
}

bool PackJournal::writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(QDir(m_folder).filePath(name));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return true;
    m_problem = file.errorString();
    return false;
}

} // namespace chatelaine
