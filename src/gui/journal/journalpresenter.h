// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"
#include "gui/journal/journalport.h"

#include <QJsonObject>
#include <QObject>

namespace chatelaine {

/** Decides what the journal page says about exports and about the chain. Knows no widget. */
class JournalPresenter : public QObject
{
    Q_OBJECT
public:
    enum class Activity { Idle, Exporting, Verifying };

    explicit JournalPresenter(JournalPort port, QObject *parent = nullptr);
    ~JournalPresenter() override;

    QList<AccountRow> accounts() const { return m_port.accounts(); }
    void exportTo(const ExportOrder &order);
    void cancelExport();
    void verify();
    /** An export in JSON Lines, or the list of sums of an evidence pack. */
    void verifyExport(const QString &file);

    Activity activity() const { return m_activity; }
    QString progress() const;                         ///< what is happening; empty when Idle
    const Notice &notice() const { return m_notice; } ///< how the last thing ended
    QString exportedFile() const { return m_file; }   ///< of the last export that succeeded

    /** An entry as its parts, for reading: name and text. */
    static QList<std::pair<QString, QString>> parts(const QJsonObject &entry);

signals:
    void changed();

private:
    void exported(const Outcome<ExportReport> &outcome, const ExportOrder &order);
    void verified(const Outcome<JournalVerdict> &outcome);
    void exportVerified(const Outcome<ExportVerdict> &outcome);

    JournalPort m_port;
    Activity m_activity = Activity::Idle;
    Notice m_notice;
    QString m_file;
    qint64 m_written = 0;
    CancellationPtr m_cancellation;
};

} // namespace chatelaine
