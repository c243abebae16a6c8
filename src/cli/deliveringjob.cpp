// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/deliveringjob.h"

#include "core/redaction.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

void DeliveringJob::whenHoldable(Delivery delivery, const std::function<void(bool)> &next)
{
    then(services().held.condition(), [this, delivery, next](const HoldingCondition &condition) {
        if (condition.usable)
            return next(false);
        if (delivery == Delivery::Keychain) {
            Error error;
            error.kind = ErrorKind::Keychain;
            error.message = condition.sentence;
            error.next = condition.next;
            return fail(error);
        }
        output().note(tr("Warning: %1 The new secret cannot be held: if it gets lost on its way "
                         "from standard output, it is lost for good.")
                          .arg(condition.sentence));
        next(true);
    });
}

void DeliveringJob::deliver(const SecretDelivery &order, const std::function<void()> &next)
{
    const auto last = [this, next] {
        next ? next() : finish(done);
    };
    if (order.delivery == Delivery::Keychain)
        toKeychain(order, last);
    else
        toOutput(order, last);
}

void DeliveringJob::toKeychain(const SecretDelivery &order, const std::function<void()> &next)
{
    whenDone(services().held.keep(order.secret.id), this,
             [this, order, next](const Outcome<Done> &kept) {
                 if (!kept)
                     return undelivered(order, kept.error());
                 if (!order.kept.isEmpty())
                     output().result(order.kept + u'\n', order.document);
                 next();
             });
}

void DeliveringJob::toOutput(const SecretDelivery &order, const std::function<void()> &next)
{
    whenDone(services().held.value(order.secret.id, u"deliver"_s), this,
             [this, order, next](const Outcome<SharedSecret> &secret) {
                 if (!secret)
                     return undelivered(order, secret.error());
                 if (writeSecret(order, **secret))
                     return forget(order, next);
                 Error error;
                 error.kind = ErrorKind::Storage;
                 error.message = tr("Standard output did not take the secret.");
                 undelivered(order, error);
             });
}

bool DeliveringJob::writeSecret(const SecretDelivery &order, const Secret &secret)
{
    if (output().json())
        return terminal().write(withSecret(order.document, secret).view());
    WipedBytes line; // in one piece: a reader never sees a secret without its end
    line.append(secret.borrowed());
    line.append("\n");
    return terminal().write(line.view());
}

void DeliveringJob::forget(const SecretDelivery &order, const std::function<void()> &next)
{
    whenDone(services().held.forget(order.secret.id, u"stdout"_s), this,
             [this, next](const Outcome<Done> &forgotten) {
                 if (!forgotten)
                     output().note(tr("The secret was delivered, but its held copy could not be "
                                      "removed: %1")
                                       .arg(forgotten.error().message));
                 next();
             });
}

void DeliveringJob::undelivered(const SecretDelivery &order, const Error &error)
{
    Error whole = error;
    whole.message = order.undelivered + u' ' + error.message;
    whole.next =
        order.secret.inKeychain
            ? tr("The secret is held in the keychain; Chatelaine's window offers it again.")
            : tr("The secret is lost. Revoke or delete what was made, and make another.");
    fail(whole);
}

} // namespace chatelaine::cli
