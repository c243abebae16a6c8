// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "gui/dialogs/confirmation.h"
#include "services/replacementservice.h"

namespace chatelaine {

/** An open replacement of a key as it is offered to be gone on with. */
struct ReplacementOffer
{
    enum class Step {
        None,       ///< nothing can be done from here now
        ShowSecret, ///< the new secret is only held: store it first
        MakeKey,
        EndOldKey
    };
    Step step = Step::None;
    QString title;    ///< `"Old" is replaced by "New"`
    QString sentence; ///< how it stands
    QString word;     ///< of the button; empty for None
};

ReplacementOffer replacementOffer(const Replacement &replacement);

/** The question before the old key is ended. */
Confirmation endingQuestion(const Replacement &replacement, const KindInfo &kind,
                            const QString &accountName, Timestamp now);

} // namespace chatelaine
