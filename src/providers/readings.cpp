// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/readings.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

bool isMissing(const VendorAnswer &answer)
{
    return answer.status == 404 || answer.status == 405 || answer.status == 501;
}

/** A gauge needs two whole numbers that the vendor itself gave; else there is nothing to show. */
std::optional<Quota> quotaOf(const QuotaTemplate &quota, const VendorAnswer &answer)
{
    Quota read;
    read.id = quota.id;
    read.name = quota.label;
    read.unit = quota.unit;
    read.within = quota.within;
    read.used = sourceNumber(quota.used, answer.body);
    read.limit = sourceNumber(quota.limit, answer.body);
    read.resetAt = sourceTime(quota.reset, answer.body);
    read.observedAt = answer.receivedAt;
    const auto isCount = [](const std::optional<double> &value) {
        return value && *value >= 0 && std::trunc(*value) == *value;
    };
    if (!isCount(read.used) || !isCount(read.limit))
        return std::nullopt;
    return read;
}

class QuotaRun : public std::enable_shared_from_this<QuotaRun>
{
public:
    QuotaRun(Exchanger *exchanger, CancellationPtr cancellation)
        : m_exchanger(exchanger)
        , m_waiting(exchanger->definition().quotas)
        , m_cancellation(std::move(cancellation))
    {}

    FutureOutcome<QList<Quota>> start()
    {
        const auto future = m_answer.future();
        next();
        return future;
    }

private:
    void next()
    {
        while (!m_waiting.isEmpty() && m_exchanger->isSwitchedOff(capability()))
            m_waiting.removeFirst();
        if (m_waiting.isEmpty()) {
            m_answer.give(std::move(m_quotas));
            return;
        }
        Call call;
        call.request = m_waiting.first().request;
        call.background = true;
        call.cancellation = m_cancellation;
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     self->take(answer);
                 });
    }

    QString capability() const { return u"quotas."_s + m_waiting.first().id; }

    void take(const Outcome<VendorAnswerPtr> &answer)
    {
        if (!answer) {
            m_answer.give(answer.error());
            return;
        }
        const VendorAnswer &got = *answer.value();
        if (got.error && m_waiting.first().optional && isMissing(got)) {
            m_exchanger->switchOff(capability());
        } else if (got.error) {
            m_answer.give(*got.error);
            return;
        } else if (const auto quota = quotaOf(m_waiting.first(), got)) {
            m_quotas.append(*quota);
            m_exchanger->noteQuota(*quota);
        }
        m_waiting.removeFirst();
        next();
    }

    Exchanger *m_exchanger;
    QList<QuotaTemplate> m_waiting;
    CancellationPtr m_cancellation;
    QList<Quota> m_quotas;
    Answer<QList<Quota>> m_answer;
};

class AccountCheckRun : public std::enable_shared_from_this<AccountCheckRun>
{
public:
    AccountCheckRun(Exchanger *exchanger, CancellationPtr cancellation)
        : m_exchanger(exchanger)
        , m_waiting(exchanger->definition().accountCheck)
        , m_others(exchanger->definition().otherCredentialChecks)
        , m_cancellation(std::move(cancellation))
    {}

    FutureOutcome<CredentialReport> start()
    {
        const auto future = m_answer.future();
        next();
        return future;
    }

private:
    void next()
    {
        if (m_waiting.isEmpty()) {
            CredentialReport report;
            report.note = m_exchanger->definition().accountCheckNote;
            give(report);
            return;
        }
        Call call;
        call.request = m_waiting.first().request;
        call.cancellation = m_cancellation;
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     if (answer)
                         self->take(*answer.value());
                     else
                         self->m_answer.give(answer.error());
                 });
    }

    void take(const VendorAnswer &answer)
    {
        const AccountProbe probe = m_waiting.takeFirst();
        if (answer.error && probe.optional && isMissing(answer)) {
            next();
        } else if (answer.error) {
            m_answer.give(*answer.error);
        } else if (answer.body.isUndefined()) {
            Error error;
            error.kind = ErrorKind::Protocol;
            error.message =
                ProviderClient::tr("The server's answer is not what this vendor sends.");
            error.next = ProviderClient::tr("Check the address of this account.");
            error.httpStatus = answer.status;
            m_answer.give(error);
        } else {
            CredentialReport report;
            report.identity = sourceText(probe.identity, answer.body);
            give(report);
        }
    }

    void give(CredentialReport report)
    {
        QStringList notes = m_exchanger->takeNotices();
        if (!report.note.isEmpty())
            notes.prepend(report.note);
        report.note = notes.join(u' ');
        checkOthers(report);
    }

    /** A credential beside the first one counts as wrong only when the server says so: it may be
     * absent, and what it is for may be switched off. */
    void checkOthers(const CredentialReport &report)
    {
        if (m_others.isEmpty()) {
            m_answer.give(report);
            return;
        }
        Call call;
        call.request = m_others.takeFirst();
        call.cancellation = m_cancellation;
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this(), report](const Outcome<VendorAnswerPtr> &answer) {
                     const bool refused = answer && answer.value()->error &&
                                          answer.value()->error->kind == ErrorKind::Unauthorized;
                     if (refused)
                         self->m_answer.give(*answer.value()->error);
                     else
                         self->checkOthers(report);
                 });
    }

    Exchanger *m_exchanger;
    QList<AccountProbe> m_waiting;
    QList<RequestTemplate> m_others;
    CancellationPtr m_cancellation;
    Answer<CredentialReport> m_answer;
};

} // namespace

FutureOutcome<QList<Quota>> readAllQuotas(Exchanger *exchanger, CancellationPtr cancellation)
{
    return std::make_shared<QuotaRun>(exchanger, std::move(cancellation))->start();
}

FutureOutcome<CredentialReport> checkAccount(Exchanger *exchanger, CancellationPtr cancellation)
{
    return std::make_shared<AccountCheckRun>(exchanger, std::move(cancellation))->start();
}

FutureOutcome<QList<FieldOption>> readOptions(Exchanger *exchanger, const OptionsTemplate &options,
                                              const ContainerPath &container)
{
    const Timestamp now = exchanger->now();
    auto mapper = [options, now](const QJsonValue &row) -> std::optional<FieldOption> {
        FieldOption option;
        option.value = sourceId(options.value, row);
        option.label = sourceText(options.label, row);
        option.detail = sourceText(options.detail, row);
        option.enabled = !options.enabled || holds(*options.enabled, row, now);
        if (option.value.isEmpty())
            return std::nullopt;
        if (option.label.isEmpty())
            option.label = option.value;
        if (!option.enabled && !options.disabledDetail.isEmpty())
            option.detail = options.disabledDetail;
        return option;
    };
    Answer<QList<FieldOption>> answer;
    whenDone(Pager<FieldOption>::read(exchanger, options.list, containerValues(container), mapper,
                                      false, {}),
             exchanger, [answer](const Outcome<PagedReading<FieldOption>> &page) {
                 if (!page)
                     answer.give(page.error());
                 else if (page.value().error)
                     answer.give(*page.value().error);
                 else
                     answer.give(page.value().items);
             });
    return answer.future();
}

} // namespace chatelaine
