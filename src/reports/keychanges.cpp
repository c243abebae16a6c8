// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keychanges.h"

#include <QJsonDocument>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

using What = NotedChange::What;

std::optional<What> changeOf(const QString &kind)
{
    static const QHash<QString, What> changes{
        {u"key.create"_s, What::Created},   {u"key.add"_s, What::Recorded},
        {u"key.rotate"_s, What::Rotated},   {u"key.update"_s, What::Updated},
        {u"key.enable"_s, What::Enabled},   {u"key.disable"_s, What::Disabled},
        {u"key.revoke"_s, What::Revoked},   {u"key.delete"_s, What::Deleted},
        {u"key.replace"_s, What::Replaced}, {u"key.conflict"_s, What::WorksAgain}};
    const auto found = changes.constFind(kind);
    return found == changes.cend() ? std::nullopt : std::optional(*found);
}

/** What an entry of this outcome tells has happened, or was said to. */
bool happened(What what, const QString &outcome)
{
    return outcome == "succeeded"_L1 || outcome == "accepted"_L1 ||
           (what == What::WorksAgain && outcome == "in_doubt"_L1);
}

/** What was set, and the key that came instead. */
QString changeDetails(const QJsonObject &detail)
{
    QStringList parts;
    for (auto it = detail.begin(); it != detail.end(); ++it) {
        if (it.key().startsWith("set."_L1))
            parts.append(it.key().mid(4) + u'=' + it->toVariant().toString());
        else if (it.key() == "newKey"_L1)
            parts.append(it->toString());
    }
    return parts.join("; "_L1);
}

QString changePlace(const QString &account, const QString &container, const QString &vendorId)
{
    return account + u'\n' + container + u'\n' + vendorId;
}

void sortByTime(QList<NotedChange> *changes)
{
    std::stable_sort(changes->begin(), changes->end(),
                     [](const NotedChange &a, const NotedChange &b) { return a.at < b.at; });
}

} // namespace

bool KeyChanges::isIn(const std::optional<Timestamp> &moment) const
{
    return moment && *moment < m_until && !(m_since && *moment < *m_since);
}

void KeyChanges::take(const JournalLine &line)
{
    // Most entries are not about keys: these are passed without being parsed.
    if (!isIn(line.time) || !line.line.contains("\"kind\":\"key."))
        return;
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    const auto text = [&entry](QLatin1StringView name) {
        return entry.value(name).toString();
    };
    const auto what = changeOf(text("kind"_L1));
    const QString vendorId = text("vendorId"_L1);
    if (!what || vendorId.isEmpty() || !happened(*what, text("outcome"_L1)))
        return;
    m_changes[changePlace(text("account"_L1), text("container"_L1), vendorId)].append(
        {*what, line.time, text("user"_L1) + u'@' + text("host"_L1), line.sequence,
         text("installation"_L1), text("outcome"_L1),
         changeDetails(entry.value("detail"_L1).toObject()), text("object"_L1), text("mask"_L1),
         AccountId(text("account"_L1)), vendorId});
}

QList<NotedChange> KeyChanges::takeOf(const KeyRow &key, bool isMadeHere, bool isEndedHere)
{
    QList<NotedChange> changes = m_changes.take(changePlace(
        key.account.toString(), containerKey(key.record.container), key.record.id.toString()));
    const auto addListed = [&changes](What what, Timestamp at) {
        NotedChange change;
        change.what = what;
        change.at = at;
        changes.append(change);
    };
    if (isIn(key.firstSeenAt) && !isMadeHere && !key.manual)
        addListed(What::Appeared, *key.firstSeenAt);
    if (isIn(key.vanishedAt) && !isEndedHere)
        addListed(What::Vanished, *key.vanishedAt);
    if (key.record.state == KeyState::Expired && isIn(key.record.expiresAt))
        addListed(What::Expired, *key.record.expiresAt);
    sortByTime(&changes);
    return changes;
}

QList<NotedChange> KeyChanges::rest() const
{
    QList<NotedChange> left;
    for (const QList<NotedChange> &changes : m_changes)
        left += changes;
    sortByTime(&left);
    return left;
}

} // namespace chatelaine
