// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/ratelimit.h"
#include "practice/system.h"

#include <QJsonArray>

namespace chatelaine::practice {

/** Tempered: one organization whose keys have the scope `eval` or `admin`; a DRF service. */
class Tempered final : public System
{
public:
    explicit Tempered(State &state);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;
    std::optional<Minted> mint(const MintOrder &order) override;

    /** The counter of the evaluations of the month of `time`. */
    static QString evaluationCounter(Millis time);

private:
    struct Call
    {
        const Request &request;
        KeyRecord caller;
        QStringList captured;
    };

    Form newSecret(const KeyRecord &key) const override;
    std::optional<Reply> authenticate(Call &call) const;
    /** Counts a request against one of the organization's limits; the answer if it is used up. */
    std::optional<Reply> throttle(const Call &call, const QString &bucket, int perMinute);
    Reply list(const Call &call, const QJsonArray &all);
    Reply listDocuments(const Call &call, const QString &collection);
    int monthlyQuota() const;
    QJsonObject keyObject(const KeyRecord &key) const;

    Reply listKeys(Call &call);
    Reply createKey(Call &call);
    Reply revokeKey(Call &call);
    Reply readUsage(Call &call);
    Reply listEvaluations(Call &call);
    Reply submitEvaluation(Call &call);
    Reply readEvaluation(Call &call);
    Reply listWebhooks(Call &call);
    Reply createWebhook(Call &call);

    static const Route<Tempered, Call> routes[];
    RateLimiter m_limiter;
};

} // namespace chatelaine::practice
