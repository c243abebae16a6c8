// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportsink.h"

#include <QFile>

namespace chatelaine {

/**
 * A report to read: title page, summary, charts, tables, numbers on all pages. Painted without
 * widgets and without a display; a QGuiApplication must exist (platform "offscreen" will do). Of a
 * long table the first rows are printed and the rest is named: the other forms have them all.
 */
class PdfReport : public ReportSink
{
public:
    explicit PdfReport(const QString &file);

    static constexpr qsizetype mostRows = 2000; ///< of a table

    bool open(const ReportHeader &header, const QList<Sheet> &sheets) override;
    bool add(qsizetype sheet, const Cells &cells) override;
    bool close(const ReportHeader &header) override;
    QString problem() const override;

private:
    struct Table
    {
        Sheet sheet;
        QList<qsizetype> printed; ///< positions of its columns
        QList<QStringList> rows;
        qint64 count = 0;
    };

    QFile m_file;
    QList<Table> m_tables;
};

} // namespace chatelaine
