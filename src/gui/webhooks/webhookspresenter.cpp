// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/webhooks/webhookspresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/webhooks/webhooktexts.h"

#include <algorithm>

namespace chatelaine {

WebhooksPresenter::WebhooksPresenter(WebhooksPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{}

WebhooksPresenter::~WebhooksPresenter()
{
    if (m_cancellation)
        m_cancellation->request();
}

void WebhooksPresenter::setScope(const AccountId &account, const ContainerPath &path)
{
    if (m_cancellation)
        std::exchange(m_cancellation, {})->request();
    ++m_generation;
    m_account = account;
    m_path = path;
    m_provider = account.isEmpty() ? std::nullopt : m_port.provider(account);
    m_webhooks.clear();
    m_problem.reset();
    m_reasons.clear();
    m_pending = 0;
    m_read = false;
    choose({});
    emit changed();
    readKnown();
    if (m_active)
        refresh();
}

void WebhooksPresenter::setActive(bool active)
{
    m_active = active;
    if (!m_account.isEmpty())
        m_provider = m_port.provider(m_account);
    if (active && !m_read)
        refresh();
    emit changed();
}

const WebhookInfo *WebhooksPresenter::info() const
{
    return m_provider && m_provider->webhooks ? &*m_provider->webhooks : nullptr;
}

std::optional<ContainerPath> WebhooksPresenter::container() const
{
    if (!info())
        return std::nullopt;
    if (info()->level == QLatin1StringView("account"))
        return ContainerPath();
    for (qsizetype i = 0; i < m_path.size(); ++i) {
        if (m_path.at(i).level == info()->level)
            return m_path.first(i + 1);
    }
    return std::nullopt;
}

QString WebhooksPresenter::missingSlot() const
{
    const auto account = m_port.account(m_account);
    if (!info() || !account)
        return {};
    for (const QString &id : info()->slotIds) {
        if (account->credentials.contains(id))
            continue;
        for (const SlotInfo &slot : m_provider->slots_) {
            if (slot.id == id)
                return slot.label;
        }
        return id;
    }
    return {};
}

void WebhooksPresenter::begin()
{
    ++m_pending;
    emit changed();
}

void WebhooksPresenter::end()
{
    --m_pending;
    emit changed();
}

void WebhooksPresenter::readKnown()
{
    const std::optional<ContainerPath> place = container();
    if (!place)
        return;
    const auto take = [this, place,
                       generation = m_generation](const Outcome<QList<WebhookRow>> &outcome) {
        if (generation != m_generation || !outcome)
            return;
        m_webhooks = *outcome;
        m_webhooks.removeIf([&](const WebhookRow &row) {
            return row.goneAt || containerKey(row.record.container) != containerKey(*place);
        });
        if (!chosen())
            choose({});
        emit changed();
    };
    whenDone(m_port.known(m_account), this, take);
}

void WebhooksPresenter::refresh()
{
    const std::optional<ContainerPath> place = container();
    if (!place || !missingSlot().isEmpty() || m_pending > 0)
        return;
    m_cancellation = std::make_shared<Cancellation>();
    m_read = true;
    begin();
    const auto take = [this, generation = m_generation](const Outcome<WebhookInventory> &outcome) {
        if (generation != m_generation)
            return;
        m_problem = outcome ? outcome->problem : std::optional(outcome.error());
        if (outcome) {
            m_webhooks = outcome->webhooks;
            m_reasons = outcome->reasons;
        }
        end();
        readDeliveries();
    };
    whenDone(m_port.refresh(m_account, *place, m_cancellation), this, take);
}

WebhooksPresenter::State WebhooksPresenter::state() const
{
    if (m_account.isEmpty() || !m_provider)
        return State::NothingChosen;
    if (!info())
        return State::NotOffered;
    if (!container())
        return State::ChooseContainer;
    if (!missingSlot().isEmpty() && m_webhooks.isEmpty())
        return State::NeedsCredential;
    if (!m_webhooks.isEmpty())
        return State::Ready;
    if (isBusy())
        return State::Loading;
    return m_problem ? State::Failed : State::Empty;
}

QString WebhooksPresenter::stateSentence() const
{
    switch (state()) {
    case State::NothingChosen:
        return tr("Choose an account in the tree to see its webhooks.");
    case State::NotOffered:
        return tr("The API of %1 has no webhooks.").arg(m_provider->name);
    case State::ChooseContainer: {
        const LevelInfo *level = m_provider->level(info()->level);
        return tr("The webhooks of %1 belong to one of these: %2. Choose one in the tree.")
            .arg(m_provider->name, level ? level->plural : info()->level);
    }
    case State::NeedsCredential:
        return tr("Webhooks need another credential of %1: %2.")
            .arg(m_provider->name, missingSlot());
    case State::Loading:
        return tr("Asking %1...").arg(m_provider->name);
    case State::Failed:
        return tr("There is nothing to show.");
    case State::Empty:
        return info()->canList
                   ? tr("There is no webhook.")
                   : tr("%1 does not list webhooks; none was made here.").arg(m_provider->name);
    case State::Ready:
        break;
    }
    return {};
}

Notice WebhooksPresenter::problem() const
{
    if (m_problem && m_problem->kind != ErrorKind::Cancelled)
        return Notice::of(*m_problem);
    return {Severity::Warning, m_reasons.join(u' '), {}};
}

const WebhookVerbInfo *WebhooksPresenter::verbInfo(WebhookVerb verb) const
{
    return info() ? info()->verb(verb) : nullptr;
}

bool WebhooksPresenter::has(WebhookVerb verb) const
{
    return verbInfo(verb) != nullptr;
}

bool WebhooksPresenter::can(WebhookVerb verb) const
{
    using S = WebhookRecord::State;
    if (!has(verb) || isBusy() || !container() || !missingSlot().isEmpty())
        return false;
    if (verb == WebhookVerb::Create)
        return true;
    const WebhookRow *row = chosen();
    if (!row)
        return false;
    if (verb == WebhookVerb::Pause)
        return row->record.state == S::Active || row->record.state == S::Unknown;
    if (verb == WebhookVerb::Resume)
        return row->record.state != S::Active;
    return true;
}

void WebhooksPresenter::choose(const WebhookUid &uid)
{
    if (uid == m_chosen)
        return;
    m_chosen = uid;
    m_deliveries.clear();
    m_deliveriesProblem.clear();
    emit changed();
    emit deliveriesChanged();
    readDeliveries();
}

const WebhookRow *WebhooksPresenter::chosen() const
{
    const auto found = std::find_if(m_webhooks.begin(), m_webhooks.end(),
                                    [this](const WebhookRow &row) { return row.uid == m_chosen; });
    return found == m_webhooks.end() ? nullptr : &*found;
}

FormRequest WebhooksPresenter::form() const
{
    FormRequest request;
    request.title = tr("New webhook");
    request.text = tr("It may have a signing secret, which goes where you say here.");
    request.action = tr("Create webhook");
    request.fields = verbInfo(WebhookVerb::Create)->fields;
    request.makesSecret = true;
    const AccountId account = m_account;
    const ContainerPath place = container().value_or(ContainerPath());
    request.options = [options = m_port.options, account, place](const QString &field) {
        return options(account, field, place);
    };
    request.send = [create = m_port.create, account, place](const FormAnswer &answer) {
        const NewWebhook order{account, place, answer.values, answer.unheldAccepted};
        return formResultOf(create(order), [](const NewWebhookResult &made) {
            FormResult result;
            result.notice = {
                Severity::Good,
                tr("The webhook to %1 is made.").arg(displaySafe(made.webhook.record.url, 120)),
                made.secret ? QString() : made.warnings.join(u' ')};
            result.secret = made.secret;
            result.warnings = made.warnings;
            return result;
        });
    };
    return request;
}

void WebhooksPresenter::apply(WebhookVerb verb, const WebhookUid &uid)
{
    begin();
    const auto take = [this, verb,
                       generation = m_generation](const Outcome<WebhookChange> &outcome) {
        if (!outcome) {
            emit noticed(Notice::of(outcome.error()));
        } else {
            const QString url = displaySafe(outcome->webhook.record.url, 120);
            const QString text =
                verb == WebhookVerb::Ping ? tr("A test event is on its way to %1.").arg(url)
                : verb == WebhookVerb::Delete
                    ? tr("The webhook to %1 is deleted.").arg(url)
                    : tr("%1: %2.").arg(url,
                                        webhookStateText(outcome->webhook.record.state).toLower());
            emit noticed({Severity::Good, text, displaySafe(outcome->note)});
        }
        if (generation != m_generation)
            return;
        end();
        readKnown();
        readDeliveries();
    };
    whenDone(m_port.apply(uid, verb), this, take);
}

bool WebhooksPresenter::hasDeliveries() const
{
    return info() && info()->hasDeliveries;
}

QString WebhooksPresenter::deliveriesSentence() const
{
    if (!m_deliveriesProblem.isEmpty())
        return m_deliveriesProblem;
    if (!chosen())
        return tr("Choose a webhook to see what was delivered.");
    return m_deliveries.isEmpty() ? tr("Nothing was delivered yet.") : QString();
}

void WebhooksPresenter::readDeliveries()
{
    if (!hasDeliveries() || !chosen() || !m_active)
        return;
    const auto take = [this, uid = m_chosen](const Outcome<Listing<WebhookDelivery>> &outcome) {
        if (uid != m_chosen)
            return;
        m_deliveriesProblem = outcome ? QString() : outcome.error().message;
        m_deliveries = outcome ? outcome->items : QList<WebhookDelivery>();
        emit deliveriesChanged();
    };
    whenDone(m_port.deliveries(m_chosen), this, take);
}

void WebhooksPresenter::retry(const QString &delivery)
{
    if (!chosen() || !has(WebhookVerb::Retry))
        return;
    whenDone(m_port.retry(m_chosen, delivery), this, [this](const Outcome<Done> &outcome) {
        emit noticed(outcome ? Notice{Severity::Good, tr("It is delivered once more."), {}}
                             : Notice::of(outcome.error()));
        readDeliveries();
    });
}

} // namespace chatelaine
