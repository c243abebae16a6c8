// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportsink.h"

#include <memory>

namespace chatelaine {

/**
 * A report as a workbook: a sheet with the first page, and one for each table. Rows go to the disk
 * as they come; a table that is longer than a sheet can be (1,048,576 rows) goes on in another one.
 * Texts are written as texts and guarded as in CSV, so that none is taken for a formula. The file
 * is written under the given name: give a temporary one.
 */
class XlsxBook : public ReportSink
{
public:
    explicit XlsxBook(const QString &file);
    ~XlsxBook() override;

    bool open(const ReportHeader &header, const QList<Sheet> &sheets) override;
    bool add(qsizetype sheet, const Cells &cells) override;
    bool close(const ReportHeader &header) override;
    QString problem() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
