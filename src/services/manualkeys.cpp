// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/manualkeys.h"

#include "providers/providerclient.h"
#include "providers/secretfilter.h"
#include "services/context.h"
#include "services/events.h"
#include "services/withclient.h"
#include "store/store.h"

namespace chatelaine {

namespace {

QString verdictName(KeyCheck::Verdict verdict)
{
    switch (verdict) {
    case KeyCheck::Verdict::Accepted:
        return QStringLiteral("accepted");
    case KeyCheck::Verdict::Refused:
        return QStringLiteral("refused");
    case KeyCheck::Verdict::Inconclusive:
        return QStringLiteral("inconclusive");
    }
    Q_UNREACHABLE();
}

KeyCheck::Verdict verdictOf(SecretVerdict::Verdict verdict)
{
    switch (verdict) {
    case SecretVerdict::Verdict::Accepted:
        return KeyCheck::Verdict::Accepted;
    case SecretVerdict::Verdict::Refused:
        return KeyCheck::Verdict::Refused;
    case SecretVerdict::Verdict::Inconclusive:
        return KeyCheck::Verdict::Inconclusive;
    }
    Q_UNREACHABLE();
}

/** INTERFACES.md: unknown until a check succeeds, active after, deleted on a refusal after a
 * success. */
KeyState manualStateAfter(KeyState before, KeyCheck::Verdict verdict)
{
    if (verdict == KeyCheck::Verdict::Accepted)
        return KeyState::Active;
    if (verdict == KeyCheck::Verdict::Refused && before == KeyState::Active)
        return KeyState::Deleted;
    return before;
}

} // namespace

ManualKeys::ManualKeys(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_held(held)
{}

FutureOutcome<KeyCheck> ManualKeys::add(const AccountId &account, const QString &kind,
                                        const QString &name, SharedSecret secret)
{
    Answer<KeyCheck> answer;
    withAccount(
        m_context, account, this, answer,
        [this, kind, name, secret, answer](const AccountRow &row, ProviderClient &client) {
            const KindInfo *info = client.info().kind(kind);
            Error error;
            error.kind = ErrorKind::InvalidRequest;
            if (!info) {
                error.message =
                    tr("%1 has no keys of the kind \"%2\".").arg(client.info().name, kind);
                return answer.give(error);
            }
            if (name.trimmed().isEmpty() || name.size() > 200) {
                error.message = tr("A key needs a name of 1 to 200 characters.");
                return answer.give(error);
            }
            if (!secret->fits(info->tokenPattern)) {
                error.message = tr("This does not look like a key of %1.").arg(client.info().name);
                error.next =
                    tr("Check that the whole value was pasted, and that it is for this provider.");
                return answer.give(error);
            }
            KeyRow key;
            key.uid = KeyUid(newUuid());
            key.account = row.id;
            key.manual = true;
            key.record.id = VendorKeyId(QStringLiteral("manual-") + key.uid.toString());
            key.record.kind = kind;
            key.record.name = name.trimmed();
            key.record.mask = maskOf(secret->borrowed(), info->tokenPrefixes);
            key.firstSeenAt = m_context.clock.now();
            store(row, key, secret, answer);
        });
    return answer.future();
}

void ManualKeys::store(const AccountRow &account, const KeyRow &row, const SharedSecret &secret,
                       const Answer<KeyCheck> &answer)
{
    whenDone(m_held.condition(), this,
             [this, account, row, secret, answer](const Outcome<HoldingCondition> &condition) {
                 if (!condition || !condition->usable) {
                     Error error;
                     error.kind = ErrorKind::Keychain;
                     error.message =
                         tr("The key was not added, because its secret cannot be kept: %1")
                             .arg(condition ? condition->sentence : condition.error().message);
                     error.next = condition ? condition->next : condition.error().next;
                     return answer.give(error);
                 }
                 whenDone(
                     m_context.store.append(keyEvent(QStringLiteral("key.add"),
                                                     QStringLiteral("succeeded"), account, row)),
                     this, [this, account, row, secret, answer](const Outcome<JournalLine> &line) {
                         if (!line)
                             return answer.give(line.error());
                         whenDone(m_context.store.putKey(row), this,
                                  [this, account, secret, answer](const Outcome<KeyRow> &put) {
                                      if (!put)
                                          return answer.give(put.error());
                                      whenDone(m_held.keepGiven(*put, secret), this,
                                               [this, account, put, secret,
                                                answer](const Outcome<Done> &kept) {
                                                   if (!kept)
                                                       return answer.give(kept.error());
                                                   KeyRow key = *put;
                                                   key.kept = true;
                                                   ask({key, account}, secret, answer);
                                               });
                                  });
                     });
             });
}

FutureOutcome<KeyCheck> ManualKeys::check(const KeyUid &key, SharedSecret secret)
{
    Answer<KeyCheck> answer;
    whenDone(findKey(m_context.store, key, this), this,
             [this, secret, answer](const Outcome<KeyAndAccount> &found) {
                 if (!found)
                     return answer.give(found.error());
                 if (secret)
                     return ask(*found, secret, answer);
                 whenDone(m_held.kept(found->key.uid), this,
                          [this, found = *found, answer](const Outcome<SharedSecret> &kept) {
                              if (kept)
                                  return ask(found, *kept, answer);
                              Error error = kept.error();
                              if (error.kind == ErrorKind::NotFound) {
                                  error.message = tr("The secret of \"%1\" is not in the keychain, "
                                                     "so it cannot be checked.")
                                                      .arg(found.key.record.name);
                                  error.next = tr("Give the secret for this one check.");
                              }
                              answer.give(error);
                          });
             });
    return answer.future();
}

void ManualKeys::ask(const KeyAndAccount &found, const SharedSecret &secret,
                     const Answer<KeyCheck> &answer)
{
    const auto client = m_context.clients.client(found.account);
    if (!client)
        return answer.give(client.error());
    whenDone((*client)->checkSecret(secret, found.key.record.kind, found.key.record), this,
             [this, found, answer](const Outcome<SecretVerdict> &verdict) {
                 if (!verdict)
                     return answer.give(verdict.error());
                 judge(found, *verdict, answer);
             });
}

void ManualKeys::judge(const KeyAndAccount &found, const SecretVerdict &verdict,
                       const Answer<KeyCheck> &answer)
{
    KeyCheck check;
    check.verdict = verdictOf(verdict.verdict);
    check.sentence = verdict.sentence;
    check.lane = verdict.lane;
    check.rateLimit = verdict.rateLimit;
    check.challenges = verdict.challenges;
    check.receipt = verdict.receipt;
    check.key = found.key;
    if (found.key.manual)
        check.key.record.state = manualStateAfter(found.key.record.state, check.verdict);

    JournalEvent event = keyEvent(QStringLiteral("key.check"), QStringLiteral("succeeded"),
                                  found.account, found.key);
    event.detail.insert(QStringLiteral("verdict"), verdictName(check.verdict));
    whenDone(m_context.store.append(event), this,
             [this, found, check, answer](const Outcome<JournalLine> &line) {
                 if (!line)
                     return answer.give(line.error());
                 if (check.key == found.key)
                     return answer.give(check);
                 whenDone(m_context.store.putKey(check.key), this,
                          [check, answer](const Outcome<KeyRow> &put) {
                              if (!put)
                                  return answer.give(put.error());
                              answer.give(check);
                          });
             });
}

} // namespace chatelaine
