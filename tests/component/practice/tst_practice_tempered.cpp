// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempered"_s;
const QString keysPath = u"/api/v1/org/api-keys/"_s;
const QString evaluations = u"/api/v1/evaluations/"_s;
const QString usagePath = u"/api/v1/billing/subscription/usage/"_s;

QJsonObject findKey(const Answer &list, const QString &id)
{
    for (const QJsonValue &key : list.json.value("results"_L1).toArray()) {
        if (key["id"_L1] == id)
            return key.toObject();
    }
    return {};
}

} // namespace

class TestPracticeTempered : public QObject
{
    Q_OBJECT
private slots:
    void theCompanyHasKeysInEveryState();
    void createShowsTheSecretOnce();
    void badInputIsNamedByField();
    void revokeWorksOnTheNextRequest();
    void scopesAreEnforced();
    void credentialsAreRequired();
    void routesAnswerAsDjangoDoes();
    void listsArePaged();
    void quotaAndThrottleDiffer();
    void retryAfterHasManyForms();
    void theWholeOrganizationIsThrottled();
    void anExhaustedQuotaMayNameTheMonthsEnd();
    void listsHaveOtherForms();
    void keysMaySayLess();
    void revokedKeysMayVanish();
    void aBadKeyMayBe403();
    void profilesAreChecked();
    void aRepeatedEvaluationIsOne();
    void theUsageMayBeWordedDifferently();
    void webhooksNeedHttps();
    void webhooksAreListedWithoutTheirSecret();
};

void TestPracticeTempered::theCompanyHasKeysInEveryState()
{
    const PracticeBench bench;
    const Answer list = bench.get(vendor, keysPath);
    QCOMPARE(list.status, 200);
    int revoked = 0, neverUsed = 0, admins = 0;
    for (const QJsonValue &key : list.json.value("results"_L1).toArray()) {
        revoked += key["is_active"_L1].toBool() ? 0 : 1;
        QCOMPARE(key["is_active"_L1].toBool(), key["revoked_at"_L1].isNull());
        neverUsed += key["last_used_at"_L1].isNull() ? 1 : 0;
        admins += key["scope"_L1] == "admin"_L1 ? 1 : 0;
        QCOMPARE(key["key_prefix"_L1].toString().size(), 8);
        QVERIFY(!key.toObject().contains("raw_key"_L1));
    }
    QVERIFY(revoked > 0 && neverUsed > 0 && admins > 1);
    QCOMPARE(list.json.value("count"_L1).toInt(), 10);
    QVERIFY(list.json.value("next"_L1).isNull());
}

void TestPracticeTempered::createShowsTheSecretOnce()
{
    const PracticeBench bench;
    const Answer created =
        bench.post(vendor, keysPath, {{u"name"_s, u"CI"_s}, {u"scope"_s, u"eval"_s}});
    QCOMPARE(created.status, 201);
    const QString secret = created.json.value("raw_key"_L1).toString();
    QVERIFY(QRegularExpression(u"^prx_[A-Za-z0-9_-]{40}$"_s).match(secret).hasMatch());
    QCOMPARE(created.json.value("key_prefix"_L1).toString(), secret.left(8));
    const Answer list = bench.get(vendor, keysPath);
    QVERIFY(!list.body.contains(secret.toUtf8()));
    const QJsonObject listed = findKey(list, created.json.value("id"_L1).toString());
    QCOMPARE(listed.value("name"_L1).toString(), u"CI"_s);
    QCOMPARE(listed.value("key_prefix"_L1).toString(), secret.left(8));
    QVERIFY(listed.value("last_used_at"_L1).isNull());
    QCOMPARE(bench.get(vendor, evaluations, secret).status, 200);
    const QJsonObject used =
        findKey(bench.get(vendor, keysPath), created.json.value("id"_L1).toString());
    QVERIFY(used.value("last_used_at"_L1).toString().endsWith(u'Z'));
}

void TestPracticeTempered::badInputIsNamedByField()
{
    const PracticeBench bench;
    const Answer wrong = bench.post(vendor, keysPath, {{u"scope"_s, u"root"_s}});
    QCOMPARE(wrong.status, 400);
    QCOMPARE(wrong.json.value("name"_L1), QJsonArray{u"This field is required."_s});
    QCOMPARE(wrong.json.value("scope"_L1), QJsonArray{u"\"root\" is not a valid choice."_s});
    const Answer blank =
        bench.post(vendor, keysPath, {{u"name"_s, u"  "_s}, {u"scope"_s, u"eval"_s}});
    QCOMPARE(blank.json.value("name"_L1), QJsonArray{u"This field may not be blank."_s});
    const Answer longName =
        bench.post(vendor, keysPath, {{u"name"_s, QString(10'000, u'x')}, {u"scope"_s, u"eval"_s}});
    QCOMPARE(longName.status, 400);
    PracticeBench::Call call{vendor, "POST", keysPath};
    call.rawBody = "{broken";
    const Answer broken = bench.send(call);
    QCOMPARE(broken.status, 400);
    QVERIFY(broken.json.value("detail"_L1).toString().startsWith("JSON parse error"_L1));
    call.headers = {{"Content-Type", "text/plain"}};
    QCOMPARE(bench.send(call).status, 415);
}

void TestPracticeTempered::revokeWorksOnTheNextRequest()
{
    const PracticeBench bench;
    const Answer created =
        bench.post(vendor, keysPath, {{u"name"_s, u"CI"_s}, {u"scope"_s, u"eval"_s}});
    const QString secret = created.json.value("raw_key"_L1).toString();
    const QString id = created.json.value("id"_L1).toString();
    QCOMPARE(bench.get(vendor, evaluations, secret).status, 200);
    PracticeBench::Call revoke{vendor, "POST", keysPath + id + u"/revoke/"_s};
    revoke.rawBody = "";
    QCOMPARE(bench.send(revoke).status, 200);
    const Answer refused = bench.get(vendor, evaluations, secret);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.json.keys(), QStringList{u"detail"_s});
    const QJsonObject listed = findKey(bench.get(vendor, keysPath), id);
    QCOMPARE(listed.value("is_active"_L1), QJsonValue(false));
    QVERIFY(!listed.value("revoked_at"_L1).toString().isEmpty());
    QCOMPARE(bench.send(revoke).status, 400);
    revoke.path = keysPath + u"unknown/revoke/"_s;
    const Answer missing = bench.send(revoke);
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.json.value("detail"_L1).toString(), u"Not found."_s);
}

void TestPracticeTempered::scopesAreEnforced()
{
    const PracticeBench bench;
    const QString eval = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"eval"_s}});
    const Answer refused = bench.get(vendor, keysPath, eval);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json.value("detail"_L1).toString(),
             u"You do not have permission to perform this action."_s);
    QCOMPARE(bench.post(vendor, evaluations, {{u"description"_s, u"x"_s}}, eval).status, 201);
    const QString admin = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"admin"_s}});
    QCOMPARE(bench.get(vendor, keysPath, admin).status, 200);
}

void TestPracticeTempered::credentialsAreRequired()
{
    const PracticeBench bench;
    const Answer none = bench.get(vendor, keysPath, QString());
    QCOMPARE(none.status, 401);
    QCOMPARE(none.json.value("detail"_L1).toString(),
             u"Authentication credentials were not provided."_s);
    QCOMPARE(bench.get(vendor, keysPath, u"prx_unknown"_s).status, 401);
}

void TestPracticeTempered::routesAnswerAsDjangoDoes()
{
    const PracticeBench bench;
    const Answer redirect = bench.get(vendor, u"/api/v1/org/api-keys"_s);
    QCOMPARE(redirect.status, 301);
    QCOMPARE(redirect.header("location"), "/api/v1/org/api-keys/"_ba);
    const Answer method = bench.send({vendor, "DELETE", keysPath});
    QCOMPARE(method.status, 405);
    QCOMPARE(method.json.value("detail"_L1).toString(), u"Method \"DELETE\" not allowed."_s);
    QCOMPARE(method.header("allow"), "GET, POST"_ba);
    const Answer nowhere = bench.get(vendor, u"/api/v1/nothing/"_s);
    QCOMPARE(nowhere.status, 404);
    QVERIFY(nowhere.header("content-type").startsWith("text/html"));
}

void TestPracticeTempered::listsArePaged()
{
    PracticeOptions options;
    options.keys = 3 * 150;
    const PracticeBench bench(options);
    const Answer first = bench.get(vendor, keysPath);
    QCOMPARE(first.json.value("count"_L1).toInt(), 160);
    QCOMPARE(first.json.value("results"_L1).toArray().size(), 100);
    const QString origin = bench.endpoints().systems.value(vendor).baseUrl;
    QCOMPARE(first.json.value("next"_L1).toString(), origin + keysPath + u"?page=2"_s);
    const Answer second = bench.get(vendor, keysPath + u"?page=2"_s);
    QCOMPARE(second.json.value("results"_L1).toArray().size(), 60);
    QVERIFY(second.json.value("next"_L1).isNull());
    QVERIFY(!second.json.value("previous"_L1).isNull());
    QCOMPARE(bench.get(vendor, keysPath + u"?page=3"_s).status, 404);
    QCOMPARE(bench.get(vendor, keysPath + u"?page=x"_s).status, 404);
}

/** Neither the end of a minute nor that of a month may come while a test counts. */
void TestPracticeTempered::quotaAndThrottleDiffer()
{
    const PracticeBench bench;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDate month = now.date().addMonths(1);
    const QDateTime middle(QDate(month.year(), month.month(), 15), QTime(12, 0), Qt::UTC);
    bench.setClock(now.secsTo(middle));
    const auto used = [&] {
        return bench.get(vendor, usagePath).json.value("used"_L1).toInt(-1);
    };
    QCOMPARE(used(), 0);
    const QJsonObject body{{u"description"_s, u"Deploy"_s}};
    QCOMPARE(bench.post(vendor, evaluations, body).status, 201);
    QCOMPARE(used(), 1);

    bench.set(vendor, {{u"evaluationsPerMinute"_s, 0}});
    const Answer throttled = bench.post(vendor, evaluations, body);
    QCOMPARE(throttled.status, 429);
    const int wait = throttled.header("retry-after").toInt();
    QVERIFY(wait >= 1 && wait <= 60);
    QVERIFY(throttled.json.value("detail"_L1).toString().startsWith("Request was throttled."_L1));

    bench.set(vendor, {{u"evaluationsPerMinute"_s, 1000}, {u"evaluationsPerMonth"_s, 3}});
    QCOMPARE(bench.post(vendor, evaluations, body).status, 201);
    QCOMPARE(bench.post(vendor, evaluations, body).status, 201);
    const Answer exhausted = bench.post(vendor, evaluations, body);
    QCOMPARE(exhausted.status, 429);
    QVERIFY(!exhausted.headers.contains("retry-after"));
    QCOMPARE(exhausted.json.value("detail"_L1).toString(), u"Monthly evaluation quota exceeded."_s);
    QCOMPARE(used(), 3);
    QCOMPARE(bench.get(vendor, usagePath).json.value("limit"_L1).toInt(), 3);
    // The next month starts afresh.
    bench.setClock(now.secsTo(middle.addMonths(1)));
    QCOMPARE(bench.post(vendor, evaluations, body).status, 201);
    QCOMPARE(used(), 1);
}

void TestPracticeTempered::webhooksNeedHttps()
{
    const PracticeBench bench;
    const QString path = u"/api/v1/webhooks/"_s;
    const QJsonArray events{u"evaluation.completed"_s};
    QCOMPARE(
        bench.post(vendor, path, {{u"url"_s, u"http://a.example"_s}, {u"events"_s, events}}).status,
        400);
    const Answer created =
        bench.post(vendor, path, {{u"url"_s, u"https://a.example"_s}, {u"events"_s, events}});
    QCOMPARE(created.status, 201);
    QVERIFY(created.json.value("secret"_L1).toString().startsWith("whsec_"_L1));
}

void TestPracticeTempered::webhooksAreListedWithoutTheirSecret()
{
    const PracticeBench bench;
    const QString path = u"/api/v1/webhooks/"_s;
    const QJsonObject body{{u"url"_s, u"https://a.example"_s},
                           {u"events"_s, QJsonArray{u"evaluation.failed"_s}}};
    const Answer made = bench.post(vendor, path, body);
    const Answer list = bench.get(vendor, path);
    QCOMPARE(list.json.value("count"_L1).toInt(), 1);
    QCOMPARE(list.json.value("results"_L1)[0]["id"_L1], made.json.value("id"_L1));
    QVERIFY(!list.body.contains("whsec_"));
    const QString eval = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"eval"_s}});
    QCOMPARE(bench.post(vendor, path, body, eval).status, 403);
}

void TestPracticeTempered::retryAfterHasManyForms()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"evaluationsPerMinute"_s, 0}, {u"retryAfter"_s, u"date"_s}});
    const QJsonObject body{{u"description"_s, u"Deploy"_s}};
    const QByteArray date = bench.post(vendor, evaluations, body).header("retry-after");
    const QDateTime when =
        QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    QVERIFY2(when.isValid(), date.constData());
    bench.set(vendor, {{u"retryAfter"_s, u"unreadable"_s}});
    const Answer unreadable = bench.post(vendor, evaluations, body);
    QCOMPARE(unreadable.status, 429);
    QCOMPARE(unreadable.header("retry-after"), "soon"_ba);
}

void TestPracticeTempered::theWholeOrganizationIsThrottled()
{
    const PracticeBench bench;
    const QString other = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"admin"_s}});
    bench.set(vendor, {{u"requestsPerMinute"_s, 1}});
    QList<int> statuses;
    for (const QString &key : {QString(), other, QString(), other}) {
        const auto token = key.isEmpty() ? std::nullopt : std::optional(key);
        statuses.append(bench.get(vendor, keysPath, token).status);
    }
    // A minute may change once among the four.
    QVERIFY(statuses.count(429) >= 2);
    bench.set(vendor, {{u"requestsPerMinute"_s, 6000}});
    QCOMPARE(bench.get(vendor, keysPath).status, 200);
}

void TestPracticeTempered::anExhaustedQuotaMayNameTheMonthsEnd()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"evaluationsPerMonth"_s, 0}, {u"quotaRetryAfter"_s, u"month"_s}});
    const Answer exhausted = bench.post(vendor, evaluations, {{u"description"_s, u"Deploy"_s}});
    QCOMPARE(exhausted.status, 429);
    const QDateTime end =
        QDateTime::currentDateTimeUtc().addSecs(exhausted.header("retry-after").toLongLong());
    // Up to a second before, as the answer takes its time.
    QCOMPARE(end.addSecs(30).date().day(), 1);
}

void TestPracticeTempered::listsHaveOtherForms()
{
    const PracticeBench bench;
    for (const QString &path : {keysPath, evaluations, u"/api/v1/webhooks/"_s}) {
        bench.set(vendor, {{u"lists"_s, u"array"_s}});
        const Answer array = bench.get(vendor, path);
        QCOMPARE(array.status, 200);
        QVERIFY(QJsonDocument::fromJson(array.body).isArray());
        bench.set(vendor, {{u"lists"_s, u"none"_s}});
        const Answer none = bench.get(vendor, path);
        QCOMPARE(none.status, 405);
        QCOMPARE(none.header("allow"), "POST"_ba);
    }
    QCOMPARE(bench.get(vendor, usagePath).status, 200);
    const QJsonObject body{{u"name"_s, u"CI"_s}, {u"scope"_s, u"eval"_s}};
    QCOMPARE(bench.post(vendor, keysPath, body).status, 201);
}

void TestPracticeTempered::keysMaySayLess()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"keyFields"_s, u"documented"_s}});
    const QJsonObject key = bench.get(vendor, keysPath).json.value("results"_L1)[0].toObject();
    QCOMPARE(key.keys(), (QStringList{u"id"_s, u"key_prefix"_s, u"name"_s, u"scope"_s}));
}

void TestPracticeTempered::revokedKeysMayVanish()
{
    const PracticeBench bench;
    const int all = bench.get(vendor, keysPath).json.value("count"_L1).toInt();
    bench.set(vendor, {{u"revokedListed"_s, false}});
    const Answer living = bench.get(vendor, keysPath);
    QVERIFY(living.json.value("count"_L1).toInt() < all);
    for (const QJsonValue &key : living.json.value("results"_L1).toArray())
        QCOMPARE(key["is_active"_L1], QJsonValue(true));
}

void TestPracticeTempered::aBadKeyMayBe403()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"badKeyStatus"_s, 403}});
    const Answer missing = bench.get(vendor, keysPath, QString());
    QCOMPARE(missing.status, 403);
    QVERIFY(missing.json.value("detail"_L1).toString().contains("credentials"_L1));
    QVERIFY(!missing.headers.contains("www-authenticate"));
    QCOMPARE(bench.get(vendor, keysPath, u"prx_unknown"_s).json.value("detail"_L1).toString(),
             u"Invalid API key."_s);
}

void TestPracticeTempered::profilesAreChecked()
{
    const PracticeBench bench;
    QJsonObject body{{u"description"_s, u"Deploy"_s}, {u"profile"_s, u"quorum-small"_s}};
    QCOMPARE(bench.post(vendor, evaluations, body).status, 201);
    body.insert("profile"_L1, u"guess"_s);
    const Answer refused = bench.post(vendor, evaluations, body);
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.json.value("profile"_L1).isArray());
    PracticeBench::Call call{vendor, "POST", keysPath};
    call.rawBody = "[1]";
    QVERIFY(bench.send(call).json.value("non_field_errors"_L1).isArray());
}

void TestPracticeTempered::aRepeatedEvaluationIsOne()
{
    const PracticeBench bench;
    const QJsonObject body{{u"description"_s, u"Deploy"_s}, {u"idempotency_key"_s, u"17"_s}};
    const Answer first = bench.post(vendor, evaluations, body);
    QCOMPARE(bench.post(vendor, evaluations, body).json.value("id"_L1), first.json.value("id"_L1));
    QCOMPARE(bench.get(vendor, evaluations).json.value("count"_L1).toInt(), 1);
    const QString one = evaluations + first.json.value("id"_L1).toString() + u'/';
    QCOMPARE(bench.get(vendor, one).json, first.json);
    QCOMPARE(bench.get(vendor, evaluations + u"unknown/"_s).status, 404);
}

void TestPracticeTempered::theUsageMayBeWordedDifferently()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"usageFields"_s, u"nested"_s}});
    const QJsonObject usage = bench.get(vendor, usagePath).json;
    QVERIFY(!usage.contains("used"_L1) && !usage.contains("limit"_L1));
    QCOMPARE(usage.value("plan"_L1)["included_evaluations"_L1].toInt(), 1000);
}

QTEST_GUILESS_MAIN(TestPracticeTempered)
#include "tst_practice_tempered.moc"
