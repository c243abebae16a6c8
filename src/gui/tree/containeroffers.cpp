// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tree/containeroffers.h"

#include "core/redaction.h"
#include "gui/keys/keyfacts.h"
#include "models/keytexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int namedKeys = 10;

struct ContainerOffersTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::ContainerOffers)

public:
    static QString text(ContainerVerb verb, const LevelInfo &level)
    {
        switch (verb) {
        case ContainerVerb::Create:
            return tr("New: %1…").arg(level.label);
        case ContainerVerb::Rename:
            return tr("Rename: %1…").arg(level.label);
        case ContainerVerb::Delete:
            break;
        }
        return tr("Delete: %1…").arg(level.label);
    }
};

/** The container in which something of `level` would be made, seen from the scope; none when it
 * lies in another branch. */
std::optional<ContainerPath> parentFor(const ContainerPath &scope, const QList<LevelInfo> &levels,
                                       qsizetype level)
{
    if (level == 0)
        return ContainerPath();
    const QString &parent = levels.at(level - 1).id;
    for (qsizetype i = 0; i < scope.size(); ++i) {
        if (scope.at(i).level == parent)
            return scope.first(i + 1);
    }
    return std::nullopt;
}

bool works(const KeyRow &key)
{
    return key.inUse || key.record.state == KeyState::Active ||
           key.record.state == KeyState::Rotating || key.record.state == KeyState::Unknown;
}

QString keyLine(const KeyRow &key)
{
    return ContainerOffersTexts::tr("• %1, %2, %3")
        .arg(displaySafe(keyDisplayName(key), 60), displaySafe(key.record.mask, 40),
             keyStateText(key.record.state).toLower());
}

} // namespace

QList<ContainerOffer> containerOffers(const Scope &scope,
                                      const std::optional<ProviderInfo> &provider)
{
    QList<ContainerOffer> offers;
    if (!provider || scope.account.isEmpty())
        return offers;
    const auto add = [&](ContainerVerb verb, const LevelInfo &level, const ContainerPath &place) {
        if (level.verb(verb))
            offers.append(
                {verb, level, scope.account, place, ContainerOffersTexts::text(verb, level)});
    };
    for (qsizetype i = 0; i < provider->levels.size(); ++i) {
        if (const auto parent = parentFor(scope.path, provider->levels, i))
            add(ContainerVerb::Create, provider->levels.at(i), *parent);
    }
    const LevelInfo *own =
        scope.path.isEmpty() ? nullptr : provider->level(scope.path.constLast().level);
    if (own) {
        add(ContainerVerb::Rename, *own, scope.path);
        add(ContainerVerb::Delete, *own, scope.path);
    }
    return offers;
}

Confirmation containerDeletion(const ContainerOffer &offer, const QList<KeyRow> &keys)
{
    const ContainerStep &step = offer.container.constLast();
    const QString full = step.name.isEmpty() ? step.id.toString() : step.name;
    const QString name = displaySafe(full, nameInButton);
    const ContainerVerbInfo *verb = offer.level.verb(ContainerVerb::Delete);
    Confirmation question;
    question.destructive = true;
    question.action = ContainerOffersTexts::tr("Delete \"%1\"").arg(name);
    question.title = ContainerOffersTexts::tr("%1?").arg(question.action);
    question.text =
        ContainerOffersTexts::tr("Delete the following: %1 \"%2\"?").arg(offer.level.label, name);

    QStringList lines;
    if (verb && !verb->consequence.isEmpty())
        lines.append(verb->consequence);
    const auto inUse = [](const KeyRow &key) {
        return key.inUse;
    };
    if (std::any_of(keys.begin(), keys.end(), inUse))
        lines.append(ContainerOffersTexts::tr(
            "One of its keys is the one that Chatelaine itself uses for this "
            "account: without it the account cannot be reached any more."));
    if (verb && verb->takesKeys && keys.isEmpty())
        lines.append(ContainerOffersTexts::tr("No key is known in it."));
    if (!keys.isEmpty())
        lines.append(ContainerOffersTexts::tr("These keys go with it (%1):").arg(keys.size()));
    for (qsizetype i = 0; i < qMin<qsizetype>(namedKeys, keys.size()); ++i)
        lines.append(keyLine(keys.at(i)));
    if (keys.size() > namedKeys)
        lines.append(ContainerOffersTexts::tr("and %n more", nullptr,
                                              static_cast<int>(keys.size()) - namedKeys));
    question.consequence = lines.join(u'\n');
    if (std::any_of(keys.begin(), keys.end(), works))
        question.typeToConfirm = typeableText(full, step.id.toString());
    return question;
}

} // namespace chatelaine
