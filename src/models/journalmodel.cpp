// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/journalmodel.h"

#include "core/async.h"
#include "core/redaction.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

JournalPlace placeOf(const JournalLine &line)
{
    return {line.time, line.installation, line.sequence};
}

QString writerText(const QJsonObject &entry)
{
    const QString host = entry.value("host"_L1).toString();
    const QString user = entry.value("user"_L1).toString();
    return host.isEmpty() ? user : user + u'@' + host;
}

bool isSameEntry(const JournalLine &a, const JournalLine &b)
{
    return a.sequence == b.sequence && a.installation == b.installation;
}

} // namespace

JournalModel::JournalModel(JournalSource source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{}

JournalModel::~JournalModel() = default;

void JournalModel::setQuery(const JournalQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    ++m_generation;
    m_reading = false;
    m_again = false;
    m_counting = false;
    m_loaded = false;
    m_count.reset();
    refresh();
}

void JournalModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    read(std::nullopt, &JournalModel::takeNewest);
    recount();
}

void JournalModel::read(const std::optional<JournalPlace> &beyond, Arrived arrived)
{
    m_reading = true;
    whenDone(m_source.read(m_query, beyond, pageSize), this,
             [this, arrived, asked = m_generation](const Outcome<QList<JournalLine>> &outcome) {
                 if (asked != m_generation)
                     return;
                 m_problem = outcome.ok() ? std::nullopt : std::optional(outcome.error());
                 if (outcome.ok())
                     (this->*arrived)(outcome.value());
                 // Only now: a view may ask for more in the middle of an insertion.
                 m_reading = false;
                 emit loaded();
                 if (std::exchange(m_again, false))
                     refresh();
             });
}

void JournalModel::recount()
{
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    m_countAgain = false;
    whenDone(m_source.count(m_query), this,
             [this, asked = m_generation](const Outcome<JournalCount> &count) {
                 if (asked != m_generation)
                     return;
                 m_counting = false;
                 if (count)
                     m_count = *count;
                 emit counted();
                 if (std::exchange(m_countAgain, false))
                     recount();
             });
}

/** The first page as it is now. What came since stands above the rows that are there; where that
 * does not fit (another query, another installation's earlier entries), it takes their place. */
void JournalModel::takeNewest(const QList<JournalLine> &newestFirst)
{
    const bool isWhole = newestFirst.size() < pageSize;
    const auto isFirst = [this](const JournalLine &line) {
        return isSameEntry(line, m_rows.front().line);
    };
    auto fits = m_loaded && !m_rows.empty()
                    ? std::find_if(newestFirst.begin(), newestFirst.end(), isFirst)
                    : newestFirst.end();
    const auto added = static_cast<int>(fits - newestFirst.begin());
    for (std::size_t row = 0; fits != newestFirst.end() && row < m_rows.size(); ++row) {
        const qsizetype at = added + static_cast<qsizetype>(row);
        if (at >= newestFirst.size())
            break;
        if (!isSameEntry(newestFirst.at(at), m_rows.at(row).line))
            fits = newestFirst.end();
    }
    if (fits != newestFirst.end()) {
        insert(0, newestFirst.first(added));
        // What another installation did before the oldest row here comes behind it, now or later.
        if (newestFirst.size() > rowCount())
            insert(rowCount(), newestFirst.sliced(rowCount()));
        m_complete = m_complete && isWhole;
        return;
    }
    const bool isFirstReading = !std::exchange(m_loaded, true);
    m_complete = isWhole;
    if (m_rows.empty() && isFirstReading)
        return insert(0, newestFirst);
    beginResetModel();
    m_rows.clear();
    for (const JournalLine &line : newestFirst)
        m_rows.push_back({line, QJsonDocument::fromJson(line.line).object()});
    endResetModel();
}

void JournalModel::appendOlder(const QList<JournalLine> &newestFirst)
{
    m_complete = newestFirst.size() < pageSize;
    insert(rowCount(), newestFirst);
}

void JournalModel::insert(int at, const QList<JournalLine> &newestFirst)
{
    if (newestFirst.isEmpty())
        return;
    beginInsertRows({}, at, at + static_cast<int>(newestFirst.size()) - 1);
    auto place = m_rows.begin() + at;
    for (const JournalLine &line : newestFirst)
        place = m_rows.insert(place, {line, QJsonDocument::fromJson(line.line).object()}) + 1;
    endInsertRows();
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_reading && !m_rows.empty() && !m_complete;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(placeOf(m_rows.back().line), &JournalModel::appendOlder);
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
        return displaySafe(writerText(entry));
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
