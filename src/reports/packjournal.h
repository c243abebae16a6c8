// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/journalseal.h"

#include <QFile>

namespace chatelaine {

/** How far a journal was in a pack. */
struct PackHead
{
    qint64 size = 0;
    Hash256 root{};
    bool operator==(const PackHead &) const = default;

    QString toText() const; ///< "12 BASE64", as the journal's entry of a pack has it
    static std::optional<PackHead> fromText(const QString &text);
};

/** What an entry of the journal says of the pack that was made then: heads by installation. Empty
 * for any other entry. */
QMap<QString, PackHead> packHeadsOf(const JournalLine &line);

/** The member of an entry's detail that has the head of an installation. */
QString packHeadMember(const QString &installation);
/** Heads by installation, as the detail of an entry has them. */
QMap<QString, PackHead> packHeadsIn(const QJsonObject &detail);

/** The files of a journal in a pack, and how they are called. */
namespace packFiles {
inline const QString events = QStringLiteral("events.jsonl");
inline const QString head = QStringLiteral("head.note");
inline const QString inclusion = QStringLiteral("inclusion.json");
inline const QString consistency = QStringLiteral("consistency.json");
inline const QString sums = QStringLiteral("SHA256SUMS");
inline const QString signature = QStringLiteral("SHA256SUMS.ed25519");
inline const QString publicKey = QStringLiteral("signer-ed25519.pem");
inline const QString secondSignature = QStringLiteral("SHA256SUMS.p256");
inline const QString secondKey = QStringLiteral("signer-p256.pem");
inline const QString method = QStringLiteral("method.txt");
inline const QString instructions = QStringLiteral("VERIFY.txt");
inline const QString report = QStringLiteral("report.json");
inline const QString makerMember = QStringLiteral("maker");       ///< of the report: installation
inline const QString unsignedMember = QStringLiteral("unsigned"); ///< of the report: why
inline const QString journals = QStringLiteral("journals");
/** Of an installation, below the pack. */
QString journalFolder(const QString &installation);
} // namespace packFiles

/** A consistency proof (RFC 6962, section 2.1.2) as a pack has it. */
struct PackConsistency
{
    PackHead from;
    QList<Hash256> proof;

    QByteArray toJson() const;
    static std::optional<PackConsistency> fromJson(const QByteArray &json);
};

/** Writes the journal of one installation into a pack. Not thread-safe. */
class PackJournal
{
public:
    /** `folder` is there. */
    explicit PackJournal(const QString &folder);

    bool open() { return m_events.open(QIODevice::WriteOnly); }
    bool write(const JournalLine &line);
    /** The head, and what proves the lines to be a part of it and to go on from `previous`. */
    bool finish(JournalSealer &sealer, const std::optional<PackHead> &previous);
    const Sealed &sealed() const { return m_sealed; }
    QString problem() const { return m_problem.isEmpty() ? m_events.errorString() : m_problem; }

private:
    bool writeFile(const QString &name, const QByteArray &bytes);

    const QString m_folder;
    QFile m_events;
    Sealed m_sealed;
    QString m_problem;
};

} // namespace chatelaine
