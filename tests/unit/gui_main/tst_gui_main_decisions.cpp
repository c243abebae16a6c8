// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/banner/banners.h"
#include "gui/common/colours.h"
#include "gui/common/readablepalette.h"
#include "gui/common/timetext.h"
#include "gui/keys/accountfacts.h"
#include "gui/keys/keyactions.h"
#include "gui/keys/keyfacts.h"
#include "gui/keys/keyliststate.h"
#include "samples.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

using Condition = AccountStatus::Condition;

QList<Banner::Kind> kinds(const QList<Banner> &banners)
{
    QList<Banner::Kind> found;
    for (const Banner &banner : banners)
        found.append(banner.kind);
    return found;
}

const KeyFact *fact(const QList<KeyFact> &facts, KeyFact::Field field)
{
    for (const KeyFact &one : facts) {
        if (one.field == field)
            return &one;
    }
    return nullptr;
}

} // namespace

class TestDecisions : public QObject
{
    Q_OBJECT
private slots:
    void aPlaceholderThatCannotBeReadIsCorrected()
    {
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(27, 30, 32));
        dark.setColor(QPalette::Text, Qt::white);
        dark.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
        const QPalette corrected = withReadablePlaceholder(dark);
        QVERIFY(contrastRatio(corrected.color(QPalette::PlaceholderText),
                              corrected.color(QPalette::Base)) > 4.5);
        QCOMPARE(corrected.color(QPalette::Text), dark.color(QPalette::Text));
        QCOMPARE(withReadablePlaceholder(corrected), corrected);
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
    }

    void relativeTimes_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << u"just now"_s;
        QTest::newRow("59 s") << qint64(-59) << u"just now"_s;
        QTest::newRow("a minute") << qint64(-60) << u"1 min ago"_s;
        QTest::newRow("59 min") << qint64(-3599) << u"59 min ago"_s;
        QTest::newRow("hours") << qint64(-3 * 3600) << u"3 h ago"_s;
        QTest::newRow("a day") << qint64(-86400) << u"1 day ago"_s;
        QTest::newRow("days") << qint64(-5 * 86400) << u"5 days ago"_s;
        QTest::newRow("to come") << qint64(5 * 86400) << u"in 5 days"_s;
        QTest::newRow("soon") << qint64(30) << u"in a moment"_s;
    }
    void relativeTimes()
    {
        QFETCH(const qint64, seconds);
        QTEST(relativeTime(noon.plusSeconds(seconds), noon), "text");
    }
    void farTimesAreDates()
    {
        QVERIFY(!relativeTime(noon.plusSeconds(-70 * 86400), noon).contains(u"ago"_s));
    }

    void threeKindsOfNotUsedAreThreeSentences()
    {
        LastUsed used{noon.plusSeconds(-3 * 3600), 0, LastUsed::Source::Vendor, {}, {}};
        QCOMPARE(lastUsedSentence(used, noon), u"Used 3 h ago"_s);
        const LastUsed tracked{{}, 0, LastUsed::Source::Usage, noon.plusSeconds(-86400), {}};
        QVERIFY(lastUsedSentence(tracked, noon).startsWith(u"Not used since "_s));
        QVERIFY(lastUsedSentence(tracked, noon).endsWith(u"when tracking began"_s));
        QCOMPARE(lastUsedSentence({}, noon), u"The vendor does not say"_s);
        QCOMPARE(lastUsedBrief({}, LastUsed::Source::None, noon), u"not known"_s);
        QCOMPARE(lastUsedBrief({}, LastUsed::Source::Vendor, noon), u"never"_s);
    }

    void verbsAreThoseOfTheDefinitionAndTheState_data()
    {
        QTest::addColumn<KeyState>("state");
        QTest::addColumn<QList<KeyAction>>("enabled");
        using A = KeyAction;
        QTest::newRow("active") << KeyState::Active << QList<A>{A::Disable, A::Delete};
        QTest::newRow("disabled") << KeyState::Disabled << QList<A>{A::Enable, A::Delete};
        QTest::newRow("expired") << KeyState::Expired << QList<A>{A::Delete};
        QTest::newRow("unknown") << KeyState::Unknown << QList<A>{A::Disable, A::Delete};
        QTest::newRow("deleted") << KeyState::Deleted << QList<A>{};
    }
    void verbsAreThoseOfTheDefinitionAndTheState()
    {
        QFETCH(const KeyState, state);
        const ProviderInfo vendor =
            provider({kind(u"project"_s, {KeyVerb::Enable, KeyVerb::Disable, KeyVerb::Delete})});
        const KeyOffers offers = keyOffers(key(u"CI"_s, state), vendor, false);
        QList<KeyAction> enabled;
        for (const KeyOffer &offer : offers.actions) {
            if (offer.enabled)
                enabled.append(offer.action);
            QVERIFY2(offer.enabled || !offer.offered || !offer.reason.isEmpty(),
                     "what is offered and not enabled says why");
        }
        QTEST(enabled, "enabled");
        QVERIFY(!offers.offer(KeyAction::Revoke).offered);
        for (const KeyOffer &offer : keyOffers(key(u"CI"_s, state), vendor, true).actions)
            QVERIFY(!offer.enabled);
    }

    void aCheckNeedsTheSecret()
    {
        const ProviderInfo vendor = provider({kind(u"project"_s, {})});
        KeyRow row = key(u"CI"_s, KeyState::Active);
        const KeyOffer without = keyOffers(row, vendor, false).offer(KeyAction::Check);
        QVERIFY(without.offered && !without.enabled && !without.reason.isEmpty());
        row.kept = true;
        QVERIFY(keyOffers(row, vendor, false).offer(KeyAction::Check).enabled);
    }

    void theKeyInUseIsAlwaysAskedFor()
    {
        const ProviderInfo vendor = provider({kind(u"project"_s, {KeyVerb::Disable})});
        KeyRow row = key(u"CI"_s, KeyState::Active);
        QVERIFY(!keyOffers(row, vendor, false).offer(KeyAction::Disable).asksFirst);
        row.inUse = true;
        QVERIFY(keyOffers(row, vendor, false).offer(KeyAction::Disable).asksFirst);
    }

    void nothingIsOfferedWithoutAKeyOrItsProvider()
    {
        for (const KeyOffer &offer : keyOffers({}, {}, false).actions)
            QVERIFY(!offer.offered && !offer.enabled);
        for (const KeyOffer &offer : keyOffers(key(u"a"_s, KeyState::Active), {}, false).actions)
            QVERIFY(!offer.offered && !offer.enabled);
    }

    void onlyWebPagesAreOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << u"https://vendor.example/x"_s << true;
        QTest::newRow("practice") << u"http://127.0.0.1:8080/"_s << true;
        QTest::newRow("http") << u"http://vendor.example/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    }
    void onlyWebPagesAreOpened()
    {
        QFETCH(const QString, url);
        KindInfo manual = kind(u"project"_s, {});
        manual.external = {{KeyVerb::Revoke, u"Tokens end in the dashboard."_s, url}};
        const KeyOffers offers =
            keyOffers(key(u"a"_s, KeyState::Active), provider({manual}), false);
        QCOMPARE(offers.external.size(), 1);
        QCOMPARE(offers.external.first().text, u"Open Vendor dashboard"_s);
        QCOMPARE(offers.external.first().why, u"Tokens end in the dashboard."_s);
        QTEST(offers.external.first().url.isValid(), "opens");
    }

    void eachShortcutIsOfOneAction()
    {
        QFile form(QStringLiteral(CHATELAINE_SOURCE_DIR "/ui/mainwindow.ui"));
        QVERIFY(form.open(QIODevice::ReadOnly));
        static const QRegularExpression shortcut(
            u"name=\"shortcut\"><string[^>]*>([^<]+)</string>"_s);
        const QString text = QString::fromUtf8(form.readAll());
        QStringList all;
        for (const auto &match : shortcut.globalMatch(text))
            all.append(match.captured(1));
        QVERIFY(all.size() > 15);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), all.size());
    }

    void factsSayWhatIsKnownAndLeaveOutWhatIsNot()
    {
        KeyRow row = key(u"CI"_s, KeyState::Active);
        row.record.createdAt = noon.plusSeconds(-7200);
        row.record.createdBy = u"alex"_s;
        row.kept = true;
        const QList<KeyFact> facts =
            keyFacts(row, account(u"1"_s, Condition::Fresh), provider({}), {}, noon);
        QCOMPARE(fact(facts, KeyFact::Field::Created)->text, u"2 h ago by alex"_s);
        QVERIFY(fact(facts, KeyFact::Field::Created)->tip.contains(row.record.createdAt->toIso()));
        QCOMPARE(fact(facts, KeyFact::Field::LastUsed)->text, u"The vendor does not say"_s);
        QVERIFY(fact(facts, KeyFact::Field::Mask)->fixedFont);
        QVERIFY(fact(facts, KeyFact::Field::Secret));
        QVERIFY(!fact(facts, KeyFact::Field::Expires));
        QVERIFY(!fact(facts, KeyFact::Field::Environment));
    }

    void anEmptyListSaysWhyAndWhatNext_data()
    {
        using Step = KeyListState::Step;
        QTest::addColumn<KeyListSituation>("situation");
        QTest::addColumn<Step>("step");
        KeyListSituation loaded;
        loaded.loaded = true;
        QTest::newRow("opening") << KeyListSituation{} << Step::None;
        KeyListSituation searching = loaded;
        searching.searching = true;
        QTest::newRow("no match") << searching << Step::ClearSearch;
        KeyListSituation unread = loaded;
        unread.accounts = {account(u"1"_s, Condition::NeverSynced)};
        QTest::newRow("never read") << unread << Step::Sync;
        KeyListSituation offline = loaded;
        offline.accounts = {account(u"1"_s, Condition::Offline)};
        QTest::newRow("offline") << offline << Step::Sync;
        KeyListSituation empty = loaded;
        empty.accounts = {account(u"1"_s, Condition::Fresh)};
        empty.canCreate = true;
        QTest::newRow("empty") << empty << Step::NewKey;
        KeyListSituation manual = unread;
        manual.canAdd = true;
        QTest::newRow("by hand") << manual << Step::AddExisting;
    }
    void anEmptyListSaysWhyAndWhatNext()
    {
        QFETCH(const KeyListSituation, situation);
        const KeyListState state = keyListState(situation);
        QTEST(state.step, "step");
        QVERIFY(!state.title.isEmpty() && !state.sentence.isEmpty());
        QCOMPARE(state.action.isEmpty(), state.step == KeyListState::Step::None);
        KeyListSituation withRows = situation;
        withRows.rows = 1;
        QCOMPARE(keyListState(withRows), KeyListState());
    }

    void bannersAreThoseOfTheScopeAndTheGravestFirst()
    {
        BannerSituation situation;
        situation.accounts = {
            account(u"1"_s, Condition::Offline), account(u"2"_s, Condition::Incomplete),
            account(u"3"_s, Condition::Unauthorized), account(u"4"_s, Condition::Fresh)};
        situation.accounts[1].status.reasons = {u"Page 2 failed."_s, u"Sandbox is hidden."_s};
        situation.doubts = 2;
        using Kind = Banner::Kind;
        const QList<Banner> banners = bannersFor(situation, noon);
        QCOMPARE(kinds(banners),
                 QList<Kind>({Kind::Doubts, Kind::Unauthorized, Kind::Offline, Kind::Incomplete}));
        QVERIFY(banners.last().detail.contains(u"Sandbox is hidden."_s));
        situation.scope.account = AccountId(u"2"_s);
        QCOMPARE(kinds(bannersFor(situation, noon)), QList<Kind>({Kind::Doubts, Kind::Incomplete}));
        QCOMPARE(bannersFor(situation, noon).last().accounts, QList{AccountId(u"2"_s)});
    }

    void practiceIsSaidAndCanBeStarted()
    {
        BannerSituation situation;
        situation.accounts = {account(u"1"_s, Condition::Fresh)};
        QVERIFY(bannersFor(situation, noon).isEmpty());
        situation.accounts[0].practice = true;
        QVERIFY(!bannersFor(situation, noon).first().action.isEmpty());
        situation.practiceRuns = true;
        QVERIFY(bannersFor(situation, noon).first().action.isEmpty());
    }

    void whatAVendorWantsKnownIsABanner()
    {
        BannerSituation situation;
        situation.accounts = {account(u"1"_s, Condition::Fresh)};
        situation.accounts[0].status.message = u"This API is deprecated."_s;
        situation.replacements = 1;
        using Kind = Banner::Kind;
        const QList<Banner> banners = bannersFor(situation, noon);
        QCOMPARE(kinds(banners), QList<Kind>({Kind::Replacements, Kind::VendorNote}));
        QVERIFY(banners.last().notice.text.contains(u"deprecated"_s));
    }

    void anAccountShowsItsGenerationAndWhichCredentialsItHas()
    {
        ProviderInfo vendor = provider({});
        vendor.variant = u"API v2"_s;
        SlotInfo data;
        data.id = u"data"_s;
        data.label = u"API key"_s;
        vendor.slots_ = {data};
        AccountRow row = account(u"1"_s, Condition::Fresh);
        const auto textOf = [&](const QString &label) {
            for (const KeyFact &fact : accountFacts(row, vendor, noon)) {
                if (fact.label == label)
                    return fact.text;
            }
            return QString();
        };
        QCOMPARE(textOf(u"API generation"_s), u"API v2"_s);
        QCOMPARE(textOf(u"Credential"_s), u"API key: not given"_s);
        row.credentials.insert(u"data"_s, {CredentialSource::Kind::Environment, u"TEMPO_KEY"_s});
        QVERIFY(textOf(u"Credential"_s).contains(u"TEMPO_KEY"_s));
    }

    void rotationEditAndReplacementFollowTheDefinition()
    {
        KindInfo rotating = kind(
            u"project"_s, {KeyVerb::Create, KeyVerb::Rotate, KeyVerb::Update, KeyVerb::Revoke});
        rotating.verbs[1].states = {u"active"_s, u"expired"_s};
        const ProviderInfo vendor = provider({rotating});
        const auto offer = [&](KeyState state, KeyAction action) {
            return keyOffers(key(u"CI"_s, state), vendor, false).offer(action);
        };
        QVERIFY(offer(KeyState::Active, KeyAction::Rotate).enabled);
        QVERIFY(offer(KeyState::Active, KeyAction::Rotate).asksFirst);
        QCOMPARE(offer(KeyState::Active, KeyAction::Rotate).word, u"Rotate"_s);
        QCOMPARE(offer(KeyState::Expired, KeyAction::Rotate).word, u"Renew"_s);
        QVERIFY(!offer(KeyState::Rotating, KeyAction::Rotate).enabled); // the definition says so
        QVERIFY(offer(KeyState::Active, KeyAction::Edit).enabled);
        QVERIFY(offer(KeyState::Expired, KeyAction::Replace).enabled);
        QVERIFY(!offer(KeyState::Deleted, KeyAction::Replace).enabled);
        KeyRow vanished = key(u"CI"_s, KeyState::Active);
        vanished.vanishedAt = noon;
        QVERIFY(!keyOffers(vanished, vendor, false).offer(KeyAction::Rotate).enabled);
        const ProviderInfo plain = provider({kind(u"project"_s, {KeyVerb::Create})});
        QVERIFY(!keyOffers(key(u"CI"_s, KeyState::Active), plain, false)
                     .offer(KeyAction::Replace)
                     .offered);
        for (const KeyAction action : {KeyAction::Edit, KeyAction::Rotate, KeyAction::Replace})
            QVERIFY(!verbOf(action)); // a form comes first
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_gui_main_decisions.moc"
