// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teamcolumns.h"
#include "store/team/teaminventory.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stretchesAtOnce = 200;
constexpr int quotasAtOnce = 1000;
constexpr qint64 quotaDay = 86'400'000'000; ///< microseconds

const TeamColumns usageColumns{{"account", TeamColumn::Text},  {"container", TeamColumn::Text},
                               {"metric", TeamColumn::Text},   {"series", TeamColumn::Text},
                               {"start", TeamColumn::Integer}, {"seconds", TeamColumn::Integer},
                               {"grouping", TeamColumn::Text}, {"value", TeamColumn::Real},
                               {"weight", TeamColumn::Real},   {"stamp", TeamColumn::Integer}};

const TeamColumns quotaColumns{
    {"account", TeamColumn::Text},        {"id", TeamColumn::Text},
    {"observed_at", TeamColumn::Integer}, {"name", TeamColumn::Text},
    {"unit", TeamColumn::Text},           {"used", TeamColumn::MaybeReal},
    {"maximum", TeamColumn::MaybeReal},   {"reset_at", TeamColumn::MaybeInteger},
    {"within", TeamColumn::Text},         {"current", TeamColumn::Flag}};

/** A stretch of one series: [first, last]. */
struct UsageStretch
{
    qint64 number = 0; ///< of the container here
    QString account;
    QString container;
    QString metric;
    QString series;
    qint64 first = 0;
    qint64 last = 0;
    qint64 stamp = 0;
    qint64 revision = 0;
};

QList<UsageStretch> changedStretches(TeamWork &work)
{
    QList<UsageStretch> stretches;
    Rows rows = work.local.select(
        u"SELECT u.container, a.id, c.key, u.metric, u.series, u.first, u.last, u.stamp"
        " FROM team_usage_changes u JOIN containers c ON c.no = u.container"
        " JOIN accounts a ON a.no = c.account WHERE a.practice = 0 LIMIT ?"_s,
        {stretchesAtOnce});
    while (rows.next()) {
        UsageStretch stretch;
        stretch.number = rows.integer();
        stretch.account = rows.text();
        stretch.container = rows.text();
        stretch.metric = rows.text();
        stretch.series = rows.text();
        stretch.first = rows.integer();
        stretch.last = rows.integer();
        stretch.stamp = rows.integer();
        stretches.append(stretch);
    }
    return stretches;
}

QJsonArray figuresOf(TeamWork &work, const UsageStretch &stretch)
{
    QJsonArray figures;
    Rows rows = work.local.select(
        u"SELECT ?, ?, metric, series, start, seconds, grouping, value, weight, ? FROM usage"
        " WHERE container = ? AND metric = ? AND series = ? AND start >= ? AND start <= ?"_s,
        {stretch.account, stretch.container, stretch.stamp, stretch.number, stretch.metric,
         stretch.series, stretch.first, stretch.last});
    while (rows.next())
        figures.append(readColumns(rows, usageColumns));
    return figures;
}

QVariantList seriesOf(const UsageStretch &stretch)
{
    return {stretch.account, stretch.container, stretch.metric, stretch.series};
}

const QString thisSeries = u"account = ? AND container = ? AND metric = ? AND series = ?"_s;

/** As a reading is stored here: it stands for what was read before, unless that is later. */
void sendStretch(TeamWork &work, const UsageStretch &stretch)
{
    const QVariantList series = seriesOf(stretch);
    work.team.run(u"DELETE FROM usage WHERE "_s + thisSeries +
                      u" AND start >= ? AND start <= ? AND stamp <= ?"_s,
                  series + QVariantList{stretch.first, stretch.last, stretch.stamp});
    const QString names = namesOf(usageColumns);
    const QJsonArray figures = figuresOf(work, stretch);
    work.round.rowsSent += work.team.run(
        u"INSERT INTO usage (%1) SELECT %1 FROM json_to_recordset(CAST(? AS json)) AS rows (%2)"
        " ON CONFLICT (account, container, metric, series, start, seconds, grouping) DO NOTHING"_s
            .arg(names, typesOf(usageColumns)),
        {jsonText(figures)});
    work.team.run(u"DELETE FROM usage_changes WHERE "_s + thisSeries +
                      u" AND first >= ? AND last <= ?"_s,
                  series + QVariantList{stretch.first, stretch.last});
    work.team.run(
        u"INSERT INTO usage_changes (account, container, metric, series, first, last,"
        " writer, revision) VALUES (?, ?, ?, ?, ?, ?, ?, nextval('inventory_revision'))"_s,
        series + QVariantList{stretch.first, stretch.last, work.installation});
}

QList<UsageStretch> teamStretches(TeamWork &work, qint64 revision)
{
    QList<UsageStretch> stretches;
    TeamRows rows = work.team.select(
        u"SELECT account, container, metric, series, first, last, revision FROM usage_changes"
        " WHERE revision > ? AND revision <= ? AND (writer <> ? OR ?) ORDER BY revision LIMIT ?"_s,
        {teamPosition(work, teamUsagePosition), revision, work.installation, takesOwnAgain(work),
         stretchesAtOnce});
    while (rows.next()) {
        UsageStretch stretch;
        stretch.account = rows.text();
        stretch.container = rows.text();
        stretch.metric = rows.text();
        stretch.series = rows.text();
        stretch.first = rows.integer();
        stretch.last = rows.integer();
        stretch.revision = rows.integer();
        stretches.append(stretch);
    }
    return stretches;
}

struct UsageFigure
{
    qint64 start = 0;
    qint64 seconds = 0;
    QString group;
    double value = 0;
    double weight = 1;
};

QList<UsageFigure> teamFigures(TeamWork &work, const UsageStretch &stretch)
{
    QList<UsageFigure> figures;
    TeamRows rows =
        work.team.select(u"SELECT start, seconds, grouping, value, weight FROM usage WHERE "_s +
                             thisSeries + u" AND start >= ? AND start <= ?"_s,
                         seriesOf(stretch) + QVariantList{stretch.first, stretch.last});
    while (rows.next()) {
        UsageFigure figure;
        figure.start = rows.integer();
        figure.seconds = rows.integer();
        figure.group = rows.text();
        figure.value = rows.value().toDouble();
        figure.weight = rows.value().toDouble();
        figures.append(figure);
    }
    return figures;
}

/** False when there is a reading of our own that the team has to get first. */
bool takeStretch(TeamWork &work, const UsageStretch &stretch, const QList<UsageFigure> &figures)
{
    const auto container =
        work.local.number(u"SELECT c.no FROM containers c JOIN accounts a ON a.no = c.account"
                          " WHERE a.id = ? AND c.key = ? AND a.practice = 0"_s,
                          {stretch.account, stretch.container});
    if (!container)
        return true; // its account is not shown here
    if (work.local.number(u"SELECT 1 FROM team_usage_changes WHERE container = ? AND metric = ?"
                          " AND series = ?"_s,
                          {*container, stretch.metric, stretch.series}))
        return false;
    work.local.run(u"DELETE FROM usage WHERE container = ? AND metric = ? AND series = ?"
                   " AND start >= ? AND start <= ?"_s,
                   {*container, stretch.metric, stretch.series, stretch.first, stretch.last});
    for (const UsageFigure &figure : figures)
        work.local.run(u"INSERT OR REPLACE INTO usage (container, metric, series, start, seconds,"
                       " grouping, value, weight) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {*container, stretch.metric, stretch.series, figure.start, figure.seconds,
                        figure.group, figure.value, figure.weight});
    work.round.rowsReceived += figures.size();
    return true;
}

/** An account whose quotas were read anew. */
struct QuotaChange
{
    qint64 number = 0;
    QString account;
    qint64 since = 0;
    qint64 stamp = 0;
};

QJsonArray quotasOf(TeamWork &work, const QuotaChange &change)
{
    QJsonArray quotas;
    Rows rows = work.local.select(
        u"SELECT ?, id, observed_at, name, unit, used, maximum, reset_at, within, current"
        " FROM quotas WHERE account = ? AND observed_at >= ?"_s,
        {change.account, change.number, change.since});
    while (rows.next())
        quotas.append(readColumns(rows, quotaColumns));
    return quotas;
}

/** As here: a reading that says no more than the next one of its day is not kept. */
void dropRepeatedInTeam(TeamWork &work, const QuotaChange &change, const QJsonArray &quotas)
{
    work.team.run(
        u"DELETE FROM quotas USING json_to_recordset(CAST(? AS json)) AS rows (%1)"
        " WHERE quotas.account = ? AND quotas.id = rows.id AND quotas.current AND rows.current"
        " AND quotas.observed_at < rows.observed_at"
        " AND quotas.observed_at / ? = rows.observed_at / ?"
        " AND quotas.used IS NOT DISTINCT FROM rows.used"
        " AND quotas.maximum IS NOT DISTINCT FROM rows.maximum"
        " AND quotas.reset_at IS NOT DISTINCT FROM rows.reset_at"_s.arg(typesOf(quotaColumns)),
        {jsonText(quotas), change.account, quotaDay, quotaDay});
}

/** The current ones are those of the account's last reading, whoever made it. */
void sendAccountQuotas(TeamWork &work, const QuotaChange &change)
{
    QJsonArray quotas = quotasOf(work, change);
    qint64 latest = 0;
    for (const auto &quota : std::as_const(quotas))
        latest = std::max(latest, quota["observed_at"_L1].toInteger());
    const bool isLast = work.team.number(u"SELECT count(*) FROM quotas WHERE account = ?"
                                         " AND current AND observed_at > ?"_s,
                                         {change.account, latest}) == 0;
    if (isLast)
        dropRepeatedInTeam(work, change, quotas);
    if (isLast)
        work.team.run(u"UPDATE quotas SET current = false, writer = ?,"
                      " revision = nextval('inventory_revision') WHERE account = ? AND current"_s,
                      {work.installation, change.account});
    for (qsizetype i = 0; !isLast && i < quotas.size(); ++i) {
        QJsonObject quota = quotas.at(i).toObject();
        quota.insert("current"_L1, false);
        quotas.replace(i, quota);
    }
    work.round.rowsSent += writeTeamRows(
        work, u"quotas"_s, quotaColumns, quotas, u"account, id, observed_at"_s,
        u"current = excluded.current, writer = excluded.writer, revision = excluded.revision"_s);
}

struct TeamQuota
{
    QString account;
    Quota quota;
    bool current = false;
    qint64 revision = 0;
};

QList<TeamQuota> teamQuotas(TeamWork &work, qint64 revision)
{
    QList<TeamQuota> quotas;
    TeamRows rows = work.team.select(
        u"SELECT account, id, observed_at, name, unit, used, maximum, reset_at, within, current,"
        " revision FROM quotas WHERE revision > ? AND revision <= ? AND (writer <> ? OR ?)"
        " ORDER BY revision LIMIT ?"_s,
        {teamPosition(work, teamQuotasPosition), revision, work.installation, takesOwnAgain(work),
         quotasAtOnce});
    while (rows.next()) {
        TeamQuota quota;
        quota.account = rows.text();
        quota.quota.id = rows.text();
        quota.quota.observedAt = Timestamp::fromMicros(rows.integer());
        quota.quota.name = rows.text();
        quota.quota.unit = rows.text();
        quota.quota.used = rows.maybeNumber();
        quota.quota.limit = rows.maybeNumber();
        quota.quota.resetAt = rows.maybeTime();
        quota.quota.within = rows.text();
        quota.current = rows.flag();
        quota.revision = rows.integer();
        quotas.append(quota);
    }
    return quotas;
}

/** False when there is a reading of our own that the team has to get first. */
bool takeQuota(TeamWork &work, const TeamQuota &told)
{
    const auto account = work.local.number(
        u"SELECT no FROM accounts WHERE id = ? AND practice = 0"_s, {told.account});
    if (!account)
        return true;
    if (work.local.number(u"SELECT 1 FROM team_quota_changes WHERE account = ?"_s, {*account}))
        return false;
    const Quota &quota = told.quota;
    if (told.current)
        work.local.run(u"DELETE FROM quotas WHERE account = ? AND id = ? AND current = 1"
                       " AND observed_at < ? AND observed_at / ? = ? / ?"
                       " AND used IS ? AND maximum IS ? AND reset_at IS ?"_s,
                       {*account, quota.id, quota.observedAt, quotaDay, quota.observedAt, quotaDay,
                        quota.used, quota.limit, quota.resetAt});
    work.local.run(u"INSERT OR REPLACE INTO quotas (account, id, observed_at, name, unit, used,"
                   " maximum, reset_at, current, within) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {*account, quota.id, quota.observedAt, quota.name, quota.unit, quota.used,
                    quota.limit, quota.resetAt, told.current, quota.within});
    ++work.round.rowsReceived;
    return true;
}

} // namespace

bool sendUsage(TeamWork &work)
{
    const QList<UsageStretch> stretches = changedStretches(work);
    if (stretches.isEmpty())
        return true;
    TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
    lockTeamInventory(work);
    for (const UsageStretch &stretch : stretches)
        sendStretch(work, stretch);
    transaction.commit();
    Transaction noted(work.local, Transaction::Kind::Write);
    for (const UsageStretch &stretch : stretches)
        work.local.run(u"DELETE FROM team_usage_changes WHERE container = ? AND metric = ?"
                       " AND series = ? AND stamp = ? AND first = ? AND last = ?"_s,
                       {stretch.number, stretch.metric, stretch.series, stretch.stamp,
                        stretch.first, stretch.last});
    noted.commit();
    return stretches.size() < stretchesAtOnce;
}

bool sendQuotas(TeamWork &work)
{
    QList<QuotaChange> changes;
    {
        Rows rows =
            work.local.select(u"SELECT q.account, a.id, q.since, q.stamp FROM team_quota_changes q"
                              " JOIN accounts a ON a.no = q.account"
                              " WHERE a.practice = 0"_s);
        while (rows.next()) {
            QuotaChange change;
            change.number = rows.integer();
            change.account = rows.text();
            change.since = rows.integer();
            change.stamp = rows.integer();
            changes.append(change);
        }
    }
    for (const QuotaChange &change : std::as_const(changes)) {
        TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
        lockTeamInventory(work);
        sendAccountQuotas(work, change);
        transaction.commit();
        work.local.run(u"DELETE FROM team_quota_changes WHERE account = ? AND stamp = ?"_s,
                       {change.number, change.stamp});
    }
    return true;
}

bool receiveUsage(TeamWork &work, qint64 revision)
{
    const QList<UsageStretch> stretches = teamStretches(work, revision);
    const bool end = stretches.size() < stretchesAtOnce;
    for (const UsageStretch &stretch : stretches) {
        const QList<UsageFigure> figures = teamFigures(work, stretch);
        Transaction transaction(work.local, Transaction::Kind::Write);
        if (!takeStretch(work, stretch, figures))
            return true; // the next round sends that, and goes on here
        setTeamPosition(work, teamUsagePosition, stretch.revision);
        transaction.commit();
    }
    if (end)
        setTeamPosition(work, teamUsagePosition, revision);
    return end;
}

bool receiveQuotas(TeamWork &work, qint64 revision)
{
    const QList<TeamQuota> quotas = teamQuotas(work, revision);
    const bool end = quotas.size() < quotasAtOnce;
    Transaction transaction(work.local, Transaction::Kind::Write);
    for (const TeamQuota &quota : quotas) {
        if (!takeQuota(work, quota))
            return true;
    }
    setTeamPosition(work, teamQuotasPosition, end ? revision : quotas.constLast().revision);
    if (end)
        setTeamPosition(work, teamAgainPosition, 0); // the last table of a round
    transaction.commit();
    return end;
}

} // namespace chatelaine
