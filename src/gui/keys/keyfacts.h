// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keynotes.h"
#include "core/providerinfo.h"
#include "core/rows.h"

namespace chatelaine {

/** One line of what is known of a key. */
struct KeyFact
{
    enum class Field {
        Mask,
        State,
        Account,
        Place,
        Kind,
        Scopes,
        Environment,
        Created,
        LastUsed,
        Expires,
        Secret,
        Reference,
        Detail,
        Note
    };
    Field field = Field::Mask;
    QString label;
    QString text; ///< plain, safe to show; empty facts are left out
    QString tip;  ///< the exact time, where `text` is relative
    bool fixedFont = false;
    bool operator==(const KeyFact &) const = default;
};

/** What is known of a key and what people say of it, in the order in which it is shown; `now` is
 * what relative times count from. */
QList<KeyFact> keyFacts(const KeyRow &key, const std::optional<AccountRow> &account,
                        const std::optional<ProviderInfo> &provider, const KeyNotes &notes,
                        Timestamp now);

QString keyDisplayName(const KeyRow &key); ///< its name, or its masked value when it has none

} // namespace chatelaine
