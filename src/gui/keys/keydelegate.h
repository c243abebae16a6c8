// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QStyledItemDelegate>

namespace chatelaine {

/** Shows a table of keys for the eye: times relative, exact in the tooltip; a state as word and
 * icon; the masked value in the fixed font; what is gone, greyed. */
class KeyDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit KeyDelegate(const Clock &clock, QObject *parent = nullptr);

    QString shownText(const QModelIndex &index) const;
    QString tip(const QModelIndex &index) const;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace chatelaine
