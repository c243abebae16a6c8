// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "secrets/memorykeychain.h"

#include <QStringList>

#include <optional>

namespace chatelaine::test {

/**
 * A keychain for tests, on the test's thread, that answers through the event loop always and fails
 * as told. What is told holds until it is told otherwise.
 */
class FakeKeychain final : public Keychain
{
public:
    enum class Behaviour {
        Works,
        Fails, ///< with the Error told, nothing done
        Lies, ///< says done, does nothing; SystemKeychain would notice, so callers see it only when
              ///< it happens after their call
        Hangs, ///< never answers, nothing done; release() answers with Timeout
    };

    Behaviour onWrite = Behaviour::Works;
    Behaviour onRead = Behaviour::Works;
    Behaviour onRemove = Behaviour::Works;
    Error failure = keychainLocked();
    KeychainHealth state;
    QStringList calls; ///< "write held/...", "read ...", "remove ...", "health"

    static Error keychainLocked()
    {
        Error error;
        error.kind = ErrorKind::Keychain;
        error.message = QStringLiteral("The keychain is locked (fake).");
        return error;
    }

    QFuture<KeychainHealth> health() override
    {
        calls << QStringLiteral("health");
        const auto promise = std::make_shared<QPromise<KeychainHealth>>();
        promise->start();
        later([promise, state = state] {
            promise->addResult(state);
            promise->finish();
        });
        return promise->future();
    }

    FutureOutcome<Done> write(const QString &user, SharedSecret value) override
    {
        calls << QStringLiteral("write ") + user;
        return played<Done>(onWrite, Done{},
                            [&] { return m_entries.write(user, std::move(value)); });
    }

    FutureOutcome<SharedSecret> read(const QString &user) override
    {
        calls << QStringLiteral("read ") + user;
        return played<SharedSecret>(onRead, SharedSecret(), [&] { return m_entries.read(user); });
    }

    FutureOutcome<Done> remove(const QString &user) override
    {
        calls << QStringLiteral("remove ") + user;
        return played<Done>(onRemove, Done{}, [&] { return m_entries.remove(user); });
    }

    /** Answers every call that hangs, with Timeout, as SystemKeychain's watchdog would. */
    void release()
    {
        for (const auto &answer : std::exchange(m_hanging, {}))
            later(answer);
    }

    QStringList users() const { return m_entries.users(); }
    bool contains(const QString &user) const { return users().contains(user); }

private:
    template<typename T, typename Work>
    FutureOutcome<T> played(Behaviour behaviour, T lie, Work work)
    {
        if (behaviour == Behaviour::Works)
            return work();
        const Answer<T> answer;
        if (behaviour == Behaviour::Hangs)
            m_hanging << [answer] {
                answer.give(timeout());
            };
        else if (behaviour == Behaviour::Fails)
            later([answer, error = failure] { answer.give(error); });
        else
            later([answer, lie] { answer.give(lie); });
        return answer.future();
    }

    void later(std::function<void()> call)
    {
        QMetaObject::invokeMethod(&m_context, std::move(call), Qt::QueuedConnection);
    }

    static Error timeout()
    {
        Error error;
        error.kind = ErrorKind::Timeout;
        error.message = QStringLiteral("The keychain did not answer (fake).");
        return error;
    }

    MemoryKeychain m_entries;
    QList<std::function<void()>> m_hanging;
    QObject m_context;
};

} // namespace chatelaine::test
