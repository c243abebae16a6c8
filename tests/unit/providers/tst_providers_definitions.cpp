// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"
#include "providers/definition.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString builtInFolder = QStringLiteral(CHATELAINE_SOURCE_DIR "/resources/providers/");

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject definitionOf(const QString &id)
{
    return QJsonDocument::fromJson(contentsOf(builtInFolder + id + u".json"_s)).object();
}

/** `document` with the value at the path set, or removed when it is Undefined. */
QJsonValue changed(const QJsonValue &document, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (document.isArray()) {
        QJsonArray array = document.toArray();
        array[step.toInt()] = changed(array[step.toInt()], path, value);
        return array;
    }
    QJsonObject object = document.toObject();
    if (path.isEmpty() && value.isUndefined())
        object.remove(step);
    else
        object.insert(step, changed(object.value(step), path, value));
    return object;
}

} // namespace

class ProvidersDefinitions : public QObject
{
    Q_OBJECT

private slots:
    void theBuiltInOnesLoad_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"confident-ai", "tempered", "tempo", "temporis"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void theBuiltInOnesLoad()
    {
        QFETCH(QString, id);
        const LoadedDefinition loaded = loadDefinitionFile(builtInFolder + id + u".json"_s);
        for (const DefinitionProblem &problem : loaded.problems)
            qWarning("%s", qPrintable(problem.toString()));
        QVERIFY(loaded.definition);
        QCOMPARE(providerInfo(*loaded.definition).id.toString(), id);
    }

    void germanIsComplete_data() { theBuiltInOnesLoad_data(); }

    void germanIsComplete()
    {
        QFETCH(QString, id);
        const LoadedDefinition loaded = loadDefinitionFile(builtInFolder + id + u".json"_s);
        QVERIFY(loaded.definition);
        const QJsonObject german = definitionOf(id)[u"i18n"][u"de"].toObject();
        const QStringList &texts = loaded.definition->texts;
        // The vendor's own words for scopes are not ours to translate.
        for (const QString &text : texts)
            QVERIFY2(german.contains(text), qPrintable(text));
        for (const QString &text : german.keys())
            QVERIFY2(texts.contains(text), qPrintable(u"not used: "_s + text));
    }

    void textsAreInTheLanguageOfTheInterface()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const LoadedDefinition german = loadDefinitionFile(builtInFolder + u"tempo.json"_s);
        QLocale::setDefault(before);
        const ProviderInfo &info = providerInfo(*german.definition);
        QCOMPARE(info.slots_.first().label, u"Sitzungstoken"_s);
        QCOMPARE(info.levels.last().plural, u"Projekte"_s);
        QCOMPARE(info.name, u"Tempo"_s);
    }

    void whatTheWindowOffers()
    {
        const Catalog catalog{QString()};
        const auto verbs = [&](const QString &provider, const QString &kind) {
            QStringList names;
            const ProviderInfo &info = providerInfo(*catalog.find(ProviderId(provider)));
            for (const VerbInfo &verb : info.kind(kind)->verbs)
                names.append(keyVerbName(verb.verb));
            return names.join(u' ');
        };
        QCOMPARE(verbs(u"tempered"_s, u"organization"_s), u"create revoke"_s);
        QCOMPARE(verbs(u"tempo"_s, u"project"_s), u"create revoke delete update"_s);
        QCOMPARE(verbs(u"confident-ai"_s, u"project"_s), u"create enable disable delete"_s);
        QCOMPARE(verbs(u"confident-ai"_s, u"organization"_s), u"create enable disable delete"_s);
        QCOMPARE(verbs(u"temporis"_s, u"token"_s), QString());

        const KindInfo &tempo =
            *providerInfo(*catalog.find(ProviderId(u"tempo"_s))).kind(u"project"_s);
        QCOMPARE(tempo.verb(KeyVerb::Create)->environments,
                 (QStringList{u"production"_s, u"sandbox"_s}));
        QCOMPARE(tempo.verb(KeyVerb::Revoke)->propagationSeconds, 60);
        QVERIFY(tempo.verb(KeyVerb::Revoke)->final);
        QVERIFY(tempo.verb(KeyVerb::Revoke)->isDestructive);
        const KindInfo &token =
            *providerInfo(*catalog.find(ProviderId(u"temporis"_s))).kind(u"token"_s);
        QVERIFY(token.manual);
        QVERIFY(token.canCheck);
        QVERIFY(!token.canList);
        QCOMPARE(token.external.size(), 2);
    }

    void everyProblemIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("broken");
        const QByteArray table = contentsOf(
            QStringLiteral(CHATELAINE_SOURCE_DIR "/tests/unit/providers/brokendefinitions.json"));
        for (const QJsonValue entry : QJsonDocument::fromJson(table).array())
            QTest::newRow(qPrintable(entry[u"why"].toString())) << entry.toObject();
    }

    void everyProblemIsNamed()
    {
        QFETCH(QJsonObject, broken);
        const QString where = broken[broken.contains(u"set"_s) ? u"set"_s : u"remove"_s].toString();
        const QJsonValue document = changed(definitionOf(broken[u"of"].toString()),
                                            where.split(u'/').mid(1), broken.value(u"to"_s));
        const LoadedDefinition loaded =
            parseDefinition(QJsonDocument(document.toObject()).toJson(), u"broken.json"_s);
        QVERIFY(!loaded.definition);
        bool found = false;
        QStringList all;
        for (const DefinitionProblem &problem : loaded.problems) {
            all.append(problem.toString());
            found = found || (problem.pointer == broken[u"at"].toString() &&
                              problem.reason.contains(broken[u"reason"].toString()));
        }
        QVERIFY2(found, qPrintable(all.join(u'\n')));
    }

    void linesAndPointersOfAllProblems()
    {
        const QByteArray json = contentsOf(
            QStringLiteral(CHATELAINE_SOURCE_DIR "/tests/unit/providers/twoproblems.json"));
        const LoadedDefinition loaded = parseDefinition(json, u"acme.json"_s);
        QCOMPARE(loaded.problems.size(), 2);
        QCOMPARE(loaded.problems[0].toString(),
                 u"acme.json:8: /connection/colour: the language has no member \"colour\" here"_s);
        QCOMPARE(loaded.problems[1].line, 13);
        QCOMPARE(loaded.problems[1].pointer, u"/kinds/0/level"_s);
    }

    void theExampleOfTheGuideLoads()
    {
        const QByteArray guide =
            contentsOf(QStringLiteral(CHATELAINE_SOURCE_DIR "/docs/provider-definitions.md"));
        const QByteArray fence = "```json\n";
        const qsizetype begin = guide.indexOf(fence) + fence.size();
        QVERIFY(begin > fence.size());
        const QByteArray example = guide.mid(begin, guide.indexOf("```", begin) - begin);
        const LoadedDefinition loaded = parseDefinition(example, u"guide"_s);
        QVERIFY2(loaded.definition,
                 loaded.problems.isEmpty() ? "" : qPrintable(loaded.problems.first().toString()));
    }

    void syntaxSizeAndDepth()
    {
        const LoadedDefinition cut = parseDefinition("{\"format\": 1,\n \"id\": ", u"x"_s);
        QCOMPARE(cut.problems.size(), 1);
        QCOMPARE(cut.problems.first().line, 2);
        QVERIFY(!parseDefinition(QByteArray((1 << 20) + 1, ' '), u"x"_s).problems.isEmpty());
        QVERIFY(!parseDefinition(QByteArray(5000, '['), u"x"_s).problems.isEmpty());
        QVERIFY(!parseDefinition("[]", u"x"_s).problems.isEmpty());
        QVERIFY(!loadDefinitionFile(u"/nonexistent.json"_s).problems.isEmpty());
    }

    void aUsersDefinitionWins()
    {
        QTemporaryDir folder;
        QJsonObject mine = definitionOf(u"tempered"_s);
        mine[u"name"] = u"Our Tempered"_s;
        QFile file(folder.filePath(u"mine.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(mine).toJson());
        file.close();
        QFile broken(folder.filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{");
        broken.close();

        const Catalog catalog(folder.path());
        QCOMPARE(catalog.definitions().size(), 4);
        const ProviderInfo &info = providerInfo(*catalog.find(ProviderId(u"tempered"_s)));
        QCOMPARE(info.name, u"Our Tempered"_s);
        QCOMPARE(info.origin, file.fileName());
        QCOMPARE(catalog.problems().size(), 1);
        QCOMPARE(catalog.problems().first().file, broken.fileName());
    }
};

QTEST_GUILESS_MAIN(ProvidersDefinitions)
#include "tst_providers_definitions.moc"
