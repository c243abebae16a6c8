// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keychangejob.h"

#include "cli/choices.h"
#include "cli/confirmation.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sentenceFor(KeyVerb verb, const QString &name)
{
    switch (verb) {
    case KeyVerb::Enable:
        return KeyChangeJob::tr("Enabled \"%1\".").arg(name);
    case KeyVerb::Disable:
        return KeyChangeJob::tr("Disabled \"%1\".").arg(name);
    case KeyVerb::Revoke:
        return KeyChangeJob::tr("Revoked \"%1\".").arg(name);
    case KeyVerb::Delete:
        return KeyChangeJob::tr("Deleted \"%1\".").arg(name);
    case KeyVerb::Create:
    case KeyVerb::Rotate:
    case KeyVerb::Update:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

void KeyChangeJob::start()
{
    const bool takesAway = m_order.verb == KeyVerb::Revoke || m_order.verb == KeyVerb::Delete;
    if (takesAway && !m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    then(services().keys.find(m_order.key), [this](const KeyRow &key) { found(key); });
}

void KeyChangeJob::found(const KeyRow &key)
{
    m_key = key;
    const AccountRow account = accountOf(key.account);
    const ProviderInfo provider =
        services().accounts.providerOf(key.account).value_or(ProviderInfo());
    KindInfo kind;
    kind.id = key.record.kind;
    if (const KindInfo *known = provider.kind(kind.id))
        kind = *known;
    const VerbInfo *verb = kind.verb(m_order.verb);
    if (!verb)
        return fail(missingVerb(provider, kind, m_order.verb));

    if (key.inUse && m_order.verb != KeyVerb::Enable)
        return askForName();
    if (m_order.yes || !(verb->isDestructive || verb->final))
        return apply(false);
    if (!terminal().canAsk())
        return refuse(confirmationMissing());
    then(terminal().ask(changeQuestion(key, account, *verb)), [this](const QString &answer) {
        if (isYes(answer))
            return apply(false);
        fail(notConfirmed());
    });
}

void KeyChangeJob::askForName()
{
    if (!terminal().canAsk())
        return fail(inUseUnasked(m_key));
    then(terminal().ask(inUseQuestion(m_key, accountOf(m_key.account))),
         [this](const QString &answer) {
             if (answer == nameToType(m_key))
                 return apply(true);
             fail(notConfirmed());
         });
}

void KeyChangeJob::apply(bool inUseConfirmed)
{
    then(services().keys.apply(m_key.uid, m_order.verb, inUseConfirmed),
         [this](const KeyChange &change) { report(change); });
}

void KeyChangeJob::report(const KeyChange &change)
{
    const QString name = displaySafe(nameToType(change.key));
    QString text =
        change.verified
            ? sentenceFor(m_order.verb, name) + u' ' +
                  tr("The vendor now says: %1.").arg(keyStateName(change.key.record.state))
            : tr("Not proven: %1 of \"%2\".").arg(keyVerbName(m_order.verb), name);
    if (!change.note.isEmpty())
        text += u' ' + displaySafe(change.note);
    QJsonObject document{{"verb"_L1, keyVerbName(m_order.verb)},
                         {"verified"_L1, change.verified},
                         {"key"_L1, keyDocument(change.key, accountOf(change.key.account))}};
    if (!change.note.isEmpty())
        document.insert("note"_L1, change.note);
    output().result(text + u'\n', document);
    if (!change.verified && !output().json())
        output().note(tr("Sync the account and look at the key again. If it has not changed then, "
                         "repeat this, or do it on the vendor's own pages."));
    finish(change.verified ? done : notDone);
}

} // namespace chatelaine::cli
