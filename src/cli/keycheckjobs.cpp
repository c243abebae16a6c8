// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keycheckjobs.h"

#include "cli/choices.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString verdictName(KeyCheck::Verdict verdict)
{
    switch (verdict) {
    case KeyCheck::Verdict::Accepted:
        return u"accepted"_s;
    case KeyCheck::Verdict::Refused:
        return u"refused"_s;
    case KeyCheck::Verdict::Inconclusive:
        return u"inconclusive"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject checkDocument(const KeyCheck &check, const AccountRow &account)
{
    return {{"verdict"_L1, verdictName(check.verdict)},
            {"sentence"_L1, check.sentence},
            {"key"_L1, keyDocument(check.key, account)}};
}

} // namespace

void KeyCheckJob::start()
{
    then(services().keys.find(m_order.key), [this](const KeyRow &key) { found(key); });
}

void KeyCheckJob::found(const KeyRow &key)
{
    const ProviderInfo provider =
        services().accounts.providerOf(key.account).value_or(ProviderInfo());
    if (const KindInfo *kind = provider.kind(key.record.kind); kind && !kind->canCheck) {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = tr("%1 has no way to check keys of the kind \"%2\" at no cost.")
                            .arg(provider.name, kind->id);
        return fail(error);
    }
    if (!m_order.secretFromInput)
        return check(key.uid, {});
    const QString prompt = tr("Secret of \"%1\"").arg(displaySafe(key.record.name));
    whenDone(terminal().readSecrets({prompt}), this,
             [this, uid = key.uid](const Outcome<QList<SharedSecret>> &secrets) {
                 if (!secrets)
                     return refuse(secrets.error());
                 check(uid, secrets->constFirst());
             });
}

void KeyCheckJob::check(const KeyUid &key, SharedSecret secret)
{
    then(services().keys.check(key, std::move(secret)), [this](const KeyCheck &check) {
        output().result(displaySafe(check.sentence) + u'\n',
                        checkDocument(check, accountOf(check.key.account)));
        finish(check.verdict == KeyCheck::Verdict::Accepted ? done : notDone);
    });
}

void KeyAddJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    const auto kind = chooseKindToAdd(
        services().accounts.providerOf(account->id).value_or(ProviderInfo()), m_order.kind);
    if (!kind)
        return refuse(kind.error());
    const QString prompt = tr("Secret of \"%1\"").arg(m_order.name);
    whenDone(terminal().readSecrets({prompt}), this,
             [this, account, kind = kind->id](const Outcome<QList<SharedSecret>> &secrets) {
                 if (!secrets)
                     return refuse(secrets.error());
                 add(*account, kind, secrets->constFirst());
             });
}

void KeyAddJob::add(const AccountRow &account, const QString &kind, SharedSecret secret)
{
    then(services().keys.addExisting(account.id, kind, m_order.name, std::move(secret)),
         [this, account](const KeyCheck &check) {
             const QString text =
                 tr("Added %1.")
                     .arg(keyRef(account.name, check.key.record.container, check.key.record.id)) +
                 u' ' + displaySafe(check.sentence) + u'\n';
             output().result(text, checkDocument(check, account));
             finish(check.verdict == KeyCheck::Verdict::Refused ? notDone : done);
         });
}

} // namespace chatelaine::cli
