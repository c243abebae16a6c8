// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainbackend.h"

#include "core/log.h"

#include <qt6keychain/keychain.h>

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
 * Starts a job that belongs to nobody: it deletes itself after its end, and deleting it earlier
 * would crash in libsecret's answer. A job that never ends is never deleted.
 */
template<typename Job>
QFuture<KeychainAnswer> start(Job *job, const QString &user)
{
    auto promise = std::make_shared<QPromise<KeychainAnswer>>();
    promise->start();
    job->setKey(user);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, promise] {
        KeychainAnswer answer = answerOf(*job);
        if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) {
            if (answer.trouble == KeychainTrouble::None)
                takeValue(*job, answer);
        }
        promise->addResult(std::move(answer));
        promise->finish();
    });
    job->start();
    return promise->future();
}

} // namespace

QFuture<KeychainAnswer> QtKeychainBackend::write(const QString &service, const QString &user,
                                                 SharedSecret value)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    QString text = QString::fromUtf8(value->borrowed());
    job->setTextData(text);
    wipe(text);
    return start(job, user);
}

QFuture<KeychainAnswer> QtKeychainBackend::read(const QString &service, const QString &user)
{
    return start(new QKeychain::ReadPasswordJob(service), user);
}

QFuture<KeychainAnswer> QtKeychainBackend::remove(const QString &service, const QString &user)
{
    return start(new QKeychain::DeletePasswordJob(service), user);
}

} // namespace chatelaine
