// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/keyringprobe.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QObject>

#include <chrono>
#include <functional>

namespace chatelaine {

/** One question to the session bus, deleting itself once it has answered. */
class KeyringCall : public QObject
{
    Q_OBJECT

protected:
    explicit KeyringCall(std::chrono::milliseconds callLimit);

    bool hasBus() const { return m_bus.isConnected(); }
    QDBusConnection &bus() { return m_bus; }

    /** Sends one call; the answer, good or bad, comes by the event loop, within the limit. */
    void call(const QDBusMessage &message, std::function<void(const QDBusMessage &)> then);
    void readDefaultAlias(std::function<void(const QDBusMessage &)> then);

private:
    QDBusConnection m_bus;
    const std::chrono::milliseconds m_callLimit;
};

/** KeyringProbe::condition(). */
class ConditionCall final : public KeyringCall
{
    Q_OBJECT

public:
    explicit ConditionCall(std::chrono::milliseconds callLimit);
    QFuture<KeyringCondition> start();

private:
    void onAlias(const QDBusMessage &reply);
    void onLocked(const QDBusMessage &reply);
    void lookForKWallet();
    void finish(KeyringCondition condition);

    QPromise<KeyringCondition> m_promise;
};

/** KeyringProbe::unlock(). */
class UnlockCall final : public KeyringCall
{
    Q_OBJECT

public:
    UnlockCall(std::chrono::milliseconds callLimit, std::chrono::milliseconds promptLimit);
    FutureOutcome<Done> start();

private slots:
    void onPromptCompleted(bool dismissed, const QDBusVariant &result);

private:
    void onAlias(const QDBusMessage &reply);
    void onUnlock(const QDBusMessage &reply);
    void showPrompt(const QString &service, const QDBusObjectPath &prompt);
    void fail(ErrorKind kind, const QString &message);
    void finish(Outcome<Done> outcome);

    const std::chrono::milliseconds m_promptLimit;
    const Answer<Done> m_answer;
    bool m_finished = false;
};

} // namespace chatelaine
