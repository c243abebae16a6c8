// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/auditjobs.h"

#include "cli/choices.h"
#include "cli/values.h"
#include "services/accountservice.h"
#include "services/keyservice.h"
#include "services/vendorauditservice.h"

#include "core/redaction.h"

#include <QJsonDocument>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/** An entry as a line for people: time, event, outcome, account, object, mask. */
QString shownEntry(const JournalLine &entry)
{
    const QJsonObject line = QJsonDocument::fromJson(entry.line).object();
    const auto text = [&line](QLatin1StringView name) {
        return displaySafe(line.value(name).toString(), 60);
    };
    QStringList words{QString::number(entry.sequence), entry.time.toIso(),
                      text("kind"_L1) + u' ' + text("outcome"_L1)};
    for (const auto name : {"accountName"_L1, "object"_L1, "mask"_L1}) {
        if (!text(name).isEmpty())
            words.append(text(name));
    }
    return words.join("  "_L1);
}

} // namespace

AuditListJob::AuditListJob(Session &session, AuditList order)
    : Job(session)
{
    m_filter.from = order.period.from;
    m_filter.to = order.period.to;
}

void AuditListJob::start()
{
    then(services().audit.list(m_filter), [this](const QList<JournalLine> &page) { print(page); });
}

void AuditListJob::print(const QList<JournalLine> &page)
{
    QByteArray text;
    for (const JournalLine &entry : page)
        text += (output().json() ? entry.line : shownEntry(entry).toLocal8Bit()) + '\n';
    output().lines(text);
    if (page.size() < m_filter.limit || !output().arrived())
        return finish(done);
    m_filter.afterSequence = page.constLast().sequence;
    start();
}

void AuditExportJob::start()
{
    const ExportOrder order{m_order.format, m_order.file, m_order.period.from, m_order.period.to,
                            m_order.overwrite};
    then(services().audit.exportTo(order), [this](qint64 entries) {
        output().result(
            tr("Wrote %n entries to %1.", "", int(entries)).arg(m_order.file) + u'\n',
            {{"entries"_L1, entries}, {"file"_L1, m_order.file}, {"format"_L1, m_order.format}});
        finish(done);
    });
}

void VendorExportJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    const ProviderInfo provider =
        services().accounts.providerOf(account->id).value_or(ProviderInfo());
    if (provider.audit)
        return choosePlace(*account, *provider.audit);
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = tr("The API of %1 does not export its audit log.").arg(provider.name);
    fail(error);
}

/** Without a project: of the account, or of its only organization. */
void VendorExportJob::choosePlace(const AccountRow &account, const VendorAuditInfo &info)
{
    if (m_order.project.isEmpty() && info.levels.contains(u"account"_s))
        return save(account, {});
    then(services().keys.containers(account.id), [this, account,
                                                  info](const QList<ContainerRow> &rows) {
        const QString level = m_order.project.isEmpty() ? u"organization"_s : u"project"_s;
        QList<ContainerRow> places;
        for (const ContainerRow &row : rows) {
            if (row.path.constLast().level == level && info.levels.contains(level))
                places.append(row);
        }
        if (m_order.project.isEmpty() && places.size() == 1)
            return save(account, places.constFirst().path);
        if (m_order.project.isEmpty())
            return refuse(usageError(tr("Say of what: --project PROJECT.")));
        const auto chosen = chooseContainer(places, m_order.project, level,
                                            [&account](const AccountId &) { return account.name; });
        if (!chosen)
            return fail(chosen.error());
        save(account, chosen->path);
    });
}

void VendorExportJob::save(const AccountRow &account, const ContainerPath &container)
{
    VendorAuditRequest request;
    request.account = account.id;
    request.container = container;
    request.from = m_order.period.from;
    request.to = m_order.period.to;
    request.search = m_order.search;
    request.file = m_order.file;
    request.overwrite = m_order.overwrite;
    then(services().vendorAudit.exportTo(request), [this](const VendorAuditReport &report) {
        QJsonObject document{{"file"_L1, m_order.file}, {"export"_L1, report.exportId}};
        if (report.rows)
            document.insert("rows"_L1, *report.rows);
        output().result(tr("Saved the vendor's audit log as %1.").arg(m_order.file) + u'\n',
                        document);
        finish(done);
    });
}

void AuditVerifyJob::start()
{
    then(services().audit.verify(), [this](const JournalVerdict &verdict) {
        const QString text = verdict.intact
                                 ? tr("The chain is whole: %n entries.", "", int(verdict.entries))
                                 : tr("The chain is BROKEN at entry %1: %2")
                                       .arg(verdict.firstBad)
                                       .arg(verdict.reason);
        output().result(text + u'\n', verdictDocument(verdict));
        finish(verdict.intact ? done : notDone);
    });
}

} // namespace chatelaine::cli
