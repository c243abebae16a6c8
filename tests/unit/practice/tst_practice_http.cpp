// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/http.h"

#include <QTest>

using namespace chatelaine::practice;
using namespace Qt::Literals::StringLiterals;

class TestPracticeHttp : public QObject
{
    Q_OBJECT
private slots:
    void pathPatterns_data();
    void pathPatterns();
    void authorizationNeedsItsScheme();
    void headersIgnoreCase();
    void onlyAnObjectIsABody();
};

void TestPracticeHttp::pathPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<QStringList>("captured");
    const QStringList none;
    QTest::newRow("literal") << u"/v1/me"_s << u"/v1/me"_s << true << none;
    QTest::newRow("trailing slash counts") << u"/v1/me"_s << u"/v1/me/"_s << false << none;
    QTest::newRow("capture") << u"/keys/{}/revoke/"_s << u"/keys/a b/revoke/"_s << true
                             << QStringList{u"a b"_s};
    QTest::newRow("an empty segment is no id") << u"/keys/{}/"_s << u"/keys//"_s << false << none;
    QTest::newRow("prefix") << u"/orgs/{org_}/projects/{prj_}"_s << u"/orgs/org_1/projects/prj_2"_s
                            << true << QStringList{u"org_1"_s, u"prj_2"_s};
    QTest::newRow("another prefix") << u"/orgs/{org_}"_s << u"/orgs/prj_1"_s << false << none;
    QTest::newRow("prefix alone") << u"/orgs/{org_}"_s << u"/orgs/org_"_s << false << none;
}

void TestPracticeHttp::pathPatterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QFETCH(bool, matches);
    const auto found = matchPath(pattern, path);
    QCOMPARE(found.has_value(), matches);
    QTEST(found.value_or(QStringList()), "captured");
}

void TestPracticeHttp::authorizationNeedsItsScheme()
{
    Request request;
    request.headers = {{"Authorization", "bearer  abc"}};
    QCOMPARE(request.authorization("Bearer"), "abc"_ba);
    QVERIFY(request.authorization("Payment").isEmpty());
    request.headers = {{"Authorization", "abc"}};
    QVERIFY(request.authorization("Bearer").isEmpty());
}

void TestPracticeHttp::headersIgnoreCase()
{
    Request request;
    request.headers = {{"confident_api_key", "one"}, {"Empty", ""}};
    QCOMPARE(request.header("CONFIDENT_API_KEY"), "one"_ba);
    QVERIFY(request.header("CONFIDENT-API-KEY").isNull());
    QVERIFY(!request.header("empty").isNull());
}

void TestPracticeHttp::onlyAnObjectIsABody()
{
    Request request;
    request.body = R"({"a":1})";
    QVERIFY(request.json());
    for (const QByteArray &other : {"[]"_ba, "{"_ba, ""_ba, "1"_ba}) {
        request.body = other;
        QVERIFY2(!request.json(), other.constData());
    }
}

QTEST_GUILESS_MAIN(TestPracticeHttp)
#include "tst_practice_http.moc"
