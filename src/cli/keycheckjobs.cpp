// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keycheckjobs.h"

#include "cli/choices.h"
#include "cli/table.h"
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

void putText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject rateLimitDocument(const RateLimit &limit)
{
    QJsonObject object;
    putText(object, "scope"_L1, limit.scope);
    if (limit.limit)
        object.insert("limit"_L1, *limit.limit);
    if (limit.remaining)
        object.insert("remaining"_L1, *limit.remaining);
    if (limit.resetAt)
        object.insert("resetAt"_L1, limit.resetAt->toIso());
    return object;
}

QJsonObject challengeDocument(const PaymentChallenge &challenge)
{
    QJsonObject object;
    putText(object, "id"_L1, challenge.id);
    putText(object, "realm"_L1, challenge.realm);
    putText(object, "method"_L1, challenge.method);
    putText(object, "intent"_L1, challenge.intent);
    putText(object, "amount"_L1, challenge.amount);
    putText(object, "currency"_L1, challenge.currency);
    putText(object, "recipient"_L1, challenge.recipient);
    putText(object, "description"_L1, challenge.description);
    putText(object, "problem"_L1, challenge.problem);
    if (challenge.expiresAt)
        object.insert("expiresAt"_L1, challenge.expiresAt->toIso());
    return object;
}

QJsonObject receiptDocument(const PaymentReceipt &receipt)
{
    QJsonObject object;
    putText(object, "status"_L1, receipt.status);
    putText(object, "method"_L1, receipt.method);
    putText(object, "reference"_L1, receipt.reference);
    if (receipt.at)
        object.insert("at"_L1, receipt.at->toIso());
    return object;
}

QJsonObject checkDocument(const KeyCheck &check, const AccountRow &account)
{
    QJsonObject document{{"verdict"_L1, verdictName(check.verdict)},
                         {"sentence"_L1, check.sentence},
                         {"key"_L1, keyDocument(check.key, account)}};
    putText(document, "lane"_L1, check.lane);
    if (check.rateLimit)
        document.insert("rateLimit"_L1, rateLimitDocument(*check.rateLimit));
    QJsonArray challenges;
    for (const PaymentChallenge &challenge : check.challenges)
        challenges.append(challengeDocument(challenge));
    if (!challenges.isEmpty())
        document.insert("challenges"_L1, challenges);
    if (check.receipt)
        document.insert("receipt"_L1, receiptDocument(*check.receipt));
    return document;
}

QString shownLimit(const RateLimit &limit)
{
    if (!limit.limit && !limit.remaining)
        return {};
    QString text = KeyCheckJob::tr("Rate limit: %1 of %2 left")
                       .arg(limit.remaining ? QString::number(*limit.remaining) : u"?"_s,
                            limit.limit ? QString::number(*limit.limit) : u"?"_s);
    if (!limit.scope.isEmpty())
        text += " ("_L1 + displaySafe(limit.scope) + u')';
    if (limit.resetAt)
        text += KeyCheckJob::tr(", until %1").arg(shownTime(limit.resetAt));
    return text + u'\n';
}

QString shownChallenge(const PaymentChallenge &challenge)
{
    if (!challenge.problem.isEmpty())
        return KeyCheckJob::tr("A payment was asked for that cannot be read: %1")
                   .arg(displaySafe(challenge.problem)) +
               u'\n';
    QString text = KeyCheckJob::tr("A payment is asked for: %1 of %2 to %3, by %4")
                       .arg(displaySafe(challenge.amount), displaySafe(challenge.currency),
                            displaySafe(challenge.recipient), displaySafe(challenge.method));
    if (challenge.expiresAt)
        text += KeyCheckJob::tr(", until %1").arg(shownTime(challenge.expiresAt));
    return text + u'\n' + KeyCheckJob::tr("Nothing was paid.") + u'\n';
}

QString shownCheck(const KeyCheck &check)
{
    QString text = displaySafe(check.sentence) + u'\n';
    if (!check.lane.isEmpty())
        text += KeyCheckJob::tr("Served as: %1").arg(displaySafe(check.lane)) + u'\n';
    if (check.rateLimit)
        text += shownLimit(*check.rateLimit);
    for (const PaymentChallenge &challenge : check.challenges)
        text += shownChallenge(challenge);
    if (check.receipt)
        text +=
            KeyCheckJob::tr("A payment was confirmed: %1 (%2)")
                .arg(displaySafe(check.receipt->status), displaySafe(check.receipt->reference)) +
            u'\n';
    return text;
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
        output().result(shownCheck(check), checkDocument(check, accountOf(check.key.account)));
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
