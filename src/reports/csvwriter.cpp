// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/csvwriter.h"

#include <QIODevice>

#include <array>

namespace chatelaine {

namespace {

/** What a byte is to a cell. */
enum ByteKind : unsigned {
    Plain = 0,
    Quoted = 1,   ///< the cell needs quotes
    NoLetter = 2, ///< a cell that begins with it may be a formula
};

constexpr std::array<unsigned, 256> byteKinds = [] {
    std::array<unsigned, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const bool isLetter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= 'a' && byte <= 'z');
        kinds[byte] = isLetter ? Plain : NoLetter;
    }
    for (const char byte : {',', '"', '\r', '\n'})
        kinds[static_cast<unsigned char>(byte)] |= Quoted;
    return kinds;
}();

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
    unsigned kinds = byteKinds[static_cast<unsigned char>(text.front())] & NoLetter;
    for (const char byte : text)
        kinds |= byteKinds[static_cast<unsigned char>(byte)] & Quoted;
    if (kinds == Plain) {
        row->append(text.data(), static_cast<std::size_t>(text.size()));
        return;
    }
    QByteArray cell = guarded(text);
    if ((kinds & Quoted) != 0)
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
