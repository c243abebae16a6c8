// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conformance.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

Conformance::Conformance(const QString &system)
    : m_system(system)
{
    QFile file(
        QStringLiteral(CHATELAINE_SOURCE_DIR "/tests/component/conformance/%1.rows").arg(system));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            continue;
        const qsizetype space = line.indexOf(u' ');
        m_rows.append({line.left(space), line.mid(space).trimmed()});
    }
}

void Conformance::initTestCase()
{
    initializeSecretMemory();
    QVERIFY(!m_rows.isEmpty());
    const auto started = m_server.start({});
    QVERIFY2(started.ok(), started ? "" : qPrintable(started.error().message));
    m_endpoints = started.value();
    m_endpoint = m_endpoints.systems.value(m_system);
}

void Conformance::cleanup()
{
    control("DELETE", u"/faults"_s);
    control("DELETE", u"/settings"_s);
    control("DELETE", u"/requests"_s);
    if (m_ahead != 0)
        advance(-m_ahead);
}

void Conformance::row_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("fact");
    for (const Row &each : std::as_const(m_rows))
        QTest::newRow(qPrintable(each.tag)) << each.tag << each.fact;
}

void Conformance::row()
{
    QFETCH(QString, tag);
    QFETCH(QString, fact);
    const auto check = cases().value(tag);
    if (check)
        check();
    const QString result = !check                       ? u"MISSING"_s
                           : QTest::currentTestFailed() ? u"FAILED"_s
                                                        : u"ok"_s;
    m_table.append(u"%1 | %2 | %3"_s.arg(tag, -28).arg(result, -7).arg(fact));
    QVERIFY2(check, "no case for this row");
}

void Conformance::everyCaseHasItsRow()
{
    for (const QString &tag : cases().keys()) {
        const bool known = std::any_of(m_rows.begin(), m_rows.end(),
                                       [&](const Row &each) { return each.tag == tag; });
        QVERIFY2(known, qPrintable(tag));
    }
}

void Conformance::cleanupTestCase()
{
    const QByteArray text =
        (u"Conformance: "_s + m_system + u'\n' + m_table.join(u'\n') + u'\n').toUtf8();
    QVERIFY(QDir().mkpath(QStringLiteral(CHATELAINE_BINARY_DIR "/conformance")));
    QFile file(QStringLiteral(CHATELAINE_BINARY_DIR "/conformance/%1.txt").arg(m_system));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    std::fputs(text.constData(), stdout);
}

Bench Conformance::client(const QByteArray &credential, const QMap<QString, QString> &facts) const
{
    return Bench(Catalog(QString()).find(ProviderId(m_system)), m_endpoint.baseUrl,
                 credential.isEmpty() ? m_endpoint.credential.toLatin1() : credential, facts,
                 m_ahead);
}

Bench Conformance::clientOf(const ScriptedServer &server, const QByteArray &credential,
                            const QMap<QString, QString> &facts) const
{
    return Bench(Catalog(QString()).find(ProviderId(m_system)), server.url().toString(), credential,
                 facts);
}

QJsonObject Conformance::control(const QByteArray &method, const QString &path,
                                 const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_endpoints.controlUrl + path));
    request.setRawHeader("Authorization", "Bearer " + m_endpoints.controlToken.toLatin1());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.sendCustomRequest(
        request, method, method == "POST" ? QJsonDocument(body).toJson() : QByteArray());
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return {};
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray answer = reply->readAll();
    reply->deleteLater();
    if (status < 200 || status > 299)
        QTest::qFail(answer.constData(), __FILE__, __LINE__);
    return QJsonDocument::fromJson(answer).object();
}

void Conformance::set(const QJsonObject &settings)
{
    control("POST", u"/settings"_s, {{u"system"_s, m_system}, {u"settings"_s, settings}});
}

void Conformance::fault(const QString &method, const QString &path, const QString &action,
                        int count)
{
    control("POST", u"/faults"_s,
            {{u"system"_s, m_system},
             {u"method"_s, method},
             {u"path"_s, path},
             {u"action"_s, action},
             {u"count"_s, count}});
}

QJsonObject Conformance::mint(QJsonObject order)
{
    order.insert(u"system"_s, m_system);
    return control("POST", u"/mint"_s, order);
}

void Conformance::advance(qint64 seconds)
{
    m_ahead += seconds;
    control("POST", u"/clock"_s, {{u"offset"_s, m_ahead}});
}

QJsonArray Conformance::requests()
{
    const QJsonObject answer = control("GET", u"/requests"_s);
    QJsonArray mine;
    for (const QJsonValue request : answer[u"requests"_s].toArray()) {
        if (request[u"system"_s] == m_system)
            mine.append(request);
    }
    return mine;
}

} // namespace chatelaine::test
