// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/systemkeychain.h"

#include "core/async.h"
#include "secrets/keychainworker.h"
#include "secrets/qtkeychainbackend.h"

#include <QStringDecoder>
#include <QThread>

namespace chatelaine {

namespace {

bool isText(QByteArrayView bytes)
{
    if (bytes.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    wipe(text);
    return !decoder.hasError();
}

} // namespace

SystemKeychain::SystemKeychain(QString service, std::shared_ptr<KeyringProbe> probe,
                               QThread *thread, std::chrono::milliseconds watchdog)
    : SystemKeychain(std::move(service), std::move(probe), thread, watchdog,
                     std::make_unique<QtKeychainBackend>())
{}

SystemKeychain::SystemKeychain(QString service, std::shared_ptr<KeyringProbe> probe,
                               QThread *thread, std::chrono::milliseconds watchdog,
                               std::unique_ptr<KeychainBackend> backend)
    : m_worker(
          new KeychainWorker(std::move(service), std::move(backend), std::move(probe), watchdog))
{
    m_worker->moveToThread(thread);
    // A thread that ends takes nothing more from its queue: whatever is open is answered now.
    QObject::connect(thread, &QThread::finished, m_worker, &KeychainWorker::retire,
                     Qt::DirectConnection);
}

SystemKeychain::~SystemKeychain()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker.data(), &KeychainWorker::retire, Qt::QueuedConnection);
}

void SystemKeychain::submit(KeychainTask task, const QString &user, SharedSecret value,
                            std::function<void(Outcome<KeychainAnswer>)> finish)
{
    if (!m_worker) {
        finish(KeychainTexts::closed());
        return;
    }
    auto request = std::make_shared<KeychainRequest>();
    request->task = task;
    request->user = user;
    request->value = std::move(value);
    request->finish = std::move(finish);
    QMetaObject::invokeMethod(
        m_worker.data(), [worker = m_worker.data(), request] { worker->submit(request); },
        Qt::QueuedConnection);
}

QFuture<KeychainHealth> SystemKeychain::health()
{
    const auto promise = std::make_shared<QPromise<KeychainHealth>>();
    promise->start();
    const auto answer = [promise](const KeychainHealth &health) {
        promise->addResult(health);
        promise->finish();
    };
    auto canary = Secret::copyOf(QByteArrayLiteral("Chatelaine looks whether the keychain works."));
    if (!canary) {
        answer(KeychainTexts::health(KeychainTrouble::Other, canary.error().message));
        return promise->future();
    }
    submit(KeychainTask::Health, QStringLiteral("canary/%1").arg(newUuid()),
           std::move(canary).value(), [answer](const Outcome<KeychainAnswer> &outcome) {
               if (outcome)
                   answer(KeychainTexts::health(outcome->trouble, outcome->detail));
               else
                   answer(KeychainTexts::health(KeychainTrouble::Other, outcome.error().message));
           });
    return promise->future();
}

FutureOutcome<Done> SystemKeychain::change(KeychainTask task, const QString &user,
                                           SharedSecret value)
{
    const Answer<Done> answer;
    submit(task, user, std::move(value), [answer](const Outcome<KeychainAnswer> &outcome) {
        if (outcome)
            answer.give(Done{});
        else
            answer.give(outcome.error());
    });
    return answer.future();
}

FutureOutcome<Done> SystemKeychain::write(const QString &user, SharedSecret value)
{
    if (!isText(value->borrowed()))
        return readyOutcome<Done>(KeychainTexts::notText());
    return change(KeychainTask::Write, user, std::move(value));
}

FutureOutcome<Done> SystemKeychain::remove(const QString &user)
{
    return change(KeychainTask::Remove, user, {});
}

FutureOutcome<SharedSecret> SystemKeychain::read(const QString &user)
{
    const Answer<SharedSecret> answer;
    submit(KeychainTask::Read, user, {}, [answer](const Outcome<KeychainAnswer> &outcome) {
        if (outcome)
            answer.give(outcome->value);
        else
            answer.give(outcome.error());
    });
    return answer.future();
}

} // namespace chatelaine
