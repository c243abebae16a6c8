// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/auditservice.h"

#include "core/async.h"
#include "reports/journalcsv.h"
#include "services/context.h"
#include "services/events.h"
#include "services/outputfile.h"
#include "store/store.h"

#include <QFileInfo>

#include <atomic>

namespace chatelaine {

namespace {

JournalEvent exportEvent(const ExportOrder &order, const Outcome<qint64> &written)
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
    if (written)
        event.detail.insert(QStringLiteral("entries"), *written);
    else
        addError(event, written.error());
    return event;
}

} // namespace

AuditService::AuditService(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

AuditService::~AuditService() = default;

FutureOutcome<QList<JournalLine>> AuditService::list(const JournalFilter &filter)
{
    return m_context.store.journal(filter);
}

FutureOutcome<qint64> AuditService::exportTo(const ExportOrder &order,
                                             std::function<void(qint64)> progress,
                                             CancellationPtr cancellation)
{
    Answer<qint64> answer;
    if (order.format != QLatin1StringView("csv")) {
        Error error;
        error.kind = ErrorKind::InvalidRequest;
        error.message = tr("There is no report format \"%1\".").arg(order.format);
        error.next = tr("What there is: csv.");
        answer.give(error);
        return answer.future();
    }
    if (const auto why = whyNotWritten(order.file, m_context.profile, order.overwrite)) {
        answer.give(*why);
        return answer.future();
    }
    auto stop = std::make_shared<std::atomic_bool>(false);
    if (cancellation)
        connect(cancellation.get(), &Cancellation::cancelled, this, [stop] { stop->store(true); });
    JournalFilter filter;
    filter.from = order.from;
    filter.to = order.to;
    filter.limit = 0;
    // Told on this thread, whichever writes.
    auto tell = [this, progress](qint64 entries) {
        if (progress)
            QMetaObject::invokeMethod(
                this, [progress, entries] { progress(entries); }, Qt::QueuedConnection);
    };
    whenDone(exportJournalCsv(m_context.store, filter, order.file, tell, stop), this,
             [this, order, answer](const Outcome<qint64> &written) {
                 whenDone(m_context.store.append(exportEvent(order, written)), this,
                          [written, answer](const Outcome<JournalLine> &line) {
                              if (written && !line)
                                  return answer.give(line.error());
                              answer.give(written);
                          });
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

} // namespace chatelaine
