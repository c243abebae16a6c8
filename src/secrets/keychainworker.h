// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyringprobe.h"
#include "secrets/keychaintexts.h"

#include <QObject>
#include <QQueue>

#include <chrono>
#include <functional>

namespace chatelaine {

/** One call of SystemKeychain on its way. `finish` is called exactly once, on the worker's thread.
 */
struct KeychainRequest
{
    KeychainTask task = KeychainTask::Read;
    QString user;
    SharedSecret value; ///< what a write or the health's canary stores
    std::function<void(Outcome<KeychainAnswer>)> finish;
    bool expectsAbsence = false; ///< the next look must find nothing
    bool awaitsUnlock = false;
};

/**
 * Takes requests one at a time through probe, job and second look, on the keychain's thread.
 */
class KeychainWorker final : public QObject
{
    Q_OBJECT

public:
    KeychainWorker(QString service, std::unique_ptr<KeychainBackend> backend,
                   std::shared_ptr<KeyringProbe> probe, std::chrono::milliseconds watchdog);

    void submit(const std::shared_ptr<KeychainRequest> &request);

    /** Answers everything with Cancelled, takes nothing more and deletes itself; a job that runs
     * goes on alone. */
    void retire();

private:
    using Request = std::shared_ptr<KeychainRequest>;

    void startNext();
    void expire(const Request &request);
    void finish(KeychainTrouble trouble, const QString &detail = {}, SharedSecret value = {});
    static void fail(const Request &request, KeychainTrouble trouble, const QString &detail = {});

    template<typename T>
    void await(QFuture<T> future, std::function<void(const T &)> then);

    void askCondition(void (KeychainWorker::*then)(KeyringCondition));
    void onCondition(KeyringCondition condition);
    void unlock();
    void onUnlocked(const Outcome<Done> &outcome);
    void firstJob();

    void run(QFuture<KeychainAnswer> job, void (KeychainWorker::*then)(const KeychainAnswer &));
    void write();
    void remove();
    void read();
    void onChanged(const KeychainAnswer &answer);
    void onRead(const KeychainAnswer &answer);

    /** A second opinion on a bad answer: a locked keyring says "not found", and worse. */
    void diagnose(const KeychainAnswer &answer);
    void onDiagnosis(KeyringCondition condition);

    const QString m_service;
    const std::unique_ptr<KeychainBackend> m_backend;
    const std::shared_ptr<KeyringProbe> m_probe;
    const std::chrono::milliseconds m_watchdog;
    QQueue<Request> m_waiting;
    Request m_current;
    KeychainAnswer m_doubted;
    bool m_jobRuns = false;
    bool m_unlocking = false;
    bool m_retired = false;
};

} // namespace chatelaine
