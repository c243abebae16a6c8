// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <deque>
#include <functional>

namespace chatelaine {

/** Where the entries come from: Store::journal and Store::latestJournal. */
struct JournalSource
{
    std::function<FutureOutcome<QList<JournalLine>>(int limit)> latest;           ///< newest first
    std::function<FutureOutcome<QList<JournalLine>>(const JournalFilter &)> read; ///< oldest first
};

/**
 * The journal, latest entry first. Reads a page at a time as the view scrolls down, and what was
 * added since when told so. An entry never changes: rows only appear, at both ends.
 */
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        EventColumn,
        ObjectColumn,
        AccountColumn,
        OutcomeColumn,
        UserColumn,
        SequenceColumn,
        ColumnCount
    };
    enum Role {
        MicrosRole = Qt::UserRole, ///< qint64, of the entry
        SequenceRole,              ///< qint64
    };
    static constexpr int pageSize = 200;

    explicit JournalModel(JournalSource source, QObject *parent = nullptr);
    ~JournalModel() override;

    /** Reads what is newer than the first row; the first page when there is none. */
    void refresh();
    const JournalLine &lineAt(int row) const; ///< precondition: a row of the model
    QJsonObject entryAt(int row) const;       ///< the line as an object
    const std::optional<Error> &problem() const { return m_problem; } ///< of the last reading
    bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded(); ///< after each reading, whether it brought rows or a problem

private:
    struct Row
    {
        JournalLine line;
        QJsonObject entry;
    };
    using Arrived = void (JournalModel::*)(const QList<JournalLine> &);
    void read(FutureOutcome<QList<JournalLine>> lines, Arrived arrived);
    void prependNewer(const QList<JournalLine> &oldestFirst);
    void appendFirstPage(const QList<JournalLine> &newestFirst);
    void appendOlder(const QList<JournalLine> &oldestFirst);
    void append(const QList<JournalLine> &newestFirst);

    JournalSource m_source;
    std::deque<Row> m_rows;
    std::optional<Error> m_problem;
    bool m_reading = false;
    bool m_again = false;
    bool m_loaded = false;
};

/** The words of the interface for a kind of entry ("key.create") and for an outcome. */
QString journalEventText(const QString &kind);
QString journalOutcomeText(const QString &outcome);

} // namespace chatelaine
