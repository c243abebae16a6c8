// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <memory>

namespace chatelaine {

/** How a practice server is to run. */
struct PracticeOptions
{
    quint16 port = 0;    ///< of the control listener, the systems follow; 0 takes free ports
    QString database;    ///< a file; empty keeps everything in memory
    int latencyMs = 0;   ///< before every answer
    bool tls = false;    ///< for the four systems; control stays plain HTTP
    qint64 projects = 0; ///< added to a new database, over what it always holds
    qint64 keys = 0;
};

/** Where a running practice server is and what opens it. The secrets are the sample ones. */
struct PracticeEndpoints
{
    struct Entry
    {
        QString baseUrl;
        QString credential; ///< an admin credential; null for Temporis, which has none
        QString token;      ///< only for Temporis: a sample token
    };
    QMap<QString, Entry> systems; ///< by provider id
    QString controlUrl;
    QString controlToken;
    QString caFile; ///< a PEM file, with TLS only

    /** The line that `chatelaine-practice` prints when it is ready. */
    QJsonObject toJson() const;
    /** The same without credentials, for who reads them from the database's file. */
    PracticeEndpoints withoutCredentials() const;
};

/**
 * The local stand-in for the four systems. It has threads of its own; start and stop it in one
 * thread that has an application object. Faults and formats: docs/practice-server.md.
 */
class PracticeServer
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::PracticeServer)
public:
    PracticeServer();
    ~PracticeServer();
    Q_DISABLE_COPY_MOVE(PracticeServer)

    /** At most once in its life. Error kinds: Storage (database, credentials file), Network (port
     * taken), Tls. */
    [[nodiscard]] Outcome<PracticeEndpoints> start(const PracticeOptions &options);
    void stop();

private:
    class Running;
    std::unique_ptr<Running> m_running;
};

} // namespace chatelaine
