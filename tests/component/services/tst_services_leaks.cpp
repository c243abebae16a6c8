// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/fingerprint.h"
#include "servicefixture.h"
#include "services/leakmatching.h"
#include "services/leaksearch.h"
#include "services/secretlines.h"
#include "support/awaited.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** Whose keys leaked values are, by what is on this machine. */
class TestServicesLeaks : public QObject
{
    Q_OBJECT
private slots:
    void aListIsRead();
    void masksHaveEnds_data();
    void masksHaveEnds();
    void keptHeldAndDeliveredValuesAreProven();
    void othersAreLikelyOrUnknown();
    void noVendorIsAsked();
};

namespace {

using Certainty = LeakMatch::Certainty;

LeakReport found(ServiceFixture &fixture, const QList<SharedSecret> &values)
{
    LeakSearch search(*fixture.context);
    const auto report = outcomeOf(search.find(values));
    return report ? *report : LeakReport{};
}

/** A key whose secret is given back, and held here. */
SharedSecret secretOfNew(ServiceFixture &fixture, const NewKeyResult &made)
{
    const auto value = outcomeOf(fixture.held->value(made.secret.id, u"deliver"_s));
    return value ? *value : SharedSecret();
}

} // namespace

void TestServicesLeaks::aListIsRead()
{
    const auto read = SecretLines::read("  \"one\",\n\ntwo\r\n'one'\n");
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->at(0)->borrowed(), QByteArrayView("one"));
    QCOMPARE(read->at(1)->borrowed(), QByteArrayView("two"));
    QVERIFY(!SecretLines::read(" \n\"\"\n"));
    QVERIFY(!SecretLines::read(QByteArray(SecretLines::maximumLine + 1, 'x')));
    QByteArray many;
    for (int i = 0; i <= SecretLines::maximumCount; ++i)
        many += QByteArray::number(i) + '\n';
    QVERIFY(!SecretLines::read(many));
}

void TestServicesLeaks::masksHaveEnds_data()
{
    QTest::addColumn<QString>("mask");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("both") << u"ab_…9f3c"_s << "ab_"_ba
                          << "9f3c"_ba;
    QTest::newRow("stars") << u"*****cdef"_s << ""_ba
                           << "cdef"_ba;
    QTest::newRow("dots") << u"prx_Ab..."_s << "prx_Ab"_ba
                          << ""_ba;
    QTest::newRow("two gaps") << u"a••b••c"_s << "a"_ba
                              << "c"_ba;
    QTest::newRow("nothing hidden") << u"whole"_s << ""_ba
                                    << ""_ba;
    QTest::newRow("nothing shown") << u"****"_s << ""_ba
                                   << ""_ba;
}

void TestServicesLeaks::masksHaveEnds()
{
    QFETCH(QString, mask);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, tail);
    const auto ends = maskEnds(mask);
    QCOMPARE(ends.has_value(), !head.isEmpty() || !tail.isEmpty());
    if (ends) {
        QCOMPARE(ends->head, head);
        QCOMPARE(ends->tail, tail);
    }
}

void TestServicesLeaks::keptHeldAndDeliveredValuesAreProven()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult kept = fixture.makeKey(account, u"kept"_s);
    const NewKeyResult held = fixture.makeKey(account, u"held"_s);
    const NewKeyResult delivered = fixture.makeKey(account, u"delivered"_s);
    const QList<SharedSecret> values{secretOfNew(fixture, kept), secretOfNew(fixture, held),
                                     secretOfNew(fixture, delivered),
                                     secretOf(fixture.endpoints.systems[u"tempered"_s].credential)};
    QVERIFY(outcomeOf(fixture.held->keep(kept.secret.id)));
    QVERIFY(outcomeOf(fixture.held->forget(delivered.secret.id, u"stored"_s)));
    QCOMPARE(found(fixture, {values.at(2)}).matches.constFirst().certainty, Certainty::Likely);

    // Its receipt, as a delivery leaves it.
    const auto key = newFingerprintKey();
    QVERIFY(outcomeOf(fixture.keychain.write(keychainUser::fingerprint(), *key)));
    JournalEvent receipt;
    receipt.kind = u"key.deliver"_s;
    receipt.outcome = u"succeeded"_s;
    receipt.operation = delivered.secret.operation;
    receipt.detail = {{u"fingerprint"_s, fingerprintOf(**key, values.at(2)->borrowed())}};
    QVERIFY(outcomeOf(fixture.store->append(receipt)));

    const LeakReport report = found(fixture, values);
    QCOMPARE(report.matches.size(), values.size());
    const KeyUid wanted[] = {kept.key.uid, held.key.uid, delivered.key.uid};
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(report.matches.at(i).certainty, Certainty::Proven);
        QCOMPARE(report.matches.at(i).candidates.constFirst().uid, wanted[i]);
    }
    QCOMPARE(report.matches.at(3).certainty, Certainty::Proven);
    QVERIFY(report.matches.at(3).candidates.constFirst().inUse);
    QCOMPARE(keysMeant(report, false).size(), 4);
    for (const LeakMatch &match : report.matches)
        QVERIFY(!match.shown.isEmpty() && match.shown.size() < 20);
}

void TestServicesLeaks::othersAreLikelyOrUnknown()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const NewKeyResult made = fixture.makeKey(account, u"likely"_s);
    const SharedSecret value = secretOfNew(fixture, made);
    QVERIFY(outcomeOf(fixture.held->forget(made.secret.id, u"stored"_s)));
    // The same beginning: nobody can tell it from the key's own by the mask.
    const QByteArray twin = value->borrowed().chopped(4).toByteArray() + "zzzz";
    const LeakReport report = found(fixture, {value, *Secret::copyOf(twin),
                                              secretOf(u"prx_nobodyhasthisoneatall0000000"_s),
                                              secretOf(u"no key at all"_s)});
    const Certainty wanted[] = {Certainty::Likely, Certainty::Likely, Certainty::Unknown,
                                Certainty::Unknown};
    for (qsizetype i = 0; i < 4; ++i)
        QCOMPARE(report.matches.at(i).certainty, wanted[i]);
    QVERIFY(!report.matches.at(2).label.isEmpty());
    QVERIFY(report.matches.at(3).label.isEmpty());
    QVERIFY(keysMeant(report, false).isEmpty());
    QCOMPARE(keysMeant(report, true), QList{made.key.uid});
}

void TestServicesLeaks::noVendorIsAsked()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    fixture.control("DELETE", u"/requests"_s);
    QCOMPARE(found(fixture, {secretOf(u"prx_whose"_s)}).matches.size(), 1);
    QCOMPARE(fixture.requestCount(u"tempered"_s, u"GET"_s), 0);
    QVERIFY(!fixture.outcomes(u"key.create"_s).contains(u"prx_whose"_s));
}

QTEST_GUILESS_MAIN(TestServicesLeaks)
#include "tst_services_leaks.moc"
