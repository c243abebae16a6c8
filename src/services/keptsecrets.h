// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/rows.h"
#include "secrets/secret.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/** Whose secret is kept: a key's, or a webhook's. */
struct KeptOwner
{
    AccountId account;
    KeyUid key;
    WebhookUid webhook;

    QString user() const; ///< the keychain entry's
};

/** Secrets that stay in the keychain because the user wants it so. */
class KeptSecrets : public QObject
{
    Q_OBJECT
public:
    KeptSecrets(ServiceContext &context, QObject *parent);

    /** Writes it, the index entry first so that no value is ever without a name. */
    [[nodiscard]] FutureOutcome<Done> store(const KeptOwner &owner, const SharedSecret &value);
    /** Succeeds when there is none. */
    [[nodiscard]] FutureOutcome<Done> drop(const KeptOwner &owner);

private:
    void mark(const KeptOwner &owner, bool kept, const Answer<Done> &answer);

    ServiceContext &m_context;
};

} // namespace chatelaine
