// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"
#include "providers/keylisting.h"
#include "providers/mapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp now = Timestamp::fromIso(u"2026-09-01T00:00:00Z").value();

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class ProvidersMapping : public QObject
{
    Q_OBJECT

    Catalog m_catalog{QString()};

    const KindTemplate &kind(const QString &provider, const QString &id) const
    {
        return *m_catalog.find(ProviderId(provider))->kind(id);
    }

private slots:
    void statesOfTempered_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<KeyState>("state");
        const auto row = [](const char *record, KeyState state) {
            QTest::newRow(record) << QByteArray(record) << state;
        };
        row(R"({"id":"1"})", KeyState::Unknown);
        row(R"({"id":"1","is_active":true})", KeyState::Active);
        row(R"({"id":"1","is_active":false})", KeyState::Revoked);
        row(R"({"id":"1","is_active":true,"revoked_at":"2026-08-01T00:00:00Z"})",
            KeyState::Revoked);
        row(R"({"id":"1","revoked_at":null})", KeyState::Active);
        row(R"({"id":"1","revoked":true})", KeyState::Revoked);
        row(R"({"id":"1","status":"revoked"})", KeyState::Revoked);
        row(R"({"id":"1","status":"brand new word"})", KeyState::Unknown);
        row(R"({"id":"1","is_active":true,"expires_at":"2026-08-31T23:59:59Z"})",
            KeyState::Expired);
        row(R"({"id":"1","is_active":true,"expires_at":"2026-09-01T00:00:01Z"})", KeyState::Active);
    }

    void statesOfTempered()
    {
        QFETCH(QByteArray, record);
        QFETCH(KeyState, state);
        const auto mapped =
            mapRecord(kind(u"tempered"_s, u"organization"_s), object(record.constData()), now);
        QVERIFY(mapped);
        QCOMPARE(mapped->state, state);
    }

    void aTempoKeyAsTheVendorWritesIt()
    {
        const auto key = mapRecord(kind(u"tempo"_s, u"project"_s), object(R"({
            "id": "key_1a2b", "name": "prod-worker", "environment": "sandbox",
            "scopes": ["data:read", "indexer:query"], "tokenLast4": "9f3c", "createdBy": "usr_1",
            "createdAt": "2026-08-01T10:00:00.000Z", "allowedIps": ["203.0.113.7", "2001:db8::/32"]})"),
                                   now);
        QVERIFY(key);
        QCOMPARE(key->mask, u"tempo_sandbox:sk:…9f3c"_s);
        QCOMPARE(key->scopes, (QStringList{u"data:read"_s, u"indexer:query"_s}));
        QCOMPARE(key->environment, u"sandbox"_s);
        QCOMPARE(key->createdAt->toIso(), u"2026-08-01T10:00:00Z"_s);
        QCOMPARE(key->details.first().second, u"203.0.113.7, 2001:db8::/32"_s);
        QCOMPARE(key->lastUsed.source, LastUsed::Source::None);
    }

    void neverUsedAndNotToldAreDifferent()
    {
        const KindTemplate &confident = kind(u"confident-ai"_s, u"organization"_s);
        const auto never = mapRecord(confident, object(R"({"id":12,"lastUsed":null})"), now);
        QCOMPARE(never->lastUsed.source, LastUsed::Source::Vendor);
        QVERIFY(!never->lastUsed.at);
        const auto untold = mapRecord(confident, object(R"({"id":12})"), now);
        QCOMPARE(untold->lastUsed.source, LastUsed::Source::None);
        const auto used = mapRecord(
            confident, object(R"({"id":12,"lastUsed":"2026-06-01T09:00:00+02:00"})"), now);
        QCOMPARE(used->lastUsed.at->toIso(), u"2026-06-01T07:00:00Z"_s);
    }

    void anIdIsTextWhateverItsType()
    {
        const auto key = mapRecord(kind(u"confident-ai"_s, u"project"_s),
                                   object(R"({"id":9007199254740993,"valid":true})"), now);
        QCOMPARE(key->id.toString(), u"9007199254740993"_s);
        QVERIFY(!mapRecord(kind(u"confident-ai"_s, u"project"_s), object(R"({"name":"x"})"), now));
    }

    void timeForms_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QJsonValue &value, TimeForm form,
                            const QString &expected) {
            QTest::newRow(name) << value << int(form) << expected;
        };
        row("rfc3339", u"2026-01-15T09:30:00+00:00"_s, TimeForm::Rfc3339,
            u"2026-01-15T09:30:00Z"_s);
        row("fraction", u"2024-12-04T23:00:00.125Z"_s, TimeForm::Rfc3339,
            u"2024-12-04T23:00:00.125Z"_s);
        row("seconds", 1718841600, TimeForm::UnixSeconds, u"2024-06-20T00:00:00Z"_s);
        row("milliseconds", qint64(1718841600500), TimeForm::UnixMillis,
            u"2024-06-20T00:00:00.500Z"_s);
        row("zero is none", 0, TimeForm::UnixSeconds, QString());
        row("null is none", QJsonValue::Null, TimeForm::Rfc3339, QString());
        row("a number is no text", 17, TimeForm::Rfc3339, QString());
        row("a wild number", 1e300, TimeForm::UnixSeconds, QString());
        row("garbage", u"yesterday"_s, TimeForm::Rfc3339, QString());
    }

    void timeForms()
    {
        QFETCH(QJsonValue, value);
        QFETCH(int, form);
        QFETCH(QString, expected);
        const auto time = timeFrom(value, static_cast<TimeForm>(form));
        QCOMPARE(time ? time->toIso() : QString(), expected);
    }

    void rowsByTheFirstFormThatFits()
    {
        const QList<JsonPointer> &rows = kind(u"tempered"_s, u"organization"_s).lists.first().rows;
        QCOMPARE(rowsOf(rows, object(R"({"results":[{},{}]})"))->size(), 2);
        QCOMPARE(rowsOf(rows, QJsonArray{QJsonObject()})->size(), 1);
        QVERIFY(!rowsOf(rows, object(R"({"detail":"no"})")));
        QVERIFY(!rowsOf(rows, object(R"({"results":"no"})")));
    }

    void theKeyInUseIsKnownByItsMask()
    {
        initializeSecretMemory();
        const auto credential = Secret::copyOf("prx_Zk3qFAKEFAKE").value();
        const SelfTemplate &prefix = *kind(u"tempered"_s, u"organization"_s).self;
        QVERIFY(isFragmentOf(prefix, u"prx_Zk3q"_s, *credential));
        QVERIFY(!isFragmentOf(prefix, u"prx_Zk3r"_s, *credential));
        QVERIFY2(!isFragmentOf(prefix, u"prx_"_s, *credential), "too short to mean anything");
        const SelfTemplate &suffix = *kind(u"confident-ai"_s, u"organization"_s).self;
        QVERIFY(isFragmentOf(suffix, u"***************KEFAKE"_s, *credential));
        QVERIFY(!isFragmentOf(suffix, u"***************KEFAKX"_s, *credential));
        QVERIFY(!isFragmentOf(suffix, u"***************"_s, *credential));
    }
};

QTEST_GUILESS_MAIN(ProvidersMapping)
#include "tst_providers_mapping.moc"
