// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keynotes.h"
#include "reports/keyentry.h"

#include <QHash>

#include <memory>

namespace chatelaine {

/** A new secret for the same key. */
struct SecretChange
{
    Timestamp at;
    std::optional<Timestamp> outgoingUntil; ///< how long the old secret goes on, as the vendor said
};

/** What an entry about a key has in common with many others. */
struct KeyEventWords
{
    QString kind;
    QString outcome;
    QString who; ///< user@host
    QString installation;
};

/** An entry about a key, in little memory: there may be a million. */
struct KeyEvent
{
    Timestamp at;
    qint64 sequence = 0;
    std::shared_ptr<const KeyEventWords> words;
};

/** What the journal says of a key. */
struct KeyHistory
{
    QString madeBy;                  ///< user@host; empty: it was not made here
    std::optional<Timestamp> madeAt; ///< here
    QList<SecretChange> rotations;   ///< in no order: those of several journals
    QString endedBy;                 ///< who revoked or deleted it
    /** Its end was verified, or was only accepted by the vendor: the last time. */
    std::optional<Timestamp> endVerifiedAt;
    std::optional<Timestamp> endAcceptedAt;
    std::optional<Timestamp> workedAt;   ///< a reading showed it as working after that
    QStringList places;                  ///< where its secret was brought, and when
    QString predecessor;                 ///< the vendor's id of the key that it replaced
    QString successor;                   ///< the vendor's id of the key that replaced it
    std::optional<Timestamp> replacedAt; ///< the replacement was finished

    /** Of these only what was entered before the end of the report. */
    KeyNotes notes;
    int reviews = 0;             ///< how often it was reviewed
    QList<SaidOfKey> exceptions; ///< each one made or ended, in no order
    QList<KeyEvent> events;      ///< in no order

    std::optional<Timestamp> rotatedAt() const; ///< the last time
};

/** What the journal says of all keys. Takes one entry after the other; not thread-safe. */
class KeyHistories
{
public:
    /** `end`: of the report. What was said from then on does not count. */
    explicit KeyHistories(Timestamp end)
        : m_end(end)
    {}

    void take(const KeyEntry &entry);
    /** One about the new secret of a key, of which the operation was taken before. */
    void takeSecret(const KeyEntry &entry);
    /** A replacement that is not finished, whose new key is made. */
    void take(const KeyRow &oldKey, const KeyRow &newKey);
    /** Nothing was done to it here: an empty one. */
    KeyHistory of(const KeyRow &key) const;
    /** Of another key in the same organization or project. */
    KeyHistory ofNeighbour(const KeyRow &key, const QString &vendorId) const;

private:
    void takeSaid(KeyHistory *key, const KeyEntry &entry) const;
    std::shared_ptr<const KeyEventWords> wordsOf(const KeyEntry &entry);

    const Timestamp m_end;
    QHash<QString, KeyHistory> m_keys;
    QHash<QString, QString> m_secrets; ///< places of keys by the operation that brought a secret
    QHash<QString, std::shared_ptr<const KeyEventWords>> m_words;
};

} // namespace chatelaine
