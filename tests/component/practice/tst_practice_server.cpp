// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPracticeServer : public QObject
{
    Q_OBJECT
private slots:
    void aRestartShowsTheSame();
    void lostCredentialsAreMadeAnew();
    void secretsAreOnlyHashedInTheDatabase();
    void theCredentialsFileIsPrivate();
    void tlsIsVerified();
    void otherHostNamesAreRefused();
    void largeRequestsAreRefused();
    void aRequestWithoutLengthIsAnswered();
    void portsFollowTheOrderOfIds();
    void aTakenPortIsAnError();
    void anUnusableDatabaseIsAnError();
    void latencyIsKept();
    void aLargePopulationIsSpread();
    void theReadyLineIsComplete();
};

void TestPracticeServer::aRestartShowsTheSame()
{
    QTemporaryDir folder;
    PracticeOptions options;
    options.database = folder.filePath(u"practice.sqlite"_s);
    const QString path = u"/api/v1/org/api-keys/"_s;
    QString credential;
    QString secret;
    {
        const PracticeBench bench(options);
        credential = bench.endpoints().systems.value(u"tempered"_s).credential;
        secret = bench.post(u"tempered"_s, path, {{u"name"_s, u"kept"_s}, {u"scope"_s, u"eval"_s}})
                     .json.value("raw_key"_L1)
                     .toString();
    }
    const PracticeBench bench(options);
    for (const auto &entry : bench.endpoints().systems)
        QVERIFY(!(entry.credential + entry.token).isEmpty());
    QCOMPARE(bench.endpoints().systems.value(u"tempered"_s).credential, credential);
    const Answer list = bench.get(u"tempered"_s, path);
    QCOMPARE(list.json.value("count"_L1).toInt(), 11);
    QVERIFY(list.body.contains("\"kept\""));
    QCOMPARE(bench.get(u"tempered"_s, u"/api/v1/evaluations/"_s, secret).status, 200);
}

void TestPracticeServer::lostCredentialsAreMadeAnew()
{
    QTemporaryDir folder;
    PracticeOptions options;
    options.database = folder.filePath(u"practice.sqlite"_s);
    QString before;
    {
        const PracticeBench bench(options);
        before = bench.endpoints().systems.value(u"tempo"_s).credential;
    }
    QVERIFY(QFile::remove(options.database + ".credentials"_L1));
    const PracticeBench bench(options);
    QVERIFY(bench.endpoints().systems.value(u"tempo"_s).credential != before);
    QCOMPARE(bench.get(u"tempo"_s, u"/v1/me"_s).status, 200);
    QCOMPARE(bench.get(u"tempo"_s, u"/v1/me"_s, before).status, 401);
}

void TestPracticeServer::secretsAreOnlyHashedInTheDatabase()
{
    QTemporaryDir folder;
    PracticeOptions options;
    options.database = folder.filePath(u"practice.sqlite"_s);
    QByteArrayList secrets;
    {
        const PracticeBench bench(options);
        for (auto it = bench.endpoints().systems.begin(); it != bench.endpoints().systems.end();
             ++it) {
            secrets.append((it->credential + it->token).toLatin1());
            secrets.append(bench.mint({{u"system"_s, it.key()}}).toLatin1());
        }
    }
    QCOMPARE(secrets.size(), 8);
    const QByteArray credentials = contentOf(options.database + ".credentials"_L1);
    for (qsizetype i = 0; i < secrets.size(); i += 2) {
        QVERIFY(credentials.contains(secrets[i]));
        QVERIFY(!credentials.contains(secrets[i + 1]));
    }
    QByteArray written;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
        if (!name.endsWith(".credentials"_L1))
            written += contentOf(folder.filePath(name));
    }
    QVERIFY(written.contains("Nightly agent"));
    for (const QByteArray &secret : std::as_const(secrets)) {
        QVERIFY(secret.size() > 40);
        QVERIFY(!written.contains(secret));
        QVERIFY(!written.contains(secret.mid(12, 20)));
    }
}

void TestPracticeServer::theCredentialsFileIsPrivate()
{
    QTemporaryDir folder;
    PracticeOptions options;
    options.database = folder.filePath(u"practice.sqlite"_s);
    const PracticeBench bench(options);
    const auto permissions = QFile::permissions(options.database + ".credentials"_L1);
    QVERIFY(permissions & QFileDevice::ReadOwner);
    QVERIFY(!(permissions & (QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                             QFileDevice::ReadOther | QFileDevice::WriteOther)));
}

void TestPracticeServer::tlsIsVerified()
{
    PracticeOptions options;
    options.tls = true;
    const PracticeBench bench(options);
    QVERIFY(bench.endpoints().caFile.endsWith("ca.pem"_L1));
    QVERIFY(bench.endpoints().controlUrl.startsWith("http://"_L1));
    const QUrl url(bench.endpoints().systems.value(u"confident-ai"_s).baseUrl + "/v1/nothing"_L1);
    QCOMPARE(url.scheme(), u"https"_s);
    const auto errorWith = [&url](const QList<QSslCertificate> &authorities) {
        QNetworkAccessManager manager;
        QNetworkRequest request(url);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(authorities);
        request.setSslConfiguration(tls);
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        finished.wait();
        return reply->error();
    };
    const auto authority = QSslCertificate::fromPath(bench.endpoints().caFile);
    QCOMPARE(authority.size(), 1);
    QCOMPARE(errorWith(authority), QNetworkReply::ContentNotFoundError);
    QCOMPARE(errorWith({}), QNetworkReply::SslHandshakeFailedError);
}

void TestPracticeServer::otherHostNamesAreRefused()
{
    const PracticeBench bench;
    for (const QString &name : {u"tempo"_s, u"control"_s}) {
        PracticeBench::Call call{name, "GET", u"/requests"_s};
        call.headers = {{"Host", "rebound.example:80"}};
        QCOMPARE(bench.send(call).status, 421);
    }
}

void TestPracticeServer::largeRequestsAreRefused()
{
    const PracticeBench bench;
    PracticeBench::Call call{u"tempered"_s, "POST", u"/api/v1/org/api-keys/"_s};
    call.rawBody = QByteArray(2 * 1024 * 1024, ' ');
    const int status = bench.send(call).status;
    QVERIFY2(status == 413 || status == 0, qPrintable(QString::number(status)));
    QCOMPARE(bench.get(u"tempered"_s, u"/api/v1/org/api-keys/"_s).json.value("count"_L1).toInt(),
             10);
}

void TestPracticeServer::aRequestWithoutLengthIsAnswered()
{
    const PracticeBench bench;
    const QUrl url(bench.endpoints().systems.value(u"tempered"_s).baseUrl);
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    socket.write("POST /api/v1/org/api-keys/x/revoke/ HTTP/1.1\r\nHost: " +
                 url.authority().toLatin1() + "\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() > 0, 3000);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 401"));
}

void TestPracticeServer::portsFollowTheOrderOfIds()
{
    // Another process may take one of the five in between: then the next five are tried.
    for (quint16 port = 41'300; port < 41'400; port = quint16(port + 5)) {
        PracticeServer server;
        PracticeOptions options;
        options.port = port;
        const auto started = server.start(options);
        if (!started) {
            QCOMPARE(started.error().kind, ErrorKind::Network);
            continue;
        }
        QCOMPARE(QUrl(started->controlUrl).port(), port);
        int expected = port;
        const QStringList ids{u"confident-ai"_s, u"tempered"_s, u"tempo"_s, u"temporis"_s};
        QCOMPARE(started->systems.keys(), ids);
        for (const QString &id : ids)
            QCOMPARE(QUrl(started->systems.value(id).baseUrl).port(), ++expected);
        return;
    }
    QFAIL("No five ports in a row are free.");
}

void TestPracticeServer::aTakenPortIsAnError()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    PracticeServer server;
    PracticeOptions options;
    options.port = taken.serverPort();
    const auto started = server.start(options);
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Network);
    QVERIFY(started.error().message.contains(QString::number(taken.serverPort())));
}

void TestPracticeServer::anUnusableDatabaseIsAnError()
{
    QTemporaryDir folder;
    PracticeServer server;
    PracticeOptions options;
    options.database = folder.filePath(u"missing/practice.sqlite"_s);
    const auto started = server.start(options);
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Storage);
}

void TestPracticeServer::latencyIsKept()
{
    PracticeOptions options;
    options.latencyMs = 300;
    const PracticeBench bench(options);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(bench.get(u"tempo"_s, u"/v1/me"_s).status, 200);
    QVERIFY(timer.elapsed() >= 300);
}

void TestPracticeServer::aLargePopulationIsSpread()
{
    PracticeOptions options;
    options.projects = 40;
    options.keys = 3000;
    const PracticeBench bench(options);
    const Answer tempered = bench.get(u"tempered"_s, u"/api/v1/org/api-keys/"_s);
    QCOMPARE(tempered.json.value("count"_L1).toInt(), 1010);
    const Answer projects = bench.get(u"confident-ai"_s, u"/v1/projects"_s);
    const QJsonArray list = projects.json.value("data"_L1)["projects"_L1].toArray();
    QCOMPARE(list.size(), 23);
    qsizetype keys = 0;
    for (const QJsonValue &project : list) {
        const QString path = u"/v1/projects/%1/api-keys"_s.arg(project["id"_L1].toString());
        keys +=
            bench.get(u"confident-ai"_s, path).json.value("data"_L1)["apiKeys"_L1].toArray().size();
    }
    QCOMPARE(keys, 1000 + 6);
}

void TestPracticeServer::theReadyLineIsComplete()
{
    PracticeOptions options;
    options.tls = true;
    const PracticeBench bench(options);
    const QJsonObject line = bench.endpoints().toJson();
    QCOMPARE(line.keys(), (QStringList{u"ca"_s, u"confident-ai"_s, u"control"_s, u"tempered"_s,
                                       u"tempo"_s, u"temporis"_s}));
    QVERIFY(line["temporis"_L1]["credential"_L1].isNull());
    QVERIFY(line["temporis"_L1]["token"_L1].toString().startsWith("ts_"_L1));
    QVERIFY(line["control"_L1]["url"_L1].isString() && line["control"_L1]["token"_L1].isString());
    for (const QLatin1StringView id : {"confident-ai"_L1, "tempered"_L1, "tempo"_L1})
        QVERIFY(line[id]["baseUrl"_L1].isString() && line[id]["credential"_L1].isString());
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practice_server.moc"
