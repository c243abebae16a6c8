// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/csvwriter.h"

#include <QIODevice>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace chatelaine {

namespace {

bool isLetterOrDigit(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

/** Not zero when one of the eight bytes is this one: then the subtraction borrows there. */
constexpr std::uint64_t hasByte(std::uint64_t eight, char byte)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    const std::uint64_t zero = eight ^ (ones * static_cast<unsigned char>(byte));
    return (zero - ones) & ~zero & (ones << 7);
}

/** Whether a cell needs quotes. Looks at eight bytes at once. */
bool hasSeparator(QByteArrayView text)
{
    constexpr qsizetype atOnce = 8;
    std::uint64_t found = 0;
    for (qsizetype i = 0; i < text.size(); i += atOnce) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + i, size_t(std::min(atOnce, text.size() - i)));
        found |=
            hasByte(eight, ',') | hasByte(eight, '"') | hasByte(eight, '\r') | hasByte(eight, '\n');
    }
    return found != 0;
}

bool startsFormula(QByteArrayView text)
{
    if (QByteArrayView("=+-@\t\r").contains(text.front()))
        return true;
    // The full-width forms count: some spreadsheets take them for the plain ones.
    for (const QByteArrayView sign : {"\uff1d", "\uff0b", "\uff0d", "\uff20"}) {
        if (text.startsWith(sign))
            return true;
    }
    return false;
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device)
    : m_device(device)
{}

bool CsvWriter::write(const Cells &cells)
{
    std::string row;
    for (const Cell &cell : cells) {
        if (&cell != &cells.first())
            row += separator;
        if (std::holds_alternative<QString>(cell) || std::holds_alternative<Term>(cell))
            appendText(&row, cellText(cell).toUtf8());
        else
            row += cellText(cell).toStdString(); // no number is a formula
    }
    row += rowEnd;
    const auto size = static_cast<qint64>(row.size());
    return m_device.write(row.data(), size) == size;
}

void CsvWriter::appendText(std::string *row, QByteArrayView text)
{
    if (text.isEmpty())
        return;
    const bool quoted = hasSeparator(text);
    if (!quoted && isLetterOrDigit(text.front())) { // as nearly every cell is
        row->append(text.data(), static_cast<std::size_t>(text.size()));
        return;
    }
    QByteArray cell = guarded(text);
    if (quoted)
        cell = '"' + cell.replace('"', "\"\"") + '"';
    *row += cell.toStdString();
}

QByteArray CsvWriter::guarded(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size() + 1);
    bool lineStart = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (lineStart && startsFormula(text.sliced(i)))
            result += '\'';
        result += byte;
        lineStart = byte == '\n' || (lineStart && byte == ' ');
    }
    return result;
}

} // namespace chatelaine
