// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keyentry.h"

#include "core/journalwords.h"

#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keyEntryPlace(const QString &account, const QString &container, const QString &vendorId)
{
    return account + u'\n' + container + u'\n' + vendorId;
}

KeyEntry parsedEntry(const JournalLine &line)
{
    KeyEntry entry;
    entry.at = line.time;
    entry.sequence = line.sequence;
    entry.members = QJsonDocument::fromJson(line.line).object();
    entry.kind = entry.text("kind"_L1);
    entry.vendorId = entry.text("vendorId"_L1);
    return entry;
}

} // namespace

std::optional<KeyEntry> KeyEntry::of(const JournalLine &line)
{
    if (!line.line.contains("\"kind\":\"key.")) // passed without being parsed
        return std::nullopt;
    const KeyEntry entry = parsedEntry(line);
    // One without a key counts those that others changed besides.
    const bool isOfOne =
        entry.kind.startsWith(kindPrefix) &&
        (!entry.vendorId.isEmpty() || entry.kind == JournalKinds::changedElsewhere);
    return isOfOne ? std::optional(entry) : std::nullopt;
}

std::optional<KeyEntry> KeyEntry::ofSecret(const JournalLine &line)
{
    if (!line.line.contains("\"kind\":\"secret."))
        return std::nullopt;
    const KeyEntry entry = parsedEntry(line);
    const bool isOfOne = entry.kind.startsWith("secret."_L1) && !entry.operation().isEmpty();
    return isOfOne ? std::optional(entry) : std::nullopt;
}

QString KeyEntry::operation() const
{
    return text("operation"_L1);
}

QJsonObject KeyEntry::detail() const
{
    return members.value("detail"_L1).toObject();
}

QString KeyEntry::who() const
{
    return kind == JournalKinds::changedElsewhere ? QString()
                                                  : text("user"_L1) + u'@' + text("host"_L1);
}

QString KeyEntry::outcome() const
{
    return text("outcome"_L1);
}

bool KeyEntry::succeeded() const
{
    return outcome() == "succeeded"_L1;
}

QString KeyEntry::placeOf(const QString &otherId) const
{
    return keyEntryPlace(text("account"_L1), text("container"_L1), otherId);
}

QString KeyEntry::placeOf(const KeyRow &key, const QString &vendorId)
{
    return keyEntryPlace(key.account.toString(), containerKey(key.record.container), vendorId);
}

} // namespace chatelaine
