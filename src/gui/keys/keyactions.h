// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"

#include <QUrl>

namespace chatelaine {

/** What can be done with the selected key. Menu, shortcuts and buttons are all made from this, so
 * that they cannot disagree. */
enum class KeyAction { HowTo, Check, Edit, Enable, Disable, Rotate, Replace, Revoke, Delete };

inline constexpr KeyAction allKeyActions[] = {
    KeyAction::HowTo,  KeyAction::Check,   KeyAction::Edit,   KeyAction::Enable, KeyAction::Disable,
    KeyAction::Rotate, KeyAction::Replace, KeyAction::Revoke, KeyAction::Delete};

/** The verb that an action sends without more ado; none where a form or a dialog comes first, and
 * for Check. */
std::optional<KeyVerb> verbOf(KeyAction action);

/** One action as it stands for one key. */
struct KeyOffer
{
    KeyAction action = KeyAction::Check;
    bool offered = false;   ///< the vendor has it for this kind of key
    bool enabled = false;   ///< and the key is in a state for it
    bool asksFirst = false; ///< something is asked before anything is sent
    QString word;           ///< "Revoke", or the vendor's own word
    QString reason;         ///< why it is not enabled; a sentence
    bool operator==(const KeyOffer &) const = default;
};

/** What can be done, but only in the vendor's own pages. */
struct ExternalOffer
{
    QString text; ///< of the button: Open Temporis dashboard
    QString why;  ///< a sentence
    QUrl url;     ///< https, or http to this machine
    bool operator==(const ExternalOffer &) const = default;
};

struct KeyOffers
{
    QList<KeyOffer> actions; ///< in the order of KeyAction; one for each
    QList<ExternalOffer> external;

    const KeyOffer &offer(KeyAction action) const { return actions.at(static_cast<int>(action)); }
    bool operator==(const KeyOffers &) const = default;
};

/** Without a key, or without its provider, nothing is offered. `busy`: something is being done with
 * this key. */
KeyOffers keyOffers(const std::optional<KeyRow> &key, const std::optional<ProviderInfo> &provider,
                    bool busy);

/** `Revoke "CI pipeline"`, the key's name safe to show and not too long for a button. */
QString actionText(const KeyOffer &offer, const KeyRow &key);

} // namespace chatelaine
