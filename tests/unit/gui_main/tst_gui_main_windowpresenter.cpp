// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindowpresenter.h"
#include "samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

using Condition = AccountStatus::Condition;

struct Fixture : QObject
{
    StandingClock clock;
    QList<AccountRow> accounts;
    QList<AccountId> synced;
    QList<AccountId> cancelled;
    QList<HeldSecret> held;
    QList<Doubt> doubts;
    QList<Replacement> replacements;
    QList<std::pair<ReplacementId, bool>> goneOn;
    std::optional<Error> replacementFailure;
    std::optional<bool> settledAs;
    bool practiceRuns = false;
    int practiceStarts = 0;
    std::optional<Error> practiceFailure;
    std::optional<Error> syncFailure;
    MainWindowPresenter presenter{port(), clock};

    MainWindowPort port()
    {
        MainWindowPort port;
        port.loadAccounts = [this] {
            return later<QList<AccountRow>>(this, accounts);
        };
        port.accounts = [this] {
            return accounts;
        };
        port.removeAccount = [this](const AccountId &) {
            return later<Done>(this, Done());
        };
        port.definitionProblems = [] {
            return QStringList();
        };
        port.sync = [this](const AccountId &id) {
            synced.append(id);
            return syncFailure ? later<SyncReport>(this, *syncFailure)
                               : later<SyncReport>(this, SyncReport());
        };
        port.cancelSync = [this](const AccountId &id) {
            cancelled.append(id);
        };
        port.keychainCondition = [this] {
            return later<HoldingCondition>(this, HoldingCondition());
        };
        port.pendingSecrets = [this] {
            return later<QList<HeldSecret>>(this, held);
        };
        port.doubts = [this] {
            return later<QList<Doubt>>(this, doubts);
        };
        port.settle = [this](const OperationId &, const KeyUid &) {
            doubts.clear();
            return later<Done>(this, Done());
        };
        port.settleAs = [this](const OperationId &, bool tookEffect) {
            settledAs = tookEffect;
            doubts.clear();
            return later<Done>(this, Done());
        };
        port.openReplacements = [this] {
            return later<QList<Replacement>>(this, replacements);
        };
        port.goOnReplacing = [this](const ReplacementId &id, bool inUseConfirmed) {
            goneOn.append({id, inUseConfirmed});
            if (replacementFailure)
                return later<Replacement>(this, *replacementFailure);
            const Replacement ended = replacements.takeFirst();
            return later<Replacement>(this, ended);
        };
        port.abandonReplacement = [this](const ReplacementId &) {
            replacements.clear();
            return later<Done>(this, Done());
        };
        port.startPractice = [this] {
            return startPractice();
        };
        port.practiceRuns = [this] {
            return practiceRuns;
        };
        return port;
    }
    FutureOutcome<QList<AccountId>> startPractice()
    {
        ++practiceStarts;
        if (practiceFailure)
            return later<QList<AccountId>>(this, *practiceFailure);
        practiceRuns = true;
        AccountRow added = account(u"practice"_s, Condition::NeverSynced);
        added.practice = true;
        accounts = {added};
        return later<QList<AccountId>>(this, QList{added.id});
    }
    bool shows(Banner::Kind kind) const
    {
        for (const Banner &banner : presenter.banners()) {
            if (banner.kind == kind)
                return true;
        }
        return false;
    }
    void start()
    {
        presenter.start();
        QTRY_VERIFY(presenter.isLoaded());
    }
};

} // namespace

class TestWindowPresenter : public QObject
{
    Q_OBJECT
private slots:
    void theFirstRunIsOverWithTheFirstAccount()
    {
        Fixture f;
        QVERIFY(!f.presenter.isFirstRun()); // not known yet
        f.start();
        QVERIFY(f.presenter.isFirstRun());
        f.accounts = {account(u"1"_s, Condition::NeverSynced)};
        f.presenter.accountsHaveChanged();
        QVERIFY(!f.presenter.isFirstRun());
    }

    void openingAsksNoVendor()
    {
        Fixture f;
        f.accounts = {account(u"1"_s, Condition::Fresh)};
        f.accounts.first().practice = true;
        f.start();
        QCOMPARE(f.practiceStarts, 0);
        QVERIFY(f.synced.isEmpty());
    }

    void exploringStartsTheServerAndReadsItsAccounts()
    {
        Fixture f;
        f.start();
        f.presenter.explore();
        QVERIFY(f.presenter.isStartingPractice());
        f.presenter.explore(); // impatient: once is enough
        QTRY_COMPARE(f.synced, QList{AccountId(u"practice"_s)});
        QCOMPARE(f.practiceStarts, 1);
        QVERIFY(!f.presenter.isStartingPractice());
        QVERIFY(f.shows(Banner::Kind::Practice));
    }

    void aServerThatDoesNotStartIsSaid()
    {
        Fixture f;
        f.practiceFailure = failure(u"The program is missing."_s);
        f.start();
        QSignalSpy notices(&f.presenter, &MainWindowPresenter::noticed);
        f.presenter.explore();
        QVERIFY(notices.wait());
        QCOMPARE(notices.first().first().value<Notice>().text, u"The program is missing."_s);
        QVERIFY(!f.presenter.isStartingPractice());
        QVERIFY(f.synced.isEmpty());
    }

    void syncingAPracticeAccountStartsItsServerFirst()
    {
        Fixture f;
        f.accounts = {account(u"practice"_s, Condition::Fresh)};
        f.accounts.first().practice = true;
        f.start();
        f.presenter.syncScope();
        QVERIFY(f.synced.isEmpty());
        QTRY_COMPARE(f.synced, QList{AccountId(u"practice"_s)});
    }

    void theScopeDecidesWhatIsSynced()
    {
        Fixture f;
        f.accounts = {account(u"1"_s, Condition::Fresh), account(u"2"_s, Condition::Fresh)};
        f.start();
        f.presenter.syncScope();
        QCOMPARE(f.synced.size(), 2);
        f.presenter.setScope({AccountId(u"2"_s), {}});
        f.presenter.syncScope();
        QCOMPARE(f.synced.size(), 3);
        QCOMPARE(f.synced.last(), AccountId(u"2"_s));
    }

    void whatHappensIsSaidAndCanBeCancelled()
    {
        Fixture f;
        f.accounts = {account(u"1"_s, Condition::Fresh), account(u"2"_s, Condition::Fresh)};
        f.start();
        QCOMPARE(f.presenter.activity(), Activity());
        f.presenter.syncStarted(AccountId(u"1"_s));
        QVERIFY(f.presenter.activity().running);
        QCOMPARE(f.presenter.activity().total, 0);
        f.presenter.syncProgress(AccountId(u"1"_s), 3, 10, u"projects"_s);
        QCOMPARE(f.presenter.activity().text, u"Account 1: projects"_s);
        QCOMPARE(f.presenter.activity().done, 3);
        QCOMPARE(f.presenter.activity().total, 10);
        f.presenter.syncStarted(AccountId(u"2"_s));
        QCOMPARE(f.presenter.activity().total, 0); // of one of them it is not known
        f.presenter.cancelSyncs();
        QCOMPARE(f.cancelled.size(), 2);
        f.presenter.syncFinished(AccountId(u"1"_s));
        f.presenter.syncFinished(AccountId(u"2"_s));
        QCOMPARE(f.presenter.activity(), Activity());
    }

    void throttlingIsSaidUntilItIsOver()
    {
        Fixture f;
        f.accounts = {account(u"1"_s, Condition::Fresh)};
        f.start();
        f.presenter.throttled(AccountId(u"1"_s), noon.plusSeconds(120));
        QVERIFY(f.presenter.activity().text.contains(u"in 2 min"_s));
        f.clock.time = noon.plusSeconds(121);
        QVERIFY(f.presenter.activity().text.isEmpty());
    }

    // What a vendor's answer came to is in a banner: said once, and gone when it is over.
    void onlyWhatNoBannerTellsIsSaidOfASync()
    {
        Fixture f;
        f.accounts = {account(u"1"_s, Condition::Fresh)};
        f.syncFailure = failure(u"No route."_s);
        f.syncFailure->kind = ErrorKind::Network;
        f.start();
        QSignalSpy notices(&f.presenter, &MainWindowPresenter::noticed);
        f.presenter.syncScope();
        QTRY_COMPARE(f.synced.size(), 1);
        f.syncFailure->message = u"The disk is full."_s;
        f.syncFailure->kind = ErrorKind::Storage;
        f.presenter.syncScope();
        QVERIFY(notices.wait());
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().first().value<Notice>().text, u"Account 1: The disk is full."_s);
    }

    void asOfIsTheOldestInTheScope()
    {
        Fixture f;
        QCOMPARE(f.presenter.asOfText(), QString());
        f.accounts = {account(u"1"_s, Condition::Fresh), account(u"2"_s, Condition::Fresh)};
        QCOMPARE(f.presenter.asOfText(), u"Not read yet"_s);
        f.accounts[0].status.asOf = noon.plusSeconds(-180);
        f.accounts[1].status.asOf = noon.plusSeconds(-7200);
        QCOMPARE(f.presenter.asOfText(), u"As of 2 h ago"_s);
        f.presenter.setScope({AccountId(u"1"_s), {}});
        QCOMPARE(f.presenter.asOfText(), u"As of 3 min ago"_s);
    }

    void heldSecretsAreAnnouncedUnlessADialogShowsThem()
    {
        Fixture f;
        HeldSecret secret;
        secret.id = HeldSecretId(u"held"_s);
        f.held = {secret};
        f.start();
        QTRY_VERIFY(f.shows(Banner::Kind::HeldSecrets));
        f.presenter.setShown(secret.id, true);
        QVERIFY(!f.shows(Banner::Kind::HeldSecrets));
        f.presenter.setShown(secret.id, false);
        QVERIFY(f.shows(Banner::Kind::HeldSecrets));
    }

    void aSettledDoubtIsNoLongerAnnounced()
    {
        Fixture f;
        f.doubts = {Doubt()};
        f.start();
        QTRY_VERIFY(f.shows(Banner::Kind::Doubts));
        f.presenter.settle({}, {}, false);
        QTRY_VERIFY(!f.shows(Banner::Kind::Doubts));
    }

    void anOpenReplacementIsAnnouncedAndGoneOnWith()
    {
        Fixture f;
        Replacement open;
        open.row.id = ReplacementId(u"r1"_s);
        open.oldKey = key(u"old"_s, KeyState::Active);
        open.oldKey.inUse = true;
        open.canGoOn = true;
        f.replacements = {open};
        f.presenter.start();
        const auto announced = [&f] {
            const QList<Banner> banners = f.presenter.banners();
            return std::any_of(banners.begin(), banners.end(), [](const Banner &banner) {
                return banner.kind == Banner::Kind::Replacements;
            });
        };
        QTRY_VERIFY(announced());
        f.replacementFailure = failure(u"The secret is still only held."_s);
        QSignalSpy failed(&f.presenter, &MainWindowPresenter::replacementFailed);
        f.presenter.goOn(open);
        f.presenter.goOn(open); // while the first one runs
        QVERIFY(failed.wait());
        QCOMPARE(f.goneOn.size(), 1);
        QVERIFY(f.goneOn.first().second); // the user was asked about the key in use
        f.replacementFailure.reset();
        f.presenter.goOn(open);
        QTRY_VERIFY(!announced());
    }

    void aHeldSecretIsShownBeforeTheOldKeyEnds()
    {
        Fixture f;
        Replacement open;
        open.secret = HeldSecret();
        QSignalSpy wanted(&f.presenter, &MainWindowPresenter::secretsWanted);
        f.presenter.goOn(open);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(f.goneOn.isEmpty());
    }

    // D1: what is in the memory of this run only, and in no dialog, keeps the window from closing.
    void secretsInMemoryOnlyAreAtRisk()
    {
        Fixture f;
        HeldSecret safe;
        safe.id = HeldSecretId(u"safe"_s);
        safe.inKeychain = true;
        HeldSecret unsafe;
        unsafe.id = HeldSecretId(u"unsafe"_s);
        f.held = {safe, unsafe};
        f.presenter.readHeld();
        QTRY_COMPARE(f.presenter.secretsAtRisk().size(), 1);
        QCOMPARE(f.presenter.secretsAtRisk().constFirst().id, unsafe.id);
        f.presenter.setShown(unsafe.id, true); // its dialog asks by itself
        QVERIFY(f.presenter.secretsAtRisk().isEmpty());
    }

    void whatMadeNoKeyIsSettledByItsEffect()
    {
        Fixture f;
        f.presenter.settle(OperationId(u"o"_s), {}, true);
        QCOMPARE(f.settledAs, std::optional(true));
    }
};

QTEST_GUILESS_MAIN(TestWindowPresenter)
#include "tst_gui_main_windowpresenter.moc"
