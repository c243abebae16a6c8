// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagetablemodel.h"

#include "gui/common/plaintip.h"

namespace chatelaine {

void UsageTableModel::setChart(const ChartData &data)
{
    if (data == m_data)
        return;
    const QList<ChartCurve> shown = data.shown();
    const bool sameShape = data.isByTime == m_data.isByTime && shown.size() == m_shown.size() &&
                           data.starts.size() == m_data.starts.size();
    if (!sameShape)
        beginResetModel();
    m_data = data;
    m_shown = shown;
    if (!sameShape) {
        endResetModel();
        return;
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

qsizetype UsageTableModel::slotOf(int row) const
{
    return m_data.isByTime ? m_data.starts.size() - 1 - row : row;
}

int UsageTableModel::rowOf(qsizetype slot) const
{
    return static_cast<int>(m_data.isByTime ? m_data.starts.size() - 1 - slot : slot);
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.slotCount());
}

int UsageTableModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_data.isByTime ? 1 + static_cast<int>(m_shown.size()) : 2;
}

UsageFigure UsageTableModel::figureAt(const QModelIndex &index) const
{
    if (!m_data.isByTime)
        return m_data.joined(m_shown.at(index.row()), {});
    return m_shown.at(index.column() - 1).figures.value(slotOf(index.row()));
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isName = index.column() == 0;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isName ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole)
        return isName ? plainTip(m_data.slotText(slotOf(index.row())))
                      : plainTip(m_data.figureText(figureAt(index)));
    if (role != Qt::DisplayRole)
        return {};
    if (isName)
        return m_data.slotText(slotOf(index.row()));
    const UsageFigure figure = figureAt(index);
    if (!figure.value)
        return tr("not known");
    const QString value = m_data.valueText(*figure.value);
    return figure.isPartial ? tr("%1 (in part)", "of a part of the time").arg(value) : value;
}

QVariant UsageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    const bool isCurve = m_data.isByTime && section > 0 && section <= m_shown.size();
    if (role == Qt::ToolTipRole && isCurve)
        return plainTip(m_shown.at(section - 1).label);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_data.isByTime ? tr("Time (UTC)") : m_data.groupTitle;
    if (isCurve)
        return m_data.withUnit(m_shown.at(section - 1).label);
    // Means do not add up.
    return m_data.withUnit(m_data.isMean ? tr("On average") : tr("In all"));
}

} // namespace chatelaine
