// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/newkeypresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"

#include <algorithm>

namespace chatelaine {

namespace {

bool canCreate(const KindInfo &kind)
{
    return kind.verb(KeyVerb::Create) != nullptr;
}

QString placeLabel(const ContainerPath &path)
{
    QStringList names;
    for (const ContainerStep &step : path)
        names.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name, 120));
    return names.join(QStringLiteral(" / "));
}

/** Whether one path is the other or inside it. */
bool related(const QString &a, const QString &b)
{
    const auto inside = [](const QString &inner, const QString &outer) {
        return outer.isEmpty() || inner == outer || inner.startsWith(outer + u'/');
    };
    return inside(a, b) || inside(b, a);
}

} // namespace

NewKeyPresenter::NewKeyPresenter(NewKeyPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_route(m_port.route)
{
    connect(&m_form, &FieldSet::changed, this, &NewKeyPresenter::stateChanged);
    connect(&m_route, &SecretRoute::changed, this, &NewKeyPresenter::stateChanged);
    connect(&m_route, &SecretRoute::arrived, this, &NewKeyPresenter::arrived);
    connect(&m_route, &SecretRoute::undelivered, this, &NewKeyPresenter::undelivered);
}

void NewKeyPresenter::start(const AccountId &account, const ContainerPath &container)
{
    m_wantedPlace = containerKey(container);
    m_route.readHolding();
    const QList<AccountRow> choices = accounts();
    const bool offered = std::any_of(choices.begin(), choices.end(),
                                     [&](const AccountRow &row) { return row.id == account; });
    if (choices.isEmpty())
        m_problem = tr("No account is connected whose vendor lets keys be made.");
    else
        setAccount(offered ? account : choices.constFirst().id);
    if (container.isEmpty())
        return;
    const QString level = container.constLast().level;
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds.at(i).level == level)
            setKindIndex(i);
    }
}

QList<AccountRow> NewKeyPresenter::accounts() const
{
    QList<AccountRow> rows = m_port.accounts();
    rows.removeIf([this](const AccountRow &row) {
        const auto provider = m_port.provider(row.id);
        return !provider || std::none_of(provider->kinds.begin(), provider->kinds.end(), canCreate);
    });
    return rows;
}

void NewKeyPresenter::setAccount(const AccountId &account)
{
    if (account == m_account)
        return;
    m_account = account;
    m_provider = m_port.provider(account);
    m_containers.clear();
    m_problem.clear();
    m_problemNext.clear();
    updateKinds();
    loadContainers();
}

void NewKeyPresenter::updateKinds()
{
    m_kinds.clear();
    if (m_provider) {
        std::copy_if(m_provider->kinds.begin(), m_provider->kinds.end(),
                     std::back_inserter(m_kinds), canCreate);
    }
    m_kind = m_kinds.isEmpty() ? -1 : 0;
    emit kindsChanged();
    showFields();
}

void NewKeyPresenter::loadContainers()
{
    const int generation = ++m_generation;
    updatePlaces();
    whenDone(m_port.containers(m_account), this,
             [this, generation](const Outcome<QList<ContainerRow>> &outcome) {
                 if (generation != m_generation)
                     return;
                 m_placesProblem = outcome ? QString() : outcome.error().message;
                 if (outcome)
                     m_containers = *outcome;
                 updatePlaces();
             });
}

void NewKeyPresenter::updatePlaces()
{
    m_places.clear();
    m_place = -1;
    const KindInfo *chosen = kind();
    if (chosen && levelLabel().isEmpty())
        m_places.append(Place());
    for (const ContainerRow &row : std::as_const(m_containers)) {
        if (chosen && !row.path.isEmpty() && row.path.constLast().level == chosen->level)
            m_places.append({row.path, placeLabel(row.path)});
    }
    const auto find = [this](auto fits) {
        for (qsizetype i = 0; i < m_places.size() && m_place < 0; ++i) {
            if (fits(containerKey(m_places.at(i).path)))
                m_place = i;
        }
    };
    find([this](const QString &key) { return key == m_wantedPlace; });
    if (!m_wantedPlace.isEmpty())
        find([this](const QString &key) { return related(key, m_wantedPlace); });
    if (m_places.size() == 1)
        m_place = 0;
    emit placesChanged();
    loadOptions();
    emit stateChanged();
}

QString NewKeyPresenter::levelLabel() const
{
    const KindInfo *chosen = kind();
    if (!chosen || !m_provider)
        return {};
    for (const LevelInfo &level : m_provider->levels) {
        if (level.id == chosen->level)
            return level.label;
    }
    return {};
}

void NewKeyPresenter::setPlaceIndex(qsizetype index)
{
    if (index == m_place || index < 0 || index >= m_places.size())
        return;
    m_place = index;
    m_wantedPlace = containerKey(m_places.at(index).path);
    loadOptions();
    emit stateChanged();
}

void NewKeyPresenter::setKindIndex(qsizetype index)
{
    if (index == m_kind || index < 0 || index >= m_kinds.size())
        return;
    m_kind = index;
    emit kindsChanged();
    showFields();
    updatePlaces();
}

const KindInfo *NewKeyPresenter::kind() const
{
    return m_kind < 0 ? nullptr : &m_kinds.at(m_kind);
}

ContainerPath NewKeyPresenter::container() const
{
    return m_place < 0 ? ContainerPath() : m_places.at(m_place).path;
}

void NewKeyPresenter::showFields()
{
    const KindInfo *chosen = kind();
    m_form.setFields(chosen ? chosen->verb(KeyVerb::Create)->fields : QList<FieldInfo>());
    emit stateChanged();
}

void NewKeyPresenter::loadOptions()
{
    if (m_place < 0 || !kind()) {
        m_form.loadOptions({});
        return;
    }
    m_form.loadOptions([this](const QString &field) {
        return m_port.options(m_account, kind()->id, field, container());
    });
}

QString NewKeyPresenter::actionText() const
{
    const QString name = m_form.name();
    if (!name.isEmpty())
        return tr("Create key \"%1\"").arg(displaySafe(name, nameInButton));
    return tr("Create key");
}

bool NewKeyPresenter::canSend() const
{
    return !m_sending && !m_inDoubt && kind() && m_place >= 0 && m_route.maySend();
}

void NewKeyPresenter::send()
{
    if (!canSend())
        return;
    m_problem.clear();
    m_problemNext.clear();
    if (!m_form.check()) {
        emit stateChanged();
        return;
    }
    m_route.check([this] { create(); });
}

void NewKeyPresenter::create()
{
    m_sending = true;
    emit stateChanged();
    const NewKey order{{},         m_account,      container(),
                       kind()->id, m_form.given(), m_route.unheldAccepted()};
    whenDone(m_port.create(order), this,
             [this](const Outcome<NewKeyResult> &outcome) { sent(outcome); });
}

void NewKeyPresenter::sent(const Outcome<NewKeyResult> &outcome)
{
    if (outcome && m_route.hasDestination()) {
        m_result = *outcome;
        m_route.bring(m_result.secret.id);
        return;
    }
    m_sending = false;
    if (outcome) {
        emit stateChanged();
        emit created(*outcome, {});
        return;
    }
    const Error &error = outcome.error();
    m_problem = error.message;
    m_problemNext = error.next;
    if (!error.vendorMessage.isEmpty())
        m_problem += u' ' + tr("The vendor says: %1").arg(displaySafe(error.vendorMessage, 300));
    m_inDoubt = error.outcomeUnknown;
    if (m_inDoubt) {
        m_problem +=
            u' ' + tr("Nobody knows whether the key was made, so it is not asked for again.");
        m_problemNext =
            tr("Close this and synchronize the account: if the key is there, Chatelaine "
               "finds it and offers to revoke it, because its secret is lost.");
    }
    if (error.kind == ErrorKind::Keychain)
        m_route.readHolding();
    emit stateChanged();
}

void NewKeyPresenter::arrived(const QString &where)
{
    m_sending = false;
    emit stateChanged();
    emit delivered(m_result, where);
}

/** The one-time dialog takes over, and says why. */
void NewKeyPresenter::undelivered(const QString &why)
{
    m_sending = false;
    emit stateChanged();
    emit created(m_result, why);
}

QString NewKeyPresenter::progress() const
{
    if (m_route.delivery().isBusy())
        return m_route.delivery().progress();
    return m_sending ? tr("Waiting for the vendor...") : QString();
}

} // namespace chatelaine
