// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"
#include "gui/delivery/deliveryport.h"
#include "gui/forms/fieldset.h"

#include <QObject>

namespace chatelaine {

/** Decides where a new secret goes: the choice, its fields, whether it would be taken, and the
 * delivery itself. Knows no widget. */
class DeliveryPresenter : public QObject
{
    Q_OBJECT
public:
    enum class Step { Idle, Checking, Ready, Delivering };
    /** Which destinations are offered. Making: also the keychain, and to go nowhere yet. */
    enum class Offer { Held, Making };

    DeliveryPresenter(DeliveryPort port, Offer offer, QObject *parent = nullptr);

    QStringList names() const;
    qsizetype index() const { return m_index; }
    void setIndex(qsizetype index);
    /** Nothing while it is to be shown once. */
    const DestinationInfo *chosen() const;
    bool isFile() const;
    void setFile(const QString &path);
    FieldSet &form() { return m_form; }
    QString help() const;
    bool canReplace() const;
    bool replaces() const { return m_replace && canReplace(); }
    void setReplaces(bool replaces);
    Destination destination() const;

    Step step() const { return m_step; }
    bool isBusy() const { return m_step == Step::Checking || m_step == Step::Delivering; }
    QString progress() const; ///< a sentence while it is busy
    QString command() const { return m_command; }
    const Notice &notice() const { return m_notice; } ///< of the last check or delivery
    QString words() const { return m_words; }         ///< the program's own, redacted

    /** Asks the destination; `ready` is called once it would take a secret. */
    void check(const std::function<void()> &ready = {});
    /** Asks, then delivers. Ends with delivered() or, once it was taken on, failed(). */
    void deliver(const HeldSecretId &secret);
    /** Delivers to what was checked a moment ago. */
    void bring(const HeldSecretId &secret);
    void cancel();

    /** "pass, team/ci (read back)" */
    static QString placeText(const DeliveryReceipt &receipt);

signals:
    void changed();
    void delivered(const chatelaine::DeliveryReceipt &receipt);
    void failed(const chatelaine::Error &error);

private:
    void forgetCheck();
    void tell(const Error &error);

    DeliveryPort m_port;
    const Offer m_offer;
    QList<DestinationInfo> m_destinations;
    qsizetype m_index = 0; ///< among names()
    FieldSet m_form;
    bool m_replace = false;
    Step m_step = Step::Idle;
    CancellationPtr m_cancellation;
    int m_generation = 0; ///< answers about an earlier choice are dropped
    QString m_command;
    Notice m_notice;
    QString m_words;
};

} // namespace chatelaine
