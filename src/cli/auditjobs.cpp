// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/auditjobs.h"

#include "cli/choices.h"
#include "cli/values.h"
#include "services/accountservice.h"
#include "services/keyservice.h"
#include "services/reportservice.h"
#include "services/vendorauditservice.h"

#include "core/cancellation.h"
#include "core/endingsignals.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int linesOfPage = 1000;

/** An entry as a line for people: whose and which, time, event, outcome, account, object, mask. */
QString shownEntry(const JournalLine &entry)
{
    const QJsonObject line = QJsonDocument::fromJson(entry.line).object();
    const auto text = [&line](QLatin1StringView name) {
        return displaySafe(line.value(name).toString(), 60);
    };
    QStringList words{text("user"_L1) + u'@' + text("host"_L1) + u' ' +
                          QString::number(entry.sequence),
                      entry.time.toIso(), text("kind"_L1) + u' ' + text("outcome"_L1)};
    for (const auto name : {"accountName"_L1, "object"_L1, "mask"_L1}) {
        if (!text(name).isEmpty())
            words.append(text(name));
    }
    return words.join("  "_L1);
}

} // namespace

void AuditListJob::start()
{
    if (!m_order.account.isEmpty()) {
        const auto account = accountNamed(m_order.account);
        if (!account)
            return;
        m_query.account = account->id;
    }
    if (m_order.key.isEmpty())
        return readPage();
    then(services().keys.find(m_order.key), [this](const KeyRow &key) {
        m_query.key = key.uid;
        readPage();
    });
}

void AuditListJob::readPage()
{
    then(services().audit.search(m_query, m_last, Qt::AscendingOrder, linesOfPage),
         [this](const QList<JournalLine> &page) { print(page); });
}

void AuditListJob::print(const QList<JournalLine> &page)
{
    QByteArray text;
    for (const JournalLine &entry : page)
        text += (output().json() ? entry.line : shownEntry(entry).toLocal8Bit()) + '\n';
    output().lines(text);
    if (page.size() < linesOfPage || !output().arrived())
        return finish(done);
    const JournalLine &last = page.constLast();
    m_last = JournalPlace{last.time, last.installation, last.sequence};
    readPage();
}

void AuditExportJob::start()
{
    ExportOrder order{m_order.format, m_order.file, m_order.period.from, m_order.period.to,
                      m_order.overwrite};
    order.signingKey = m_order.signingKey;
    order.sheet = m_order.sheet;
    order.clausesFile = m_order.clausesFile;
    for (const QString &name : m_order.accounts) {
        const auto account = accountNamed(name);
        if (!account)
            return;
        order.accounts.append(account->id);
    }
    // Ended in the middle it would leave what it has begun.
    const auto cancellation = std::make_shared<Cancellation>();
    onEndingSignal(this, [cancellation] { cancellation->request(); });
    const auto progress = [this](qint64 written) {
        output().progress(tr("%1 entries written").arg(QLocale().toString(written)));
    };
    then(services().reports.exportTo(order, progress, cancellation),
         [this](const ExportReport &report) { nameWhatIsNotInIt(report); });
}

/** JSON Lines are of one chain: of a team's, the own one. */
void AuditExportJob::nameWhatIsNotInIt(const ExportReport &report)
{
    if (m_order.format != "jsonl"_L1 || !m_order.sheet.isEmpty())
        return say(report);
    then(services().audit.writers(), [this, report](const QList<InstallationChain> &chains) {
        if (chains.size() > 1)
            output().note(tr("Only the journal of this installation is in it. An evidence pack "
                             "(--format pack) has also those of %n other(s) of the team.",
                             "", int(chains.size() - 1)));
        say(report);
    });
}

void AuditExportJob::say(const ExportReport &report)
{
    QString text = tr("Wrote %n entries to %1.", "", int(report.entries)).arg(m_order.file) + u'\n';
    QJsonObject document{
        {"entries"_L1, report.entries}, {"file"_L1, m_order.file}, {"format"_L1, m_order.format}};
    const bool isReport =
        !m_order.sheet.isEmpty() || !AuditService::formats().contains(m_order.format);
    if (isReport) {
        text = tr("Wrote an audit report of %1 keys and %2 entries of the journal to %3.")
                   .arg(report.keys)
                   .arg(report.entries)
                   .arg(m_order.file) +
               u'\n';
        if (report.incomplete.isEmpty())
            text += tr("COMPLETE: everything in scope was read.") + u'\n';
        for (const QString &why : report.incomplete)
            output().note(tr("INCOMPLETE: %1").arg(why));
        document.insert("keys"_L1, report.keys);
        document.insert("complete"_L1, report.incomplete.isEmpty());
        document.insert("missing"_L1, QJsonArray::fromStringList(report.incomplete));
    }
    if (!report.fingerprint.isEmpty()) {
        const QString fingerprint = QString::fromLatin1(report.fingerprint);
        text += tr("Signed by the key with the fingerprint %1.").arg(fingerprint) + u'\n';
        document.insert("fingerprint"_L1, fingerprint);
    }
    if (!report.secondFingerprint.isEmpty()) {
        const QString fingerprint = QString::fromLatin1(report.secondFingerprint);
        text += tr("Signed a second time, with ECDSA P-256, by the key with the fingerprint %1.")
                    .arg(fingerprint) +
                u'\n';
        document.insert("secondFingerprint"_L1, fingerprint);
    }
    if (!report.unsignedWhy.isEmpty()) {
        output().note(tr("UNSIGNED: %1").arg(report.unsignedWhy));
        document.insert("unsigned"_L1, report.unsignedWhy);
    }
    output().result(text, document);
    finish(report.incomplete.isEmpty() ? done : notDone);
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

void AuditClausesJob::start()
{
    output().lines(ReportService::clauses());
    finish(done);
}

void AuditVerifyJob::start()
{
    if (!m_order.file.isEmpty())
        return then(services().audit.verifyExport({m_order.file, m_order.fingerprint.toLatin1(),
                                                   m_order.previous, m_order.mayBeOlder}),
                    [this](const ExportVerdict &verdict) { say(verdict); });
    then(services().audit.verify(), [this](const JournalVerdict &own) {
        then(services().team.verifyOthers(),
             [this, own](const QList<VerifiedChain> &others) { sayOfChains(own, others); });
    });
}

void AuditVerifyJob::sayOfChains(const JournalVerdict &own, const QList<VerifiedChain> &others)
{
    const auto sentence = [](const JournalVerdict &verdict) {
        return verdict.intact ? tr("The chain is whole: %n entries.", "", int(verdict.entries))
                              : tr("The chain is BROKEN at entry %1: %2")
                                    .arg(verdict.firstBad)
                                    .arg(verdict.reason);
    };
    QString text = sentence(own) + u'\n';
    QJsonObject document = verdictDocument(own);
    QJsonArray chains;
    bool intact = own.intact;
    for (const auto &[chain, verdict] : others) {
        text += displaySafe(chain.writer()) + ": "_L1 + sentence(verdict) + u'\n';
        QJsonObject item = verdictDocument(verdict);
        item.insert("installation"_L1, chain.installation);
        item.insert("user"_L1, chain.user);
        item.insert("host"_L1, chain.host);
        chains.append(item);
        intact = intact && verdict.intact;
    }
    if (!chains.isEmpty())
        document.insert("others"_L1, chains);
    output().result(text, document);
    finish(intact ? done : notDone);
}

void AuditVerifyJob::say(const ExportVerdict &verdict)
{
    const QString fingerprint =
        QString::fromLatin1(verdict.isSigned ? signature::fingerprintOf(verdict.publicKey) : "");
    QStringList lines{verdict.isIntact() ? tr("INTACT: %1").arg(verdict.sentence())
                                         : tr("NOT INTACT: %1").arg(verdict.sentence())};
    lines.append(verdict.isPart ? tr("%n entries, a part of the journal.", "", int(verdict.entries))
                                : tr("%n entries.", "", int(verdict.entries)));
    for (const VerifiedJournal &journal : verdict.journals)
        lines.append(tr("Journal %1, size %2, root %3")
                         .arg(displaySafe(journal.head.origin))
                         .arg(journal.head.size)
                         .arg(QString::fromLatin1(base64Of(journal.head.root))));
    if (verdict.isSigned)
        lines.append(tr("Signed by the key with the fingerprint %1.").arg(fingerprint));
    else if (!verdict.hasSignature && !verdict.journals.isEmpty())
        lines.append(tr("UNSIGNED: %1")
                         .arg(verdict.unsignedWhy.isEmpty() ? tr("it does not say why.")
                                                            : displaySafe(verdict.unsignedWhy)));
    if (verdict.isIntact() && verdict.isSigned && m_order.fingerprint.isEmpty())
        lines.append(tr("Compare the fingerprint with the one that you know by another way: "
                        "--fingerprint."));
    output().result(lines.join(u'\n') + u'\n', exportVerdictDocument(verdict));
    finish(verdict.isIntact() ? done : notDone);
}

} // namespace chatelaine::cli
