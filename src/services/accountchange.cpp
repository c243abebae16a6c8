// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/accountchange.h"

#include "core/redaction.h"
#include "providers/exchanger.h"
#include "secrets/keychain.h"
#include "services/accountcredentials.h"
#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

#include <QFileInfo>
#include <QUrl>

namespace chatelaine {

namespace {

Error invalid(const QString &message, const QString &next = {})
{
    return Error::of(ErrorKind::InvalidRequest, message, next);
}

} // namespace

AccountChange::AccountChange(ServiceContext &context, std::optional<AccountRow> known,
                             AccountInput input, CancellationPtr cancellation, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_isNew(!known)
    , m_row(known.value_or(AccountRow{}))
    , m_input(std::move(input))
    , m_cancellation(std::move(cancellation))
{
    if (m_isNew) {
        m_row.id = AccountId(newUuid());
        m_row.provider = m_input.provider;
        m_row.definitionFile = m_input.definitionFile;
        m_row.practice = m_input.practice;
    }
}

AccountChange::~AccountChange() = default;

FutureOutcome<AccountCheck> AccountChange::start()
{
    const auto future = m_answer.future();
    auto problem = prepare();
    if (!problem)
        problem = checkSources();
    if (problem) {
        giveUp(*problem);
        return future;
    }
    whenDone(m_context.store.accounts(), this, [this](const Outcome<QList<AccountRow>> &rows) {
        if (!rows)
            return giveUp(rows.error());
        for (const AccountRow &row : *rows) {
            if (row.name == m_row.name && row.id != m_row.id) {
                Error error =
                    invalid(tr("There is already an account with the name \"%1\".").arg(m_row.name),
                            tr("Choose another name."));
                error.kind = ErrorKind::Conflict;
                return giveUp(error);
            }
        }
        ask();
    });
    return future;
}

std::optional<Error> AccountChange::prepare()
{
    if (!m_input.definitionFile.isEmpty()) {
        const LoadedDefinition loaded = loadDefinitionFile(m_input.definitionFile);
        if (!loaded.definition)
            return invalid(
                loaded.problems.isEmpty() ? tr("The definition file cannot be read.")
                                          : loaded.problems.first().toString(),
                tr("Mend the file; \"chatelainectl providers check\" tells all that is wrong."));
        m_row.provider = providerInfo(*loaded.definition).id;
        m_row.definitionFile = QFileInfo(m_input.definitionFile).absoluteFilePath();
    }
    const DefinitionPtr definition = m_context.clients.definitionOf(m_row);
    if (!definition)
        return invalid(tr("There is no provider \"%1\".").arg(m_row.provider.toString()),
                       tr("Choose one of the list, or name a definition file."));
    const ProviderInfo &info = providerInfo(*definition);

    if (!m_input.name.isEmpty() || m_isNew)
        m_row.name = m_input.name.trimmed();
    if (m_row.name.isEmpty() || m_row.name.size() > 100 || m_row.name.contains(QLatin1Char('/')))
        return invalid(tr("An account needs a name of 1 to 100 characters without a slash."));
    if (m_row.name != displaySafe(m_row.name))
        return invalid(tr("The name of an account cannot have control characters."));
    if (redacted(m_row.name) != m_row.name)
        return invalid(tr("This looks like a credential, not like the name of an account."),
                       tr("Names are stored and shown: enter the credential in its own field."));
    if (!m_input.baseUrl.isEmpty())
        m_row.baseUrl = m_input.baseUrl.trimmed();
    if (m_row.baseUrl.isEmpty())
        m_row.baseUrl = info.baseUrl;
    if (m_row.baseUrl.isEmpty())
        return invalid(tr("%1 needs the address of your own instance.").arg(info.name),
                       info.baseUrlHelp);
    if (const auto error = checkAddress(*definition))
        return error;
    if (!m_input.caFile.isEmpty()) {
        m_row.caFile = QFileInfo(m_input.caFile).absoluteFilePath();
        if (!QFileInfo(m_row.caFile).isReadable())
            return invalid(tr("The certificate file %1 cannot be read.").arg(m_row.caFile));
    }
    if (m_input.pin)
        m_row.pin = *m_input.pin;
    if (const auto error = approve(info))
        return error;
    for (auto given = m_input.credentials.cbegin(); given != m_input.credentials.cend(); ++given)
        m_row.credentials.insert(given.key(), given->source);
    return checkSlots(info);
}

/** What an approval was of is kept: it is asked for again when the file or the address changes. */
std::optional<Error> AccountChange::approve(const ProviderInfo &info)
{
    if (!needsApproval(info, m_row))
        return std::nullopt;
    const auto route = routeToApprove(info, m_row);
    if (!m_input.routeApproved)
        return invalid(route->sentence(), tr("Nothing was sent. Approve it to go on."));
    m_row.facts.insert(approvedRouteFact, route->toString());
    return std::nullopt;
}

/** The address is stored, shown and journalled: nothing secret may be in it. */
std::optional<Error> AccountChange::checkAddress(const Definition &definition) const
{
    const QUrl url(m_row.baseUrl, QUrl::StrictMode);
    if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return invalid(tr("The address must not have a user, a password, a query or a fragment."),
                       tr("Enter it without them; credentials have fields of their own."));
    }
    if (redacted(url.path()) != url.path())
        return invalid(tr("There is something in the address that looks like a credential."),
                       tr("Enter the address alone; credentials have fields of their own."));
    const Outcome<QUrl> normalized = normalizedBaseUrl(definition, url);
    return normalized ? std::nullopt : std::optional(normalized.error());
}

std::optional<Error> AccountChange::checkSlots(const ProviderInfo &info) const
{
    QStringList known;
    for (const SlotInfo &slot : info.slots_) {
        known.append(slot.id);
        if (slot.required && !m_row.credentials.contains(slot.id))
            return invalid(tr("%1 needs a credential: %2.").arg(info.name, slot.label), slot.help);
        const SharedSecret value = m_input.credentials.value(slot.id).value;
        if (value && !value->fits(slot.pattern))
            return invalid(tr("This does not look like what belongs here: %1.").arg(slot.label),
                           slot.help);
    }
    for (auto given = m_input.credentials.cbegin(); given != m_input.credentials.cend(); ++given) {
        if (!known.contains(given.key()))
            return invalid(tr("%1 has no credential \"%2\".").arg(info.name, given.key()),
                           tr("What there is: %1.").arg(known.join(QStringLiteral(", "))));
    }
    return std::nullopt;
}

/** A variable that is not set and a file that cannot be read are found now, also where no request
 * tries them. */
std::optional<Error> AccountChange::checkSources() const
{
    AccountCredentials credentials(m_context.keychain, m_row, {});
    for (auto given = m_input.credentials.cbegin(); given != m_input.credentials.cend(); ++given) {
        const auto kind = given->source.kind;
        if (kind != CredentialSource::Kind::Environment && kind != CredentialSource::Kind::File)
            continue;
        const Outcome<SharedSecret> value = credentials.credential(given.key()).result();
        if (!value)
            return value.error();
    }
    return std::nullopt;
}

void AccountChange::ask()
{
    QMap<QString, SharedSecret> values;
    for (auto given = m_input.credentials.cbegin(); given != m_input.credentials.cend(); ++given) {
        if (given->value)
            values.insert(given.key(), given->value);
    }
    auto made = m_context.clients.trial(m_row, values, m_credentials);
    if (!made)
        return giveUp(made.error());
    m_client = std::move(made).value();
    connect(m_client.get(), &ProviderClient::factFound, this,
            [this](const QString &name, const QString &value) { m_facts.insert(name, value); });
    whenDone(m_client->check(m_cancellation), this,
             [this](const Outcome<CredentialReport> &report) {
                 if (!report)
                     return giveUp(report.error());
                 m_check.identity = report->identity;
                 m_check.note = report->note;
                 QStringList toKeychain;
                 for (auto given = m_input.credentials.cbegin();
                      given != m_input.credentials.cend(); ++given) {
                     if (given->value && given->source.kind == CredentialSource::Kind::Keychain)
                         toKeychain.append(given.key());
                 }
                 writeCredentials(toKeychain);
             });
}

void AccountChange::writeCredentials(QStringList slots_)
{
    if (slots_.isEmpty())
        return storeRow();
    const QString slot = slots_.takeFirst();
    KeychainEntry entry;
    entry.user = keychainUser::credential(m_row.id, slot);
    entry.purpose = KeychainEntry::Purpose::Credential;
    entry.account = m_row.id;
    entry.createdAt = m_context.clock.now();
    whenDone(m_context.store.putKeychainEntry(entry), this,
             [this, slot, slots_, user = entry.user](const Outcome<Done> &indexed) {
                 if (!indexed)
                     return giveUp(indexed.error());
                 whenDone(m_context.keychain.write(user, m_input.credentials.value(slot).value),
                          this, [this, slots_, user](const Outcome<Done> &written) {
                              m_written.append(user);
                              if (!written)
                                  return undo(written.error());
                              writeCredentials(slots_);
                          });
             });
}

void AccountChange::storeRow()
{
    if (m_isNew)
        m_row.createdAt = m_context.clock.now();
    for (auto fact = m_facts.cbegin(); fact != m_facts.cend(); ++fact)
        m_row.facts.insert(fact.key(), fact.value());
    JournalEvent event =
        accountEvent(m_isNew ? QStringLiteral("account.add") : QStringLiteral("account.update"),
                     QStringLiteral("succeeded"), m_row);
    event.detail.insert(QStringLiteral("baseUrl"), m_row.baseUrl);
    event.detail.insert(QStringLiteral("credentials"),
                        QStringList(m_input.credentials.keys()).join(QLatin1Char(',')));
    const QString route = m_row.facts.value(approvedRouteFact);
    if (!route.isEmpty())
        event.detail.insert(QStringLiteral("route"), route);
    if (!m_row.pin.isEmpty())
        event.detail.insert(QStringLiteral("pin"), QString::fromLatin1(m_row.pin.toHex()));
    whenDone(m_context.store.append(event), this, [this](const Outcome<JournalLine> &line) {
        if (!line)
            return undo(line.error());
        whenDone(m_context.store.putAccount(m_row), this, [this](const Outcome<Done> &put) {
            if (!put)
                return undo(put.error());
            m_context.clients.renew(m_row.id);
            for (auto given = m_input.credentials.cbegin(); given != m_input.credentials.cend();
                 ++given) {
                if (given->value && given->source.kind == CredentialSource::Kind::Session)
                    m_context.clients.setSession(m_row.id, given.key(), given->value);
            }
            m_check.account = m_row;
            const auto answer = m_answer;
            deleteLater();
            answer.give(m_check);
        });
    });
}

/** A new account that could not be stored leaves nothing in the keychain. A known one keeps its
 * entries. */
void AccountChange::undo(const Error &error)
{
    if (!m_isNew || m_written.isEmpty())
        return giveUp(error);
    const QString user = m_written.takeFirst();
    whenDone(m_context.keychain.remove(user), this, [this, user, error](const Outcome<Done> &) {
        whenDone(m_context.store.removeKeychainEntry(user), this,
                 [this, error](const Outcome<Done> &) { undo(error); });
    });
}

void AccountChange::giveUp(const Error &error)
{
    const auto answer = m_answer;
    deleteLater();
    answer.give(error);
}

} // namespace chatelaine
