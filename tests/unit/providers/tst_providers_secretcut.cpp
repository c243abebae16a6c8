// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/secretcut.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer place(const QString &text)
{
    return JsonPointer::parse(text, JsonPointer::Wildcards::Allowed).value();
}

WipedBytes bytesOf(QByteArrayView text)
{
    WipedBytes bytes;
    bytes.append(text);
    return bytes;
}

QJsonDocument parsed(const WipedBytes &bytes)
{
    return QJsonDocument::fromJson(bytes.view().toByteArray());
}

} // namespace

class ProvidersSecretCut : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void theSecretLeavesAndTheRestStays()
    {
        WipedBytes body =
            bytesOf(R"({"id": "k1", "raw_key": "prx_Zk3q\u0041\/x", "scope": "eval"})");
        const CutSecrets cut = cutSecrets(body, {place(u"/raw_key"_s)});
        QVERIFY(cut.readable);
        QCOMPARE(cut.found.size(), 1);
        QCOMPARE(cut.found.first().value->borrowed(), QByteArrayView("prx_Zk3qA/x"));
        QVERIFY(!body.view().contains("Zk3q"));
        const QJsonObject rest = parsed(body).object();
        QCOMPARE(rest[u"id"].toString(), u"k1"_s);
        QCOMPARE(rest[u"scope"].toString(), u"eval"_s);
        QCOMPARE(rest[u"raw_key"].toString(u"?"_s), QString());
    }

    void aSecretIsCutInEveryElement()
    {
        WipedBytes body = bytesOf(R"({"data":[{"v":"one-secret"},{"v":"two-secret","n":"b"}]})");
        const CutSecrets cut = cutSecrets(body, {place(u"/data/*/v"_s)});
        QCOMPARE(cut.found.size(), 2);
        QVERIFY(!body.view().contains("-secret"));
        QCOMPARE(parsed(body).object()[u"data"].toArray()[1].toObject()[u"n"].toString(), u"b"_s);
    }

    void aMemberThatStandsTwiceIsCutTwice()
    {
        WipedBytes body = bytesOf(R"({"raw_key":"first-one","raw_key":"second-one"})");
        const CutSecrets cut = cutSecrets(body, {place(u"/raw_key"_s)});
        QCOMPARE(cut.found.size(), 2);
        QVERIFY(!body.view().contains("-one"));
    }

    void anEscapedNameIsTheSameName()
    {
        WipedBytes body = bytesOf(R"({"raw\u005fkey":"hidden-one"})");
        const CutSecrets cut = cutSecrets(body, {place(u"/raw_key"_s)});
        QCOMPARE(cut.found.size(), 1);
        QVERIFY(!body.view().contains("hidden-one"));
    }

    void anObjectInItsPlaceGoesToo()
    {
        WipedBytes body = bytesOf(R"({"raw_key":{"inner":["deep-one"]},"n":5})");
        const CutSecrets cut = cutSecrets(body, {place(u"/raw_key"_s)});
        QVERIFY(cut.readable);
        QVERIFY(cut.found.isEmpty());
        QVERIFY(!body.view().contains("deep-one"));
        QCOMPARE(parsed(body).object()[u"n"].toInt(), 5);
    }

    void aBrokenBodyIsNotReadAtAll()
    {
        WipedBytes body = bytesOf("{\"raw_key\":\"half-a-secr");
        const CutSecrets cut = cutSecrets(body, {place(u"/raw_key"_s)});
        QVERIFY(!cut.readable);
        QVERIFY(!body.view().contains("half-a"));
    }

    void masksAreNoSecrets()
    {
        QVERIFY(isMasked(*Secret::copyOf("***************a1b2c3").value()));
        QVERIFY(!isMasked(*Secret::copyOf("**a1b2c3").value()));
        QVERIFY(!isMasked(*Secret::copyOf("confident_us_org_x").value()));
    }

    /** Whatever stands around it, and whatever it holds: the secret comes out as it went in, and no
     * trace of it stays. */
    void anySecretInAnyDocument()
    {
        const bool holds = rc::check([](const std::vector<std::string> &around,
                                        const std::u16string &any, bool compact) {
            const QString marker =
                u"needle-"_s + QString::fromUtf8(QString::fromStdU16String(any).toUtf8());
            QJsonArray noise;
            for (const std::string &text : around)
                noise.append(QString::fromLatin1(text.c_str()));
            const QJsonObject document{
                {u"a"_s, noise}, {u"key"_s, QJsonObject{{u"value"_s, marker}}}, {u"z"_s, noise}};
            WipedBytes body = bytesOf(QJsonDocument(document).toJson(
                compact ? QJsonDocument::Compact : QJsonDocument::Indented));
            const CutSecrets cut = cutSecrets(body, {place(u"/key/value"_s)});
            RC_ASSERT(cut.readable);
            RC_ASSERT(cut.found.size() == 1);
            RC_ASSERT(cut.found.first().value->borrowed() == QByteArrayView(marker.toUtf8()));
            RC_ASSERT(!body.view().contains("needle-"));
            RC_ASSERT(parsed(body).object()[u"z"].toArray() == noise);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(ProvidersSecretCut)
#include "tst_providers_secretcut.moc"
