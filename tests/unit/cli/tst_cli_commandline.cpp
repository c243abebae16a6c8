// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"
#include "cli/terminal.h"
#include "cli/values.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace chatelaine;
using namespace chatelaine::cli;

namespace {

using Parsed = std::variant<CommandLine, NoCommand>;

Parsed parsed(const QStringList &words)
{
    QList<QByteArray> bytes{"chatelainectl"};
    for (const QString &word : words)
        bytes.append(word.toUtf8());
    QList<const char *> argv;
    for (const QByteArray &word : bytes)
        argv.append(word.constData());
    return parse(int(argv.size()), argv.constData());
}

/** The command of a command line that is right. */
template<typename T>
T command(const QStringList &words)
{
    const Parsed line = parsed(words);
    if (const auto *why = std::get_if<NoCommand>(&line)) {
        qWarning("%s", qPrintable(why->text));
        return {};
    }
    return std::get<T>(std::get<CommandLine>(line).command);
}

NoCommand refusal(const QStringList &words)
{
    const Parsed line = parsed(words);
    return std::holds_alternative<NoCommand>(line) ? std::get<NoCommand>(line)
                                                   : NoCommand{-1, {}, {}};
}

const QStringList minimalCreate{u"keys"_s,   u"create"_s, u"--account"_s, u"a"_s,
                                u"--name"_s, u"n"_s,      u"--deliver"_s, u"stdout"_s};

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void globalOptionsStandAnywhere_data();
    void globalOptionsStandAnywhere();
    void createTakesEverything();
    void deliversToDestinations();
    void addTellsIdsFromFiles();
    void pins();
    void credentials_data();
    void credentials();
    void wrongUsage_data();
    void wrongUsage();
    void aValueThatMayBeASecretIsNotRepeated();
    void helpIsAnAnswer();
    void newSecretsSayWhereTheyGo();
    void containersAndWebhooks();
    void accountsMayBeCalledAsCommands();
    void durations();
    void aBareEndDateIncludesItsDay();
    void secretsLoseOneNewline_data();
    void secretsLoseOneNewline();
    void severalSecretsAreLines();
};

void TestCommandLine::globalOptionsStandAnywhere_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("before") << QStringList{u"--json"_s, u"--profile"_s, u"p"_s, u"keys"_s,
                                           u"list"_s};
    QTest::newRow("between") << QStringList{u"keys"_s, u"--json"_s, u"list"_s, u"--profile"_s,
                                            u"p"_s};
    QTest::newRow("after") << QStringList{u"keys"_s, u"list"_s, u"--profile=p"_s, u"--json"_s};
}

void TestCommandLine::globalOptionsStandAnywhere()
{
    QFETCH(const QStringList, words);
    const Parsed line = parsed(words);
    QVERIFY(std::holds_alternative<CommandLine>(line));
    const CliOptions options = std::get<CommandLine>(line).options;
    QVERIFY(options.json);
    QCOMPARE(options.profile, QDir::current().absoluteFilePath(u"p"_s));
}

void TestCommandLine::createTakesEverything()
{
    const auto create = command<KeysCreate>(
        minimalCreate + QStringList{u"--project"_s, u"Org/P"_s, u"--kind"_s, u"project"_s,
                                    u"--scope"_s, u"r"_s, u"--scope"_s, u"w"_s, u"--environment"_s,
                                    u"sandbox"_s, u"--expires-in"_s, u"90d"_s, u"--set"_s,
                                    u"ips=1=2"_s, u"--set"_s, u"ips="_s});
    QCOMPARE(create.account, u"a"_s);
    QCOMPARE(create.project, u"Org/P"_s);
    QCOMPARE(create.kind, u"project"_s);
    QCOMPARE(create.name, u"n"_s);
    QCOMPARE(create.scopes, (QStringList{u"r"_s, u"w"_s}));
    QCOMPARE(create.environment, u"sandbox"_s);
    QCOMPARE(create.expiresIn, std::optional<qint64>(90 * 86400));
    const QList<std::pair<QString, QString>> fields{{u"ips"_s, u"1=2"_s}, {u"ips"_s, u""_s}};
    QCOMPARE(create.fields, fields);
    QVERIFY(create.delivery.isStdout());
}

void TestCommandLine::deliversToDestinations()
{
    const QStringList create = minimalCreate.first(7);
    const auto file = command<KeysCreate>(create + QStringList{u"file:some/token"_s});
    QVERIFY(file.delivery.to);
    QCOMPARE(file.delivery.to->id, destinationId::file);
    QCOMPARE(file.delivery.to->values.value(u"path"_s),
             QDir::current().absoluteFilePath(u"some/token"_s));
    QVERIFY(!file.delivery.to->replace);
    const auto store = command<KeysCreate>(
        create + QStringList{u"command:pass"_s, u"--deliver-set"_s, u"entry=a=b"_s,
                             u"--deliver-set"_s, u"other="_s, u"--deliver-replace"_s});
    const Destination wanted{u"command:pass"_s, {{u"entry"_s, u"a=b"_s}, {u"other"_s, {}}}, true};
    QCOMPARE(*store.delivery.to, wanted);
    QVERIFY(command<KeysCreate>(create + QStringList{u"keychain"_s}).delivery.isKeychain());
    const auto check = command<DestinationsCheck>(
        {u"destinations"_s, u"check"_s, u"pass"_s, u"--set"_s, u"entry=x"_s});
    QCOMPARE(check.destination.id, u"command:pass"_s);
}

void TestCommandLine::addTellsIdsFromFiles()
{
    const QStringList add{u"accounts"_s, u"add"_s, u"a"_s, u"--provider"_s};
    const auto byId = command<AccountsAdd>(add + QStringList{u"confident-ai"_s});
    QCOMPARE(byId.provider, u"confident-ai"_s);
    QVERIFY(byId.definitionFile.isEmpty());
    const auto byFile = command<AccountsAdd>(add + QStringList{u"mine.json"_s});
    QVERIFY(byFile.provider.isEmpty());
    QCOMPARE(byFile.definitionFile, QDir::current().absoluteFilePath(u"mine.json"_s));
}

void TestCommandLine::pins()
{
    const QStringList update{u"accounts"_s, u"update"_s, u"a"_s, u"--pin"_s};
    const QByteArray sha256 = QByteArray::fromHex(QByteArray(32, 'a') + QByteArray(32, '7'));
    for (const QString &text :
         {QString::fromLatin1(sha256.toHex()), QString::fromLatin1(sha256.toHex(':').toUpper())}) {
        const auto given = command<AccountsUpdate>(update + QStringList{text});
        QCOMPARE(*given.pin, (PinChoice{PinChoice::Kind::Given, sha256}));
    }
    QCOMPARE(command<AccountsUpdate>(update + QStringList{u"none"_s}).pin->kind,
             PinChoice::Kind::None);
    QCOMPARE(command<AccountsUpdate>(update + QStringList{u"current"_s}).pin->kind,
             PinChoice::Kind::Current);
}

void TestCommandLine::credentials_data()
{
    using Kind = CredentialSource::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<CredentialChoice>("choice");
    const auto row = [](const char *text, const CredentialChoice &choice) {
        QTest::newRow(text) << QString::fromLatin1(text) << choice;
    };
    row("keychain", {{}, {Kind::Keychain, {}}});
    row("admin=keychain", {u"admin"_s, {Kind::Keychain, {}}});
    row("env:KEY_2", {{}, {Kind::Environment, u"KEY_2"_s}});
    row("file:/a=b", {{}, {Kind::File, u"/a=b"_s}});
    row("data=file:/x", {u"data"_s, {Kind::File, u"/x"_s}});
}

void TestCommandLine::credentials()
{
    QFETCH(const QString, text);
    QFETCH(const CredentialChoice, choice);
    const auto read = readCredential(text);
    QVERIFY(read);
    QCOMPARE(*read, choice);
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QStringList &words) {
        QTest::newRow(name) << words;
    };
    row("nothing", {});
    row("unknown command", {u"frobnicate"_s});
    row("half a command", {u"keys"_s});
    row("no delivery", minimalCreate.first(6));
    row("unknown delivery", minimalCreate.first(7) + QStringList{u"mail"_s});
    row("a file without a name", minimalCreate.first(7) + QStringList{u"file:"_s});
    row("a field of standard output", minimalCreate + QStringList{u"--deliver-set"_s, u"a=b"_s});
    row("a field without a value",
        minimalCreate.first(7) + QStringList{u"command:x"_s, u"--deliver-set"_s, u"a"_s});
    row("two names", minimalCreate + QStringList{u"--name"_s, u"m"_s});
    row("bad duration", minimalCreate + QStringList{u"--expires-in"_s, u"0d"_s});
    row("bad field", minimalCreate + QStringList{u"--set"_s, u"=x"_s});
    row("unknown state", {u"keys"_s, u"list"_s, u"--state"_s, u"happy"_s});
    row("slash in a name", {u"accounts"_s, u"add"_s, u"a/b"_s, u"--provider"_s, u"tempered"_s});
    row("one slot twice", {u"accounts"_s, u"add"_s, u"a"_s, u"--provider"_s, u"tempered"_s,
                           u"--credential"_s, u"keychain"_s, u"--credential"_s, u"env:X"_s});
    row("nothing to update", {u"accounts"_s, u"update"_s, u"a"_s});
    row("half a pin", {u"accounts"_s, u"update"_s, u"a"_s, u"--pin"_s, u"ab:cd"_s});
    row("backwards",
        {u"audit"_s, u"list"_s, u"--from"_s, u"2026-02-01"_s, u"--to"_s, u"2026-01-01"_s});
    row("unknown report",
        {u"audit"_s, u"export"_s, u"--format"_s, u"docx"_s, u"--output"_s, u"x"_s});
    row("no KEY", {u"keys"_s, u"revoke"_s});
}

void TestCommandLine::wrongUsage()
{
    QFETCH(const QStringList, words);
    const NoCommand plain = refusal(words);
    QCOMPARE(plain.status, 2);
    QVERIFY(plain.text.contains(u"--help"_s));
    const NoCommand json = refusal(words + QStringList{u"--json"_s});
    QCOMPARE(json.status, 2);
    QVERIFY(json.json);
}

void TestCommandLine::aValueThatMayBeASecretIsNotRepeated()
{
    const QString secret = u"prx_FAKEFAKEFAKEFAKE"_s;
    const QStringList add{u"accounts"_s, u"add"_s, u"a"_s, u"--provider"_s, u"tempered"_s};
    for (const QStringList &more :
         {QStringList{u"--credential"_s, secret}, QStringList{secret},
          QStringList{u"--secret="_s + secret},
          QStringList{u"--credential"_s, u"admin="_s + secret}, QStringList{u"--pin"_s, secret},
          QStringList{u"--credential"_s, u"env:"_s + secret + u'-'}}) {
        const NoCommand why = refusal(add + more);
        QCOMPARE(why.status, 2);
        QVERIFY2(!why.text.contains(secret), qPrintable(why.text));
    }
}

void TestCommandLine::helpIsAnAnswer()
{
    const NoCommand help = refusal({u"keys"_s, u"create"_s, u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.text.contains(u"--deliver"_s));
    QVERIFY(help.text.contains(u"stdout|keychain"_s));
    QCOMPARE(refusal({u"--version"_s}).text, QStringLiteral("chatelainectl " CHATELAINE_VERSION));
}

void TestCommandLine::newSecretsSayWhereTheyGo()
{
    const auto rotate = command<KeysRotate>({u"keys"_s, u"rotate"_s, u"K"_s, u"--grace"_s, u"24h"_s,
                                             u"--deliver"_s, u"stdout"_s, u"--yes"_s});
    QCOMPARE(rotate.key, u"K"_s);
    QCOMPARE(rotate.grace, std::optional<qint64>(24 * 3600));
    QVERIFY(!rotate.expiresIn);
    QVERIFY(rotate.delivery.isStdout());
    QVERIFY(rotate.yes);
    QCOMPARE(refusal({u"keys"_s, u"rotate"_s, u"K"_s}).status, 2);
    QCOMPARE(refusal({u"keys"_s, u"rotate"_s, u"K"_s, u"--deliver"_s, u"paper"_s}).status, 2);
    const auto replace = command<KeysReplace>({u"keys"_s, u"replace"_s, u"K"_s, u"--set"_s,
                                               u"name=new"_s, u"--deliver"_s, u"keychain"_s});
    QCOMPARE(replace.fields, (SetFields{{u"name"_s, u"new"_s}}));
    QVERIFY(!replace.yes);
    const auto resume = command<ReplacementsChange>({u"replacements"_s, u"resume"_s, u"ID"_s});
    QVERIFY(!resume.delivery && !resume.abandon);
    QVERIFY(command<ReplacementsChange>({u"replacements"_s, u"abandon"_s, u"ID"_s}).abandon);
    QCOMPARE(refusal({u"keys"_s, u"update"_s, u"K"_s}).status, 2);
}

void TestCommandLine::containersAndWebhooks()
{
    const auto project =
        command<ContainersCreate>({u"projects"_s, u"create"_s, u"--account"_s, u"A"_s, u"--org"_s,
                                   u"O"_s, u"--name"_s, u"N"_s});
    QCOMPARE(project.level, u"project"_s);
    QCOMPARE(project.parent, u"O"_s);
    QVERIFY(!project.delivery);
    QCOMPARE(refusal({u"orgs"_s, u"create"_s, u"--account"_s, u"A"_s, u"--org"_s, u"O"_s,
                      u"--name"_s, u"N"_s})
                 .status,
             2);
    const auto gone = command<ContainersChange>({u"orgs"_s, u"delete"_s, u"O"_s, u"--yes"_s});
    QCOMPARE(gone.verb, ContainerVerb::Delete);
    QVERIFY(gone.yes);
    const auto hook = command<WebhooksCreate>(
        {u"webhooks"_s, u"create"_s, u"--account"_s, u"A"_s, u"--url"_s, u"https://h.example"_s,
         u"--event"_s, u"a"_s, u"--event"_s, u"b"_s, u"--deliver"_s, u"keychain"_s});
    QCOMPARE(hook.events, (QStringList{u"a"_s, u"b"_s}));
    const auto retry = command<WebhooksChange>(
        {u"webhooks"_s, u"retry"_s, u"W"_s, u"D"_s, u"--account"_s, u"A"_s});
    QCOMPARE(retry.verb, WebhookVerb::Retry);
    QCOMPARE(retry.delivery, u"D"_s);
    const auto audit =
        command<AuditVendorExport>({u"audit"_s, u"vendor-export"_s, u"--account"_s, u"A"_s,
                                    u"--output"_s, u"/tmp/x.csv"_s, u"--search"_s, u"nightly"_s});
    QCOMPARE(audit.search, u"nightly"_s);
}

void TestCommandLine::accountsMayBeCalledAsCommands()
{
    QCOMPARE(command<SyncAccounts>({u"sync"_s, u"usage"_s, u"keys"_s}).accounts,
             (QStringList{u"usage"_s, u"keys"_s}));
    QCOMPARE(command<KeysShow>({u"keys"_s, u"show"_s, u"list"_s}).key, u"list"_s);
    QCOMPARE(command<KeysShow>({u"keys"_s, u"show"_s, u"--"_s, u"-odd"_s}).key, u"-odd"_s);
}

void TestCommandLine::durations()
{
    QCOMPARE(*readDuration(u"36h"_s), qint64(36 * 3600));
    QCOMPARE(*readDuration(u"2w"_s), qint64(14 * 86400));
    for (const QString &wrong : {u""_s, u"d"_s, u"90"_s, u"-1d"_s, u"1.5d"_s, u"99999w"_s, u"1m"_s})
        QVERIFY2(!readDuration(wrong), qPrintable(wrong));
}

void TestCommandLine::aBareEndDateIncludesItsDay()
{
    QCOMPARE(readFrom(u"2026-08-01"_s)->toIso(), u"2026-08-01T00:00:00Z"_s);
    QCOMPARE(readTo(u"2026-08-01"_s)->toIso(), u"2026-08-02T00:00:00Z"_s);
    QCOMPARE(readTo(u"2026-08-01T10:00:00+02:00"_s)->toIso(), u"2026-08-01T08:00:00Z"_s);
    QVERIFY(!readTo(u"yesterday"_s));
}

void TestCommandLine::secretsLoseOneNewline_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("none") << QByteArray("s") << QByteArray("s");
    QTest::newRow("one") << QByteArray("s\n") << QByteArray("s");
    QTest::newRow("two") << QByteArray("s\n\n") << QByteArray("s\n");
    QTest::newRow("windows") << QByteArray("s\r\n") << QByteArray("s");
    QTest::newRow("inside") << QByteArray("a\nb\n") << QByteArray("a\nb");
    QTest::newRow("nothing") << QByteArray("\n") << QByteArray();
}

void TestCommandLine::secretsLoseOneNewline()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, secret);
    const auto read = secretsFrom(input, 1);
    QCOMPARE(read.ok(), !secret.isEmpty());
    if (read)
        QCOMPARE(read->constFirst()->borrowed().toByteArray(), secret);
}

void TestCommandLine::severalSecretsAreLines()
{
    const auto two = secretsFrom("one\ntwo\n", 2);
    QVERIFY(two);
    QCOMPARE(two->at(0)->borrowed().toByteArray(), QByteArray("one"));
    QCOMPARE(two->at(1)->borrowed().toByteArray(), QByteArray("two"));
    QVERIFY(!secretsFrom("one\n", 2));
    QVERIFY(!secretsFrom("one\ntwo\nthree\n", 2));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_cli_commandline.moc"
