// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"
#include "secrets/secret.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/** A new secret that nobody has stored yet, as window and CLI see it. */
struct HeldSecret
{
    HeldSecretId id;
    OperationId operation;
    AccountId account;
    KeyUid key;         ///< empty when the vendor did not show the record, and for a webhook's
    WebhookUid webhook; ///< whose signing secret it is; empty for a key's
    QString keyName;    ///< or the webhook's URL
    QString mask;
    qsizetype length = 0;    ///< characters
    bool inKeychain = false; ///< false: in the memory of this run only
    Timestamp since;
};

/** Whether a new secret can be held, asked before a key is made. */
struct HoldingCondition
{
    bool usable = true;
    QString trouble; ///< machine name, e.g. "no_service"; empty when usable
    QString sentence;
    QString next;
};

/**
 * New secrets between their arrival and their being stored. A secret is put into the keychain
 * before anybody hears of it, and stays there until it is kept or forgotten. Lives on the main
 * thread.
 */
class HeldSecrets : public QObject
{
    Q_OBJECT
public:
    HeldSecrets(ServiceContext &context, QObject *parent = nullptr);
    ~HeldSecrets() override;

    [[nodiscard]] FutureOutcome<HoldingCondition> condition();

    /** Called by the services that make things: holds `secret` under the operation's name. Never
     * fails: without a keychain, in memory. */
    [[nodiscard]] FutureOutcome<HeldSecret> hold(const OperationRow &operation, const KeyRow &key,
                                                 SharedSecret secret);

    /** Called by the services that make things: the record of the new thing is in the store. */
    void setKey(const HeldSecretId &id, const KeyRow &key);
    void setWebhook(const HeldSecretId &id, const WebhookRow &webhook);

    std::optional<HeldSecret> held(const HeldSecretId &id) const;
    /** Those that an earlier run left in the keychain, or that are still open in this one. */
    [[nodiscard]] FutureOutcome<QList<HeldSecret>> pending();

    /** What came under this operation and is still held, also when no list names it because it
     * could not be written down. Nothing while the keychain cannot be read. */
    [[nodiscard]] FutureOutcome<std::optional<HeldSecret>> heldBy(const OperationRow &operation);

    /** The value, for showing, copying or delivering at once; `use` ("reveal", "copy", "deliver")
     * goes into the journal. */
    [[nodiscard]] FutureOutcome<SharedSecret> value(const HeldSecretId &id, const QString &use);
    /** The value for a use that has an entry of its own, which goes into the journal first. */
    [[nodiscard]] FutureOutcome<SharedSecret> value(const HeldSecretId &id,
                                                    const JournalEvent &use);
    /** An event about a held secret; without its facts when it is not held any more. */
    JournalEvent journalEvent(const HeldSecretId &id, const QString &kind,
                              const QString &outcome) const;
    /** Moves it to `kept/<key or webhook>`, from where "Check key" can use it. The held copy goes
     * once the kept one was read back. */
    [[nodiscard]] FutureOutcome<Done> keep(const HeldSecretId &id);
    /** The user has stored it elsewhere, or the key is gone: removes the held copy. `how` goes into
     * the journal. */
    [[nodiscard]] FutureOutcome<Done> forget(const HeldSecretId &id, const QString &how);

    /** Drops from memory what the keychain has; the next use reads it from there again. */
    void seal();
    /** Locked, it is sealed, and refuses (Forbidden) to reveal or copy. */
    void setLocked(bool locked);

    /** The kept secret of a key. NotFound when none is kept. */
    [[nodiscard]] FutureOutcome<SharedSecret> kept(const KeyUid &key);
    /** The kept signing secret of a webhook; `use` ("reveal", "copy") goes into the journal. */
    [[nodiscard]] FutureOutcome<SharedSecret> kept(const WebhookRow &webhook, const QString &use);
    /** Stores the secret of a key that was added by hand, as kept. */
    [[nodiscard]] FutureOutcome<Done> keepGiven(const KeyRow &key, SharedSecret secret);
    /** Drops the kept secret of a key that is gone. Succeeds when there is none. */
    [[nodiscard]] FutureOutcome<Done> dropKept(const KeyUid &key);
    [[nodiscard]] FutureOutcome<Done> dropKept(const WebhookUid &webhook);

signals:
    void pendingChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
