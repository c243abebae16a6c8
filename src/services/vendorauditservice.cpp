// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/vendorauditservice.h"

#include "core/async.h"
#include "providers/providerclient.h"
#include "services/context.h"
#include "services/events.h"
#include "services/lookup.h"
#include "services/outputfile.h"
#include "store/store.h"

#include <QTimer>

namespace chatelaine {

namespace {

/** One export, from the request to the file. Deletes itself when it has answered. */
class VendorAuditRun : public QObject
{
public:
    VendorAuditRun(ServiceContext &context, VendorAuditService::Patience patience,
                   VendorAuditRequest request, std::function<void(const QString &)> progress,
                   CancellationPtr cancellation, QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_patience(patience)
        , m_request(std::move(request))
        , m_progress(std::move(progress))
        , m_cancellation(std::move(cancellation))
        , m_wait(patience.first)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
        if (m_cancellation)
            connect(m_cancellation.get(), &Cancellation::cancelled, this, [this] { cancelled(); });
    }

    FutureOutcome<VendorAuditReport> start()
    {
        const auto future = m_answer.future();
        if (const auto why =
                whyNotWritten(m_request.file, m_context.profile, m_request.overwrite)) {
            answer(*why);
            return future;
        }
        whenDone(findAccount(m_context.store, m_request.account, this), this,
                 [this](const Outcome<AccountRow> &account) {
                     if (!account)
                         return answer(account.error());
                     m_account = *account;
                     intend();
                 });
        return future;
    }

private:
    VendorAuditOrder order() const
    {
        return {m_request.container, m_request.from, m_request.to, m_request.search};
    }

    JournalEvent journalEvent(const QString &outcome) const
    {
        JournalEvent made =
            accountEvent(QStringLiteral("report.vendor_export"), outcome, m_account);
        made.object = m_request.file;
        made.container = m_request.container;
        made.vendorId = m_report.exportId;
        return made;
    }

    void intend()
    {
        const auto client = m_context.clients.client(m_account);
        if (!client)
            return answer(client.error());
        const ProviderInfo &info = (*client)->info();
        const QString level = m_request.container.isEmpty() ? QStringLiteral("account")
                                                            : m_request.container.last().level;
        if (!info.audit || !info.audit->levels.contains(level)) {
            Error error;
            error.kind = ErrorKind::Unsupported;
            error.message =
                info.audit ? VendorAuditService::tr("%1 exports its audit log elsewhere: %2.")
                                 .arg(info.name, info.audit->levels.join(QStringLiteral(", ")))
                           : VendorAuditService::tr("The API of %1 does not export its audit log.")
                                 .arg(info.name);
            return answer(error);
        }
        JournalEvent intended = journalEvent(QStringLiteral("intended"));
        if (m_request.from)
            intended.detail.insert(QStringLiteral("from"), m_request.from->toIso());
        if (m_request.to)
            intended.detail.insert(QStringLiteral("to"), m_request.to->toIso());
        if (!m_request.search.isEmpty())
            intended.detail.insert(QStringLiteral("search"), m_request.search);
        whenDone(m_context.store.append(intended), this, [this](const Outcome<JournalLine> &line) {
            if (!line)
                return answer(line.error());
            ask();
        });
    }

    void ask()
    {
        m_deadline = m_context.clock.now().plusSeconds(
            std::chrono::duration_cast<std::chrono::seconds>(m_patience.whole).count());
        const auto client = m_context.clients.client(m_account);
        if (!client)
            return fail(client.error());
        whenDone((*client)->startAuditExport(order()), this,
                 [this](const Outcome<VendorAuditExport> &started) { judge(started); });
    }

    void look()
    {
        const auto client = m_context.clients.client(m_account);
        if (!client)
            return fail(client.error());
        whenDone((*client)->exportState(order(), m_report.exportId), this,
                 [this](const Outcome<VendorAuditExport> &state) { judge(state); });
    }

    void judge(const Outcome<VendorAuditExport> &state)
    {
        if (m_ended)
            return;
        if (!state)
            return fail(state.error());
        if (m_cancellation && m_cancellation->requested())
            return fail(cancelledError());
        m_report.exportId = state->id.isEmpty() ? m_report.exportId : state->id;
        m_report.rows = state->rows;
        switch (state->state) {
        case VendorAuditExport::State::Ready:
            return download();
        case VendorAuditExport::State::Failed:
            return fail(refused(*state));
        case VendorAuditExport::State::Running:
            return waitLonger();
        }
    }

    void waitLonger()
    {
        if (m_context.clock.now() >= m_deadline) {
            Error error;
            error.kind = ErrorKind::Timeout;
            error.message = VendorAuditService::tr("The vendor has not finished the export.");
            error.next = VendorAuditService::tr("Ask again later, for a shorter time.");
            return fail(error);
        }
        if (m_progress)
            m_progress(VendorAuditService::tr("The vendor is preparing the export."));
        m_timer.start(m_wait);
        m_wait = std::min(m_wait + m_wait / 2, m_patience.longest);
    }

    void download()
    {
        const auto client = m_context.clients.client(m_account);
        if (!client)
            return fail(client.error());
        if (m_progress)
            m_progress(VendorAuditService::tr("The export is ready and is being saved."));
        whenDone((*client)->downloadAuditExport(order(), m_report.exportId, m_request.file,
                                                m_cancellation),
                 this, [this](const Outcome<Done> &saved) {
                     if (!saved)
                         return fail(saved.error());
                     JournalEvent done = journalEvent(QStringLiteral("succeeded"));
                     if (m_report.rows)
                         done.detail.insert(QStringLiteral("rows"), *m_report.rows);
                     end(done, m_report);
                 });
    }

    static Error refused(const VendorAuditExport &state)
    {
        Error error;
        error.kind = ErrorKind::InvalidRequest;
        error.message = VendorAuditService::tr("The vendor could not make the export.");
        error.vendorMessage = state.message;
        return error;
    }

    /** While a request is under way its own end is waited for: nothing is written meanwhile. */
    void cancelled()
    {
        if (!m_timer.isActive() || m_ended)
            return;
        m_timer.stop();
        fail(cancelledError());
    }

    void fail(const Error &error)
    {
        JournalEvent failed = journalEvent(failureOutcome(error));
        addError(failed, error);
        end(failed, error);
    }

    void end(const JournalEvent &last, const Outcome<VendorAuditReport> &outcome)
    {
        if (std::exchange(m_ended, true))
            return;
        whenDone(m_context.store.append(last), this,
                 [this, outcome](const Outcome<JournalLine> &) { answer(outcome); });
    }

    void answer(const Outcome<VendorAuditReport> &outcome)
    {
        const auto waiting = m_answer;
        deleteLater();
        waiting.give(outcome);
    }

    ServiceContext &m_context;
    const VendorAuditService::Patience m_patience;
    const VendorAuditRequest m_request;
    const std::function<void(const QString &)> m_progress;
    const CancellationPtr m_cancellation;
    std::chrono::milliseconds m_wait;
    QTimer m_timer;
    AccountRow m_account;
    Timestamp m_deadline;
    VendorAuditReport m_report;
    bool m_ended = false;
    Answer<VendorAuditReport> m_answer;
};

} // namespace

VendorAuditService::VendorAuditService(ServiceContext &context, QObject *parent)
    : VendorAuditService(context, Patience(), parent)
{}

VendorAuditService::VendorAuditService(ServiceContext &context, Patience patience, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_patience(patience)
{}

VendorAuditService::~VendorAuditService() = default;

FutureOutcome<VendorAuditReport>
VendorAuditService::exportTo(const VendorAuditRequest &request,
                             std::function<void(const QString &)> progress,
                             CancellationPtr cancellation)
{
    auto *run = new VendorAuditRun(m_context, m_patience, request, std::move(progress),
                                   std::move(cancellation), this);
    return run->start();
}

} // namespace chatelaine
