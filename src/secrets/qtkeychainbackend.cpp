// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainbackend.h"

#include "core/log.h"

#include <QLibrary>

#include <qt6keychain/keychain.h>

#include <functional>
#include <memory>

namespace chatelaine {

namespace {

KeychainTrouble troubleOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainTrouble::None;
    case QKeychain::EntryNotFound:
        return KeychainTrouble::Missing;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainTrouble::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainTrouble::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        return KeychainTrouble::Other;
    }
    return KeychainTrouble::Other;
}

KeychainAnswer answerOf(const QKeychain::Job &job)
{
    KeychainAnswer answer;
    answer.trouble = troubleOf(job.error());
    if (answer.trouble != KeychainTrouble::None && answer.trouble != KeychainTrouble::Missing) {
        answer.detail = job.errorString();
        qCDebug(lcKeychain) << "job ended with" << job.error() << answer.detail;
    }
    return answer;
}

void takeValue(const QKeychain::ReadPasswordJob &job, KeychainAnswer &answer)
{
    QByteArray shared = job.binaryData();
    auto secret = Secret::copyOf(shared);
    // The job keeps the same bytes until it is deleted: overwrite them in place, for both.
    wipe(const_cast<char *>(shared.constData()), static_cast<size_t>(shared.size()));
    if (secret) {
        answer.value = std::move(secret).value();
    } else {
        answer.trouble = KeychainTrouble::Other;
        answer.detail = secret.error().message;
    }
}

/**
 * libsecret keeps its session with a service that has died, and then fails for as long as the
 * process lives. QtKeychain loads the same library, and neither asks it to start afresh.
 */
void forgetSession()
{
#ifdef Q_OS_UNIX
    using Disconnect = void (*)();
    QLibrary library(QStringLiteral("secret-1"), 0);
    if (const auto disconnect =
            reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect")))
        disconnect();
#endif
}

/** A job with everything but its result; made anew for the second attempt. */
template<typename Job>
using MakeJob = std::function<Job *()>;

using Promise = std::shared_ptr<QPromise<KeychainAnswer>>;

enum class Attempt { First, Second };

/**
 * Starts a job that belongs to nobody: it deletes itself after its end, and deleting it earlier
 * would crash in libsecret's answer. A job that never ends is never deleted.
 */
template<typename Job>
void start(const MakeJob<Job> &make, const Promise &promise, Attempt attempt)
{
    Job *job = make();
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, make, promise, attempt] {
        if (job->error() == QKeychain::OtherError && attempt == Attempt::First) {
            forgetSession();
            start<Job>(make, promise, Attempt::Second);
            return;
        }
        KeychainAnswer answer = answerOf(*job);
        if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) {
            if (answer.trouble == KeychainTrouble::None)
                takeValue(*job, answer);
        }
        promise->addResult(std::move(answer));
        promise->finish();
    });
    job->start();
}

template<typename Job>
QFuture<KeychainAnswer> run(const MakeJob<Job> &make)
{
    const auto promise = std::make_shared<QPromise<KeychainAnswer>>();
    promise->start();
    start<Job>(make, promise, Attempt::First);
    return promise->future();
}

} // namespace

QFuture<KeychainAnswer> QtKeychainBackend::write(const QString &service, const QString &user,
                                                 SharedSecret value)
{
    return run<QKeychain::WritePasswordJob>([=] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(user);
        QString text = QString::fromUtf8(value->borrowed());
        job->setTextData(text);
        wipe(text);
        return job;
    });
}

QFuture<KeychainAnswer> QtKeychainBackend::read(const QString &service, const QString &user)
{
    return run<QKeychain::ReadPasswordJob>([=] {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(user);
        return job;
    });
}

QFuture<KeychainAnswer> QtKeychainBackend::remove(const QString &service, const QString &user)
{
    return run<QKeychain::DeletePasswordJob>([=] {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(user);
        return job;
    });
}

} // namespace chatelaine
