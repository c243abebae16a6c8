// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keychanges.h"

#include "core/keynotes.h"

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

using What = NotedChange::What;

/** What an entry of this outcome tells has happened, or was said to. */
bool happened(What what, const QString &outcome)
{
    return outcome == "succeeded"_L1 || outcome == "accepted"_L1 ||
           (what == What::WorksAgain && outcome == "in_doubt"_L1);
}

void sortByTime(QList<NotedChange> *changes)
{
    std::stable_sort(changes->begin(), changes->end(),
                     [](const NotedChange &a, const NotedChange &b) { return a.at < b.at; });
}

} // namespace

std::optional<What> changeOf(const QString &kind, const QString &outcome)
{
    static const QHash<QString, What> changes{{u"key.create"_s, What::Created},
                                              {u"key.add"_s, What::Recorded},
                                              {u"key.rotate"_s, What::Rotated},
                                              {u"key.update"_s, What::Updated},
                                              {u"key.enable"_s, What::Enabled},
                                              {u"key.disable"_s, What::Disabled},
                                              {u"key.revoke"_s, What::Revoked},
                                              {u"key.delete"_s, What::Deleted},
                                              {u"key.replace"_s, What::Replaced},
                                              {u"key.conflict"_s, What::WorksAgain},
                                              {NoteKinds::note, What::Noted},
                                              {NoteKinds::review, What::Reviewed},
                                              {NoteKinds::exception, What::Excepted},
                                              {NoteKinds::exceptionEnd, What::ExceptionEnded},
                                              {NoteKinds::acknowledgement, What::Acknowledged}};
    const auto found = changes.constFind(kind);
    return found != changes.cend() && happened(*found, outcome) ? std::optional(*found)
                                                                : std::nullopt;
}

bool isSaying(What what)
{
    return what == What::Noted || what == What::Reviewed || what == What::Acknowledged ||
           what == What::Excepted || what == What::ExceptionEnded;
}

QString changeDetails(const QJsonObject &detail)
{
    QStringList parts;
    for (auto it = detail.begin(); it != detail.end(); ++it) {
        static const QStringList said{u"decision"_s, u"reason"_s,   u"acknowledgedBy"_s,
                                      u"rule"_s,     u"approver"_s, u"until"_s};
        if (it.key().startsWith("set."_L1))
            parts.append(it.key().mid(4) + u'=' + it->toVariant().toString());
        else if (said.contains(it.key()))
            parts.append(it.key() + u'=' + it->toString());
        else if (it.key() == "newKey"_L1)
            parts.append(it->toString());
    }
    return parts.join("; "_L1);
}

bool KeyChanges::isIn(const std::optional<Timestamp> &moment) const
{
    return moment && *moment < m_until && !(m_since && *moment < *m_since);
}

void KeyChanges::take(const KeyEntry &entry)
{
    if (!isIn(entry.at))
        return;
    const auto what = changeOf(entry.kind, entry.outcome());
    if (!what || (isSaying(*what) && saidIn(entry.members, m_until).isEmpty()))
        return;
    m_changes[entry.place()].append(
        {*what, entry.at, entry.who(), entry.sequence, entry.text("installation"_L1),
         entry.outcome(), changeDetails(entry.detail()), entry.text("object"_L1),
         entry.text("mask"_L1), AccountId(entry.text("account"_L1)), entry.vendorId});
}

QList<NotedChange> KeyChanges::takeOf(const KeyRow &key, bool isMadeHere, bool isEndedHere)
{
    QList<NotedChange> changes = m_changes.take(KeyEntry::placeOf(key, key.record.id.toString()));
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
