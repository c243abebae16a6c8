// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalcsv.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The columns between the time and the hash: texts of the entry as they are. */
constexpr std::array textColumns = {
    std::pair{"user"_L1, JournalMember::User},
    std::pair{"host"_L1, JournalMember::Host},
    std::pair{"program"_L1, JournalMember::Program},
    std::pair{"kind"_L1, JournalMember::Kind},
    std::pair{"outcome"_L1, JournalMember::Outcome},
    std::pair{"account"_L1, JournalMember::AccountName},
    std::pair{"account_id"_L1, JournalMember::Account},
    std::pair{"provider"_L1, JournalMember::Provider},
    std::pair{"container"_L1, JournalMember::Container},
    std::pair{"object"_L1, JournalMember::Object},
    std::pair{"mask"_L1, JournalMember::Mask},
    std::pair{"vendor_id"_L1, JournalMember::VendorId},
    std::pair{"operation"_L1, JournalMember::Operation},
    std::pair{"request_id"_L1, JournalMember::RequestId},
    std::pair{"detail"_L1, JournalMember::Detail},
    std::pair{"installation"_L1, JournalMember::Installation},
    std::pair{"previous_hash"_L1, JournalMember::Previous},
};

} // namespace

Cells JournalCsv::cellsOf(const JournalLine &line)
{
    JournalReader entry;
    entry.read(line.line);
    Cells cells{line.sequence, line.time};
    for (const auto &[column, member] : textColumns)
        cells.append(QString::fromUtf8(entry.text(member)));
    cells.append(QString::fromLatin1(hexOf(sha256({line.line}))));
    return cells;
}

QStringList JournalCsv::columns()
{
    QStringList names{u"sequence"_s, u"time"_s};
    for (const auto &[column, member] : textColumns)
        names.append(column);
    return names + QStringList{u"hash"_s};
}

QByteArray JournalCsv::beginning() const
{
    return columns().join(QLatin1Char(CsvWriter::separator)).toUtf8() + CsvWriter::rowEnd;
}

JournalPart JournalCsv::part(const JournalStretch &lines, const JournalSelection &selection) const
{
    std::string row;
    const auto write = [&row](QByteArray *bytes, const ExportedEntry &entry) {
        row = std::to_string(entry.sequence);
        row += CsvWriter::separator;
        entry.time().appendIso(&row);
        for (const auto &[column, member] : textColumns) {
            row += CsvWriter::separator;
            CsvWriter::appendText(&row, entry.members.text(member));
        }
        row += CsvWriter::separator;
        appendHex(&row, sha256({entry.line}));
        row += CsvWriter::rowEnd;
        bytes->append(row.data(), qsizetype(row.size()));
    };
    return partOf(lines, selection, write);
}

} // namespace chatelaine
