// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"temporis"_s;
const QString ingest = u"/v1/data_sources/ingest"_s;
const QString predict = u"/v1/predict"_s;

QJsonObject records(const QString &source)
{
    const QJsonObject record{
        {u"timestamp"_s, 1718841600}, {u"name"_s, u"orders"_s}, {u"value"_s, 42}};
    return {{u"data_source"_s, source}, {u"records"_s, QJsonArray{record}}};
}

QJsonObject prediction(const QString &profile, int count = 3)
{
    return {{u"data_profile"_s, profile},
            {u"count"_s, count},
            {u"temperature"_s, 1.0},
            {u"top_p"_s, 0.9}};
}

QString detail(const Answer &answer)
{
    return answer.json.value("detail"_L1).toString();
}

int billed(const PracticeBench &bench)
{
    const Answer billing = bench.control("GET", u"/billing"_s);
    return billing.json.value("temporis"_L1)["predictions"_L1].toInt(-1);
}

} // namespace

class TestPracticeTemporis : public QObject
{
    Q_OBJECT
private slots:
    void anUnknownSourceProvesTheToken();
    void wrongTokensAreToldApart();
    void deletingWorksOnTheNextRequest();
    void ingestAnswers();
    void predictionsAreBilled();
    void predictionsAreRefused();
    void billingHasTwoTexts();
    void validationHasManyForms();
    void otherPathsAndMethods();
};

void TestPracticeTemporis::anUnknownSourceProvesTheToken()
{
    const PracticeBench bench;
    QVERIFY(bench.endpoints().systems.value(vendor).credential.isNull());
    const Answer answer = bench.post(vendor, ingest, records(u"no_such_source"_s));
    QCOMPARE(answer.status, 404);
    QCOMPARE(detail(answer), u"Data source not found."_s);
    QCOMPARE(billed(bench), 0);
}

void TestPracticeTemporis::wrongTokensAreToldApart()
{
    const PracticeBench bench;
    const Answer unknown = bench.post(vendor, ingest, records(u"x"_s), u"ts_unknown"_s);
    QCOMPARE(unknown.status, 401);
    QCOMPARE(detail(unknown), u"Invalid access token."_s);
    const Answer missing = bench.post(vendor, ingest, records(u"x"_s), QString());
    QCOMPARE(missing.status, 401);
    QCOMPARE(detail(missing), u"Missing access token."_s);
}

void TestPracticeTemporis::deletingWorksOnTheNextRequest()
{
    const PracticeBench bench;
    const Answer minted =
        bench.control("POST", u"/mint"_s, {{u"system"_s, vendor}, {u"name"_s, u"x"_s}});
    const QString token = minted.json.value("secret"_L1).toString();
    QVERIFY(token.startsWith("ts_"_L1));
    QCOMPARE(bench.post(vendor, ingest, records(u"x"_s), token).status, 404);
    const QJsonObject order{{u"system"_s, vendor}, {u"id"_s, minted.json.value("id"_L1)}};
    QCOMPARE(bench.control("POST", u"/remove"_s, order).status, 200);
    QCOMPARE(bench.post(vendor, ingest, records(u"x"_s), token).status, 401);
    QCOMPARE(bench.control("POST", u"/remove"_s, order).status, 404);
}

void TestPracticeTemporis::ingestAnswers()
{
    const PracticeBench bench;
    const Answer stored = bench.post(vendor, ingest, records(u"store_metrics"_s));
    QCOMPARE(stored.status, 204);
    QVERIFY(stored.body.isEmpty());
    const Answer archived = bench.post(vendor, ingest, records(u"legacy_orders"_s));
    QCOMPARE(archived.status, 409);
    QCOMPARE(detail(archived), u"Data source is archived."_s);
    const Answer invalid = bench.post(vendor, ingest, {{u"data_source"_s, u"store_metrics"_s}});
    QCOMPARE(invalid.status, 422);
    QVERIFY(invalid.json.value("detail"_L1).isArray());
}

void TestPracticeTemporis::predictionsAreBilled()
{
    const PracticeBench bench;
    const Answer answer = bench.post(vendor, predict, prediction(u"hourly_orders"_s, 5));
    QCOMPARE(answer.status, 200);
    const QJsonObject first = answer.json.value("predictions"_L1).toArray().first().toObject();
    QCOMPARE(first.value("data"_L1).toArray().size(), 5);
    QCOMPARE(billed(bench), 1);
}

void TestPracticeTemporis::predictionsAreRefused()
{
    const PracticeBench bench;
    const auto refused = [&](const QJsonObject &body) {
        return bench.post(vendor, predict, body);
    };
    QCOMPARE(refused(prediction(u"hourly_orders"_s, 0)).status, 400);
    QCOMPARE(detail(refused(prediction(u"unknown"_s))), u"Data profile not found."_s);
    QCOMPARE(detail(refused(prediction(u"draft_forecast"_s))),
             u"Data profile is not ready to serve."_s);
    QCOMPARE(refused(prediction(u"new_store"_s)).status, 409);
    bench.set(vendor, {{u"billing"_s, u"no-card"_s}});
    const Answer noCard = refused(prediction(u"hourly_orders"_s));
    QCOMPARE(noCard.status, 402);
    QCOMPARE(detail(noCard), u"Add a credit card before using the API."_s);
    QVERIFY(noCard.header("www-authenticate").isEmpty());
    QCOMPARE(billed(bench), 0);
}

void TestPracticeTemporis::billingHasTwoTexts()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"billing"_s, u"payment-issue"_s}});
    const Answer issue = bench.post(vendor, predict, prediction(u"hourly_orders"_s));
    QCOMPARE(issue.status, 402);
    QCOMPARE(detail(issue), u"There is a payment issue. Add a new credit card."_s);
    // It does not stop what is free.
    QCOMPARE(bench.post(vendor, ingest, records(u"store_metrics"_s)).status, 204);
    bench.set(vendor, {{u"billing"_s, u"ok"_s}});
    QCOMPARE(bench.post(vendor, predict, prediction(u"hourly_orders"_s)).status, 200);
    bench.orderFault(vendor, predict, u"status:502"_s);
    QCOMPARE(detail(bench.post(vendor, predict, prediction(u"hourly_orders"_s))),
             u"Prediction failed."_s);
    QCOMPARE(billed(bench), 1);
}

void TestPracticeTemporis::validationHasManyForms()
{
    const PracticeBench bench;
    const auto form = [&](const QString &setting) {
        bench.set(vendor, {{u"validation"_s, setting}});
        const Answer refused = bench.post(vendor, ingest, {{u"data_source"_s, u"x"_s}});
        return refused.status == 422 ? refused.json.value("detail"_L1) : QJsonValue();
    };
    QCOMPARE(form(u"array"_s)[0]["loc"_L1][1].toString(), u"records"_s);
    QCOMPARE(form(u"object"_s)["msg"_L1].toString(), u"Field required"_s);
    QCOMPARE(form(u"text"_s).toString(), u"records: Field required"_s);
}

void TestPracticeTemporis::otherPathsAndMethods()
{
    const PracticeBench bench;
    QCOMPARE(bench.get(vendor, u"/v1/tokens"_s).status, 404);
    const Answer method = bench.get(vendor, predict);
    QCOMPARE(method.status, 405);
    QCOMPARE(method.header("allow"), "POST"_ba);
}

QTEST_GUILESS_MAIN(TestPracticeTemporis)
#include "tst_practice_temporis.moc"
