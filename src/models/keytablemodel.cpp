// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keytablemodel.h"

#include "core/redaction.h"
#include "core/whenready.h"
#include "models/keytexts.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isTime(KeyColumn column)
{
    return column == KeyColumn::Created || column == KeyColumn::LastUsed ||
           column == KeyColumn::Expires;
}

/** To the second and in UTC, so that it is the same for everybody who reads it aloud or copies it.
 */
QString exactText(Timestamp time)
{
    return time.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

} // namespace

KeyTableModel::KeyTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

KeyTableModel::~KeyTableModel() = default;

void KeyTableModel::setSnapshot(const InventorySnapshot &snapshot)
{
    if (snapshot == m_snapshot)
        return;
    m_snapshot = snapshot;
    select();
}

void KeyTableModel::setQuery(const KeyQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    select();
}

void KeyTableModel::setKindLabels(const QHash<std::pair<QString, QString>, QString> &labels)
{
    if (labels == m_kindLabels)
        return;
    m_kindLabels = labels;
    const int kind = static_cast<int>(KeyColumn::Kind);
    if (!m_rows.empty())
        emit dataChanged(index(0, kind), index(rowCount() - 1, kind), {Qt::DisplayRole});
}

/** One selection at a time: what is asked for meanwhile starts when it ends, and only the last. */
void KeyTableModel::select()
{
    if (!m_snapshot)
        return;
    if (m_selecting) {
        m_again = true;
        return;
    }
    m_selecting = true;
    whenReady(QtConcurrent::run(selectKeys, m_shown, m_snapshot, m_query), this,
              [this](const KeySelection &selection) {
                  m_selecting = false;
                  const bool again = std::exchange(m_again, false);
                  if (selection.next.query == m_query)
                      apply(selection);
                  if (again)
                      select();
              });
}

void KeyTableModel::apply(const KeySelection &selection)
{
    if (selection.reset) {
        beginResetModel();
        m_shown = selection.next;
        m_rows = *selection.next.rows;
        endResetModel();
    } else {
        replay(selection);
    }
    emit updated();
}

void KeyTableModel::replay(const KeySelection &selection)
{
    for (const RowRange &range : selection.diff.removed) {
        beginRemoveRows({}, range.first, range.last);
        m_rows.erase(m_rows.begin() + range.first, m_rows.begin() + range.last + 1);
        endRemoveRows();
    }
    const KeyRows &rows = *selection.next.rows;
    m_rows = *selection.staying;
    m_shown = selection.next;
    for (const RowRange &range : selection.diff.inserted) {
        beginInsertRows({}, range.first, range.last);
        m_rows.insert(m_rows.begin() + range.first, rows.begin() + range.first,
                      rows.begin() + range.last + 1);
        endInsertRows();
    }
    for (const RowRange &range : selection.diff.changed)
        emit dataChanged(index(range.first, 0), index(range.last, columns - 1));
}

KeyUid KeyTableModel::uidAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return m_shown.snapshot->uid(m_rows[static_cast<std::size_t>(row)]);
}

std::function<QList<KeyUid>()> KeyTableModel::uidsAt(const std::vector<RowRange> &ranges) const
{
    return [shown = m_shown, ranges] {
        QList<KeyUid> uids;
        for (const RowRange &range : ranges) {
            for (int row = range.first; row <= range.last; ++row)
                uids.append(shown.snapshot->uid((*shown.rows)[static_cast<std::size_t>(row)]));
        }
        return uids;
    };
}

int KeyTableModel::rowOfUid(const KeyUid &uid) const
{
    if (!m_shown.snapshot || uid.isEmpty())
        return -1;
    const std::optional<std::uint32_t> wanted = m_shown.snapshot->rowOf(uid);
    if (!wanted)
        return -1;
    // A scan of numbers that lie side by side: some 0.2 ms at a million.
    const auto found = std::find(m_rows.begin(), m_rows.end(), *wanted);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int KeyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant KeyTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::uint32_t row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<KeyColumn>(index.column());
    const InventoryIndex &keys = *m_shown.snapshot;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isTime(column) ? Qt::AlignRight : Qt::AlignLeft));
    case UidRole:
        return keys.uid(row).toString();
    case StateRole:
        return static_cast<int>(keys.state(row));
    case MicrosRole:
        if (const auto time = isTime(column) ? keys.time(row, column) : std::nullopt)
            return QVariant::fromValue<qint64>(time->micros());
        return {};
    case LastUsedSourceRole:
        return static_cast<int>(keys.lastUsedSource(row));
    case InUseRole:
        return keys.inUse(row);
    case KeptRole:
        return keys.kept(row);
    case AccountRole:
        return keys.account(row).toString();
    default:
        return {};
    }
}

QString KeyTableModel::displayText(std::uint32_t row, KeyColumn column) const
{
    const InventoryIndex &keys = *m_shown.snapshot;
    switch (column) {
    case KeyColumn::State:
        return keyStateText(keys.state(row));
    case KeyColumn::Kind: {
        const QString kind = keys.text(row, column);
        return displaySafe(m_kindLabels.value({keys.provider(row).toString(), kind}, kind));
    }
    case KeyColumn::Environment:
        return environmentText(keys.text(row, column));
    case KeyColumn::Account:
        return displaySafe(keys.accountName(row));
    case KeyColumn::LastUsed:
        if (const auto time = keys.time(row, column))
            return exactText(*time);
        return keys.lastUsedSource(row) == LastUsed::Source::None ? tr("Not known") : tr("Never");
    case KeyColumn::Created:
        if (const auto time = keys.time(row, column))
            return exactText(*time);
        return tr("Not known");
    case KeyColumn::Expires:
        if (const auto time = keys.time(row, column))
            return exactText(*time);
        return {};
    default:
        return displaySafe(keys.text(row, column));
    }
}

QVariant KeyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = static_cast<KeyColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isTime(column) ? Qt::AlignRight : Qt::AlignLeft));
    }
    return role == Qt::DisplayRole ? QVariant(keyColumnTitle(column)) : QVariant();
}

void KeyTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    KeyQuery query = m_query;
    query.sortBy = static_cast<KeyColumn>(column);
    query.order = order;
    setQuery(query);
}

} // namespace chatelaine
