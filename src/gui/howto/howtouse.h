// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"

namespace chatelaine {

/** How a key is used in programs, from the definition; never a secret. */
struct HowToUse
{
    struct Snippet
    {
        QString language;
        QString text;
    };
    QString title;
    QString sentence;
    QString variable; ///< of the environment; may be empty
    QList<Snippet> snippets;
};

HowToUse howToUse(const KeyRow &key, const KindInfo &kind);

} // namespace chatelaine
