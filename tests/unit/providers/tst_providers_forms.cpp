// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/mapping.h"
#include "providers/newsecret.h"
#include "providers/orderform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

using Values = QMap<QString, QJsonValue>;

JsonPointer at(const QString &text)
{
    return JsonPointer::parse(text).value();
}

FieldTemplate field(const QString &id, FieldInfo::Type type)
{
    FieldTemplate made;
    made.info.id = id;
    made.info.label = id;
    made.info.type = type;
    return made;
}

/** Hours of grace, not for expired keys, and days of life, needed by them. */
QList<FieldTemplate> rotationForm()
{
    FieldTemplate grace = field(u"grace"_s, FieldInfo::Type::Duration);
    grace.info.unit = 3600;
    grace.info.maximum = 100 * 3600;
    grace.info.states = QStringList{u"active"_s, u"rotating"_s};
    FieldTemplate life = field(u"life"_s, FieldInfo::Type::Duration);
    life.info.unit = 86'400;
    life.info.minimum = 86'400;
    life.info.maximum = 10 * 86'400;
    life.info.requiredStates = QStringList{u"expired"_s};
    life.info.nullLabel = u"Never"_s;
    return {grace, life, field(u"addresses"_s, FieldInfo::Type::Lines)};
}

/** An answer as it is read with these places of secrets. */
VendorAnswer answerWith(const QByteArray &json, const QList<JsonPointer> &places)
{
    WipedBytes body;
    body.append(json);
    VendorAnswer answer;
    answer.secrets = cutSecrets(body, places).found;
    return answer;
}

} // namespace

class ProvidersForms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void whatMayBeEnteredDependsOnTheState_data()
    {
        QTest::addColumn<KeyState>("state");
        QTest::addColumn<Values>("values");
        QTest::addColumn<bool>("good");
        const QJsonValue null(QJsonValue::Null);
        QTest::newRow("nothing") << KeyState::Active << Values{} << true;
        QTest::newRow("grace") << KeyState::Active << Values{{u"grace"_s, 7200}} << true;
        QTest::newRow("no whole hour") << KeyState::Active << Values{{u"grace"_s, 5400}} << false;
        QTest::newRow("too long") << KeyState::Active << Values{{u"grace"_s, 101 * 3600}} << false;
        QTest::newRow("negative") << KeyState::Active << Values{{u"grace"_s, -3600}} << false;
        QTest::newRow("a text") << KeyState::Active << Values{{u"grace"_s, u"2h"_s}} << false;
        QTest::newRow("expired, nothing") << KeyState::Expired << Values{} << false;
        QTest::newRow("expired, life") << KeyState::Expired << Values{{u"life"_s, 86'400}} << true;
        QTest::newRow("expired, for ever")
            << KeyState::Expired << Values{{u"life"_s, null}} << true;
        QTest::newRow("expired, grace")
            << KeyState::Expired << Values{{u"life"_s, 86'400}, {u"grace"_s, 3600}} << false;
        QTest::newRow("too short a life") << KeyState::Active << Values{{u"life"_s, 3600}} << false;
        QTest::newRow("a null without a meaning")
            << KeyState::Active << Values{{u"grace"_s, null}} << true;
    }

    void whatMayBeEnteredDependsOnTheState()
    {
        QFETCH(KeyState, state);
        QFETCH(Values, values);
        QFETCH(bool, good);
        const auto checked = checkForm(rotationForm(), values, state);
        QCOMPARE(checked.ok(), good);
        if (!good)
            QCOMPARE(checked.error().kind, ErrorKind::InvalidRequest);
    }

    void durationsAreSentInTheirUnit()
    {
        const TemplateValues sent =
            formValues({}, rotationForm(), {{u"grace"_s, 7200}, {u"life"_s, 3 * 86'400}});
        QCOMPARE(sent.value(u"grace"_s), QJsonValue(2));
        QCOMPARE(sent.value(u"life"_s), QJsonValue(3));
    }

    void aNullIsSentOnlyWhereItHasAMeaning()
    {
        const QJsonValue null(QJsonValue::Null);
        const TemplateValues sent =
            formValues({}, rotationForm(), {{u"grace"_s, null}, {u"life"_s, null}});
        QVERIFY(!sent.contains(u"grace"_s));
        QVERIFY(sent.value(u"life"_s).isNull());
        const auto body =
            expandedJson(QJsonObject{{u"hours"_s, u"{grace}"_s}, {u"days"_s, u"{life}"_s}}, sent);
        QCOMPARE(body->toObject(), (QJsonObject{{u"days"_s, null}}));
    }

    void anEmptyListIsSentOnlyToSetOne()
    {
        const Values entered{{u"addresses"_s, QJsonArray()}};
        QVERIFY(!formValues({}, rotationForm(), entered).contains(u"addresses"_s));
        QVERIFY(formValues({}, rotationForm(), entered, Empties::Sent).contains(u"addresses"_s));
    }

    void theFormChoosesTheOnePlaceOfTheSecret_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Values>("values");
        QTest::addColumn<QByteArray>("secret");
        const auto row = [](const char *name, const char *json, const Values &values,
                            const char *secret) {
            QTest::newRow(name) << QByteArray(json) << values << QByteArray(secret);
        };
        const Values grace{{u"grace"_s, 3600}};
        row("grace", R"({"data":{"value":"***1","shadow":"new"}})", grace, "new");
        row("no grace", R"({"data":{"value":"new","shadow":null}})", {}, "new");
        row("a grace of none", R"({"data":{"value":"new"}})", {{u"grace"_s, 0}}, "new");
        row("another envelope", R"({"data":{"key":{"shadow":"new"}}})", grace, "new");
        row("only the other place", R"({"data":{"value":"old","shadow":null}})", grace, "");
        row("a mask", R"({"data":{"value":"old","shadow":"***************a"}})", grace, "");
        row("an empty one", R"({"data":{"value":""}})", {}, "");
        row("twice", R"({"data":{"value":"a","value":"b"}})", {}, "");
        row("nothing", R"({"data":{}})", {}, "");
    }

    void theFormChoosesTheOnePlaceOfTheSecret()
    {
        QFETCH(QByteArray, json);
        QFETCH(Values, values);
        QFETCH(QByteArray, secret);
        const QList<SecretPlace> places{
            {u"grace"_s, {at(u"/data/key/shadow"_s), at(u"/data/shadow"_s)}},
            {{}, {at(u"/data/key/value"_s), at(u"/data/value"_s)}}};
        QCOMPARE(allPlaces(places).size(), 4);
        const VendorAnswer answer = answerWith(json, allPlaces(places));
        const SharedSecret found = newSecret(answer, places, values);
        QCOMPARE(found ? found->borrowed().toByteArray() : QByteArray(), secret);
    }

    void whatIsNotEchoedIsWarnedOf_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<bool>("warned");
        QTest::newRow("the same") << QByteArray(R"({"ips":["a","b"],"end":"x"})") << false;
        QTest::newRow("in another order") << QByteArray(R"({"ips":["b","a"],"end":"x"})") << false;
        QTest::newRow("fewer") << QByteArray(R"({"ips":["a"],"end":"x"})") << true;
        QTest::newRow("none") << QByteArray(R"({"end":"x"})") << true;
        QTest::newRow("no end") << QByteArray(R"({"ips":["a","b"],"end":null})") << true;
    }

    void whatIsNotEchoedIsWarnedOf()
    {
        QFETCH(QByteArray, record);
        QFETCH(bool, warned);
        const QList<EchoTemplate> echoes{{u"ips"_s, at(u"/ips"_s), false, u"ips"_s},
                                         {u"life"_s, at(u"/end"_s), true, u"life"_s}};
        const TemplateValues sent{{u"ips"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"life"_s, 3}};
        const QJsonObject got = QJsonDocument::fromJson(record).object();
        QCOMPARE(!missingEchoes(echoes, sent, got).isEmpty(), warned);
        QVERIFY(missingEchoes(echoes, {}, got).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProvidersForms)
#include "tst_providers_forms.moc"
