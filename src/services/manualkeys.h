// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/keyservice.h"

#include <QObject>

namespace chatelaine {

struct KeyAndAccount;
struct SecretVerdict;

/** Keys that are added by hand, and the check of any key's secret. */
class ManualKeys : public QObject
{
    Q_OBJECT
public:
    ManualKeys(ServiceContext &context, HeldSecrets &held, QObject *parent);

    [[nodiscard]] FutureOutcome<KeyCheck> add(const AccountId &account, const QString &kind,
                                              const QString &name, SharedSecret secret);
    [[nodiscard]] FutureOutcome<KeyCheck> check(const KeyUid &key, SharedSecret secret);

private:
    void store(const AccountRow &account, const KeyRow &row, const SharedSecret &secret,
               const Answer<KeyCheck> &answer);
    void ask(const KeyAndAccount &found, const SharedSecret &secret,
             const Answer<KeyCheck> &answer);
    void judge(const KeyAndAccount &found, const SecretVerdict &verdict,
               const Answer<KeyCheck> &answer);

    ServiceContext &m_context;
    HeldSecrets &m_held;
};

} // namespace chatelaine
