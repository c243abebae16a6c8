// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/keyservice.h"

#include <functional>

namespace chatelaine::cli {

/** A new secret on its way out. */
struct SecretDelivery
{
    HeldSecret secret;
    Delivery delivery = Delivery::Keychain;
    QJsonObject document; ///< the result; on standard output with the member `secret`
    QString kept;         ///< a sentence for when it went into the keychain
    QString undelivered;  ///< a sentence for when something was made and its secret went nowhere
};

/**
 * A job that makes something with a one-time secret. The held copy goes only after the secret has
 * left the process, or is kept; whatever fails before leaves it held.
 */
class DeliveringJob : public Job
{
    Q_OBJECT
protected:
    using Job::Job;

    /** `next(unheldAccepted)` when a new secret can be held, or goes to standard output at once,
     * with a warning; else the job fails with nothing sent. */
    void whenHoldable(Delivery delivery, const std::function<void(bool)> &next);
    /** Delivers, then `next`; without one the job is done. What fails ends the job. */
    void deliver(const SecretDelivery &order, const std::function<void()> &next = {});

private:
    void toKeychain(const SecretDelivery &order, const std::function<void()> &next);
    void toOutput(const SecretDelivery &order, const std::function<void()> &next);
    bool writeSecret(const SecretDelivery &order, const Secret &secret);
    void forget(const SecretDelivery &order, const std::function<void()> &next);
    void undelivered(const SecretDelivery &order, const Error &error);
};

} // namespace chatelaine::cli
