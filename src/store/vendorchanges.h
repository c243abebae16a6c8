// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

    VendorChanges(Writing &writing, const SyncResult &result);

    /** A key that was known, and is listed otherwise. */
    void take(const KeyRow &known, const KeyRecord &listed);
    /** After the last key. */
    void finish();

private:
    struct OwnOperation
    {
        QString verb;
        Timestamp at;
    };
    QList<OwnOperation> ownOperations(const KeyRow &known);
    bool mayBeOurs(const QList<OwnOperation> &ours, QLatin1StringView member,
                   const KeyRecord &listed) const;
    bool isFromAnswer(const KeyRow &known, const QList<OwnOperation> &ours) const;
    QJsonObject difference(const KeyRow &known, const KeyRecord &listed);
    bool isConflict(const KeyRow &known, const KeyRecord &listed) const;
    void append(JournalEvent event);

    Writing &m_writing;
    const SyncResult &m_result;
    std::optional<Timestamp> m_previousStart; ///< of the reading before; absent: this is the first
    Timestamp m_previousEnd;
    std::optional<QHash<KeyUid, QList<OwnOperation>>> m_operations; ///< read when first asked for
    int m_keys = 0;
    int m_others = 0;
};

} // namespace chatelaine
