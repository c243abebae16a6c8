// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/exportchoice.h"

namespace chatelaine {

namespace {

std::optional<Timestamp> startOf(const std::optional<QDate> &day)
{
    if (!day)
        return std::nullopt;
    return Timestamp::fromDateTime(day->startOfDay(Qt::UTC));
}

} // namespace

QList<ExportForm> ExportChoice::forms()
{
    return {
        {QStringLiteral("pdf"), tr("Audit report to read (PDF)"),
         tr("Keys as they stood, what was done to them, findings, quotas, charts, and on the first "
            "page whether all of it is complete."),
         tr("PDF (*.pdf)")},
        {QStringLiteral("xlsx"), tr("Audit report to work with (Excel)"),
         tr("The same as a workbook: a sheet for each table."), tr("Excel workbooks (*.xlsx)")},
        {QStringLiteral("pack"), tr("Evidence pack (folder)"),
         tr("Everything, signed: the journal, the report in all forms, proofs, and instructions "
            "that verify it without Chatelaine."),
         tr("Folders (*)"), true},
        {QStringLiteral("csv"), tr("Journal to read (CSV)"),
         tr("One row for each entry of the journal."), tr("CSV (*.csv)")},
        {QStringLiteral("jsonl"), tr("Journal, signed (JSON Lines)"),
         tr("The entries themselves, and a signed head behind them that proves them."),
         tr("JSON Lines (*.jsonl)")},
        {QStringLiteral("ocsf"), tr("Journal for a SIEM (OCSF)"),
         tr("One event of the Open Cybersecurity Schema Framework for each entry."),
         tr("OCSF (*.ocsf)")},
        {QStringLiteral("cef"), tr("Journal for a SIEM (CEF)"),
         tr("One line of the Common Event Format for each entry."), tr("CEF (*.cef)")},
    };
}

ExportChoice::ExportChoice(QList<AccountRow> accounts, QObject *parent)
    : QObject(parent)
    , m_accounts(std::move(accounts))
    , m_form(forms().constFirst())
{
    for (qsizetype i = 0; i < m_accounts.size(); ++i)
        m_chosen.insert(i);
}

void ExportChoice::setForm(const QString &format)
{
    const QList<ExportForm> all = forms();
    for (const ExportForm &form : all) {
        if (form.format == format)
            m_form = form;
    }
    emit changed();
}

void ExportChoice::setRange(const std::optional<QDate> &first, const std::optional<QDate> &last)
{
    m_first = first;
    m_last = last;
    emit changed();
}

void ExportChoice::setAccounts(const QSet<qsizetype> &chosen)
{
    m_chosen = chosen;
    emit changed();
}

QString ExportChoice::problem() const
{
    if (m_first && m_last && *m_first > *m_last)
        return tr("The first day is after the last one.");
    if (!m_accounts.isEmpty() && m_chosen.isEmpty())
        return tr("Choose an account.");
    return {};
}

QString ExportChoice::suggestion(QDate today) const
{
    const bool isReport = m_form.isFolder || m_form.format == QLatin1StringView("pdf") ||
                          m_form.format == QLatin1StringView("xlsx");
    const QString name = isReport ? tr("chatelaine-audit-%1", "name of a file, with its date")
                                  : tr("chatelaine-journal-%1", "name of a file, with its date");
    const QString dated = name.arg(today.toString(Qt::ISODate));
    return m_form.isFolder ? dated : dated + QLatin1Char('.') + m_form.format;
}

/** All accounts chosen: also what is about none, or about one that is gone. */
ExportOrder ExportChoice::order(const QString &file) const
{
    ExportOrder order;
    order.format = m_form.format;
    order.file = file;
    order.from = startOf(m_first);
    order.to = startOf(m_last ? std::optional(m_last->addDays(1)) : std::nullopt);
    order.overwrite = true; // the file picker has asked
    if (m_chosen.size() == m_accounts.size())
        return order;
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        if (m_chosen.contains(i))
            order.accounts.append(m_accounts.at(i).id);
    }
    return order;
}

} // namespace chatelaine
