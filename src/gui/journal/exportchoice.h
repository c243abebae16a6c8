// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/auditservice.h"

#include <QDate>
#include <QObject>

namespace chatelaine {

/** A form in which the journal, or a report about it, is exported. */
struct ExportForm
{
    QString format;
    QString title;
    QString help;   ///< what is in it, in a sentence or two
    QString filter; ///< of the file picker
    bool isFolder = false;
};

/** Decides what the dialog shows in which an export is chosen. Knows no widget. */
class ExportChoice : public QObject
{
    Q_OBJECT
public:
    explicit ExportChoice(QList<AccountRow> accounts, QObject *parent = nullptr);

    static QList<ExportForm> forms();

    const QList<AccountRow> &accounts() const { return m_accounts; }
    const ExportForm &form() const { return m_form; }
    void setForm(const QString &format);
    /** Both days are in it; none: everything. */
    void setRange(const std::optional<QDate> &first, const std::optional<QDate> &last);
    /** By their positions in accounts(). */
    void setAccounts(const QSet<qsizetype> &chosen);

    QString problem() const; ///< why it cannot be exported like this; empty when it can
    QString suggestion(QDate today) const; ///< a name for the file or folder
    ExportOrder order(const QString &file) const;

signals:
    void changed();

private:
    const QList<AccountRow> m_accounts;
    ExportForm m_form;
    std::optional<QDate> m_first;
    std::optional<QDate> m_last;
    QSet<qsizetype> m_chosen;
};

} // namespace chatelaine
