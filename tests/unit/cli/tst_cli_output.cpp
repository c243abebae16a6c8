// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"
#include "cli/table.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace chatelaine;
using namespace chatelaine::cli;

namespace {

/** Keeps what is written; refuses after `room` bytes. */
class FakeTerminal final : public Terminal
{
public:
    bool canAsk() const override { return isWatched; }
    bool write(QByteArrayView bytes) override
    {
        if (out.size() + bytes.size() > room)
            return false;
        out += bytes.toByteArray();
        return true;
    }
    void writeError(const QString &text) override { err += text; }
    FutureOutcome<QString> ask(const QString &) override
    {
        return readyOutcome<QString>(QString());
    }
    FutureOutcome<QList<SharedSecret>> readSecrets(const QStringList &) override
    {
        return readyOutcome<QList<SharedSecret>>(QList<SharedSecret>());
    }
    FutureOutcome<QList<SharedSecret>> readSecretLines(const QString &) override
    {
        return readyOutcome<QList<SharedSecret>>(QList<SharedSecret>());
    }

    bool isWatched = false; ///< by a person
    qsizetype room = 1 << 20;
    QByteArray out;
    QString err;
};

QJsonObject parsed(QByteArrayView bytes)
{
    return QJsonDocument::fromJson(bytes.toByteArray()).object();
}

AccountRow accountRead(const QString &name, std::optional<int> asOf, std::optional<int> completeAt)
{
    const auto time = [](std::optional<int> seconds) {
        return seconds ? std::optional(Timestamp::fromSeconds(*seconds)) : std::nullopt;
    };
    AccountRow account;
    account.name = name;
    account.status.asOf = time(asOf);
    account.status.completeAt = time(completeAt);
    account.status.reasons = {u"a page failed"_s};
    return account;
}

} // namespace

class TestOutput : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreAligned();
    void noTextCanMoveTheCursor();
    void lastUsedSaysOnlyWhatIsTrue();
    void keyDocumentOmitsWhatIsUnknown();
    void aSecretIsEscapedIntoTheDocument_data();
    void aSecretIsEscapedIntoTheDocument();
    void aListIsAsOldAsItsOldestPart();
    void errorsGoWhereTheyBelong();
    void aFailedWriteIsRemembered();
    void progressIsForPeopleAndGoesAway();
};

void TestOutput::columnsAreAligned()
{
    Table table({u"NAME"_s, u"KEYS"_s, u"AT"_s});
    table.alignRight(1);
    table.add({u"Ärger 🔑"_s, u"7"_s, u"x"_s});
    table.add({u"b"_s, u"12345"_s, u""_s});
    QCOMPARE(table.toString(), u"NAME      KEYS  AT\n"
                               "Ärger 🔑      7  x\n"
                               "b        12345\n"_s);
}

void TestOutput::noTextCanMoveTheCursor()
{
    Table table({u"N"_s});
    table.add({u"a\x1b[2Jb\nc\u202e"_s});
    const QString text = table.toString();
    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(!text.contains(QChar(0x202e)));
    QCOMPARE(text.count(u'\n'), 2);

    FakeTerminal terminal;
    Output(terminal, false).note(u"first\nsecond\x1b[31m"_s);
    QVERIFY(terminal.err.startsWith(u"first\nsecond"_s));
    QVERIFY(!terminal.err.contains(QChar(0x1b)));
}

void TestOutput::lastUsedSaysOnlyWhatIsTrue()
{
    LastUsed lastUsed;
    QCOMPARE(shownLastUsed(lastUsed), u"not known"_s);
    lastUsed.source = LastUsed::Source::Vendor;
    QCOMPARE(shownLastUsed(lastUsed), u"never"_s);
    lastUsed.trackedSince = Timestamp::fromSeconds(0);
    QCOMPARE(shownLastUsed(lastUsed), u"not since 1970-01-01 00:00Z"_s);
    lastUsed.at = Timestamp::fromSeconds(86400);
    QCOMPARE(shownLastUsed(lastUsed), u"1970-01-02 00:00Z"_s);
}

void TestOutput::keyDocumentOmitsWhatIsUnknown()
{
    AccountRow account;
    account.name = u"acme prod"_s;
    account.provider = ProviderId(u"vendor"_s);
    KeyRow key;
    key.record.id = VendorKeyId(u"7/8"_s);
    key.record.kind = u"project"_s;
    key.record.container = {{u"project"_s, ContainerId(u"p"_s), {}}};
    const QJsonObject document = keyDocument(key, account);
    QCOMPARE(document.value("ref"_L1).toString(), u"acme%20prod/p/7%2F8"_s);
    QCOMPARE(document.value("state"_L1).toString(), u"unknown"_s);
    for (const auto name : {"name"_L1, "mask"_L1, "environment"_L1, "createdAt"_L1, "expiresAt"_L1})
        QVERIFY2(!document.contains(name), name.data());
    QCOMPARE(document.value("lastUsed"_L1).toObject(), (QJsonObject{{"source"_L1, "none"_L1}}));
}

void TestOutput::aSecretIsEscapedIntoTheDocument_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("prx_FAKE");
    QTest::newRow("quotes") << QByteArray("a\"b\\c");
    QTest::newRow("control") << QByteArray("a\nb\tc\x01");
    QTest::newRow("utf-8") << QByteArray("schl\xc3\xbcssel");
}

void TestOutput::aSecretIsEscapedIntoTheDocument()
{
    QFETCH(const QByteArray, value);
    const auto secret = Secret::copyOf(value);
    QVERIFY(secret);
    const WipedBytes bytes = withSecret({{"name"_L1, "CI"_L1}}, **secret);
    QVERIFY(bytes.view().endsWith('\n'));
    const QJsonObject document = parsed(bytes.view());
    QCOMPARE(document.value("name"_L1).toString(), u"CI"_s);
    QCOMPARE(document.value("secret"_L1).toString().toUtf8(), value);
    QCOMPARE(parsed(withSecret({}, **secret).view()).value("secret"_L1).toString().toUtf8(), value);
}

void TestOutput::aListIsAsOldAsItsOldestPart()
{
    const ListState whole =
        inventoryState({accountRead(u"a"_s, 20, 20), accountRead(u"b"_s, 10, 10)});
    QVERIFY(whole.complete);
    QVERIFY(whole.reasons.isEmpty());
    QCOMPARE(whole.asOf, std::optional(Timestamp::fromSeconds(10)));

    const ListState partly = inventoryState({accountRead(u"a"_s, 20, 10)});
    QVERIFY(!partly.complete);
    QCOMPARE(partly.reasons, QStringList{u"a: a page failed"_s});

    const ListState unread =
        inventoryState({accountRead(u"a"_s, 20, 20), accountRead(u"b"_s, {}, {})});
    QVERIFY(!unread.complete);
    QVERIFY(!unread.asOf);
    QVERIFY(unread.reasons.constFirst().startsWith(u"b "_s));
}

void TestOutput::errorsGoWhereTheyBelong()
{
    Error error;
    error.kind = ErrorKind::RateLimited;
    error.message = u"Too fast."_s;
    error.next = u"Wait."_s;
    error.retryAt = Timestamp::fromSeconds(0);
    FakeTerminal people;
    Output(people, false).error(error);
    QVERIFY(people.out.isEmpty());
    QCOMPARE(people.err, u"Too fast.\nWait.\nNot before 1970-01-01T00:00:00Z.\n"_s);

    FakeTerminal program;
    Output(program, true).error(error);
    const QJsonObject expected{{"kind"_L1, "rate_limited"_L1},
                               {"message"_L1, "Too fast."_L1},
                               {"next"_L1, "Wait."_L1},
                               {"retryAt"_L1, "1970-01-01T00:00:00Z"_L1}};
    QCOMPARE(parsed(program.out).value("error"_L1).toObject(), expected);
}

void TestOutput::aFailedWriteIsRemembered()
{
    FakeTerminal terminal;
    terminal.room = 10;
    Output output(terminal, false);
    output.lines("0123456789");
    QVERIFY(output.arrived());
    output.lines("x");
    QVERIFY(!output.arrived());
}

void TestOutput::progressIsForPeopleAndGoesAway()
{
    FakeTerminal file;
    Output toFile(file, false);
    toFile.progress(u"10 of 20"_s);
    toFile.result(u"done\n"_s, {});
    QCOMPARE(file.err, QString());
    FakeTerminal screen;
    screen.isWatched = true;
    Output toScreen(screen, false);
    toScreen.progress(u"10 of 20"_s);
    toScreen.progress(u"20 of 20"_s);
    QCOMPARE(screen.err, u"10 of 20\r        \r20 of 20"_s);
    toScreen.result(u"done\n"_s, {});
    toScreen.note(u"a note"_s);
    QCOMPARE(screen.err, u"10 of 20\r        \r20 of 20\r        \ra note\n"_s);
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_cli_output.moc"
