// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicepayment.h"

#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempo"_s;
const QString tokens = u"/v1/verified-tokens"_s;

QString code(const Answer &answer)
{
    return answer.json.value("error"_L1)["code"_L1].toString();
}

QString problem(const Answer &answer)
{
    return answer.json.value("type"_L1).toString().section(u'/', -1);
}

class Till : public PracticeBench
{
public:
    /** Beyond every limit from the start. */
    Till() { set(vendor, {{u"anonymousPerMinute"_s, 0}, {u"keyPerMinute"_s, 0}}); }

    Answer anonymous(const QString &path = tokens) const { return get(vendor, path, QString()); }
    Answer withHeaders(const QString &path,
                       const QList<std::pair<QByteArray, QByteArray>> &headers) const
    {
        Call call{vendor, "GET", path, {}, QString()};
        call.headers = headers;
        return send(call);
    }
    Answer pay(const QByteArray &credential, const QString &path = tokens) const
    {
        return withHeaders(path, {{"Authorization", "Payment " + credential}});
    }
    QString key(const QJsonObject &more = {}) const
    {
        QJsonObject order = more;
        order.insert("system"_L1, vendor);
        return mint(order);
    }
};

} // namespace

/** Tempo's 402: challenges, payments and receipts. */
class TestPracticePayment : public QObject
{
    Q_OBJECT
private slots:
    void beyondTheLimitPaymentIsAsked();
    void keyOnlyRoutesNeverAskForPayment();
    void sandboxWithoutBillingIsHeldToThePublicLimit();
    void challengesComeInManyForms_data();
    void challengesComeInManyForms();
    void aHostMayTakeNoPayment();
    void aPaymentIsTakenOnce();
    void badPaymentsAreRefused_data();
    void badPaymentsAreRefused();
    void expiredChallengesAreNotTaken();
};

void TestPracticePayment::beyondTheLimitPaymentIsAsked()
{
    const Till bench;
    for (const QString &credential : {QString(), bench.key()}) {
        const Answer refused = bench.get(vendor, tokens, credential);
        QCOMPARE(refused.status, 402);
        QCOMPARE(refused.header("content-type"), "application/problem+json"_ba);
        QCOMPARE(refused.header("cache-control"), "no-store"_ba);
        QCOMPARE(problem(refused), u"payment-required"_s);
        QVERIFY(refused.headers.contains("ratelimit-reset"));
        QCOMPARE(refused.headers.contains("ratelimit-scope"), !credential.isEmpty());
        const QJsonObject challenge = challengeOf(refused);
        for (const QLatin1StringView name :
             {"id"_L1, "realm"_L1, "method"_L1, "intent"_L1, "request"_L1, "expires"_L1})
            QVERIFY2(!challenge.value(name).toString().isEmpty(), name.data());
        const QJsonObject request = uncarried(challenge.value("request"_L1).toString().toLatin1());
        QCOMPARE(request.value("amount"_L1).toString(), u"1000"_s);
        QCOMPARE(request.value("methodDetails"_L1)["chainId"_L1].toInt(), 4217);
    }
}

void TestPracticePayment::keyOnlyRoutesNeverAskForPayment()
{
    const Till bench;
    const QString hooks = bench.key({{u"scopes"_s, QJsonArray{u"webhooks:read"_s}}});
    const Answer refused = bench.get(vendor, u"/v1/webhooks"_s, hooks);
    QCOMPARE(refused.status, 429);
    QCOMPARE(code(refused), u"rate_limit_exceeded"_s);
    QVERIFY(refused.header("retry-after").toInt() >= 1);
    QCOMPARE(refused.header("ratelimit-scope"), "webhooks:read"_ba);
    const QByteArray payment = carried(paymentFor(challengeOf(bench.anonymous())));
    QCOMPARE(code(bench.pay(payment, u"/v1/webhooks"_s)), u"api_key_missing"_s);
    QCOMPARE(code(bench.pay(payment, u"/v1/me"_s)), u"api_key_missing"_s);
}

void TestPracticePayment::sandboxWithoutBillingIsHeldToThePublicLimit()
{
    const Till bench;
    const QString key = bench.key({{u"kind"_s, u"sandbox"_s}});
    bench.set(vendor, {{u"keyPerMinute"_s, 100}, {u"sandboxBilling"_s, u"none"_s}});
    const Answer refused = bench.get(vendor, tokens, key);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("ratelimit-limit"), "0"_ba);
    QVERIFY(!refused.headers.contains("www-authenticate"));
    bench.set(vendor, {{u"sandboxBilling"_s, u"active"_s}});
    QCOMPARE(bench.get(vendor, tokens, key).status, 200);
}

void TestPracticePayment::challengesComeInManyForms_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("schemes"); // as one who splits at ", Payment" or a line's start sees it
    QTest::newRow("one") << u"one"_s << 1 << 1;
    QTest::newRow("several") << u"several"_s << 2 << 2;
    QTest::newRow("merged") << u"merged"_s << 1 << 3;
    QTest::newRow("quoted") << u"quoted"_s << 1 << 1;
    QTest::newRow("expired") << u"expired"_s << 1 << 1;
    QTest::newRow("malformed") << u"malformed"_s << 1 << 1;
}

void TestPracticePayment::challengesComeInManyForms()
{
    QFETCH(QString, form);
    QFETCH(int, lines);
    QFETCH(int, schemes);
    const Till bench;
    bench.set(vendor, {{u"challenges"_s, form}});
    const Answer refused = bench.anonymous();
    QCOMPARE(refused.status, 402);
    const QByteArrayList headers = refused.headers.values("www-authenticate");
    QCOMPARE(headers.size(), lines);
    static const QRegularExpression scheme(u"(^|, )(Payment|Bearer) [a-z]+=\"[^\\\\]"_s);
    int found = 0;
    for (const QByteArray &header : headers) {
        for (auto it = scheme.globalMatch(QString::fromLatin1(header)); it.hasNext(); it.next())
            ++found;
    }
    QCOMPARE(found, schemes);
    if (form == "quoted"_L1)
        QVERIFY(headers.first().contains(R"(\"Payment id=x\", and a \\ too)"));
}

void TestPracticePayment::aHostMayTakeNoPayment()
{
    const Till bench;
    bench.set(vendor, {{u"challenges"_s, u"off"_s}});
    const Answer refused = bench.anonymous();
    QCOMPARE(refused.status, 429);
    QCOMPARE(code(refused), u"payment_required"_s);
    QVERIFY(!refused.headers.contains("www-authenticate"));
    QVERIFY(refused.headers.contains("ratelimit-reset"));
}

void TestPracticePayment::aPaymentIsTakenOnce()
{
    const Till bench;
    const QJsonObject challenge = challengeOf(bench.anonymous());
    const QByteArray payment = carried(paymentFor(challenge));
    const Answer paid = bench.pay(payment);
    QCOMPARE(paid.status, 200);
    QVERIFY(!paid.json.value("data"_L1).toArray().isEmpty());
    QCOMPARE(paid.header("cache-control"), "private"_ba);
    const QJsonObject receipt = uncarried(paid.header("payment-receipt"));
    QCOMPARE(receipt.value("status"_L1).toString(), u"success"_s);
    QCOMPARE(receipt.value("method"_L1).toString(), u"tempo"_s);
    QVERIFY(receipt.value("reference"_L1).toString().startsWith("0x"_L1));
    QVERIFY(!receipt.value("timestamp"_L1).toString().isEmpty());
    const Answer again = bench.pay(payment);
    QCOMPARE(again.status, 402);
    QCOMPARE(problem(again), u"invalid-challenge"_s);
    QVERIFY(again.headers.contains("www-authenticate"));
}

void TestPracticePayment::badPaymentsAreRefused_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::newRow("not base64url") << u"text"_s << 402 << u"malformed-credential"_s;
    QTest::newRow("nothing in it") << u"empty"_s << 402 << u"malformed-credential"_s;
    QTest::newRow("other method") << u"method"_s << 400 << u"method-unsupported"_s;
    QTest::newRow("unknown challenge") << u"id"_s << 402 << u"invalid-challenge"_s;
    QTest::newRow("other price") << u"request"_s << 402 << u"invalid-challenge"_s;
    QTest::newRow("not paid") << u"hash"_s << 402 << u"verification-failed"_s;
}

void TestPracticePayment::badPaymentsAreRefused()
{
    QFETCH(QString, wrong);
    QFETCH(int, status);
    QFETCH(QString, type);
    const Till bench;
    QJsonObject challenge = challengeOf(bench.anonymous());
    QJsonObject payment = paymentFor(challenge);
    if (challenge.contains(wrong)) {
        challenge.insert(wrong, u"other"_s);
        payment.insert("challenge"_L1, challenge);
    } else if (wrong == "hash"_L1) {
        payment.insert("payload"_L1, QJsonObject{{u"type"_s, u"hash"_s}, {u"hash"_s, u"0x00"_s}});
    }
    const QByteArray credential = wrong == "text"_L1    ? "%%%"_ba
                                  : wrong == "empty"_L1 ? carried({})
                                                        : carried(payment);
    const Answer refused = bench.pay(credential);
    QCOMPARE(refused.status, status);
    QCOMPARE(problem(refused), type);
    QCOMPARE(refused.headers.contains("www-authenticate"), status == 402);
    QVERIFY(!refused.headers.contains("payment-receipt"));
}

void TestPracticePayment::expiredChallengesAreNotTaken()
{
    const Till bench;
    const QByteArray payment = carried(paymentFor(challengeOf(bench.anonymous())));
    bench.setClock(6 * 60);
    QCOMPARE(problem(bench.pay(payment)), u"payment-expired"_s);
    bench.set(vendor, {{u"challenges"_s, u"expired"_s}});
    const QByteArray late = carried(paymentFor(challengeOf(bench.anonymous())));
    QCOMPARE(problem(bench.pay(late)), u"payment-expired"_s);
}

QTEST_GUILESS_MAIN(TestPracticePayment)
#include "tst_practice_payment.moc"
