// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "reports/keyentry.h"

#include <QHash>

namespace chatelaine {

/** Something that became of a key. */
struct NotedChange
{
    enum class What {
        Appeared, ///< nobody made it here
        Vanished,
        Expired,
        Created,
        Recorded, ///< by hand
        Rotated,
        Updated,
        Enabled,
        Disabled,
        Revoked,
        Deleted,
        Replaced,
        ChangedElsewhere, ///< as a reading shows; who did it is not known
        WorksAgain,       ///< that was ended here
        Noted,            ///< people said something of it
        Reviewed,
        Acknowledged,
        Excepted, ///< from a finding's rule
        ExceptionEnded,
    } what = What::Appeared;
    Timestamp at;
    /** Of an entry of the journal; of what only the vendor's list shows they are empty. */
    QString who; ///< user@host
    qint64 sequence = 0;
    QString installation;
    QString outcome;
    QJsonObject seen;          ///< of ChangedElsewhere: which members, and since when
    bool isDoneInTeam = false; ///< ChangedElsewhere by other installations of the team
    QString details;
    QString name; ///< of the key then
    QString mask;
    AccountId account;
    QString vendorId;

    bool isExplained() const
    {
        return sequence > 0 && what != What::WorksAgain &&
               (what != What::ChangedElsewhere || isDoneInTeam);
    }
};

/** What an entry of this kind and outcome tells has happened; nothing: no change of a key. */
std::optional<NotedChange::What> changeOf(const QString &kind, const QString &outcome);
/** Only something that people said: the key itself stays as it is. */
bool isSaying(NotedChange::What what);
/** What was set, or said, and the key that came instead. */
QString changeDetails(const QJsonObject &detail);

/** What became of keys in a stretch of time, by the journal and by the vendors' lists. Takes the
 * entries first, and the keys then. Not thread-safe. */
class KeyChanges
{
public:
    KeyChanges(std::optional<Timestamp> since, Timestamp until)
        : m_since(since)
        , m_until(until)
    {}

    void take(const KeyEntry &entry);
    /** The changes of a key, by time. `isMadeHere`: the journal has its making, whenever that
     * was; `isEndedHere`: the same of its end. */
    QList<NotedChange> takeOf(const KeyRow &key, bool isMadeHere, bool isEndedHere);
    /** Those of keys that were not asked for: they are not in the inventory any more. */
    QList<NotedChange> rest() const;

private:
    /** An operation that may have taken effect. */
    struct Deed
    {
        KeyVerb verb = KeyVerb::Update;
        Timestamp at;
        QString installation;
    };
    bool isIn(const std::optional<Timestamp> &moment) const;
    void takeDeed(const KeyEntry &entry);
    static bool isDoneInTeam(const NotedChange &seen, const QList<Deed> &deeds);
    /** By time; each with what explains it, and what several saw only once. */
    static QList<NotedChange> settled(QList<NotedChange> changes, const QList<Deed> &deeds);

    const std::optional<Timestamp> m_since; ///< absent: from the beginning on
    const Timestamp m_until;
    QHash<QString, QList<NotedChange>> m_changes; ///< by the key's place
    QHash<QString, QList<Deed>> m_deeds;          ///< the same; also from before the stretch
};

} // namespace chatelaine
