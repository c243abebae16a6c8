// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/delivery/deliverypresenter.h"
#include "services/heldsecrets.h"

namespace chatelaine {

/** What the way of a new secret asks of the services; tests pass their own functions. */
struct SecretRoutePort
{
    std::function<FutureOutcome<HoldingCondition>()> holding;
    DeliveryPort delivery = {};
    std::function<FutureOutcome<Done>(const HeldSecretId &, const QString &how)> forget = {};

    static SecretRoutePort of(Services &services);
};

/** The way of a secret that is about to be made: whether it can be held, where it goes, whether
 * that place would take it, and bringing it there. For every form that makes one. */
class SecretRoute : public QObject
{
    Q_OBJECT
public:
    explicit SecretRoute(SecretRoutePort port, QObject *parent = nullptr);

    DeliveryPresenter &delivery() { return m_delivery; }
    const DeliveryPresenter &delivery() const { return m_delivery; }
    bool hasDestination() const { return m_delivery.chosen() != nullptr; }

    void readHolding();
    bool needsUnheldConsent() const { return m_holding && !m_holding->usable; }
    HoldingCondition holding() const { return m_holding.value_or(HoldingCondition()); }
    void setUnheldAccepted(bool accepted);
    /** The user knows that the secret cannot be held, and goes on. */
    bool unheldAccepted() const { return needsUnheldConsent() && m_unheldAccepted; }
    bool maySend() const; ///< it can be held or that is accepted, and no destination is being asked

    /** Asks the destination, if there is one; `send` is called once it would take a secret. Nothing
     * is made for a destination that would not. */
    void check(const std::function<void()> &send);
    /** To the destination that was checked a moment ago. */
    void bring(const HeldSecretId &secret);

signals:
    void changed();
    /** It is where it was to go, and held no longer. */
    void arrived(const QString &where);
    void undelivered(const QString &why); ///< it is held still

private:
    void forgetHeld(const DeliveryReceipt &receipt);

    SecretRoutePort m_port;
    DeliveryPresenter m_delivery;
    HeldSecretId m_secret; ///< on its way
    std::optional<HoldingCondition> m_holding;
    bool m_unheldAccepted = false;
};

} // namespace chatelaine
