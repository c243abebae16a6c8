// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/deliveringjob.h"

#include "core/redaction.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

void DeliveringJob::whenHoldable(const Delivery &delivery, const std::function<void(bool)> &next)
{
    if (delivery.isStdout() || delivery.isKeychain())
        return checkHolding(delivery, next);
    checkDestination(*delivery.to, [this, delivery, next](const DestinationCheck &) {
        checkHolding(delivery, next);
    });
}

void DeliveringJob::checkHolding(const Delivery &delivery, const std::function<void(bool)> &next)
{
    then(services().held.condition(), [this, delivery, next](const HoldingCondition &condition) {
        if (condition.usable)
            return next(false);
        if (delivery.isKeychain()) {
            Error error;
            error.kind = ErrorKind::Keychain;
            error.message = condition.sentence;
            error.next = condition.next;
            return fail(error);
        }
        const QString warning =
            delivery.isStdout() ? tr("Warning: %1 The new secret cannot be held: if it gets lost "
                                     "on its way from standard output, it is lost for good.")
                                : tr("Warning: %1 The new secret cannot be held: if its delivery "
                                     "fails, it is lost for good.");
        output().note(warning.arg(condition.sentence));
        next(true);
    });
}

void DeliveringJob::deliver(const SecretDelivery &order, const std::function<void()> &next)
{
    const auto last = [this, next] {
        next ? next() : finish(done);
    };
    if (order.delivery.isStdout())
        toOutput(order, last);
    else
        toDestination(order, last);
}

void DeliveringJob::toDestination(const SecretDelivery &order, const std::function<void()> &next)
{
    whenDone(services().delivery.deliver(order.secret.id, *order.delivery.to), this,
             [this, order, next](const Outcome<DeliveryReceipt> &receipt) {
                 if (!receipt)
                     return undelivered(order, withProgramWords(receipt.error()));
                 arrived(order, *receipt);
                 if (receipt->kept)
                     return next();
                 forget(order, u"delivered"_s, next);
             });
}

void DeliveringJob::arrived(const SecretDelivery &order, const DeliveryReceipt &receipt)
{
    QString where = tr("The secret is in the keychain.");
    QJsonObject document = order.document;
    if (!receipt.kept) {
        const QString place = displaySafe(receipt.where());
        where = receipt.readBack
                    ? tr("The secret was delivered to %1, and read back.").arg(place)
                    : tr("The secret was delivered to %1; it could not be read back.").arg(place);
        QJsonObject delivery{{"store"_L1, receipt.store},
                             {"place"_L1, receipt.place},
                             {"at"_L1, receipt.at.toIso()},
                             {"readBack"_L1, receipt.readBack}};
        if (!receipt.fingerprint.isEmpty())
            delivery.insert("fingerprint"_L1, receipt.fingerprint);
        document.insert("delivery"_L1, delivery);
    }
    if (order.made.isEmpty())
        output().note(where);
    else
        output().result(order.made + u' ' + where + u'\n', document);
}

void DeliveringJob::toOutput(const SecretDelivery &order, const std::function<void()> &next)
{
    whenDone(services().held.value(order.secret.id, u"deliver"_s), this,
             [this, order, next](const Outcome<SharedSecret> &secret) {
                 if (!secret)
                     return undelivered(order, secret.error());
                 if (writeSecret(order, **secret))
                     return forget(order, u"stdout"_s, next);
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

void DeliveringJob::forget(const SecretDelivery &order, const QString &how,
                           const std::function<void()> &next)
{
    whenDone(services().held.forget(order.secret.id, how), this,
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
            ? tr("The secret is held in the keychain; Chatelaine's window offers it again, and "
                 "\"chatelainectl secrets deliver\" brings it to another place.")
            : tr("The secret is lost. Revoke or delete what was made, and make another.");
    fail(whole);
}

} // namespace chatelaine::cli
