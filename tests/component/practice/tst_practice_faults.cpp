// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempered"_s;
const QString keysPath = u"/api/v1/org/api-keys/"_s;

int keyCount(const PracticeBench &bench)
{
    return bench.get(vendor, keysPath).json.value("count"_L1).toInt();
}

Answer create(const PracticeBench &bench)
{
    return bench.post(vendor, keysPath, {{u"name"_s, u"CI"_s}, {u"scope"_s, u"eval"_s}});
}

/** One request on a socket of our own, to see what a connection does. */
class RawExchange
{
public:
    explicit RawExchange(const PracticeBench &bench)
    {
        const QUrl url(bench.endpoints().systems.value(vendor).baseUrl);
        m_socket.connectToHost(url.host(), quint16(url.port()));
        m_socket.write(request(bench));
    }

    static QByteArray request(const PracticeBench &bench)
    {
        const auto entry = bench.endpoints().systems.value(vendor);
        return "GET " + keysPath.toLatin1() +
               " HTTP/1.1\r\nHost: " + QUrl(entry.baseUrl).authority().toLatin1() +
               "\r\nAuthorization: Bearer " + entry.credential.toLatin1() + "\r\n\r\n";
    }

    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
};

} // namespace

class TestPracticeFaults : public QObject
{
    Q_OBJECT
private slots:
    void serverFaults_data();
    void serverFaults();
    void writesBehindServerFaults_data();
    void writesBehindServerFaults();
    void redirectLeadsToAnotherOrigin();
    void hugeIsBeyondEveryLimit();
    void lostConnections_data();
    void lostConnections();
    void cutEndsInTheMiddle();
    void resetIsAReset();
    void hangSaysNothingAndKeepsTheLine();
    void dripComesByteByByte();
    void aFaultSparesOtherConnections();
};

void TestPracticeFaults::serverFaults_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("503") << u"status:503"_s << 503 << R"({"detail":)"_ba;
    QTest::newRow("429") << u"status:429"_s << 429 << R"({"detail":"Request was throttled)"_ba;
    QTest::newRow("html") << u"html"_s << 200 << "<!doctype html>"_ba;
    QTest::newRow("wrong types") << u"wrong-types"_s << 200 << R"({"count":"10")"_ba;
    QTest::newRow("empty") << u"empty"_s << 200 << ""_ba;
}

void TestPracticeFaults::serverFaults()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, body);
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, action);
    const Answer answer = bench.get(vendor, keysPath);
    QTEST(answer.status, "status");
    QVERIFY(body.isEmpty() ? answer.body.isEmpty() : answer.body.startsWith(body));
    QCOMPARE(answer.header("retry-after").isEmpty(), answer.status == 200);
    QCOMPARE(keyCount(bench), 10);
}

void TestPracticeFaults::writesBehindServerFaults_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("made");
    QTest::newRow("status") << u"status:500"_s << 0;
    QTest::newRow("html") << u"html"_s << 0;
    QTest::newRow("redirect") << u"redirect"_s << 0;
    QTest::newRow("empty") << u"empty"_s << 1;
    QTest::newRow("wrong-types") << u"wrong-types"_s << 1;
    QTest::newRow("no-secret") << u"no-secret"_s << 1;
    QTest::newRow("close-before") << u"close-before"_s << 0;
    QTest::newRow("close-after") << u"close-after"_s << 1;
    QTest::newRow("cut") << u"cut"_s << 1;
    QTest::newRow("reset") << u"reset"_s << 1;
}

void TestPracticeFaults::writesBehindServerFaults()
{
    QFETCH(QString, action);
    QFETCH(int, made);
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, action);
    const Answer answer = create(bench);
    QVERIFY(answer.json.value("raw_key"_L1).toString().isEmpty());
    QCOMPARE(keyCount(bench), 10 + made);
    QVERIFY(!create(bench).json.value("raw_key"_L1).toString().isEmpty());
}

void TestPracticeFaults::redirectLeadsToAnotherOrigin()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"redirect"_s);
    const Answer answer = bench.get(vendor, keysPath);
    QCOMPARE(answer.status, 307);
    const QUrl target(QString::fromLatin1(answer.header("location")));
    const QUrl own(bench.endpoints().systems.value(vendor).baseUrl);
    QVERIFY(target.host() != own.host());
    QCOMPARE(target.port(), own.port()); // so that a request which follows is seen
    QCOMPARE(target.path(), keysPath);
}

void TestPracticeFaults::hugeIsBeyondEveryLimit()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"huge"_s);
    const Answer answer = bench.get(vendor, keysPath);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.size() > 64 * 1024 * 1024);
    QVERIFY(answer.body.startsWith(R"({"filler":"xxxx)"));
}

void TestPracticeFaults::lostConnections_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("tls");
    for (const char *action : {"close-before", "close-after", "reset", "cut"}) {
        QTest::addRow("%s", action) << QString::fromLatin1(action) << false;
        QTest::addRow("%s over TLS", action) << QString::fromLatin1(action) << true;
    }
}

void TestPracticeFaults::lostConnections()
{
    QFETCH(QString, action);
    QFETCH(bool, tls);
    PracticeOptions options;
    options.tls = tls;
    const PracticeBench bench(options);
    bench.orderFault(vendor, keysPath, action);
    QCOMPARE(bench.get(vendor, keysPath).status, 0);
    QCOMPARE(bench.get(vendor, keysPath).status, 200);
    const Answer log = bench.control("GET", u"/requests"_s);
    const QJsonObject first = log.json.value("requests"_L1).toArray().first().toObject();
    QCOMPARE(first.value("fault"_L1).toString(), action);
    QCOMPARE(first.value("reached"_L1).toBool(), action != "close-before"_L1);
}

void TestPracticeFaults::cutEndsInTheMiddle()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"cut"_s);
    RawExchange exchange(bench);
    QTRY_COMPARE(exchange.socket().state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = exchange.socket().readAll();
    const qsizetype end = answer.indexOf("\r\n\r\n");
    QVERIFY(end > 0);
    const qsizetype label = answer.indexOf("Content-Length: ") + 16;
    const qsizetype promised = answer.mid(label, answer.indexOf('\r', label) - label).toLongLong();
    QCOMPARE(answer.size() - end - 4, promised / 2);
}

void TestPracticeFaults::resetIsAReset()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"reset"_s);
    // Qt calls an orderly end and a reset by the same name, the system does not.
    const QUrl url(bench.endpoints().systems.value(vendor).baseUrl);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(url.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const QByteArray request = RawExchange::request(bench);
    QCOMPARE(::send(socket, request.constData(), size_t(request.size()), 0), request.size());
    char byte = 0;
    const ssize_t received = ::recv(socket, &byte, 1, 0);
    const int error = errno;
    ::close(socket);
    QCOMPARE(received, -1);
    QCOMPARE(error, ECONNRESET);
}

void TestPracticeFaults::hangSaysNothingAndKeepsTheLine()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"hang"_s);
    RawExchange exchange(bench);
    QVERIFY(!exchange.socket().waitForReadyRead(1500));
    QCOMPARE(exchange.socket().state(), QAbstractSocket::ConnectedState);
}

void TestPracticeFaults::dripComesByteByByte()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"drip"_s);
    RawExchange exchange(bench);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE(exchange.socket().bytesAvailable(), 8);
    QVERIFY(timer.elapsed() >= 600);
    QCOMPARE(exchange.socket().readAll(), "HTTP/1.1"_ba);
    QCOMPARE(exchange.socket().state(), QAbstractSocket::ConnectedState);
}

void TestPracticeFaults::aFaultSparesOtherConnections()
{
    const PracticeBench bench;
    bench.orderFault(vendor, keysPath, u"hang"_s);
    RawExchange hanging(bench);
    QTRY_VERIFY(bench.control("GET", u"/faults"_s).json.value("faults"_L1).toArray().isEmpty());
    QCOMPARE(bench.get(vendor, keysPath).status, 200);
}

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practice_faults.moc"
