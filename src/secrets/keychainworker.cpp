// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainworker.h"

#include <QFutureWatcher>
#include <QTimer>

namespace chatelaine {

namespace {

/** libsecret answers through GLib's main loop: without it in Qt's, a job would hang for ever. */
bool glibIsSwitchedOff()
{
    return !qEnvironmentVariableIsEmpty("QT_NO_GLIB") ||
           !qEnvironmentVariableIsEmpty("QT_NO_THREADED_GLIB");
}

std::optional<KeychainTrouble> troubleOf(KeyringCondition condition)
{
    switch (condition) {
    case KeyringCondition::Locked:
        return KeychainTrouble::Locked;
    case KeyringCondition::NoService:
        return KeychainTrouble::NoService;
    case KeyringCondition::NoBus:
        return KeychainTrouble::NoBus;
    case KeyringCondition::NoCollection:
        return KeychainTrouble::Missing;
    case KeyringCondition::Unlocked:
    case KeyringCondition::NotApplicable:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

KeychainWorker::KeychainWorker(QString service, std::unique_ptr<KeychainBackend> backend,
                               std::shared_ptr<KeyringProbe> probe,
                               std::chrono::milliseconds watchdog)
    : m_service(std::move(service))
    , m_backend(std::move(backend))
    , m_probe(std::move(probe))
    , m_watchdog(watchdog)
{}

void KeychainWorker::submit(const Request &request)
{
    if (m_retired) {
        request->finish(KeychainTexts::closed());
        return;
    }
    QTimer::singleShot(m_watchdog, this, [this, waiting = std::weak_ptr(request)] {
        if (const Request late = waiting.lock())
            expire(late);
    });
    m_waiting.enqueue(request);
    startNext();
}

void KeychainWorker::startNext()
{
    if (m_current || m_waiting.isEmpty())
        return;
    if (m_jobRuns) {
        // QtKeychain's queue stands still behind a job that was given up: say so at once.
        const auto waiting = std::exchange(m_waiting, {});
        for (const Request &request : waiting)
            fail(request, KeychainTrouble::Ignored);
        return;
    }
    m_current = m_waiting.dequeue();
    askCondition(&KeychainWorker::onCondition);
}

void KeychainWorker::expire(const Request &request)
{
    if (request == m_current)
        finish(KeychainTrouble::Ignored);
    else if (m_waiting.removeOne(request))
        fail(request, KeychainTrouble::Ignored);
}

void KeychainWorker::fail(const Request &request, KeychainTrouble trouble, const QString &detail)
{
    if (request->task == KeychainTask::Health)
        request->finish(KeychainAnswer{trouble, detail, {}});
    else
        request->finish(KeychainTexts::error(request->task, trouble, detail));
}

void KeychainWorker::finish(KeychainTrouble trouble, const QString &detail, SharedSecret value)
{
    const Request request = std::exchange(m_current, {});
    m_doubted = {};
    if (trouble == KeychainTrouble::None)
        request->finish(KeychainAnswer{trouble, {}, std::move(value)});
    else
        fail(request, trouble, detail);
    startNext();
}

void KeychainWorker::retire()
{
    m_retired = true;
    auto waiting = std::exchange(m_waiting, {});
    if (const Request current = std::exchange(m_current, {}))
        waiting.prepend(current);
    for (const Request &request : waiting)
        request->finish(KeychainTexts::closed());
    deleteLater();
}

template<typename T>
void KeychainWorker::await(QFuture<T> future, std::function<void(const T &)> then)
{
    // Not a continuation: Qt 6.4 asserts that its context is alive when the future ends, and a job
    // may well end after this.
    auto *watcher = new QFutureWatcher<T>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}

void KeychainWorker::askCondition(void (KeychainWorker::*then)(KeyringCondition))
{
    await<KeyringCondition>(m_probe->condition(),
                            [this, then, request = m_current](KeyringCondition condition) {
                                if (request == m_current)
                                    (this->*then)(condition);
                            });
}

void KeychainWorker::onCondition(KeyringCondition condition)
{
    const auto trouble = troubleOf(condition);
    if (trouble == KeychainTrouble::NoBus || trouble == KeychainTrouble::NoService)
        return finish(*trouble);
    if (condition != KeyringCondition::NotApplicable && glibIsSwitchedOff())
        return finish(KeychainTrouble::Other, KeychainTexts::glibMissing());
    // A look must not make the service ask: not for the password of a locked keyring, and not for
    // that of the keyring that a first write would create.
    if (trouble && m_current->task == KeychainTask::Health)
        return finish(*trouble);
    if (trouble == KeychainTrouble::Locked)
        return unlock();
    firstJob();
}

void KeychainWorker::unlock()
{
    m_current->awaitsUnlock = true;
    if (m_unlocking)
        return; // an earlier question is still open: its answer serves this request too
    m_unlocking = true;
    await<Outcome<Done>>(m_probe->unlock(), [this](const Outcome<Done> &outcome) {
        m_unlocking = false;
        if (m_current && m_current->awaitsUnlock)
            onUnlocked(outcome);
    });
}

void KeychainWorker::onUnlocked(const Outcome<Done> &outcome)
{
    m_current->awaitsUnlock = false;
    if (outcome)
        return firstJob();
    switch (outcome.error().kind) {
    case ErrorKind::Cancelled:
        return finish(KeychainTrouble::Denied);
    case ErrorKind::Timeout:
        return finish(KeychainTrouble::Ignored);
    default:
        return finish(KeychainTrouble::Locked, outcome.error().message);
    }
}

void KeychainWorker::firstJob()
{
    switch (m_current->task) {
    case KeychainTask::Write:
    case KeychainTask::Health:
        return write();
    case KeychainTask::Read:
        return read();
    case KeychainTask::Remove:
        return remove();
    }
}

void KeychainWorker::run(QFuture<KeychainAnswer> job,
                         void (KeychainWorker::*then)(const KeychainAnswer &))
{
    m_jobRuns = true;
    await<KeychainAnswer>(std::move(job),
                          [this, then, request = m_current](const KeychainAnswer &answer) {
                              m_jobRuns = false;
                              if (request == m_current)
                                  (this->*then)(answer);
                              else
                                  startNext();
                          });
}

void KeychainWorker::write()
{
    run(m_backend->write(m_service, m_current->user, m_current->value), &KeychainWorker::onChanged);
}

void KeychainWorker::remove()
{
    m_current->expectsAbsence = true;
    run(m_backend->remove(m_service, m_current->user), &KeychainWorker::onChanged);
}

void KeychainWorker::read()
{
    run(m_backend->read(m_service, m_current->user), &KeychainWorker::onRead);
}

void KeychainWorker::onChanged(const KeychainAnswer &answer)
{
    if (answer.trouble == KeychainTrouble::None)
        read();
    else
        diagnose(answer);
}

void KeychainWorker::onRead(const KeychainAnswer &answer)
{
    if (answer.trouble != KeychainTrouble::None)
        return diagnose(answer);
    if (m_current->task == KeychainTask::Read)
        return finish(KeychainTrouble::None, {}, answer.value);
    if (m_current->expectsAbsence || !answer.value->equals(*m_current->value))
        return finish(KeychainTrouble::Lied);
    if (m_current->task == KeychainTask::Health)
        return remove();
    finish(KeychainTrouble::None);
}

void KeychainWorker::diagnose(const KeychainAnswer &answer)
{
    m_doubted = answer;
    askCondition(&KeychainWorker::onDiagnosis);
}

void KeychainWorker::onDiagnosis(KeyringCondition condition)
{
    const bool absent = m_doubted.trouble == KeychainTrouble::Missing;
    const auto trouble = troubleOf(condition);
    if (trouble && !(absent && *trouble == KeychainTrouble::Missing))
        return finish(*trouble, m_doubted.detail);
    if (!absent)
        return finish(m_doubted.trouble, m_doubted.detail);
    if (m_current->expectsAbsence)
        return finish(KeychainTrouble::None);
    finish(m_current->task == KeychainTask::Read ? KeychainTrouble::Missing
                                                 : KeychainTrouble::Lied);
}

} // namespace chatelaine
