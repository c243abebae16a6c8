// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journaljsonl.h"

#include "core/canonicaljson.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

QByteArray JournalSeal::toLine() const
{
    QJsonObject object{{"checkpoint"_L1, QString::fromUtf8(note)}, {"entries"_L1, entries}};
    if (!publicKey.isEmpty())
        object.insert("publicKey"_L1, QString::fromLatin1(publicKey));
    if (!unsignedWhy.isEmpty())
        object.insert("unsigned"_L1, unsignedWhy);
    if (!gaps.isEmpty()) {
        QJsonArray array;
        for (const Hash256 &gap : gaps)
            array.append(QString::fromLatin1(base64Of(gap)));
        object.insert("gaps"_L1, array);
    }
    return canonicalJson(object).value();
}

std::optional<JournalSeal> JournalSeal::fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.value("checkpoint"_L1).isString())
        return std::nullopt;
    JournalSeal seal;
    seal.note = object.value("checkpoint"_L1).toString().toUtf8();
    seal.entries = object.value("entries"_L1).toInteger(-1);
    seal.publicKey = object.value("publicKey"_L1).toString().toLatin1();
    seal.unsignedWhy = object.value("unsigned"_L1).toString();
    for (const auto &value : object.value("gaps"_L1).toArray()) {
        const auto gap = hashFromBase64(value.toString().toLatin1());
        if (!gap)
            return std::nullopt;
        seal.gaps.append(*gap);
    }
    return seal;
}

JournalJsonLines::JournalJsonLines(const QString &installation, SealedBy by)
    : m_origin(journalOrigin(installation))
    , m_by(std::move(by))
{}

bool JournalJsonLines::begin(QIODevice &device)
{
    m_device = &device;
    return true;
}

bool JournalJsonLines::add(const JournalLine &line)
{
    m_kept.push_back(m_tree.size());
    m_tree.append(line.line);
    return m_device->write(line.line) == line.line.size() && m_device->putChar('\n');
}

void JournalJsonLines::pass(const JournalLine &line)
{
    m_tree.append(line.line);
}

Checkpoint JournalJsonLines::checkpoint()
{
    return {m_origin, m_tree.size(), m_tree.root()};
}

bool JournalJsonLines::end()
{
    JournalSeal seal;
    const Signer *signer = m_by.signer ? &*m_by.signer : nullptr;
    seal.note = checkpointNote(checkpoint(), signer);
    seal.entries = qint64(m_kept.size());
    seal.gaps = m_tree.gaps(m_kept, m_tree.size());
    if (signer)
        seal.publicKey = signature::publicKeyPem(signer->publicKey);
    seal.unsignedWhy = m_by.unsignedWhy;
    const QByteArray line = seal.toLine() + '\n';
    return m_device->write(line) == line.size();
}

} // namespace chatelaine
