// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/journalquery.h"
#include "core/outcome.h"
#include "core/rows.h"
#include "core/team.h"

#include "reports/journalverifier.h"

#include <QObject>

#include <functional>
#include <memory>

namespace chatelaine {

class SigningKeys;
struct ServiceContext;
struct SealedBy;

struct ExportOrder
{
    QString format; ///< one of AuditService::formats(), or of ReportService::formats()
    QString file;   ///< written under another name first: nothing partial stays
    std::optional<Timestamp> from = {};
    std::optional<Timestamp> to = {}; ///< exclusive
    bool overwrite = false;           ///< what is in the file already
    QList<AccountId> accounts = {};   ///< empty: all entries, also those about no account
    std::optional<CredentialSource> signingKey = {}; ///< absent: the installation's own
    QString sheet = {};       ///< of a report as CSV or JSON Lines: which; empty: the journal
    QString clausesFile = {}; ///< of a report; empty: those that came with the program
};

/** An export that is to be verified. */
struct VerifyOrder
{
    QString path;
    QByteArray fingerprint;  ///< of the signer, in hexadecimal; empty: not known
    QString previous;        ///< a pack that it has to be newer than; empty: none
    bool mayBeOlder = false; ///< than what was exported or verified here
};

/** What an export wrote. */
struct ExportReport
{
    qint64 entries = 0;
    QByteArray fingerprint; ///< of the key that signed, in hexadecimal; empty: nobody did
    QString unsignedWhy;    ///< a sentence, when the form has a signature and nobody signed
    qint64 keys = 0;        ///< of an audit report
    QStringList incomplete =
        {}; ///< of an audit report: what is missing, a sentence for each account
    QByteArray secondFingerprint = {}; ///< of a pack: of the key that signed it a second time
};

/** The journal's entry of an export. */
JournalEvent exportEvent(const ExportOrder &order, const Outcome<ExportReport> &written);

/** The journal: reading it, proving it, exporting it. An export is itself an entry. Lives on the
 * main thread. */
class AuditService : public QObject
{
    Q_OBJECT
public:
    AuditService(ServiceContext &context, QObject *parent = nullptr);
    ~AuditService() override;

    [[nodiscard]] FutureOutcome<QList<JournalLine>>
    list(const JournalFilter &filter); ///< oldest first
    /** A page of the entries of all installations that a query means, by time, behind the place. */
    [[nodiscard]] FutureOutcome<QList<JournalLine>>
    search(const JournalQuery &query, const std::optional<JournalPlace> &beyond,
           Qt::SortOrder order, int limit);
    /** Whose journals are here: the own one, then the others. */
    [[nodiscard]] FutureOutcome<QList<InstallationChain>> writers();
    /** "csv", "jsonl", "ocsf", "cef". */
    static QStringList formats();
    /** `progress` is called with the entries written so far. */
    [[nodiscard]] FutureOutcome<ExportReport> exportTo(const ExportOrder &order,
                                                       std::function<void(qint64)> progress = {},
                                                       CancellationPtr cancellation = {});
    /** The profile's own chain. */
    [[nodiscard]] FutureOutcome<JournalVerdict> verify();
    /**
     * An export in JSON Lines or an evidence pack, of whatever installation; held also against what
     * was exported and verified here before. That it was verified is itself an entry.
     */
    [[nodiscard]] FutureOutcome<ExportVerdict> verifyExport(const VerifyOrder &order);

    /** Who signs a report, as SigningKeys has it, twice if possible. */
    [[nodiscard]] FutureOutcome<SealedBy> signer(const std::optional<CredentialSource> &source);

private:
    FutureOutcome<SealedBy> sealedBy(const ExportOrder &order);
    FutureOutcome<ExportVerdict> verifyAgainst(const VerifyOrder &order,
                                               const QList<KnownHead> &heads);
    FutureOutcome<ExportReport> write(const ExportOrder &order, const SealedBy &by,
                                      const std::function<void(qint64)> &progress,
                                      const CancellationPtr &cancellation);

    ServiceContext &m_context;
    std::unique_ptr<SigningKeys> m_signing;
};

} // namespace chatelaine
