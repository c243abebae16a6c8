// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicepayment.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString tempered = u"tempered"_s;
const QString tempo = u"tempo"_s;
const QString temporis = u"temporis"_s;
const QString confident = u"confident-ai"_s;

QJsonObject prediction()
{
    return {{u"data_profile"_s, u"hourly_orders"_s},
            {u"count"_s, 5},
            {u"temperature"_s, 1.0},
            {u"top_p"_s, 0.9}};
}

/** A server with something behind every placeholder of the examples. */
class ExampleBench : public PracticeBench
{
public:
    ExampleBench()
    {
        for (const QString &system : {tempered, tempo, temporis, confident})
            m_values.insert(system, endpoints().systems.value(system).baseUrl);
        const auto credential = [this](const QString &system) {
            return endpoints().systems.value(system).credential;
        };
        m_values.insert(u"admin key"_s, credential(tempered));
        m_values.insert(u"eval key"_s, mint({{u"system"_s, tempered}, {u"kind"_s, u"eval"_s}}));
        m_values.insert(u"production key"_s, mint({{u"system"_s, tempo}}));
        m_values.insert(u"sandbox key"_s, mint({{u"system"_s, tempo}, {u"kind"_s, u"sandbox"_s}}));
        m_values.insert(u"token"_s, endpoints().systems.value(temporis).token);
        m_values.insert(u"organization key"_s, credential(confident));
        const Answer doomed =
            control("POST", u"/mint"_s, {{u"system"_s, tempered}, {u"kind"_s, u"eval"_s}});
        m_values.insert(u"key_id"_s, doomed.json.value("id"_L1).toString());
        const Answer projects = get(confident, u"/v1/projects"_s);
        m_values.insert(u"project"_s,
                        projects.json.value("data"_L1)["projects"_L1][0]["id"_L1].toString());
        // The examples mean the key 7 of both.
        for (const QString &container :
             {u"/v1/organization"_s, u"/v1/projects/"_s + m_values.value(u"project"_s)}) {
            while (makeKey(container + u"/api-keys"_s) < 7) {
            }
        }
    }

    /** `text` with the placeholders of the examples filled in. */
    QString filled(QString text) const
    {
        for (auto it = m_values.begin(); it != m_values.end(); ++it)
            text.replace(u'{' + it.key() + u'}', it.value());
        return text;
    }

private:
    int makeKey(const QString &path) const
    {
        const Answer made = post(confident, path, {{u"name"_s, u"filler"_s}});
        return made.json.value("data"_L1)["apiKey"_L1]["id"_L1].toInt();
    }

    QMap<QString, QString> m_values;
};

struct Ended
{
    QByteArray body;
    int status = 0;
};

/** Runs a command line with curl told from outside to fail on errors and to say the status. */
Ended runCurl(const QString &commandLine, const QString &token)
{
    const QTemporaryDir home;
    QFile settings(home.filePath(u".curlrc"_s));
    if (!settings.open(QIODevice::WriteOnly))
        qFatal("The settings of curl cannot be written.");
    settings.write("silent\nshow-error\nwrite-out = \"\\n%{http_code}\"\n");
    settings.close();
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CURL_HOME"_s, home.path());
    environment.insert(u"NO_PROXY"_s, u"127.0.0.1"_s);
    environment.insert(u"TEMPORIS_TOKEN"_s, token);
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, commandLine});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        qFatal("curl failed: %s", shell.readAllStandardError().constData());
    const QByteArray output = shell.readAllStandardOutput();
    const qsizetype end = output.lastIndexOf('\n');
    return {output.left(end), output.mid(end + 1).toInt()};
}

} // namespace

/** Every example request of the four vendors' pages about keys, as it stands there. */
class TestPracticeExamples : public QObject
{
    Q_OBJECT
private slots:
    void withCurl_data();
    void withCurl();
    void overHttp_data();
    void overHttp();
    void payingInsteadOfAKey();
};

void TestPracticeExamples::withCurl_data()
{
    QTest::addColumn<QString>("commandLine");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("member"); ///< one that the answer has
    QTest::newRow("Tempered: create a key") << uR"(curl -X POST {tempered}/api/v1/org/api-keys/ \
  -H "Authorization: Bearer {admin key}" \
  -H "Content-Type: application/json" \
  -d '{"name": "CI Pipeline", "scope": "eval"}')"_s
                                            << 201 << u"raw_key"_s;
    QTest::newRow("Tempered: use a key") << uR"(curl -H "Authorization: Bearer {eval key}" \
  {tempered}/api/v1/evaluations/)"_s << 200
                                         << u"results"_s;
    QTest::newRow("Tempered: revoke a key")
        << uR"(curl -X POST {tempered}/api/v1/org/api-keys/{key_id}/revoke/ \
  -H "Authorization: Bearer {admin key}")"_s
        << 200 << u"revoked_at"_s;
    QTest::newRow("Tempo: read blocks of the testnet")
        << uR"(curl '{tempo}/v1/blocks?chainId=testnet' \
  --header 'Authorization: Bearer {sandbox key}')"_s
        << 200 << u"data"_s;
    QTest::newRow("Temporis: predict") << uR"(curl {temporis}/v1/predict \
  -H "Authorization: Bearer $TEMPORIS_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{ "data_profile": "hourly_orders", "count": 5, "temperature": 1.0, "top_p": 0.9 }')"_s
                                       << 200 << u"predictions"_s;
    QTest::newRow("Temporis: predict after the export") << uR"(export TEMPORIS_TOKEN="{token}"
curl {temporis}/v1/predict \
  -H "Authorization: Bearer $TEMPORIS_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{ "data_profile": "hourly_orders", "count": 5, "temperature": 1.0, "top_p": 0.9 }')"_s
                                                        << 200 << u"predictions"_s;
}

void TestPracticeExamples::withCurl()
{
    QFETCH(QString, commandLine);
    QFETCH(int, status);
    QFETCH(QString, member);
    const ExampleBench bench;
    const QString token =
        commandLine.startsWith("export"_L1) ? QString() : bench.filled(u"{token}"_s);
    const Ended ended = runCurl(bench.filled(commandLine), token);
    QCOMPARE(ended.status, status);
    QVERIFY(QJsonDocument::fromJson(ended.body).object().contains(member));
}

void TestPracticeExamples::overHttp_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header"); ///< the one with the credential
    QTest::addColumn<QJsonObject>("body");
    const QString bearer = u"Authorization: Bearer "_s;
    QTest::newRow("Tempered, Python: submit an evaluation")
        << tempered << "POST"_ba << u"/api/v1/evaluations/"_s << bearer + u"{eval key}"_s
        << QJsonObject{{u"description"_s, u"Deploy new monitoring stack to production"_s}};
    QTest::newRow("Tempo: a key as bearer token")
        << tempo << "GET"_ba << u"/v1/blocks"_s << bearer + u"{production key}"_s << QJsonObject();
    QTest::newRow("Tempo: a key in its own header")
        << tempo << "GET"_ba << u"/v1/blocks"_s << u"tempo-api-key: {production key}"_s
        << QJsonObject();
    QTest::newRow("Tempo: nothing at all")
        << tempo << "GET"_ba << u"/v1/blocks"_s << QString() << QJsonObject();
    QTest::newRow("Tempo: a sandbox key without a chain")
        << tempo << "GET"_ba << u"/v1/blocks"_s << bearer + u"{sandbox key}"_s << QJsonObject();
    QTest::newRow("Tempo: a sandbox key on mainnet")
        << tempo << "GET"_ba << u"/v1/blocks?chainId=mainnet"_s << bearer + u"{sandbox key}"_s
        << QJsonObject();
    QTest::newRow("Temporis, Python: predict")
        << temporis << "POST"_ba << u"/v1/predict"_s << bearer + u"{token}"_s << prediction();
    QTest::newRow("Temporis, JavaScript: predict")
        << temporis << "POST"_ba << u"/v1/predict"_s << bearer + u"{token}"_s << prediction();

    const QString raw = u"CONFIDENT_API_KEY: {organization key}"_s;
    const QJsonObject name{{u"name"_s, u"ci-pipeline"_s}};
    const QJsonObject off{{u"valid"_s, false}};
    for (const char *generation : {"v1", "v2"}) {
        for (const char *scope : {"organization", "projects/{project}"}) {
            const QString keys =
                u"/%1/%2/api-keys"_s.arg(QLatin1StringView(generation), QLatin1StringView(scope));
            const auto row = [&](const char *operation) -> QTestData & {
                return QTest::addRow("Confident AI %s, %.12s: %s", generation, scope, operation);
            };
            row("list") << confident << "GET"_ba << keys << raw << QJsonObject();
            row("get") << confident << "GET"_ba << keys + u"/7"_s << raw << QJsonObject();
            row("create") << confident << "POST"_ba << keys << raw << name;
            row("disable") << confident << "PUT"_ba << keys + u"/7"_s << raw << off;
            row("delete") << confident << "DELETE"_ba << keys + u"/7"_s << raw << QJsonObject();
        }
    }
}

void TestPracticeExamples::overHttp()
{
    QFETCH(QString, system);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QString, header);
    QFETCH(QJsonObject, body);
    const ExampleBench bench;
    PracticeBench::Call call{system, method, bench.filled(path), body, QString()};
    if (!header.isEmpty()) {
        const QString value = bench.filled(header.section(u": "_s, 1));
        call.headers = {{header.section(u": "_s, 0, 0).toLatin1(), value.toLatin1()}};
    }
    const Answer answer = bench.send(call);
    QVERIFY2(answer.status >= 200 && answer.status < 300, answer.body.constData());
    if (system == confident)
        QCOMPARE(answer.json.value("success"_L1), QJsonValue(true));
    QVERIFY(!answer.json.isEmpty());
}

/** The three steps of Tempo's page: read the challenge, settle it, send the credential. */
void TestPracticeExamples::payingInsteadOfAKey()
{
    const ExampleBench bench;
    bench.set(tempo, {{u"anonymousPerMinute"_s, 0}});
    const Answer asked = bench.get(tempo, u"/v1/blocks"_s, QString());
    QCOMPARE(asked.status, 402);
    const QJsonObject payment = paymentFor(challengeOf(asked));
    PracticeBench::Call call{tempo, "GET", u"/v1/blocks"_s, {}, QString()};
    call.headers = {{"Authorization", "Payment " + carried(payment)}};
    const Answer paid = bench.send(call);
    QCOMPARE(paid.status, 200);
    QVERIFY(!paid.header("payment-receipt").isEmpty());
}

QTEST_GUILESS_MAIN(TestPracticeExamples)
#include "tst_practice_examples.moc"
