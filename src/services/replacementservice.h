// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keyservice.h"

#include <QObject>

namespace chatelaine {

struct ReplacementOrder
{
    KeyUid key;                       ///< the old one
    QMap<QString, QJsonValue> values; ///< of the new key's form; formFor() proposes them
    bool unheldAccepted = false;      ///< as NewKey
};

/** What the form of a new key takes over from the old one. */
struct ReplacementForm
{
    QMap<QString, QJsonValue> values;
    QStringList notTakenOver; ///< labels of fields whose old value the vendor does not tell
    QList<KeyVerb> ending;    ///< what will be done with the old key, in this order
};

/** The replacement of a key, and what can be done next. */
struct Replacement
{
    ReplacementRow row;
    KeyRow oldKey;
    std::optional<KeyRow> newKey;
    std::optional<HeldSecret> secret; ///< while the new secret is only held: store it first
    bool canGoOn = false; ///< goOn() has something to do: make the new key, or end the old one
    QString sentence;     ///< how it stands and what comes next, for the user
    QStringList warnings;
};

/**
 * The replacement of a key by a new one: make it, deliver its secret, revoke the old one. One
 * operation of several steps, each in the store before its call is made: it can be gone on with
 * after a crash or a quit, at any step. The old key is never ended while the new secret is only
 * held, nor when the new key is not there or not active. Lives on the main thread.
 */
class ReplacementService : public QObject
{
    Q_OBJECT
public:
    ReplacementService(ServiceContext &context, HeldSecrets &held, KeyService &keys,
                       QObject *parent = nullptr);
    ~ReplacementService() override;

    /** Unsupported when the vendor cannot make such keys, or cannot end the old one. */
    [[nodiscard]] FutureOutcome<ReplacementForm> formFor(const KeyUid &key);
    /** Makes the new key. Ends with its secret held: it is the user's to store (HeldSecrets), then
     * goOn(). Conflict when the key is being replaced already. */
    [[nodiscard]] FutureOutcome<Replacement> start(const ReplacementOrder &order);
    /**
     * Goes on from where it stands: makes the new key when none was made, ends the old one once the
     * new secret was stored. Conflict: the secret is still only held, the making is in doubt, the
     * new key is gone, another process is at it, or the old key is the one in use and that was not
     * confirmed; nothing was sent.
     */
    [[nodiscard]] FutureOutcome<Replacement> goOn(const ReplacementId &id,
                                                  bool inUseConfirmed = false);
    /** Ends it where it stands; both keys stay as they are. */
    [[nodiscard]] FutureOutcome<Done> abandon(const ReplacementId &id);
    [[nodiscard]] FutureOutcome<Replacement> replacement(const ReplacementId &id);
    /** Those that are neither finished nor abandoned, oldest first. */
    [[nodiscard]] FutureOutcome<QList<Replacement>> open();

signals:
    void changed(); ///< what open() gives may be another

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
