// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/secretservice.h"

#include "platform/keyringcalls.h"

namespace chatelaine {

SecretService::SecretService(std::chrono::milliseconds callLimit,
                             std::chrono::milliseconds promptLimit)
    : m_callLimit(callLimit)
    , m_promptLimit(promptLimit)
{}

QFuture<KeyringCondition> SecretService::condition()
{
#if defined(Q_OS_WIN) || defined(Q_OS_DARWIN)
    QPromise<KeyringCondition> promise;
    promise.start();
    promise.addResult(KeyringCondition::NotApplicable);
    promise.finish();
    return promise.future();
#else
    return (new ConditionCall(m_callLimit))->start();
#endif
}

FutureOutcome<Done> SecretService::unlock()
{
    return (new UnlockCall(m_callLimit, m_promptLimit))->start();
}

} // namespace chatelaine
