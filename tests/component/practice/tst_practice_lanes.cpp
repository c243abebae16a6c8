// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempo"_s;
const QString tokens = u"/v1/verified-tokens"_s;
constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString code(const Answer &answer)
{
    return answer.json.value("error"_L1)["code"_L1].toString();
}

QString problem(const Answer &answer)
{
    return answer.json.value("type"_L1).toString().section(u'/', -1);
}

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(urlSafe);
}

QJsonObject decoded(const QByteArray &text)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(text, urlSafe)).object();
}

/** The parameters of the first challenge of an answer. */
QJsonObject challengeOf(const Answer &answer)
{
    static const QRegularExpression parameter(u"([a-z]+)=\"([^\"]*)\""_s);
    QJsonObject challenge;
    // The last header line comes out first.
    const QString header = QString::fromLatin1(answer.headers.values("www-authenticate").last());
    for (auto it = parameter.globalMatch(header); it.hasNext();) {
        const auto match = it.next();
        if (!challenge.contains(match.captured(1)))
            challenge.insert(match.captured(1), match.captured(2));
    }
    return challenge;
}

QJsonObject paymentOf(const QJsonObject &challenge)
{
    const QByteArray id = challenge.value("id"_L1).toString().toLatin1();
    const QByteArray hash = QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex();
    const QJsonObject payload{{u"type"_s, u"hash"_s},
                              {u"hash"_s, QString::fromLatin1("0x" + hash)}};
    return {{u"challenge"_s, challenge}, {u"payload"_s, payload}};
}

class Lanes : public PracticeBench
{
public:
    /** Beyond every limit from the start. */
    Lanes() { set(vendor, {{u"anonymousPerMinute"_s, 0}, {u"keyPerMinute"_s, 0}}); }

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

/** Tempo's data routes: public, paid, with a key, and what the edge does to them. */
class TestPracticeLanes : public QObject
{
    Q_OBJECT
private slots:
    void limitsAreCounted();
    void beyondTheLimitPaymentIsAsked();
    void keyOnlyRoutesNeverAskForPayment();
    void sandboxWithoutBillingIsHeldToThePublicLimit();
    void challengesComeInManyForms_data();
    void challengesComeInManyForms();
    void aPaymentIsTakenOnce();
    void badPaymentsAreRefused_data();
    void badPaymentsAreRefused();
    void expiredChallengesAreNotTaken();
    void signInSharesThePublicLimit();
    void theEdgeAnswersInPlainText();
    void theEdgeCachesBeforeItAuthenticates();
    void theResolverRemembers();
    void theLimiterFailsOpen();
    void theChainMayBeAway();
    void thePublishedReleaseRefusesSandboxOnMainnet();
    void everyHeaderOfAKeyWorks();
};

void TestPracticeLanes::limitsAreCounted()
{
    const Lanes bench;
    bench.set(vendor, {{u"anonymousPerMinute"_s, 20}, {u"keyPerMinute"_s, 100}});
    const Answer anonymous = bench.anonymous();
    QCOMPARE(anonymous.header("ratelimit-limit"), "20"_ba);
    QCOMPARE(anonymous.header("ratelimit-remaining"), "19"_ba);
    QVERIFY(anonymous.header("ratelimit-scope").isEmpty());
    const QString key = bench.key();
    const Answer keyed = bench.get(vendor, tokens, key);
    QCOMPARE(keyed.header("ratelimit-limit"), "100"_ba);
    QCOMPARE(keyed.header("ratelimit-remaining"), "99"_ba);
    QCOMPARE(keyed.header("ratelimit-scope"), "data:read"_ba);
    QVERIFY(keyed.header("ratelimit-reset").toLongLong() % 60 == 0);
    // Another key has a window of its own.
    QCOMPARE(bench.get(vendor, tokens, bench.key()).header("ratelimit-remaining"), "99"_ba);
}

void TestPracticeLanes::beyondTheLimitPaymentIsAsked()
{
    const Lanes bench;
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
        const QJsonObject request = decoded(challenge.value("request"_L1).toString().toLatin1());
        QCOMPARE(request.value("amount"_L1).toString(), u"1000"_s);
        QCOMPARE(request.value("methodDetails"_L1)["chainId"_L1].toInt(), 4217);
    }
}

void TestPracticeLanes::keyOnlyRoutesNeverAskForPayment()
{
    const Lanes bench;
    const QString hooks = bench.key({{u"scopes"_s, QJsonArray{u"webhooks:read"_s}}});
    const Answer refused = bench.get(vendor, u"/v1/webhooks"_s, hooks);
    QCOMPARE(refused.status, 429);
    QCOMPARE(code(refused), u"rate_limit_exceeded"_s);
    QVERIFY(refused.header("retry-after").toInt() >= 1);
    QCOMPARE(refused.header("ratelimit-scope"), "webhooks:read"_ba);
    const QByteArray payment = encoded(paymentOf(challengeOf(bench.anonymous())));
    QCOMPARE(code(bench.pay(payment, u"/v1/webhooks"_s)), u"api_key_missing"_s);
    QCOMPARE(code(bench.pay(payment, u"/v1/me"_s)), u"api_key_missing"_s);
}

void TestPracticeLanes::sandboxWithoutBillingIsHeldToThePublicLimit()
{
    const Lanes bench;
    const QString key = bench.key({{u"kind"_s, u"sandbox"_s}});
    bench.set(vendor, {{u"keyPerMinute"_s, 100}, {u"sandboxBilling"_s, u"none"_s}});
    const Answer refused = bench.get(vendor, tokens, key);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("ratelimit-limit"), "0"_ba);
    QVERIFY(!refused.headers.contains("www-authenticate"));
    bench.set(vendor, {{u"sandboxBilling"_s, u"active"_s}});
    QCOMPARE(bench.get(vendor, tokens, key).status, 200);
}

void TestPracticeLanes::challengesComeInManyForms_data()
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

void TestPracticeLanes::challengesComeInManyForms()
{
    QFETCH(QString, form);
    QFETCH(int, lines);
    QFETCH(int, schemes);
    const Lanes bench;
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

void TestPracticeLanes::aPaymentIsTakenOnce()
{
    const Lanes bench;
    const QJsonObject challenge = challengeOf(bench.anonymous());
    const QByteArray payment = encoded(paymentOf(challenge));
    const Answer paid = bench.pay(payment);
    QCOMPARE(paid.status, 200);
    QVERIFY(!paid.json.value("data"_L1).toArray().isEmpty());
    QCOMPARE(paid.header("cache-control"), "private"_ba);
    const QJsonObject receipt = decoded(paid.header("payment-receipt"));
    QCOMPARE(receipt.value("status"_L1).toString(), u"success"_s);
    QCOMPARE(receipt.value("method"_L1).toString(), u"tempo"_s);
    QVERIFY(receipt.value("reference"_L1).toString().startsWith("0x"_L1));
    QVERIFY(!receipt.value("timestamp"_L1).toString().isEmpty());
    const Answer again = bench.pay(payment);
    QCOMPARE(again.status, 402);
    QCOMPARE(problem(again), u"invalid-challenge"_s);
    QVERIFY(again.headers.contains("www-authenticate"));
}

void TestPracticeLanes::badPaymentsAreRefused_data()
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

void TestPracticeLanes::badPaymentsAreRefused()
{
    QFETCH(QString, wrong);
    QFETCH(int, status);
    QFETCH(QString, type);
    const Lanes bench;
    QJsonObject challenge = challengeOf(bench.anonymous());
    QJsonObject payment = paymentOf(challenge);
    if (challenge.contains(wrong)) {
        challenge.insert(wrong, u"other"_s);
        payment.insert("challenge"_L1, challenge);
    } else if (wrong == "hash"_L1) {
        payment.insert("payload"_L1, QJsonObject{{u"type"_s, u"hash"_s}, {u"hash"_s, u"0x00"_s}});
    }
    const QByteArray credential = wrong == "text"_L1    ? "%%%"_ba
                                  : wrong == "empty"_L1 ? encoded({})
                                                        : encoded(payment);
    const Answer refused = bench.pay(credential);
    QCOMPARE(refused.status, status);
    QCOMPARE(problem(refused), type);
    QCOMPARE(refused.headers.contains("www-authenticate"), status == 402);
    QVERIFY(!refused.headers.contains("payment-receipt"));
}

void TestPracticeLanes::expiredChallengesAreNotTaken()
{
    const Lanes bench;
    const QByteArray payment = encoded(paymentOf(challengeOf(bench.anonymous())));
    bench.setClock(6 * 60);
    QCOMPARE(problem(bench.pay(payment)), u"payment-expired"_s);
    bench.set(vendor, {{u"challenges"_s, u"expired"_s}});
    const QByteArray late = encoded(paymentOf(challengeOf(bench.anonymous())));
    QCOMPARE(problem(bench.pay(late)), u"payment-expired"_s);
}

void TestPracticeLanes::signInSharesThePublicLimit()
{
    const Lanes bench;
    QCOMPARE(code(bench.anonymous(u"/v1/scopes"_s)), u"rate_limit_exceeded"_s);
    const Answer refused = bench.post(vendor, u"/v1/auth/siwe/challenge"_s, {}, QString());
    QCOMPARE(refused.status, 429);
    QCOMPARE(code(refused), u"rate_limit_exceeded"_s);
    // A session is not counted at all.
    const Answer managed = bench.get(vendor, u"/v1/scopes"_s);
    QCOMPARE(managed.status, 200);
    QVERIFY(!managed.headers.contains("ratelimit-limit"));
    QVERIFY(!managed.headers.contains("cache-control"));
}

void TestPracticeLanes::theEdgeAnswersInPlainText()
{
    const Lanes bench;
    bench.set(vendor, {{u"edge"_s, u"limiting"_s}});
    const Answer refused = bench.get(vendor, tokens, bench.key());
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.body, "Rate limit exceeded"_ba);
    QVERIFY(refused.header("content-type").startsWith("text/plain"));
    QCOMPARE(refused.header("retry-after"), "10"_ba);
    QVERIFY(!refused.headers.contains("ratelimit-limit"));
}

void TestPracticeLanes::theEdgeCachesBeforeItAuthenticates()
{
    const Lanes bench;
    bench.set(vendor, {{u"edge"_s, u"caching"_s}, {u"keyPerMinute"_s, 100}});
    const QByteArray invented = "Bearer tempo:sk:0000";
    QCOMPARE(bench.withHeaders(tokens, {{"Authorization", invented}}).status, 401);
    const QString key = bench.key();
    QVERIFY(bench.get(vendor, tokens, key).headers.contains("ratelimit-remaining"));
    const Answer cached = bench.withHeaders(tokens, {{"Authorization", invented}});
    QCOMPARE(cached.status, 200);
    QCOMPARE(cached.header("ratelimit-scope"), "data:read"_ba);
    QVERIFY(!cached.headers.contains("ratelimit-remaining"));
    for (const QByteArray &directive : {"no-store"_ba, "no-cache"_ba})
        QCOMPARE(
            bench.withHeaders(tokens, {{"Authorization", invented}, {"Cache-Control", directive}})
                .status,
            401);
    bench.setClock(31);
    QCOMPARE(bench.withHeaders(tokens, {{"Authorization", invented}}).status, 401);
}

void TestPracticeLanes::theResolverRemembers()
{
    const Lanes bench;
    bench.set(vendor, {{u"keyPerMinute"_s, 100}, {u"resolverCache"_s, true}});
    const auto minted = [&] {
        return bench.control("POST", u"/mint"_s, {{u"system"_s, vendor}}).json;
    };
    const auto remove = [&](const QJsonObject &key) {
        bench.control("POST", u"/remove"_s, {{u"system"_s, vendor}, {u"id"_s, key["id"_L1]}});
    };
    const QJsonObject used = minted();
    const QJsonObject unused = minted();
    QCOMPARE(bench.get(vendor, tokens, used["secret"_L1].toString()).status, 200);
    remove(used);
    remove(unused);
    QCOMPARE(bench.get(vendor, tokens, used["secret"_L1].toString()).status, 200);
    QCOMPARE(bench.get(vendor, tokens, unused["secret"_L1].toString()).status, 401);
    bench.setClock(61);
    QCOMPARE(bench.get(vendor, tokens, used["secret"_L1].toString()).status, 401);
}

void TestPracticeLanes::theLimiterFailsOpen()
{
    const Lanes bench;
    bench.set(vendor, {{u"limiter"_s, false}});
    const Answer served = bench.get(vendor, tokens, bench.key());
    QCOMPARE(served.status, 200);
    QVERIFY(!served.headers.contains("ratelimit-limit"));
    QVERIFY(!served.headers.contains("ratelimit-scope"));
}

void TestPracticeLanes::theChainMayBeAway()
{
    const Lanes bench;
    bench.set(vendor, {{u"keyPerMinute"_s, 100}, {u"chain"_s, false}});
    const QString key = bench.key();
    const Answer away = bench.get(vendor, u"/v1/blocks"_s, key);
    QCOMPARE(away.status, 502);
    QCOMPARE(code(away), u"upstream_error"_s);
    QVERIFY(away.headers.contains("ratelimit-remaining"));
    QCOMPARE(bench.get(vendor, tokens, key).status, 200);
}

void TestPracticeLanes::thePublishedReleaseRefusesSandboxOnMainnet()
{
    const Lanes bench;
    bench.set(vendor, {{u"release"_s, u"published"_s}, {u"keyPerMinute"_s, 100}});
    const QString key = bench.key({{u"kind"_s, u"sandbox"_s}, {u"scopes"_s, QJsonArray{u"*"_s}}});
    for (const QString &path : {tokens, u"/v1/webhooks"_s}) {
        const Answer costly = bench.get(vendor, path, key);
        QCOMPARE(code(costly), u"api_key_forbidden"_s);
        QVERIFY(costly.headers.contains("ratelimit-remaining"));
        const Answer free = bench.get(vendor, path + u"?chainId=mainnet"_s, key);
        QCOMPARE(code(free), u"api_key_forbidden"_s);
        QVERIFY(!free.headers.contains("ratelimit-remaining"));
        QCOMPARE(bench.get(vendor, path + u"?chainId=testnet"_s, key).status, 200);
    }
}

void TestPracticeLanes::everyHeaderOfAKeyWorks()
{
    const Lanes bench;
    bench.set(vendor, {{u"keyPerMinute"_s, 100}});
    const QByteArray key = bench.key().toLatin1();
    QCOMPARE(bench.withHeaders(tokens, {{"Authorization", "Bearer " + key}}).status, 200);
    QCOMPARE(bench.withHeaders(tokens, {{"tempo-api-key", key}}).status, 200);
    QCOMPARE(bench.withHeaders(tokens, {{"x-api-key", key}}).status, 200);
    QCOMPARE(bench.anonymous(tokens + u"?key="_s + QString::fromLatin1(key)).status, 200);
    // The first one counts.
    QCOMPARE(bench.withHeaders(tokens, {{"tempo-api-key", "x"}, {"x-api-key", key}}).status, 401);
    const Answer basic = bench.withHeaders(tokens, {{"Authorization", "Basic abc"}});
    QCOMPARE(basic.status, 400);
    QCOMPARE(code(basic), u"api_key_malformed"_s);
}

QTEST_GUILESS_MAIN(TestPracticeLanes)
#include "tst_practice_lanes.moc"
