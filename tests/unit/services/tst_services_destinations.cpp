// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/destinationtemplate.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

using Values = QMap<QString, QString>;

QJsonObject sample()
{
    return {{u"format"_s, 1},
            {u"id"_s, u"sample"_s},
            {u"name"_s, u"Sample"_s},
            {u"fields"_s,
             QJsonArray{
                 QJsonObject{{u"id"_s, u"name"_s}, {u"label"_s, u"Name"_s}, {u"required"_s, true}},
                 QJsonObject{{u"id"_s, u"context"_s}, {u"label"_s, u"Context"_s}}}},
            {u"place"_s, u"at {name}"_s},
            {u"check"_s, QJsonArray()},
            {u"deliver"_s, QJsonArray{u"cat"_s, u"--context={context}"_s, u"{name}"_s}}};
}

LoadedDestination loaded(const QJsonObject &document)
{
    return parseDestination(QJsonDocument(document).toJson(), u"sample.json"_s);
}

QStringList reasons(const LoadedDestination &outcome)
{
    QStringList all;
    for (const DefinitionProblem &problem : outcome.problems)
        all.append(problem.toString());
    return all;
}

Outcome<ProgramCall> callOf(const QJsonObject &document, const Values &values)
{
    const auto destination = loaded(document).destination;
    if (!destination)
        return Error{};
    return expandedCall(*destination, destination->deliver, values);
}

} // namespace

/** Destinations as data: what is accepted, and what becomes of it. */
class TestServicesDestinations : public QObject
{
    Q_OBJECT

private slots:
    void refusesWithPlaceAndReason_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QString &member, const QJsonValue &value,
                            const QString &reason) {
            QTest::newRow(name) << member << value << reason;
        };
        row("secret as argument", u"deliver"_s, QJsonArray{u"bws"_s, u"{secret}"_s},
            u"/deliver/1: {secret} can stand in the input only"_s);
        row("secret inside an argument", u"deliver"_s, QJsonArray{u"x"_s, u"--value={secret}"_s},
            u"/deliver/1: {secret}"_s);
        row("secret in the environment", u"environment"_s, QJsonArray{u"TOKEN={secret}"_s},
            u"/environment/0: {secret}"_s);
        row("secret in the check", u"verify"_s, QJsonArray{u"x"_s, u"{secret}"_s},
            u"/verify/1: {secret}"_s);
        row("secret in the place", u"place"_s, u"{secret}"_s, u"/place: {secret}"_s);
        row("a field called secret", u"fields"_s,
            QJsonArray{QJsonObject{{u"id"_s, u"secret"_s}, {u"label"_s, u"S"_s}}},
            u"/fields/0/id: no field"_s);
        row("an unknown field", u"deliver"_s, QJsonArray{u"x"_s, u"{nobody}"_s},
            u"there is no field \"nobody\""_s);
        row("a program from a field", u"deliver"_s, QJsonArray{u"{name}"_s},
            u"/deliver/0: the program's name must be fixed"_s);
        row("no program", u"deliver"_s, QJsonArray(), u"the program is missing"_s);
        row("a command line", u"deliver"_s, u"cat > file"_s, u"/deliver: this must be an array"_s);
        row("an unknown member", u"shell"_s, true, u"no member \"shell\""_s);
        row("another format", u"format"_s, 2, u"/format"_s);
        row("a broken pattern", u"fields"_s,
            QJsonArray{
                QJsonObject{{u"id"_s, u"name"_s}, {u"label"_s, u"N"_s}, {u"pattern"_s, u"("_s}}},
            u"/fields/0/pattern"_s);
        row("an input without the secret", u"input"_s, QJsonObject{{u"a"_s, u"b"_s}}, u"/input"_s);
        row("an input with it twice", u"input"_s,
            QJsonObject{{u"a"_s, u"{secret}"_s}, {u"b"_s, u"{secret}"_s}}, u"/input"_s);
        row("an input with it inside a text", u"input"_s,
            QJsonObject{{u"a"_s, u"{secret}"_s}, {u"b"_s, u"x {secret}"_s}}, u"/input/b"_s);
        row("an environment that is no name", u"environment"_s, QJsonArray{u"A B"_s},
            u"/environment/0"_s);
    }

    void refusesWithPlaceAndReason()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, reason);
        QVERIFY(loaded(sample()).destination);
        QJsonObject document = sample();
        document.insert(member, value);
        const LoadedDestination outcome = loaded(document);
        QVERIFY(!outcome.destination);
        const QString all = reasons(outcome).join(u'\n');
        QVERIFY2(all.contains(reason), qPrintable(all));
        QVERIFY(all.startsWith(u"sample.json:"_s));
    }

    void fillsInArgumentsWithoutSplittingThem()
    {
        const auto call = callOf(sample(), {{u"name"_s, u"a b; $(id)"_s}});
        QVERIFY(call);
        QVERIFY(call->program.endsWith(u"/cat"_s));
        QCOMPARE(call->arguments, QStringList{u"a b; $(id)"_s}); // the empty context is left out
        QCOMPARE(callOf(sample(), {{u"name"_s, u"n"_s}, {u"context"_s, u"-c"_s}})->arguments,
                 QStringList({u"--context=-c"_s, u"n"_s}));
    }

    void aValueNeverBecomesAnOption()
    {
        const auto refused = callOf(sample(), {{u"name"_s, u"--output=/etc/passwd"_s}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        QJsonObject document = sample();
        document.insert(u"deliver"_s, QJsonArray{u"cat"_s, u"--"_s, u"{name}"_s});
        QCOMPARE(callOf(document, {{u"name"_s, u"-n"_s}})->arguments,
                 QStringList({u"--"_s, u"-n"_s}));
    }

    void saysWhenTheProgramIsNotThere()
    {
        QJsonObject document = sample();
        document.insert(u"deliver"_s, QJsonArray{u"chatelaine-no-such-program"_s});
        const auto call = callOf(document, {{u"name"_s, u"n"_s}});
        QVERIFY(!call);
        QCOMPARE(call.error().kind, ErrorKind::NotFound);
        QVERIFY(call.error().message.contains(u"chatelaine-no-such-program"_s));
    }

    void theEnvironmentIsWhatTheTemplateNames()
    {
        qputenv("CHATELAINE_TEST_PASSED", "yes");
        qputenv("CHATELAINE_TEST_OTHER", "no");
        QJsonObject document = sample();
        document.insert(u"environment"_s,
                        QJsonArray{u"CHATELAINE_TEST_PASSED"_s, u"SET=x{name}"_s, u"ABSENT_ONE"_s});
        const auto call = callOf(document, {{u"name"_s, u"n"_s}});
        QVERIFY(call);
        QStringList names = call->environment.keys();
        QVERIFY(names.contains(u"PATH"_s));
        QCOMPARE(call->environment.value(u"CHATELAINE_TEST_PASSED"_s), u"yes"_s);
        QCOMPARE(call->environment.value(u"SET"_s), u"xn"_s);
        for (const QString &name :
             {u"PATH"_s, u"HOME"_s, u"USER"_s, u"LANG"_s, u"XDG_RUNTIME_DIR"_s,
              u"DBUS_SESSION_BUS_ADDRESS"_s, u"CHATELAINE_TEST_PASSED"_s, u"SET"_s})
            names.removeAll(name);
        QCOMPARE(names, QStringList());
    }

    void checksWhatTheUserFilledIn()
    {
        QJsonObject document = sample();
        QJsonArray fields = document.value(u"fields"_s).toArray();
        QJsonObject field = fields.at(0).toObject();
        field.insert(u"pattern"_s, u"[a-z]+"_s);
        fields.replace(0, field);
        document.insert(u"fields"_s, fields);
        const DestinationInfo info = loaded(document).destination->info;
        QVERIFY(problemOf(info, {{u"name"_s, u"abc"_s}}).isEmpty());
        QVERIFY(!problemOf(info, {}).isEmpty());
        QVERIFY(!problemOf(info, {{u"name"_s, u"abc1"_s}}).isEmpty());
        QVERIFY(!problemOf(info, {{u"name"_s, u"abc"_s}, {u"other"_s, u"x"_s}}).isEmpty());
        QVERIFY(!problemOf(info, {{u"name"_s, u"abc"_s}, {u"context"_s, u"a\nb"_s}}).isEmpty());
        QVERIFY(!problemOf(info, {{u"name"_s, u"abc"_s}, {u"context"_s, QString(2000, u'x')}})
                     .isEmpty());
    }

    void theInputIsTheSecretOrHoldsIt()
    {
        const auto secret = Secret::copyOf("a\"b\\c\n\xc3\xbc");
        const auto plain = expandedInput(*loaded(sample()).destination, {}, **secret);
        QVERIFY(plain && (*plain)->equals(**secret));
        QJsonObject document = sample();
        document.insert(
            u"input"_s,
            QJsonObject{{u"title"_s, u"for {name}"_s},
                        {u"fields"_s, QJsonArray{QJsonObject{{u"value"_s, u"{secret}"_s},
                                                             {u"note"_s, u"{context}"_s}}}}});
        const auto destination = loaded(document).destination;
        QVERIFY(destination);
        const auto input = expandedInput(*destination, {{u"name"_s, u"n \"1\""_s}}, **secret);
        QVERIFY(input);
        const QJsonObject read =
            QJsonDocument::fromJson((*input)->borrowed().toByteArray()).object();
        QCOMPARE(read.value(u"title"_s).toString(), u"for n \"1\""_s);
        const QJsonObject row = read.value(u"fields"_s).toArray().at(0).toObject();
        QCOMPARE(row.value(u"value"_s).toString().toUtf8(), (*secret)->borrowed().toByteArray());
        QVERIFY(!row.contains(u"note"_s));
    }

    void bringsTheKnownTools()
    {
        const DestinationCatalog catalog({});
        QVERIFY(catalog.problems().isEmpty());
        for (const QString &tool : {u"pass"_s, u"vault"_s, u"kubectl"_s, u"gh"_s, u"op"_s,
                                    u"docker"_s, u"systemd-creds"_s}) {
            const auto destination = catalog.find(u"command:"_s + tool);
            QVERIFY2(destination, qPrintable(tool));
            QCOMPARE(destination->deliver.program, tool);
            QVERIFY(!destination->probes.isEmpty());
            QVERIFY(destination->exists);
            QVERIFY(!expandedPlace(*destination, {}).contains(u'{'));
        }
    }

    void everyTextIsInGerman()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const DestinationCatalog catalog({});
        QLocale::setDefault(before);
        for (const DestinationTemplatePtr &destination : catalog.all()) {
            QVERIFY(!destination->texts.isEmpty());
            QFile file(u":/destinations/%1.json"_s.arg(destination->info.id.section(u':', 1)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject german = QJsonDocument::fromJson(file.readAll())
                                           .object()
                                           .value(u"i18n"_s)
                                           .toObject()
                                           .value(u"de"_s)
                                           .toObject();
            for (const QString &text : destination->texts)
                QVERIFY2(!german.value(text).toString().isEmpty(), qPrintable(text));
            const QList<QVariant> words = german.toVariantMap().values();
            QVERIFY(words.contains(destination->info.help));
        }
    }

    void theUsersOwnTemplatesWin()
    {
        QTemporaryDir folder;
        QJsonObject own = sample();
        own.insert(u"id"_s, u"pass"_s);
        own.insert(u"name"_s, u"Our own"_s);
        const auto put = [&](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(put(u"own.json"_s, QJsonDocument(own).toJson()));
        QVERIFY(put(u"broken.json"_s, "{\"format\": 1,\n \"id\": 7}"));
        QVERIFY(put(u"huge.json"_s, QByteArray(70'000, ' ')));
        const DestinationCatalog catalog(folder.path());
        QCOMPARE(catalog.find(u"command:pass"_s)->info.name, u"Our own"_s);
        QVERIFY(catalog.find(u"command:gh"_s));
        QStringList files;
        for (const DefinitionProblem &problem : catalog.problems())
            files.append(problem.file.section(u'/', -1));
        QVERIFY(files.contains(u"broken.json"_s));
        QVERIFY(files.contains(u"huge.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestServicesDestinations)
#include "tst_services_destinations.moc"
