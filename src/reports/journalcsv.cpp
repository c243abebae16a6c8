// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalcsv.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The columns that are texts of the entry as they are, and the members they come from. */
constexpr std::array textColumns = {
    std::pair{"user"_L1, "user"_L1},           std::pair{"host"_L1, "host"_L1},
    std::pair{"program"_L1, "program"_L1},     std::pair{"kind"_L1, "kind"_L1},
    std::pair{"outcome"_L1, "outcome"_L1},     std::pair{"account"_L1, "accountName"_L1},
    std::pair{"account_id"_L1, "account"_L1},  std::pair{"provider"_L1, "provider"_L1},
    std::pair{"container"_L1, "container"_L1}, std::pair{"object"_L1, "object"_L1},
    std::pair{"mask"_L1, "mask"_L1},           std::pair{"vendor_id"_L1, "vendorId"_L1},
    std::pair{"operation"_L1, "operation"_L1}, std::pair{"request_id"_L1, "requestId"_L1},
};

} // namespace

Cells JournalCsv::cellsOf(const JournalLine &line)
{
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    Cells cells{line.sequence, line.time};
    for (const auto &[column, member] : textColumns)
        cells.append(entry.value(member).toString());
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    cells.append(detail.isEmpty()
                     ? QString()
                     : QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    cells.append(entry.value("installation"_L1).toString());
    cells.append(entry.value("prev"_L1).toString());
    cells.append(QString::fromLatin1(
        QCryptographicHash::hash(line.line, QCryptographicHash::Sha256).toHex()));
    return cells;
}

QStringList JournalCsv::columns()
{
    QStringList names{u"sequence"_s, u"time"_s};
    for (const auto &[column, member] : textColumns)
        names.append(column);
    return names + QStringList{u"detail"_s, u"installation"_s, u"previous_hash"_s, u"hash"_s};
}

bool JournalCsv::begin(QIODevice &device)
{
    m_writer.emplace(device);
    Cells header;
    for (const QString &name : columns())
        header.append(name);
    return m_writer->write(header);
}

bool JournalCsv::add(const JournalLine &line)
{
    return m_writer->write(cellsOf(line));
}

} // namespace chatelaine
