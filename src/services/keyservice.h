// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyquery.h"
#include "core/outcome.h"
#include "core/providerinfo.h"
#include "services/heldsecrets.h"

#include <QJsonValue>
#include <QObject>

namespace chatelaine {

struct ServiceContext;

struct NewKey
{
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
    KeyRow key; ///< with what the check changed (a manual key's state)
};

/** An operation whose outcome nobody knows, and the keys that may be what it made. */
struct Doubt
{
    OperationRow operation;
    QList<KeyRow> candidates;
    bool certain = false; ///< one candidate that passes every test: its secret is lost
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
    [[nodiscard]] FutureOutcome<QList<FieldOption>> fieldOptions(const AccountId &account,
                                                                 const QString &kind,
                                                                 const QString &field,
                                                                 const ContainerPath &container);

    /** Keychain error with nothing sent when the secret cannot be held and that was not accepted.
     */
    [[nodiscard]] FutureOutcome<NewKeyResult> create(const NewKey &order);
    /** Enable, Disable, Revoke or Delete. The key in use: Conflict, unless `inUseConfirmed`. */
    [[nodiscard]] FutureOutcome<KeyChange> apply(const KeyUid &key, KeyVerb verb,
                                                 bool inUseConfirmed = false);
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

signals:
    void doubtsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
