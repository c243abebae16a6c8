// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practiceserver.h"

#include <QJsonArray>
#include <QMultiMap>

namespace chatelaine {

/** What came back over the wire. */
struct Answer
{
    int status = 0; ///< 0 if the connection failed
    QByteArray body;
    QJsonObject json;
    QMultiMap<QByteArray, QByteArray> headers; ///< by lower-case name

    QByteArray header(const QByteArray &name) const { return headers.value(name); }
};

/** A practice server in this process and a plain HTTP client for it. */
class PracticeBench
{
public:
    explicit PracticeBench(const PracticeOptions &options = {});

    const PracticeEndpoints &endpoints() const { return m_endpoints; }
    /** `127.0.0.1:4711` of a system. */
    QString authority(const QString &system) const;
    void stop() { m_server.stop(); }

    struct Call
    {
        QString system;
        QByteArray method;
        QString path;
        QJsonObject body = {};
        std::optional<QString> token = {}; ///< none: the sample credential; empty: no credential
        QList<std::pair<QByteArray, QByteArray>> headers = {};
        QByteArray rawBody = {};
    };
    Answer send(const Call &call) const;
    Answer get(const QString &system, const QString &path,
               const std::optional<QString> &token = {}) const;
    Answer post(const QString &system, const QString &path, const QJsonObject &body = {},
                const std::optional<QString> &token = {}) const;
    Answer control(const QByteArray &method, const QString &path,
                   const QJsonObject &body = {}) const;
    /** The secret of a key minted over the control interface. */
    QString mint(const QJsonObject &order) const;
    /** Changes settings of a system. */
    void set(const QString &system, const QJsonObject &settings) const;
    /** Sets how far the server's clock is ahead. */
    void setClock(qint64 offsetSeconds) const;
    void orderFault(const QString &system, const QString &path, const QString &action,
                    int count = 1) const;

private:
    PracticeServer m_server;
    PracticeEndpoints m_endpoints;
};

} // namespace chatelaine
