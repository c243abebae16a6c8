// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/csvwriter.h"

#include <QIODevice>

#include <algorithm>

namespace chatelaine {

namespace {

bool startsFormula(QChar c)
{
    // The full-width forms count: some spreadsheets take them for the plain ones.
    static constexpr QStringView signs = u"=+-@\t\r\uff1d\uff0b\uff0d\uff20";
    return signs.contains(c);
}

bool needsQuotes(QChar c)
{
    return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
}

void appendText(QByteArray &line, const QString &text)
{
    // Most texts begin with what is no sign, and have one line.
    const bool isPlain =
        text.isEmpty() || (text.front().isLetterOrNumber() && !text.contains(u'\n'));
    QString cell = isPlain ? text : CsvWriter::guarded(text);
    if (std::none_of(cell.cbegin(), cell.cend(), needsQuotes)) {
        line += cell.toUtf8();
        return;
    }
    cell.replace(u'"', QLatin1StringView("\"\""));
    line += '"' + cell.toUtf8() + '"';
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device)
    : m_device(device)
{}

bool CsvWriter::write(const Cells &cells)
{
    QByteArray line;
    for (const Cell &cell : cells) {
        if (&cell != &cells.first())
            line += ',';
        if (const auto *text = std::get_if<QString>(&cell))
            appendText(line, *text);
        else
            line += cellText(cell).toLatin1();
    }
    line += "\r\n";
    return m_device.write(line) == line.size();
}

QString CsvWriter::guarded(const QString &text)
{
    QString result;
    result.reserve(text.size() + 1);
    bool lineStart = true;
    for (const QChar c : text) {
        if (lineStart && startsFormula(c))
            result += u'\'';
        result += c;
        lineStart = c == u'\n' || (lineStart && c == u' ');
    }
    return result;
}

} // namespace chatelaine
