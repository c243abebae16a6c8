// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/renamedfile.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>

namespace chatelaine {

RenamedFile::RenamedFile(QString file, const Make &make)
    : m_file(std::move(file))
    , m_work(m_file + QStringLiteral(".unfinished-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_sink(make(m_work))
{}

RenamedFile::~RenamedFile()
{
    m_sink.reset();
    QFile::remove(m_work);
}

bool RenamedFile::open(const ReportHeader &header, const QList<Sheet> &sheets)
{
    return m_sink->open(header, sheets);
}

bool RenamedFile::add(qsizetype sheet, const Cells &cells)
{
    return m_sink->add(sheet, cells);
}

bool RenamedFile::close(const ReportHeader &header)
{
    if (!m_sink->close(header))
        return false;
    std::error_code problem;
    std::filesystem::rename(QFileInfo(m_work).filesystemAbsoluteFilePath(),
                            QFileInfo(m_file).filesystemAbsoluteFilePath(), problem);
    if (problem)
        m_problem = QString::fromLocal8Bit(problem.message().c_str());
    return !problem;
}

QString RenamedFile::problem() const
{
    return m_problem.isEmpty() ? m_sink->problem() : m_problem;
}

} // namespace chatelaine
