// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keysheets.h"

#include "reports/auditsheets.h"
#include "reports/notecells.h"
#include "reports/sheetcells.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeySheetTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

Cell lastUse(const LastUsed &used)
{
    if (used.at)
        return *used.at;
    if (used.source == LastUsed::Source::None)
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "not said by the vendor"));
    if (!used.trackedSince)
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "never, as the vendor says"));
    const Term since = auditTerm(
        QT_TRANSLATE_NOOP("chatelaine::AuditReport", "not since %1, when tracking began"));
    const QString when = used.trackedSince->toIso();
    return Term{since.word.arg(when), since.shown.arg(when)};
}

Term adminRights(const ReportedAccount &account, const KeyRecord &record)
{
    const KindInfo *kind = account.provider.kind(record.kind);
    if (!kind)
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "not known"));
    const bool isAdmin = kind->admin.everyKey || !kind->admin.grantedBy(record.scopes).isEmpty();
    return yesOrNo(isAdmin);
}

Term sourceOf(const KeyRow &key)
{
    if (key.manual)
        return auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "added by hand"));
    return key.lastSeenAt
               ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "list of the vendor"))
               : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                             "made with Chatelaine, not listed since"));
}

Term secretPlaces(const KeyRow &key, const KeyHistory &history)
{
    const QString places = history.places.join("; "_L1);
    if (!key.kept)
        return {places, places};
    const Term own =
        auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "keychain of Chatelaine"));
    const QString more = places.isEmpty() ? QString() : "; "_L1 + places;
    return {own.word + more, own.shown + more};
}

/** The state has been so since then, as far as it is known. */
std::optional<Timestamp> stateSince(const KeyRow &key, const KeyHistory &history)
{
    if (key.endedAt)
        return key.endedAt;
    if (key.vanishedAt)
        return key.vanishedAt;
    if (key.record.state == KeyState::Expired)
        return key.record.expiresAt;
    return key.record.state == KeyState::Active && !history.rotatedAt() ? key.record.createdAt
                                                                        : std::nullopt;
}

QString detailsText(const KeyRecord &record)
{
    QStringList lines;
    for (const auto &[label, text] : record.details)
        lines.append(label + ": "_L1 + text);
    return lines.join("; "_L1);
}

/** What tells a key from all others, and who made it. */
QList<SheetColumn> keyColumns()
{
    return {sheetColumn("row", KeySheetTexts::tr("No."), 5),
            sheetColumn("row_id", KeySheetTexts::tr("Row id")),
            sheetColumn("provider", KeySheetTexts::tr("Vendor")),
            sheetColumn("account", KeySheetTexts::tr("Account"), 10),
            sheetColumn("account_id", KeySheetTexts::tr("Account id")),
            sheetColumn("container", KeySheetTexts::tr("Organization, project"), 15),
            sheetColumn("container_ids", KeySheetTexts::tr("Ids of these")),
            sheetColumn("vendor_id", KeySheetTexts::tr("Vendor's id")),
            sheetColumn("mask", KeySheetTexts::tr("Mask"), 13),
            sheetColumn("kind", KeySheetTexts::tr("Kind")),
            sheetColumn("environment", KeySheetTexts::tr("Environment")),
            sheetColumn("name", KeySheetTexts::tr("Name"), 18),
            sheetColumn("created_by", KeySheetTexts::tr("Owner, as the vendor says"), 11),
            sheetColumn("made_by", KeySheetTexts::tr("Made here by"))};
}

QList<SheetColumn> keyStateColumns()
{
    return {sheetColumn("state", KeySheetTexts::tr("State"), 8),
            sheetColumn("state_since", KeySheetTexts::tr("State since")),
            sheetColumn("created_at", KeySheetTexts::tr("Created"), 10),
            sheetColumn("age_days", KeySheetTexts::tr("Days old"), 6),
            sheetColumn("rotated_at", KeySheetTexts::tr("Last rotated")),
            sheetColumn("expires_at", KeySheetTexts::tr("Expires"), 10),
            sheetColumn("days_left", KeySheetTexts::tr("Days left")),
            sheetColumn("last_used", KeySheetTexts::tr("Last use"), 16),
            sheetColumn("last_used_at", KeySheetTexts::tr("Last used at")),
            sheetColumn("last_used_precision_seconds", KeySheetTexts::tr("Precision in seconds")),
            sheetColumn("last_used_since", KeySheetTexts::tr("Uses known since")),
            sheetColumn("scopes", KeySheetTexts::tr("Scopes"), 13),
            sheetColumn("admin", KeySheetTexts::tr("Admin rights"), 7),
            sheetColumn("secret_places", KeySheetTexts::tr("Where the secret was brought")),
            sheetColumn("in_use_here", KeySheetTexts::tr("Used by this account")),
            sheetColumn("ended_at", KeySheetTexts::tr("Ended")),
            sheetColumn("ended_by", KeySheetTexts::tr("Ended here by")),
            sheetColumn("vanished_at", KeySheetTexts::tr("Vanished")),
            sheetColumn("successor", KeySheetTexts::tr("Replaced by")),
            sheetColumn("findings", KeySheetTexts::tr("Findings"), 12),
            sheetColumn("source", KeySheetTexts::tr("Where this row is from"), 0),
            sheetColumn("observed_at", KeySheetTexts::tr("Read at")),
            sheetColumn("first_seen_at", KeySheetTexts::tr("First seen")),
            sheetColumn("details", KeySheetTexts::tr("Details"))};
}

} // namespace

Sheet keysSheet()
{
    return {u"keys"_s, KeySheetTexts::tr("Keys"), keyColumns() + noteColumns() + keyStateColumns()};
}

Sheet reviewSheet()
{
    Sheet sheet{u"review"_s,
                KeySheetTexts::tr("Access review"),
                {sheetColumn("row", KeySheetTexts::tr("No."), 4),
                 sheetColumn("row_id", KeySheetTexts::tr("Row id")),
                 sheetColumn("account", KeySheetTexts::tr("Account"), 10),
                 sheetColumn("container", KeySheetTexts::tr("Organization, project")),
                 sheetColumn("mask", KeySheetTexts::tr("Mask"), 12),
                 sheetColumn("name", KeySheetTexts::tr("Name"), 16),
                 sheetColumn("state", KeySheetTexts::tr("State"), 8),
                 sheetColumn("created_by", KeySheetTexts::tr("Owner, as the vendor says")),
                 sheetColumn("owner", KeySheetTexts::tr("Owner"), 11),
                 sheetColumn("scopes", KeySheetTexts::tr("Scopes")),
                 sheetColumn("last_used", KeySheetTexts::tr("Last use")),
                 sheetColumn("findings", KeySheetTexts::tr("Findings")),
                 sheetColumn("reviewer", KeySheetTexts::tr("Reviewer"), 11),
                 sheetColumn("decision", KeySheetTexts::tr("Decision"), 10),
                 sheetColumn("reason", KeySheetTexts::tr("Reason"), 18),
                 sheetColumn("reviewed_on", KeySheetTexts::tr("Reviewed on"), 11),
                 sheetColumn("acknowledged_by", KeySheetTexts::tr("Acknowledged by"), 13),
                 sheetColumn("acknowledged_on", KeySheetTexts::tr("Acknowledged on")),
                 sheetColumn("acknowledged_entry_by", KeySheetTexts::tr("Written down by")),
                 sheetColumn("reviews", KeySheetTexts::tr("Reviews until then"))}};
    sheet.columns += deedColumns();
    sheet.columns.append(sheetColumn("ended_at", KeySheetTexts::tr("Ended"), 11));
    return sheet;
}

Cells AuditRows::key(qint64 number, const ReportedAccount &account, const KeyRow &key,
                     const KeyHistory &history) const
{
    const KeyRecord &record = key.record;
    Cells cells{number,
                key.uid.toString(),
                account.provider.name,
                account.row.name,
                key.account.toString(),
                containerNames(record.container),
                containerKey(record.container),
                record.id.toString(),
                record.mask,
                record.kind,
                record.environment,
                record.name,
                record.createdBy,
                history.madeBy};
    cells += noteCells(key, history, m_facts.end());
    cells += keyState(account, key, history);
    return cells;
}

Cells AuditRows::keyState(const ReportedAccount &account, const KeyRow &key,
                          const KeyHistory &history) const
{
    const KeyRecord &record = key.record;
    const LastUsed &used = record.lastUsed;
    const auto left =
        record.expiresAt ? daysBetween(m_facts.end(), *record.expiresAt) : std::optional<qint64>();
    return {keyStateName(record.state),
            cellOf(stateSince(key, history)),
            cellOf(record.createdAt),
            cellOf(daysBetween(record.createdAt, m_facts.end())),
            cellOf(history.rotatedAt()),
            cellOf(record.expiresAt),
            cellOf(left),
            lastUse(used),
            cellOf(used.at),
            used.at ? Cell(used.precisionSeconds) : Cell(QString()),
            cellOf(used.trackedSince),
            record.scopes.join(u' '),
            adminRights(account, record),
            secretPlaces(key, history),
            key.inUse ? Cell(yesOrNo(true)) : Cell(QString()),
            cellOf(key.endedAt),
            history.endedBy,
            cellOf(key.vanishedAt),
            history.successor,
            m_rules.value(key.uid).join(u' '),
            sourceOf(key),
            cellOf(key.lastSeenAt),
            cellOf(key.firstSeenAt),
            detailsText(record)};
}

Cells AuditRows::review(qint64 number, const ReportedAccount &account, const KeyRow &key,
                        const KeyHistory &history) const
{
    const KeyRecord &record = key.record;
    const auto review = history.notes.review();
    Cells cells{number,
                key.uid.toString(),
                account.row.name,
                containerNames(record.container),
                record.mask,
                record.name,
                keyStateName(record.state),
                record.createdBy,
                history.notes.text(NoteTopic::Owner),
                record.scopes.join(u' '),
                lastUse(record.lastUsed),
                m_rules.value(key.uid).join(u' ')};
    cells += reviewCells(review);
    cells += acknowledgementCells(review);
    cells.append(qint64(history.reviews));
    cells += deedCells(history, review ? std::optional(review->at) : std::nullopt);
    cells.append(cellOf(key.endedAt));
    return cells;
}

} // namespace chatelaine
