// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

#include <QJsonObject>

#include <optional>

namespace chatelaine {

/** A journal's entry about one key. */
struct KeyEntry
{
    static constexpr QLatin1StringView kindPrefix{"key."};

    /** Nothing when the entry is about something else, as most are; `kind` has the prefix.
     * `vendorId` can be empty. */
    static std::optional<KeyEntry> of(const JournalLine &line);
    /** One about a key's new secret, which names no key: only the operation that brought it. */
    static std::optional<KeyEntry> ofSecret(const JournalLine &line);

    QString text(QLatin1StringView member) const { return members.value(member).toString(); }
    QJsonObject detail() const;
    QString who() const; ///< user@host; empty: not known, the entry is of who only saw it
    QString operation() const;
    QString outcome() const; ///< as docs/journal-format.md has it
    bool succeeded() const;
    /** placeOf() its key, or of another one beside it. */
    QString place() const { return placeOf(vendorId); }
    QString placeOf(const QString &otherId) const;
    /** What tells one key from all others, as long as it is in the inventory and later. */
    static QString placeOf(const KeyRow &key, const QString &vendorId);

    Timestamp at;
    qint64 sequence = 0;
    QString kind;
    QString vendorId;
    QJsonObject members;
};

} // namespace chatelaine
