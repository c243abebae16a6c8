// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyquery.h"
#include "core/outcome.h"
#include "core/payment.h"
#include "core/providerinfo.h"
#include "services/heldsecrets.h"

#include <QJsonValue>
#include <QObject>

namespace chatelaine {

struct ServiceContext;

struct NewKey
{
    OperationId operation; ///< under which it is made; empty: a new one
    AccountId account;
    ContainerPath container;
    QString kind;
    QMap<QString, QJsonValue> values; ///< by field id, as CreateOrder
    bool unheldAccepted =
        false; ///< the user knows that the secret cannot be held in the keychain, and goes on
};

struct NewKeyResult
{
    KeyRow key; ///< uid empty when the vendor did not show the record
    HeldSecret secret;
    QStringList warnings;
    std::optional<Timestamp>
        outgoingUntil; ///< of a rotation: how long the old secret goes on working; absent: not
};

/** A new secret for an existing key. */
struct KeyRotation
{
    KeyUid key;
    QMap<QString, QJsonValue> values; ///< of the rotation's form, by field id
    bool unheldAccepted = false;      ///< as NewKey
    bool inUseConfirmed = false; ///< the user knows that the account itself works with this key
};

struct KeyChange
{
    KeyRow key;
    bool verified = false;
    QString note;
};

struct KeyCheck
{
    enum class Verdict { Accepted, Refused, Inconclusive } verdict = Verdict::Inconclusive;
    QString sentence;
    KeyRow key;   ///< with what the check changed (a manual key's state)
    QString lane; ///< which way the request was served: "key", "public", "paid"; empty: not told
    std::optional<RateLimit> rateLimit;
    QList<PaymentChallenge> challenges; ///< what the vendor wants to be paid; never paid here
    std::optional<PaymentReceipt> receipt;
};

/** An operation whose outcome nobody knows, and the things that may be what it made or touched. */
struct Doubt
{
    OperationRow operation;
    QList<KeyRow> candidates;
    QList<ContainerRow> containers; ///< when `operation.object` is an organization or project
    QList<WebhookRow> webhooks;     ///< when it is a webhook
    bool certain = false;           ///< one candidate that passes every test: its secret is lost
    QString meaning;                ///< what may be the case now, a sentence for the user
    std::optional<HeldSecret> held; ///< the secret that came under it: not lost
    bool canRotateAgain = false; ///< KeyService::rotate() with the candidate gives a secret again
};

/** Everything that is done with keys. Each change is in the journal before it is sent. Lives on the
 * main thread. */
class KeyService : public QObject
{
    Q_OBJECT
public:
    KeyService(ServiceContext &context, HeldSecrets &held, QObject *parent = nullptr);
    ~KeyService() override;

    [[nodiscard]] FutureOutcome<KeyRow> key(const KeyUid &uid);
    /** The keys that a query selects, from the local store. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>> list(const KeyQuery &query);
    /** What KEY means (INTERFACES.md): exactly one row, else NotFound, or Conflict whose message
     * names the candidates. */
    [[nodiscard]] FutureOutcome<KeyRow> find(const QString &text);
    [[nodiscard]] FutureOutcome<QList<ContainerRow>>
    containers(const AccountId &account); ///< empty: of all
    [[nodiscard]] FutureOutcome<QList<FieldOption>>
    fieldOptions(const AccountId &account, const QString &kind, const QString &field,
                 const ContainerPath &container, KeyVerb verb = KeyVerb::Create);

    /** Keychain error with nothing sent when the secret cannot be held and that was not accepted.
     */
    [[nodiscard]] FutureOutcome<NewKeyResult> create(const NewKey &order);
    /** Enable, Disable, Revoke or Delete. The key in use: Conflict, unless `inUseConfirmed`.
     * `operation`: under which it is done; empty: a new one. */
    [[nodiscard]] FutureOutcome<KeyChange> apply(const KeyUid &key, KeyVerb verb,
                                                 bool inUseConfirmed = false,
                                                 const OperationId &operation = {});
    /** Gives a key a new secret, which is held as that of a new key. Conflict and Keychain errors
     * as in apply() and create(), with nothing sent. An outcome that is unknown is a doubt: the old
     * secret may be dead and the new one lost; rotate again. A success settles such doubts. */
    [[nodiscard]] FutureOutcome<NewKeyResult> rotate(const KeyRotation &order);
    /** Changes what the vendor lets be changed of a key, by the fields of its Update form. */
    [[nodiscard]] FutureOutcome<KeyChange> update(const KeyUid &key,
                                                  const QMap<QString, QJsonValue> &values);
    /** Records an existing key of a kind that is added by hand, keeps its secret in the keychain
     * and checks it. */
    [[nodiscard]] FutureOutcome<KeyCheck> addExisting(const AccountId &account, const QString &kind,
                                                      const QString &name, SharedSecret secret);
    /** Asks the vendor, at no cost, with the kept secret, or with the one given (which is not
     * stored). */
    [[nodiscard]] FutureOutcome<KeyCheck> check(const KeyUid &key, SharedSecret secret = {});

    /** Goes through what earlier processes left unfinished; call at start. @return how many
     * operations became in doubt. */
    [[nodiscard]] FutureOutcome<int> recover();
    [[nodiscard]] FutureOutcome<QList<OperationRow>>
    operations(std::optional<OperationState> state);
    [[nodiscard]] FutureOutcome<QList<Doubt>> doubts();
    /** Settles a doubt: `key` is what it made (its secret is lost), or empty: it made nothing. */
    [[nodiscard]] FutureOutcome<Done> settle(const OperationId &operation, const KeyUid &key);
    /** Settles the doubt about anything that makes no key. */
    [[nodiscard]] FutureOutcome<Done> settleAs(const OperationId &operation, bool tookEffect);

signals:
    void doubtsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
