// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerbench.h"

namespace chatelaine {

SharedSecret secretOf(const QByteArray &value)
{
    return Secret::copyOf(value).value();
}

void MapCredentials::set(const QString &slot, const QByteArray &value)
{
    m_values.insert(slot, secretOf(value));
}

FutureOutcome<SharedSecret> MapCredentials::credential(const QString &slot)
{
    ++asked;
    if (m_values.contains(slot))
        return readyOutcome<SharedSecret>(m_values.value(slot));
    Error error;
    error.kind = ErrorKind::NotFound;
    return readyOutcome<SharedSecret>(error);
}

Bench::Bench(const QString &provider, const QString &baseUrl, const QByteArray &credential)
    : definition(Catalog(QString()).find(ProviderId(provider)))
{
    open(baseUrl, credential, {});
}

Bench::Bench(DefinitionPtr given, const QString &baseUrl, const QByteArray &credential,
             const QMap<QString, QString> &known, qint64 secondsAhead)
    : clock(secondsAhead)
    , definition(std::move(given))
{
    open(baseUrl, credential, known);
}

void Bench::open(const QString &baseUrl, const QByteArray &credential,
                 const QMap<QString, QString> &known)
{
    if (!credential.isEmpty())
        credentials.set(QStringLiteral("admin"), credential);
    Connection connection;
    connection.baseUrl = QUrl(baseUrl);
    connection.retry.firstWait = std::chrono::milliseconds(5);
    connection.facts = known;
    client =
        std::make_unique<ProviderClient>(definition, connection, &credentials, &clock, &random);
    QObject::connect(
        client.get(), &ProviderClient::factFound, client.get(),
        [this](const QString &name, const QString &value) { facts.insert(name, value); });
}

} // namespace chatelaine
