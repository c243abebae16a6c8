// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/fingerprint.h"
#include "secrets/secrettrace.h"

#include <QTest>
#include <QUrl>

using namespace chatelaine;

namespace {

const QByteArray value = QByteArrayLiteral("sk-live/a+b=Zk3q&9f3c?\"quoted\"~0123456789");

} // namespace

/** A secret is known again in the words of other programs, by no more than its traces. */
class TestSecretsTrace : public QObject
{
    Q_OBJECT

private slots:
    void cutsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("plain") << value;
        QTest::newRow("percent") << QUrl::toPercentEncoding(QString::fromUtf8(value));
        QTest::newRow("hex") << value.toHex();
        QTest::newRow("upper-case hex") << value.toHex().toUpper();
        QTest::newRow("base64") << value.toBase64(QByteArray::OmitTrailingEquals);
        QTest::newRow("base64 for URLs")
            << value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }

    void cutsEveryForm()
    {
        QFETCH(QByteArray, form);
        const SecretTrace trace(value);
        // The last character of base64 depends on what follows, and says less than a byte.
        const QByteArray cut = trace.cutFrom("before " + form + " after");
        QVERIFY2(cut.startsWith("before [secret]") && cut.endsWith(" after"), cut.constData());
        QVERIFY2(cut.size() <= 7 + 8 + 1 + 6, cut.constData());
        QVERIFY(trace.cutFrom(form).startsWith("[secret]"));
        QVERIFY(trace.longest() >= form.size() - 1);
        const QByteArray other = QByteArray(form).replace(0, 1, "#");
        QCOMPARE(trace.cutFrom(other), other);
    }

    /** Inside other text base64 shifts: what depends on the secret alone is cut all the same. */
    void cutsBase64AtEveryAlignment()
    {
        const SecretTrace trace(value);
        for (const QByteArray &before : {QByteArray(), QByteArray("u"), QByteArray("us")}) {
            const QByteArray encoded = (before + value + ":tail").toBase64();
            const QByteArray cut = trace.cutFrom(encoded);
            QVERIFY2(cut.contains("[secret]"), before.constData());
            QVERIFY2(cut.size() < 8 + 20, cut.constData());
        }
    }

    void cutsWhatReachesOverTheBeginning()
    {
        const SecretTrace trace(value);
        QCOMPARE(trace.cutFrom("x " + value + " y", 10), QByteArray("[secret] y"));
        QCOMPARE(trace.cutFrom(value + value), QByteArray("[secret]"));
    }

    void ofNothingCutsNothing()
    {
        QCOMPARE(SecretTrace().cutFrom(value), value);
        QCOMPARE(SecretTrace("").cutFrom("abc"), QByteArray("abc"));
        QCOMPARE(SecretTrace("ab").cutFrom("abc"), QByteArray("abc")); // stands in any text
    }

    void fingerprintsNeedTheirKey()
    {
        const auto key = newFingerprintKey();
        const auto other = newFingerprintKey();
        QVERIFY(key && other);
        QCOMPARE((*key)->size(), 64);
        QVERIFY(!(*key)->equals(**other));
        QCOMPARE(fingerprintOf(**key, value), fingerprintOf(**key, value));
        QVERIFY(fingerprintOf(**key, value) != fingerprintOf(**other, value));
        QVERIFY(fingerprintOf(**key, value) != fingerprintOf(**key, value.chopped(1)));
        // RFC 4231, test case 2
        const auto known = Secret::copyOf("Jefe");
        QCOMPARE(fingerprintOf(**known, "what do ya want for nothing?"),
                 QStringLiteral("5bdcc146bf60754e6a042426089575c7"
                                "5a003f089d2739839dec58b964ec3843"));
    }
};

QTEST_GUILESS_MAIN(TestSecretsTrace)
#include "tst_secrets_trace.moc"
