// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "providers/catalog.h"
#include "providers/definition.h"
#include "providers/providerclient.h"

#include <memory>

namespace chatelaine {

/** Credentials from a map, as an account's slots. */
class MapCredentials : public CredentialSupplier
{
public:
    void set(const QString &slot, const QByteArray &value);
    FutureOutcome<SharedSecret> credential(const QString &slot) override;
    int asked = 0;

private:
    QMap<QString, SharedSecret> m_values;
};

/** The machine's time, and some seconds. */
class ShiftedClock : public Clock
{
public:
    explicit ShiftedClock(qint64 seconds = 0)
        : m_ahead(seconds)
    {}
    Timestamp now() const override { return m_clock.now().plusSeconds(m_ahead); }

private:
    qint64 m_ahead;
    SystemClock m_clock;
};

SharedSecret secretOf(const QByteArray &value);

/** A client of one system with everything that it needs. */
struct Bench
{
    Bench(const QString &provider, const QString &baseUrl, const QByteArray &credential);
    Bench(DefinitionPtr definition, const QString &baseUrl, const QByteArray &credential,
          const QMap<QString, QString> &facts = {}, qint64 secondsAhead = 0);

    ShiftedClock clock;
    SystemRandom random;
    MapCredentials credentials;
    DefinitionPtr definition;
    std::unique_ptr<ProviderClient> client;
    QMap<QString, QString> facts; ///< as the client reported them

private:
    void open(const QString &baseUrl, const QByteArray &credential,
              const QMap<QString, QString> &known);
};

} // namespace chatelaine
