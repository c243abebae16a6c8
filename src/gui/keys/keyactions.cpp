// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyactions.h"

#include "core/redaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeyActionsTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyActions)
};

/** The word for a verb, and what to say of a key in a state that it is not for. */
struct Rule
{
    KeyAction action;
    KeyVerb verb;
    const char *word;
    const char *otherwise;
    bool hasForm = false;
};

const QList<Rule> &rules()
{
    static const QList<Rule> table{
        {KeyAction::Edit, KeyVerb::Update, QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Edit"),
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Only a key that is there can be changed."),
         true},
        {KeyAction::Enable, KeyVerb::Enable, QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Enable"),
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Only a disabled key can be enabled.")},
        {KeyAction::Disable, KeyVerb::Disable,
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Disable"),
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Only a key that works can be disabled.")},
        {KeyAction::Rotate, KeyVerb::Rotate, QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Rotate"),
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "The vendor does not rotate such a key."),
         true},
        {KeyAction::Revoke, KeyVerb::Revoke, QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Revoke"),
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "The key is gone already.")},
        {KeyAction::Delete, KeyVerb::Delete, QT_TRANSLATE_NOOP("chatelaine::KeyActions", "Delete"),
         QT_TRANSLATE_NOOP("chatelaine::KeyActions", "The key is deleted already.")},
    };
    return table;
}

KeyOffer checkOffer(const KeyRow *key, const KindInfo *kind, bool busy)
{
    KeyOffer offer;
    offer.action = KeyAction::Check;
    offer.word = KeyActionsTexts::tr("Check");
    offer.offered = key && kind && kind->canCheck;
    if (!offer.offered)
        return offer;
    if (!key->kept)
        offer.reason = key->inUse
                           ? KeyActionsTexts::tr("It is the credential of this account: every "
                                                 "synchronization checks it.")
                           : KeyActionsTexts::tr(
                                 "Its secret is not in the keychain, so it cannot be checked.");
    offer.enabled = key->kept && !busy;
    return offer;
}

KeyOffer howToOffer(const KindInfo *kind)
{
    KeyOffer offer;
    offer.action = KeyAction::HowTo;
    offer.word = KeyActionsTexts::tr("How to use");
    offer.asksFirst = true;
    offer.offered = kind && (!kind->environmentVariable.isEmpty() || !kind->snippets.isEmpty());
    offer.enabled = offer.offered;
    return offer;
}

/** A new key in the place of the old one; needs no verb of its own. */
KeyOffer replaceOffer(const KeyRow *key, const KindInfo *kind, bool busy)
{
    KeyOffer offer;
    offer.action = KeyAction::Replace;
    offer.word = KeyActionsTexts::tr("Replace");
    offer.asksFirst = true;
    offer.offered = key && kind && !key->manual && kind->verb(KeyVerb::Create) &&
                    (kind->verb(KeyVerb::Revoke) || kind->verb(KeyVerb::Delete));
    if (!offer.offered)
        return offer;
    const bool gone = key->vanishedAt || key->record.state == KeyState::Revoked ||
                      key->record.state == KeyState::Deleted;
    if (gone)
        offer.reason = KeyActionsTexts::tr("The key is gone already.");
    offer.enabled = !gone && !busy;
    return offer;
}

KeyOffer verbOffer(const Rule &rule, const KeyRow *key, const KindInfo *kind, bool busy)
{
    KeyOffer offer;
    offer.action = rule.action;
    offer.word = KeyActionsTexts::tr(rule.word);
    const VerbInfo *verb = kind ? kind->verb(rule.verb) : nullptr;
    offer.offered = key && verb && !key->manual;
    if (!offer.offered)
        return offer;
    if (!verb->label.isEmpty())
        offer.word = displaySafe(verb->label, 40);
    else if (rule.action == KeyAction::Rotate && key->record.state == KeyState::Expired)
        offer.word = KeyActionsTexts::tr("Renew");
    offer.asksFirst = verb->isDestructive || key->inUse || rule.hasForm;
    const bool inState = !key->vanishedAt && verb->isFor(key->record.state);
    if (!inState)
        offer.reason = KeyActionsTexts::tr(rule.otherwise);
    offer.enabled = inState && !busy;
    return offer;
}

/** Definitions may come from the user's folder: nothing but a web page is ever opened. */
QUrl webPage(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool local = url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1;
    return url.isValid() && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && local))
               ? url
               : QUrl();
}

QList<ExternalOffer> externalOffers(const KindInfo *kind, const ProviderInfo &provider)
{
    QList<ExternalOffer> offers;
    if (!kind)
        return offers;
    for (const ExternalVerb &verb : kind->external) {
        ExternalOffer offer;
        offer.text = KeyActionsTexts::tr("Open %1 dashboard").arg(displaySafe(provider.name, 40));
        offer.why = displaySafe(verb.why);
        offer.url = webPage(verb.url.isEmpty() ? provider.dashboardUrl : verb.url);
        const auto same = std::find_if(offers.begin(), offers.end(),
                                       [&](const ExternalOffer &o) { return o.url == offer.url; });
        if (same == offers.end())
            offers.append(offer);
        else if (!same->why.contains(offer.why))
            same->why += u' ' + offer.why;
    }
    return offers;
}

} // namespace

std::optional<KeyVerb> verbOf(KeyAction action)
{
    for (const Rule &rule : rules()) {
        if (rule.action == action && !rule.hasForm)
            return rule.verb;
    }
    return std::nullopt;
}

KeyOffers keyOffers(const std::optional<KeyRow> &key, const std::optional<ProviderInfo> &provider,
                    bool busy)
{
    const KeyRow *row = key ? &*key : nullptr;
    const KindInfo *kind = row && provider ? provider->kind(row->record.kind) : nullptr;
    KeyOffers offers;
    offers.actions = {howToOffer(kind), checkOffer(row, kind, busy), replaceOffer(row, kind, busy)};
    for (const Rule &rule : rules())
        offers.actions.append(verbOffer(rule, row, kind, busy));
    std::sort(offers.actions.begin(), offers.actions.end(),
              [](const KeyOffer &a, const KeyOffer &b) { return a.action < b.action; });
    if (kind)
        offers.external = externalOffers(kind, *provider);
    return offers;
}

QString actionText(const KeyOffer &offer, const KeyRow &key)
{
    const QString name = key.record.name.isEmpty() ? key.record.mask : key.record.name;
    return KeyActionsTexts::tr("%1 \"%2\"").arg(offer.word, displaySafe(name, 28));
}

} // namespace chatelaine
