// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/usage/usagepresenter.h"

#include <QAbstractTableModel>

namespace chatelaine {

/** The figures as a table: by day, the latest first, or by what they are grouped by. */
class UsageTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    static constexpr int ShareRole = Qt::UserRole; ///< of the largest, 0 to 1; of a group only

    using QAbstractTableModel::QAbstractTableModel;

    void setSeries(const QList<UsageDay> &series, const QString &valueTitle);
    void setGroups(const QList<UsageGroup> &groups, const QString &nameTitle,
                   const QString &valueTitle);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        std::optional<double> value;
        double share = 0;
        bool operator==(const Row &) const = default;
    };
    void setRows(const QList<Row> &rows, const QString &nameTitle, const QString &valueTitle);

    QList<Row> m_rows;
    QString m_nameTitle;
    QString m_valueTitle;
};

} // namespace chatelaine
