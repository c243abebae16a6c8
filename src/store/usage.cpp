// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/usage.h"

#include "store/accounts.h"
#include "store/containers.h"
#include "store/encoding.h"

#include <QSet>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

void putUsage(Writing &writing, const AccountId &account, const ContainerPath &container,
              const QList<UsageSample> &samples, Timestamp from, Timestamp to)
{
    const qint64 no =
        AccountContainers(writing, accountNumber(writing.db, account)).ensure(container).no;
    QSet<std::pair<QString, QString>> series;
    for (const UsageSample &sample : samples)
        series.insert({sample.metric, sample.series});
    for (const auto &[metric, name] : series)
        writing.db.run(u"DELETE FROM usage WHERE container = ? AND metric = ? AND series = ?"
                       " AND start >= ? AND start < ?"_s,
                       {no, metric, name, from, to});
    for (const UsageSample &sample : samples)
        writing.db.run(u"INSERT OR REPLACE INTO usage"
                       " (container, metric, series, start, seconds, grouping, value)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                       {no, sample.metric, sample.series, sample.start, sample.seconds,
                        storedText(sample.group), sample.value});
    writing.changes.usage = true;
}

QList<UsageSample> readUsage(Database &db, const UsageQuery &query)
{
    const QString key = containerKey(query.container);
    QList<UsageSample> samples;
    Rows rows = db.select(
        u"SELECT u.metric, u.series, u.grouping, u.start, u.seconds, sum(u.value)"
        " FROM usage u JOIN containers c ON c.no = u.container JOIN accounts a ON a.no = c.account"
        " WHERE a.id = ? AND (? = '' OR u.metric = ?) AND u.series = ?"
        " AND u.start >= ? AND u.start < ?"
        " AND (c.key = ? OR (? = '' AND NOT EXISTS (SELECT 1 FROM usage own"
        "      JOIN containers root ON root.no = own.container AND root.key = ''"
        "      WHERE root.account = a.no AND own.metric = u.metric AND own.series = u.series)))"
        " GROUP BY u.metric, u.series, u.grouping, u.start, u.seconds"
        " ORDER BY u.metric, u.start, u.grouping, u.seconds"_s,
        {query.account, query.metric, query.metric, query.series, query.from, query.to, key, key});
    while (rows.next()) {
        UsageSample sample;
        sample.metric = rows.text();
        sample.series = rows.text();
        sample.group = rows.text();
        sample.start = rows.time();
        sample.seconds = rows.integer();
        sample.value = rows.number();
        samples.append(sample);
    }
    return samples;
}

void putQuotas(Writing &writing, const AccountId &account, const QList<Quota> &quotas)
{
    const qint64 no = accountNumber(writing.db, account);
    writing.db.run(u"UPDATE quotas SET current = 0 WHERE account = ? AND current = 1"_s, {no});
    for (const Quota &quota : quotas)
        writing.db.run(u"INSERT OR REPLACE INTO quotas (account, id, observed_at, name, unit, used,"
                       " maximum, reset_at, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)"_s,
                       {no, quota.id, quota.observedAt, storedText(quota.name),
                        storedText(quota.unit), quota.used, quota.limit, quota.resetAt});
    writing.changes.quotas = true;
}

QList<Quota> readQuotas(Database &db, const AccountId &account)
{
    QList<Quota> quotas;
    Rows rows = db.select(u"SELECT q.id, q.name, q.unit, q.used, q.maximum, q.reset_at,"
                          " q.observed_at FROM quotas q JOIN accounts a ON a.no = q.account"
                          " WHERE a.id = ? AND q.current = 1 ORDER BY q.id"_s,
                          {account});
    while (rows.next()) {
        Quota quota;
        quota.id = rows.text();
        quota.name = rows.text();
        quota.unit = rows.text();
        quota.used = rows.maybeNumber();
        quota.limit = rows.maybeNumber();
        quota.resetAt = rows.maybeTime();
        quota.observedAt = rows.time();
        quotas.append(quota);
    }
    return quotas;
}

} // namespace chatelaine
