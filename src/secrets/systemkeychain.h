// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyringprobe.h"
#include "secrets/keychain.h"

#include <QPointer>

#include <chrono>
#include <functional>

class QThread;

namespace chatelaine {

struct KeychainAnswer;
struct KeychainRequest;
class KeychainBackend;
class KeychainWorker;
enum class KeychainTask;

/**
 * The keychain of the desktop. Thread-safe: all work is on `thread`, one request at a time.
 * Destroying it answers everything that is open with Cancelled and never waits.
 * - A locked keyring is unlocked first (the service may ask the user); health() only looks.
 * - A value is UTF-8 text without a NUL; anything else is refused.
 * - What is not answered within `watchdog` fails with Timeout. While the job behind it still runs,
 *   every further request fails with Timeout at once; they work again when it has ended.
 */
class SystemKeychain final : public Keychain
{
public:
    static constexpr std::chrono::milliseconds defaultWatchdog = std::chrono::minutes{2};

    /**
     * `thread` must run an event loop, and be the only one in the process that a SystemKeychain is
     * given: QtKeychain's queue is bound to the thread that used it first. The `probe` is used on
     * that thread. Once the thread has ended, every request is answered with Cancelled.
     */
    SystemKeychain(QString service, std::shared_ptr<KeyringProbe> probe, QThread *thread,
                   std::chrono::milliseconds watchdog = defaultWatchdog);
    SystemKeychain(QString service, std::shared_ptr<KeyringProbe> probe, QThread *thread,
                   std::chrono::milliseconds watchdog, std::unique_ptr<KeychainBackend> backend);
    ~SystemKeychain() override;
    Q_DISABLE_COPY_MOVE(SystemKeychain)

    QFuture<KeychainHealth> health() override;
    FutureOutcome<Done> write(const QString &user, SharedSecret value) override;
    FutureOutcome<SharedSecret> read(const QString &user) override;
    FutureOutcome<Done> remove(const QString &user) override;

private:
    void submit(KeychainTask task, const QString &user, SharedSecret value,
                std::function<void(Outcome<KeychainAnswer>)> finish);
    FutureOutcome<Done> change(KeychainTask task, const QString &user, SharedSecret value);

    QPointer<KeychainWorker> m_worker; ///< deletes itself, on its thread or with it
};

} // namespace chatelaine
