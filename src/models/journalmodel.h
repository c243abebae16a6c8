// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/journalquery.h"
#include "core/outcome.h"
#include "core/rows.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <deque>
#include <functional>

namespace chatelaine {

/** Where the entries come from: Store::searchJournals and Store::countJournals. */
struct JournalSource
{
    /** Newest first, those behind the place. */
    std::function<FutureOutcome<QList<JournalLine>>(
        const JournalQuery &, const std::optional<JournalPlace> &beyond, int limit)>
        read;
    std::function<FutureOutcome<JournalCount>(const JournalQuery &)> count;
};

/**
 * The entries of all journals that a query means, latest first. Reads a page at a time as the view
 * scrolls down, and what was added since when told so. An entry never changes: rows only appear.
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

    /** The rows stay until the first ones of the new query are there. */
    void setQuery(const JournalQuery &query);
    const JournalQuery &query() const { return m_query; }
    /** Reads what is newer than the first row; the first page when there is none. */
    void refresh();
    /** How many entries the query means, of how many; nothing until they are counted. */
    const std::optional<JournalCount> &count() const { return m_count; }
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
    void counted();

private:
    struct Row
    {
        JournalLine line;
        QJsonObject entry;
    };
    using Arrived = void (JournalModel::*)(const QList<JournalLine> &);
    void read(const std::optional<JournalPlace> &beyond, Arrived arrived);
    void takeNewest(const QList<JournalLine> &newestFirst);
    void appendOlder(const QList<JournalLine> &newestFirst);
    void insert(int at, const QList<JournalLine> &newestFirst);
    void recount();

    JournalSource m_source;
    std::deque<Row> m_rows;
    std::optional<Error> m_problem;
    JournalQuery m_query;
    int m_generation = 0; ///< answers to an earlier query are dropped
    std::optional<JournalCount> m_count;
    bool m_reading = false;
    bool m_again = false;
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_loaded = false;   ///< the rows are those of the query
    bool m_complete = false; ///< there are no older ones
};

/** The words of the interface for a kind of entry ("key.create") and for an outcome. */
QString journalEventText(const QString &kind);
QString journalOutcomeText(const QString &outcome);

} // namespace chatelaine
