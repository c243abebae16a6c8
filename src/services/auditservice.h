// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/outcome.h"
#include "core/rows.h"

#include <QObject>

#include <functional>

namespace chatelaine {

struct ServiceContext;

struct ExportOrder
{
    QString format; ///< "csv"
    QString file;   ///< written under another name first: nothing partial stays
    std::optional<Timestamp> from;
    std::optional<Timestamp> to; ///< exclusive
    bool overwrite = false;      ///< what is in the file already
};

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
    [[nodiscard]] FutureOutcome<qint64>
    exportTo(const ExportOrder &order, std::function<void(qint64)> progress = {},
             CancellationPtr cancellation = {}); ///< entries written
    [[nodiscard]] FutureOutcome<JournalVerdict> verify();

private:
    ServiceContext &m_context;
};

} // namespace chatelaine
