// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/journalmodel.h"

#include "core/async.h"
#include "core/redaction.h"

#include <QJsonDocument>
#include <QLocale>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

JournalModel::JournalModel(JournalSource source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{}

JournalModel::~JournalModel() = default;

void JournalModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    if (m_rows.empty()) {
        read(m_source.latest(pageSize), &JournalModel::appendFirstPage);
        return;
    }
    JournalFilter newer;
    newer.afterSequence = m_rows.front().line.sequence;
    newer.limit = pageSize;
    read(m_source.read(newer), &JournalModel::prependNewer);
}

void JournalModel::read(FutureOutcome<QList<JournalLine>> lines, Arrived arrived)
{
    m_reading = true;
    whenDone(lines, this, [this, arrived](const Outcome<QList<JournalLine>> &outcome) {
        m_problem = outcome.ok() ? std::nullopt : std::optional(outcome.error());
        if (outcome.ok()) {
            m_loaded = true;
            (this->*arrived)(outcome.value());
        }
        m_reading = false; // only now: a view may ask for more in the middle of an insertion
        emit loaded();
        if (std::exchange(m_again, false))
            refresh();
    });
}

void JournalModel::prependNewer(const QList<JournalLine> &oldestFirst)
{
    if (oldestFirst.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(oldestFirst.size()) - 1);
    for (const JournalLine &line : oldestFirst)
        m_rows.push_front({line, QJsonDocument::fromJson(line.line).object()});
    endInsertRows();
    m_again = m_again || oldestFirst.size() == pageSize; // there may be more of them
}

void JournalModel::appendFirstPage(const QList<JournalLine> &newestFirst)
{
    append(newestFirst);
}

void JournalModel::appendOlder(const QList<JournalLine> &oldestFirst)
{
    append({oldestFirst.crbegin(), oldestFirst.crend()});
}

void JournalModel::append(const QList<JournalLine> &newestFirst)
{
    if (newestFirst.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(newestFirst.size()) - 1);
    for (const JournalLine &line : newestFirst)
        m_rows.push_back({line, QJsonDocument::fromJson(line.line).object()});
    endInsertRows();
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_reading && !m_rows.empty() && m_rows.back().line.sequence > 1;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    // Sequence numbers have no gaps, so the page before the last row is known by its numbers.
    JournalFilter older;
    const qint64 oldest = m_rows.back().line.sequence;
    older.afterSequence = std::max<qint64>(0, oldest - 1 - pageSize);
    older.limit = static_cast<int>(oldest - 1 - older.afterSequence);
    read(m_source.read(older), &JournalModel::appendOlder);
}

const JournalLine &JournalModel::lineAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).line;
}

QJsonObject JournalModel::entryAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).entry;
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[line, entry] = m_rows.at(static_cast<std::size_t>(index.row()));
    if (role == MicrosRole)
        return QVariant::fromValue<qint64>(line.time.micros());
    if (role == SequenceRole)
        return QVariant::fromValue<qint64>(line.sequence);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == SequenceColumn ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case TimeColumn:
        return line.time.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    case EventColumn:
        return journalEventText(entry.value("kind"_L1).toString());
    case ObjectColumn:
        return displaySafe(entry.value("object"_L1).toString());
    case AccountColumn:
        return displaySafe(entry.value("accountName"_L1).toString());
    case OutcomeColumn:
        return journalOutcomeText(entry.value("outcome"_L1).toString());
    case UserColumn:
        return displaySafe(entry.value("user"_L1).toString());
    default:
        return QLocale().toString(line.sequence);
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("When");
    case EventColumn:
        return tr("What");
    case ObjectColumn:
        return tr("Which");
    case AccountColumn:
        return tr("Account");
    case OutcomeColumn:
        return tr("Outcome");
    case UserColumn:
        return tr("Who");
    default:
        return tr("Entry");
    }
}

} // namespace chatelaine
