// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/system.h"

namespace chatelaine::practice {

/** Temporis: two endpoints and tokens that only its dashboard makes and deletes. */
class Temporis final : public System
{
public:
    explicit Temporis(State &state);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;
    std::optional<Minted> mint(const MintOrder &order) override;

    /** How many predictions would have been billed. */
    qint64 predictions() const;

private:
    struct Call
    {
        const Request &request;
        QJsonObject body;
    };

    /** A validation error; the public text does not show one. */
    Reply invalid(const QString &field, const QString &why) const;
    Form newSecret(const KeyRecord &key) const override;
    Reply ingest(Call &call);
    Reply predict(Call &call);

    static const Route<Temporis, Call> routes[];
};

} // namespace chatelaine::practice
