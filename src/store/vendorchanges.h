// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "store/writing.h"

#include <QHash>

namespace chatelaine {

/**
 * What a reading shows to have become of keys without us: each is an entry of the journal. Nobody
 * can say who did it, or when between two readings. Lives as long as the reading is applied.
 */
class VendorChanges
{
public:
    /** Keys of one reading that have entries of their own; one more entry counts the others. */
    static constexpr int mostKeys = 200;
    static constexpr int mostKeysOfRights = 2000; ///< whose scopes, settings or state are others

    /** When the keys of a container were last listed completely. */
    struct Listed
    {
        Timestamp since;
        Timestamp at;
    };

    VendorChanges(Writing &writing, const SyncResult &result);

    /** A key that was known, and is listed otherwise. Where its container was not listed before,
     * nothing is known to have changed. */
    void take(const KeyRow &known, const KeyRecord &listed, const std::optional<Listed> &before);
    /** After the last key. */
    void finish();

private:
    struct OwnOperation
    {
        KeyVerb verb = KeyVerb::Update;
        Timestamp at;
        bool isVerified = false; ///< what it did is in the record of the key
    };
    QList<OwnOperation> ownOperations(const KeyRow &known);
    bool mayBeOurs(const QList<OwnOperation> &ours, QAnyStringView member, const KeyRecord &listed,
                   const Listed &before) const;
    QJsonObject difference(const KeyRow &known, const KeyRecord &listed, const Listed &before);
    bool isConflict(const KeyRow &known, const KeyRecord &listed) const;
    bool isStateChanged(const KeyRow &known, const KeyRecord &listed) const;
    bool hasRoom(const QJsonObject &detail);
    void append(JournalEvent event);

    Writing &m_writing;
    const SyncResult &m_result;
    std::optional<QHash<KeyUid, QList<OwnOperation>>> m_operations; ///< read when first asked for
    int m_keys = 0;
    int m_keysOfRights = 0;
    int m_others = 0;
};

} // namespace chatelaine
