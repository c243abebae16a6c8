// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/containerjobs.h"

#include "cli/choices.h"
#include "cli/confirmation.h"
#include "cli/values.h"
#include "core/redaction.h"
#include "services/accountservice.h"

#include <algorithm>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto organizationLevel = "organization"_L1;

QString containerName(const ContainerPath &path)
{
    const ContainerStep &self = path.constLast();
    return displaySafe(self.name.isEmpty() ? self.id.toString() : self.name);
}

Error missingContainerVerb(const ProviderInfo &provider, const QString &level, ContainerVerb verb)
{
    const LevelInfo *info = provider.level(level);
    QStringList verbs;
    for (const ContainerVerbInfo &known : info ? info->verbs : QList<ContainerVerbInfo>())
        verbs.append(containerVerbName(known.verb));
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = ContainerChangeJob::tr("%1 has no \"%2\" here.")
                        .arg(provider.name, containerVerbName(verb));
    error.message +=
        u' ' + (verbs.isEmpty()
                    ? ContainerChangeJob::tr("Its API changes nothing of that kind.")
                    : ContainerChangeJob::tr("What exists: %1.").arg(verbs.join(", "_L1)));
    return error;
}

const ContainerVerbInfo *verbIn(const ProviderInfo &provider, const QString &level,
                                ContainerVerb verb)
{
    const LevelInfo *info = provider.level(level);
    return info ? info->verb(verb) : nullptr;
}

/** As `orgs list` and `projects list` have it. */
QJsonObject changedContainer(const ContainerChangeResult &result, const AccountRow &account)
{
    ContainerRow row;
    row.account = account.id;
    row.path = result.container;
    row.keys = result.key && !result.key->key.uid.isEmpty() ? 1 : 0;
    QJsonObject object = containerDocument(row, account);
    object.remove("keys"_L1);
    return object;
}

} // namespace

void ContainerCreateJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    fillForm(*account, services().accounts.providerOf(account->id).value_or(ProviderInfo()));
}

void ContainerCreateJob::fillForm(const AccountRow &account, const ProviderInfo &provider)
{
    const ContainerVerbInfo *verb = verbIn(provider, m_order.level, ContainerVerb::Create);
    if (!verb)
        return fail(missingContainerVerb(provider, m_order.level, ContainerVerb::Create));
    if (!verb->keyKind.isEmpty() && !m_order.delivery)
        return refuse(usageError(tr("A key comes with it: say where its secret goes, with "
                                    "--deliver stdout or --deliver keychain.")));
    if (verb->keyKind.isEmpty() && m_order.delivery)
        return refuse(usageError(tr("No key comes with it; leave --deliver out.")));
    const auto values = formValues(provider, verb->fields,
                                   {{u"name"_s, u"--name"_s, {m_order.name}}}, m_order.fields);
    if (!values)
        return refuse(values.error());
    m_change.account = account.id;
    m_change.verb = ContainerVerb::Create;
    m_change.level = m_order.level;
    m_change.values = *values;
    choosePlace(account, provider);
}

void ContainerCreateJob::choosePlace(const AccountRow &account, const ProviderInfo &provider)
{
    if (m_order.level == organizationLevel || !provider.level(organizationLevel))
        return create();
    then(services().keys.containers(account.id), [this, account](const QList<ContainerRow> &rows) {
        QList<ContainerRow> parents;
        for (const ContainerRow &row : rows) {
            if (row.path.constLast().level == organizationLevel)
                parents.append(row);
        }
        if (m_order.parent.isEmpty() && parents.size() == 1) {
            m_change.container = parents.constFirst().path;
            return create();
        }
        if (m_order.parent.isEmpty())
            return refuse(usageError(tr("Say in which organization: --org ORG. (See: chatelainectl "
                                        "orgs list)")));
        const auto chosen = chooseContainer(parents, m_order.parent, organizationLevel,
                                            [&account](const AccountId &) { return account.name; });
        if (!chosen)
            return fail(chosen.error());
        m_change.container = chosen->path;
        create();
    });
}

void ContainerCreateJob::create()
{
    const auto send = [this](bool unheldAccepted) {
        m_change.unheldAccepted = unheldAccepted;
        then(services().containers.change(m_change),
             [this](const ContainerChangeResult &result) { created(result); });
    };
    if (!m_order.delivery)
        return send(false);
    whenHoldable(*m_order.delivery, send);
}

void ContainerCreateJob::created(const ContainerChangeResult &result)
{
    QStringList warnings = result.warnings;
    if (result.key)
        warnings += result.key->warnings;
    for (const QString &warning : std::as_const(warnings))
        output().note(displaySafe(warning, 2048));
    const AccountRow account = accountOf(m_change.account);
    QJsonObject document = changedContainer(result, account);
    if (!warnings.isEmpty())
        document.insert("warnings"_L1, QJsonArray::fromStringList(warnings));
    const QString name = containerName(result.container);
    if (!result.key) {
        output().result(tr("Created \"%1\".").arg(name) + u'\n', document);
        return finish(done);
    }
    if (!result.key->key.uid.isEmpty())
        document.insert("key"_L1, keyDocument(result.key->key, account));
    deliver({result.key->secret, m_order.delivery.value_or(Delivery()), document,
             tr("Created \"%1\", and a key with it.").arg(name),
             tr("\"%1\" was made, but the secret of the key that came with it was not delivered.")
                 .arg(name)});
}

void ContainerChangeJob::start()
{
    if (m_order.verb == ContainerVerb::Delete && !m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    AccountId account;
    if (!m_order.account.isEmpty()) {
        const auto named = accountNamed(m_order.account);
        if (!named)
            return;
        account = named->id;
    }
    then(services().keys.containers(account), [this](const QList<ContainerRow> &rows) {
        const auto chosen =
            chooseContainer(rows, m_order.container, m_order.level,
                            [this](const AccountId &id) { return accountOf(id).name; });
        if (!chosen)
            return fail(chosen.error());
        found(*chosen);
    });
}

void ContainerChangeJob::found(const ContainerRow &row)
{
    m_row = row;
    m_change.account = row.account;
    m_change.verb = m_order.verb;
    m_change.level = m_order.level;
    m_change.container = row.path;
    const ProviderInfo provider =
        services().accounts.providerOf(row.account).value_or(ProviderInfo());
    const ContainerVerbInfo *verb = verbIn(provider, m_order.level, m_order.verb);
    if (!verb)
        return fail(missingContainerVerb(provider, m_order.level, m_order.verb));
    if (m_order.verb == ContainerVerb::Rename)
        return rename(provider, *verb);
    then(services().containers.keysThatGoWith(row.account, row.path),
         [this, verb = *verb](const QList<KeyRow> &keys) { askToDelete(verb, keys); });
}

void ContainerChangeJob::rename(const ProviderInfo &provider, const ContainerVerbInfo &verb)
{
    const auto values =
        givenValues(provider, verb.fields, {{u"name"_s, u"--name"_s, {m_order.name}}}, {});
    if (!values)
        return refuse(values.error());
    m_change.values = *values;
    apply();
}

void ContainerChangeJob::askToDelete(const ContainerVerbInfo &verb, const QList<KeyRow> &keys)
{
    constexpr qsizetype mostShown = 20;
    QString question =
        tr("Delete \"%1\" of %2?").arg(containerName(m_row.path), accountOf(m_row.account).name) +
        u'\n';
    if (!verb.consequence.isEmpty())
        question += verb.consequence + u'\n';
    if (!keys.isEmpty())
        question += tr("%n key(s) go with it:", "", static_cast<int>(keys.size())) + u'\n';
    for (const KeyRow &key : keys.first(qMin(mostShown, keys.size())))
        question +=
            u"  "_s + displaySafe(nameToType(key)) + u' ' + displaySafe(key.record.mask) + u'\n';
    if (keys.size() > mostShown)
        question += tr("and %n more", "", static_cast<int>(keys.size() - mostShown)) + u'\n';
    if (std::any_of(keys.begin(), keys.end(), [](const KeyRow &key) { return key.inUse; }))
        return confirmUsed(question);
    if (m_order.yes)
        return apply();
    then(terminal().ask(question + yesWanted()), [this](const QString &answer) {
        if (isYes(answer))
            return apply();
        fail(notConfirmed());
    });
}

/** `--yes` is not enough where the account's own credential goes too. */
void ContainerChangeJob::confirmUsed(const QString &question)
{
    const QString name = containerName(m_row.path);
    if (!terminal().canAsk()) {
        Error error;
        error.kind = ErrorKind::Conflict;
        error.message = tr("The credential of this account itself is in \"%1\".").arg(name);
        error.next = tr("Run this on a terminal, where the name can be typed; --yes is not enough "
                        "for it. Nothing was sent.");
        return fail(error);
    }
    const QString typed =
        tr("The credential of this account itself is among them: after this, Chatelaine cannot "
           "reach it any more.\nType the name of what is deleted to go on:");
    then(terminal().ask(question + typed), [this, name](const QString &answer) {
        if (answer != name)
            return fail(notConfirmed());
        m_change.inUseConfirmed = true;
        apply();
    });
}

void ContainerChangeJob::apply()
{
    then(services().containers.change(m_change),
         [this](const ContainerChangeResult &result) { report(result); });
}

void ContainerChangeJob::report(const ContainerChangeResult &result)
{
    const AccountRow account = accountOf(m_row.account);
    for (const QString &warning : result.warnings)
        output().note(displaySafe(warning, 2048));
    QJsonArray ended;
    for (const KeyRow &key : result.ended)
        ended.append(keyDocument(key, account));
    QJsonObject document{{"verb"_L1, containerVerbName(m_order.verb)},
                         {"verified"_L1, result.verified},
                         {"container"_L1, changedContainer(result, account)},
                         {"keys"_L1, ended}};
    const QString name = containerName(m_row.path);
    QString text = m_order.verb == ContainerVerb::Rename
                       ? tr("\"%1\" is now \"%2\".").arg(name, containerName(result.container))
                       : tr("Deleted \"%1\".").arg(name);
    if (!result.ended.isEmpty())
        text += u' ' + tr("%n key(s) went with it.", "", static_cast<int>(result.ended.size()));
    output().result(text + u'\n', document);
    if (!result.verified && !output().json())
        output().note(tr("The vendor agreed; that it took effect is not proven yet."));
    finish(done);
}

} // namespace chatelaine::cli
