// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalseal.h"

#include "core/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SealTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::JournalSeal)
};

} // namespace

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

Sealed Sealed::by(const JournalSeal &seal)
{
    if (seal.publicKey.isEmpty())
        return {{}, seal.unsignedWhy};
    return {signature::fingerprintOf(signature::publicKeyFromPem(seal.publicKey)), {}};
}

SealPart SealPart::of(const JournalStretch &lines, const QString &installation,
                      std::vector<bool> kept)
{
    SealPart part;
    part.chain = ChainPart::of(lines, installation);
    part.kept = std::move(kept);
    part.leaves.reserve(lines.size());
    part.span = MerkleSpan(lines.isEmpty() ? 0 : lines.sequence(0) - 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        part.leaves.push_back(merkle::leafHash(lines.line(i)));
        part.span.append(part.leaves.back(), part.kept[i]);
    }
    return part;
}

JournalSealer::JournalSealer(const QString &installation, SealedBy by, Proofs proofs)
    : m_installation(installation)
    , m_by(std::move(by))
    , m_chain(installation)
{
    if (proofs == Proofs::Wanted)
        m_tree.emplace();
}

void JournalSealer::take(const JournalLine &line, bool isKept)
{
    JournalStretch one;
    one.append(line.sequence, line.line);
    take(SealPart::of(one, m_installation, {isKept}));
}

void JournalSealer::take(const SealPart &part)
{
    const bool fits = part.span.begin() == m_span.end(); // not where an entry is missing
    if (fits)
        m_span.append(part.span);
    for (std::size_t i = 0; i < part.leaves.size(); ++i) {
        if (!fits)
            m_span.append(part.leaves[i], part.kept[i]);
        if (m_tree)
            m_tree->append(part.leaves[i]);
    }
    m_kept += std::count(part.kept.begin(), part.kept.end(), true);
    m_chain.take(part.chain);
}

Checkpoint JournalSealer::checkpoint() const
{
    return {journalOrigin(m_installation), m_span.end(), m_span.root()};
}

QString JournalSealer::problem() const
{
    if (m_chain.verdict().intact)
        return {};
    return SealTexts::tr("The journal is broken at entry %1: %2")
        .arg(m_chain.verdict().firstBad)
        .arg(m_chain.verdict().reason);
}

JournalSeal JournalSealer::seal() const
{
    JournalSeal seal;
    seal.entries = kept();
    seal.gaps = m_span.gaps();
    seal.unsignedWhy = m_by.unsignedWhy;
    if (!m_chain.verdict().intact) {
        seal.unsignedWhy = problem();
    } else if (m_by.signer) {
        seal.note = signedNote(checkpoint(), *m_by.signer);
        if (seal.note.isEmpty())
            seal.unsignedWhy = SealTexts::tr("The key could not be used to sign.");
        else
            seal.publicKey = signature::publicKeyPem(m_by.signer->publicKey);
    }
    if (seal.note.isEmpty())
        seal.note = checkpointText(checkpoint());
    return seal;
}

} // namespace chatelaine
