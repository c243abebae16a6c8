// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/accountjobs.h"

#include "cli/choices.h"
#include "cli/confirmation.h"
#include "cli/table.h"
#include "core/redaction.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shownCheck(const QString &sentence, const AccountCheck &check)
{
    QString text = sentence;
    if (!check.identity.isEmpty())
        text +=
            u' ' + AccountsListJob::tr("There it is known as %1.").arg(displaySafe(check.identity));
    if (!check.note.isEmpty())
        text += u'\n' + displaySafe(check.note);
    return text + u'\n';
}

QJsonObject checkDocument(const AccountCheck &check)
{
    QJsonObject document{{"account"_L1, accountDocument(check.account)}};
    if (!check.identity.isEmpty())
        document.insert("identity"_L1, check.identity);
    if (!check.note.isEmpty())
        document.insert("note"_L1, check.note);
    return document;
}

} // namespace

void AccountsListJob::start()
{
    const QList<AccountRow> accounts = services().accounts.accounts();
    Table table(
        {tr("NAME"), tr("PROVIDER"), tr("URL"), tr("CREDENTIALS"), tr("INVENTORY"), tr("AS OF")});
    QJsonArray items;
    for (const AccountRow &account : accounts) {
        QStringList sources;
        for (auto it = account.credentials.begin(); it != account.credentials.end(); ++it)
            sources.append(it.key() + u'=' + shownSource(it.value()));
        table.add({account.name, account.provider.toString(), account.baseUrl, sources.join(u' '),
                   conditionName(account.status.condition), shownTime(account.status.asOf)});
        items.append(accountDocument(account));
    }
    output().result(table.toString(), listDocument(items, {}));
    finish(done);
}

void AccountsChangeJob::start()
{
    std::visit([this](const auto &order) { run(order); }, m_order);
}

void AccountsChangeJob::run(const AccountsAdd &order)
{
    AccountService &accounts = services().accounts;
    m_input.name = order.name;
    m_input.provider = ProviderId(order.provider);
    m_input.definitionFile = order.definitionFile;
    m_input.baseUrl = order.url;
    m_input.caFile = order.caFile;

    std::optional<ProviderInfo> provider;
    if (order.definitionFile.isEmpty()) {
        provider = accounts.provider(m_input.provider);
    } else {
        const auto read = accounts.checkDefinition(order.definitionFile);
        if (!read)
            return fail(read.error());
        provider = *read;
        m_input.provider = read->id;
    }
    if (!provider) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = tr("There is no provider of this id: %1").arg(order.provider);
        error.next = tr("See: chatelainectl providers list");
        return fail(error);
    }
    AccountRow draft;
    draft.provider = m_input.provider;
    draft.definitionFile = m_input.definitionFile;
    draft.baseUrl = order.url;
    draft.caFile = order.caFile;
    const auto send = [this] {
        then(services().accounts.add(m_input),
             [this](const AccountCheck &check) { report(check); });
    };
    withApproval(accounts.routeToApprove(*provider, order.url, std::nullopt), order.yes,
                 [=, this, provider = *provider] {
                     withPin(order.pin, draft, [=, this] {
                         withCredentials(provider, order.credentials, true, send);
                     });
                 });
}

void AccountsChangeJob::run(const AccountsUpdate &order)
{
    const auto account = accountNamed(order.name);
    if (!account)
        return;
    m_input.name = account->name;
    m_input.baseUrl = order.url;
    m_input.caFile = order.caFile;
    AccountService &accounts = services().accounts;
    const ProviderInfo provider = accounts.providerOf(account->id).value_or(ProviderInfo());
    AccountRow draft = *account;
    if (!order.url.isEmpty())
        draft.baseUrl = order.url;
    if (!order.caFile.isEmpty())
        draft.caFile = order.caFile;
    const auto send = [this, id = account->id] {
        then(services().accounts.update(id, m_input),
             [this](const AccountCheck &check) { report(check); });
    };
    withApproval(accounts.routeToApprove(provider, order.url, account), order.yes, [=, this] {
        withPin(order.pin, draft,
                [=, this] { withCredentials(provider, order.credentials, false, send); });
    });
}

void AccountsChangeJob::withApproval(const std::optional<CredentialRoute> &route, bool yes,
                                     const std::function<void()> &next)
{
    m_input.routeApproved = true;
    if (!route)
        return next();
    if (yes) {
        output().note(route->sentence());
        return next();
    }
    if (!terminal().canAsk()) {
        return refuse(Error::of(ErrorKind::InvalidRequest, route->sentence(),
                                tr("There is no terminal to ask on: add --yes if that is right. "
                                   "Nothing was sent.")));
    }
    then(terminal().ask(route->sentence() + u' ' + yesWanted()),
         [this, next](const QString &answer) {
             if (isYes(answer))
                 return next();
             fail(notConfirmed());
         });
}

void AccountsChangeJob::withPin(const std::optional<PinChoice> &pin, const AccountRow &draft,
                                const std::function<void()> &next)
{
    if (!pin)
        return next();
    if (pin->kind != PinChoice::Kind::Current) {
        m_input.pin = pin->sha256;
        return next();
    }
    then(services().accounts.serverCertificate(draft), [this, next](
                                                           const ServerCertificate &certificate) {
        m_input.pin = certificate.sha256;
        output().note(tr("The server's certificate now: %1, from %2, valid from %3 to %4, "
                         "SHA-256 %5.")
                          .arg(displaySafe(certificate.subject), displaySafe(certificate.issuer),
                               shownTime(certificate.validFrom), shownTime(certificate.validTo),
                               fingerprintText(certificate.sha256)));
        next();
    });
}

void AccountsChangeJob::withCredentials(const ProviderInfo &provider,
                                        const QList<CredentialChoice> &choices, bool complete,
                                        std::function<void()> send)
{
    const auto chosen = chooseSlots(provider, choices, complete);
    if (!chosen)
        return refuse(chosen.error());
    QStringList slotsToRead;
    QStringList prompts;
    for (const auto &[slot, source] : *chosen) {
        m_input.credentials.insert(slot, {source, {}});
        if (source.kind != CredentialSource::Kind::Keychain)
            continue;
        slotsToRead.append(slot);
        prompts.append(tr("Credential \"%1\" of %2").arg(slot, m_input.name));
    }
    if (prompts.isEmpty())
        return send();
    whenDone(terminal().readSecrets(prompts), this,
             [this, slotsToRead, send](const Outcome<QList<SharedSecret>> &secrets) {
                 if (!secrets)
                     return refuse(secrets.error());
                 for (qsizetype i = 0; i < slotsToRead.size(); ++i)
                     m_input.credentials[slotsToRead.at(i)].value = secrets->at(i);
                 send();
             });
}

void AccountsChangeJob::report(const AccountCheck &check)
{
    const QString sentence = std::holds_alternative<AccountsAdd>(m_order)
                                 ? tr("Added %1.").arg(check.account.name)
                                 : tr("Changed %1.").arg(check.account.name);
    output().result(shownCheck(sentence, check), checkDocument(check));
    finish(done);
}

void AccountsCheckJob::start()
{
    const auto account = accountNamed(m_order.name);
    if (!account)
        return;
    then(services().accounts.check(account->id), [this](const AccountCheck &check) {
        output().result(shownCheck(tr("%1 works.").arg(check.account.name), check),
                        checkDocument(check));
        finish(done);
    });
}

void AccountsRemoveJob::start()
{
    if (!m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    const auto account = accountNamed(m_order.name);
    if (!account)
        return;
    if (m_order.yes)
        return remove(*account);
    const QString question =
        tr("Forget the account %1, its inventory and what the keychain holds for it? The secrets "
           "that are kept there are lost; the keys at the vendor stay.")
            .arg(account->name);
    then(terminal().ask(question + u' ' + yesWanted()), [this, account](const QString &answer) {
        if (isYes(answer))
            return remove(*account);
        fail(notConfirmed());
    });
}

void AccountsRemoveJob::remove(const AccountRow &account)
{
    then(services().accounts.remove(account.id), [this, name = account.name](Done) {
        output().result(tr("Removed %1.").arg(name) + u'\n', {{"removed"_L1, name}});
        finish(done);
    });
}

} // namespace chatelaine::cli
