// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/outcome.h"
#include "core/rows.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace chatelaine {

struct ServiceContext;

struct VendorAuditRequest
{
    AccountId account;
    ContainerPath container; ///< empty: of the account
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    QString search;
    QString file;           ///< absolute
    bool overwrite = false; ///< what is in the file already
};

struct VendorAuditReport
{
    QString exportId;           ///< the vendor's
    std::optional<qint64> rows; ///< as the vendor counts; absent: not told
};

/** Asks a vendor for an export of its own audit log, waits until it is ready and saves it. Lives on
 * the main thread. */
class VendorAuditService : public QObject
{
    Q_OBJECT
public:
    /** How long to wait between two looks: the first time, growing by half to the longest. */
    struct Patience
    {
        std::chrono::milliseconds first = std::chrono::seconds(1);
        std::chrono::milliseconds longest = std::chrono::seconds(30);
        std::chrono::milliseconds whole = std::chrono::hours(1); ///< then it is given up
    };

    explicit VendorAuditService(ServiceContext &context, QObject *parent = nullptr);
    VendorAuditService(ServiceContext &context, Patience patience, QObject *parent = nullptr);
    ~VendorAuditService() override;

    /** In the journal when it is asked for and when it ends. `progress` gets a sentence at each
     * look. Cancelled: the vendor may go on with its side; no file is left. */
    [[nodiscard]] FutureOutcome<VendorAuditReport>
    exportTo(const VendorAuditRequest &request, std::function<void(const QString &)> progress = {},
             CancellationPtr cancellation = {});

private:
    ServiceContext &m_context;
    Patience m_patience;
};

} // namespace chatelaine
