// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/authchallenges.h"
#include "providers/paymentheaders.h"

#include <QJsonDocument>
#include <QTest>

#include <rapidcheck.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp noon = Timestamp::fromSeconds(1'787'300'000); // 2026-08-21

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray charge(const QByteArray &amount = "1000")
{
    return encoded({{u"amount"_s, QString::fromLatin1(amount)},
                    {u"currency"_s, u"0x20c0"_s},
                    {u"recipient"_s, u"0x742d"_s}});
}

QByteArray challenge(const QByteArray &id, const QByteArray &more = {})
{
    return "Payment id=\"" + id +
           "\", realm=\"api.tempo.xyz\", method=\"tempo\", intent=\"charge\", request=\"" +
           charge() + '"' + more;
}

} // namespace

class ProvidersPayment : public QObject
{
    Q_OBJECT

private slots:
    void oneChallengeIsRead()
    {
        const auto read = parsePaymentChallenges(
            challenge("x7", ", description=\"List blocks\", expires=\"2030-01-01T00:00:00Z\""),
            noon);
        QCOMPARE(read.size(), 1);
        PaymentChallenge wanted;
        wanted.id = u"x7"_s;
        wanted.realm = u"api.tempo.xyz"_s;
        wanted.method = u"tempo"_s;
        wanted.intent = u"charge"_s;
        wanted.amount = u"1000"_s;
        wanted.currency = u"0x20c0"_s;
        wanted.recipient = u"0x742d"_s;
        wanted.description = u"List blocks"_s;
        wanted.expiresAt = Timestamp::fromIso(u"2030-01-01T00:00:00Z"_s);
        QCOMPARE(read.first(), wanted);
    }

    void challengesAreSplitAtSchemes_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("ids");
        QTest::newRow("two lines joined") << challenge("a") + ", " + challenge("b") << u"a b"_s;
        QTest::newRow("another scheme before")
            << "Bearer realm=\"x\", error=\"invalid_token\", " + challenge("a") << u"a"_s;
        QTest::newRow("another scheme between")
            << challenge("a") + ", Bearer realm=\"x\", " + challenge("b") << u"a b"_s;
        QTest::newRow("a scheme alone between")
            << challenge("a") + ", Negotiate, " + challenge("b") << u"a b"_s;
        QTest::newRow("a token68 between")
            << challenge("a") + ", Negotiate YWJjZA==, " + challenge("b") << u"a b"_s;
        QTest::newRow("a scheme's name in a quoted text")
            << challenge("a", ", description=\"Payment id=\\\"x\\\", Bearer y\"") << u"a"_s;
        QTest::newRow("no space after the comma")
            << challenge("a") + "," + challenge("b") << u"a b"_s;
        QTest::newRow("empty elements")
            << ", ," + challenge("a") + " , ,," + challenge("b") << u"a b"_s;
        QTest::newRow("capitals") << challenge("a").replace("Payment", "PAYMENT") << u"a"_s;
        QTest::newRow("spaces around the equals sign")
            << challenge("a").replace("id=", "id = ") << u"a"_s;
        QTest::newRow("nothing for us") << QByteArray("Basic realm=\"x\"") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void challengesAreSplitAtSchemes()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, ids);
        QStringList found;
        for (const PaymentChallenge &read : parsePaymentChallenges(header, noon)) {
            QVERIFY2(read.problem.isEmpty(), qPrintable(read.problem));
            QCOMPARE(read.amount, u"1000"_s);
            found.append(read.id);
        }
        QCOMPARE(found.join(u' '), ids);
    }

    void aQuotedTextKeepsItsEscapes()
    {
        const auto read = parsePaymentChallenges(
            challenge("a", ", description=\"say \\\"hi\\\", then \\\\ go\""), noon);
        QCOMPARE(read.first().description, u"say \"hi\", then \\ go"_s);
    }

    void whatCannotBeReadSaysSo_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("problem");
        const QByteArray good = challenge("a");
        QTest::newRow("expired") << challenge("a", ", expires=\"2020-01-01T00:00:00Z\"")
                                 << u"over"_s;
        QTest::newRow("no expiry that is one")
            << challenge("a", ", expires=\"soon\"") << u"cannot be read"_s;
        QTest::newRow("no id") << QByteArray(good).replace("id=\"a\"", "id=\"\"")
                               << u"\"id\" is missing"_s;
        QTest::newRow("no request")
            << QByteArray(good).replace("request=", "response=") << u"\"request\" is missing"_s;
        QTest::newRow("method in capitals")
            << QByteArray(good).replace("\"tempo\"", "\"TEMPO\"") << u"cannot be read"_s;
        QTest::newRow("request is not base64url")
            << QByteArray(good).replace(charge(), "%%%") << u"cannot be read"_s;
        QTest::newRow("request is not an object")
            << QByteArray(good).replace(charge(), "WzFd") << u"cannot be read"_s;
        QTest::newRow("request is too long")
            << QByteArray(good).replace(charge(), QByteArray(17 * 1024, 'A')) << u"too long"_s;
        QTest::newRow("amount is not a whole number")
            << QByteArray(good).replace(charge(), charge("1.5")) << u"clearly"_s;
        QTest::newRow("a parameter twice")
            << challenge("a", ", realm=\"b\"") << u"cannot be read"_s;
        QTest::newRow("a quoted text without its end")
            << challenge("a", ", opaque=\"x") << u"cannot be read"_s;
        QTest::newRow("text behind a quoted one")
            << challenge("a", ", opaque=\"x\" y\"") << u"cannot be read"_s;
        QTest::newRow("a header beyond all bounds")
            << good + ", " + QByteArray(70 * 1024, 'x') << u"too long"_s;
    }
    void whatCannotBeReadSaysSo()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, problem);
        const auto read = parsePaymentChallenges(header, noon);
        QCOMPARE(read.size(), 1);
        QVERIFY2(read.first().problem.contains(problem), qPrintable(read.first().problem));
    }

    void textsAreBounded()
    {
        const QByteArray wild = QByteArray(5000, 'w') + "\xe2\x80\xae\x01";
        const auto read =
            parsePaymentChallenges(challenge("a", ", description=\"" + wild + '"'), noon);
        QVERIFY(read.first().description.size() <= 201);
        QVERIFY(!read.first().description.contains(QChar(0x202e)));
    }

    void manyChallengesAreBounded()
    {
        QByteArray header;
        for (int i = 0; i < 100; ++i)
            header += challenge(QByteArray::number(i)) + ", ";
        QVERIFY(parsePaymentChallenges(header, noon).size() <= 32);
    }

    void aReceiptIsRead()
    {
        const auto receipt =
            parsePaymentReceipt(encoded({{u"status"_s, u"success"_s},
                                         {u"method"_s, u"tempo"_s},
                                         {u"reference"_s, u"0xabc"_s},
                                         {u"timestamp"_s, u"2026-08-21T12:00:00Z"_s}}));
        QVERIFY(receipt);
        QCOMPARE(receipt->status, u"success"_s);
        QCOMPARE(receipt->method, u"tempo"_s);
        QCOMPARE(receipt->reference, u"0xabc"_s);
        QCOMPARE(receipt->at, Timestamp::fromIso(u"2026-08-21T12:00:00Z"_s));
    }

    void aReceiptThatIsNoneIsNotRead()
    {
        QVERIFY(!parsePaymentReceipt(""));
        QVERIFY(!parsePaymentReceipt("!!"));
        QVERIFY(!parsePaymentReceipt("WzFd"));
        QVERIFY(!parsePaymentReceipt(QByteArray(20'000, 'A')));
    }

    void whatIsQuotedComesBackAsItWas()
    {
        const bool held = rc::check("a quoted value survives", [](const std::string &text) {
            QByteArray value = QByteArray::fromStdString(text);
            QByteArray quoted;
            for (const char c : std::as_const(value)) {
                if (c == '"' || c == '\\')
                    quoted += '\\';
                quoted += c;
            }
            const auto read =
                splitAuthChallenges("Basic, Payment a=\"" + quoted + "\", b=c, Other d=\"e\"");
            RC_ASSERT(read.size() == 3);
            RC_ASSERT(read[1].parameter("a") == value);
            RC_ASSERT(read[1].parameter("b") == "c");
            RC_ASSERT(!read[1].broken);
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(ProvidersPayment)
#include "tst_providers_payment.moc"
