// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a vendor writes into a record, an error or a header never brings a secret into ours.

#include "providers/catalog.h"
#include "providers/containerlisting.h"
#include "providers/keylisting.h"
#include "providers/newsecret.h"
#include "providers/secretfilter.h"
#include "providers/webhookcalls.h"
#include "providers/webhooktemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray credential = "zx_Cred9Secret_Value7/x+y";
const QByteArray newKey = "ak_NEWSECRETnewsecret+NEW/SECRETnew01";
const Timestamp now = Timestamp::fromSeconds(1'790'000'000);

SharedSecret secretFrom(const QByteArray &bytes)
{
    return Secret::copyOf(bytes).value();
}

QByteArray percentEncoded(const QByteArray &bytes)
{
    QByteArray all;
    for (const char c : bytes)
        all += '%' + QByteArray(1, c).toHex();
    return all;
}

QByteArray jsonEscaped(const QByteArray &bytes)
{
    QByteArray all;
    for (const char c : bytes)
        all += "\\u00" + QByteArray(1, c).toHex();
    return all;
}

template<typename T>
T oneOf(const QList<T> &all)
{
    return all.at(*rc::gen::inRange<qsizetype>(0, all.size()));
}

/** The ways in which a vendor may repeat a secret. */
QList<QByteArray> formsOf(const QByteArray &secret)
{
    const auto url = QByteArray::Base64UrlEncoding;
    const auto bare = QByteArray::OmitTrailingEquals;
    QByteArray onePercent = secret;
    onePercent.replace("_", "%5f");
    return {secret,
            secret.toUpper(),
            secret.toHex(),
            secret.toBase64(),
            secret.toBase64(bare),
            secret.toBase64(url),
            secret.toBase64(url | bare),
            ("Bearer " + secret).toBase64(),
            ("id=" + secret + "!").toBase64(url | bare),
            percentEncoded(secret),
            percentEncoded(percentEncoded(secret)),
            onePercent,
            jsonEscaped(secret)};
}

QString allTextOf(const KeyRecord &key)
{
    QStringList all{key.id.toString(), key.name, key.mask, key.environment, key.createdBy};
    all += key.scopes;
    for (const auto &[label, text] : key.details)
        all += label + text;
    return all.join(u'\n');
}

QString allTextOf(const Error &error)
{
    return error.message + u'\n' + error.next + u'\n' + error.vendorMessage + u'\n' +
           error.requestId;
}

/** Whether the secret, or what it can be made from at once, stands in the text. */
bool tells(const QString &text, const QByteArray &secret)
{
    for (const QByteArray &form : formsOf(secret)) {
        if (text.contains(QString::fromLatin1(form), Qt::CaseInsensitive))
            return true;
    }
    return text.contains(QString::fromLatin1(secret.left(secret.size() / 2)));
}

/** Every text in the document with `more` put in at a place of its own, by chance. */
QJsonValue salted(const QJsonValue &value, const QString &more)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (const QString &name : object.keys())
            object.insert(name, salted(object.value(name), more));
        return object;
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue element : value.toArray())
            array.append(salted(element, more));
        return array;
    }
    if (!value.isString() || *rc::gen::inRange(0, 3) == 0)
        return value;
    QString text = value.toString();
    const int way = *rc::gen::inRange(0, 3);
    if (way == 0)
        return more;
    return text.insert(way == 1 ? 0 : text.size(), way == 1 ? more + u' ' : u' ' + more);
}

/** A row that has something at every place that any of our definitions reads. */
QJsonObject fullRow()
{
    const QJsonObject person{{u"id"_s, u"usr"_s}, {u"name"_s, u"Ann"_s}, {u"email"_s, u"a@b"_s}};
    return {{u"id"_s, u"k1"_s},
            {u"name"_s, u"CI"_s},
            {u"label"_s, u"CI"_s},
            {u"key_prefix"_s, u"prx"_s},
            {u"prefix"_s, u"prx"_s},
            {u"value"_s, u"***"_s},
            {u"scope"_s, u"eval"_s},
            {u"scopes"_s, QJsonArray{u"data:read"_s}},
            {u"tokenLast4"_s, u"9f3c"_s},
            {u"createdBy"_s, u"usr"_s},
            {u"created_by"_s, person},
            {u"allowedIps"_s, QJsonArray{u"::1"_s}},
            {u"url"_s, u"https://h.example/p"_s},
            {u"events"_s, QJsonArray{u"a"_s}},
            {u"slug"_s, u"acme"_s},
            {u"status"_s, u"active"_s},
            {u"role"_s, u"owner"_s}};
}

} // namespace

class ProvidersSecretFilter : public QObject
{
    Q_OBJECT

    Catalog m_catalog{QString()};

    static VendorAnswerPtr read(const std::shared_ptr<const Definition> &definition, int status,
                                const QJsonObject &body, const HttpHeaders &headers,
                                const QList<JsonPointer> &places)
    {
        HttpAnswer http;
        http.status = status;
        http.receivedAt = now;
        http.headers = headers;
        http.body = std::make_shared<WipedBytes>();
        http.body->append(QJsonDocument(body).toJson());
        ReadingRules rules;
        rules.definition = definition;
        rules.write = true;
        rules.knownSecrets = {secretFrom(credential)};
        rules.secretPlaces = places;
        return readAnswer(http, rules);
    }

    static QString allThatIsRead(const Definition &definition, const VendorAnswer &answer,
                                 const QJsonValue &row)
    {
        QStringList all{answer.message, answer.requestId, answer.code, answer.text};
        all += answer.notices;
        if (answer.error)
            all += allTextOf(*answer.error);
        for (const auto &[name, value] : answer.headers)
            all += QString::fromLatin1(value);
        for (const KindTemplate &kind : definition.kinds) {
            if (const auto key = mapRecord(kind, row, now))
                all += allTextOf(*key);
        }
        for (const LevelTemplate &level : definition.levels) {
            if (const auto container = mapContainer(level, row)) {
                all += container->step.id.toString() + u'\n' + container->step.name;
                for (const auto &[label, text] : container->details)
                    all += label + text;
            }
        }
        if (definition.webhooks) {
            if (const auto webhook = mapWebhook(definition.webhooks->record, row, now))
                all += webhook->id + u'\n' + webhook->url + u'\n' + webhook->events.join(u' ');
        }
        return all.join(u'\n');
    }

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void nothingThatIsReadTellsASecret()
    {
        const auto definitions = m_catalog.definitions();
        const JsonPointer secretPlace = JsonPointer::parse(u"/whole_secret"_s).value();
        QVERIFY(rc::check("wherever a vendor repeats a secret, it is not in what we read", [&] {
            const QByteArray secret = oneOf<QByteArray>({credential, newKey});
            const auto form = QString::fromLatin1(oneOf(formsOf(secret)));
            const auto definition = oneOf(definitions);
            const QJsonObject row = salted(fullRow(), form).toObject();
            const QJsonObject words = salted(QJsonObject{{u"detail"_s, u"no"_s},
                                                         {u"error"_s, u"no"_s},
                                                         {u"message"_s, u"no"_s},
                                                         {u"requestId"_s, u"r"_s}},
                                             form)
                                          .toObject();
            QJsonObject body = words;
            body.insert(u"whole_secret"_s, QString::fromLatin1(newKey));
            body.insert(u"row"_s, row);
            HttpHeaders headers;
            for (const char *name : {"x-request-id", "tempo-request-id", "www-authenticate",
                                     "payment-receipt", "x-ratelimit-scope"})
                headers.append({name, "a=\"" + form.toLatin1() + '"'});
            const int status = oneOf<int>({200, 201, 400, 402, 403, 429, 500});
            const auto answer = read(definition, status, body, headers, {secretPlace});
            const QString all = allThatIsRead(*definition, *answer, answer->body[u"row"_s]);
            RC_ASSERT(!tells(all, secret));
            const auto kept = secretAt(*answer, 0);
            RC_ASSERT(kept && kept->borrowed() == newKey);
        }));
    }

    void aMaskThatIsTheWholeSecretBecomesOurs()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempered"_s));
        const QString whole = u"prx_WHOLEsecret0123456789abcdefWHOLEsecret"_s;
        const QJsonObject row{{u"id"_s, u"9"_s},
                              {u"name"_s, u"made "_s + whole},
                              {u"key_prefix"_s, whole},
                              {u"scope"_s, u"x"_s + whole + u"y"_s}};
        const auto answer = read(definition, 200, {{u"row"_s, row}}, {}, {});
        const auto key = mapRecord(definition->kinds.first(), answer->body[u"row"_s], now);
        QCOMPARE(key->mask, u"prx_…cret"_s);
        QCOMPARE(key->name, u"made prx_…cret"_s);
        QVERIFY(!allTextOf(*key).contains(u"WHOLEsecret"_s));
    }

    void aMaskOfAnUnknownFormIsNeverASecret()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempered"_s));
        const QJsonObject row{{u"id"_s, u"9"_s},
                              {u"key_prefix"_s, u"0123456789abcdefWHOLE0123456789abcdef"_s}};
        const auto key = mapRecord(definition->kinds.first(), row, now);
        QCOMPARE(key->mask, u"…cdef…"_s);
    }

    void anIdThatIsASecretIsADigest()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempered"_s));
        const auto idOf = [&](const QString &id) {
            const auto answer =
                read(definition, 200, {{u"row"_s, QJsonObject{{u"id"_s, id}}}}, {}, {});
            return mapRecord(definition->kinds.first(), answer->body[u"row"_s], now)->id.toString();
        };
        const QString one = idOf(u"prx_WHOLEsecret0123456789abcdefWHOLEsecret"_s);
        QVERIFY(standIns::isId(one));
        QCOMPARE(idOf(u"prx_WHOLEsecret0123456789abcdefWHOLEsecret"_s), one);
        QVERIFY(idOf(u"prx_OTHERsecret0123456789abcdefOTHERsecret"_s) != one);
        const QString known = idOf(u"x/"_s + QString::fromLatin1(credential));
        QVERIFY(standIns::isId(known));
        QCOMPARE(idOf(u"7"_s), u"7"_s);
    }

    void whatIsHarmlessStaysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"results_for_the_reports", "prx_Zk3q", "prx_Zk3qAbCd", "conference room",
              "tempo:sk:…9f3c", "100% of \\d", "C:\\temp%20x", "a ‹b› c", "‹x sha256:12›", ""})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsHarmlessStaysAsItIs()
    {
        QFETCH(QString, text);
        for (const auto &definition : m_catalog.definitions()) {
            const SecretFilter filter({secretFrom(credential)}, definition->tokens());
            QCOMPARE(filter.cleaned(text), text);
            QCOMPARE(standIns::shown(text), text);
        }
    }

    void theCredentialIsRecognisedThoughTheVendorShowsAllOfIt()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempered"_s));
        const SecretFilter filter({secretFrom(credential)}, definition->tokens());
        const QString fragment = filter.cleaned(QString::fromLatin1(credential));
        const SelfTemplate &self = *definition->kinds.first().self;
        QVERIFY(isFragmentOf(self, fragment, *secretFrom(credential)));
        QVERIFY(!isFragmentOf(self, fragment, *secretFrom("zx_another_credential")));
    }

    void mostAnswersNeedNoCleaning()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempered"_s));
        const SecretFilter filter({secretFrom(credential)}, definition->tokens());
        QJsonArray rows;
        for (int i = 0; i < 100; ++i)
            rows.append(fullRow());
        QVERIFY(!filter.mayStandIn(QJsonDocument(rows).toJson()));
        for (const QByteArray &form : formsOf(credential)) {
            const QJsonObject holding{{u"name"_s, u"a "_s + QString::fromLatin1(form)}};
            QVERIFY2(filter.mayStandIn(QJsonDocument(holding).toJson()), form.constData());
        }
        QVERIFY(filter.mayStandIn(R"({"name":"x\u007a"})"));
        QVERIFY(filter.mayStandIn(R"({"key":"prx_0123456789abcdef"})"));
        QVERIFY(!filter.mayStandIn(R"({"key":"prx_Zk3q"})"));
    }

    void anEndlessTextIsBounded()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempered"_s));
        const SecretFilter filter({secretFrom(credential)}, definition->tokens());
        const QString end = QString(100'000, u'x') + QString::fromLatin1(credential);
        QVERIFY(!filter.cleaned(end).contains(u"Cred9"_s));
        QString many;
        for (int i = 0; i < 5'000; ++i)
            many += u"prx_a "_s;
        QVERIFY(filter.cleaned(many).size() <= many.size());
    }
};

QTEST_GUILESS_MAIN(ProvidersSecretFilter)
#include "tst_providers_secretfilter.moc"
