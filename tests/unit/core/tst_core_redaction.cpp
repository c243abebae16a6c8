// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestRedaction : public QObject
{
    Q_OBJECT
private slots:
    void aCredentialIsHidden_data();
    void aCredentialIsHidden();
    void aPaymentIsHidden();
    void otherTextStays_data();
    void otherTextStays();
    void aCredentialIsHiddenWhereverItStands();
    void aCutDoesNotUncoverACredential();
    void aLongRunDoesNotStopIt();
    void theResultIsBounded();
    void shownTextIsSafe_data();
    void shownTextIsSafe();
    void shownTextIsBounded();
};

namespace {

// Made at run time, so that no scanner takes this file for a leak.
QString madeUp(int length)
{
    return u"a1b2c3d4e5f6"_s.repeated(length / 12 + 1).left(length);
}

} // namespace

void TestRedaction::aCredentialIsHidden_data()
{
    QTest::addColumn<QString>("credential");
    QTest::newRow("prx") << u"prx_"_s + madeUp(20);
    QTest::newRow("tempo production") << u"tempo:sk:"_s + madeUp(48);
    QTest::newRow("tempo sandbox") << u"tempo_sandbox:sk:"_s + madeUp(48);
    QTest::newRow("tempo retired") << u"tempo_"_s + madeUp(40);
    QTest::newRow("ts") << u"ts_"_s + madeUp(12);
    QTest::newRow("confident organization") << u"confident_us_org_"_s + madeUp(20) + u"+/="_s;
    QTest::newRow("confident old") << u"confident_proj_"_s + madeUp(20);
    QTest::newRow("webhook") << u"whsec_"_s + madeUp(8);
    QTest::newRow("any long run") << madeUp(32);
    QTest::newRow("base64") << madeUp(20) + u"+/"_s + madeUp(20) + u"=="_s;
}

void TestRedaction::aCredentialIsHidden()
{
    QFETCH(const QString, credential);
    const QStringList frames{u"%1"_s,
                             u"refused: %1"_s,
                             u"{\"key\":\"%1\"}"_s,
                             u"'%1', again"_s,
                             u"Bearer %1"_s,
                             u"https://x.example/?key=%1&a=b"_s,
                             u"line\n%1\nend"_s,
                             u"authorization: bearer  %1"_s};
    for (const QString &frame : frames) {
        const QString text = redacted(frame.arg(credential));
        QVERIFY2(!text.contains(credential), qPrintable(text));
        QVERIFY2(!text.contains(credential.right(6)), qPrintable(text));
        QVERIFY2(text.contains(u"[redacted]"_s), qPrintable(text));
    }
}

void TestRedaction::aPaymentIsHidden()
{
    const QString credential = u"eyJ"_s + madeUp(20);
    QCOMPARE(redacted(u"with Payment "_s + credential + u", again"_s), u"with [redacted], again"_s);
}

void TestRedaction::otherTextStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a sentence") << u"The key \"CI pipeline\" was revoked at 10:00."_s;
    QTest::newRow("an id of ours") << u"operation 7c9e6679-7425-40de-944b-e07fc1f90ae7 failed"_s;
    QTest::newRow("a mask") << u"prx_… tempo:sk:…9f3c"_s;
    QTest::newRow("a long word") << QString(60, u'x');
    QTest::newRow("a long number") << QString(60, u'7');
    QTest::newRow("an address") << u"GET /v1/keys?environment=sandbox&limit=100"_s;
    QTest::newRow("a payment that is none") << u"There is a payment issue."_s;
    QTest::newRow("words that begin alike") << u"temporary tsunami confidently bearers"_s;
}

void TestRedaction::otherTextStays()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedaction::aCredentialIsHiddenWhereverItStands()
{
    QVERIFY(rc::check("no text around it uncovers a credential", [] {
        const QString credential = u"tempo:sk:"_s + madeUp(48);
        const QString before = QString::fromLatin1(*rc::gen::string<std::string>());
        const QString after = QString::fromLatin1(*rc::gen::string<std::string>());
        RC_ASSERT(!redacted(before + u' ' + credential + u' ' + after).contains(credential));
    }));
}

void TestRedaction::aCutDoesNotUncoverACredential()
{
    const QString credential = u"tempo_"_s + madeUp(40);
    for (int before = 0; before < 400; ++before) {
        // Much that shrinks, so that what stands at the bound remains in the result.
        QString text = u"Bearer "_s + QString(before, u'y') + u' ' + credential;
        text += u' ' + credential.repeated(3);
        const QString result = redacted(text, 90);
        QVERIFY2(!result.contains(u"a1b2c3"_s), qPrintable(result));
    }
}

void TestRedaction::aLongRunDoesNotStopIt()
{
    QElapsedTimer timer;
    timer.start();
    const QString credential = u"whsec_"_s + madeUp(8);
    const QString text = redacted(QString(30'000, u'a') + u' ' + credential, 10'000);
    QVERIFY(!text.contains(credential));
    QVERIFY(redacted(QString(30'000, u'a') + u'1' + QString(30'000, u'='), 20'000).size() < 100);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestRedaction::theResultIsBounded()
{
    QCOMPARE(redacted(u"a b c d e f g h"_s, 5), u"a b c…"_s);
    QCOMPARE(redacted(u"a b c"_s, 5), u"a b c"_s);
    QVERIFY(redacted(u"word "_s.repeated(10'000)).size() <= 2049);
}

void TestRedaction::shownTextIsSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"Schlüssel 鍵 \U0001f511"_s << u"Schlüssel 鍵 \U0001f511"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"a⏎b"_s;
    QTest::newRow("tab and separators") << u"a\tb\u2028c\u2029d"_s << u"a⏎b⏎c⏎d"_s;
    QTest::newRow("control") << u"a\u0007b\u001bc\u0085d"_s << u"a\ufffdb\ufffdc\ufffdd"_s;
    QTest::newRow("override") << u"a\u202etxt.exe"_s << u"a\ufffdtxt.exe"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"\ufffda\ufffd"_s;
    QTest::newRow("marks") << u"\u200ea\u200f\u061c"_s << u"\ufffda\ufffd\ufffd"_s;
    QTest::newRow("no width") << u"C\u200bI\u200c \u200dkey\u2060"_s
                              << u"C\ufffdI\ufffd \ufffdkey\ufffd"_s;
    QTest::newRow("soft hyphen and fillers") << u"a\u00adb\u3164c"_s << u"a\ufffdb\ufffdc"_s;
    QTest::newRow("a tag") << u"a\U000e0041b"_s << u"a\ufffdb"_s;
    QTest::newRow("byte order mark") << u"\ufeffa"_s << u"\ufffda"_s;
}

void TestRedaction::shownTextIsSafe()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(displaySafe(text), shown);
}

void TestRedaction::shownTextIsBounded()
{
    QCOMPARE(displaySafe(u"abcdef"_s, 3), u"abc…"_s);
    QCOMPARE(displaySafe(u"abc"_s, 3), u"abc"_s);
    QCOMPARE(displaySafe(QString(10'000, u'x')).size(), 513);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_core_redaction.moc"
