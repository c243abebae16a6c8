// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/keyservice.h"

#include <QObject>

namespace chatelaine {

/** Operations whose outcome nobody knows, and what the inventory says about them. */
class Doubts : public QObject
{
    Q_OBJECT
public:
    Doubts(ServiceContext &context, HeldSecrets &held, QObject *parent);

    [[nodiscard]] FutureOutcome<QList<Doubt>> all();
    [[nodiscard]] FutureOutcome<Done> settle(const OperationId &operation, const KeyUid &key);
    [[nodiscard]] FutureOutcome<Done> settleAs(const OperationId &operation, bool tookEffect);
    /** A later one succeeded: what earlier ones of this verb did to the key does not matter. */
    [[nodiscard]] FutureOutcome<Done> overcome(const KeyUid &key, KeyVerb verb);

private:
    /** Conflict when it is not in doubt: what is known is not written over. */
    void whenInDoubt(const OperationId &operation, const Answer<Done> &answer,
                     const std::function<void(const OperationRow &)> &next);
    void next(QList<OperationRow> rest, QList<Doubt> found, const Answer<QList<Doubt>> &answer);
    [[nodiscard]] FutureOutcome<Doubt> consider(const OperationRow &operation);
    void findSecret(const Doubt &doubt, const Answer<Doubt> &answer);
    void overcomeNext(QList<OperationRow> rest, const Answer<Done> &answer);
    [[nodiscard]] FutureOutcome<Done> end(const OperationRow &operation, bool tookEffect,
                                          const KeyUid &key, const QString &message);

    ServiceContext &m_context;
    HeldSecrets &m_held;
};

/**
 * Judges a create in doubt by the keys now in its container: candidates have exactly the name that
 * was sent and were not there before; it is certain when the list from before was complete, there
 * is one candidate only, and it was made inside the window (five minutes of clock difference
 * allowed). Nothing is ever done on a guess.
 */
Doubt judge(const OperationRow &operation, const QList<KeyRow> &keys);

/** The same for an organization or project, of which only the name can tell. */
Doubt judge(const OperationRow &operation, const QList<ContainerRow> &containers);

/** The same for a webhook: those that came since, in the same container. */
Doubt judge(const OperationRow &operation, const QList<WebhookRow> &webhooks);

} // namespace chatelaine
