// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/sheetfile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chatelaine {

namespace {

/** Moments are texts, as in CSV; figures stay figures. */
struct CellJson
{
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(double number) const { return number; }
    QJsonValue operator()(Timestamp time) const { return time.toIso(); }
    QJsonValue operator()(const Term &term) const { return term.word; }
};

} // namespace

SheetFile::SheetFile(const QString &file, QString sheet, Form form)
    : m_file(file)
    , m_wanted(std::move(sheet))
    , m_form(form)
{}

bool SheetFile::open(const ReportHeader &, const QList<Sheet> &sheets)
{
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        if (sheets.at(i).id == m_wanted) {
            m_sheet = sheets.at(i);
            m_position = i;
        }
    }
    Q_ASSERT(m_position >= 0);
    return m_file.open(QIODevice::WriteOnly) && (m_form == Form::JsonLines || writeTitles());
}

bool SheetFile::writeTitles()
{
    Cells titles;
    for (const SheetColumn &column : m_sheet.columns)
        titles.append(column.id);
    return m_csv.write(titles);
}

bool SheetFile::add(qsizetype sheet, const Cells &cells)
{
    if (sheet != m_position)
        return true;
    return m_form == Form::Csv ? m_csv.write(cells) : writeObject(cells);
}

/** What is not known is left out. */
bool SheetFile::writeObject(const Cells &cells)
{
    QJsonObject object;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QJsonValue value = std::visit(CellJson(), cells.at(i));
        if (!value.isString() || !value.toString().isEmpty())
            object.insert(m_sheet.columns.at(i).id, value);
    }
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    return m_file.write(line) == line.size();
}

bool SheetFile::close(const ReportHeader &)
{
    return m_file.commit();
}

QString SheetFile::problem() const
{
    return m_file.error() == QFileDevice::NoError ? QString() : m_file.errorString();
}

} // namespace chatelaine
