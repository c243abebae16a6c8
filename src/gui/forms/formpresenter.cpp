// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/forms/formpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"

namespace chatelaine {

FormPresenter::FormPresenter(FormRequest request, SecretRoutePort route, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
{
    connect(&m_form, &FieldSet::changed, this, &FormPresenter::changed);
    if (!m_request.makesSecret)
        return;
    m_route = std::make_unique<SecretRoute>(std::move(route));
    connect(m_route.get(), &SecretRoute::changed, this, &FormPresenter::changed);
    connect(m_route.get(), &SecretRoute::arrived, this, &FormPresenter::arrived);
    connect(m_route.get(), &SecretRoute::undelivered, this, &FormPresenter::undelivered);
}

void FormPresenter::start()
{
    m_form.setFields(m_request.fields, m_request.proposed);
    m_form.loadOptions(m_request.options);
    if (m_route)
        m_route->readHolding();
}

QString FormPresenter::actionText() const
{
    const QString name = m_form.name();
    return name.isEmpty() ? m_request.action
                          : tr("%1 \"%2\"", "verb and name")
                                .arg(m_request.action, displaySafe(name, nameInButton));
}

void FormPresenter::setConsented(bool consented)
{
    m_consented = consented;
    emit changed();
}

bool FormPresenter::canSend() const
{
    const bool agreed = m_request.consent.isEmpty() || m_consented;
    return agreed && !m_sending && !m_inDoubt && (!m_route || m_route->maySend());
}

void FormPresenter::send()
{
    if (!canSend())
        return;
    m_problem = {};
    if (!m_form.check()) {
        emit changed();
        return;
    }
    if (m_route)
        m_route->check([this] { submit(); });
    else
        submit();
}

void FormPresenter::submit()
{
    m_sending = true;
    emit changed();
    const FormAnswer answer{m_form.given(), m_route && m_route->unheldAccepted(), m_consented};
    whenDone(m_request.send(answer), this,
             [this](const Outcome<FormResult> &outcome) { sent(outcome); });
}

void FormPresenter::sent(const Outcome<FormResult> &outcome)
{
    if (!outcome)
        return failed(outcome.error());
    m_result = *outcome;
    if (m_route && m_route->hasDestination() && m_result.secret)
        m_route->bring(m_result.secret->id);
    else
        finish();
}

void FormPresenter::finish()
{
    m_sending = false;
    emit changed();
    emit finished(m_result);
}

void FormPresenter::arrived(const QString &where)
{
    m_result.secret.reset();
    Notice &notice = m_result.notice;
    if (!m_result.deliveredText.isEmpty())
        notice.text = m_result.deliveredText;
    notice.text += u' ' + tr("Its secret is at its place: %1.").arg(where);
    notice.next = (notice.next + u' ' + displaySafe(m_result.warnings.join(u' '))).trimmed();
    finish();
}

/** The one-time dialog takes over, and says why. */
void FormPresenter::undelivered(const QString &why)
{
    m_result.undelivered = why;
    finish();
}

void FormPresenter::failed(const Error &error)
{
    m_sending = false;
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
    if (error.kind == ErrorKind::Keychain && m_route)
        m_route->readHolding();
    emit changed();
}

QString FormPresenter::progress() const
{
    if (isDelivering())
        return m_route->delivery().progress();
    return m_sending ? tr("Waiting for the vendor...") : QString();
}

} // namespace chatelaine
