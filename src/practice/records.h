// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace chatelaine::practice {

/** Milliseconds since 1970, UTC. */
using Millis = qint64;

constexpr Millis secondMs = 1000;
constexpr Millis minuteMs = 60 * secondMs;
constexpr Millis hourMs = 60 * minuteMs;
constexpr Millis dayMs = 24 * hourMs;

/** `2026-08-01T10:00:00.000Z` */
QString isoTime(Millis time);
std::optional<Millis> parseIsoTime(QStringView text);
/** `Sat, 01 Aug 2026 10:00:00 GMT` */
QByteArray httpDate(Millis time);

/** A second secret of a key that takes over at a set time. */
struct Rotation
{
    QString digest; ///< SHA-256 of the secret that comes
    QString hint;
    Millis at = 0; ///< when the secret that goes stops working
};

/** A key, token or session of one system. The secret itself is never here. */
struct KeyRecord
{
    qint64 row = 0; ///< rises with every key made; the order of lists
    QString system;
    QString container; ///< the organization or project it belongs to; may be empty
    QString kind;
    QString id; ///< unique within its container
    QString name;
    QString digest; ///< SHA-256 of the secret
    QString hint;   ///< the fragment of the secret that the vendor goes on showing
    QString environment;
    QString createdBy;
    QStringList scopes;
    QStringList allowedIps;
    bool enabled = true;
    Millis createdAt = 0;
    std::optional<Millis> lastUsedAt;
    std::optional<Millis> expiresAt;
    std::optional<Millis> revokedAt;
    std::optional<Rotation> rotation; ///< stays here past its time until something completes it

    bool expired(Millis now) const { return expiresAt && *expiresAt <= now; }
};

/** An organization or a project. */
struct ContainerRecord
{
    QString system;
    QString id;
    QString parent; ///< the organization of a project; empty for an organization
    QString name;
    QString role;        ///< what the practising user is in it, where the vendor says so
    QString description; ///< empty for none
    Millis createdAt = 0;
    Millis updatedAt = 0;
};

/** Anything else a system keeps: an evaluation, a webhook. */
struct DocumentRecord
{
    QString id;
    QJsonObject content;
};

/** Requests of one key to one route within one hour. */
struct TrafficRecord
{
    QString organization;
    QString project;
    QString keyId;
    QString environment;
    QString route;
    int status = 200;
    Millis hour = 0;
    qint64 requests = 0;
    qint64 durationMs = 0; ///< of all of them together
};

} // namespace chatelaine::practice
