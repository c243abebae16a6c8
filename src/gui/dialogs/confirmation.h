// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"

#include <QString>

namespace chatelaine {

/** How many characters of a thing's name a title or a button shows. */
inline constexpr int nameInButton = 40;

/** A question before something is done that matters. */
struct Confirmation
{
    QString title;
    QString text;          ///< what will be done to which thing
    QString consequence;   ///< what stops working, and when it was last used
    QString action;        ///< text of the button that does it, e.g. `Revoke "CI pipeline"`
    QString typeToConfirm; ///< what must be typed before the action is enabled; empty: nothing
    bool destructive = false;
};

/** The question before `verb` is applied to `key`: names the key, where it is, when it was last
 * used and what will stop working. The key in use must be typed. `now` is what "3 h ago" counts
 * from. */
Confirmation confirmationFor(const KeyRow &key, const VerbInfo &verb, const QString &accountName,
                             Timestamp now);

/** What a person can type and compare: the name, unless it holds what cannot be seen or typed; then
 * the id, or else `word` (empty: "in use"). */
QString typeableText(const QString &name, const QString &id, const QString &word = {});

} // namespace chatelaine
