// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/clock.h"
#include "core/outcome.h"
#include "secrets/secret.h"

#include <QIODevice>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace chatelaine {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/** A header with a credential in it; put together at the last instant and wiped after. */
struct AuthHeader
{
    QByteArray name;   ///< e.g. "Authorization"
    QByteArray prefix; ///< e.g. "Bearer "
    SharedSecret value;
};

/** One exchange. */
struct HttpRequest
{
    QByteArray method;
    QUrl url; ///< https, or http to loopback; never with a secret in it
    HttpHeaders headers;
    QList<AuthHeader> auth;
    QByteArray body; ///< wiped when it carries a secret (`secretBody`): move the request in, a copy
                     ///< that the caller keeps is the caller's
    QByteArray contentType;
    bool write = false; ///< changes something: sent so that neither Qt nor we can repeat it
    bool carriesSecret =
        false; ///< the answer holds a new secret: a network manager of its own, gone right after
    bool secretBody = false;
    bool background = false; ///< interactive requests overtake these
    QString label; ///< method and path template for traces and listings: "GET /v1/orgs/{org}"
    qint64 maximumBody = 1 << 20;  ///< bytes
    bool repeatsUntimed429 = true; ///< a read is tried again after a 429 that names no time
    bool longWaitIsAnswer = false; ///< a wait beyond the policy's is given back as the answer that
                                   ///< asked for it, in place of an Error
    std::shared_ptr<QIODevice> sink; ///< open for writing: the body of a 2xx goes there, and the
                                     ///< request is sent once
    std::chrono::milliseconds deadline{
        30'000}; ///< total, over all time-outs of Qt, for one attempt
};

struct HttpAnswer
{
    int status = 0;
    HttpHeaders headers; ///< names in lower case
    std::shared_ptr<WipedBytes> body;
    Timestamp receivedAt;
    std::optional<Timestamp> serverTime; ///< the Date header

    QByteArray
    header(QByteArrayView lowerCaseName) const; ///< the values joined by ", "; empty if absent
};

/** What the peer's certificate is checked against, besides the system's own rules. */
struct TrustSettings
{
    QString caFile; ///< PEM; replaces the system's CAs when not empty
    QByteArray pin; ///< SHA-256 of the leaf certificate's DER, 32 bytes; empty: none
    bool operator==(const TrustSettings &) const = default;
};

struct RetryPolicy
{
    int attempts = 3; ///< for reads only
    std::chrono::milliseconds firstWait{400};
    std::chrono::milliseconds longestWait{
        60'000}; ///< a longer Retry-After ends the request as RateLimited
    int parallel = 6;
};

/**
 * All requests of one account: interactive before background, a bounded number at once, reads
 * retried with backoff and jitter on network errors, 429, 502, 503 and 504, `Retry-After` (seconds
 * or HTTP-date, against the answer's Date) pausing the whole queue, writes sent once. Any status is
 * an answer; Errors are: InvalidRequest (nothing was sent: not https, another origin, an unusable
 * header or credential), Network, Tls, Timeout, Protocol (body too large, a redirect to another
 * origin), RateLimited (a read's Retry-After is longer than `longestWait`, or 10,000 requests wait
 * already), Cancelled. An Error of a write says `outcomeUnknown` unless it certainly never left. A
 * redirect is never followed; its answer (3xx) is given back, and a redirect to another origin is
 * an Error. Credentials leave only to the origin of `baseUrl`. The text of an Error has no
 * credential in it. Lives on the GUI's (or the program's main) thread.
 */
class HttpQueue : public QObject
{
    Q_OBJECT
public:
    HttpQueue(QUrl baseUrl, TrustSettings trust, RetryPolicy retry, const Clock *clock,
              Random *random, QObject *parent = nullptr);
    ~HttpQueue() override; ///< what is under way finishes as Cancelled

    [[nodiscard]] FutureOutcome<HttpAnswer> send(HttpRequest request,
                                                 CancellationPtr cancellation = {});

signals:
    void throttled(chatelaine::Timestamp until); ///< the vendor asked to wait
    void unthrottled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
