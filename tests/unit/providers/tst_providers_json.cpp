// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/jsonpointer.h"
#include "providers/jsonscanner.h"
#include "providers/locatedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class ProvidersJson : public QObject
{
    Q_OBJECT

private slots:
    void everyValueHasItsLine()
    {
        const LocatedJson json =
            readLocatedJson("{\n  \"a\": [\n    1,\n    {\"b/c\": null}\n  ]\n}");
        QVERIFY(json.defects.isEmpty());
        QCOMPARE(json.lines.value(u""_s), 1);
        QCOMPARE(json.lines.value(u"/a"_s), 2);
        QCOMPARE(json.lines.value(u"/a/0"_s), 3);
        QCOMPARE(json.lines.value(u"/a/1/b~1c"_s), 4);
        QCOMPARE(json.lineOf(u"/a/1/missing/deeper"_s), 4);
    }

    void theReaderAgreesWithQt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("escapes") << QByteArray("[\"\\u00e4\\n\\\"\\\\\\/\\ud83d\\ude00\"]");
        QTest::newRow("numbers") << QByteArray("[0,-1,1.5,2e3,9007199254740993,-0.25E-2]");
        QTest::newRow("nested") << QByteArray(R"({"x":{"y":[[],{},[true,false,null]]},"z":""})");
        QTest::newRow("utf-8") << QByteArray("[\"\xC3\xA4\xE2\x82\xAC\"]");
    }

    void theReaderAgreesWithQt()
    {
        QFETCH(QByteArray, text);
        const QJsonDocument qt = QJsonDocument::fromJson(text);
        const QJsonValue expected = qt.isArray() ? QJsonValue(qt.array()) : QJsonValue(qt.object());
        QCOMPARE(readLocatedJson(text).value, expected);
    }

    void whatIsNotJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray("") << 1;
        QTest::newRow("cut") << QByteArray("{\n\"a\":") << 2;
        QTest::newRow("trailing comma") << QByteArray("[1,\n]") << 2;
        QTest::newRow("two documents") << QByteArray("{}\n{}") << 2;
        QTest::newRow("comment") << QByteArray("{} // no") << 1;
        QTest::newRow("single quotes") << QByteArray("{'a':1}") << 1;
        QTest::newRow("leading zero") << QByteArray("[01]") << 1;
        QTest::newRow("bare point") << QByteArray("[1.]") << 1;
        QTest::newRow("NaN") << QByteArray("[NaN]") << 1;
        QTest::newRow("control character") << QByteArray("[\"a\tb\"]") << 1;
        QTest::newRow("bad escape") << QByteArray(R"(["\x"])") << 1;
        QTest::newRow("lone surrogate") << QByteArray(R"(["\ud800"])") << 1;
        QTest::newRow("bad UTF-8") << QByteArray("[\"\xC3\x28\"]") << 1;
        QTest::newRow("missing colon") << QByteArray("{\"a\" 1}") << 1;
        QTest::newRow("missing value") << QByteArray("{\"a\":}") << 1;
    }

    void whatIsNotJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const LocatedJson json = readLocatedJson(text);
        QVERIFY(json.value.isUndefined());
        QCOMPARE(json.defects.size(), 1);
        QCOMPARE(json.defects.first().line, line);
    }

    void membersThatStandTwiceAreRefused()
    {
        const LocatedJson json = readLocatedJson("{\"a\": 1,\n\"b\": {\"c\": 1,\n\"c\": 2}}");
        QCOMPARE(json.defects.size(), 1);
        QCOMPARE(json.defects.first().pointer, u"/b/c"_s);
        QCOMPARE(json.defects.first().line, 3);
    }

    void depthIsBounded()
    {
        QVERIFY(!readLocatedJson(QByteArray(64, '[') + QByteArray(64, ']')).value.isUndefined());
        QVERIFY(readLocatedJson(QByteArray(65, '[') + QByteArray(65, ']')).value.isUndefined());
    }

    void pointersOfTheStandard_data()
    {
        // The examples of RFC 6901, section 5.
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("expected");
        QTest::newRow("/foo/0") << u"/foo/0"_s << QJsonValue(u"bar"_s);
        QTest::newRow("/") << u"/"_s << QJsonValue(0);
        QTest::newRow("/a~1b") << u"/a~1b"_s << QJsonValue(1);
        QTest::newRow("/c%d") << u"/c%d"_s << QJsonValue(2);
        QTest::newRow("/m~0n") << u"/m~0n"_s << QJsonValue(8);
        QTest::newRow("missing") << u"/foo/2"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("needless zero") << u"/foo/00"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("into a scalar") << u"/foo/0/x"_s << QJsonValue(QJsonValue::Undefined);
    }

    void pointersOfTheStandard()
    {
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, expected);
        const QJsonObject document{{u"foo"_s, QJsonArray{u"bar"_s, u"baz"_s}},
                                   {u""_s, 0},
                                   {u"a/b"_s, 1},
                                   {u"c%d"_s, 2},
                                   {u"m~n"_s, 8}};
        const auto parsed = JsonPointer::parse(pointer);
        QVERIFY(parsed);
        QCOMPARE(parsed->toString(), pointer);
        QCOMPARE(parsed->in(document), expected);
    }

    void brokenPointersAreRefused()
    {
        for (const QString &text : {u"a"_s, u"a/b"_s, u"/~"_s, u"/~2"_s, u"/data/*"_s})
            QVERIFY2(!JsonPointer::parse(text), qPrintable(text));
        QVERIFY(JsonPointer::parse(u"/data/*"_s, JsonPointer::Wildcards::Allowed));
    }

    void rowsRunThroughArrays()
    {
        const QJsonObject document{
            {u"data"_s, QJsonArray{QJsonObject{{u"results"_s, QJsonArray{1, 2}}},
                                   QJsonObject{{u"results"_s, QJsonArray{3}}}}},
            {u"one"_s, QJsonObject{{u"id"_s, 7}}}};
        const auto rows = [&](const QString &text) {
            return JsonPointer::parse(text, JsonPointer::Wildcards::Allowed)->rowsIn(document);
        };
        QCOMPARE(rows(u"/data/*/results/*"_s).value(), (QList<QJsonValue>{1, 2, 3}));
        QCOMPARE(rows(u"/one"_s)->size(), 1);
        QVERIFY(!rows(u"/one/*"_s));
        QVERIFY(!rows(u"/missing/*"_s));
    }
};

QTEST_GUILESS_MAIN(ProvidersJson)
#include "tst_providers_json.moc"
