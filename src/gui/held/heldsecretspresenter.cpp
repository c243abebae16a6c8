// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/held/heldsecretspresenter.h"

#include "core/async.h"
#include "core/redaction.h"

#include <algorithm>

namespace chatelaine {

namespace {

constexpr int heldNameLength = 80;

bool canBeKept(const HeldSecretsPresenter::Row &row)
{
    return row.isOpen() && row.state != HeldSecretsPresenter::State::Shown &&
           !(row.secret.key.isEmpty() && row.secret.webhook.isEmpty());
}

} // namespace

HeldSecretsPresenter::HeldSecretsPresenter(HeldSecretsPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{}

void HeldSecretsPresenter::add(const QList<HeldSecret> &secrets)
{
    for (const HeldSecret &secret : secrets) {
        if (!find(secret.id))
            m_rows.append({secret, State::Waiting, {}});
    }
    emit changed();
}

HeldSecretsPresenter::Row *HeldSecretsPresenter::find(const HeldSecretId &id)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const Row &row) { return row.secret.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

QString HeldSecretsPresenter::nameOf(const Row &row) const
{
    const HeldSecret &secret = row.secret;
    return displaySafe(secret.keyName.isEmpty() ? secret.mask : secret.keyName, heldNameLength);
}

QString HeldSecretsPresenter::accountOf(const Row &row) const
{
    return displaySafe(m_port.accountName(row.secret.account), heldNameLength);
}

std::optional<Finding> HeldSecretsPresenter::finding(const Row &row) const
{
    if (!row.isOpen())
        return std::nullopt;
    const HeldSecret &secret = row.secret;
    return findingOf({secret.operation, secret.key, secret.account, secret.keyName, secret.since},
                     {}, m_port.now());
}

QString HeldSecretsPresenter::stateText(const Row &row) const
{
    switch (row.state) {
    case State::Waiting:
        if (const auto late = finding(row); late && row.secret.inKeychain)
            return tr("Not stored for %n day(s)", nullptr, static_cast<int>(late->days));
        return row.secret.inKeychain ? tr("Not stored yet")
                                     : tr("Not stored yet; in memory of this program only");
    case State::Shown:
        return tr("Shown in its own window");
    case State::Keeping:
        return tr("Being kept...");
    case State::Kept:
        return tr("Kept in the keychain");
    case State::Finished:
        return tr("Done");
    case State::Failed:
        return row.problem;
    }
    Q_UNREACHABLE();
}

bool HeldSecretsPresenter::canKeepAll() const
{
    return m_queue.isEmpty() && std::any_of(m_rows.begin(), m_rows.end(), canBeKept);
}

void HeldSecretsPresenter::keepAll()
{
    if (!canKeepAll())
        return;
    for (const Row &row : std::as_const(m_rows)) {
        if (canBeKept(row))
            m_queue.append(row.secret.id);
    }
    keepNext();
}

void HeldSecretsPresenter::keepNext()
{
    while (!m_queue.isEmpty() && !canBeKept(*find(m_queue.constFirst())))
        m_queue.removeFirst(); // its own dialog was faster
    if (m_queue.isEmpty()) {
        emit changed();
        return;
    }
    const HeldSecretId id = m_queue.constFirst();
    find(id)->state = State::Keeping;
    emit changed();
    whenDone(m_port.keep(id), this, [this, id](const Outcome<Done> &outcome) {
        Row &row = *find(id);
        row.state = outcome ? State::Kept : State::Failed;
        row.problem = outcome ? QString() : outcome.error().message;
        m_queue.removeFirst();
        keepNext();
    });
}

void HeldSecretsPresenter::setShown(const HeldSecretId &id, bool shown)
{
    Row *row = find(id);
    if (!row || !row->isOpen())
        return;
    row->state = shown ? State::Shown : State::Waiting;
    emit changed();
}

void HeldSecretsPresenter::setDone(const HeldSecretId &id)
{
    Row *row = find(id);
    if (!row || !row->isOpen())
        return;
    row->state = State::Finished;
    emit changed();
}

} // namespace chatelaine
