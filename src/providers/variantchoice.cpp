// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/variantchoice.h"

#include "providers/catalog.h"
#include "providers/mapping.h"

namespace chatelaine {

namespace {

class VariantRun : public std::enable_shared_from_this<VariantRun>
{
public:
    VariantRun(Generations *generations, CancellationPtr cancellation)
        : m_generations(generations)
        , m_cancellation(std::move(cancellation))
    {}

    FutureOutcome<Done> start()
    {
        const auto future = m_answer.future();
        next();
        return future;
    }

private:
    void next()
    {
        const QList<VariantTemplate> &variants = m_generations->base().variants;
        if (m_index >= variants.size()) {
            m_answer.give(Done{});
            return;
        }
        const VariantTemplate &variant = variants[m_index++];
        if (!variant.probe) {
            m_generations->adopt(variant);
            m_answer.give(Done{});
            return;
        }
        Exchanger *exchanger = m_generations->of(variant);
        Call call;
        call.request = variant.probe->request;
        call.cancellation = m_cancellation;
        whenDone(exchanger->exchange(call), exchanger,
                 [self = shared_from_this(), &variant](const Outcome<VendorAnswerPtr> &answer) {
                     if (answer)
                         self->judge(variant, *answer.value());
                     else
                         self->m_answer.give(Done{});
                 });
    }

    void judge(const VariantTemplate &variant, const VendorAnswer &answer)
    {
        const bool good = !answer.error && answer.body.isObject();
        if (good && holds(variant.probe->holds, answer.body, answer.receivedAt)) {
            m_generations->adopt(variant);
            m_answer.give(Done{});
        } else if (good || variant.probe->failsOn.contains(answer.status)) {
            next();
        } else {
            m_answer.give(Done{});
        }
    }

    Generations *m_generations;
    CancellationPtr m_cancellation;
    qsizetype m_index = 0;
    Answer<Done> m_answer;
};

} // namespace

Generations::Generations(std::shared_ptr<const Definition> definition, Connection connection,
                         CredentialSupplier *credentials, const Clock *clock, Random *random,
                         ProviderClient *client)
    : m_base(std::move(definition))
    , m_connection(std::move(connection))
    , m_credentials(credentials)
    , m_clock(clock)
    , m_random(random)
    , m_client(client)
    , m_facts(std::make_shared<AccountFacts>())
{
    m_facts->known = m_connection.facts;
    const QString chosen = m_facts->known.value(variantFact);
    for (const VariantTemplate &variant : m_base->variants) {
        if (variant.id == chosen)
            m_current = of(variant);
    }
    if (!m_current)
        m_current = make(m_base);
}

Generations::~Generations()
{
    // Before the definition: what ends now may still read it.
    qDeleteAll(m_exchangers);
}

bool Generations::isChosen() const
{
    return m_base->variants.isEmpty() || &m_current->definition() != m_base.get();
}

Exchanger *Generations::of(const VariantTemplate &variant)
{
    Exchanger *known = m_exchangers.value(variant.definition.get());
    return known ? known : make(variant.definition);
}

void Generations::adopt(const VariantTemplate &variant)
{
    m_current = of(variant);
    m_current->setFact(variantFact, variant.id);
}

Exchanger *Generations::make(const std::shared_ptr<const Definition> &definition)
{
    auto *exchanger = new Exchanger(definition, m_connection, m_facts, m_credentials, m_clock,
                                    m_random, m_client);
    QObject::connect(exchanger, &Exchanger::throttled, m_client, &ProviderClient::throttled);
    QObject::connect(exchanger, &Exchanger::unthrottled, m_client, &ProviderClient::unthrottled);
    QObject::connect(exchanger, &Exchanger::factFound, m_client, &ProviderClient::factFound);
    m_exchangers.insert(definition.get(), exchanger);
    return exchanger;
}

FutureOutcome<Done> chooseVariant(Generations *generations, CancellationPtr cancellation)
{
    return std::make_shared<VariantRun>(generations, std::move(cancellation))->start();
}

} // namespace chatelaine
