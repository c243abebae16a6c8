// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_confidentai.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

ConformanceConfidentAi::ConformanceConfidentAi()
    : Conformance(u"confident-ai"_s)
{}

Conformance::Cases ConformanceConfidentAi::cases()
{
    Cases all = firstCases();
    all.insert(secondCases());
    all.insert(answerCases());
    all.insert(auditCases());
    return all;
}

ContainerPath ConformanceConfidentAi::place(const Bench &at, const QString &level)
{
    const auto reading = outcomeOf(at.client->readInventory());
    if (!reading)
        return {};
    for (const ContainerPath &path : reading->containers.items) {
        if (path.last().level == level)
            return path;
    }
    return {};
}

Outcome<CreatedKey> ConformanceConfidentAi::make(const Bench &at, const QString &kind,
                                                 const QString &name, const Values &more)
{
    CreateOrder order;
    order.kind = kind;
    order.container = place(at, kind);
    order.values = more;
    order.values.insert(u"name"_s, name);
    return outcomeOf(at.client->create(order));
}

Outcome<RotatedKey> ConformanceConfidentAi::rotated(const Bench &at, const KeyRecord &key,
                                                    const Values &values)
{
    return outcomeOf(at.client->rotate({key, values}));
}

std::optional<KeyRecord> ConformanceConfidentAi::listed(const Bench &at, const KeyRecord &key)
{
    const auto listing = outcomeOf(at.client->listKeys(key.container, key.kind));
    if (!listing)
        return std::nullopt;
    for (const KeyRecord &each : listing->items) {
        if (each.id == key.id)
            return each;
    }
    return std::nullopt;
}

SecretVerdict::Verdict ConformanceConfidentAi::verdictOn(const Bench &at,
                                                         const SharedSecret &secret)
{
    const auto verdict = outcomeOf(at.client->checkSecret(secret, u"organization"_s, {}));
    return verdict ? verdict->verdict : SecretVerdict::Verdict::Inconclusive;
}

Outcome<ContainerResult> ConformanceConfidentAi::change(const Bench &at, ContainerVerb verb,
                                                        const ContainerPath &path,
                                                        const Values &values)
{
    ContainerOrder order;
    order.verb = verb;
    order.container = path;
    order.level = verb == ContainerVerb::Create ? u"project"_s : path.last().level;
    order.values = values;
    return outcomeOf(at.client->changeContainer(order));
}

Bench ConformanceConfidentAi::first()
{
    set({{u"generations"_s, u"first"_s}});
    return client({}, {{u"variant"_s, u"v1"_s}});
}

Bench ConformanceConfidentAi::second()
{
    return client({}, {{u"variant"_s, u"v2"_s}});
}

} // namespace chatelaine::test

QTEST_GUILESS_MAIN(chatelaine::test::ConformanceConfidentAi)
