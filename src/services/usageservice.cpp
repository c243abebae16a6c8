// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/usageservice.h"

#include "core/async.h"
#include "core/whenready.h"
#include "reports/csvwriter.h"
#include "services/context.h"
#include "services/events.h"
#include "services/outputfile.h"
#include "services/withclient.h"
#include "store/store.h"

#include <QBuffer>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrent/QtConcurrentRun>

#include <limits>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Reads one container after the other; what one vendor call refuses makes the reading incomplete,
 * not void. */
class UsageRun : public QObject
{
public:
    UsageRun(ServiceContext &context, AccountRow account, QList<ContainerPath> containers,
             Timestamp from, Timestamp to, CancellationPtr cancellation, QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_account(std::move(account))
        , m_rest(std::move(containers))
        , m_cancellation(std::move(cancellation))
    {
        m_reading.from = from;
        m_reading.to = to;
    }

    /** The others are not asked for, which is said. */
    void limitTo(qsizetype most)
    {
        if (m_rest.size() <= most)
            return;
        m_reading.complete = false;
        m_reading.reasons.append(
            UsageService::tr("Only %1 of %2 were asked for.").arg(most).arg(m_rest.size()));
        m_rest.resize(most);
    }

    FutureOutcome<UsageReading> start()
    {
        const auto future = m_answer.future();
        next();
        return future;
    }

private:
    void next()
    {
        if (m_rest.isEmpty())
            return end();
        const ContainerPath container = m_rest.takeFirst();
        const auto client = m_context.clients.client(m_account);
        if (!client)
            return fail(client.error());
        whenDone((*client)->usage(container, m_reading.from, m_reading.to, m_cancellation), this,
                 [this, container](const Outcome<QList<UsageSample>> &samples) {
                     if (!samples)
                         return fail(samples.error());
                     for (UsageSample sample : *samples) {
                         sample.place = containerKey(container);
                         m_reading.samples.append(sample);
                     }
                     m_succeeded = true;
                     whenDone(m_context.store.putUsage(m_account.id, container, *samples,
                                                       m_reading.from, m_reading.to),
                              this, [this](const Outcome<Done> &put) {
                                  if (!put)
                                      return fail(put.error());
                                  next();
                              });
                 });
    }

    void fail(const Error &error)
    {
        if (!m_firstError)
            m_firstError = error;
        m_reading.complete = false;
        m_reading.reasons.append(error.message);
        next();
    }

    void end()
    {
        m_reading.observedAt = m_context.clock.now();
        m_reading.reasons.removeDuplicates();
        const Outcome<UsageReading> outcome = m_firstError && !m_succeeded
                                                  ? Outcome<UsageReading>(*m_firstError)
                                                  : Outcome<UsageReading>(m_reading);
        const auto answer = m_answer;
        deleteLater();
        answer.give(outcome);
    }

    ServiceContext &m_context;
    AccountRow m_account;
    QList<ContainerPath> m_rest;
    CancellationPtr m_cancellation;
    UsageReading m_reading;
    std::optional<Error> m_firstError;
    bool m_succeeded = false;
    Answer<UsageReading> m_answer;
};

/** The containers for which usage is asked when the user names none: the topmost ones, or the
 * account itself. */
QList<ContainerPath> topmost(const QList<ContainerRow> &containers)
{
    QList<ContainerPath> paths;
    for (const ContainerRow &container : containers) {
        if (container.path.size() == 1)
            paths.append(container.path);
    }
    if (paths.isEmpty())
        paths.append(ContainerPath{});
    return paths;
}

bool isBelow(const ContainerPath &path, const ContainerPath &container)
{
    return path.size() > container.size() &&
           containerKey(path.mid(0, container.size())) == containerKey(container);
}

/** The containers some levels below one. */
QList<ContainerPath> partsOf(const QList<ContainerRow> &containers, const ContainerPath &container,
                             int depth)
{
    QList<ContainerPath> parts;
    for (const ContainerRow &row : containers) {
        if (row.path.size() == container.size() + depth && isBelow(row.path, container))
            parts.append(row.path);
    }
    return parts;
}

Outcome<Done> written(const QString &file, const QByteArray &bytes)
{
    QSaveFile saved(file);
    if (saved.open(QIODevice::WriteOnly) && saved.write(bytes) == bytes.size() && saved.commit())
        return Done();
    return Error::of(
        ErrorKind::Storage,
        UsageService::tr("\"%1\" could not be written: %2").arg(file, saved.errorString()));
}

/** `account`: absent when it was removed meanwhile. */
JournalEvent exportEvent(const UsageExport &order, const Outcome<Done> &saved,
                         const Outcome<AccountRow> &account)
{
    JournalEvent event =
        accountEvent(u"report.export"_s, saved ? u"succeeded"_s : failureOutcome(saved.error()),
                     account ? *account : AccountRow());
    event.object = QFileInfo(order.file).fileName();
    event.container = order.container;
    event.detail = {{u"what"_s, u"usage"_s},
                    {u"format"_s, order.format},
                    {u"metric"_s, order.metric},
                    {u"from"_s, order.from.toIso()},
                    {u"to"_s, order.to.toIso()}};
    if (!order.grouping.isEmpty())
        event.detail.insert(u"grouping"_s, order.grouping);
    if (!saved)
        addError(event, saved.error());
    return event;
}

QList<QuotaOutlook> outlookOf(const QList<Quota> &quotas, const QList<Quota> &history,
                              const QHash<QString, QuotaThresholds> &thresholds, Timestamp now)
{
    const QList<QuotaForecast> made = forecasts(quotas, history, now);
    QList<QuotaOutlook> all;
    for (qsizetype i = 0; i < quotas.size(); ++i) {
        QuotaOutlook one{quotas.at(i), made.at(i), thresholds.value(quotas.at(i).id)};
        one.level = quotaLevel(one.quota, one.thresholds);
        all.append(one);
    }
    return all;
}

} // namespace

UsageService::UsageService(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

UsageService::~UsageService() = default;

FutureOutcome<UsageReading> UsageService::refreshUsage(const AccountId &account,
                                                       const ContainerPath &container,
                                                       Timestamp from, Timestamp to,
                                                       CancellationPtr cancellation)
{
    const auto choose = [container](const QList<ContainerRow> &containers) {
        return container.isEmpty() ? topmost(containers) : QList<ContainerPath>{container};
    };
    return refreshChosen(account, choose, std::numeric_limits<qsizetype>::max(), from, to,
                         cancellation);
}

FutureOutcome<UsageReading> UsageService::refreshParts(const AccountId &account,
                                                       const ContainerPath &container, int depth,
                                                       Timestamp from, Timestamp to,
                                                       CancellationPtr cancellation)
{
    const auto choose = [container, depth](const QList<ContainerRow> &containers) {
        return partsOf(containers, container, depth);
    };
    return refreshChosen(account, choose, mostParts, from, to, cancellation);
}

FutureOutcome<UsageReading> UsageService::refreshChosen(const AccountId &account,
                                                        const Choice &choose, qsizetype most,
                                                        Timestamp from, Timestamp to,
                                                        const CancellationPtr &cancellation)
{
    Answer<UsageReading> answer;
    whenDone(findAccount(m_context.store, account, this), this,
             [this, choose, most, from, to, cancellation, answer](const Outcome<AccountRow> &row) {
                 if (!row)
                     return answer.give(row.error());
                 whenDone(m_context.store.containers(row->id), this,
                          [this, row = *row, choose, most, from, to, cancellation,
                           answer](const Outcome<QList<ContainerRow>> &containers) {
                              if (!containers)
                                  return answer.give(containers.error());
                              auto *run = new UsageRun(m_context, row, choose(*containers), from,
                                                       to, cancellation, this);
                              run->limitTo(most);
                              whenDone(run->start(), this,
                                       [answer](const Outcome<UsageReading> &reading) {
                                           answer.give(reading);
                                       });
                          });
             });
    return answer.future();
}

FutureOutcome<QList<ContainerPath>> UsageService::parts(const AccountId &account,
                                                        const ContainerPath &container)
{
    Answer<QList<ContainerPath>> answer;
    whenDone(m_context.store.containers(account), this,
             [container, answer](const Outcome<QList<ContainerRow>> &containers) {
                 if (!containers)
                     return answer.give(containers.error());
                 QList<ContainerPath> below;
                 for (const ContainerRow &row : *containers) {
                     if (isBelow(row.path, container))
                         below.append(row.path);
                 }
                 answer.give(below);
             });
    return answer.future();
}

FutureOutcome<Done> UsageService::save(const UsageExport &order)
{
    if (const auto refused = whyNotWritten(order.file, m_context.profile, true))
        return readyOutcome<Done>(*refused);
    Answer<Done> answer;
    whenDone(QtConcurrent::run(written, order.file, order.bytes), this,
             [this, order, answer](const Outcome<Done> &saved) { record(order, saved, answer); });
    return answer.future();
}

/** An export is an entry, whether it succeeded or not. */
void UsageService::record(const UsageExport &order, const Outcome<Done> &saved,
                          const Answer<Done> &answer)
{
    whenDone(findAccount(m_context.store, order.account, this), this,
             [this, order, saved, answer](const Outcome<AccountRow> &account) {
                 whenDone(m_context.store.append(exportEvent(order, saved, account)), this,
                          [saved, answer](const Outcome<JournalLine> &line) {
                              answer.give(saved && !line ? Outcome<Done>(line.error()) : saved);
                          });
             });
}

QByteArray UsageService::csv(const QList<QStringList> &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    for (const QStringList &row : rows) {
        if (!writer.write(Cells(row.begin(), row.end())))
            return {}; // memory does not refuse
    }
    return buffer.data();
}

FutureOutcome<QList<Quota>> UsageService::refreshQuotas(const AccountId &account,
                                                        CancellationPtr cancellation)
{
    Answer<QList<Quota>> answer;
    withAccount(m_context, account, this, answer,
                [this, cancellation, answer](const AccountRow &row, ProviderClient &client) {
                    whenDone(client.quotas(cancellation), this,
                             [this, id = row.id, answer](const Outcome<QList<Quota>> &quotas) {
                                 if (!quotas)
                                     return answer.give(quotas.error());
                                 whenDone(m_context.store.putQuotas(id, *quotas), this,
                                          [quotas = *quotas, answer](const Outcome<Done> &put) {
                                              if (!put)
                                                  return answer.give(put.error());
                                              answer.give(quotas);
                                          });
                             });
                });
    return answer.future();
}

FutureOutcome<UsageReading> UsageService::usage(const UsageQuery &query)
{
    Answer<UsageReading> answer;
    whenDone(m_context.store.usage(query), this,
             [query, answer](const Outcome<QList<UsageSample>> &samples) {
                 if (!samples)
                     return answer.give(samples.error());
                 UsageReading reading;
                 reading.samples = *samples;
                 reading.from = query.from;
                 reading.to = query.to;
                 answer.give(reading);
             });
    return answer.future();
}

FutureOutcome<QList<Quota>> UsageService::quotas(const AccountId &account)
{
    return m_context.store.quotas(account);
}

FutureOutcome<QList<Quota>> UsageService::quotaHistory(const AccountId &account, Timestamp from)
{
    return m_context.store.quotaHistory(account, from);
}

FutureOutcome<QList<QuotaOutlook>> UsageService::outlook(const AccountId &account)
{
    constexpr qint64 daySeconds = 86'400;
    Answer<QList<QuotaOutlook>> answer;
    const Timestamp now = m_context.clock.now();
    // Two days more: the readings around the first midnight.
    const Timestamp from = now.plusSeconds(-(QuotaForecast::mostDays + 3) * daySeconds);
    const auto refused = [answer](const auto &outcome) {
        if (!outcome)
            answer.give(outcome.error());
        return !outcome;
    };
    whenDone(quotas(account), this, [=, this](const Outcome<QList<Quota>> &current) {
        if (refused(current))
            return;
        whenDone(m_context.store.quotaThresholds(account), this,
                 [=, this](const Outcome<QHash<QString, QuotaThresholds>> &thresholds) {
                     if (refused(thresholds))
                         return;
                     whenDone(m_context.store.quotaHistory(account, from), this,
                              [=, this](const Outcome<QList<Quota>> &history) {
                                  if (refused(history))
                                      return;
                                  whenReady(QtConcurrent::run(outlookOf, *current, *history,
                                                              *thresholds, now),
                                            this, [answer](const QList<QuotaOutlook> &outlook) {
                                                answer.give(outlook);
                                            });
                              });
                 });
    });
    return answer.future();
}

FutureOutcome<Done> UsageService::setThresholds(const AccountId &account, const QString &quota,
                                                const QuotaThresholds &thresholds)
{
    if (thresholds.warning > 0 && thresholds.warning <= thresholds.alarm && thresholds.alarm <= 1)
        return m_context.store.putQuotaThresholds(account, quota, thresholds);
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = tr("A warning comes above 0 % and not after the alarm, which comes at 100 % at "
                       "the latest.");
    return readyOutcome<Done>(error);
}

} // namespace chatelaine
