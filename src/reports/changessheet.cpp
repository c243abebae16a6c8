// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/changessheet.h"

#include "core/redaction.h"
#include "reports/sheetcells.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChangesTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

Term sourceOfChange(const NotedChange &change)
{
    return change.isExplained()
               ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "entry of the journal"))
               : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "only the vendor's list"));
}

} // namespace

Term changeTerm(NotedChange::What what)
{
    using What = NotedChange::What;
    switch (what) {
    case What::Appeared:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "appeared"));
    case What::Vanished:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "vanished"));
    case What::Expired:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "expired"));
    case What::Created:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "created"));
    case What::Recorded:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "recorded by hand"));
    case What::Rotated:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "rotated"));
    case What::Updated:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "updated"));
    case What::Enabled:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "enabled"));
    case What::Disabled:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "disabled"));
    case What::Revoked:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "revoked"));
    case What::Deleted:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "deleted"));
    case What::Replaced:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "replaced"));
    case What::ChangedElsewhere:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "changed by others"));
    case What::WorksAgain:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "works again"));
    case What::Noted:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "noted"));
    case What::Reviewed:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "reviewed"));
    case What::Acknowledged:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "review acknowledged"));
    case What::Excepted:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "exception made"));
    case What::ExceptionEnded:
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "exception ended"));
    }
    Q_UNREACHABLE();
}

Sheet changesSheet()
{
    return {u"changes"_s,
            ChangesTexts::tr("Changes since last report"),
            {sheetColumn("row", ChangesTexts::tr("No."), 4),
             sheetColumn("row_id", ChangesTexts::tr("Row id")),
             sheetColumn("account", ChangesTexts::tr("Account"), 10),
             sheetColumn("container", ChangesTexts::tr("Organization, project")),
             sheetColumn("vendor_id", ChangesTexts::tr("Vendor's id")),
             sheetColumn("mask", ChangesTexts::tr("Mask"), 13),
             sheetColumn("name", ChangesTexts::tr("Name"), 18),
             sheetColumn("change", ChangesTexts::tr("Change"), 12),
             sheetColumn("at", ChangesTexts::tr("When"), 12),
             sheetColumn("by", ChangesTexts::tr("By"), 12),
             sheetColumn("outcome", ChangesTexts::tr("Outcome"), 9),
             sheetColumn("explained", ChangesTexts::tr("Explained"), 8),
             sheetColumn("source", ChangesTexts::tr("Source"), 14),
             sheetColumn("entry", ChangesTexts::tr("Entry"), 7),
             sheetColumn("installation", ChangesTexts::tr("Installation")),
             sheetColumn("state", ChangesTexts::tr("State now"), 8),
             sheetColumn("details", ChangesTexts::tr("Details"), 12),
             sheetColumn("since", ChangesTexts::tr("Compared with"))}};
}

Cells changesRow(qint64 number, const AuditFacts &facts, const NotedChange &change,
                 const KeyRow *key)
{
    const ReportedAccount *account = facts.account(key ? key->account : change.account);
    return {number,
            key ? key->uid.toString() : QString(),
            account ? account->row.name : QString(),
            key ? containerNames(key->record.container) : QString(),
            key ? key->record.id.toString() : change.vendorId,
            key ? key->record.mask : change.mask,
            key ? key->record.name : change.name,
            changeTerm(change.what),
            change.at,
            change.who,
            change.outcome,
            yesOrNo(change.isExplained()),
            sourceOfChange(change),
            change.sequence > 0 ? Cell(change.sequence) : Cell(QString()),
            change.installation,
            key ? keyStateName(key->record.state) : QString(),
            change.details,
            cellOf(changesSince(facts))};
}

std::optional<Timestamp> changesSince(const AuditFacts &facts)
{
    return facts.previous ? facts.previous->until : facts.scope.from;
}

QString changesCaption(const AuditFacts &facts)
{
    if (!facts.previous)
        return facts.scope.from
                   ? ChangesTexts::tr("There is no earlier report of these accounts: since the "
                                      "period began, %1.")
                         .arg(facts.scope.from->toIso())
                   : ChangesTexts::tr("There is no earlier report of these accounts: since the "
                                      "journal began.");
    const PreviousReport &previous = *facts.previous;
    return ChangesTexts::tr("Since %1, where the report %2 (%3) ended that was made at %4: entry "
                            "%5 of the journal.")
        .arg(previous.until.toIso(), displaySafe(previous.file), previous.format,
             previous.at.toIso(), QString::number(previous.sequence));
}

} // namespace chatelaine
