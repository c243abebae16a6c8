// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/answerheaders.h"

#include "core/redaction.h"
#include "net/httptime.h"

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qint64 latestResetSecond = 253'402'300'799; // in the year 9999
constexpr qsizetype longestScope = 200;

/** Digits only. */
std::optional<qint64> wholeNumber(const QByteArray &text)
{
    const QByteArray digits = text.trimmed();
    if (digits.isEmpty() || digits.size() > 18 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return digits.toLongLong();
}

/** Moments of the server's clock are distances from its Date, so that a wrong clock here does no
 * harm. */
std::optional<Timestamp> resetTime(const RateLimitTemplate &names, const VendorAnswer &answer)
{
    const auto number = wholeNumber(headerOf(answer, names.reset));
    if (!number || *number > latestResetSecond)
        return std::nullopt;
    const qint64 serverNow = answer.serverTime.value_or(answer.receivedAt).seconds();
    const qint64 wait = names.resetIsDuration ? *number : *number - serverNow;
    return answer.receivedAt.plusSeconds(std::max<qint64>(wait, 0));
}

bool headerMatches(const AnswerMatch &match, const VendorAnswer &answer)
{
    if (match.header.isEmpty())
        return true;
    bool present = false;
    headerOf(answer, match.header, &present);
    return present == match.headerPresent;
}

bool asksForPatience(int status)
{
    return status == 402 || status == 429 || status == 503;
}

} // namespace

QByteArray headerOf(const VendorAnswer &answer, QByteArrayView lowerCaseName, bool *present)
{
    QByteArray joined;
    bool found = false;
    for (const auto &[name, value] : answer.headers) {
        if (lowerCaseName.isEmpty() || name != lowerCaseName)
            continue;
        if (found)
            joined += ", ";
        joined += value;
        found = true;
    }
    if (present)
        *present = found;
    return joined;
}

std::optional<RateLimit> rateLimitOf(const RateLimitTemplate &names, const VendorAnswer &answer)
{
    RateLimit limit;
    limit.limit = wholeNumber(headerOf(answer, names.limit));
    limit.remaining = wholeNumber(headerOf(answer, names.remaining));
    limit.resetAt = resetTime(names, answer);
    limit.scope = redacted(QString::fromLatin1(headerOf(answer, names.scope)), longestScope);
    if (limit == RateLimit())
        return std::nullopt;
    return limit;
}

void readLimits(const Definition &definition, VendorAnswer *answer)
{
    const QByteArray wait = headerOf(*answer, "retry-after");
    if (!wait.isEmpty()) {
        const auto parsed = parseRetryAfter(wait, answer->serverTime.value_or(answer->receivedAt));
        if (parsed)
            answer->retryAfter = std::chrono::duration_cast<std::chrono::seconds>(*parsed);
    }
    answer->rateLimit = rateLimitOf(definition.rateLimit, *answer);
    for (const LaneRule &rule : definition.lanes) {
        if (matches(rule.match, *answer)) {
            answer->lane = rule.lane;
            break;
        }
    }
}

std::optional<Timestamp> retryTime(const VendorAnswer &answer, int fallbackSeconds)
{
    if (asksForPatience(answer.status)) {
        if (answer.retryAfter)
            return answer.receivedAt.plusSeconds(answer.retryAfter->count());
        if (answer.rateLimit && answer.rateLimit->resetAt)
            return answer.rateLimit->resetAt;
    }
    if (fallbackSeconds > 0)
        return answer.receivedAt.plusSeconds(fallbackSeconds);
    return std::nullopt;
}

bool matches(const AnswerMatch &match, const VendorAnswer &answer)
{
    if (!match.statuses.isEmpty() && !match.statuses.contains(answer.status))
        return false;
    if (!match.codes.isEmpty() && !match.codes.contains(answer.code))
        return false;
    const bool said = match.texts.isEmpty() ||
                      std::any_of(match.texts.begin(), match.texts.end(), [&](const QString &text) {
                          return answer.message.contains(text, Qt::CaseInsensitive);
                      });
    if (!said || !headerMatches(match, answer))
        return false;
    const QJsonValue held = match.has ? match.has->in(answer.body) : QJsonValue();
    if (match.has && (held.isUndefined() || held.isNull()))
        return false;
    if (!match.auth.isEmpty() && !match.auth.contains(answer.auth))
        return false;
    if (!match.lanes.isEmpty() && !match.lanes.contains(answer.lane))
        return false;
    return match.retryAfterAbove < 0 ||
           (answer.retryAfter && answer.retryAfter->count() > match.retryAfterAbove);
}

const ErrorRule *errorRuleOf(const Definition &definition, const VendorAnswer &answer)
{
    for (const ErrorRule &rule : definition.errors.on) {
        if (matches(rule.match, answer))
            return &rule;
    }
    return nullptr;
}

} // namespace chatelaine
