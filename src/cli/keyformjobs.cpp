// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keyformjobs.h"

#include "cli/choices.h"
#include "cli/confirmation.h"
#include "cli/table.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

KindInfo kindOf(const ProviderInfo &provider, const KeyRow &key)
{
    if (const KindInfo *known = provider.kind(key.record.kind))
        return *known;
    KindInfo unknown;
    unknown.id = key.record.kind;
    return unknown;
}

} // namespace

void KeyRotateJob::start()
{
    if (!m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    then(services().keys.find(m_order.key), [this](const KeyRow &key) { found(key); });
}

void KeyRotateJob::found(const KeyRow &key)
{
    m_key = key;
    const ProviderInfo provider =
        services().accounts.providerOf(key.account).value_or(ProviderInfo());
    const KindInfo kind = kindOf(provider, key);
    const VerbInfo *verb = kind.verb(KeyVerb::Rotate);
    if (!verb)
        return fail(missingVerb(provider, kind, KeyVerb::Rotate));
    const auto values =
        formValues(provider, verb->fields,
                   {{u"grace"_s, u"--grace"_s, optionSeconds(m_order.grace)},
                    {u"expires"_s, u"--expires-in"_s, optionSeconds(m_order.expiresIn)}},
                   m_order.fields);
    if (!values)
        return refuse(values.error());
    m_rotation.key = key.uid;
    m_rotation.values = *values;
    if (key.inUse)
        return askForName();
    if (m_order.yes)
        return rotate();
    ask(*verb);
}

void KeyRotateJob::ask(const VerbInfo &verb)
{
    then(terminal().ask(changeQuestion(m_key, accountOf(m_key.account), verb)),
         [this](const QString &answer) {
             if (isYes(answer))
                 return rotate();
             fail(notConfirmed());
         });
}

void KeyRotateJob::askForName()
{
    if (!terminal().canAsk())
        return fail(inUseUnasked(m_key));
    then(terminal().ask(inUseQuestion(m_key, accountOf(m_key.account))),
         [this](const QString &answer) {
             if (answer != nameToType(m_key))
                 return fail(notConfirmed());
             m_rotation.inUseConfirmed = true;
             rotate();
         });
}

void KeyRotateJob::rotate()
{
    whenHoldable(m_order.delivery, [this](bool unheldAccepted) {
        m_rotation.unheldAccepted = unheldAccepted;
        then(services().keys.rotate(m_rotation),
             [this](const NewKeyResult &result) { rotated(result); });
    });
}

void KeyRotateJob::rotated(const NewKeyResult &result)
{
    for (const QString &warning : result.warnings)
        output().note(displaySafe(warning, 2048));
    QJsonObject document = keyDocument(result.key, accountOf(m_key.account));
    if (!result.warnings.isEmpty())
        document.insert("warnings"_L1, QJsonArray::fromStringList(result.warnings));
    const QString name = displaySafe(nameToType(result.key));
    QString made = tr("Rotated \"%1\".").arg(name);
    if (result.outgoingUntil) {
        document.insert("outgoingUntil"_L1, result.outgoingUntil->toIso());
        const QString until =
            tr("The old secret works until %1.").arg(shownTime(result.outgoingUntil));
        made += u' ' + until;
        if (m_order.delivery.isStdout() && !output().json())
            output().note(until);
    }
    deliver({result.secret, m_order.delivery, document, made,
             tr("\"%1\" was rotated, but its new secret was not delivered.").arg(name)});
}

void KeyUpdateJob::start()
{
    then(services().keys.find(m_order.key), [this](const KeyRow &key) { found(key); });
}

void KeyUpdateJob::found(const KeyRow &key)
{
    const ProviderInfo provider =
        services().accounts.providerOf(key.account).value_or(ProviderInfo());
    const KindInfo kind = kindOf(provider, key);
    const VerbInfo *verb = kind.verb(KeyVerb::Update);
    if (!verb)
        return fail(missingVerb(provider, kind, KeyVerb::Update));
    const auto values = givenValues(provider, verb->fields, {}, m_order.fields);
    if (!values)
        return refuse(values.error());
    then(services().keys.update(key.uid, *values), [this](const KeyChange &change) {
        const QString name = displaySafe(nameToType(change.key));
        QString text = (change.verified ? tr("Changed \"%1\".")
                                        : tr("Not proven: \"%1\" has what was asked for."))
                           .arg(name);
        QJsonObject document{{"verb"_L1, keyVerbName(KeyVerb::Update)},
                             {"verified"_L1, change.verified},
                             {"key"_L1, keyDocument(change.key, accountOf(change.key.account))}};
        if (!change.note.isEmpty()) {
            text += u' ' + displaySafe(change.note);
            document.insert("note"_L1, change.note);
        }
        output().result(text + u'\n', document);
        if (!change.verified && !output().json())
            output().note(tr("The vendor agreed, but does not show it. Sync the account and look "
                             "at the key again."));
        finish(change.verified ? done : notDone);
    });
}

} // namespace chatelaine::cli
