// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/forms/formpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"

namespace chatelaine {

FormPresenter::FormPresenter(FormRequest request, Holding holding, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_askHolding(std::move(holding))
{
    connect(&m_form, &FieldSet::changed, this, &FormPresenter::changed);
}

void FormPresenter::start()
{
    m_form.setFields(m_request.fields, m_request.proposed);
    m_form.loadOptions(m_request.options);
    if (m_request.makesSecret)
        readHolding();
}

void FormPresenter::readHolding()
{
    whenDone(m_askHolding(), this, [this](const Outcome<HoldingCondition> &outcome) {
        if (outcome) {
            m_holding = *outcome;
        } else {
            m_holding = {false, errorKindName(outcome.error().kind), outcome.error().message,
                         outcome.error().next};
        }
        emit changed();
    });
}

QString FormPresenter::actionText() const
{
    const QString name = m_form.name();
    return name.isEmpty() ? m_request.action
                          : tr("%1 \"%2\"", "verb and name")
                                .arg(m_request.action, displaySafe(name, nameInButton));
}

bool FormPresenter::needsUnheldConsent() const
{
    return m_holding && !m_holding->usable;
}

void FormPresenter::setUnheldAccepted(bool accepted)
{
    m_unheldAccepted = accepted;
    emit changed();
}

void FormPresenter::setConsented(bool consented)
{
    m_consented = consented;
    emit changed();
}

bool FormPresenter::canSend() const
{
    const bool agreed =
        (!needsUnheldConsent() || m_unheldAccepted) && (m_request.consent.isEmpty() || m_consented);
    return agreed && !m_sending && !m_inDoubt;
}

void FormPresenter::send()
{
    if (!canSend())
        return;
    m_problem = {};
    m_sending = m_form.check();
    emit changed();
    if (!m_sending)
        return;
    const FormAnswer answer{m_form.given(), needsUnheldConsent() && m_unheldAccepted, m_consented};
    whenDone(m_request.send(answer), this,
             [this](const Outcome<FormResult> &outcome) { sent(outcome); });
}

void FormPresenter::sent(const Outcome<FormResult> &outcome)
{
    m_sending = false;
    if (outcome) {
        emit changed();
        emit finished(*outcome);
        return;
    }
    const Error &error = outcome.error();
    m_problem = Notice::of(error);
    m_inDoubt = error.outcomeUnknown;
    if (m_inDoubt) {
        m_problem.text +=
            u' ' + tr("Nobody knows whether it took effect, so it is not sent again.");
        m_problem.next =
            m_request.lostAnswer.isEmpty()
                ? tr("Close this and synchronize the account to see what became of it.")
                : m_request.lostAnswer;
    }
    if (error.kind == ErrorKind::Keychain && m_request.makesSecret)
        readHolding();
    emit changed();
}

} // namespace chatelaine
