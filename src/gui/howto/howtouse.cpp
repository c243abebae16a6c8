// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/howto/howtouse.h"

#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"
#include "gui/keys/keyfacts.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

struct HowToUseTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::HowToUse)
};

} // namespace

HowToUse howToUse(const KeyRow &key, const KindInfo &kind)
{
    HowToUse how;
    how.title =
        HowToUseTexts::tr("How to use \"%1\"").arg(displaySafe(keyDisplayName(key), nameInButton));
    how.variable = kind.environmentVariable;
    how.sentence =
        how.variable.isEmpty()
            ? HowToUseTexts::tr("The secret itself is in none of these lines.")
            : HowToUseTexts::tr("Put the secret into the environment variable: it is in none of "
                                "these lines, and belongs in no program text.");
    for (const auto &[language, text] : kind.snippets)
        how.snippets.append({language, text});
    return how;
}

} // namespace chatelaine
