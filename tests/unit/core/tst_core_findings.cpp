// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/findings.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp now = *Timestamp::fromIso(u"2026-11-22T12:00:00Z");
constexpr qint64 day = 24 * 3600;

AssessedKey key(KeyState state = KeyState::Active)
{
    AssessedKey made;
    made.uid = KeyUid(u"k"_s);
    made.account = AccountId(u"a"_s);
    made.name = u"CI"_s;
    made.state = state;
    made.createdAt = now.plusSeconds(-day);
    return made;
}

QStringList rules(const QList<Finding> &findings)
{
    QStringList names;
    for (const Finding &finding : findings)
        names.append(findingRuleName(finding.rule));
    return names;
}

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private slots:
    void aYoungKeyWithoutAdminRightsIsFine()
    {
        QCOMPARE(rules(findingsOf(key(), {}, now)), QStringList());
    }

    void ageIsCountedFromTheLastSecret_data()
    {
        QTest::addColumn<qint64>("created");
        QTest::addColumn<qint64>("rotated");
        QTest::addColumn<qint64>("days");
        QTest::newRow("to the second") << 90 * day << qint64(-1) << qint64(-1);
        QTest::newRow("a second more") << 90 * day + 1 << qint64(-1) << qint64(90);
        QTest::newRow("rotated since") << 400 * day << 3 * day << qint64(-1);
        QTest::newRow("rotated long ago") << 400 * day << 100 * day << qint64(100);
        QTest::newRow("only the rotation is known") << qint64(-1) << 91 * day << qint64(91);
        QTest::newRow("nothing is known") << qint64(-1) << qint64(-1) << qint64(-1);
    }
    void ageIsCountedFromTheLastSecret()
    {
        QFETCH(qint64, created);
        QFETCH(qint64, rotated);
        QFETCH(qint64, days);
        AssessedKey old = key();
        old.createdAt = created < 0 ? std::nullopt : std::optional(now.plusSeconds(-created));
        old.rotatedAt = rotated < 0 ? std::nullopt : std::optional(now.plusSeconds(-rotated));
        const QList<Finding> findings = findingsOf(old, {}, now);
        QCOMPARE(rules(findings), days < 0 ? QStringList() : QStringList{u"older-than"_s});
        if (days < 0)
            return;
        const Finding &finding = findings.constFirst();
        QCOMPARE(finding.days, days);
        QCOMPARE(finding.key, KeyUid(u"k"_s));
        QCOMPARE(finding.account, AccountId(u"a"_s));
        QVERIFY(findingSentence(finding).contains(QString::number(days)));
        const Timestamp made = rotated < 0 ? *old.createdAt : *old.rotatedAt;
        QCOMPARE(finding.since, std::optional(made.plusSeconds(90 * day)));
    }

    void theBoundsCanBeOthers()
    {
        FindingLimits limits;
        limits.ageDays = 0;
        QCOMPARE(rules(findingsOf(key(), limits, now)), QStringList{u"older-than"_s});
        limits.heldHours = 1;
        AssessedSecret secret;
        secret.heldSince = now.plusSeconds(-2 * 3600);
        QVERIFY(findingOf(secret, limits, now));
        QVERIFY(!findingOf(secret, {}, now));
    }

    void adminRightsAreWhatTheDefinitionSays_data()
    {
        QTest::addColumn<QStringList>("admin");
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QStringList>("granted");
        QTest::newRow("by name") << QStringList{u"admin"_s} << QStringList{u"eval"_s, u"admin"_s}
                                 << QStringList{u"admin"_s};
        QTest::newRow("another") << QStringList{u"admin"_s} << QStringList{u"administrator"_s}
                                 << QStringList();
        QTest::newRow("by beginning")
            << QStringList{u"org:*"_s} << QStringList{u"org:keys"_s, u"data:read"_s, u"org:"_s}
            << QStringList{u"org:keys"_s, u"org:"_s};
        QTest::newRow("a scope of that name")
            << QStringList{u"*"_s} << QStringList{u"data:read"_s} << QStringList();
        QTest::newRow("all scopes")
            << QStringList{u"*"_s} << QStringList{u"*"_s} << QStringList{u"*"_s};
        QTest::newRow("none named") << QStringList() << QStringList{u"admin"_s} << QStringList();
    }
    void adminRightsAreWhatTheDefinitionSays()
    {
        QFETCH(QStringList, admin);
        QFETCH(QStringList, scopes);
        QFETCH(QStringList, granted);
        AssessedKey given = key();
        given.admin.scopes = admin;
        given.scopes = scopes;
        const QList<Finding> findings = findingsOf(given, {}, now);
        QCOMPARE(findings.isEmpty(), granted.isEmpty());
        if (findings.isEmpty())
            return;
        QCOMPARE(rules(findings), QStringList{u"admin-scope"_s});
        QCOMPARE(findings.constFirst().scopes, granted);
        QCOMPARE(findings.constFirst().since, given.createdAt);
        QVERIFY(findingSentence(findings.constFirst()).contains(granted.constFirst()));
    }

    void aKindCanHaveThemAsAWhole()
    {
        AssessedKey given = key();
        given.admin.everyKey = true;
        QCOMPARE(rules(findingsOf(given, {}, now)), QStringList{u"admin-scope"_s});
    }

    void onlyKeysThatMayWorkCount_data()
    {
        QTest::addColumn<KeyState>("state");
        QTest::addColumn<bool>("counts");
        QTest::newRow("active") << KeyState::Active << true;
        QTest::newRow("rotating") << KeyState::Rotating << true;
        QTest::newRow("unknown") << KeyState::Unknown << true;
        QTest::newRow("disabled") << KeyState::Disabled << false;
        QTest::newRow("expired") << KeyState::Expired << false;
        QTest::newRow("revoked") << KeyState::Revoked << false;
        QTest::newRow("deleted") << KeyState::Deleted << false;
    }
    void onlyKeysThatMayWorkCount()
    {
        QFETCH(KeyState, state);
        QFETCH(bool, counts);
        AssessedKey given = key(state);
        given.admin.everyKey = true;
        given.createdAt = now.plusSeconds(-1000 * day);
        QCOMPARE(findingsOf(given, {}, now).size(), counts ? 2 : 0);
    }

    void aSecretIsHeldForADay()
    {
        AssessedSecret secret;
        secret.operation = OperationId(u"o"_s);
        secret.account = AccountId(u"a"_s);
        secret.key = KeyUid(u"k"_s);
        secret.name = u"CI"_s;
        secret.heldSince = now.plusSeconds(-day);
        QVERIFY(!findingOf(secret, {}, now));
        const auto finding = findingOf(secret, {}, now.plusSeconds(1));
        QVERIFY(finding);
        QCOMPARE(finding->rule, FindingRule::SecretHeld);
        QCOMPARE(finding->severity, FindingSeverity::High);
        QCOMPARE(finding->operation, secret.operation);
        QCOMPARE(finding->key, secret.key);
        QCOMPARE(finding->since, std::optional(now));
        QCOMPARE(finding->days, qint64(1));
    }

    void rulesHaveNames()
    {
        for (const FindingRule rule :
             {FindingRule::SecretHeld, FindingRule::AdminScope, FindingRule::OlderThan})
            QCOMPARE(findingRuleFromName(findingRuleName(rule)), std::optional(rule));
        QVERIFY(!findingRuleFromName(u"unused"));
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_core_findings.moc"
