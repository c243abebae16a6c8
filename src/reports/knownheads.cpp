// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/knownheads.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

bool ExportExpectation::isSigner(const QByteArray &signer, const QString &maker,
                                 const QStringList &origins) const
{
    if (!fingerprint.isEmpty())
        return fingerprint == signer;
    if (maker.isEmpty())
        return !isStranger(signer, origins);
    bool knowsAny = false;
    for (const KnownHead &known : heads) {
        if (known.maker != maker || known.fingerprint.isEmpty())
            continue;
        if (known.fingerprint == signer)
            return true;
        knowsAny = true;
    }
    return !knowsAny;
}

bool ExportExpectation::isStranger(const QByteArray &signer, const QStringList &origins) const
{
    bool knowsAny = false;
    for (const KnownHead &known : heads) {
        if (!origins.contains(known.origin) || known.fingerprint.isEmpty())
            continue;
        if (known.fingerprint == signer)
            return false;
        knowsAny = true;
    }
    return knowsAny;
}

QList<KnownHead> knownHeadsOf(const JournalLine &line)
{
    const bool isExport = line.line.contains("\"kind\":\"report.export\"");
    if (!isExport && !line.line.contains("\"kind\":\"log.verify\""))
        return {};
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    if (entry.value("outcome"_L1) != "succeeded"_L1)
        return {};
    KnownHead known;
    known.fingerprint = detail.value("signer"_L1).toString().toLatin1();
    known.maker = isExport ? journalOrigin(entry.value("installation"_L1).toString())
                           : detail.value("maker"_L1).toString();
    QList<KnownHead> all;
    const QMap<QString, PackHead> heads = packHeadsIn(detail);
    for (auto it = heads.begin(); it != heads.end(); ++it) {
        known.origin = journalOrigin(it.key());
        known.head = it.value();
        all.append(known);
    }
    if (const auto head = PackHead::fromText(detail.value("head"_L1).toString())) {
        known.origin = detail.value("origin"_L1).toString();
        known.head = *head;
        all.append(known);
    }
    return all;
}

} // namespace chatelaine
