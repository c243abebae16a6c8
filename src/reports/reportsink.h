// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usagechart.h"
#include "reports/cell.h"

#include <QMap>

#include <memory>

namespace chatelaine {

/** A line of a report's first page. */
struct ReportFact
{
    QString id;    ///< as JSON has it
    QString title; ///< in the language of the interface
    QString text;
};

/** A chart of a report. */
struct ReportFigure
{
    QString title;
    QString unit;
    bool isMean = false;
    UsageChart chart;
};

/** How many there are of each of some sorts. */
struct ReportCounts
{
    QString title;
    QList<std::pair<QString, qint64>> counts;
};

/** What stands on the first pages. */
struct ReportHeader
{
    QString title;
    bool isComplete = false;
    QStringList missing; ///< a sentence for each account that is incomplete
    QList<ReportFact> facts;
    QList<ReportCounts> summary;
    QList<ReportFigure> figures;
    QMap<QString, QString> captions; ///< of sheets that need one, by their ids
};

struct SheetColumn
{
    QString id;    ///< the same in every language
    QString title; ///< in the language of the interface
    int width = 0; ///< share of a printed page; 0: not printed
};

/** A table of a report. */
struct Sheet
{
    QString id;
    QString title;
    QList<SheetColumn> columns;
};

/**
 * Takes a report and writes it in one form. Calls come one after the other, from whichever thread.
 * What gives false ends the report; problem() then says why.
 */
class ReportSink
{
public:
    virtual ~ReportSink();
    virtual bool open(const ReportHeader &header, const QList<Sheet> &sheets) = 0;
    /** A row of the sheet at this position; rows of different sheets may come in turn. */
    virtual bool add(qsizetype sheet, const Cells &cells) = 0;
    /** Once, after the last row. `header` may say more than the one before. */
    virtual bool close(const ReportHeader &header) = 0;
    virtual QString problem() const = 0;
};

/** One report in several forms. */
class ReportTee : public ReportSink
{
public:
    explicit ReportTee(std::vector<std::unique_ptr<ReportSink>> sinks);
    bool open(const ReportHeader &header, const QList<Sheet> &sheets) override;
    bool add(qsizetype sheet, const Cells &cells) override;
    bool close(const ReportHeader &header) override;
    QString problem() const override;

private:
    std::vector<std::unique_ptr<ReportSink>> m_sinks;
};

} // namespace chatelaine
