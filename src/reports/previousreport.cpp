// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/previousreport.h"

#include "core/hash256.h"
#include "reports/packjournal.h"

#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

bool isWholeReport(const QString &format)
{
    return format == "pdf"_L1 || format == "xlsx"_L1 || format == "pack"_L1;
}

QString reportScope(const QSet<AccountId> &accounts)
{
    if (accounts.isEmpty())
        return u"all"_s;
    QStringList ids;
    for (const AccountId &account : accounts)
        ids.append(account.toString());
    ids.sort();
    return QString::fromLatin1(hexOf(sha256({ids.join(u' ').toUtf8()})));
}

std::optional<PreviousReport> previousReportIn(const JournalLine &line,
                                               const QSet<AccountId> &accounts,
                                               const QString &installation)
{
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    const auto isIn = [](const QJsonObject &object, QLatin1StringView name, const QString &text) {
        return object.value(name).toString() == text;
    };
    const auto until = Timestamp::fromIso(detail.value(reportUntilMember).toString());
    const QString format = detail.value("format"_L1).toString();
    if (!isIn(entry, "installation"_L1, installation) ||
        !isIn(entry, "kind"_L1, u"report.export"_s) || !isIn(entry, "outcome"_L1, u"succeeded"_s) ||
        !isWholeReport(format) ||
        detail.value(reportScopeMember).toString() != reportScope(accounts) || !until)
        return std::nullopt;
    return PreviousReport{line.sequence,
                          line.time,
                          *until,
                          entry.value("object"_L1).toString(),
                          format,
                          hexOf(sha256({line.line})),
                          detail.value(packHeadMember(installation)).toString()};
}

} // namespace chatelaine
