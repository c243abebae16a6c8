// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/clipboardservice.h"
#include "gui/clipboard/secretmimedata.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

// Runs on a real X server: what other programs see is asked with xclip.

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray value = QByteArrayLiteral("prx_clipboardEXAMPLE");

struct Reading
{
    int status = -1;
    QByteArray output;
};

/** What a program reads that asks for the selection; this program serves it meanwhile. */
Reading readSelection(const QStringList &arguments)
{
    QProcess xclip;
    xclip.start(u"xclip"_s, QStringList{u"-o"_s} + arguments);
    if (!QTest::qWaitFor([&] { return xclip.state() == QProcess::NotRunning; }, 20000))
        return {};
    return {xclip.exitCode(), xclip.readAllStandardOutput()};
}

Reading clipboard(const QString &target = u"UTF8_STRING"_s)
{
    return readSelection({u"-selection"_s, u"clipboard"_s, u"-t"_s, target});
}

/** Another program takes the clipboard; it serves until killed. */
void takeClipboard(QProcess &owner, const QByteArray &text)
{
    owner.start(u"xclip"_s, {u"-i"_s, u"-selection"_s, u"clipboard"_s, u"-quiet"_s});
    owner.write(text);
    owner.closeWriteChannel();
}

SharedSecret secret()
{
    return Secret::copyOf(value).value();
}

} // namespace

class tst_ClipboardX11 : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void offersTheSecretWithItsHints()
    {
        ClipboardService service(nullptr, {0ms, 60s});
        QSignalSpy pasted(&service, &ClipboardService::pasted);
        QVERIFY(service.offer(secret(), 60));
        const QByteArray targets = clipboard(u"TARGETS"_s).output;
        QVERIFY(targets.contains("UTF8_STRING"));
        QVERIFY(targets.contains("x-kde-passwordManagerHint"));
        QCOMPARE(clipboard(u"x-kde-passwordManagerHint"_s).output, QByteArrayLiteral("secret"));
        QCOMPARE(pasted.size(), 0); // nothing is made of it before somebody asks
        QCOMPARE(clipboard().output, value);
        QVERIFY(service.wasPasted());
        QCOMPARE(clipboard().output, value); // some programs read twice
        QCOMPARE(pasted.size(), 1);
    }

    // D6: one paste, then the clipboard is empty.
    void servesOnePaste()
    {
        ClipboardService service(nullptr, {0ms, 0ms});
        QSignalSpy ended(&service, &ClipboardService::ended);
        QVERIFY(service.offer(secret(), 60));
        QCOMPARE(clipboard().output, value);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.constFirst().constFirst().value<ClipboardService::Ending>(),
                 ClipboardService::Ending::Pasted);
        QVERIFY(!service.isOffering());
        QVERIFY(!clipboard().output.contains(value));
    }

    // A clipboard manager reads before a person could paste: told, and the paste is still to come.
    void tellsAClipboardManagerFromAPaste()
    {
        ClipboardService service(nullptr, {60s, 0ms});
        QSignalSpy early(&service, &ClipboardService::readEarly);
        QVERIFY(service.offer(secret(), 60));
        QCOMPARE(clipboard().output, value);
        QCOMPARE(early.size(), 1);
        QVERIFY(!service.wasPasted());
        QVERIFY(service.isOffering());
    }

    // Where the desktop does not let us clear the clipboard, it serves nothing any more.
    void servesNothingAfterTheEnd()
    {
        SecretMimeData data(secret());
        QCOMPARE(data.data(u"text/plain"_s), value);
        data.stopServing();
        QVERIFY(data.data(u"text/plain"_s).isEmpty());
    }

    void leavesThePrimarySelectionAlone()
    {
        ClipboardService service;
        QVERIFY(service.offer(secret(), 60));
        const Reading primary = readSelection({u"-selection"_s, u"primary"_s});
        QVERIFY(!primary.output.contains(value));
    }

    void takesItBackWhenTheTimeIsOver()
    {
        ClipboardService service;
        QSignalSpy ended(&service, &ClipboardService::ended);
        QVERIFY(service.offer(secret(), 1));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 10000);
        QCOMPARE(ended.constFirst().constFirst().value<ClipboardService::Ending>(),
                 ClipboardService::Ending::RanOut);
        const Reading after = clipboard();
        QVERIFY(after.status != 0);
        QVERIFY(!after.output.contains(value));
    }

    void leavesWhatAnotherProgramPutThere()
    {
        ClipboardService service;
        QSignalSpy ended(&service, &ClipboardService::ended);
        QVERIFY(service.offer(secret(), 60));
        QProcess other;
        takeClipboard(other, QByteArrayLiteral("theirs"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 10000);
        QCOMPARE(ended.constFirst().constFirst().value<ClipboardService::Ending>(),
                 ClipboardService::Ending::TakenOver);
        service.withdraw();
        QCOMPARE(clipboard().output, QByteArrayLiteral("theirs"));
        other.kill();
        QVERIFY(other.waitForFinished());
    }

    void takesItBackWhenItGoes()
    {
        {
            ClipboardService service;
            QVERIFY(service.offer(secret(), 60));
        }
        QVERIFY(clipboard().status != 0);
    }
};

QTEST_MAIN(tst_ClipboardX11)
#include "tst_clipboard_x11.moc"
