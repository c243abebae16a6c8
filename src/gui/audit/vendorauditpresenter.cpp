// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/audit/vendorauditpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "services/services.h"

#include <QDateTime>

namespace chatelaine {

namespace {

std::optional<Timestamp> startOf(const std::optional<QDate> &day)
{
    if (!day)
        return std::nullopt;
    return Timestamp::fromSeconds(day->startOfDay().toSecsSinceEpoch());
}

} // namespace

VendorAuditPort VendorAuditPort::of(Services &services)
{
    return {[&audit = services.vendorAudit](const VendorAuditRequest &request, Progress progress,
                                            CancellationPtr cancellation) {
        return audit.exportTo(request, std::move(progress), std::move(cancellation));
    }};
}

std::optional<ContainerPath> auditPlace(const std::optional<ProviderInfo> &provider,
                                        const ContainerPath &path)
{
    if (!provider || !provider->audit)
        return std::nullopt;
    const QStringList &levels = provider->audit->levels;
    for (qsizetype length = path.size(); length > 0; --length) {
        if (levels.contains(path.at(length - 1).level))
            return path.first(length);
    }
    if (levels.contains(QStringLiteral("account")))
        return ContainerPath();
    return std::nullopt;
}

VendorAuditPresenter::VendorAuditPresenter(VendorAuditPort port, const AccountId &account,
                                           const ContainerPath &container,
                                           const VendorAuditInfo &info, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_info(info)
{
    m_request.account = account;
    m_request.container = container;
}

VendorAuditPresenter::~VendorAuditPresenter()
{
    cancel();
}

void VendorAuditPresenter::setRange(const std::optional<QDate> &first,
                                    const std::optional<QDate> &last)
{
    m_first = first;
    m_last = last;
    emit changed();
}

void VendorAuditPresenter::setSearch(const QString &text)
{
    m_request.search = text.trimmed();
}

QString VendorAuditPresenter::rangeProblem() const
{
    return m_first && m_last && *m_first > *m_last ? tr("The first day is after the last one.")
                                                   : QString();
}

void VendorAuditPresenter::start(const QString &file)
{
    if (!canStart() || file.isEmpty())
        return;
    m_running = true;
    m_notice = {};
    m_progress = tr("Asking for the export...");
    m_cancellation = std::make_shared<Cancellation>();
    m_request.from = startOf(m_first);
    m_request.to = startOf(m_last ? std::optional(m_last->addDays(1)) : std::nullopt);
    m_request.file = file;
    m_request.overwrite = true; // the file picker has asked
    emit changed();
    const auto progress = [guard = QPointer<VendorAuditPresenter>(this)](const QString &sentence) {
        if (!guard)
            return;
        guard->m_progress = sentence;
        emit guard->changed();
    };
    whenDone(m_port.exportTo(m_request, progress, m_cancellation), this,
             [this, file](const Outcome<VendorAuditReport> &outcome) { ended(outcome, file); });
}

void VendorAuditPresenter::ended(const Outcome<VendorAuditReport> &outcome, const QString &file)
{
    m_running = false;
    m_progress.clear();
    m_cancellation.reset();
    if (!outcome) {
        m_notice = Notice::of(outcome.error());
    } else {
        m_notice = {Severity::Good,
                    outcome->rows ? tr("The vendor's audit log is in %1 (%n row(s)).", nullptr,
                                       static_cast<int>(*outcome->rows))
                                        .arg(file)
                                  : tr("The vendor's audit log is in %1.").arg(file),
                    {}};
    }
    emit changed();
}

void VendorAuditPresenter::cancel()
{
    if (m_cancellation)
        std::exchange(m_cancellation, {})->request();
}

} // namespace chatelaine
