// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "reports/journalseal.h"
#include "secrets/signingkey.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/** The installation's key for signing reports: in the keychain, made when it is first asked for, or
 * from where the user says. Lives on the main thread. */
class SigningKeys : public QObject
{
    Q_OBJECT
public:
    SigningKeys(ServiceContext &context, QObject *parent = nullptr)
        : QObject(parent)
        , m_context(context)
    {}

    /**
     * Without a source the keychain's; when that cannot be used, nobody signs and the result says
     * why. Errors only for a source that was named and does not give an Ed25519 key.
     */
    [[nodiscard]] FutureOutcome<SealedBy> signer(const std::optional<CredentialSource> &source);
    /** With the second signer of a pack, when both keys are the keychain's. */
    [[nodiscard]] FutureOutcome<SealedBy> signers(const std::optional<CredentialSource> &source);

private:
    FutureOutcome<SharedSecret> ofKeychain(const QString &user, SigningAlgorithm algorithm);
    FutureOutcome<SharedSecret> make(const QString &user, SigningAlgorithm algorithm);

    ServiceContext &m_context;
};

} // namespace chatelaine
