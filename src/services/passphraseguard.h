// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/timestamp.h"
#include "secrets/secret.h"

#include <QObject>

#include <memory>
#include <optional>

class QSettings;

namespace chatelaine {

struct ServiceContext;

/**
 * The application's own passphrase: its verifier (scrypt) is in the keychain, that there is one and
 * how many attempts failed is in the profile's settings. Each wrong attempt doubles the wait before
 * the next, also across runs. Every attempt and change is in the journal. Lives on the main thread;
 * hashing is on a pool.
 */
class PassphraseGuard : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype shortest = 8; ///< bytes of UTF-8
    static constexpr std::int64_t longestWaitSeconds = 300;

    explicit PassphraseGuard(ServiceContext &context, QObject *parent = nullptr);
    ~PassphraseGuard() override;

    bool isSet() const;

    /**
     * An attempt, journalled as `kind` ("app.unlock", "app.authenticate"). Errors: Unauthorized for
     * a wrong passphrase, RateLimited (with retryAt) when it is too early, InvalidRequest while
     * another attempt is under way, else the keychain's own. A verifier that the keychain has
     * certainly lost keeps nobody out: the attempt passes, and none is set then.
     */
    [[nodiscard]] FutureOutcome<Done> check(SharedSecret passphrase, const QString &kind);

    /** `current` is null when none is set. Errors as check(), and InvalidRequest when the new one
     * is too short. */
    [[nodiscard]] FutureOutcome<Done> set(SharedSecret current, SharedSecret fresh);
    [[nodiscard]] FutureOutcome<Done> remove(SharedSecret current);

    std::optional<Timestamp> retryAt() const;      ///< absent: an attempt may be made now
    std::optional<Timestamp> lastPassedAt() const; ///< when the right one was given, in this run

signals:
    void changed(); ///< set, removed, or found to be lost

private:
    void compare(const SharedSecret &passphrase, const QString &kind, const Answer<Done> &answer);
    void withVerifier(const std::function<void(const Outcome<SharedSecret> &)> &then);
    void pass(const QString &kind, const QJsonObject &detail, const Answer<Done> &answer);
    void refuse(const QString &kind, const Error &error, const Answer<Done> &answer);
    void store(const SharedSecret &verifier, bool wasSet, const Answer<Done> &answer);
    void forget();
    void countAttempt();
    QString stamp() const; ///< changes with the passphrase; empty: none is set
    /** Then answers with `result`: what was not written down did not happen. */
    void record(const QString &kind, const QString &outcome, const QJsonObject &detail,
                const Answer<Done> &answer, const Outcome<Done> &result);

    ServiceContext &m_context;
    std::unique_ptr<QSettings> m_settings;
    SharedSecret m_verifier; ///< null until it was read
    QString m_verifierStamp; ///< of which passphrase it is: another process may change it
    std::optional<Timestamp> m_passedAt;
    bool m_attempting = false;
};

} // namespace chatelaine
