// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/delivery/deliverypresenter.h"

#include "core/async.h"
#include "core/redaction.h"

namespace chatelaine {

DeliveryPresenter::DeliveryPresenter(DeliveryPort port, Offer offer, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_offer(offer)
    , m_destinations(m_port.destinations ? m_port.destinations() : QList<DestinationInfo>())
{
    if (m_offer == Offer::Held) { // keeping it has a button of its own
        m_destinations.removeIf(
            [](const DestinationInfo &info) { return info.id == destinationId::keychain; });
    }
    connect(&m_form, &FieldSet::changed, this, &DeliveryPresenter::forgetCheck);
    if (const DestinationInfo *info = chosen())
        m_form.setFields(info->fields);
}

QStringList DeliveryPresenter::names() const
{
    QStringList names;
    if (m_offer == Offer::Making)
        names.append(tr("Show it once"));
    for (const DestinationInfo &info : m_destinations)
        names.append(displaySafe(info.name, 120));
    return names;
}

const DestinationInfo *DeliveryPresenter::chosen() const
{
    const qsizetype at = m_offer == Offer::Making ? m_index - 1 : m_index;
    return at < 0 || at >= m_destinations.size() ? nullptr : &m_destinations.at(at);
}

void DeliveryPresenter::setIndex(qsizetype index)
{
    if (index == m_index || isBusy())
        return;
    m_index = index;
    m_form.setFields(chosen() ? chosen()->fields : QList<FieldInfo>());
    forgetCheck();
}

bool DeliveryPresenter::isFile() const
{
    return chosen() && chosen()->id == destinationId::file;
}

void DeliveryPresenter::setFile(const QString &path)
{
    if (!isFile())
        return;
    m_form.setValue(destinationId::pathField, path);
    m_form.setFields(m_form.fields()); // so that its editor shows it
}

QString DeliveryPresenter::help() const
{
    return chosen() ? displaySafe(chosen()->help) : QString();
}

bool DeliveryPresenter::canReplace() const
{
    return chosen() && chosen()->canReplace;
}

void DeliveryPresenter::setReplaces(bool replaces)
{
    if (std::exchange(m_replace, replaces) != replaces)
        forgetCheck();
}

Destination DeliveryPresenter::destination() const
{
    Destination destination;
    if (!chosen())
        return destination;
    destination.id = chosen()->id;
    destination.replace = replaces();
    const FieldValues given = m_form.given();
    for (const FieldInfo &field : chosen()->fields)
        destination.values.insert(field.id, given.value(field.id).toString());
    return destination;
}

QString DeliveryPresenter::progress() const
{
    if (m_step == Step::Checking)
        return tr("Asking whether it would take the secret...");
    return m_step == Step::Delivering ? tr("Delivering...") : QString();
}

void DeliveryPresenter::forgetCheck()
{
    if (m_step == Step::Delivering)
        return;
    ++m_generation;
    m_step = Step::Idle;
    m_command.clear();
    m_notice = {};
    m_words.clear();
    if (const auto cancellation = std::exchange(m_cancellation, nullptr))
        cancellation->request();
    emit changed();
}

void DeliveryPresenter::tell(const Error &error)
{
    m_step = Step::Idle;
    m_notice = {Severity::Error, displaySafe(error.message), displaySafe(error.next)};
    m_words = error.vendorMessage;
}

void DeliveryPresenter::check(const std::function<void()> &ready)
{
    if (isBusy() || !chosen() || !m_form.check())
        return;
    forgetCheck();
    m_step = Step::Checking;
    m_cancellation = std::make_shared<Cancellation>();
    emit changed();
    whenDone(m_port.check(destination(), m_cancellation), this,
             [this, ready, generation = m_generation](const Outcome<DestinationCheck> &check) {
                 if (generation != m_generation)
                     return;
                 if (!check) {
                     tell(check.error());
                     emit changed();
                     return;
                 }
                 m_step = Step::Ready;
                 m_command = displaySafe(check->command, 4096);
                 m_notice =
                     check->warnings.isEmpty()
                         ? Notice{Severity::Good, tr("It would take the secret now."), {}}
                         : Notice{Severity::Warning, displaySafe(check->warnings.join(u' ')), {}};
                 emit changed();
                 if (ready)
                     ready();
             });
}

void DeliveryPresenter::deliver(const HeldSecretId &secret)
{
    check([this, secret] { bring(secret); });
}

void DeliveryPresenter::bring(const HeldSecretId &secret)
{
    m_step = Step::Delivering;
    m_cancellation = std::make_shared<Cancellation>();
    emit changed();
    whenDone(m_port.deliver(secret, destination(), m_cancellation), this,
             [this](const Outcome<DeliveryReceipt> &receipt) {
                 m_cancellation.reset();
                 m_step = Step::Idle;
                 if (!receipt)
                     tell(receipt.error());
                 emit changed();
                 if (receipt)
                     emit delivered(*receipt);
                 else
                     emit failed(receipt.error());
             });
}

void DeliveryPresenter::cancel()
{
    if (m_cancellation)
        m_cancellation->request();
}

QString DeliveryPresenter::placeText(const DeliveryReceipt &receipt)
{
    const QString where = displaySafe(receipt.where());
    return receipt.readBack ? tr("%1 (read back)").arg(where)
                            : tr("%1 (it could not be read back)").arg(where);
}

} // namespace chatelaine
