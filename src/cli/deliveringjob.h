// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/deliveryservice.h"
#include "services/keyservice.h"

#include <functional>

namespace chatelaine::cli {

/** A new secret on its way out. */
struct SecretDelivery
{
    HeldSecret secret;
    Delivery delivery;
    QJsonObject document; ///< the result; on standard output with the member `secret`
    QString made;         ///< a sentence that says what was made; empty: the result follows later
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

    /** `next(unheldAccepted)` when the destination would take a secret, and a new one can be held
     * or goes on at once, with a warning; else the job fails with nothing sent. */
    void whenHoldable(const Delivery &delivery, const std::function<void(bool)> &next);
    /** Delivers, then `next`; without one the job is done. What fails ends the job. */
    void deliver(const SecretDelivery &order, const std::function<void()> &next = {});

private:
    void checkHolding(const Delivery &delivery, const std::function<void(bool)> &next);
    void toDestination(const SecretDelivery &order, const std::function<void()> &next);
    void arrived(const SecretDelivery &order, const DeliveryReceipt &receipt);
    void toOutput(const SecretDelivery &order, const std::function<void()> &next);
    bool writeSecret(const SecretDelivery &order, const Secret &secret);
    void forget(const SecretDelivery &order, const QString &how, const std::function<void()> &next);
    void undelivered(const SecretDelivery &order, const Error &error);
};

} // namespace chatelaine::cli
