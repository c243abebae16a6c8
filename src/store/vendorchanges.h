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
    /** How far what is known of a key is what the vendor's list showed. */
    enum class Source {
        Unsure, ///< something was done to it here about when this list or the one before was read
        Answer, ///< a vendor's answer since then, which may have less in it than a list
        List,
    };
    Source sourceOf(const KeyRow &known);
    const QList<Timestamp> &ownOperations(const KeyUid &key);
    QJsonObject difference(const KeyRow &known, const KeyRecord &listed, Source source,
                           bool withState) const;
    bool isConflict(const KeyRow &known, const KeyRecord &listed) const;
    void append(JournalEvent event);

    Writing &m_writing;
    const SyncResult &m_result;
    std::optional<Timestamp> m_previousStart; ///< of the reading before; absent: this is the first
    Timestamp m_previousEnd;
    std::optional<QHash<KeyUid, QList<Timestamp>>> m_operations; ///< read when first asked for
    int m_keys = 0;
    int m_others = 0;
};

} // namespace chatelaine
