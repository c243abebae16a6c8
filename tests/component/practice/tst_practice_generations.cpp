// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"confident-ai"_s;
const QString keysPath = u"/v2/organization/api-keys"_s;
const QString login = u"/v2/organization"_s;
constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

QJsonObject data(const Answer &answer)
{
    return answer.json.value("data"_L1).toObject();
}

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

QString pathOf(const QJsonObject &key)
{
    return keysPath + u'/' + QString::number(key.value("id"_L1).toInteger());
}

QJsonObject makeKey(const PracticeBench &bench, const QJsonObject &more = {})
{
    QJsonObject body = more;
    body.insert("name"_L1, u"rotating"_s);
    return data(bench.post(vendor, keysPath, body));
}

QJsonObject listed(const PracticeBench &bench, const QJsonObject &key)
{
    const QJsonArray keys = data(bench.get(vendor, keysPath)).value("apiKeys"_L1).toArray();
    for (const QJsonValue &one : keys) {
        if (one["id"_L1] == key.value("id"_L1))
            return one.toObject();
    }
    return {};
}

qint64 secondsUntil(const QString &time)
{
    return QDateTime::currentDateTimeUtc().secsTo(QDateTime::fromString(time, Qt::ISODate));
}

bool about(qint64 value, qint64 wanted)
{
    return value > wanted - 60 && value <= wanted;
}

} // namespace

/** Confident AI's second generation, and what sets it apart from the first. */
class TestPracticeGenerations : public QObject
{
    Q_OBJECT
private slots:
    void bothAnswerSideBySide();
    void theFirstCanBeAlone();
    void recordsAreBare();
    void projectsComeWithTheirKey();
    void keysExpire();
    void expiryIsChecked();
    void rotationWithoutGrace();
    void rotationWithGrace();
    void listingCompletesARotation();
    void graceEndsWithTheOldExpiry();
    void anotherRotationReplacesTheComingValue();
    void expiredKeysAreRevived();
    void deletingKillsBothValues();
    void limitsSayUsageAndLimit();
    void failuresCanHideInside200();
    void deprecationIsSaid();
    void aProxyMayDropTheUnderscore();
    void prefixesNameTheRegion();
    void aMaskedCreateHasNoSecret();
};

void TestPracticeGenerations::bothAnswerSideBySide()
{
    const PracticeBench bench;
    const QJsonObject first = data(bench.get(vendor, u"/v1/organization"_s));
    const QJsonObject second = data(bench.get(vendor, login));
    QCOMPARE(first.value("organization"_L1)["id"_L1], second.value("id"_L1));
    QVERIFY(text(first.value("organization"_L1).toObject(), "created_at"_L1).endsWith(u'Z'));
    QVERIFY(text(second, "created_at"_L1).endsWith("+00:00"_L1));
    // One world: what one makes, the other lists.
    const QJsonObject key = makeKey(bench);
    const auto keys = data(bench.get(vendor, u"/v1/organization/api-keys"_s));
    const QJsonObject newest = keys.value("apiKeys"_L1)[0].toObject();
    QCOMPARE(newest.value("id"_L1), key.value("id"_L1));
    QVERIFY(!newest.contains("expiresAt"_L1) && !newest.contains("shadowValue"_L1));
    QCOMPARE(bench.post(vendor, u"/v1/organization/api-keys/1/rotate"_s).status, 404);
}

void TestPracticeGenerations::theFirstCanBeAlone()
{
    const PracticeBench bench;
    QCOMPARE(bench.get(vendor, login).status, 200);
    bench.set(vendor, {{u"generations"_s, u"first"_s}});
    QCOMPARE(bench.get(vendor, login).status, 404);
    QCOMPARE(bench.get(vendor, login, u"confident_us_org_x"_s).status, 404);
    QCOMPARE(bench.get(vendor, u"/v1/organization"_s).status, 200);
}

void TestPracticeGenerations::recordsAreBare()
{
    const PracticeBench bench;
    const Answer created = bench.post(vendor, keysPath, {{u"name"_s, u"CI"_s}});
    QCOMPARE(created.status, 201);
    const QJsonObject key = data(created);
    QVERIFY(text(key, "value"_L1).startsWith("confident_us_org_"_L1));
    for (const QLatin1StringView name : {"expiresAt"_L1, "shadowValue"_L1, "rotatesAt"_L1})
        QVERIFY(key.contains(name) && key.value(name).isNull());
    const QJsonObject read = data(bench.get(vendor, pathOf(key)));
    QCOMPARE(text(read, "value"_L1), QString(15, u'*') + text(key, "value"_L1).right(6));
    const Answer disabled = bench.send({vendor, "PUT", pathOf(key), {{u"valid"_s, false}}});
    QCOMPARE(data(disabled).value("valid"_L1), QJsonValue(false));
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 401);
    bench.send({vendor, "PUT", pathOf(key), {{u"valid"_s, true}}});
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 200);
    const Answer gone = bench.send({vendor, "DELETE", pathOf(key)});
    QCOMPARE(data(gone), (QJsonObject{{u"id"_s, key.value("id"_L1)}}));
    const Answer renamed = bench.send({vendor, "PUT", login, {{u"name"_s, u"Halden"_s}}});
    QCOMPARE(text(data(renamed), "name"_L1), u"Halden"_s);
}

void TestPracticeGenerations::projectsComeWithTheirKey()
{
    const PracticeBench bench;
    const QJsonObject made =
        data(bench.post(vendor, u"/v2/projects"_s, {{u"name"_s, u"Invoices"_s}}));
    const QString value = made.value("apiKey"_L1)["value"_L1].toString();
    QCOMPARE(bench.get(vendor, u"/v2/prompts"_s, value).status, 200);
    const QString path = u"/v2/projects/"_s + made.value("project"_L1)["id"_L1].toString();
    QCOMPARE(text(data(bench.get(vendor, path)), "name"_L1), u"Invoices"_s);
    const QJsonObject keys = data(bench.get(vendor, path + u"/api-keys"_s));
    QCOMPARE(keys.value("apiKeys"_L1).toArray().size(), 1);
    const Answer rotated = bench.post(vendor, path + u"/api-keys/1/rotate"_s);
    QVERIFY(text(data(rotated), "value"_L1).startsWith("confident_us_proj_"_L1));
    QCOMPARE(bench.get(vendor, u"/v2/prompts"_s, value).status, 401);
    QCOMPARE(data(bench.send({vendor, "DELETE", path})).keys(), QStringList{u"id"_s});
}

void TestPracticeGenerations::keysExpire()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench, {{u"expiresInDays"_s, 2}});
    QVERIFY(about(secondsUntil(text(key, "expiresAt"_L1)), 2 * day));
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 200);
    bench.setClock(2 * day + 60);
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 401);
    // It is still there, and still switched on.
    QCOMPARE(listed(bench, key).value("valid"_L1), QJsonValue(true));
}

void TestPracticeGenerations::expiryIsChecked()
{
    const PracticeBench bench;
    for (const QJsonValue &days :
         {QJsonValue(0), QJsonValue(3651), QJsonValue(1.5), QJsonValue(u"30"_s)}) {
        const QJsonObject body{{u"name"_s, u"x"_s}, {u"expiresInDays"_s, days}};
        QCOMPARE(bench.post(vendor, keysPath, body).status, 422);
    }
    QVERIFY(makeKey(bench, {{u"expiresInDays"_s, QJsonValue()}}).value("expiresAt"_L1).isNull());
    const QString rotate = pathOf(makeKey(bench)) + u"/rotate"_s;
    QCOMPARE(bench.post(vendor, rotate, {{u"gracePeriodInHours"_s, -1}}).status, 422);
    QCOMPARE(bench.post(vendor, rotate, {{u"expiresInDays"_s, u"soon"_s}}).status, 422);
    QCOMPARE(bench.post(vendor, keysPath + u"/9999/rotate"_s).status, 404);
}

void TestPracticeGenerations::rotationWithoutGrace()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench, {{u"expiresInDays"_s, 90}});
    const QJsonObject rotated = data(bench.post(vendor, pathOf(key) + u"/rotate"_s));
    QCOMPARE(rotated.value("id"_L1), key.value("id"_L1));
    QCOMPARE(rotated.value("name"_L1), key.value("name"_L1));
    QCOMPARE(rotated.value("expiresAt"_L1), key.value("expiresAt"_L1));
    QVERIFY(rotated.value("shadowValue"_L1).isNull());
    QVERIFY(text(rotated, "value"_L1) != text(key, "value"_L1));
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 401);
    QCOMPARE(bench.get(vendor, login, text(rotated, "value"_L1)).status, 200);
    const QJsonObject endless =
        data(bench.post(vendor, pathOf(key) + u"/rotate"_s, {{u"expiresInDays"_s, QJsonValue()}}));
    QVERIFY(endless.value("expiresAt"_L1).isNull());
}

void TestPracticeGenerations::rotationWithGrace()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench);
    const QString outgoing = text(key, "value"_L1);
    const QJsonObject rotated =
        data(bench.post(vendor, pathOf(key) + u"/rotate"_s, {{u"gracePeriodInHours"_s, 24}}));
    const QString coming = text(rotated, "shadowValue"_L1);
    QVERIFY(coming.startsWith("confident_us_org_"_L1));
    QCOMPARE(text(rotated, "value"_L1), QString(15, u'*') + outgoing.right(6));
    QVERIFY(about(secondsUntil(text(rotated, "rotatesAt"_L1)), day));
    QCOMPARE(text(listed(bench, key), "shadowValue"_L1), QString(15, u'*') + coming.right(6));

    const Answer warned = bench.get(vendor, login, outgoing);
    QCOMPARE(warned.status, 200);
    QVERIFY(!warned.header("x-api-key-warning").isEmpty());
    static const QRegularExpression httpDate(
        u"^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"_s);
    QVERIFY(httpDate.match(QString::fromLatin1(warned.header("sunset"))).hasMatch());
    const Answer quiet = bench.get(vendor, login, coming);
    QCOMPARE(quiet.status, 200);
    QVERIFY(!quiet.headers.contains("sunset") && !quiet.headers.contains("x-api-key-warning"));

    bench.setClock(day + 60);
    QCOMPARE(bench.get(vendor, login, outgoing).status, 401);
    QCOMPARE(bench.get(vendor, login, coming).status, 200);
}

void TestPracticeGenerations::listingCompletesARotation()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench);
    const QJsonObject rotated =
        data(bench.post(vendor, pathOf(key) + u"/rotate"_s, {{u"gracePeriodInHours"_s, 1}}));
    const QString comingMask = QString(15, u'*') + text(rotated, "shadowValue"_L1).right(6);
    bench.setClock(2 * hour);
    const QJsonObject overdue = data(bench.get(vendor, pathOf(key)));
    QCOMPARE(text(overdue, "shadowValue"_L1), comingMask);
    QVERIFY(secondsUntil(text(overdue, "rotatesAt"_L1)) < 2 * hour);
    const QJsonObject complete = listed(bench, key);
    QCOMPARE(text(complete, "value"_L1), comingMask);
    QVERIFY(complete.value("shadowValue"_L1).isNull() && complete.value("rotatesAt"_L1).isNull());
    QCOMPARE(data(bench.get(vendor, pathOf(key))), complete);
}

void TestPracticeGenerations::graceEndsWithTheOldExpiry()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench, {{u"expiresInDays"_s, 1}});
    const QJsonObject rotated =
        data(bench.post(vendor, pathOf(key) + u"/rotate"_s,
                        {{u"gracePeriodInHours"_s, 100}, {u"expiresInDays"_s, 90}}));
    QCOMPARE(rotated.value("rotatesAt"_L1), key.value("expiresAt"_L1));
    QVERIFY(about(secondsUntil(text(rotated, "expiresAt"_L1)), 90 * day));
}

void TestPracticeGenerations::anotherRotationReplacesTheComingValue()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench);
    const QString rotate = pathOf(key) + u"/rotate"_s;
    const QJsonObject lost = data(bench.post(vendor, rotate, {{u"gracePeriodInHours"_s, 24}}));
    const QJsonObject again = data(bench.post(vendor, rotate, {{u"gracePeriodInHours"_s, 24}}));
    QCOMPARE(bench.get(vendor, login, text(lost, "shadowValue"_L1)).status, 401);
    QCOMPARE(bench.get(vendor, login, text(again, "shadowValue"_L1)).status, 200);
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 200);
    // Without grace, the new value is the only one.
    const QJsonObject last = data(bench.post(vendor, rotate));
    QCOMPARE(bench.get(vendor, login, text(again, "shadowValue"_L1)).status, 401);
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 401);
    QCOMPARE(bench.get(vendor, login, text(last, "value"_L1)).status, 200);
}

void TestPracticeGenerations::expiredKeysAreRevived()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench, {{u"expiresInDays"_s, 1}});
    const QString rotate = pathOf(key) + u"/rotate"_s;
    bench.setClock(2 * day);
    QCOMPARE(bench.post(vendor, rotate).status, 400);
    QCOMPARE(
        bench.post(vendor, rotate, {{u"expiresInDays"_s, 5}, {u"gracePeriodInHours"_s, 1}}).status,
        400);
    const QJsonObject revived = data(bench.post(vendor, rotate, {{u"expiresInDays"_s, 5}}));
    QCOMPARE(revived.value("id"_L1), key.value("id"_L1));
    QVERIFY(about(secondsUntil(text(revived, "expiresAt"_L1)), 7 * day));
    QCOMPARE(bench.get(vendor, login, text(revived, "value"_L1)).status, 200);
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 401);
}

void TestPracticeGenerations::deletingKillsBothValues()
{
    const PracticeBench bench;
    const QJsonObject key = makeKey(bench);
    const QJsonObject rotated =
        data(bench.post(vendor, pathOf(key) + u"/rotate"_s, {{u"gracePeriodInHours"_s, 24}}));
    bench.send({vendor, "DELETE", pathOf(key)});
    QCOMPARE(bench.get(vendor, login, text(key, "value"_L1)).status, 401);
    QCOMPARE(bench.get(vendor, login, text(rotated, "shadowValue"_L1)).status, 401);
}

void TestPracticeGenerations::limitsSayUsageAndLimit()
{
    const PracticeBench bench;
    const auto existing = data(bench.get(vendor, keysPath)).value("apiKeys"_L1).toArray().size();
    bench.set(vendor, {{u"keysPerContainer"_s, existing + 1}});
    QCOMPARE(bench.post(vendor, keysPath, {{u"name"_s, u"fits"_s}}).status, 201);
    const Answer refused = bench.post(vendor, keysPath, {{u"name"_s, u"one more"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json.value("details"_L1),
             (QJsonObject{{u"usage"_s, QString::number(existing + 1)},
                          {u"limit"_s, QString::number(existing + 1)}}));
    const Answer first =
        bench.post(vendor, u"/v1/organization/api-keys"_s, {{u"name"_s, u"one more"_s}});
    QCOMPARE(first.status, 403);
    QVERIFY(!first.json.contains("details"_L1));
}

void TestPracticeGenerations::failuresCanHideInside200()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"errorsInside200"_s, true}});
    const Answer missing = bench.get(vendor, keysPath + u"/9999"_s);
    QCOMPARE(missing.status, 200);
    QCOMPARE(missing.json.value("success"_L1), QJsonValue(false));
    QCOMPARE(missing.json.value("error"_L1).toString(), u"API key not found"_s);
    const Answer found = bench.get(vendor, keysPath);
    QCOMPARE(found.json.value("success"_L1), QJsonValue(true));
}

void TestPracticeGenerations::deprecationIsSaid()
{
    const PracticeBench bench;
    QVERIFY(!bench.get(vendor, login).json.contains("deprecated"_L1));
    bench.set(vendor, {{u"deprecated"_s, true}});
    for (const QString &path : {login, u"/v1/organization"_s}) {
        const Answer answer = bench.get(vendor, path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value("deprecated"_L1), QJsonValue(true));
        QVERIFY(answer.json.value("link"_L1).toString().startsWith("https://"_L1));
    }
}

void TestPracticeGenerations::aProxyMayDropTheUnderscore()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"underscoreHeader"_s, false}});
    QCOMPARE(bench.get(vendor, login).status, 401);
    PracticeBench::Call call{vendor, "GET", login, {}, QString()};
    call.headers = {
        {"CONFIDENT-API-KEY", bench.endpoints().systems.value(vendor).credential.toLatin1()}};
    QCOMPARE(bench.send(call).status, 200);
}

void TestPracticeGenerations::prefixesNameTheRegion()
{
    const PracticeBench bench;
    const QJsonObject order{{u"system"_s, vendor}, {u"kind"_s, u"project"_s}};
    bench.set(vendor, {{u"region"_s, u"eu"_s}});
    QVERIFY(bench.mint(order).startsWith("confident_eu_proj_"_L1));
    bench.set(vendor, {{u"region"_s, u"none"_s}});
    QVERIFY(bench.mint(order).startsWith("confident_proj_"_L1));
}

void TestPracticeGenerations::aMaskedCreateHasNoSecret()
{
    const PracticeBench bench;
    bench.orderFault(vendor, u"/v2/*"_s, u"no-secret"_s, 2);
    const QJsonObject key = makeKey(bench);
    QVERIFY(text(key, "value"_L1).startsWith("***************"_L1));
    const QJsonObject rotated =
        data(bench.post(vendor, pathOf(key) + u"/rotate"_s, {{u"gracePeriodInHours"_s, 2}}));
    QVERIFY(text(rotated, "shadowValue"_L1).startsWith("***************"_L1));
}

QTEST_GUILESS_MAIN(TestPracticeGenerations)
#include "tst_practice_generations.moc"
