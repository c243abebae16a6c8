// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/auditservice.h"

#include "core/async.h"
#include "core/progressrelay.h"
#include "reports/journalcsv.h"
#include "reports/journaljsonl.h"
#include "reports/journalsiem.h"
#include "reports/packverifier.h"
#include "services/context.h"
#include "services/events.h"
#include "services/outputfile.h"
#include "services/signingkeys.h"
#include "store/store.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <atomic>

namespace chatelaine {

namespace {

const QString csvFormat = QStringLiteral("csv");
const QString jsonLinesFormat = QStringLiteral("jsonl");
const QString ocsfFormat = QStringLiteral("ocsf");
const QString cefFormat = QStringLiteral("cef");

void addHeads(JournalEvent &event, const ExportVerdict &verdict)
{
    const auto text = [](const Checkpoint &head) {
        return PackHead{head.size, head.root}.toText();
    };
    event.detail.insert(QStringLiteral("maker"), verdict.maker);
    if (verdict.journals.size() == 1) {
        event.detail.insert(QStringLiteral("origin"), verdict.head.origin);
        event.detail.insert(QStringLiteral("head"), text(verdict.head));
        return;
    }
    for (const VerifiedJournal &journal : verdict.journals) {
        const QString installation = journal.head.origin.section(QLatin1Char('/'), -1);
        event.detail.insert(packHeadMember(installation), text(journal.head));
    }
}

/** An export was verified: its head is remembered, so that an older one is noticed later. */
JournalEvent verifiedEvent(const VerifyOrder &order, const ExportVerdict &verdict)
{
    JournalEvent event;
    event.kind = QStringLiteral("log.verify");
    event.outcome = verdict.isIntact() ? QStringLiteral("succeeded") : QStringLiteral("failed");
    event.object = QFileInfo(order.path).fileName();
    event.detail.insert(QStringLiteral("tampering"), tamperingName(verdict.tampering));
    event.detail.insert(QStringLiteral("entries"), verdict.entries);
    if (verdict.isIntact())
        addHeads(event, verdict);
    if (verdict.isSigned)
        event.detail.insert(QStringLiteral("signer"),
                            QString::fromLatin1(signature::fingerprintOf(verdict.publicKey)));
    return event;
}

std::shared_ptr<JournalFormat> formatNamed(const QString &name, const QString &installation,
                                           const SealedBy &by)
{
    if (name == csvFormat)
        return std::make_shared<JournalCsv>();
    if (name == jsonLinesFormat)
        return std::make_shared<JournalJsonLines>(installation, by);
    if (name == ocsfFormat)
        return std::make_shared<JournalOcsf>();
    return std::make_shared<JournalCef>();
}

} // namespace

JournalEvent exportEvent(const ExportOrder &order, const Outcome<ExportReport> &written)
{
    JournalEvent event;
    event.kind = QStringLiteral("report.export");
    event.outcome = written ? QStringLiteral("succeeded") : failureOutcome(written.error());
    event.object = QFileInfo(order.file).fileName();
    event.detail.insert(QStringLiteral("format"), order.format);
    if (order.from)
        event.detail.insert(QStringLiteral("from"), order.from->toIso());
    if (order.to)
        event.detail.insert(QStringLiteral("to"), order.to->toIso());
    if (!order.accounts.isEmpty())
        event.detail.insert(QStringLiteral("accounts"), order.accounts.size());
    if (!written) {
        addError(event, written.error());
        return event;
    }
    event.detail.insert(QStringLiteral("entries"), written->entries);
    if (!written->fingerprint.isEmpty())
        event.detail.insert(QStringLiteral("signer"), QString::fromLatin1(written->fingerprint));
    return event;
}

AuditService::AuditService(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_signing(std::make_unique<SigningKeys>(context))
{}

AuditService::~AuditService() = default;

QStringList AuditService::formats()
{
    return {csvFormat, jsonLinesFormat, ocsfFormat, cefFormat};
}

FutureOutcome<QList<JournalLine>> AuditService::list(const JournalFilter &filter)
{
    return m_context.store.journal(filter);
}

FutureOutcome<QList<JournalLine>> AuditService::search(const JournalQuery &query,
                                                       const std::optional<JournalPlace> &beyond,
                                                       Qt::SortOrder order, int limit)
{
    return m_context.store.searchJournals(query, beyond, order, limit);
}

FutureOutcome<QList<InstallationChain>> AuditService::writers()
{
    return m_context.store.installationChains();
}

FutureOutcome<ExportReport> AuditService::exportTo(const ExportOrder &order,
                                                   std::function<void(qint64)> progress,
                                                   CancellationPtr cancellation)
{
    if (!formats().contains(order.format))
        return readyOutcome<ExportReport>(Error::of(
            ErrorKind::InvalidRequest, tr("There is no report format \"%1\".").arg(order.format),
            tr("What there is: %1.").arg(formats().join(QLatin1StringView(", ")))));
    if (const auto why = whyNotWritten(order.file, m_context.profile, order.overwrite))
        return readyOutcome<ExportReport>(*why);
    Answer<ExportReport> answer;
    whenDone(sealedBy(order), this,
             [this, order, progress, cancellation, answer](const Outcome<SealedBy> &by) {
                 if (!by)
                     return answer.give(by.error());
                 whenDone(write(order, *by, progress, cancellation), this,
                          [this, order, answer](const Outcome<ExportReport> &written) {
                              whenDone(m_context.store.append(exportEvent(order, written)), this,
                                       [written, answer](const Outcome<JournalLine> &line) {
                                           if (written && !line)
                                               return answer.give(line.error());
                                           answer.give(written);
                                       });
                          });
             });
    return answer.future();
}

FutureOutcome<SealedBy> AuditService::sealedBy(const ExportOrder &order)
{
    if (order.format != jsonLinesFormat)
        return readyOutcome<SealedBy>(SealedBy());
    return m_signing->signer(order.signingKey);
}

FutureOutcome<ExportReport> AuditService::write(const ExportOrder &order, const SealedBy &by,
                                                const std::function<void(qint64)> &progress,
                                                const CancellationPtr &cancellation)
{
    auto stop = std::make_shared<std::atomic_bool>(false);
    if (cancellation)
        connect(cancellation.get(), &Cancellation::cancelled, this, [stop] { stop->store(true); });
    const auto relay = ProgressRelay::to(this, progress);
    const auto tell = [relay](qint64 entries) {
        relay->tell(entries);
    };
    JournalSelection selection{
        order.from, order.to, {order.accounts.cbegin(), order.accounts.cend()}};
    const auto format = formatNamed(order.format, m_context.store.installation(), by);
    Answer<ExportReport> answer;
    whenDone(JournalExporter::write(m_context.store, {selection, order.file, format, tell, stop}),
             this, [format, answer](const Outcome<qint64> &entries) {
                 if (!entries)
                     return answer.give(entries.error());
                 const Sealed sealed = format->sealed();
                 answer.give(ExportReport{*entries, sealed.fingerprint, sealed.unsignedWhy});
             });
    return answer.future();
}

FutureOutcome<JournalVerdict> AuditService::verify()
{
    Answer<JournalVerdict> answer;
    whenDone(m_context.store.verifyJournal(), this,
             [this, answer](const Outcome<JournalVerdict> &verdict) {
                 if (!verdict)
                     return answer.give(verdict.error());
                 JournalEvent event;
                 event.kind = QStringLiteral("log.verify");
                 event.outcome =
                     verdict->intact ? QStringLiteral("succeeded") : QStringLiteral("failed");
                 event.detail.insert(QStringLiteral("entries"), verdict->entries);
                 if (!verdict->intact) {
                     event.detail.insert(QStringLiteral("firstBad"), verdict->firstBad);
                     event.detail.insert(QStringLiteral("reason"), verdict->reason);
                 }
                 whenDone(
                     m_context.store.append(event), this,
                     [verdict = *verdict, answer](const Outcome<JournalLine> &) {
                         answer.give(
                             verdict); // the verdict stands whether or not it could be written down
                     });
             });
    return answer.future();
}

FutureOutcome<SealedBy> AuditService::signer(const std::optional<CredentialSource> &source)
{
    return m_signing->signers(source);
}

FutureOutcome<ExportVerdict> AuditService::verifyExport(const VerifyOrder &order)
{
    auto heads = std::make_shared<QList<KnownHead>>();
    const auto note = [heads](const JournalLine &line) {
        heads->append(knownHeadsOf(line));
        return true;
    };
    Answer<ExportVerdict> answer;
    whenDone(m_context.store.eachJournalLine({}, note), this,
             [this, order, heads, answer](const Outcome<qint64> &walked) {
                 if (!walked)
                     return answer.give(walked.error());
                 whenDone(verifyAgainst(order, *heads), this,
                          [this, order, answer](const Outcome<ExportVerdict> &verdict) {
                              if (!verdict)
                                  return answer.give(verdict.error());
                              // The verdict stands whether or not it could be written down.
                              whenDone(m_context.store.append(verifiedEvent(order, *verdict)), this,
                                       [verdict = *verdict, answer](const Outcome<JournalLine> &) {
                                           answer.give(verdict);
                                       });
                          });
             });
    return answer.future();
}

FutureOutcome<ExportVerdict> AuditService::verifyAgainst(const VerifyOrder &order,
                                                         const QList<KnownHead> &heads)
{
    return QtConcurrent::run([order, heads]() -> Outcome<ExportVerdict> {
        ExportExpectation expected{order.fingerprint, heads, order.mayBeOlder};
        if (!order.previous.isEmpty()) {
            const auto previous = packVerifier::headsOfPack(order.previous);
            if (!previous)
                return previous.error();
            expected.heads += *previous;
        }
        return QFileInfo(order.path).isDir()
                   ? packVerifier::verifyPack(order.path, expected)
                   : journalVerifier::verifyJsonLines(order.path, expected);
    });
}

} // namespace chatelaine
