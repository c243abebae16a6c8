// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/cell.h"

#include <QLocale>

namespace chatelaine {

namespace {

struct CellText
{
    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(double number) const
    {
        return QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    QString operator()(Timestamp time) const { return time.toIso(); }
    QString operator()(const Term &term) const { return term.word; }
};

} // namespace

QString cellText(const Cell &cell)
{
    return std::visit(CellText(), cell);
}

} // namespace chatelaine
