// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportsink.h"

#include <functional>

namespace chatelaine {

/** Lets a sink write under another name beside the wanted one, which the file gets when it is
 * complete. Dropped before that, nothing is left. */
class RenamedFile : public ReportSink
{
public:
    using Make = std::function<std::unique_ptr<ReportSink>(const QString &file)>;
    RenamedFile(QString file, const Make &make);
    ~RenamedFile() override;

    bool open(const ReportHeader &header, const QList<Sheet> &sheets) override;
    bool add(qsizetype sheet, const Cells &cells) override;
    bool close(const ReportHeader &header) override;
    QString problem() const override;

private:
    const QString m_file;
    const QString m_work;
    std::unique_ptr<ReportSink> m_sink;
    QString m_problem;
};

} // namespace chatelaine
