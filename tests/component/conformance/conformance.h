// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "component/providers/providerbench.h"
#include "practice/practiceserver.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTest>

#include <functional>

namespace chatelaine::test {

/**
 * Holds a client against the contract of one system, row by row. `<system>.rows` has the rows: a
 * tag and the fact in a sentence. Each row needs a case, each case a row. The table of results is
 * printed and kept in `conformance/<system>.txt` of the build folder, which tests/run shows.
 */
class Conformance : public QObject
{
    Q_OBJECT

public:
    /** By the tag of the row. A case uses QVERIFY and QCOMPARE. */
    using Cases = QMap<QString, std::function<void()>>;

    explicit Conformance(const QString &system);

protected:
    virtual Cases cases() = 0;

    /** A client with the sample credential, or another one, of the practice server. */
    Bench client(const QByteArray &credential = {}, const QMap<QString, QString> &facts = {}) const;
    /** A client of another server. */
    Bench clientOf(const ScriptedServer &server, const QByteArray &credential,
                   const QMap<QString, QString> &facts = {}) const;
    const PracticeEndpoints::Entry &endpoint() const { return m_endpoint; }

    QJsonObject control(const QByteArray &method, const QString &path,
                        const QJsonObject &body = {});
    void set(const QJsonObject &settings); ///< until the end of the case
    /** One fault of requests to this system, or `count` times. */
    void fault(const QString &method, const QString &path, const QString &action, int count = 1);
    QJsonObject
    mint(QJsonObject order);      ///< `kind`, `name`, ...; answers `id`, `container`, `secret`
    void advance(qint64 seconds); ///< the server's clock and, from then on, those of new clients
    QJsonArray requests();        ///< what arrived since the case began, oldest first

private slots:
    void initTestCase();
    void cleanup();
    void row_data();
    void row();
    void everyCaseHasItsRow();
    void cleanupTestCase();

private:
    struct Row
    {
        QString tag;
        QString fact;
    };

    QString m_system;
    QList<Row> m_rows;
    QStringList m_table;
    PracticeServer m_server;
    PracticeEndpoints m_endpoints;
    PracticeEndpoints::Entry m_endpoint;
    QNetworkAccessManager m_network;
    qint64 m_ahead = 0;
};

/** Fails the case when an outcome is an error. */
#define CONFORMANCE_OK(outcome)                                                                    \
    do {                                                                                           \
        const auto &checkedOutcome = (outcome);                                                    \
        QVERIFY2(checkedOutcome.ok(),                                                              \
                 checkedOutcome.ok() ? "" : qPrintable(checkedOutcome.error().message));           \
    } while (false)

} // namespace chatelaine::test
