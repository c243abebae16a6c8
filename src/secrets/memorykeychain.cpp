// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/memorykeychain.h"

#include "secrets/keychaintexts.h"

namespace chatelaine {

namespace {

template<typename T>
QFuture<T> later(QObject *context, T result)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QMetaObject::invokeMethod(
        context,
        [promise, result = std::move(result)] {
            promise->addResult(result);
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace

QFuture<KeychainHealth> MemoryKeychain::health()
{
    return later(&m_context, KeychainHealth{});
}

FutureOutcome<Done> MemoryKeychain::write(const QString &user, SharedSecret value)
{
    m_entries.insert(user, value);
    return later(&m_context, Outcome<Done>(Done{}));
}

FutureOutcome<SharedSecret> MemoryKeychain::read(const QString &user)
{
    const auto entry = m_entries.constFind(user);
    return later(&m_context, entry != m_entries.cend()
                                 ? Outcome<SharedSecret>(*entry)
                                 : Outcome<SharedSecret>(KeychainTexts::error(
                                       KeychainTask::Read, KeychainTrouble::Missing)));
}

FutureOutcome<Done> MemoryKeychain::remove(const QString &user)
{
    m_entries.remove(user);
    return later(&m_context, Outcome<Done>(Done{}));
}

} // namespace chatelaine
