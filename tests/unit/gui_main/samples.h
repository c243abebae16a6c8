// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/clock.h"
#include "core/providerinfo.h"
#include "core/rows.h"

#include <QTimer>

namespace chatelaine::test {

using namespace Qt::Literals::StringLiterals;

inline constexpr Timestamp noon = Timestamp::fromSeconds(1'790'000'000);

class StandingClock final : public Clock
{
public:
    Timestamp now() const override { return time; }
    Timestamp time = noon;
};

/** A future that is answered later, as every service answers. */
template<typename T>
FutureOutcome<T> later(QObject *context, Outcome<T> outcome)
{
    const Answer<T> answer;
    QTimer::singleShot(0, context, [answer, outcome] { answer.give(outcome); });
    return answer.future();
}

inline Error failure(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Network;
    error.message = message;
    error.next = u"Look at the network."_s;
    return error;
}

inline KindInfo kind(const QString &id, const QList<KeyVerb> &verbs)
{
    KindInfo info;
    info.id = id;
    info.label = id;
    info.canCheck = true;
    for (const KeyVerb verb : verbs) {
        VerbInfo offered;
        offered.verb = verb;
        offered.isDestructive = verb == KeyVerb::Revoke || verb == KeyVerb::Delete;
        info.verbs.append(offered);
    }
    return info;
}

inline ProviderInfo provider(const QList<KindInfo> &kinds)
{
    ProviderInfo info;
    info.id = ProviderId(u"vendor"_s);
    info.name = u"Vendor"_s;
    info.dashboardUrl = u"https://vendor.example/keys"_s;
    info.kinds = kinds;
    return info;
}

inline KeyRow key(const QString &name, KeyState state)
{
    KeyRow row;
    row.uid = KeyUid(u"uid of "_s + name);
    row.account = AccountId(u"account"_s);
    row.record.id = VendorKeyId(u"id of "_s + name);
    row.record.kind = u"project"_s;
    row.record.name = name;
    row.record.mask = u"abc_…"_s;
    row.record.state = state;
    return row;
}

inline AccountRow account(const QString &id, AccountStatus::Condition condition)
{
    AccountRow row;
    row.id = AccountId(id);
    row.name = u"Account "_s + id;
    row.provider = ProviderId(u"vendor"_s);
    row.status.condition = condition;
    return row;
}

} // namespace chatelaine::test
