// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/timestamp.h"

#include <QStringList>

#include <functional>

namespace chatelaine {

/** Where a team's PostgreSQL database is, and how the way to it is protected; never a password. */
struct TeamAddress
{
    QString host; ///< a name, an address, or the folder of a unix socket; empty: the default socket
    int port = 5432;
    QString user; ///< empty: the operating system's
    QString database;
    QString sslMode; ///< as libpq names it
    QString caFile;  ///< PEM; empty: libpq's default place

    /** A unix socket or a loopback address: nobody listens on the way. */
    bool isLocal() const;
    /** As parse() reads it. */
    QString toString() const;
    /**
     * `postgresql://[USER@]HOST[:PORT]/DATABASE[?sslmode=MODE&sslrootcert=FILE&host=FOLDER]`.
     * Refused (InvalidRequest): a password in it, any other parameter, and less than `verify-full`
     * where the way is not local. What is refused is never repeated in the error.
     */
    static Outcome<TeamAddress> parse(const QString &text);

    bool operator==(const TeamAddress &) const = default;
};

/** Gives the password for one connection, which wipes the bytes; empty where there is none. */
using TeamPassword = std::function<QByteArray()>;

/** One installation's chain, as far as it is here. */
struct InstallationChain
{
    QString installation;
    bool isOwn = false;
    QString user; ///< who wrote it, as the installation itself says; untrusted text
    QString host;
    std::optional<Timestamp> lastContact; ///< of another one: with the team's database
    qint64 entries = 0;
    QByteArray head; ///< SHA-256 of the last line, 32 bytes; empty for an empty journal

    /** user@host */
    QString writer() const;
};

/** What is known here of the team, without asking its database. */
struct TeamState
{
    QString team;              ///< its id; empty: never reached
    qint64 waiting = 0;        ///< own journal entries that the team does not have yet
    qint64 waitingChanges = 0; ///< rows of the inventory that it does not have yet
    bool readOnly = false;     ///< the database lets this user only read
    std::optional<Timestamp> lastContact;
    std::optional<Timestamp> offlineSince; ///< absent: the last attempt reached it
    QString message;                       ///< why the last attempt failed; empty: it did not
    QStringList problems; ///< chains that do not fit together, until a whole round finds none
};

/** What one round of copying did. */
struct TeamRound
{
    QString team;
    qint64 entriesSent = 0;
    qint64 entriesReceived = 0;
    qint64 rowsSent = 0; ///< of inventory, usage and quotas
    qint64 rowsReceived = 0;
    bool readOnly = false;
    QStringList problems; ///< chains that do not fit together, in sentences
};

} // namespace chatelaine
