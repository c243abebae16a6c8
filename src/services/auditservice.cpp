// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/auditservice.h"

#include "core/async.h"
#include "reports/journalcsv.h"
#include "reports/journaljsonl.h"
#include "reports/journalsiem.h"
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

JournalEvent exportEvent(const ExportOrder &order, const Outcome<ExportReport> &written)
{
    JournalEvent event;
    event.kind = QStringLiteral("report.export");
    event.outcome = written ? QStringLiteral("succeeded") : QStringLiteral("failed");
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

FutureOutcome<QList<JournalLine>> AuditService::listAll(const JournalFilter &filter,
                                                        const std::optional<JournalPlace> &after)
{
    return m_context.store.allJournals(filter, after);
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
    // Told on this thread, whichever writes.
    auto tell = [this, progress](qint64 entries) {
        if (progress)
            QMetaObject::invokeMethod(
                this, [progress, entries] { progress(entries); }, Qt::QueuedConnection);
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

FutureOutcome<ExportVerdict> AuditService::verifyFile(const QString &file)
{
    return QtConcurrent::run([file] { return journalVerifier::verifyJsonLines(file); });
}

} // namespace chatelaine
