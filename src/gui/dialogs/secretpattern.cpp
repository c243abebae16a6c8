// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretpattern.h"

#include <QCoreApplication>

namespace chatelaine::secretPattern {

namespace {

struct SecretPatternTexts
{
    Q_DECLARE_TR_FUNCTIONS(SecretPattern)
};

} // namespace

QString describe(const Secret &secret, const QList<ProviderInfo> &providers)
{
    for (const ProviderInfo &provider : providers) {
        for (const KindInfo &kind : provider.kinds) {
            if (!kind.tokenPattern.isEmpty() && secret.fits(kind.tokenPattern))
                return SecretPatternTexts::tr("%1 of %2", "kind of key and vendor")
                    .arg(kind.label, provider.name);
        }
        for (const SlotInfo &slot : provider.slots_) {
            if (!slot.pattern.isEmpty() && secret.fits(slot.pattern))
                return SecretPatternTexts::tr("%1 of %2", "kind of key and vendor")
                    .arg(slot.label, provider.name);
        }
    }
    return {};
}

} // namespace chatelaine::secretPattern
