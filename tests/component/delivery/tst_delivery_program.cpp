// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processwatch.h"
#include "secrets/programrun.h"
#include "support/awaited.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray value = QByteArrayLiteral("prx_delivery-9f3cZk3qEXAMPLE0123456789");

SharedSecret secret(const QByteArray &text = value)
{
    return Secret::copyOf(text).value();
}

} // namespace

/** Programs as destinations: real ones, behaving well and badly. */
class TestDeliveryProgram : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /** A call of a shell script of these lines. */
    ProgramCall script(const QByteArray &lines, const QStringList &arguments = {}) const
    {
        const QString path = m_folder.filePath(u"program"_s);
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script");
        file.write("#!/bin/sh\n" + lines + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        ProgramCall call;
        call.program = path;
        call.arguments = arguments;
        call.environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        call.environment.insert(u"FOLDER"_s, m_folder.path());
        call.trace = SecretTrace(value);
        return call;
    }
    QByteArray content(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    Outcome<ProgramEnd> run(ProgramCall call, const CancellationPtr &cancellation = {}) const
    {
        return outcomeOf(runProgram(std::move(call), cancellation), 30'000);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("CHATELAINE_TEST_VARIABLE", "inherited");
    }

    void readsItsInputAndNothingElse()
    {
        ProgramCall call = script(R"(cat > "$FOLDER/got"; printf '%s|' "$@" > "$FOLDER/args")",
                                  {u"--name=a b"_s, u"$(id); *"_s, u""_s});
        call.input = secret();
        const auto ended = run(std::move(call));
        QVERIFY2(ended, qPrintable(ended ? QString() : ended.error().message));
        QCOMPARE(ended->status, 0);
        QVERIFY(ended->tookInput);
        QCOMPARE(content(u"got"_s), value);
        QCOMPARE(content(u"args"_s), QByteArray("--name=a b|$(id); *||")); // no shell saw them
    }

    void hasASmallEnvironment()
    {
        QVERIFY(run(script(R"(env > "$FOLDER/env")")));
        const QByteArray environment = content(u"env"_s);
        QVERIFY(environment.contains("FOLDER="));
        QVERIFY(!environment.contains("CHATELAINE_TEST_VARIABLE"));
    }

    void tellsTheStatusAndTheWords()
    {
        ProgramCall call = script(R"(cat >/dev/null; echo out; echo "not signed in" >&2; exit 3)");
        call.input = secret();
        const auto ended = run(std::move(call));
        QVERIFY(ended);
        QCOMPARE(ended->status, 3);
        QVERIFY(ended->words.contains(u"not signed in"_s));
        QVERIFY(ended->words.contains(u"out"_s));
    }

    void whatItSaysHasNoSecret_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("to stderr") << QByteArray("cat >&2");
        QTest::newRow("to stdout") << QByteArray("cat; exit 1");
        QTest::newRow("base64") << QByteArray("base64 -w0 >&2");
        QTest::newRow("hex") << QByteArray("od -An -v -tx1 | tr -d ' \\n' >&2");
        QTest::newRow("in two pieces, slowly")
            << QByteArray("v=$(cat); printf '%.10s' \"$v\" >&2; sleep 0.3; "
                          "printf '%s' \"$v\" | tail -c +11 >&2");
        QTest::newRow("in a flood") << QByteArray("v=$(cat); i=0; while [ $i -lt 400 ]; do printf "
                                                  "'x%s%s' \"$i\" \"$v\"; i=$((i+1)); done");
    }

    void whatItSaysHasNoSecret()
    {
        QFETCH(QByteArray, lines);
        ProgramCall call = script(lines);
        call.input = secret();
        const auto ended = run(std::move(call));
        QVERIFY(ended);
        QVERIFY2(ended->words.contains(u"[secret]"_s), qPrintable(ended->words));
        for (qsizetype at = 0; at + 12 <= value.size(); ++at)
            QVERIFY2(!ended->words.contains(QString::fromUtf8(value.mid(at, 12))),
                     qPrintable(ended->words));
        QVERIFY(!ended->words.contains(QString::fromUtf8(value.toBase64().left(12))));
        QVERIFY(!ended->words.contains(QString::fromUtf8(value.toHex().left(12))));
        QVERIFY(ended->words.size() <= 4096);
    }

    void onlyTheEndOfItsWordsIsKept()
    {
        const auto ended =
            run(script("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done"));
        QVERIFY(ended);
        QVERIFY(ended->words.endsWith(u"line 19999"_s));
        QVERIFY(ended->words.size() <= 4096);
    }

    void whatItLeavesUnreadIsNoticed()
    {
        ProgramCall call = script("exec 0<&-; exit 0");
        call.input = secret();
        const auto ended = run(std::move(call));
        QVERIFY(ended);
        QCOMPARE(ended->status, 0);
        QVERIFY(!ended->tookInput);

        call = script("head -c 5 >/dev/null");
        call.input = secret();
        const auto partly = run(std::move(call));
        QVERIFY(partly);
        QVERIFY(!partly->tookInput);
    }

    void aProgramThatHangsIsEndedWithWhatItStarted()
    {
        ProgramCall call =
            script(R"(trap '' TERM; sleep 600 & echo $! > "$FOLDER/child"; echo waiting; wait)");
        call.input = secret();
        call.seconds = 1;
        QElapsedTimer time;
        time.start();
        const auto ended = run(std::move(call));
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Timeout);
        QVERIFY(ended.error().vendorMessage.contains(u"waiting"_s));
        QVERIFY(time.elapsed() < 10'000);
        const auto child = static_cast<pid_t>(content(u"child"_s).trimmed().toInt());
        QVERIFY(child > 0);
        QTRY_VERIFY(!QFile::exists(u"/proc/%1/cmdline"_s.arg(child)) || [&] {
            QFile state(u"/proc/%1/stat"_s.arg(child));
            return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
        }());
    }

    void isCancelled()
    {
        const auto cancellation = std::make_shared<Cancellation>();
        ProgramCall call = script(R"(touch "$FOLDER/started"; exec sleep 600)");
        auto future = runProgram(std::move(call), cancellation);
        QTRY_VERIFY(QFile::exists(m_folder.filePath(u"started"_s)));
        cancellation->request();
        const auto ended = outcomeOf(future);
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Cancelled);

        const auto never = run(script(R"(touch "$FOLDER/never")"), cancellation);
        QCOMPARE(never.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(m_folder.filePath(u"never"_s)));
    }

    void aChildThatStaysDoesNotKeepUsWaiting()
    {
        ProgramCall call = script(R"(cat >/dev/null; (sleep 5) & exit 0)");
        call.input = secret();
        QElapsedTimer time;
        time.start();
        const auto ended = run(std::move(call));
        QVERIFY(ended);
        QCOMPARE(ended->status, 0);
        QVERIFY(time.elapsed() < 4000);
    }

    void saysWhyItCannotRun()
    {
        ProgramCall missing = script("exit 0");
        missing.program = m_folder.filePath(u"missing"_s);
        QCOMPARE(run(missing).error().kind, ErrorKind::NotFound);
        const auto crashed = run(script("kill -SEGV $$"));
        QVERIFY(!crashed);
        QCOMPARE(crashed.error().kind, ErrorKind::Protocol);
    }

    void aTerminalIsNotWaitedFor()
    {
        const auto ended = run(script(R"(read line < /dev/tty && exit 0; exit 7)"));
        QVERIFY(ended);
        QCOMPARE(ended->status, 7);
    }

    void handsOutAValueAndNoWordsOfIt()
    {
        ProgramCall call = script("printf '%s\\n' \"$1\"; echo warned >&2", {u"a value"_s});
        call.output = ProgramCall::Output::Value;
        const auto ended = run(call);
        QVERIFY(ended && ended->value);
        QCOMPARE(ended->value->borrowed().toByteArray(), QByteArray("a value\n"));
        QCOMPARE(ended->words, u"warned"_s);

        call = script("head -c 40000 /dev/zero");
        call.output = ProgramCall::Output::Value;
        const auto large = run(call);
        QVERIFY(large);
        QVERIFY(!large->value);
    }

    void noProcessShowsTheSecret()
    {
        ProgramCall call = script("cat >/dev/null; sleep 0.5; env >/dev/null");
        call.input = secret();
        ProcessWatch watch(value);
        QVERIFY(run(std::move(call)));
        watch.stop();
        QVERIFY(watch.rounds() > 2);
        QCOMPARE(watch.sightings(), 0);

        // The watch sees what it looks for.
        ProcessWatch seeing(value);
        QVERIFY(run(script("sleep 0.5", {QString::fromUtf8(value)})));
        seeing.stop();
        QVERIFY(seeing.sightings() > 0);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryProgram)
#include "tst_delivery_program.moc"
