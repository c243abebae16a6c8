// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/csvwriter.h"
#include "reports/reportsink.h"

#include <QSaveFile>

namespace chatelaine {

/** One sheet of a report as a file: CSV (a view), or JSON Lines, an object with the columns' ids
 * for each row. Under its name the file appears only when it is complete. */
class SheetFile : public ReportSink
{
public:
    enum class Form { Csv, JsonLines };
    SheetFile(const QString &file, QString sheet, Form form);

    bool open(const ReportHeader &header, const QList<Sheet> &sheets) override;
    bool add(qsizetype sheet, const Cells &cells) override;
    bool close(const ReportHeader &header) override;
    QString problem() const override;

private:
    bool writeTitles();
    bool writeObject(const Cells &cells);

    QSaveFile m_file;
    const QString m_wanted;
    const Form m_form;
    CsvWriter m_csv{m_file};
    Sheet m_sheet;
    qsizetype m_position = -1;
};

} // namespace chatelaine
