// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keychanges.h"

#include "core/journalwords.h"
#include "core/keymembers.h"
#include "core/keynotes.h"

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

using What = NotedChange::What;

constexpr qint64 clockTolerance = 60; ///< seconds between the clocks of two installations
/** A reading may be so much later than the operation that it shows. */
constexpr qint64 longestBefore = 92 * 86'400LL; ///< seconds

const QString wasPrefix = u"was."_s;
const QString nowPrefix = u"now."_s;

/** What an entry of this outcome tells has happened, or was said to. */
bool happened(What what, const QString &outcome)
{
    return outcome == "succeeded"_L1 || outcome == "accepted"_L1 ||
           (what == What::WorksAgain && outcome == "in_doubt"_L1);
}

/** Its answer was lost, and it was found out later. */
bool tookEffect(const KeyEntry &entry)
{
    return entry.outcome() == "settled"_L1 && entry.detail().value("effect"_L1).toBool();
}

void sortByTime(QList<NotedChange> *changes)
{
    std::stable_sort(changes->begin(), changes->end(),
                     [](const NotedChange &a, const NotedChange &b) { return a.at < b.at; });
}

} // namespace

std::optional<What> changeOf(const QString &kind, const QString &outcome)
{
    static const QHash<QString, What> changes{
        {u"key.create"_s, What::Created},
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
        {NoteKinds::acknowledgement, What::Acknowledged},
        {JournalKinds::changedElsewhere, What::ChangedElsewhere}};
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
        else if (it.key().startsWith(wasPrefix))
            parts.append(it.key().mid(wasPrefix.size()) + u": "_s + it->toString() + u" -> "_s +
                         detail.value(nowPrefix + it.key().mid(wasPrefix.size())).toString());
        else if (it.key() == "others"_L1)
            parts.append(u"others="_s + it->toVariant().toString());
        else if (it.key() == "newKey"_L1)
            parts.append(it->toString());
    }
    return parts.join("; "_L1);
}

bool KeyChanges::isIn(const std::optional<Timestamp> &moment) const
{
    return moment && *moment < m_until && !(m_since && *moment < *m_since);
}

void KeyChanges::takeDeed(const KeyEntry &entry)
{
    const auto verb = keyVerbFromName(QStringView(entry.kind).sliced(KeyEntry::kindPrefix.size()));
    const bool isLongAgo = m_since && entry.at < m_since->plusSeconds(-longestBefore);
    const QString outcome = entry.outcome();
    if (verb && !isLongAgo && entry.at < m_until &&
        (outcome == "succeeded"_L1 || outcome == "accepted"_L1 || outcome == "in_doubt"_L1 ||
         tookEffect(entry)))
        m_deeds[entry.place()].append({*verb, entry.at, entry.text("installation"_L1)});
}

void KeyChanges::take(const KeyEntry &entry)
{
    takeDeed(entry);
    if (!isIn(entry.at))
        return;
    const auto what = changeOf(entry.kind, tookEffect(entry) ? u"succeeded"_s : entry.outcome());
    if (!what || (isSaying(*what) && saidIn(entry.members, m_until).isEmpty()))
        return;
    NotedChange change;
    change.what = *what;
    change.at = entry.at;
    change.who = entry.who();
    change.sequence = entry.sequence;
    change.installation = entry.text("installation"_L1);
    change.outcome = entry.outcome();
    if (*what == What::ChangedElsewhere)
        change.seen = entry.detail();
    change.details = changeDetails(entry.detail());
    change.name = entry.text("object"_L1);
    change.mask = entry.text("mask"_L1);
    change.account = AccountId(entry.text("account"_L1));
    change.vendorId = entry.vendorId;
    m_changes[entry.place()].append(change);
}

/** Whoever reads cannot tell what others of the team did from what others did at the vendor. */
bool KeyChanges::isDoneInTeam(const NotedChange &seen, const QList<Deed> &deeds)
{
    const auto wasSoAt = Timestamp::fromIso(seen.seen.value("wasSoAt"_L1).toString());
    if (seen.what != What::ChangedElsewhere || !wasSoAt)
        return false;
    const Timestamp from = wasSoAt->plusSeconds(-clockTolerance);
    const Timestamp to = seen.at.plusSeconds(clockTolerance);
    const auto state = keyStateFromName(seen.seen.value(nowPrefix + KeyMembers::state).toString());
    const auto did = [&](const Deed &deed, QStringView member) {
        return deed.installation != seen.installation && !(deed.at < from) && deed.at < to &&
               canChange(deed.verb, member) &&
               (member != KeyMembers::state || (state && canLeadTo(deed.verb, *state)));
    };
    const QStringList names = seen.seen.keys();
    return std::all_of(names.cbegin(), names.cend(), [&](const QString &name) {
        return !name.startsWith(wasPrefix) ||
               std::any_of(deeds.cbegin(), deeds.cend(), [&](const Deed &deed) {
                   return did(deed, QStringView(name).sliced(wasPrefix.size()));
               });
    });
}

QList<NotedChange> KeyChanges::settled(QList<NotedChange> changes, const QList<Deed> &deeds)
{
    sortByTime(&changes);
    QList<NotedChange> settled;
    for (NotedChange &change : changes) {
        const bool isTold =
            change.what == What::ChangedElsewhere &&
            std::any_of(settled.cbegin(), settled.cend(), [&change](const NotedChange &told) {
                return told.what == change.what && told.installation != change.installation &&
                       told.details == change.details &&
                       Timestamp::fromIso(change.seen.value("wasSoAt"_L1).toString()) <= told.at;
            });
        if (isTold)
            continue;
        change.isDoneInTeam = isDoneInTeam(change, deeds);
        settled.append(change);
    }
    return settled;
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
    return settled(changes, m_deeds.take(KeyEntry::placeOf(key, key.record.id.toString())));
}

QList<NotedChange> KeyChanges::rest() const
{
    QList<NotedChange> left;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it)
        left += settled(*it, m_deeds.value(it.key()));
    sortByTime(&left);
    return left;
}

} // namespace chatelaine
