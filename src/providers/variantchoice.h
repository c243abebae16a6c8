// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/exchanger.h"

namespace chatelaine {

/** The exchangers of one account: one for each generation of the API that was ever asked. A
 * definition without variants has one. They share what is known of the server. */
class Generations
{
public:
    Generations(std::shared_ptr<const Definition> definition, Connection connection,
                CredentialSupplier *credentials, const Clock *clock, Random *random,
                ProviderClient *client);
    ~Generations(); ///< what is under way finishes as Cancelled
    Q_DISABLE_COPY_MOVE(Generations)

    const Definition &base() const { return *m_base; }
    Exchanger *current() const { return m_current; } ///< lives as long as this
    bool isChosen() const;                           ///< also when there is nothing to choose
    Exchanger *of(const VariantTemplate &variant);
    void adopt(const VariantTemplate &variant);

private:
    Exchanger *make(const std::shared_ptr<const Definition> &definition);

    std::shared_ptr<const Definition> m_base;
    Connection m_connection;
    CredentialSupplier *m_credentials;
    const Clock *m_clock;
    Random *m_random;
    ProviderClient *m_client;
    AccountFactsPtr m_facts;
    QMap<const Definition *, Exchanger *> m_exchangers;
    Exchanger *m_current = nullptr;
};

/** Asks the server which generation it speaks, and adopts it. When no answer decides, all stays as
 * it is. Ends in any case. */
[[nodiscard]] FutureOutcome<Done> chooseVariant(Generations *generations,
                                                CancellationPtr cancellation);

} // namespace chatelaine
