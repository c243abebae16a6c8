// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httptesting.h"
#include "net/certificatelook.h"
#include "support/testpki.h"

#include <QCryptographicHash>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** Who is trusted: each refusal says what is wrong, and nothing has left. */
class TestTls : public QObject
{
    Q_OBJECT
private slots:
    void ownAuthorityIsTrusted();
    void largeBodyArrivesWhole();
    void wrongCertificateIsRefused_data();
    void wrongCertificateIsRefused();
    void unknownAuthorityIsRefused();
    void authorityReplacesTheSystems();
    void plainServerIsATlsError();
    void trustIsOfOneQueue();
    void rightPinIsAccepted();
    void wrongPinSendsNothing();
    void wrongPinSendsNothingOnAnyConnection();
    void aLookShowsTheCertificateAndSendsNothing();
    void aLookIsRefusedWhereARequestWouldBe();
    void aLookEndsWhenItIsCancelled();
    void unusableSettingsFailClosed_data();
    void unusableSettingsFailClosed();

private:
    TrustSettings trust(const QByteArray &pin = {}) const
    {
        return {.caFile = m_pki.authorityFile(), .pin = pin};
    }

    TestPki m_pki;
};

namespace {

QByteArray pinOf(const ServerIdentity &identity)
{
    return identity.certificate.digest(QCryptographicHash::Sha256);
}

} // namespace

void TestTls::ownAuthorityIsTrusted()
{
    ScriptedServer server(m_pki.identity());
    TestQueue queue(server.url(), trust());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QCOMPARE(bodyOf(outcome), QByteArray("{}"));
}

void TestTls::largeBodyArrivesWhole()
{
    const QByteArray body(8 << 20, 'x');
    ScriptedServer server(m_pki.identity());
    server.play({answerWith(200, body)});
    TestQueue queue(server.url(), trust());
    HttpRequest request = reading(server.url());
    request.maximumBody = body.size();
    QVERIFY(bodyOf(queue.outcomeOf(request)) == body);
}

void TestTls::wrongCertificateIsRefused_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("word");
    const QString here = QStringLiteral("127.0.0.1");
    QTest::newRow("expired") << here << -20 << -10 << QStringLiteral("expired");
    QTest::newRow("early") << here << 5 << 20 << QStringLiteral("not valid yet");
    QTest::newRow("other host") << QStringLiteral("other.example") << -1 << 20
                                << QStringLiteral("another host");
    QTest::newRow("other address")
        << QStringLiteral("127.0.0.2") << -1 << 20 << QStringLiteral("another host");
}

void TestTls::wrongCertificateIsRefused()
{
    QFETCH(QString, host);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, word);
    ScriptedServer server(m_pki.identity(host, from, to));
    TestQueue queue(server.url(), trust());
    const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
    QCOMPARE(kindOf(outcome), QStringLiteral("tls"));
    QVERIFY2(outcome.error().message.contains(word), qPrintable(outcome.error().message));
    QVERIFY(!outcome.error().next.isEmpty());
    QVERIFY(!outcome.error().outcomeUnknown);
    QCOMPARE(server.count(), 0);
}

void TestTls::unknownAuthorityIsRefused()
{
    ScriptedServer server(m_pki.identity());
    TestQueue queue(server.url()); // the system's authorities
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("tls"));
    QVERIFY(outcome.error().message.contains(u"authority"));
    QCOMPARE(server.count(), 0);
}

void TestTls::authorityReplacesTheSystems()
{
    TestPki other;
    ScriptedServer server(other.identity());
    TestQueue queue(server.url(), trust());
    QCOMPARE(kindOf(queue.outcomeOf(reading(server.url()))), QStringLiteral("tls"));
    QCOMPARE(server.count(), 0);
}

void TestTls::plainServerIsATlsError()
{
    ScriptedServer server;
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    TestQueue queue(url, trust());
    HttpRequest request = writing("POST", url, "{}");
    request.deadline = std::chrono::milliseconds(500); // it waits for more of what is not HTTP
    const auto outcome = queue.outcomeOf(request);
    QVERIFY(!outcome);
    QCOMPARE(server.count(), 0);
}

void TestTls::trustIsOfOneQueue()
{
    // Qt's cache of connections ignores trust settings, in both directions.
    ScriptedServer server(m_pki.identity());
    TestQueue trusting(server.url(), trust());
    TestQueue strict(server.url());
    QCOMPARE(kindOf(trusting.outcomeOf(reading(server.url()))), QStringLiteral("ok"));
    QCOMPARE(kindOf(strict.outcomeOf(reading(server.url()))), QStringLiteral("tls"));
    QCOMPARE(kindOf(trusting.outcomeOf(reading(server.url()))), QStringLiteral("ok"));
    QCOMPARE(server.count(), 2);
}

void TestTls::rightPinIsAccepted()
{
    const ServerIdentity identity = m_pki.identity();
    ScriptedServer server(identity);
    TestQueue queue(server.url(), trust(pinOf(identity)));
    QCOMPARE(kindOf(queue.outcomeOf(reading(server.url()))), QStringLiteral("ok"));
    QCOMPARE(kindOf(queue.outcomeOf(writing("POST", server.url(), "{}"))), QStringLiteral("ok"));
}

void TestTls::wrongPinSendsNothing()
{
    ScriptedServer server(m_pki.identity());
    TestQueue queue(server.url(), trust(pinOf(m_pki.identity())));
    for (int i = 0; i < 20; ++i) {
        HttpRequest request = writing("POST", server.url(), "{}");
        request.auth = {bearer("prx_0123456789")};
        const auto outcome = queue.outcomeOf(request);
        QCOMPARE(kindOf(outcome), QStringLiteral("tls"));
        QVERIFY(outcome.error().message.contains(u"pinned"));
        QVERIFY(!outcome.error().outcomeUnknown);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 0);
}

void TestTls::wrongPinSendsNothingOnAnyConnection()
{
    ScriptedServer server(m_pki.identity());
    TestQueue queue(server.url(), trust(pinOf(m_pki.identity())));
    QList<FutureOutcome<HttpAnswer>> all;
    for (int i = 0; i < 20; ++i)
        all.append(queue->send(reading(server.url())));
    for (const auto &future : all)
        QCOMPARE(kindOf(outcomeOf(future)), QStringLiteral("tls"));
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 0);
}

void TestTls::aLookShowsTheCertificateAndSendsNothing()
{
    const ServerIdentity identity = m_pki.identity(QStringLiteral("127.0.0.1"), -3, 40);
    ScriptedServer server(identity);
    // The pin that is to be replaced does not count.
    const auto seen =
        test::outcomeOf(lookAtCertificate(server.url(), trust(QByteArray(32, 'x')), this, nullptr));
    QVERIFY2(seen.ok(), seen ? "" : qPrintable(seen.error().message));
    QCOMPARE(seen->sha256, pinOf(identity));
    QCOMPARE(seen->subject, identity.certificate.subjectDisplayName());
    QCOMPARE(seen->issuer, identity.certificate.issuerDisplayName());
    QVERIFY(seen->subject != seen->issuer);
    QCOMPARE(seen->validFrom.toDateTime(), identity.certificate.effectiveDate());
    QCOMPARE(seen->validTo.toDateTime(), identity.certificate.expiryDate());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.count(), 0);

    TestQueue queue(server.url(), trust(seen->sha256));
    QCOMPARE(kindOf(queue.outcomeOf(reading(server.url()))), QStringLiteral("ok"));
}

void TestTls::aLookIsRefusedWhereARequestWouldBe()
{
    ScriptedServer plain;
    const auto none = test::outcomeOf(lookAtCertificate(plain.url(), trust(), this, nullptr));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(plain.acceptedConnections(), 0);

    ScriptedServer late(m_pki.identity(QStringLiteral("127.0.0.1"), -20, -10));
    const auto expired = test::outcomeOf(lookAtCertificate(late.url(), trust(), this, nullptr));
    QVERIFY(!expired);
    QCOMPARE(expired.error().kind, ErrorKind::Tls);
    QVERIFY2(expired.error().message.contains(u"expired"), qPrintable(expired.error().message));
}

void TestTls::aLookEndsWhenItIsCancelled()
{
    ScriptedServer mute; // never begins to speak TLS
    QUrl url = mute.url();
    url.setScheme(QStringLiteral("https"));
    const auto cancellation = std::make_shared<Cancellation>();
    const auto look = lookAtCertificate(url, trust(), this, cancellation);
    QTRY_COMPARE(mute.acceptedConnections(), 1);
    cancellation->request();
    const auto ended = test::outcomeOf(look);
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
}

void TestTls::unusableSettingsFailClosed_data()
{
    QTest::addColumn<TrustSettings>("settings");
    QTest::newRow("no such file") << TrustSettings{
        .caFile = QStringLiteral("/nonexistent/authority.pem"), .pin = {}};
    QTest::newRow("not a certificate")
        << TrustSettings{.caFile = QFINDTESTDATA("CMakeLists.txt"), .pin = {}};
    QTest::newRow("half a pin") << trust(QByteArray(16, 'x'));
}

void TestTls::unusableSettingsFailClosed()
{
    QFETCH(TrustSettings, settings);
    ScriptedServer server(m_pki.identity());
    TestQueue queue(server.url(), settings);
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("tls"));
    QVERIFY(!outcome.error().next.isEmpty());
    QCOMPARE(server.acceptedConnections(), 0);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_net_tls.moc"
