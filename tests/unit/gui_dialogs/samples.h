// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/providerinfo.h"
#include "core/rows.h"
#include "secrets/secret.h"

#include <QTest>

// Vendors, accounts and keys as the tests of dialogs need them, and futures that a test answers.

namespace samples {

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

inline const AccountId account(u"account-1"_s);
inline const KeyUid keyUid(u"key-1"_s);
inline const HeldSecretId heldId(u"held-1"_s);
inline const QByteArray secretText =
    QByteArrayLiteral("prx_Zk3qEXAMPLE0O1lI0123456789abcdefghijklm");

inline SharedSecret secret(const QByteArray &text = secretText)
{
    return Secret::copyOf(text).value();
}

inline FieldInfo field(const QString &id, const QString &label, FieldInfo::Type type,
                       bool required = false)
{
    FieldInfo info;
    info.id = id;
    info.label = label;
    info.type = type;
    info.required = required;
    return info;
}

inline FieldInfo nameField()
{
    FieldInfo info = field(u"name"_s, u"Name"_s, FieldInfo::Type::Text, true);
    info.isName = u"name"_s;
    info.maximum = 60;
    return info;
}

inline VerbInfo verb(KeyVerb which, const QList<FieldInfo> &fields = {})
{
    VerbInfo info;
    info.verb = which;
    info.fields = fields;
    info.isDestructive = which == KeyVerb::Revoke || which == KeyVerb::Delete;
    info.final = info.isDestructive;
    return info;
}

/** One kind at the account with a choice of scopes, one in projects whose scopes are asked for. */
inline ProviderInfo provider()
{
    FieldInfo scope = field(u"scope"_s, u"Scope"_s, FieldInfo::Type::Choice, true);
    scope.options = {{u"eval"_s, u"Evaluate"_s, {}, true}, {u"admin"_s, u"Administer"_s, {}, true}};
    FieldInfo scopes = field(u"scopes"_s, u"Scopes"_s, FieldInfo::Type::Multi, true);
    scopes.loadsOptions = true;
    FieldInfo expires = field(u"expires"_s, u"Expires after"_s, FieldInfo::Type::Duration);
    expires.minimum = 24 * 3600;

    KindInfo plain;
    plain.id = u"organization"_s;
    plain.label = u"Organization key"_s;
    plain.level = u"account"_s;
    plain.tokenPattern = u"prx_[A-Za-z0-9]+"_s;
    plain.verbs = {verb(KeyVerb::Create, {nameField(), scope, expires}), verb(KeyVerb::Revoke)};
    KindInfo inProject = plain;
    inProject.id = u"project"_s;
    inProject.label = u"Project key"_s;
    inProject.level = u"project"_s;
    inProject.tokenPattern = u"prj_[A-Za-z0-9]+"_s;
    inProject.verbs = {verb(KeyVerb::Create, {nameField(), scopes}), verb(KeyVerb::Delete)};
    KindInfo manual;
    manual.id = u"token"_s;
    manual.label = u"Service token"_s;
    manual.manual = true;
    manual.tokenPattern = u"ts_[A-Za-z0-9]+"_s;
    manual.external = {{KeyVerb::Create, u"Tokens are made in the dashboard."_s,
                        u"https://dashboard.example/tokens"_s}};

    ProviderInfo info;
    info.id = ProviderId(u"sample"_s);
    info.name = u"Sample"_s;
    info.levels = {{u"project"_s, u"Project"_s, u"Projects"_s}};
    info.kinds = {plain, inProject, manual};
    SlotInfo admin;
    admin.id = u"admin"_s;
    admin.label = u"Admin key"_s;
    admin.pattern = u"adm_[A-Za-z0-9]+"_s;
    admin.required = true;
    info.slots_ = {admin};
    info.metrics = {{u"requests"_s, u"Requests"_s, u"requests"_s, u"sum"_s}};
    info.hasQuotas = true;
    return info;
}

inline AccountRow accountRow()
{
    AccountRow row;
    row.id = account;
    row.name = u"Acme"_s;
    row.provider = ProviderId(u"sample"_s);
    return row;
}

inline ContainerPath project(const QString &id, const QString &name)
{
    return {{u"project"_s, ContainerId(id), name}};
}

inline KeyRow keyRow()
{
    KeyRow row;
    row.uid = keyUid;
    row.account = account;
    row.record.id = VendorKeyId(u"0b8d0d0e"_s);
    row.record.kind = u"organization"_s;
    row.record.name = u"CI pipeline"_s;
    row.record.mask = u"prx_Zk3q…"_s;
    row.record.scopes = {u"eval"_s};
    row.record.environment = u"production"_s;
    row.record.state = KeyState::Active;
    return row;
}

inline Error error(ErrorKind kind, const QString &message)
{
    Error failure;
    failure.kind = kind;
    failure.message = message;
    return failure;
}

/** A call that waits until the test answers it: an answer given at once would hide ordering bugs.
 */
template<typename T>
struct Pending
{
    QList<Answer<T>> asked;
    FutureOutcome<T> ask()
    {
        asked.append(Answer<T>());
        return asked.constLast().future();
    }
    /** Returns when whoever asked has been told. */
    void give(const Outcome<T> &outcome)
    {
        asked.takeFirst().give(outcome);
        QCoreApplication::sendPostedEvents();
    }
};

} // namespace samples
