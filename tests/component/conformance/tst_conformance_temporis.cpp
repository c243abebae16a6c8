// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conformance.h"

#include "providers/definition.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

using Verdict = SecretVerdict::Verdict;

/** Sections 3 and 5. */
class ConformanceTemporis : public Conformance
{
    Q_OBJECT

public:
    ConformanceTemporis()
        : Conformance(u"temporis"_s)
    {}

protected:
    Cases cases() override
    {
        Cases all = tokenCases();
        all.insert(answerCases());
        return all;
    }

private:
    Outcome<SecretVerdict> checked(const QByteArray &token)
    {
        return outcomeOf(client().client->checkSecret(secretOf(token), u"token"_s, {}));
    }

    QByteArray sample() { return mint({{u"name"_s, u"CI"_s}})[u"secret"_s].toString().toLatin1(); }

    /** What a check makes of an answer that is not the practice server's. */
    Outcome<SecretVerdict> checkedAgainst(const ServerStep &step, int *asked = nullptr)
    {
        ScriptedServer server;
        server.play({step});
        const Bench at = clientOf(server, {});
        auto verdict =
            outcomeOf(at.client->checkSecret(secretOf("ts_abcdefgh1234"), u"token"_s, {}));
        if (asked)
            *asked = server.count();
        return verdict;
    }

    static ServerStep answer(int status, const QByteArray &body,
                             const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        ServerStep step;
        step.status = status;
        step.body = body;
        step.headers = headers;
        return step;
    }

    static ServerStep detail(int status, const QByteArray &text)
    {
        return answer(status, "{\"detail\":\"" + text + "\"}");
    }

    void expect(const Outcome<SecretVerdict> &verdict, Verdict wanted, const QString &words)
    {
        CONFORMANCE_OK(verdict);
        QVERIFY2(verdict->verdict == wanted, qPrintable(verdict->sentence));
        QVERIFY2(verdict->sentence.contains(words), qPrintable(verdict->sentence));
    }

    Cases tokenCases()
    {
        Cases cases;
        cases[u"3.1-bearer"_s] = [this] {
            ScriptedServer server;
            server.play({detail(404, "Data source not found.")});
            const Bench at = clientOf(server, {});
            CONFORMANCE_OK(
                outcomeOf(at.client->checkSecret(secretOf("ts_abcdefgh1234"), u"token"_s, {})));
            const SeenRequest seen = server.requests().first();
            QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer ts_abcdefgh1234"));
            QVERIFY(!seen.target.contains("ts_"));
            QVERIFY(!seen.body.contains("ts_"));
        };
        cases[u"3.1-dashboard-only"_s] = [this] {
            const KindInfo kind = client().client->info().kinds.first();
            QVERIFY(kind.verbs.isEmpty());
            QCOMPARE(kind.external.size(), 2);
            for (const ExternalVerb &external : kind.external) {
                QVERIFY(external.why.contains(u"dashboard"_s));
                QVERIFY(external.url.startsWith(u"https://"_s));
            }
        };
        cases[u"3.1-401-invalid"_s] = [this] {
            expect(checked("ts_neverexisted1234"), Verdict::Refused, u"does not know"_s);
        };
        cases[u"3.1-401-missing"_s] = [this] {
            expect(checkedAgainst(detail(401, "Missing access token.")), Verdict::Refused,
                   u"received no access token"_s);
        };
        cases[u"3.1-deleted-at-once"_s] = [this] {
            const QJsonObject made = mint({{u"name"_s, u"Gone soon"_s}});
            const QByteArray token = made[u"secret"_s].toString().toLatin1();
            expect(checked(token), Verdict::Accepted, u"accepts"_s);
            control("POST", u"/remove"_s, {{u"system"_s, u"temporis"_s}, {u"id"_s, made[u"id"_s]}});
            expect(checked(token), Verdict::Refused, u"it was deleted"_s);
        };
        cases[u"3.1-predictions-billed"_s] = [this] {
            const auto billed = [this] {
                return control("GET", u"/billing"_s)[u"temporis"_s][u"predictions"_s].toInt();
            };
            const int before = billed();
            expect(checked(sample()), Verdict::Accepted, u"Nothing was stored or billed"_s);
            QCOMPARE(billed(), before);
            for (const QJsonValue request : requests())
                QCOMPARE(request[u"path"_s].toString(), u"/v1/data_sources/ingest"_s);
        };
        cases[u"3.2-two-endpoints"_s] = [this] {
            const Bench at = client();
            const ProviderInfo &info = at.client->info();
            QVERIFY(info.levels.isEmpty() && info.metrics.isEmpty() && !info.hasQuotas);
            QVERIFY(!info.webhooks && !info.audit && !info.kinds.first().canList);
            const auto reading = outcomeOf(at.client->readInventory());
            CONFORMANCE_OK(reading);
            QVERIFY(reading->keys.items.isEmpty());
            QVERIFY(requests().isEmpty());
        };
        cases[u"3.2-no-credential"_s] = [this] {
            const Bench at = client();
            QVERIFY(at.client->info().slots_.isEmpty());
            const auto report = outcomeOf(at.client->check());
            CONFORMANCE_OK(report);
            QVERIFY(!report->note.isEmpty());
        };
        cases[u"3.2-variable"_s] = [this] {
            const KindInfo kind = client().client->info().kinds.first();
            QCOMPARE(kind.environmentVariable, u"TEMPORIS_TOKEN"_s);
            QStringList languages;
            for (const auto &[language, text] : kind.snippets) {
                languages.append(language);
                QVERIFY2(text.contains(u"TEMPORIS_TOKEN"_s), qPrintable(language));
                QVERIFY2(!text.contains(u"ts_"_s), qPrintable(language));
            }
            QCOMPARE(languages, (QStringList{u"Shell"_s, u"curl"_s, u"Python"_s, u"JavaScript"_s}));
        };
        cases[u"3.3-manual"_s] = [this] {
            const KindInfo kind = client().client->info().kinds.first();
            QVERIFY(kind.manual && kind.canCheck);
            QCOMPARE(kind.tokenPrefixes, QStringList{u"ts_"_s});
        };
        return cases;
    }

    Cases answerCases()
    {
        Cases cases;
        cases[u"3.2-402-no-card"_s] = [this] {
            const auto verdict =
                checkedAgainst(detail(402, "Add a credit card before using the API."));
            expect(verdict, Verdict::Inconclusive, u"no credit card yet"_s);
            QCOMPARE(verdict->cause->kind, ErrorKind::PaymentRequired);
            QVERIFY(!verdict->cause->retryAt);
        };
        cases[u"3.2-402-payment-issue"_s] = [this] {
            const auto verdict =
                checkedAgainst(detail(402, "There is a payment issue. Add a new credit card."));
            expect(verdict, Verdict::Inconclusive, u"could not be charged"_s);
            QCOMPARE(verdict->cause->kind, ErrorKind::PaymentRequired);
        };
        cases[u"3.2-402-other"_s] = [this] {
            expect(checkedAgainst(detail(402, "Later.")), Verdict::Inconclusive,
                   u"problem with the payment"_s);
        };
        cases[u"3.2-error-text"_s] = [this] {
            const auto verdict = checkedAgainst(detail(400, "Invalid prediction parameters."));
            CONFORMANCE_OK(verdict);
            QCOMPARE(verdict->cause->vendorMessage, u"Invalid prediction parameters."_s);
        };
        cases[u"3.2-archived"_s] = [this] {
            const auto verdict = checkedAgainst(detail(409, "Data source is archived."));
            CONFORMANCE_OK(verdict);
            QCOMPARE(verdict->verdict, Verdict::Inconclusive);
            QCOMPARE(verdict->cause->kind, ErrorKind::Conflict);
        };
        cases[u"3.2-502"_s] = [this] {
            int asked = 0;
            const auto verdict = checkedAgainst(detail(502, "Prediction failed."), &asked);
            CONFORMANCE_OK(verdict);
            QCOMPARE(verdict->verdict, Verdict::Inconclusive);
            QVERIFY(!verdict->cause->outcomeUnknown);
            QCOMPARE(asked, 1);
        };
        cases[u"3.3-check-404"_s] = [this] {
            expect(checked(sample()), Verdict::Accepted, u"accepts this token"_s);
            const QJsonArray seen = requests();
            QCOMPARE(seen.size(), 1);
            QCOMPARE(seen.first()[u"status"_s].toInt(), 404);
        };
        cases[u"3.3-check-random"_s] = [this] {
            ScriptedServer server;
            server.play({detail(404, "Data source not found.")});
            const Bench at = clientOf(server, {});
            QSet<QByteArray> bodies;
            for (int i = 0; i < 3; ++i) {
                CONFORMANCE_OK(
                    outcomeOf(at.client->checkSecret(secretOf("ts_abcdefgh1234"), u"token"_s, {})));
                QByteArray body = server.requests().last().body;
                bodies.insert(body.mid(body.indexOf("chatelaine_probe_"), 33));
            }
            QCOMPARE(bodies.size(), 3);
        };
        cases[u"3.3-check-204"_s] = [this] {
            expect(checkedAgainst(answer(204, {})), Verdict::Inconclusive, u"Check again"_s);
        };
        cases[u"3.3-check-400"_s] = [this] {
            expect(checkedAgainst(detail(400, "No.")), Verdict::Inconclusive, u"tells nothing"_s);
        };
        cases[u"3.3-422-array"_s] = [this] {
            const auto verdict = checkedAgainst(answer(
                422,
                R"({"detail":[{"loc":["body","records"],"msg":"Field required","type":"x"}]})"));
            expect(verdict, Verdict::Inconclusive, u"tells nothing"_s);
            QCOMPARE(verdict->cause->vendorMessage, u"body.records: Field required"_s);
        };
        cases[u"3.3-422-object"_s] = [this] {
            expect(checkedAgainst(answer(422, R"({"detail":{"msg":"Field required"}})")),
                   Verdict::Inconclusive, u"tells nothing"_s);
        };
        cases[u"3.3-429"_s] = [this] {
            const auto verdict = checkedAgainst(detail(429, "Slow down."));
            expect(verdict, Verdict::Inconclusive, u"asks to wait"_s);
            QCOMPARE(verdict->cause->kind, ErrorKind::RateLimited);
            const qint64 wait = verdict->cause->retryAt->seconds() - verdict->at.seconds();
            QVERIFY(wait >= 28 && wait <= 31);
        };
        cases[u"3.3-402-is-not-payment"_s] = [this] {
            const auto verdict = checkedAgainst(
                answer(402, R"({"detail":"Pay."})", {{"WWW-Authenticate", "Payment id=\"a\""}}));
            expect(verdict, Verdict::Inconclusive, u"not one that Temporis is known to give"_s);
            QCOMPARE(verdict->cause->kind, ErrorKind::Protocol);
        };
        cases[u"5.4-html"_s] = [this] {
            fault(u"POST"_s, u"/v1/data_sources/ingest"_s, u"html"_s);
            const auto verdict = checked(sample());
            CONFORMANCE_OK(verdict);
            QCOMPARE(verdict->verdict, Verdict::Inconclusive);
        };
        cases[u"5.7-accept"_s] = [this] {
            ScriptedServer server;
            server.play({detail(404, "Data source not found.")});
            const Bench at = clientOf(server, {});
            CONFORMANCE_OK(
                outcomeOf(at.client->checkSecret(secretOf("ts_abcdefgh1234"), u"token"_s, {})));
            QCOMPARE(server.requests().first().headers.value("accept"),
                     QByteArray("application/json"));
        };
        cases[u"5.8-redirect"_s] = [this] {
            ScriptedServer other;
            other.play({detail(404, "Data source not found.")});
            ServerStep away = answer(307, "{}");
            away.headers = {{"Location", other.url().toEncoded()}};
            const auto verdict = checkedAgainst(away);
            CONFORMANCE_OK(verdict);
            QCOMPARE(verdict->verdict, Verdict::Inconclusive);
            QCOMPARE(other.count(), 0);
        };
        return cases;
    }
};

} // namespace chatelaine::test

QTEST_GUILESS_MAIN(chatelaine::test::ConformanceTemporis)
#include "tst_conformance_temporis.moc"
