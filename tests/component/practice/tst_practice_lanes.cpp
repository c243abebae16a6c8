// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

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
    QString key(const QJsonObject &more = {}) const
    {
        QJsonObject order = more;
        order.insert("system"_L1, vendor);
        return mint(order);
    }
};

} // namespace

/** Tempo's data routes: with a key and without, and what the edge does to them. */
class TestPracticeLanes : public QObject
{
    Q_OBJECT
private slots:
    void limitsAreCounted();
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

void TestPracticeLanes::signInSharesThePublicLimit()
{
    const Lanes bench;
    QCOMPARE(code(bench.anonymous(u"/v1/scopes"_s)), u"rate_limit_exceeded"_s);
    const Answer refused = bench.post(vendor, u"/v1/auth/siwe/challenge"_s, {}, QString());
    QCOMPARE(refused.status, 429);
    QCOMPARE(code(refused), u"rate_limit_exceeded"_s);
    QCOMPARE(code(bench.get(vendor, u"/v1/scopes"_s, u"tempo:sk:00"_s)), u"api_key_invalid"_s);
    QCOMPARE(code(bench.get(vendor, u"/v1/scopes"_s, bench.key())), u"forbidden"_s);
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
    // A remembered key may have lost its project.
    const QString path = u"/v1/orgs"_s;
    const Answer org = bench.post(vendor, path, {{u"name"_s, u"Short lived"_s}});
    const QString orgPath = path + u'/' + org.json.value("id"_L1).toString();
    const Answer made = bench.post(vendor, orgPath + u"/projects"_s, {{u"name"_s, u"P"_s}});
    const QString hooks = bench.key({{u"container"_s, made.json.value("id"_L1)},
                                     {u"scopes"_s, QJsonArray{u"webhooks:read"_s}}});
    QCOMPARE(bench.get(vendor, u"/v1/webhooks"_s, hooks).status, 200);
    QCOMPARE(bench.send({vendor, "DELETE", orgPath}).status, 200);
    QCOMPARE(code(bench.get(vendor, u"/v1/webhooks"_s, hooks)), u"unauthorized"_s);
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
