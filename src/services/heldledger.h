// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/heldsecrets.h"

#include <QHash>
#include <QSet>

namespace chatelaine {

struct ServiceContext;

/** A held secret as this run knows it. */
struct HeldEntry
{
    HeldSecret facts;
    SharedSecret
        value; ///< in the locked heap while this run has it; null for one of an earlier run
};

/** Which secrets are held: in memory, in the keychain's index, and in the keychain without a name
 * there. Whose they are follows from the operations and webhooks of the store. */
class HeldLedger : public QObject
{
    Q_OBJECT
public:
    HeldLedger(ServiceContext &context, QObject *parent);

    const HeldEntry *find(const HeldSecretId &id) const; ///< null: not held; good until a change
    void add(const HeldEntry &entry);
    void setInKeychain(const HeldSecretId &id, bool inKeychain);
    void setKey(const HeldSecretId &id, const KeyRow &key);
    void setWebhook(const HeldSecretId &id, const WebhookRow &webhook);
    void setValue(const HeldSecretId &id, const SharedSecret &value);
    void dropValues(); ///< of those that the keychain has

    /** Those in memory and those that an earlier run left, oldest first. */
    [[nodiscard]] FutureOutcome<QList<HeldSecret>> read();
    /** What the keychain has under this operation, named in the index or not. Asked once in a run:
     * a locked keychain asks a question each time. */
    [[nodiscard]] FutureOutcome<std::optional<HeldSecret>> seek(const OperationRow &operation);
    /** Removes the entry from keychain, index and memory, in this order. */
    [[nodiscard]] FutureOutcome<Done> release(const HeldSecretId &id);

signals:
    void changed();

private:
    void addIndexed(const KeychainEntry &entry);
    void nameKey(const OperationRow &operation);
    void nameWebhooks(const Answer<QList<HeldSecret>> &answer);
    void addUnindexed(const OperationRow &operation, const SharedSecret &value,
                      const Answer<std::optional<HeldSecret>> &answer);
    QList<HeldSecret> all() const;

    ServiceContext &m_context;
    QHash<HeldSecretId, HeldEntry> m_entries;
    QSet<HeldSecretId> m_looked; ///< asked for in the keychain, whether it was there or not
};

} // namespace chatelaine
