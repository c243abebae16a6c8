// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagereadings.h"

#include "core/async.h"

namespace chatelaine {

UsageReadings::UsageReadings(const UsagePort &port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_clock(clock)
{}

UsageReadings::~UsageReadings()
{
    cancel();
}

void UsageReadings::setScope(const AccountId &account, const ContainerPath &container)
{
    cancel();
    ++m_generation;
    m_account = account;
    m_container = container;
    m_groups = {};
    m_groups.container = container;
    m_groups.provider = account.isEmpty() ? std::nullopt : m_port.provider(account);
    m_samples.clear();
    m_quotas.clear();
    m_quotaHistory.clear();
    m_hasReading = false;
    m_observedAt.reset();
    m_reasons.clear();
    m_problem.clear();
    m_pending = 0;
}

void UsageReadings::read()
{
    readKeyNames();
    readParts();
    if (m_wish.samples)
        readSamples();
    readQuotas();
    refresh();
}

void UsageReadings::restart()
{
    cancel();
    ++m_generation;
    m_pending = 0;
    m_hasReading = false;
    m_samples.clear();
    if (provider())
        read();
}

void UsageReadings::readSamples()
{
    UsageQuery query{m_account, m_container, {}, {}, {}, m_clock.now()};
    query.grain = m_wish.depth > 0 ? UsageQuery::Grain::Parts : UsageQuery::Grain::EverySeries;
    query.depth = m_wish.depth;
    whenDone(m_port.storedUsage(query), this,
             [this, generation = m_generation,
              depth = m_wish.depth](const Outcome<UsageReading> &outcome) {
                 if (generation != m_generation || depth != m_wish.depth)
                     return;
                 if (outcome)
                     m_samples = outcome->samples;
                 emit samplesRead();
             });
}

void UsageReadings::readQuotas()
{
    whenDone(m_port.storedQuotas(m_account), this,
             [this, generation = m_generation](const Outcome<QList<QuotaOutlook>> &outcome) {
                 if (generation != m_generation)
                     return;
                 if (outcome)
                     m_quotas = *outcome;
                 emit changed();
             });
    readQuotaHistory();
}

void UsageReadings::readQuotaHistory()
{
    if (!offersQuotas())
        return;
    whenDone(m_port.quotaHistory(m_account), this,
             [this, generation = m_generation](const Outcome<QList<Quota>> &readings) {
                 if (generation != m_generation || !readings)
                     return;
                 m_quotaHistory = *readings;
                 emit changed();
             });
}

void UsageReadings::readParts()
{
    whenDone(m_port.parts(m_account, m_container), this,
             [this, generation = m_generation](const Outcome<QList<ContainerPath>> &outcome) {
                 if (generation != m_generation || !outcome)
                     return;
                 m_groups.parts = *outcome;
                 emit groupsRead();
             });
}

void UsageReadings::readKeyNames()
{
    whenDone(m_port.keys(m_account), this,
             [this, generation = m_generation](const Outcome<QList<KeyRow>> &keys) {
                 if (generation != m_generation || !keys)
                     return;
                 for (const KeyRow &key : *keys) {
                     if (!key.record.name.isEmpty())
                         m_groups.keyNames.insert(key.record.id.toString(), key.record.name);
                 }
                 emit groupsRead();
             });
}

bool UsageReadings::offersQuotas() const
{
    return provider() && provider()->hasQuotas;
}

bool UsageReadings::isWatched() const
{
    const auto account = m_account.isEmpty() ? std::nullopt : m_port.account(m_account);
    return account && account->isWatched();
}

bool UsageReadings::canRefresh() const
{
    return provider() && !isRefreshing() && !isWatched() && (m_wish.samples || offersQuotas());
}

void UsageReadings::refresh()
{
    if (!canRefresh())
        return;
    m_problem.clear();
    m_cancellation = std::make_shared<Cancellation>();
    m_pending = (m_wish.samples ? 1 : 0) + (offersQuotas() ? 1 : 0);
    emit changed();
    if (m_wish.samples)
        refreshSamples();
    if (offersQuotas())
        refreshQuotas();
}

void UsageReadings::refreshSamples()
{
    const Timestamp now = m_clock.now();
    auto asked = m_wish.depth > 0 ? m_port.refreshParts(m_account, m_container, m_wish.depth,
                                                        m_wish.from, now, m_cancellation)
                                  : m_port.refreshUsage(m_account, m_container, m_wish.from, now,
                                                        m_cancellation);
    whenDone(std::move(asked), this,
             [this, generation = m_generation](const Outcome<UsageReading> &outcome) {
                 if (generation != m_generation)
                     return;
                 if (outcome) {
                     m_hasReading = true;
                     m_observedAt = outcome->observedAt;
                     m_reasons = outcome->reasons;
                     readSamples(); // with what the vendor no longer tells
                 }
                 finishOne(outcome ? std::nullopt : std::optional(outcome.error()));
             });
}

void UsageReadings::refreshQuotas()
{
    whenDone(m_port.refreshQuotas(m_account, m_cancellation), this,
             [this, generation = m_generation](const Outcome<QList<Quota>> &outcome) {
                 if (generation != m_generation)
                     return;
                 if (outcome)
                     readQuotas();
                 finishOne(outcome ? std::nullopt : std::optional(outcome.error()));
             });
}

void UsageReadings::cancel()
{
    if (m_cancellation)
        std::exchange(m_cancellation, {})->request();
}

void UsageReadings::finishOne(const std::optional<Error> &error)
{
    --m_pending;
    if (error && error->kind != ErrorKind::Cancelled)
        m_problem = error->next.isEmpty() ? error->message : error->message + u' ' + error->next;
    emit changed();
}

void UsageReadings::setThresholds(const QString &quota, const QuotaThresholds &thresholds)
{
    whenDone(m_port.setThresholds(m_account, quota, thresholds), this,
             [this, generation = m_generation](const Outcome<Done> &done) {
                 if (generation != m_generation)
                     return;
                 if (!done)
                     m_problem = done.error().message;
                 readQuotas();
             });
}

} // namespace chatelaine
