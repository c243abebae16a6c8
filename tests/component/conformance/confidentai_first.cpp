// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_confidentai.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

using Verdict = SecretVerdict::Verdict;

void ConformanceConfidentAi::live(const QString &kind)
{
    for (const bool old : {true, false}) {
        const Bench at = old ? first() : second();
        const auto made = make(at, kind, u"CI"_s);
        CONFORMANCE_OK(made);
        QCOMPARE(made->record->name, u"CI"_s);
        QVERIFY(listed(at, *made->record));
        const QList<std::pair<KeyVerb, KeyState>> steps{{KeyVerb::Disable, KeyState::Disabled},
                                                        {KeyVerb::Enable, KeyState::Active},
                                                        {KeyVerb::Delete, KeyState::Deleted}};
        for (const auto &[verb, state] : steps) {
            const auto result = outcomeOf(at.client->apply(verb, *made->record));
            CONFORMANCE_OK(result);
            QVERIFY(result->verified);
            QCOMPARE(result->record.state, state);
        }
        control("DELETE", u"/settings"_s);
    }
}

void ConformanceConfidentAi::projectLives()
{
    for (const bool old : {true, false}) {
        const Bench at = old ? first() : second();
        const ContainerPath organization = place(at, u"organization"_s);
        const auto made = change(
            at, ContainerVerb::Create, organization,
            {{u"name"_s, old ? u"Old bench"_s : u"New bench"_s}, {u"description"_s, u"Trials"_s}});
        CONFORMANCE_OK(made);
        QVERIFY(made->verified);
        QVERIFY(made->key);
        QCOMPARE(made->keyKind, u"project"_s);
        QVERIFY(made->key->secret->borrowed().startsWith("confident_us_proj_"));
        QVERIFY(made->key->record);
        QCOMPARE(made->key->record->container, made->container);
        QVERIFY(made->warnings.isEmpty());
        QVERIFY(listed(at, *made->key->record));
        const auto gone = change(at, ContainerVerb::Delete, made->container);
        CONFORMANCE_OK(gone);
        QVERIFY(gone->verified);
        control("DELETE", u"/settings"_s);
    }
}

Conformance::Cases ConformanceConfidentAi::firstCases()
{
    Cases cases;
    cases[u"4.1-organization-key"_s] = [this] {
        const Bench at = client("confident_us_proj_c2VjcmV0");
        const auto checked = outcomeOf(at.client->check());
        QVERIFY(!checked.ok());
        QCOMPARE(checked.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(requests().isEmpty());
        CONFORMANCE_OK(outcomeOf(client().client->check()));
    };
    cases[u"4.1-operations-organization"_s] = [this] {
        live(u"organization"_s);
    };
    cases[u"4.1-operations-project"_s] = [this] {
        live(u"project"_s);
    };
    cases[u"4.1-secret-once"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"project"_s, u"Once"_s);
        CONFORMANCE_OK(made);
        const QByteArray secret = made->secret->borrowed().toByteArray();
        QVERIFY(secret.startsWith("confident_us_proj_"));
        const auto later = listed(at, *made->record);
        QVERIFY(later);
        QCOMPARE(later->mask, QString(15, u'*') + QString::fromLatin1(secret.right(6)));
    };
    cases[u"4.1-ids"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"project"_s, u"Numbered"_s);
        CONFORMANCE_OK(made);
        bool isNumber = false;
        QVERIFY(made->record->id.toString().toLongLong(&isNumber) > 0 && isNumber);
        const QString project = made->record->container.last().id.toString();
        QVERIFY(!project.isEmpty());
        QVERIFY(project.toLongLong(&isNumber) == 0 && !isNumber);
    };
    cases[u"4.2-raw-header"_s] = [this] {
        ScriptedServer server;
        ServerStep step;
        step.body = R"({"success":true,"data":{"id":"o","name":"Acme"}})";
        server.play({step});
        const Bench at = clientOf(server, "confident_us_org_abc=");
        CONFORMANCE_OK(outcomeOf(at.client->check()));
        for (const SeenRequest &seen : server.requests()) {
            QCOMPARE(seen.headers.value("confident_api_key"), QByteArray("confident_us_org_abc="));
            QVERIFY(!seen.headers.contains("authorization"));
            QVERIFY(!seen.headers.contains("confident-api-key"));
            QCOMPARE(seen.headers.value("accept"), QByteArray("application/json"));
        }
    };
    cases[u"4.2-global-key"_s] = [this] {
        const QByteArray key =
            mint({{u"kind"_s, u"global"_s}, {u"name"_s, u"Everywhere"_s}})[u"secret"_s]
                .toString()
                .toLatin1();
        QVERIFY(key.contains("_global_"));
        const auto checked = outcomeOf(client(key).client->check());
        QVERIFY(!checked.ok());
        QCOMPARE(checked.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(requests().isEmpty());
    };
    cases[u"4.2-v1-wrappers"_s] = [this] {
        const Bench at = first();
        const auto checked = outcomeOf(at.client->check());
        CONFORMANCE_OK(checked);
        QVERIFY(!checked->identity.isEmpty());
        const auto made = make(at, u"organization"_s, u"Wrapped"_s);
        CONFORMANCE_OK(made);
        QCOMPARE(made->record->name, u"Wrapped"_s);
        QCOMPARE(verdictOn(at, made->secret), Verdict::Accepted);
    };
    cases[u"4.2-organization-renamed"_s] = [this] {
        const Bench at = client();
        const ContainerPath organization = place(at, u"organization"_s);
        QVERIFY(!organization.isEmpty());
        const auto renamed =
            change(at, ContainerVerb::Rename, organization, {{u"name"_s, u"Halden Two"_s}});
        CONFORMANCE_OK(renamed);
        QVERIFY(renamed->verified);
        QCOMPARE(renamed->container.last().name, u"Halden Two"_s);
        CONFORMANCE_OK(change(at, ContainerVerb::Rename, organization,
                              {{u"name"_s, organization.last().name}}));
    };
    cases[u"4.2-project-created"_s] = [this] {
        projectLives();
    };
    cases[u"4.2-project-name-unique"_s] = [this] {
        const Bench at = client();
        const ContainerPath project = place(at, u"project"_s);
        QVERIFY(project.size() == 2);
        const auto twice = change(at, ContainerVerb::Create, project.mid(0, 1),
                                  {{u"name"_s, project.last().name}});
        QVERIFY(!twice.ok());
        QCOMPARE(twice.error().kind, ErrorKind::Conflict);
        QVERIFY(!twice.error().outcomeUnknown);
    };
    cases[u"4.2-project-renamed"_s] = [this] {
        const Bench at = client();
        const ContainerPath project = place(at, u"project"_s);
        const auto renamed =
            change(at, ContainerVerb::Rename, project, {{u"name"_s, u"Renamed"_s}});
        CONFORMANCE_OK(renamed);
        QVERIFY(renamed->verified);
        QCOMPARE(renamed->container.last().id, project.last().id);
        CONFORMANCE_OK(
            change(at, ContainerVerb::Rename, project, {{u"name"_s, project.last().name}}));
    };
    cases[u"4.2-project-deleted"_s] = [this] {
        const Bench at = client();
        const auto made = change(at, ContainerVerb::Create, place(at, u"organization"_s),
                                 {{u"name"_s, u"Short-lived"_s}});
        CONFORMANCE_OK(made);
        QVERIFY(at.client->info().level(u"project"_s)->verb(ContainerVerb::Delete)->takesKeys);
        const auto gone = change(at, ContainerVerb::Delete, made->container);
        CONFORMANCE_OK(gone);
        QVERIFY(gone->verified);
        QVERIFY(!listed(at, *made->key->record));
        const auto again = change(at, ContainerVerb::Delete, made->container);
        CONFORMANCE_OK(again);
        QVERIFY2(again->verified, "a second delete is done already");
    };
    cases[u"4.2-mask"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        QVERIFY(!reading->keys.items.isEmpty());
        for (const KeyRecord &key : reading->keys.items) {
            QCOMPARE(key.mask.size(), 21);
            QVERIFY(key.mask.startsWith(QString(15, u'*')));
        }
    };
    cases[u"4.2-not-offered"_s] = [this] {
        const ProviderInfo &info = client().client->info();
        QVERIFY(info.metrics.isEmpty() && !info.hasQuotas && !info.webhooks);
        for (const KindInfo &kind : info.kinds) {
            QVERIFY(!kind.verb(KeyVerb::Revoke) && !kind.verb(KeyVerb::Update));
            for (const FieldInfo &field : kind.verb(KeyVerb::Create)->fields)
                QVERIFY(field.isName != u"scopes"_s);
        }
    };
    cases[u"4.3-self"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        QCOMPARE(reading->inUse.size(), 1);
    };
    cases[u"4.3-last-used"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        for (const KeyRecord &key : reading->keys.items) {
            QCOMPARE(key.lastUsed.source, LastUsed::Source::Vendor);
            QVERIFY(key.lastUsed.observedAt);
        }
    };
    cases[u"4.3-second-delete"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"project"_s, u"Twice gone"_s);
        CONFORMANCE_OK(made);
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Delete, *made->record)));
        const auto again = outcomeOf(at.client->apply(KeyVerb::Delete, *made->record));
        CONFORMANCE_OK(again);
        QVERIFY(again->verified);
        QVERIFY(!again->note.isEmpty());
    };
    cases[u"5.6-immediate"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"organization"_s, u"At once"_s);
        CONFORMANCE_OK(made);
        const auto gone = outcomeOf(at.client->apply(KeyVerb::Delete, *made->record));
        CONFORMANCE_OK(gone);
        QVERIFY2(gone->note.isEmpty(), qPrintable(gone->note));
        QCOMPARE(verdictOn(at, made->secret), Verdict::Refused);
    };
    return cases;
}

} // namespace chatelaine::test
