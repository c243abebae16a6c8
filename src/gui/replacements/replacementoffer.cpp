// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/replacements/replacementoffer.h"

#include "core/redaction.h"
#include "gui/keys/keyfacts.h"
#include "services/replacementstate.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

struct ReplacementOfferTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::ReplacementOffer)
};

QString nameOf(const KeyRow &key)
{
    return displaySafe(keyDisplayName(key), nameInButton);
}

} // namespace

ReplacementOffer replacementOffer(const Replacement &replacement)
{
    using Step = ReplacementOffer::Step;
    ReplacementOffer offer;
    const QString old = nameOf(replacement.oldKey);
    offer.title = replacement.newKey
                      ? ReplacementOfferTexts::tr("\"%1\" (%2) is replaced by \"%3\" (%4)")
                            .arg(old, displaySafe(replacement.oldKey.record.mask, 40),
                                 nameOf(*replacement.newKey),
                                 displaySafe(replacement.newKey->record.mask, 40))
                      : ReplacementOfferTexts::tr("\"%1\" is to be replaced").arg(old);
    offer.sentence = replacement.sentence;
    if (replacement.secret) {
        offer.step = Step::ShowSecret;
        offer.word = ReplacementOfferTexts::tr("Show the new secret…");
    } else if (replacement.canGoOn && replacement.row.step == ReplacementStep::Making) {
        offer.step = Step::MakeKey;
        offer.word = ReplacementOfferTexts::tr("Make the new key");
    } else if (replacement.canGoOn) {
        offer.step = Step::EndOldKey;
        offer.word = ReplacementOfferTexts::tr("End the old key…");
    }
    return offer;
}

Confirmation endingQuestion(const Replacement &replacement, const KindInfo &kind,
                            const QString &accountName, Timestamp now)
{
    const QList<KeyVerb> verbs = endingVerbs(kind);
    const VerbInfo *last = verbs.isEmpty() ? nullptr : kind.verb(verbs.constLast());
    return confirmationFor(replacement.oldKey, last ? *last : VerbInfo(), accountName, now);
}

} // namespace chatelaine
