// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_confidentai.h"

#include "core/rows.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

using Verdict = SecretVerdict::Verdict;

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

} // namespace

void ConformanceConfidentAi::rotateWithGrace()
{
    const Bench at = second();
    const auto made = make(at, u"organization"_s, u"Rolling"_s);
    CONFORMANCE_OK(made);
    const auto turned = rotated(at, *made->record, {{u"grace"_s, 24 * hour}});
    CONFORMANCE_OK(turned);
    QVERIFY(turned->secret->borrowed().startsWith("confident_us_org_"));
    QVERIFY(turned->secret->borrowed() != made->secret->borrowed());
    QCOMPARE(turned->record.id, made->record->id);
    QCOMPARE(turned->record.state, KeyState::Rotating);
    QVERIFY(turned->outgoingUntil);
    const qint64 rest = turned->outgoingUntil->seconds() - at.clock.now().seconds();
    QVERIFY2(std::abs(rest - 24 * hour) < 60, qPrintable(QString::number(rest)));
    QVERIFY(!turned->record.details.isEmpty());
    QCOMPARE(verdictOn(at, made->secret), Verdict::Accepted);
    QCOMPARE(verdictOn(at, turned->secret), Verdict::Accepted);

    advance(25 * hour);
    const Bench later = second();
    QCOMPARE(verdictOn(later, made->secret), Verdict::Refused);
    QCOMPARE(verdictOn(later, turned->secret), Verdict::Accepted);
    QCOMPARE(listed(later, *made->record)->state, KeyState::Active);
}

Conformance::Cases ConformanceConfidentAi::secondCases()
{
    Cases cases;
    cases[u"4.2-v2-shape"_s] = [this] {
        const Bench at = second();
        const auto checked = outcomeOf(at.client->check());
        CONFORMANCE_OK(checked);
        QVERIFY(!checked->identity.isEmpty());
        const auto made = make(at, u"organization"_s, u"Bare"_s);
        CONFORMANCE_OK(made);
        QCOMPARE(made->record->name, u"Bare"_s);
        QCOMPARE(verdictOn(at, made->secret), Verdict::Accepted);
    };
    cases[u"4.2-v2-expiry"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Thirty days"_s, {{u"expires"_s, 30 * day}});
        CONFORMANCE_OK(made);
        QVERIFY(made->warnings.isEmpty());
        const auto key = listed(at, *made->record);
        QVERIFY(key && key->expiresAt);
        const qint64 life = key->expiresAt->seconds() - at.clock.now().seconds();
        QVERIFY2(std::abs(life - 30 * day) < 60, qPrintable(QString::number(life)));
        const auto endless = make(at, u"organization"_s, u"For ever"_s);
        CONFORMANCE_OK(endless);
        QVERIFY(!listed(at, *endless->record)->expiresAt);
    };
    cases[u"4.2-v2-rotate"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Turned"_s);
        CONFORMANCE_OK(made);
        const auto turned = rotated(at, *made->record, {});
        CONFORMANCE_OK(turned);
        QCOMPARE(turned->record.id, made->record->id);
        QCOMPARE(turned->record.name, made->record->name);
        QCOMPARE(turned->record.state, KeyState::Active);
        QVERIFY(!turned->outgoingUntil);
        QCOMPARE(verdictOn(at, made->secret), Verdict::Refused);
        QCOMPARE(verdictOn(at, turned->secret), Verdict::Accepted);
        const auto zero = rotated(at, turned->record, {{u"grace"_s, 0}});
        CONFORMANCE_OK(zero);
        QCOMPARE(verdictOn(at, zero->secret), Verdict::Accepted);
    };
    cases[u"4.2-v2-rotate-grace"_s] = [this] {
        rotateWithGrace();
    };
    cases[u"4.2-v2-grace-and-expiry"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"One day"_s, {{u"expires"_s, day}});
        CONFORMANCE_OK(made);
        const auto turned = rotated(at, *made->record, {{u"grace"_s, 72 * hour}});
        CONFORMANCE_OK(turned);
        QVERIFY(turned->outgoingUntil && turned->record.expiresAt);
        QVERIFY(*turned->outgoingUntil <= *turned->record.expiresAt);
    };
    cases[u"4.2-v2-revive"_s] = [this] {
        const auto made = make(second(), u"organization"_s, u"Over"_s, {{u"expires"_s, day}});
        CONFORMANCE_OK(made);
        advance(2 * day);
        const Bench at = second();
        const auto over = listed(at, *made->record);
        QVERIFY(over);
        QCOMPARE(over->state, KeyState::Expired);
        QCOMPARE(rotated(at, *over, {}).error().kind, ErrorKind::InvalidRequest);
        const auto graced = rotated(at, *over, {{u"expires"_s, day}, {u"grace"_s, hour}});
        QVERIFY2(!graced.ok(), "an expired key takes no grace");
        const auto revived = rotated(at, *over, {{u"expires"_s, 10 * day}});
        CONFORMANCE_OK(revived);
        QCOMPARE(revived->record.state, KeyState::Active);
        QCOMPARE(verdictOn(at, revived->secret), Verdict::Accepted);
    };
    cases[u"4.2-v2-never-expires"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Freed"_s, {{u"expires"_s, day}});
        CONFORMANCE_OK(made);
        const auto same = rotated(at, *made->record, {});
        CONFORMANCE_OK(same);
        QVERIFY2(same->record.expiresAt, "absent is not null");
        const auto freed =
            rotated(at, *made->record, {{u"expires"_s, QJsonValue(QJsonValue::Null)}});
        CONFORMANCE_OK(freed);
        QVERIFY(!freed->record.expiresAt);
    };
    cases[u"4.2-v2-overdue"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Overdue"_s);
        CONFORMANCE_OK(made);
        const auto turned = rotated(at, *made->record, {{u"grace"_s, hour}});
        CONFORMANCE_OK(turned);
        advance(2 * hour);
        const Bench later = second();
        const auto done = listed(later, *made->record);
        QVERIFY(done);
        QCOMPARE(done->state, KeyState::Active);
        QCOMPARE(done->mask.right(6),
                 QString::fromLatin1(turned->secret->borrowed().toByteArray().right(6)));
    };
    cases[u"4.2-v2-reactivation"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Off and on"_s);
        CONFORMANCE_OK(made);
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Disable, *made->record)));
        QCOMPARE(verdictOn(at, made->secret), Verdict::Refused);
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Enable, *made->record)));
        QCOMPARE(verdictOn(at, made->secret), Verdict::Accepted);
    };
    cases[u"4.2-v2-delete-in-flight"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"In flight"_s);
        CONFORMANCE_OK(made);
        const auto turned = rotated(at, *made->record, {{u"grace"_s, 24 * hour}});
        CONFORMANCE_OK(turned);
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Delete, turned->record)));
        QCOMPARE(verdictOn(at, made->secret), Verdict::Refused);
        QCOMPARE(verdictOn(at, turned->secret), Verdict::Refused);
    };
    cases[u"4.3-generation-second"_s] = [this] {
        const Bench at = client();
        QVERIFY(at.client->info().variant.isEmpty());
        CONFORMANCE_OK(outcomeOf(at.client->readInventory()));
        QCOMPARE(at.client->info().variant, u"API v2"_s);
        QCOMPARE(at.facts.value(u"variant"_s), u"v2"_s);
        QVERIFY(at.client->info().kind(u"project"_s)->verb(KeyVerb::Rotate));
        control("DELETE", u"/requests"_s);
        const Bench again = client({}, at.facts);
        CONFORMANCE_OK(outcomeOf(again.client->readInventory()));
        for (const QJsonValue seen : requests())
            QVERIFY(seen[u"path"_s].toString().startsWith(u"/v2/"_s));
    };
    cases[u"4.3-generation-first"_s] = [this] {
        set({{u"generations"_s, u"first"_s}});
        const Bench at = client();
        CONFORMANCE_OK(outcomeOf(at.client->check()));
        QCOMPARE(at.client->info().variant, u"API v1"_s);
        QCOMPARE(at.facts.value(u"variant"_s), u"v1"_s);
        QVERIFY(!at.client->info().kind(u"project"_s)->verb(KeyVerb::Rotate));
        const auto made = make(at, u"project"_s, u"No rotation"_s);
        CONFORMANCE_OK(made);
        QCOMPARE(rotated(at, *made->record, {}).error().kind, ErrorKind::Unsupported);
        // The vendor has moved on: the next check finds the second generation.
        control("DELETE", u"/settings"_s);
        CONFORMANCE_OK(outcomeOf(at.client->check()));
        QCOMPARE(at.client->info().variant, u"API v2"_s);
    };
    cases[u"4.3-generation-undecided"_s] = [this] {
        for (const QString &status : {u"status:401"_s, u"status:403"_s}) {
            fault(u"GET"_s, u"/v2/organization"_s, status, -1);
            const Bench at = client();
            CONFORMANCE_OK(outcomeOf(at.client->check()));
            QVERIFY(at.client->info().variant.isEmpty());
            QVERIFY(!at.facts.contains(u"variant"_s));
            control("DELETE", u"/faults"_s);
            CONFORMANCE_OK(outcomeOf(at.client->check()));
            QCOMPARE(at.facts.value(u"variant"_s), u"v2"_s);
            fault(u"GET"_s, u"/v2/organization"_s, status, -1);
            QVERIFY(!outcomeOf(at.client->check()).ok());
            QCOMPARE(at.client->info().variant, u"API v2"_s);
            control("DELETE", u"/faults"_s);
        }
    };
    cases[u"4.3-expiry-bounds"_s] = [this] {
        const Bench at = second();
        const ContainerPath organization = place(at, u"organization"_s);
        control("DELETE", u"/requests"_s);
        for (const qint64 life : {qint64(0), 3651 * day, day + hour}) {
            CreateOrder order;
            order.kind = u"organization"_s;
            order.container = organization;
            order.values = {{u"name"_s, u"Bounds"_s}, {u"expires"_s, life}};
            const auto refused = outcomeOf(at.client->create(order));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
            QVERIFY(refused.error().message.contains(u"3650"_s));
        }
        QVERIFY(requests().isEmpty());
        CONFORMANCE_OK(make(at, u"organization"_s, u"Ten years"_s, {{u"expires"_s, 3650 * day}}));
    };
    cases[u"4.3-self-rotating"_s] = [this] {
        const auto made = make(second(), u"organization"_s, u"Our own"_s);
        CONFORMANCE_OK(made);
        const auto turned = rotated(second(), *made->record, {{u"grace"_s, 24 * hour}});
        CONFORMANCE_OK(turned);
        for (const SharedSecret &secret : {made->secret, turned->secret}) {
            const Bench at = client(secret->borrowed().toByteArray());
            const auto reading = outcomeOf(at.client->readInventory());
            CONFORMANCE_OK(reading);
            QCOMPARE(reading->inUse,
                     QStringList{keyPlace(turned->record.container, turned->record.id)});
        }
    };
    cases[u"5.1-states"_s] = [this] {
        const auto brief = make(second(), u"organization"_s, u"Brief"_s, {{u"expires"_s, day}});
        const auto plain = make(second(), u"organization"_s, u"Plain"_s);
        CONFORMANCE_OK(brief);
        CONFORMANCE_OK(plain);
        QCOMPARE(listed(second(), *plain->record)->state, KeyState::Active);
        CONFORMANCE_OK(rotated(second(), *plain->record, {{u"grace"_s, 100 * hour}}));
        advance(2 * day);
        const Bench at = second();
        QCOMPARE(listed(at, *brief->record)->state, KeyState::Expired);
        QCOMPARE(listed(at, *plain->record)->state, KeyState::Rotating);
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Disable, *plain->record)));
        QCOMPARE(listed(at, *plain->record)->state, KeyState::Disabled);
    };
    cases[u"5.1-disabled-wins"_s] = [this] {
        const auto made = make(second(), u"organization"_s, u"Both"_s, {{u"expires"_s, day}});
        CONFORMANCE_OK(made);
        CONFORMANCE_OK(outcomeOf(second().client->apply(KeyVerb::Disable, *made->record)));
        advance(2 * day);
        const auto key = listed(second(), *made->record);
        QVERIFY(key && key->expiresAt);
        QCOMPARE(key->state, KeyState::Disabled);
        const bool told = std::any_of(key->details.begin(), key->details.end(), [](const auto &d) {
            return d.second.contains(u"expired"_s);
        });
        QVERIFY(told);
    };
    return cases;
}

} // namespace chatelaine::test
