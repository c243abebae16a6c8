// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/auditjobs.h"

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
    const ExportOrder order{m_order.format, m_order.file, m_order.period.from, m_order.period.to};
    then(services().audit.exportTo(order), [this](qint64 entries) {
        output().result(
            tr("Wrote %n entries to %1.", "", int(entries)).arg(m_order.file) + u'\n',
            {{"entries"_L1, entries}, {"file"_L1, m_order.file}, {"format"_L1, m_order.format}});
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
