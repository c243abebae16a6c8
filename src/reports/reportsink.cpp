// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportsink.h"

#include <algorithm>

namespace chatelaine {

ReportSink::~ReportSink() = default;

ReportTee::ReportTee(std::vector<std::unique_ptr<ReportSink>> sinks)
    : m_sinks(std::move(sinks))
{}

bool ReportTee::open(const ReportHeader &header, const QList<Sheet> &sheets)
{
    return std::all_of(m_sinks.begin(), m_sinks.end(),
                       [&](const auto &sink) { return sink->open(header, sheets); });
}

bool ReportTee::add(qsizetype sheet, const Cells &cells)
{
    return std::all_of(m_sinks.begin(), m_sinks.end(),
                       [&](const auto &sink) { return sink->add(sheet, cells); });
}

bool ReportTee::close(const ReportHeader &header)
{
    return std::all_of(m_sinks.begin(), m_sinks.end(),
                       [&](const auto &sink) { return sink->close(header); });
}

QString ReportTee::problem() const
{
    for (const auto &sink : m_sinks) {
        if (const QString problem = sink->problem(); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace chatelaine
