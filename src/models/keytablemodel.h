// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyquery.h"
#include "models/keyselection.h"

#include <QAbstractTableModel>

#include <functional>

namespace chatelaine {

/**
 * The keys of the inventory as a table. Rows are selected on a pool thread; a new snapshot with the
 * same query arrives as the smallest ranges, a new query as a reset. Texts are made safe to show.
 * Knows no clock: times are exact here, a delegate makes them relative.
 */
class KeyTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        UidRole = Qt::UserRole,
        StateRole,  ///< int of KeyState
        MicrosRole, ///< qint64 microseconds since 1970 of a time column; invalid when not known
        LastUsedSourceRole, ///< int of LastUsed::Source
        InUseRole,          ///< the account's own credential
        KeptRole,           ///< its secret is in the keychain
        AccountRole,        ///< the account's id as text
    };
    static constexpr int columns = static_cast<int>(KeyColumn::Account) + 1;

    explicit KeyTableModel(QObject *parent = nullptr);
    ~KeyTableModel() override;

    void setSnapshot(const InventorySnapshot &snapshot);
    void setQuery(const KeyQuery &query);
    const KeyQuery &query() const { return m_query; }
    /** The definitions' words for kinds, by provider and kind id; another kind is shown by its id.
     */
    void setKindLabels(const QHash<std::pair<QString, QString>, QString> &labels);

    KeyUid uidAt(int row) const;
    /** Gives the keys of these rows as they are now; may be called on any thread. */
    std::function<QList<KeyUid>()> uidsAt(const std::vector<RowRange> &ranges) const;
    int rowOfUid(const KeyUid &uid) const; ///< -1 when it is not among the selected
    bool isSelecting() const { return m_selecting; }
    bool isLoaded() const { return m_shown.snapshot != nullptr; } ///< something was selected once

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void updated(); ///< rows are those of the last query and snapshot

private:
    void select();
    void apply(const KeySelection &selection);
    void replay(const KeySelection &selection);
    QString displayText(std::uint32_t row, KeyColumn column) const;

    ShownKeys m_shown;
    KeyRows m_rows; ///< as `m_shown.rows`, but also right in the middle of a replay
    InventorySnapshot m_snapshot;
    KeyQuery m_query;
    QHash<std::pair<QString, QString>, QString> m_kindLabels;
    bool m_selecting = false;
    bool m_again = false;
};

} // namespace chatelaine
