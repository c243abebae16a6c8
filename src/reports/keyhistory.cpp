// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keyhistory.h"

#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QString historyPlace(const QString &account, const QString &container, const QString &vendorId)
{
    return account + u'\n' + container + u'\n' + vendorId;
}

} // namespace

void KeyHistories::take(const JournalLine &line)
{
    // Most entries are not about keys: these are passed without being parsed.
    if (!line.line.contains("\"kind\":\"key."))
        return;
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const auto text = [&entry](QLatin1StringView name) {
        return entry.value(name).toString();
    };
    const QString id = text("vendorId"_L1);
    if (id.isEmpty() || text("outcome"_L1) != "succeeded"_L1)
        return;
    const QString kind = text("kind"_L1);
    const QString who = text("user"_L1) + u'@' + text("host"_L1);
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    KeyHistory &key = m_keys[historyPlace(text("account"_L1), text("container"_L1), id)];
    if (kind == "key.create"_L1)
        key.madeBy = who;
    else if (kind == "key.rotate"_L1)
        key.rotatedAt = line.time;
    else if (kind == "key.revoke"_L1 || kind == "key.delete"_L1)
        key.endedBy = who;
    else if (kind == "key.replace"_L1)
        key.successor = detail.value("newKey"_L1).toString();
    else if (kind == "key.deliver"_L1)
        key.places.append(u"%1 %2 (%3)"_s.arg(detail.value("store"_L1).toString(),
                                              detail.value("place"_L1).toString(),
                                              line.time.toIso()));
}

KeyHistory KeyHistories::of(const KeyRow &key) const
{
    return m_keys.value(historyPlace(key.account.toString(), containerKey(key.record.container),
                                     key.record.id.toString()));
}

} // namespace chatelaine
