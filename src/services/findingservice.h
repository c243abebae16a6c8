// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/findings.h"
#include "core/outcome.h"

#include <QObject>

namespace chatelaine {

class HeldSecrets;
struct ServiceContext;

/** Applies the rules of core/findings to the inventory and to the held secrets, as they are now and
 * as they are known here: no vendor is asked. Lives on the main thread. */
class FindingService : public QObject
{
    Q_OBJECT
public:
    FindingService(ServiceContext &context, HeldSecrets &held, QObject *parent = nullptr);

    /** Of these accounts, none: of all. The gravest first, then the longest standing. */
    [[nodiscard]] FutureOutcome<QList<Finding>> findings(const QList<AccountId> &accounts,
                                                         const FindingLimits &limits = {});
    /** Of one key; empty when it is gone. */
    [[nodiscard]] FutureOutcome<QList<Finding>> findingsOfKey(const KeyUid &key,
                                                              const FindingLimits &limits = {});

private:
    ServiceContext &m_context;
    HeldSecrets &m_held;
};

} // namespace chatelaine
