// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/connectpresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/secretpattern.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr int longestAccountName = 100;

bool isLoopback(const QString &host)
{
    static const QRegularExpression ipv4(QStringLiteral("^127(\\.[0-9]{1,3}){3}$"));
    return host == QStringLiteral("localhost") || host == QStringLiteral("::1") ||
           ipv4.match(host).hasMatch();
}

} // namespace

ConnectPresenter::ConnectPresenter(ConnectPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_providers(m_port.providers())
{
    setProviderIndex(m_providers.isEmpty() ? -1 : 0);
}

ConnectPresenter::ConnectPresenter(ConnectPort port, const AccountRow &edited, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_edited(edited)
    , m_providers(m_port.providers())
{
    m_name = edited.name;
    m_nameTyped = true;
    m_caFile = edited.caFile;
    m_pin = edited.pin;
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        if (m_providers.at(i).id == edited.provider)
            setProviderIndex(i);
    }
    m_baseUrl = edited.baseUrl;
}

ConnectPresenter::~ConnectPresenter()
{
    cancel();
}

const ProviderInfo *ConnectPresenter::provider() const
{
    return m_provider < 0 ? nullptr : &m_providers.at(m_provider);
}

void ConnectPresenter::setProviderIndex(qsizetype index)
{
    if (index == m_provider || index < 0 || index >= m_providers.size())
        return;
    m_provider = index;
    m_credentials.clear();
    for (const SlotInfo &slot : provider()->slots_)
        m_credentials.insert(slot.id, {});
    m_baseUrl = provider()->baseUrl;
    if (m_baseUrl.isEmpty() && !provider()->regions.isEmpty())
        m_baseUrl = provider()->regions.constFirst().value;
    if (!m_nameTyped)
        m_name = proposedName();
    m_tried = false;
    m_problem.clear();
    m_problemNext.clear();
    emit providerChanged();
    emit changed();
}

QString ConnectPresenter::proposedName() const
{
    const QList<AccountRow> rows = m_port.accounts();
    const auto taken = [&rows](const QString &name) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const AccountRow &row) { return row.name == name; });
    };
    const QString base = QString(provider()->name).replace(u'/', u' ');
    QString name = base;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1 %2").arg(base).arg(number);
    return name;
}

void ConnectPresenter::setName(const QString &name)
{
    m_name = name.trimmed();
    m_nameTyped = true;
    emit changed();
}

void ConnectPresenter::setBaseUrl(const QString &url)
{
    m_baseUrl = url.trimmed();
    emit changed();
}

bool ConnectPresenter::isKept(const QString &slot) const
{
    return m_edited && m_edited->credentials.contains(slot);
}

bool ConnectPresenter::asksForUrl() const
{
    return provider() && provider()->baseUrl.isEmpty() && provider()->regions.isEmpty();
}

void ConnectPresenter::setCaFile(const QString &file)
{
    m_caFile = file.trimmed();
    emit changed();
}

void ConnectPresenter::setPin(const QByteArray &sha256)
{
    m_pin = sha256;
    m_pinProblem.clear();
    emit changed();
}

void ConnectPresenter::lookAtCertificate()
{
    if (!canSend())
        return;
    m_addressWanted = true;
    m_pinProblem.clear();
    m_looking = m_sending = urlProblem().isEmpty();
    if (!m_looking) {
        emit changed();
        return;
    }
    AccountRow draft = m_edited.value_or(AccountRow{});
    draft.provider = provider()->id;
    draft.baseUrl = m_baseUrl;
    draft.caFile = m_caFile;
    m_cancellation = std::make_shared<Cancellation>();
    emit changed();
    whenDone(m_port.certificate(draft, m_cancellation), this,
             [this](const Outcome<ServerCertificate> &certificate) {
                 m_looking = m_sending = false;
                 m_cancellation.reset();
                 if (!certificate && certificate.error().kind != ErrorKind::Cancelled)
                     m_pinProblem = certificate.error().message + u' ' + certificate.error().next;
                 emit changed();
                 if (certificate)
                     emit certificateSeen(*certificate);
             });
}

CredentialSource::Kind ConnectPresenter::sourceKind(const QString &slot) const
{
    return m_credentials.value(slot).source.kind;
}

void ConnectPresenter::setSourceKind(const QString &slot, CredentialSource::Kind kind)
{
    m_credentials[slot].source.kind = kind;
    emit changed();
}

void ConnectPresenter::setPlace(const QString &slot, const QString &place)
{
    m_credentials[slot].source.place = place.trimmed();
    m_credentials[slot].touched = true;
    emit changed();
}

void ConnectPresenter::setSecret(const QString &slot, SharedSecret value)
{
    m_credentials[slot].value = std::move(value);
    m_credentials[slot].touched = true;
    emit changed();
}

QString ConnectPresenter::nameProblem() const
{
    if (m_name.isEmpty())
        return m_tried || m_nameTyped ? tr("Give the account a name.") : QString();
    if (m_name.contains(u'/'))
        return tr("A name has no slash.");
    if (m_name.size() > longestAccountName)
        return tr("At most %n character(s).", nullptr, longestAccountName);
    const QList<AccountRow> rows = m_port.accounts();
    const bool taken = std::any_of(rows.begin(), rows.end(), [this](const AccountRow &row) {
        return row.name == m_name && (!m_edited || row.id != m_edited->id);
    });
    return taken ? tr("Another account has this name.") : QString();
}

QString ConnectPresenter::urlProblem() const
{
    if (m_baseUrl.isEmpty())
        return m_tried || m_addressWanted ? tr("The address of your own instance is needed.")
                                          : QString();
    const QUrl url(m_baseUrl, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return tr("This is no address. It looks like https://example.com.");
    if (url.scheme() == QStringLiteral("http") && !isLoopback(url.host()))
        return tr("Only https:// keeps a credential safe on the way.");
    if (url.scheme() != QStringLiteral("https") && url.scheme() != QStringLiteral("http"))
        return tr("The address begins with https://.");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return tr("An address has no password, question mark or number sign in it.");
    return {};
}

bool ConnectPresenter::isGiven(const Credential &credential) const
{
    switch (credential.source.kind) {
    case CredentialSource::Kind::Keychain:
    case CredentialSource::Kind::Session:
        return credential.value != nullptr;
    case CredentialSource::Kind::Environment:
    case CredentialSource::Kind::File:
        break;
    }
    return !credential.source.place.isEmpty();
}

QString ConnectPresenter::slotProblem(const QString &slot) const
{
    if (!provider())
        return {};
    const auto &all = provider()->slots_;
    const auto info =
        std::find_if(all.begin(), all.end(), [&](const SlotInfo &one) { return one.id == slot; });
    const Credential credential = m_credentials.value(slot);
    if (info == all.end())
        return {};
    if (!isGiven(credential))
        return info->required && !isKept(slot) && (m_tried || credential.touched)
                   ? tr("This is needed.")
                   : QString();
    return valueProblem(*info, credential);
}

QString ConnectPresenter::valueProblem(const SlotInfo &slot, const Credential &credential) const
{
    static const QRegularExpression variable(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    const QString &place = credential.source.place;
    switch (credential.source.kind) {
    case CredentialSource::Kind::Environment:
        return variable.match(place).hasMatch() ? QString() : tr("This is no name of a variable.");
    case CredentialSource::Kind::File:
        return QFileInfo(place).isFile() ? QString() : tr("There is no such file.");
    case CredentialSource::Kind::Keychain:
    case CredentialSource::Kind::Session:
        break;
    }
    if (credential.value->fits(slot.pattern))
        return {};
    const QString other = secretPattern::describe(*credential.value, m_providers);
    return other.isEmpty()
               ? tr("This does not have the form of: %1.").arg(slot.label)
               : tr("This is another credential (%1). Needed here: %2.").arg(other, slot.label);
}

bool ConnectPresenter::canSend() const
{
    return !m_sending && provider();
}

AccountInput ConnectPresenter::input() const
{
    AccountInput input;
    input.name = m_name;
    input.provider = provider()->id;
    input.baseUrl = m_baseUrl;
    input.caFile = m_caFile;
    if (m_pin != m_edited.value_or(AccountRow{}).pin)
        input.pin = m_pin;
    input.routeApproved = !m_approvedRoute.isEmpty();
    for (auto it = m_credentials.cbegin(); it != m_credentials.cend(); ++it) {
        const auto kind = it->source.kind;
        const bool typed =
            kind == CredentialSource::Kind::Keychain || kind == CredentialSource::Kind::Session;
        if (isGiven(*it))
            input.credentials.insert(it.key(), {{kind, typed ? QString() : it->source.place},
                                                typed ? it->value : SharedSecret()});
    }
    return input;
}

void ConnectPresenter::send()
{
    if (!canSend())
        return;
    m_tried = true;
    m_problem.clear();
    m_problemNext.clear();
    bool valid = nameProblem().isEmpty() && urlProblem().isEmpty();
    for (const SlotInfo &slot : provider()->slots_)
        valid = valid && slotProblem(slot.id).isEmpty();
    if (!valid) {
        emit changed();
        return;
    }
    const auto route = m_port.routeToApprove(*provider(), m_baseUrl);
    if (!route || route->toString() == m_approvedRoute) {
        begin();
        return;
    }
    m_approvedRoute.clear();
    emit changed();
    emit approvalWanted(*route);
}

void ConnectPresenter::approve(const QString &route)
{
    m_approvedRoute = route;
    send();
}

void ConnectPresenter::begin()
{
    m_sending = true;
    m_cancellation = std::make_shared<Cancellation>();
    emit changed();
    whenDone(m_port.send(input(), m_cancellation), this,
             [this](const Outcome<AccountCheck> &outcome) { sent(outcome); });
}

void ConnectPresenter::sent(const Outcome<AccountCheck> &outcome)
{
    m_sending = false;
    m_cancellation.reset();
    if (!outcome && outcome.error().kind != ErrorKind::Cancelled) {
        const Error &error = outcome.error();
        m_problem = error.message;
        if (!error.vendorMessage.isEmpty())
            m_problem +=
                u' ' + tr("The vendor says: %1").arg(displaySafe(error.vendorMessage, 300));
        m_problemNext = error.next;
    }
    emit changed();
    if (outcome)
        emit connected(outcome->account.id);
}

void ConnectPresenter::cancel()
{
    if (m_cancellation)
        std::exchange(m_cancellation, {})->request();
}

} // namespace chatelaine
