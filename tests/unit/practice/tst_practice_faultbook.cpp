// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/faults.h"

#include <QJsonDocument>
#include <QTest>

using namespace chatelaine::practice;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList systems{u"tempo"_s, u"tempered"_s};

QJsonObject order(const QString &action, int count, const QString &path = u"/v1/me"_s)
{
    return {{u"system"_s, u"tempo"_s},
            {u"method"_s, u"get"_s},
            {u"path"_s, path},
            {u"action"_s, action},
            {u"count"_s, count}};
}

Request get(const QString &path)
{
    Request request;
    request.method = "GET";
    request.path = path;
    return request;
}

} // namespace

class TestPracticeFaultBook : public QObject
{
    Q_OBJECT
private slots:
    void everyNameIsItsOwnFault_data();
    void everyNameIsItsOwnFault();
    void badOrdersAreRefused_data();
    void badOrdersAreRefused();
    void countRunsOut();
    void endlessUntilCleared();
    void onlyTheNamedRequestIsHit();
    void wrongTypesLeavesNoValueAsItWas();
    void noSecretKeepsTheRest();
};

void TestPracticeFaultBook::everyNameIsItsOwnFault_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("reaches");
    const std::pair<const char *, bool> rows[] = {
        {"status:503", false}, {"html", false}, {"huge", false},     {"redirect", false},
        {"wrong-types", true}, {"empty", true}, {"no-secret", true}, {"close-before", false},
        {"close-after", true}, {"cut", true},   {"drip", true},      {"hang", true},
        {"reset", true}};
    for (const auto &[name, reaches] : rows)
        QTest::newRow(name) << QString::fromLatin1(name) << reaches;
}

void TestPracticeFaultBook::everyNameIsItsOwnFault()
{
    QFETCH(QString, name);
    const auto fault = parseFault(name);
    QVERIFY(fault);
    QCOMPARE(fault->name(), name);
    QTEST(fault->reachesSystem(), "reaches");
}

void TestPracticeFaultBook::badOrdersAreRefused_data()
{
    QTest::addColumn<QJsonObject>("bad");
    QTest::newRow("action") << order(u"explode"_s, 1);
    QTest::newRow("status") << order(u"status:99"_s, 1);
    QTest::newRow("count") << order(u"html"_s, 0);
    QJsonObject elsewhere = order(u"html"_s, 1);
    elsewhere.insert("system"_L1, u"elsewhere"_s);
    QTest::newRow("system") << elsewhere;
}

void TestPracticeFaultBook::badOrdersAreRefused()
{
    QFETCH(QJsonObject, bad);
    FaultBook book;
    QVERIFY(book.add(bad, systems));
    QVERIFY(book.list().isEmpty());
}

void TestPracticeFaultBook::countRunsOut()
{
    FaultBook book;
    QVERIFY(!book.add(order(u"html"_s, 2), systems));
    QVERIFY(book.take(u"tempo"_s, get(u"/v1/me"_s)));
    QCOMPARE(book.list()[0]["count"_L1].toInt(), 1);
    QVERIFY(book.take(u"tempo"_s, get(u"/v1/me"_s)));
    QVERIFY(!book.take(u"tempo"_s, get(u"/v1/me"_s)));
}

void TestPracticeFaultBook::endlessUntilCleared()
{
    FaultBook book;
    QVERIFY(!book.add(order(u"html"_s, -1), systems));
    for (int i = 0; i < 5; ++i)
        QVERIFY(book.take(u"tempo"_s, get(u"/v1/me"_s)));
    book.clear();
    QVERIFY(!book.take(u"tempo"_s, get(u"/v1/me"_s)));
}

void TestPracticeFaultBook::onlyTheNamedRequestIsHit()
{
    FaultBook book;
    QVERIFY(!book.add(order(u"html"_s, -1, u"/v1/orgs/*"_s), systems));
    QVERIFY(book.take(u"tempo"_s, get(u"/v1/orgs/org_1"_s)));
    QVERIFY(!book.take(u"tempo"_s, get(u"/v1/orgs"_s)));
    QVERIFY(!book.take(u"tempered"_s, get(u"/v1/orgs/org_1"_s)));
    Request post = get(u"/v1/orgs/org_1"_s);
    post.method = "POST";
    QVERIFY(!book.take(u"tempo"_s, post));
}

void TestPracticeFaultBook::wrongTypesLeavesNoValueAsItWas()
{
    const QJsonObject before{{u"text"_s, u"abc"_s},
                             {u"number"_s, 4},
                             {u"flag"_s, true},
                             {u"nothing"_s, QJsonValue()},
                             {u"list"_s, QJsonArray{1, 2}}};
    const Reply reply = withWrongTypes(jsonReply(200, {{u"inner"_s, before}}));
    const QJsonObject after =
        QJsonDocument::fromJson(reply.body).object().value("inner"_L1).toObject();
    QCOMPARE(after.size(), before.size());
    for (auto it = before.begin(); it != before.end(); ++it)
        QVERIFY2(after.value(it.key()).type() != it->type(), qPrintable(it.key()));
}

void TestPracticeFaultBook::noSecretKeepsTheRest()
{
    const QJsonObject key{{u"id"_s, 7}, {u"value"_s, u"confident_us_org_abcdef"_s}};
    const Reply reply = withoutSecret(jsonReply(201, {{u"id"_s, u"1"_s},
                                                      {u"raw_key"_s, u"prx_secret"_s},
                                                      {u"token"_s, u"tempo:sk:secret"_s},
                                                      {u"apiKey"_s, key}}));
    QCOMPARE(reply.status, 201);
    QVERIFY(!reply.body.contains("secret"));
    QVERIFY(reply.body.contains(R"("id":"1")"));
    QVERIFY(reply.body.contains(R"("value":"***************abcdef")"));
}

QTEST_GUILESS_MAIN(TestPracticeFaultBook)
#include "tst_practice_faultbook.moc"
