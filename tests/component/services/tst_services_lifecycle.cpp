// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "platform/desktopnotifier.h"
#include "services/lockservice.h"
#include "services/quotawatch.h"
#include "support/awaited.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** What a user does with keys, at each of the four systems, from the services to the wire and back.
 */
class TestServicesLifecycle : public QObject
{
    Q_OBJECT
private slots:
    void accountsAreCheckedBeforeTheyAreStored();
    void createsHoldsAndKeeps_data();
    void createsHoldsAndKeeps();
    void changesAreVerifiedAndJournalled_data();
    void changesAreVerifiedAndJournalled();
    void revokedKeyIsRefused();
    void manualKeyIsCheckedWithoutBeingBilled();
    void noKeyIsMadeWhenItsSecretCannotBeHeld();
    void heldSecretSurvivesARestart();
    void usageAndQuotaArrive();
    void anExportOfUsageIsAnEntry();
    void aQuotaAtItsThresholdIsToldOnce();
    void exportIsWrittenAndJournalled();
    void noSecretInTheDatabase();

private:
    NewKey orderAt(ServiceFixture &fixture, const AccountRow &account, const QString &name);
};

namespace {

QString lastOutcome(ServiceFixture &fixture, const QString &kind)
{
    const auto lines =
        outcomeOf(fixture.store->searchJournals({}, std::nullopt, Qt::DescendingOrder, 50));
    if (!lines)
        return {};
    for (const JournalLine &line : *lines) {
        if (line.line.contains("\"" + kind.toUtf8() + "\""))
            return line.line.contains("\"succeeded\"") ? QStringLiteral("succeeded")
                                                       : QString::fromUtf8(line.line);
    }
    return QStringLiteral("absent");
}

} // namespace

NewKey TestServicesLifecycle::orderAt(ServiceFixture &fixture, const AccountRow &account,
                                      const QString &name)
{
    NewKey order;
    order.account = account.id;
    const auto info = fixture.accounts->providerOf(account.id);
    if (!info)
        return order;
    for (const KindInfo &kind : info->kinds) {
        const VerbInfo *create = kind.verb(KeyVerb::Create);
        if (!create)
            continue;
        order.kind = kind.id;
        if (kind.level != QLatin1StringView("account"))
            order.container = fixture.container(account.id, kind.level);
        for (const FieldInfo &field : create->fields) {
            if (field.isName == QLatin1StringView("name"))
                order.values.insert(field.id, name);
            else if (field.required && !field.options.isEmpty())
                order.values.insert(field.id, field.options.first().value);
        }
    }
    return order;
}

void TestServicesLifecycle::accountsAreCheckedBeforeTheyAreStored()
{
    ServiceFixture fixture;
    AccountInput input;
    input.name = QStringLiteral("wrong");
    input.provider = ProviderId(QStringLiteral("tempered"));
    input.baseUrl = fixture.endpoints.systems[QStringLiteral("tempered")].baseUrl;
    input.credentials.insert(
        QStringLiteral("admin"),
        {CredentialSource{}, secretOf(QStringLiteral("prx_0000000000000000000000000000"))});
    const auto refused = outcomeOf(fixture.accounts->add(input));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(outcomeOf(fixture.store->accounts())->isEmpty());
    QVERIFY(outcomeOf(fixture.store->keychainEntries())->isEmpty());

    QVERIFY(!fixture.connectTo(QStringLiteral("tempered")).id.isEmpty());
    QCOMPARE(outcomeOf(fixture.store->accounts())->size(), 1);
    const auto twice = outcomeOf(fixture.accounts->add(input));
    QVERIFY(!twice);
}

void TestServicesLifecycle::createsHoldsAndKeeps_data()
{
    QTest::addColumn<QString>("system");
    for (const char *system : {"tempered", "tempo", "confident-ai"})
        QTest::newRow(system) << QString::fromLatin1(system);
}

void TestServicesLifecycle::createsHoldsAndKeeps()
{
    QFETCH(QString, system);
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(system);
    QVERIFY(!account.id.isEmpty());
    fixture.sync(account.id);
    const auto before = fixture.keys(account.id).size();
    QVERIFY(before > 0);

    const auto made = outcomeOf(fixture.keyService->create(
        orderAt(fixture, account, QStringLiteral("services \"test\" \u202e key"))));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().vendorMessage));
    QVERIFY(made->secret.inKeychain);
    QVERIFY(made->secret.length > 10);
    QVERIFY(!made->key.uid.isEmpty());
    QCOMPARE(made->key.record.name, QStringLiteral("services \"test\" \u202e key"));
    QVERIFY(!made->key.record.mask.isEmpty());
    QCOMPARE(fixture.keys(account.id).size(), before + 1);
    QCOMPARE(lastOutcome(fixture, QStringLiteral("key.create")), QStringLiteral("succeeded"));

    const auto value = outcomeOf(fixture.held->value(made->secret.id, QStringLiteral("reveal")));
    QVERIFY(value);
    QCOMPARE((*value)->size(), made->secret.length);
    QCOMPARE(lastOutcome(fixture, QStringLiteral("secret.reveal")), QStringLiteral("succeeded"));

    QVERIFY(outcomeOf(fixture.held->keep(made->secret.id)));
    QVERIFY(!fixture.held->held(made->secret.id));
    const auto kept = outcomeOf(fixture.held->kept(made->key.uid));
    QVERIFY(kept);
    QVERIFY((*kept)->equals(**value));
    QVERIFY(fixture.keyNamed(account.id, made->key.record.name).kept);
    const auto entries = outcomeOf(fixture.store->keychainEntries());
    for (const KeychainEntry &entry : *entries)
        QVERIFY(entry.purpose != KeychainEntry::Purpose::Held);

    // What the vendor lists afterwards is the same key.
    fixture.sync(account.id);
    QCOMPARE(fixture.keys(account.id).size(), before + 1);
    QCOMPARE(fixture.keyNamed(account.id, made->key.record.name).uid, made->key.uid);
}

void TestServicesLifecycle::changesAreVerifiedAndJournalled_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<KeyVerb>("verb");
    QTest::addColumn<KeyState>("state");
    QTest::newRow("tempered revoke")
        << QStringLiteral("tempered") << KeyVerb::Revoke << KeyState::Revoked;
    QTest::newRow("tempo revoke") << QStringLiteral("tempo") << KeyVerb::Revoke
                                  << KeyState::Deleted;
    QTest::newRow("confident disable")
        << QStringLiteral("confident-ai") << KeyVerb::Disable << KeyState::Disabled;
    QTest::newRow("confident delete")
        << QStringLiteral("confident-ai") << KeyVerb::Delete << KeyState::Deleted;
}

void TestServicesLifecycle::changesAreVerifiedAndJournalled()
{
    QFETCH(QString, system);
    QFETCH(KeyVerb, verb);
    QFETCH(KeyState, state);
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(system);
    fixture.sync(account.id);
    const auto made = outcomeOf(
        fixture.keyService->create(orderAt(fixture, account, QStringLiteral("to change"))));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const auto changed = outcomeOf(fixture.keyService->apply(made->key.uid, verb));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    QVERIFY(changed->verified);
    QCOMPARE(changed->key.record.state, state);
    QCOMPARE(fixture.keyNamed(account.id, QStringLiteral("to change")).record.state, state);
    QCOMPARE(lastOutcome(fixture, QStringLiteral("key.") + keyVerbName(verb)),
             QStringLiteral("succeeded"));
    fixture.sync(account.id);
    QCOMPARE(fixture.keyNamed(account.id, QStringLiteral("to change")).record.state, state);

    if (verb == KeyVerb::Disable) {
        const auto enabled = outcomeOf(fixture.keyService->apply(made->key.uid, KeyVerb::Enable));
        QVERIFY(enabled);
        QCOMPARE(enabled->key.record.state, KeyState::Active);
    }
    // A verb that the vendor does not have sends nothing and names those that exist.
    const KeyVerb missing =
        system == QLatin1StringView("confident-ai") ? KeyVerb::Revoke : KeyVerb::Enable;
    const auto impossible = outcomeOf(fixture.keyService->apply(made->key.uid, missing));
    QVERIFY(!impossible);
    QCOMPARE(impossible.error().kind, ErrorKind::Unsupported);
    QVERIFY(!impossible.error().next.isEmpty());
}

void TestServicesLifecycle::revokedKeyIsRefused()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    const auto made = outcomeOf(
        fixture.keyService->create(orderAt(fixture, account, QStringLiteral("short life"))));
    QVERIFY(made);
    QVERIFY(outcomeOf(fixture.held->keep(made->secret.id)));
    const auto alive = outcomeOf(fixture.keyService->check(made->key.uid));
    QVERIFY2(alive, alive ? "" : qPrintable(alive.error().message));
    QCOMPARE(alive->verdict, KeyCheck::Verdict::Accepted);
    QVERIFY(outcomeOf(fixture.keyService->apply(made->key.uid, KeyVerb::Revoke)));
    const auto dead = outcomeOf(fixture.keyService->check(made->key.uid));
    QVERIFY(dead);
    QCOMPARE(dead->verdict, KeyCheck::Verdict::Refused);
}

void TestServicesLifecycle::manualKeyIsCheckedWithoutBeingBilled()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("temporis"));
    QVERIFY(!account.id.isEmpty());
    const auto info = fixture.accounts->providerOf(account.id);
    const QString token = fixture.endpoints.systems[QStringLiteral("temporis")].token;
    const auto added = outcomeOf(fixture.keyService->addExisting(
        account.id, info->kinds.first().id, QStringLiteral("forecasts"), secretOf(token)));
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    QCOMPARE(added->verdict, KeyCheck::Verdict::Accepted);
    QCOMPARE(added->key.record.state, KeyState::Active);
    QCOMPARE(added->key.record.mask, QStringLiteral("ts_\u2026") + token.right(4));
    QVERIFY(fixture.control("GET", QStringLiteral("/billing")).contains("\"predictions\":0"));

    const auto wrong = outcomeOf(fixture.keyService->addExisting(
        account.id, info->kinds.first().id, QStringLiteral("no token"),
        secretOf(QStringLiteral("prx_whatever_this_is"))));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::InvalidRequest);

    // A sync of the account leaves what was added by hand as it is.
    fixture.sync(account.id);
    QCOMPARE(fixture.keyNamed(account.id, QStringLiteral("forecasts")).record.state,
             KeyState::Active);
}

void TestServicesLifecycle::noKeyIsMadeWhenItsSecretCannotBeHeld()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    const int posts = fixture.requestCount(QStringLiteral("tempered"), QStringLiteral("POST"));
    fixture.keychain.state.trouble = KeychainTrouble::NoService;
    fixture.keychain.state.sentence = QStringLiteral("There is no keychain here.");
    NewKey order = orderAt(fixture, account, QStringLiteral("nowhere to go"));
    const auto refused = outcomeOf(fixture.keyService->create(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Keychain);
    QCOMPARE(fixture.requestCount(QStringLiteral("tempered"), QStringLiteral("POST")), posts);

    order.unheldAccepted = true;
    fixture.keychain.onWrite = FakeKeychain::Behaviour::Fails;
    const auto made = outcomeOf(fixture.keyService->create(order));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(!made->secret.inKeychain);
    QVERIFY(outcomeOf(fixture.held->value(made->secret.id, QStringLiteral("copy"))));
    QCOMPARE(fixture.requestCount(QStringLiteral("tempered"), QStringLiteral("POST")), posts + 1);
}

void TestServicesLifecycle::heldSecretSurvivesARestart()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    const auto made =
        outcomeOf(fixture.keyService->create(orderAt(fixture, account, QStringLiteral("held"))));
    QVERIFY(made);
    fixture.restart();
    const auto pending = outcomeOf(fixture.held->pending());
    QVERIFY(pending);
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().keyName, QStringLiteral("held"));
    QCOMPARE(pending->first().key, made->key.uid);
    const auto value =
        outcomeOf(fixture.held->value(pending->first().id, QStringLiteral("reveal")));
    QVERIFY(value);
    QCOMPARE((*value)->size(), made->secret.length);
    QVERIFY(
        outcomeOf(fixture.held->forget(pending->first().id, QStringLiteral("stored elsewhere"))));
    QVERIFY(outcomeOf(fixture.held->pending())->isEmpty());
    fixture.restart();
    QVERIFY(outcomeOf(fixture.held->pending())->isEmpty());
}

void TestServicesLifecycle::usageAndQuotaArrive()
{
    ServiceFixture fixture;
    const AccountRow tempo = fixture.connectTo(QStringLiteral("tempo"));
    fixture.sync(tempo.id);
    const Timestamp now = fixture.clock.now();
    const auto reading =
        outcomeOf(fixture.usage->refreshUsage(tempo.id, {}, now.plusSeconds(-30 * 86400), now));
    QVERIFY2(reading, reading ? "" : qPrintable(reading.error().message));
    double requests = 0;
    for (const UsageSample &sample : reading->samples) {
        if (sample.metric == QLatin1StringView("requests") && sample.series.isEmpty())
            requests += sample.value;
    }
    QVERIFY(requests > 0);
    const auto stored = outcomeOf(fixture.usage->usage(
        {tempo.id, {}, QStringLiteral("requests"), {}, now.plusSeconds(-31 * 86400), now}));
    QVERIFY(stored);
    QVERIFY(!stored->samples.isEmpty());

    const AccountRow tempered = fixture.connectTo(QStringLiteral("tempered"));
    const auto quotas = outcomeOf(fixture.usage->refreshQuotas(tempered.id));
    QVERIFY2(quotas, quotas ? "" : qPrintable(quotas.error().message));
    QCOMPARE(quotas->size(), 1);
    QVERIFY(quotas->first().used && quotas->first().limit);
    QVERIFY(*quotas->first().used <= *quotas->first().limit);
    QCOMPARE(outcomeOf(fixture.usage->quotas(tempered.id))->size(), 1);

    const auto none =
        outcomeOf(fixture.usage->refreshUsage(tempered.id, {}, now.plusSeconds(-86400), now));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Unsupported);
}

void TestServicesLifecycle::anExportOfUsageIsAnEntry()
{
    ServiceFixture fixture;
    const AccountRow tempo = fixture.connectTo(QStringLiteral("tempo"));
    UsageExport order;
    order.file = QDir(fixture.exports.path()).filePath(QStringLiteral("usage.png"));
    order.bytes = "picture";
    order.format = QStringLiteral("png");
    order.account = tempo.id;
    order.metric = QStringLiteral("requests");
    order.grouping = QStringLiteral("key");
    order.from = *Timestamp::fromIso(u"2026-11-01");
    order.to = *Timestamp::fromIso(u"2026-11-08");
    const auto last = [&fixture] {
        const auto lines = outcomeOf(fixture.store->journal({}));
        return lines ? QJsonDocument::fromJson(lines->constLast().line).object() : QJsonObject();
    };
    QVERIFY(outcomeOf(fixture.usage->save(order)));
    QFile written(order.file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), order.bytes);
    const QJsonObject entry = last();
    QCOMPARE(entry[QStringLiteral("kind")], QStringLiteral("report.export"));
    QCOMPARE(entry[QStringLiteral("outcome")], QStringLiteral("succeeded"));
    QCOMPARE(entry[QStringLiteral("account")], tempo.id.toString());
    QCOMPARE(entry[QStringLiteral("object")], QStringLiteral("usage.png"));
    const QJsonObject detail = entry[QStringLiteral("detail")].toObject();
    QCOMPARE(detail[QStringLiteral("what")], QStringLiteral("usage"));
    QCOMPARE(detail[QStringLiteral("format")], QStringLiteral("png"));
    QCOMPARE(detail[QStringLiteral("metric")], QStringLiteral("requests"));
    QCOMPARE(detail[QStringLiteral("grouping")], QStringLiteral("key"));
    QCOMPARE(detail[QStringLiteral("from")], order.from.toIso());
    QCOMPARE(detail[QStringLiteral("to")], order.to.toIso());

    order.file = QStringLiteral("/nowhere/usage.png");
    QVERIFY(!outcomeOf(fixture.usage->save(order)));
    QCOMPARE(last()[QStringLiteral("outcome")], QStringLiteral("failed"));
}

void TestServicesLifecycle::aQuotaAtItsThresholdIsToldOnce()
{
    struct Desktop : DesktopNotifier
    {
        QList<DesktopNotice> told;
        void tell(const DesktopNotice &notice) override { told.append(notice); }
    } desktop;
    ServiceFixture fixture;
    LockService lock(*fixture.context, *fixture.held, nullptr);
    QuotaWatch watch(*fixture.context, *fixture.usage, *fixture.syncs, &desktop, &lock);
    QSignalSpy changes(&watch, &QuotaWatch::marksChanged);
    const AccountRow tempered = fixture.connectTo(QStringLiteral("tempered"));
    // 412 of 1000 are used.
    QVERIFY(outcomeOf(
        fixture.usage->setThresholds(tempered.id, QStringLiteral("evaluations"), {0.4, 0.95})));
    fixture.sync(tempered.id); // reads the quotas too
    QTRY_COMPARE(desktop.told.size(), 1);
    QVERIFY(desktop.told.constFirst().title.contains(tempered.name));
    QVERIFY(desktop.told.constFirst().text.contains(QStringLiteral("41 %")));
    QVERIFY(!desktop.told.constFirst().isUrgent);
    QCOMPARE(watch.marks().value(tempered.id).size(), 1);
    QCOMPARE(changes.size(), 1);
    // Read again: the mark stays, and nobody is told twice; the alarm is a threshold of its own.
    QVERIFY(outcomeOf(fixture.usage->refreshQuotas(tempered.id)));
    QVERIFY(outcomeOf(
        fixture.usage->setThresholds(tempered.id, QStringLiteral("evaluations"), {0.3, 0.4})));
    QTRY_COMPARE(desktop.told.size(), 2);
    QVERIFY(desktop.told.constLast().isUrgent);
    QVERIFY(!outcomeOf(
        fixture.usage->setThresholds(tempered.id, QStringLiteral("evaluations"), {0.9, 0.8})));
    QVERIFY(
        outcomeOf(fixture.usage->setThresholds(tempered.id, QStringLiteral("evaluations"), {})));
    QTRY_VERIFY(watch.marks().isEmpty());
    QCOMPARE(desktop.told.size(), 2);
}

void TestServicesLifecycle::exportIsWrittenAndJournalled()
{
    ServiceFixture fixture;
    fixture.connectTo(QStringLiteral("tempered"));
    const QString path = fixture.exports.filePath(QStringLiteral("journal.csv"));
    const auto written = outcomeOf(fixture.audit->exportTo({QStringLiteral("csv"), path, {}, {}}));
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QVERIFY(written->entries >= 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("account.add"));
    QCOMPARE(lastOutcome(fixture, QStringLiteral("report.export")), QStringLiteral("succeeded"));

    const auto impossible = outcomeOf(fixture.audit->exportTo(
        {QStringLiteral("csv"), QStringLiteral("/nowhere/at/all.csv"), {}, {}}));
    QVERIFY(!impossible);
    QVERIFY(
        lastOutcome(fixture, QStringLiteral("report.export")).contains(QStringLiteral("failed")));
    const auto verdict = outcomeOf(fixture.audit->verify());
    QVERIFY(verdict);
    QVERIFY(verdict->intact);
}

void TestServicesLifecycle::noSecretInTheDatabase()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    const auto made =
        outcomeOf(fixture.keyService->create(orderAt(fixture, account, QStringLiteral("quiet"))));
    QVERIFY(made);
    const auto value = outcomeOf(fixture.held->value(made->secret.id, QStringLiteral("copy")));
    QVERIFY(value);
    const QByteArray secret = (*value)->borrowed().toByteArray();
    const QByteArray credential =
        fixture.endpoints.systems[QStringLiteral("tempered")].credential.toUtf8();
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(fixture.profile.filePath(QStringLiteral("chatelaine.sqlite") + suffix));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains(secret));
        QVERIFY(!content.contains(credential));
        QVERIFY(!content.contains(secret.mid(8, 16)));
    }
}

QTEST_GUILESS_MAIN(TestServicesLifecycle)
#include "tst_services_lifecycle.moc"
