// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/usage.h"

#include "store/accounts.h"
#include "store/containers.h"
#include "store/encoding.h"

#include <QHash>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString keySeries = u"key"_s; ///< whose groups are ids of keys (docs/provider-definitions.md)

/** The team does not have these figures yet; [from, to). */
void noteUsageChange(Writing &writing, qint64 container, const std::pair<QString, QString> &series,
                     Timestamp from, Timestamp to)
{
    writing.db.run(
        u"INSERT INTO team_usage_changes (container, metric, series, first, last, stamp)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET first = min(first, excluded.first),"
        " last = max(last, excluded.last), stamp = excluded.stamp"_s,
        {container, series.first, series.second, from, qint64(to.micros() - 1), writing.now});
}

} // namespace

void putUsage(Writing &writing, const AccountId &account, const ContainerPath &container,
              const QList<UsageSample> &samples, Timestamp from, Timestamp to)
{
    const qint64 no =
        AccountContainers(writing, accountNumber(writing.db, account)).ensure(container).no;
    // From its first figure on, an answer stands for what was read before. What is older stays: the
    // vendor may have forgotten it since.
    QHash<std::pair<QString, QString>, Timestamp> first;
    for (const UsageSample &sample : samples) {
        const auto found = first.find({sample.metric, sample.series});
        if (found == first.end())
            first.insert({sample.metric, sample.series}, sample.start);
        else
            *found = std::min(*found, sample.start);
    }
    for (auto it = first.cbegin(); it != first.cend(); ++it) {
        // The first figure may begin before `from`: the day that it is in.
        noteUsageChange(writing, no, it.key(), *it, to);
        writing.db.run(u"DELETE FROM usage WHERE container = ? AND metric = ? AND series = ?"
                       " AND start >= ? AND start < ?"_s,
                       {no, it.key().first, it.key().second, std::max(from, *it), to});
    }
    for (const UsageSample &sample : samples)
        writing.db.run(u"INSERT OR REPLACE INTO usage"
                       " (container, metric, series, start, seconds, grouping, value, weight)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {no, sample.metric, sample.series, sample.start, sample.seconds,
                        storedText(sample.group), sample.value, sample.weight});
    writing.changes.usage = true;
}

namespace {

/** Containers that have figures, by their keys. */
using UsagePlaces = QList<std::pair<QString, qint64>>;

UsagePlaces placesOf(Database &db, const AccountId &account)
{
    UsagePlaces places;
    Rows rows = db.select(u"SELECT c.key, c.no FROM containers c"
                          " JOIN accounts a ON a.no = c.account WHERE a.id = ?"
                          " AND EXISTS (SELECT 1 FROM usage u WHERE u.container = c.no)"
                          " ORDER BY c.key"_s,
                          {account});
    while (rows.next()) {
        const QString key = rows.text();
        places.append({key, rows.integer()});
    }
    return places;
}

bool isAtOrBelow(const QString &key, const QString &top)
{
    return top.isEmpty() || key == top || key.startsWith(top + u'/');
}

/** Whether a container above is among these keys. */
bool hasAbove(const QString &key, const QSet<QString> &keys)
{
    for (qsizetype end = key.lastIndexOf(u'/'); end > 0; end = key.lastIndexOf(u'/', end - 1)) {
        if (keys.contains(key.left(end)))
            return true;
    }
    return !key.isEmpty() && keys.contains(u""_s);
}

/** How many levels a container is below another that it is in. */
qsizetype levelsBelow(const QString &key, const QString &top)
{
    if (key == top)
        return 0;
    return top.isEmpty() ? key.count(u'/') + 1 : key.count(u'/') - top.count(u'/');
}

/** Those at least `depth` levels below `top` that are part of no other of them. */
UsagePlaces topmostPlaces(const UsagePlaces &all, const QString &top, int depth)
{
    QSet<QString> keys;
    for (const auto &[key, no] : all) {
        if (isAtOrBelow(key, top) && levelsBelow(key, top) >= depth)
            keys.insert(key);
    }
    UsagePlaces chosen;
    for (const auto &place : all) {
        if (keys.contains(place.first) && !hasAbove(place.first, keys))
            chosen.append(place);
    }
    return chosen;
}

QList<UsageSample> samplesAt(Database &db, const std::pair<QString, qint64> &place,
                             const UsageQuery &query)
{
    const bool every = query.grain == UsageQuery::Grain::EverySeries;
    QList<UsageSample> samples;
    Rows rows = db.select(
        u"SELECT metric, series, grouping, start, seconds, value, weight"
        " FROM usage WHERE container = ? AND (? = '' OR metric = ?)"
        " AND (? OR series = ?) AND start >= ? AND start < ?"
        " ORDER BY metric, start, grouping, seconds"_s,
        {place.second, query.metric, query.metric, every, query.series, query.from, query.to});
    while (rows.next()) {
        UsageSample sample;
        sample.metric = rows.text();
        sample.series = rows.text();
        sample.group = rows.text();
        sample.start = rows.time();
        sample.seconds = rows.integer();
        sample.value = rows.number();
        sample.weight = rows.number();
        sample.place = place.first;
        samples.append(sample);
    }
    return samples;
}

/** The totals of the containers some levels below. */
QList<UsageSample> readParts(Database &db, const UsageQuery &query)
{
    const QString top = containerKey(query.container);
    const qsizetype skipped = top.isEmpty() ? 0 : top.size() + 1;
    QList<UsageSample> samples;
    for (const auto &place : topmostPlaces(placesOf(db, query.account), top, query.depth)) {
        const QString way = place.first.mid(skipped).section(u'/', 0, query.depth - 1);
        for (UsageSample sample : samplesAt(db, place, query)) {
            sample.series = u"part"_s;
            sample.group = query.depth > 1 ? way : QUrl::fromPercentEncoding(way.toLatin1());
            samples.append(sample);
        }
    }
    return samples;
}

} // namespace

QList<UsageSample> readUsage(Database &db, const UsageQuery &query)
{
    if (query.grain == UsageQuery::Grain::Parts)
        return readParts(db, query);
    QList<UsageSample> samples;
    for (const auto &place :
         topmostPlaces(placesOf(db, query.account), containerKey(query.container), 0))
        samples += samplesAt(db, place, query);
    return samples;
}

QSet<QString> readUsedKeys(Database &db, const AccountId &account, Timestamp from, Timestamp to)
{
    QSet<QString> keys;
    Rows rows = db.select(u"SELECT DISTINCT u.grouping FROM usage u JOIN containers c"
                          " ON c.no = u.container JOIN accounts a ON a.no = c.account"
                          " WHERE a.id = ? AND u.series = ? AND u.grouping <> '' AND u.value > 0"
                          " AND u.start + u.seconds * 1000000 > ? AND u.start < ?"_s,
                          {account, keySeries, from, to});
    while (rows.next())
        keys.insert(rows.text());
    return keys;
}

namespace {

/** Keeps the last reading only if it says something that the new one does not: it differs, or is
 * of another day (UTC). */
void dropRepeated(Writing &writing, qint64 account, const Quota &quota)
{
    constexpr qint64 dayMicros = 86'400'000'000;
    writing.db.run(u"DELETE FROM quotas WHERE account = ? AND id = ? AND current = 1"
                   " AND used IS ? AND maximum IS ? AND reset_at IS ?"
                   " AND observed_at / ? = ? / ?"_s,
                   {account, quota.id, quota.used, quota.limit, quota.resetAt, dayMicros,
                    quota.observedAt, dayMicros});
}

QList<Quota> quotasIn(Rows &&rows)
{
    QList<Quota> quotas;
    while (rows.next()) {
        Quota quota;
        quota.id = rows.text();
        quota.name = rows.text();
        quota.unit = rows.text();
        quota.used = rows.maybeNumber();
        quota.limit = rows.maybeNumber();
        quota.resetAt = rows.maybeTime();
        quota.observedAt = rows.time();
        quota.within = rows.text();
        quotas.append(quota);
    }
    return quotas;
}

/** What the user was told of a quota, of which limit and until when that holds. */
struct Tidings
{
    QuotaLevel level = QuotaLevel::Fine;
    std::optional<double> limit;
    std::optional<Timestamp> resetAt;
    bool operator==(const Tidings &) const = default;
};

std::optional<Tidings> readTidings(Database &db, qint64 account, const QString &id)
{
    Rows rows = db.select(u"SELECT level, maximum, reset_at FROM quota_tidings"
                          " WHERE account = ? AND id = ?"_s,
                          {account, id});
    if (!rows.next())
        return std::nullopt;
    Tidings tidings;
    tidings.level = static_cast<QuotaLevel>(rows.integer());
    tidings.limit = rows.maybeNumber();
    tidings.resetAt = rows.maybeTime();
    return tidings;
}

/** Whether what was told holds no more: another limit, or another period. Where the vendor names no
 * reset, a use below the thresholds is what ends a period. */
bool isOver(const Tidings &tidings, const Quota &quota, QuotaLevel level)
{
    if (tidings.limit != quota.limit)
        return true;
    if (tidings.resetAt)
        return *tidings.resetAt <= quota.observedAt;
    return level == QuotaLevel::Fine;
}

} // namespace

void putQuotas(Writing &writing, const AccountId &account, const QList<Quota> &quotas)
{
    const qint64 no = accountNumber(writing.db, account);
    for (const Quota &quota : quotas)
        dropRepeated(writing, no, quota);
    writing.db.run(u"UPDATE quotas SET current = 0 WHERE account = ? AND current = 1"_s, {no});
    for (const Quota &quota : quotas)
        writing.db.run(
            u"INSERT OR REPLACE INTO quotas (account, id, observed_at, name, unit, used,"
            " maximum, reset_at, current, within) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)"_s,
            {no, quota.id, quota.observedAt, storedText(quota.name), storedText(quota.unit),
             quota.used, quota.limit, quota.resetAt, quota.within});
    for (const Quota &quota : quotas)
        writing.db.run(u"INSERT INTO team_quota_changes (account, since, stamp) VALUES (?, ?, ?)"
                       " ON CONFLICT (account) DO UPDATE SET since = min(since, excluded.since),"
                       " stamp = excluded.stamp"_s,
                       {no, quota.observedAt, writing.now});
    writing.changes.quotas = true;
}

QList<Quota> readQuotas(Database &db, const AccountId &account)
{
    return quotasIn(db.select(u"SELECT q.id, q.name, q.unit, q.used, q.maximum, q.reset_at,"
                              " q.observed_at, q.within FROM quotas q"
                              " JOIN accounts a ON a.no = q.account"
                              " WHERE a.id = ? AND q.current = 1 ORDER BY q.id"_s,
                              {account}));
}

QList<Quota> readQuotaHistory(Database &db, const AccountId &account, Timestamp from)
{
    return quotasIn(db.select(u"SELECT q.id, q.name, q.unit, q.used, q.maximum, q.reset_at,"
                              " q.observed_at, q.within FROM quotas q"
                              " JOIN accounts a ON a.no = q.account"
                              " WHERE a.id = ? AND q.observed_at >= ?"
                              " ORDER BY q.observed_at, q.id"_s,
                              {account, from}));
}

void putQuotaThresholds(Writing &writing, const AccountId &account, const QString &quota,
                        const QuotaThresholds &thresholds)
{
    const qint64 no = accountNumber(writing.db, account);
    if (thresholds == QuotaThresholds())
        writing.db.run(u"DELETE FROM quota_thresholds WHERE account = ? AND id = ?"_s, {no, quota});
    else
        writing.db.run(u"INSERT OR REPLACE INTO quota_thresholds (account, id, warning, alarm)"
                       " VALUES (?, ?, ?, ?)"_s,
                       {no, quota, thresholds.warning, thresholds.alarm});
    writing.changes.quotas = true;
}

QHash<QString, QuotaThresholds> readQuotaThresholds(Database &db, const AccountId &account)
{
    QHash<QString, QuotaThresholds> all;
    Rows rows = db.select(u"SELECT t.id, t.warning, t.alarm FROM quota_thresholds t"
                          " JOIN accounts a ON a.no = t.account WHERE a.id = ?"_s,
                          {account});
    while (rows.next()) {
        const QString id = rows.text();
        const double warning = rows.number();
        all.insert(id, {warning, rows.number()});
    }
    return all;
}

QList<QuotaCrossing> takeQuotaCrossings(Writing &writing, const AccountId &account)
{
    const qint64 no = accountNumber(writing.db, account);
    const auto thresholds = readQuotaThresholds(writing.db, account);
    QList<QuotaCrossing> crossings;
    for (const Quota &quota : readQuotas(writing.db, account)) {
        const QuotaLevel level = quotaLevel(quota, thresholds.value(quota.id));
        const auto stored = readTidings(writing.db, no, quota.id);
        const QuotaLevel told =
            stored && !isOver(*stored, quota, level) ? stored->level : QuotaLevel::Fine;
        if (level > told)
            crossings.append({quota, level});
        const Tidings now{std::max(level, told), quota.limit, quota.resetAt};
        // Nothing is written where nothing changed: another window would look again, and so on.
        if (stored ? *stored == now : level == QuotaLevel::Fine)
            continue;
        writing.db.run(
            u"INSERT OR REPLACE INTO quota_tidings (account, id, level, maximum, reset_at)"
            " VALUES (?, ?, ?, ?, ?)"_s,
            {no, quota.id, static_cast<int>(now.level), now.limit, now.resetAt});
    }
    return crossings;
}

QHash<AccountId, QList<QuotaCrossing>> readQuotaMarks(Database &db)
{
    QList<AccountId> accounts;
    {
        Rows rows = db.select(u"SELECT DISTINCT a.id FROM accounts a"
                              " JOIN quotas q ON q.account = a.no AND q.current = 1"_s);
        while (rows.next())
            accounts.append(AccountId(rows.text()));
    }
    QHash<AccountId, QList<QuotaCrossing>> marks;
    for (const AccountId &account : accounts) {
        const auto thresholds = readQuotaThresholds(db, account);
        for (const Quota &quota : readQuotas(db, account)) {
            const QuotaLevel level = quotaLevel(quota, thresholds.value(quota.id));
            if (level != QuotaLevel::Fine)
                marks[account].append({quota, level});
        }
    }
    return marks;
}

} // namespace chatelaine
