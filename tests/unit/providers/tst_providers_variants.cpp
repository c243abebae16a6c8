// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"
#include "providers/definition.h"
#include "providers/mergepatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue valueOf(const QByteArray &json)
{
    const QJsonArray wrapped = QJsonDocument::fromJson('[' + json + ']').array();
    return wrapped.at(0);
}

QByteArray withVariants(const QByteArray &variants)
{
    return R"({
  "format": 1, "id": "acme", "name": "Acme",
  "connection": {
    "path": "/v1",
    "slots": [{"id": "admin", "label": "Token", "required": true}],
    "auth": {"admin": {"headers": [{"name": "Authorization", "value": "Bearer {admin}"}]}}
  },
  "errors": {"message": "/error"},
  "kinds": [
    {"id": "key", "label": "Key", "level": "account",
     "verbs": {"create": {"request": {"method": "POST", "path": "/keys", "body": {}}, "secret": "/s"}}}
  ],
  "variants": )" +
           variants + "\n}";
}

const QByteArray probe = R"("probe": {"request": {"method": "GET", "path": "/me"},
    "if": {"at": "/id", "present": true}, "fails_on": [404]})";

} // namespace

class ProvidersVariants : public QObject
{
    Q_OBJECT

private slots:
    void theExamplesOfRfc7396_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *document, const char *patch, const char *result) {
            QTest::newRow(patch) << QByteArray(document) << QByteArray(patch) << QByteArray(result);
        };
        row(R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
        row(R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
        row(R"({"a":"b"})", R"({"a":null})", R"({})");
        row(R"({"a":"b","b":"c"})", R"({"a":null, "x":null})", R"({"b":"c"})");
        row(R"({"a":["b"]})", R"({"a":"c" })", R"({"a":"c"})");
        row(R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
        row(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})");
        row(R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
        row(R"(["a","b"])", R"(["c","d"])", R"(["c","d"])");
        row(R"({"a":"b"})", R"(["c"])", R"(["c"])");
        row(R"({"a":"foo"})", R"(null)", R"(null)");
        row(R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})");
        row(R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})");
        row(R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
    }

    void theExamplesOfRfc7396()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, result);
        QCOMPARE(mergePatched(valueOf(document), valueOf(patch)), valueOf(result));
    }

    void thingsWithIdsArePatchedById()
    {
        const QJsonValue document =
            valueOf(R"({"kinds":[{"id":"a","n":1},{"id":"b","n":2},{"id":"c"}]})");
        const QJsonValue patch = valueOf(R"({"kinds":{"b":{"n":3,"m":4},"a":null,"z":{"n":5}}})");
        const QJsonValue patched = mergePatched(document, patch);
        QCOMPARE(patched,
                 valueOf(R"({"kinds":[{"id":"b","n":3,"m":4},{"id":"c"},{"id":"z","n":5}]})"));
        QCOMPARE(placeInPatch(patched, patch, u"/kinds/0/m"_s), u"/kinds/b/m"_s);
        QCOMPARE(placeInPatch(patched, patch, u"/kinds/2/n"_s), u"/kinds/z/n"_s);
        QCOMPARE(placeInPatch(patched, patch, u"/kinds/1/n"_s), u"/kinds"_s);
        QCOMPARE(placeInPatch(patched, patch, u"/errors"_s), QString());
    }

    void eachGenerationIsADefinitionOfItsOwn()
    {
        const LoadedDefinition loaded =
            parseDefinition(withVariants("[{\"id\": \"new\", \"label\": \"New\", " + probe + R"(,
            "patch": {"connection": {"path": "/v2"}, "kinds": {"key": {"label": "Token"}}}},
            {"id": "old", "label": "Old"}])"),
                            u"acme.json"_s);
        QVERIFY2(loaded.definition,
                 loaded.problems.isEmpty() ? "" : qPrintable(loaded.problems.first().toString()));
        const Definition &base = *loaded.definition;
        QVERIFY(base.info.variant.isEmpty());
        QCOMPARE(base.variants.size(), 2);
        const Definition &fresh = *base.variants[0].definition;
        QCOMPARE(fresh.info.variant, u"New"_s);
        QCOMPARE(fresh.connection.path, u"/v2"_s);
        QCOMPARE(fresh.kinds.first().info.label, u"Token"_s);
        QVERIFY(base.variants[0].probe->failsOn.contains(404));
        QCOMPARE(base.variants[1].definition->info.variant, u"Old"_s);
        QCOMPARE(base.variants[1].definition->kinds.first().info.label, u"Key"_s);
        QVERIFY(base.texts.contains(u"Token"_s) && base.texts.contains(u"New"_s));
    }

    void whatIsWrongIsToldWhereThePatchSaysIt()
    {
        const LoadedDefinition loaded =
            parseDefinition(withVariants("[{\"id\": \"new\", \"label\": \"New\", " + probe + R"(,
  "patch": {
    "kinds": {
      "key": {
        "colour": "red"
      }
    }
  }},
  {"id": "old", "label": "Old"}])"),
                            u"acme.json"_s);
        QVERIFY(!loaded.definition);
        QCOMPARE(loaded.problems.size(), 1);
        const DefinitionProblem &problem = loaded.problems.first();
        QCOMPARE(problem.pointer, u"/variants/0/patch/kinds/key/colour"_s);
        QVERIFY(problem.line > 17);
        QVERIFY(problem.reason.contains(u"/kinds/0/colour"_s));
    }

    void whatIsWrongWithoutThePatchIsToldOnce()
    {
        QByteArray json = withVariants("[{\"id\": \"new\", \"label\": \"New\", " + probe +
                                       R"(, "patch": {}}, {"id": "old", "label": "Old"}])");
        json.replace("\"level\": \"account\"", "\"level\": \"galaxy\"");
        json.replace("\"name\": \"Acme\"", "\"name\": \"Acme\", \"colour\": 1");
        const LoadedDefinition loaded = parseDefinition(json, u"acme.json"_s);
        QCOMPARE(loaded.problems.size(), 2);
    }

    void aPatchThatIsNoObject()
    {
        const LoadedDefinition loaded = parseDefinition(
            withVariants(R"([{"id": "one", "label": "One", "patch": 7}])"), u"acme.json"_s);
        QCOMPARE(loaded.problems.size(), 1);
        QCOMPARE(loaded.problems.first().pointer, u"/variants/0/patch"_s);
    }
};

QTEST_GUILESS_MAIN(ProvidersVariants)
#include "tst_providers_variants.moc"
