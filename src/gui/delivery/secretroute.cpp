// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/delivery/secretroute.h"

#include "core/async.h"
#include "core/redaction.h"
#include "services/services.h"

namespace chatelaine {

namespace {

constexpr qsizetype wordsInWarning = 300; ///< of what a program said last

} // namespace

SecretRoutePort SecretRoutePort::of(Services &services)
{
    HeldSecrets &held = services.held;
    return {
        [&held] { return held.condition(); },
        DeliveryPort::of(services),
        [&held](const HeldSecretId &id, const QString &how) { return held.forget(id, how); },
    };
}

SecretRoute::SecretRoute(SecretRoutePort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_delivery(m_port.delivery, DeliveryPresenter::Offer::Making)
{
    connect(&m_delivery, &DeliveryPresenter::changed, this, &SecretRoute::changed);
    connect(&m_delivery, &DeliveryPresenter::delivered, this, &SecretRoute::forgetHeld);
    connect(&m_delivery, &DeliveryPresenter::failed, this, [this](const Error &error) {
        const QString words = displaySafe(error.vendorMessage.right(wordsInWarning));
        emit undelivered(
            (tr("The secret could not be delivered: %1").arg(displaySafe(error.message)) + u' ' +
             words)
                .trimmed());
    });
}

void SecretRoute::readHolding()
{
    whenDone(m_port.holding(), this, [this](const Outcome<HoldingCondition> &outcome) {
        if (outcome) {
            m_holding = *outcome;
        } else {
            m_holding = {false, errorKindName(outcome.error().kind), outcome.error().message,
                         outcome.error().next};
        }
        emit changed();
    });
}

void SecretRoute::setUnheldAccepted(bool accepted)
{
    m_unheldAccepted = accepted;
    emit changed();
}

bool SecretRoute::maySend() const
{
    return !m_delivery.isBusy() && (!needsUnheldConsent() || m_unheldAccepted);
}

void SecretRoute::check(const std::function<void()> &send)
{
    if (hasDestination())
        m_delivery.check(send);
    else
        send();
}

void SecretRoute::bring(const HeldSecretId &secret)
{
    m_secret = secret;
    m_delivery.bring(secret);
}

void SecretRoute::forgetHeld(const DeliveryReceipt &receipt)
{
    const QString where = DeliveryPresenter::placeText(receipt);
    if (receipt.kept)
        return emit arrived(where);
    whenDone(m_port.forget(m_secret, QStringLiteral("delivered")), this,
             [this, where](const Outcome<Done> &forgotten) {
                 if (forgotten)
                     return emit arrived(where);
                 emit undelivered(tr("The secret was delivered to %1, but the copy that is held "
                                     "could not be removed: %2")
                                      .arg(where, forgotten.error().message));
             });
}

} // namespace chatelaine
