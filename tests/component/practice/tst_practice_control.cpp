// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QTest>
#include <QUrl>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestPracticeControl : public QObject
{
    Q_OBJECT
private slots:
    void theTokenIsRequired();
    void everyKindCanBeMinted_data();
    void everyKindCanBeMinted();
    void badOrdersAreRefused_data();
    void badOrdersAreRefused();
    void theRequestLogHoldsNoCredential();
    void faultsAreListedAndDeleted();
    void settingsGoBackTogether();
};

void TestPracticeControl::theTokenIsRequired()
{
    const PracticeBench bench;
    const QString token = bench.endpoints().controlToken;
    QVERIFY(token.size() >= 40);
    for (const QString &wrong : {QString(), u"x"_s, token.chopped(1) + u'!'}) {
        const Answer answer = bench.get(u"control"_s, u"/requests"_s, wrong);
        QCOMPARE(answer.status, 401);
    }
    QCOMPARE(bench.control("GET", u"/requests"_s).status, 200);
    QCOMPARE(bench.control("GET", u"/nothing"_s).status, 404);
    QCOMPARE(bench.control("GET", u"/mint"_s).status, 405);
}

void TestPracticeControl::everyKindCanBeMinted_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("tempered eval") << u"tempered"_s << u"eval"_s << u"prx_"_s;
    QTest::newRow("tempered admin") << u"tempered"_s << u"admin"_s << u"prx_"_s;
    QTest::newRow("tempo production") << u"tempo"_s << u"production"_s << u"tempo:sk:"_s;
    QTest::newRow("tempo sandbox") << u"tempo"_s << u"sandbox"_s << u"tempo_sandbox:sk:"_s;
    QTest::newRow("tempo session") << u"tempo"_s << u"session"_s << QString();
    QTest::newRow("temporis") << u"temporis"_s << u"token"_s << u"ts_"_s;
    QTest::newRow("confident organization")
        << u"confident-ai"_s << u"organization"_s << u"confident_us_org_"_s;
    QTest::newRow("confident project")
        << u"confident-ai"_s << u"project"_s << u"confident_us_proj_"_s;
    QTest::newRow("confident global")
        << u"confident-ai"_s << u"global"_s << u"confident_us_global_"_s;
}

void TestPracticeControl::everyKindCanBeMinted()
{
    QFETCH(QString, system);
    QFETCH(QString, kind);
    QFETCH(QString, prefix);
    const PracticeBench bench;
    const QJsonObject order{{u"system"_s, system}, {u"kind"_s, kind}, {u"name"_s, u"x"_s}};
    const QString first = bench.mint(order);
    QVERIFY(first.startsWith(prefix));
    QVERIFY(first.size() > prefix.size() + 20);
    QVERIFY(bench.mint(order) != first);
    if (kind == "session"_L1)
        QCOMPARE(bench.get(system, u"/v1/me"_s, first).status, 200);
}

void TestPracticeControl::badOrdersAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("order");
    QTest::newRow("system") << u"/mint"_s << QJsonObject{{u"system"_s, u"nobody"_s}};
    QTest::newRow("kind") << u"/mint"_s
                          << QJsonObject{{u"system"_s, u"tempered"_s}, {u"kind"_s, u"root"_s}};
    QTest::newRow("container") << u"/mint"_s
                               << QJsonObject{{u"system"_s, u"tempo"_s},
                                              {u"container"_s, u"prj_x"_s}};
    QTest::newRow("expiry") << u"/mint"_s
                            << QJsonObject{{u"system"_s, u"tempo"_s}, {u"expiresAt"_s, u"soon"_s}};
    QTest::newRow("fault") << u"/faults"_s
                           << QJsonObject{{u"system"_s, u"tempo"_s}, {u"action"_s, u"burn"_s}};
    QTest::newRow("clock") << u"/clock"_s << QJsonObject{{u"offset"_s, u"tomorrow"_s}};
    const auto setting = [](const QString &system, const QJsonValue &settings) {
        return QJsonObject{{u"system"_s, system}, {u"settings"_s, settings}};
    };
    const QString settings = u"/settings"_s;
    QTest::newRow("settings system") << settings << setting(u"nobody"_s, QJsonObject());
    QTest::newRow("no settings") << settings << setting(u"temporis"_s, u"billing"_s);
    QTest::newRow("unknown setting")
        << settings << setting(u"temporis"_s, QJsonObject{{u"weather"_s, u"ok"_s}});
    QTest::newRow("setting's choice")
        << settings << setting(u"temporis"_s, QJsonObject{{u"billing"_s, u"free"_s}});
    QTest::newRow("setting's type")
        << settings << setting(u"temporis"_s, QJsonObject{{u"billing"_s, true}});
    QTest::newRow("negative setting")
        << settings << setting(u"tempo"_s, QJsonObject{{u"keyPerMinute"_s, -1}});
}

void TestPracticeControl::badOrdersAreRefused()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, order);
    const PracticeBench bench;
    const Answer answer = bench.control("POST", path, order);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json.value("error"_L1).toString().isEmpty());
}

void TestPracticeControl::theRequestLogHoldsNoCredential()
{
    const PracticeBench bench;
    QByteArrayList secrets{bench.endpoints().controlToken.toLatin1()};
    for (const auto &entry : bench.endpoints().systems)
        secrets.append((entry.credential + entry.token).toLatin1());
    bench.get(u"confident-ai"_s, u"/v1/organization"_s);
    bench.get(u"tempered"_s, u"/api/v1/org/api-keys/"_s);
    bench.get(u"tempo"_s, u"/v1/me"_s);
    bench.post(u"temporis"_s, u"/v1/predict"_s);
    const QString key = bench.mint({{u"system"_s, u"tempo"_s}});
    secrets.append(key.toLatin1());
    bench.get(u"tempo"_s, u"/v1/verified-tokens?key="_s + key, QString());
    PracticeBench::Call call{u"tempo"_s, "GET", u"/v1/verified-tokens"_s, {}, QString()};
    call.headers = {{"x-api-key", key.toLatin1()}};
    bench.send(call);
    const Answer log = bench.control("GET", u"/requests"_s);
    QCOMPARE(log.json.value("requests"_L1).toArray().size(), 6);
    QVERIFY(log.body.contains("/v1/verified-tokens"));
    for (const QByteArray &secret : std::as_const(secrets))
        QVERIFY(!log.body.contains(secret));
    bench.control("DELETE", u"/requests"_s);
    QVERIFY(!bench.control("GET", u"/requests"_s).body.contains("/v1/verified-tokens"));
}

void TestPracticeControl::faultsAreListedAndDeleted()
{
    const PracticeBench bench;
    bench.orderFault(u"tempo"_s, u"/v1/*"_s, u"status:500"_s, -1);
    QCOMPARE(bench.get(u"tempo"_s, u"/v1/me"_s).status, 500);
    const Answer list = bench.control("GET", u"/faults"_s);
    QCOMPARE(list.json.value("faults"_L1).toArray().size(), 1);
    QVERIFY(bench.control("DELETE", u"/faults"_s).json.value("faults"_L1).toArray().isEmpty());
    QCOMPARE(bench.get(u"tempo"_s, u"/v1/me"_s).status, 200);
}

void TestPracticeControl::settingsGoBackTogether()
{
    const PracticeBench bench;
    const auto billing = [](const Answer &answer) {
        return answer.json.value("settings"_L1)["temporis"_L1]["billing"_L1].toString();
    };
    QCOMPARE(billing(bench.control("GET", u"/settings"_s)), u"ok"_s);
    bench.set(u"temporis"_s, {{u"billing"_s, u"no-card"_s}});
    // A bad order changes nothing, also what is right in it.
    const QJsonObject mixed{{u"billing"_s, u"payment-issue"_s}, {u"weather"_s, u"fine"_s}};
    bench.control("POST", u"/settings"_s, {{u"system"_s, u"temporis"_s}, {u"settings"_s, mixed}});
    QCOMPARE(billing(bench.control("GET", u"/settings"_s)), u"no-card"_s);
    QCOMPARE(billing(bench.control("DELETE", u"/settings"_s)), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestPracticeControl)
#include "tst_practice_control.moc"
