// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "gui/common/notice.h"
#include "services/vendorauditservice.h"

#include <QDate>

namespace chatelaine {

struct Services;

/** What the export of a vendor's audit log asks of the services; tests pass their own functions. */
struct VendorAuditPort
{
    using Progress = std::function<void(const QString &)>;
    std::function<FutureOutcome<VendorAuditReport>(const VendorAuditRequest &, Progress,
                                                   CancellationPtr)>
        exportTo;

    static VendorAuditPort of(Services &services);
};

/** Whether the vendor exports its audit log for this place: the account's, or the innermost
 * container's that it names. */
std::optional<ContainerPath> auditPlace(const std::optional<ProviderInfo> &provider,
                                        const ContainerPath &path);

/** Decides what the dialog shows that exports a vendor's audit log. Knows no widget. */
class VendorAuditPresenter : public QObject
{
    Q_OBJECT
public:
    VendorAuditPresenter(VendorAuditPort port, const AccountId &account,
                         const ContainerPath &container, const VendorAuditInfo &info,
                         QObject *parent = nullptr);
    ~VendorAuditPresenter() override;

    bool canSearch() const { return m_info.canSearch; }
    QString help() const { return m_info.help; }
    void setRange(const std::optional<QDate> &first, const std::optional<QDate> &last);
    void setSearch(const QString &text);
    QString rangeProblem() const;

    bool canStart() const { return !m_running && rangeProblem().isEmpty(); }
    bool isRunning() const { return m_running; }
    QString progress() const { return m_progress; }
    void start(const QString &file); ///< absolute
    void cancel();
    Notice notice() const { return m_notice; } ///< how the last one ended

signals:
    void changed();

private:
    void ended(const Outcome<VendorAuditReport> &outcome, const QString &file);

    VendorAuditPort m_port;
    VendorAuditRequest m_request;
    VendorAuditInfo m_info;
    std::optional<QDate> m_first;
    std::optional<QDate> m_last;
    CancellationPtr m_cancellation;
    bool m_running = false;
    QString m_progress;
    Notice m_notice;
};

} // namespace chatelaine
