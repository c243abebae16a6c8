// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/cell.h"

#include <string>

class QIODevice;

namespace chatelaine {

/**
 * Writes CSV as RFC 4180 has it: UTF-8, commas, CRLF, quotes where needed. A text that a
 * spreadsheet would take for a formula (it begins with = + - @ tab or CR, or has a line that does)
 * gets an apostrophe there; so the file differs from the record on purpose. Numbers are written as
 * they are.
 */
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice &device);

    /** False when the device refused; it knows why. */
    [[nodiscard]] bool write(const Cells &cells);

    /** Appends a text in UTF-8 as a cell. */
    static void appendText(std::string *row, QByteArrayView text);
    /** A text in UTF-8 as it stands in the file, with the apostrophes, without the quotes. */
    static QByteArray guarded(QByteArrayView text);

    static constexpr char separator = ',';
    static constexpr char rowEnd[] = "\r\n";

private:
    QIODevice &m_device;
};

} // namespace chatelaine
