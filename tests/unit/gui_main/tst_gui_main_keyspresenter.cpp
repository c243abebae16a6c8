// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyspresenter.h"
#include "samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

/** Services that answer later and remember what they were asked. */
struct Fixture : QObject
{
    KeyRow ci = key(u"CI"_s, KeyState::Active);
    KeyRow other = key(u"Other"_s, KeyState::Disabled);
    ProviderInfo vendor =
        provider({kind(u"project"_s, {KeyVerb::Create, KeyVerb::Disable, KeyVerb::Delete})});
    QList<AccountRow> accounts{account(u"account"_s, AccountStatus::Condition::Fresh)};
    QList<std::pair<KeyUid, KeyVerb>> applied;
    bool confirmedInUse = false;
    QHash<KeyUid, QList<Finding>> findings;
    QHash<KeyUid, KeyNotes> notes;
    std::optional<Error> broken;
    KeysPresenter presenter{port()};

    KeysPort port()
    {
        KeysPort port;
        port.key = [this](const KeyUid &uid) {
            return later<KeyRow>(this, uid == ci.uid ? ci : other);
        };
        port.apply = [this](const KeyUid &uid, KeyVerb verb, bool inUse) {
            applied.append({uid, verb});
            confirmedInUse = inUse;
            if (broken)
                return later<KeyChange>(this, *broken);
            ci.record.state = KeyState::Disabled;
            return later<KeyChange>(this, KeyChange{ci, true, {}});
        };
        port.findings = [this](const KeyUid &uid) {
            return later<QList<Finding>>(this, findings.value(uid));
        };
        port.notes = [this](const KeyUid &uid) {
            return later<KeyNotes>(this, notes.value(uid));
        };
        port.check = [this](const KeyUid &) {
            return later<KeyCheck>(
                this,
                KeyCheck{
                    KeyCheck::Verdict::Refused, u"The server refuses it."_s, ci, {}, {}, {}, {}});
        };
        port.accounts = [this] {
            return accounts;
        };
        port.provider = [this](const AccountId &) {
            return std::optional(vendor);
        };
        return port;
    }
    void select(const KeyRow &row)
    {
        presenter.setCurrent(row.uid);
        QTRY_VERIFY(presenter.key() && presenter.key()->uid == row.uid);
    }
};

} // namespace

class TestKeysPresenter : public QObject
{
    Q_OBJECT
private slots:
    void typingCountsOnceItPauses()
    {
        Fixture f;
        QSignalSpy queries(&f.presenter, &KeysPresenter::queryChanged);
        for (const QString &typed : {u"c"_s, u"ci"_s, u"ci "_s, u" ci  pipe"_s})
            f.presenter.setSearchText(typed);
        QVERIFY(queries.isEmpty());
        QTRY_COMPARE(queries.size(), 1);
        QCOMPARE(f.presenter.query().text, u"ci pipe"_s);
        QVERIFY(KeysPresenter::searchDelayMs <= 60);
    }

    void clearingTheSearchShowsAllButDeleted()
    {
        Fixture f;
        f.presenter.setStates({KeyState::Deleted}, true);
        QVERIFY(f.presenter.query().includeDeleted);
        f.presenter.setSearchText(u"ci"_s);
        f.presenter.clearSearch();
        QTest::qWait(2 * KeysPresenter::searchDelayMs); // nothing typed before comes back
        QCOMPARE(f.presenter.query().text, QString());
        QVERIFY(f.presenter.query().states.isEmpty());
        QVERIFY(!f.presenter.query().includeDeleted);
    }

    void aKeysFindingsAreReadWithIt()
    {
        Fixture f;
        Finding old;
        old.rule = FindingRule::OlderThan;
        old.days = 100;
        f.findings.insert(f.ci.uid, {old});
        f.select(f.ci);
        QTRY_COMPARE(f.presenter.findings(), QList<Finding>{old});
        f.presenter.setCurrent(f.other.uid);
        QVERIFY(f.presenter.findings().isEmpty()); // not the other key's meanwhile
        f.presenter.setCurrent(f.ci.uid);
        QTRY_COMPARE(f.presenter.findings().size(), 1);
        f.findings.clear(); // it was rotated
        f.presenter.refreshKey();
        QTRY_VERIFY(f.presenter.findings().isEmpty());
    }

    void anActionIsDoneAndTold()
    {
        Fixture f;
        f.select(f.ci);
        QSignalSpy notices(&f.presenter, &KeysPresenter::noticed);
        f.presenter.perform(KeyAction::Disable, f.ci);
        QVERIFY(f.presenter.isBusy(f.ci.uid));
        QVERIFY(!f.presenter.offers().offer(KeyAction::Disable).enabled);
        f.presenter.perform(KeyAction::Disable, f.ci); // while it is being done: not again
        QVERIFY(notices.wait());
        QCOMPARE(f.applied.size(), 1);
        QVERIFY(!f.presenter.isBusy(f.ci.uid));
        const auto notice = notices.first().first().value<Notice>();
        QCOMPARE(notice.severity, Severity::Good);
        QVERIFY(notice.text.contains(u"CI"_s));
        QTRY_COMPARE(f.presenter.key()->record.state, KeyState::Disabled);
    }

    void whatWasAskedForIsDoneThoughAnotherKeyIsSelectedSince()
    {
        Fixture f;
        f.select(f.ci);
        const KeyRow asked = *f.presenter.key();
        f.select(f.other);
        f.presenter.perform(KeyAction::Disable, asked);
        QCOMPARE(f.applied.first().first, f.ci.uid);
    }

    void aFailureIsSaidWithTheNextStep()
    {
        Fixture f;
        f.broken = failure(u"The vendor cannot be reached."_s);
        f.select(f.ci);
        QSignalSpy notices(&f.presenter, &KeysPresenter::noticed);
        f.presenter.perform(KeyAction::Disable, f.ci);
        QVERIFY(notices.wait());
        const auto notice = notices.first().first().value<Notice>();
        QCOMPARE(notice.severity, Severity::Error);
        QCOMPARE(notice.text, u"The vendor cannot be reached."_s);
        QCOMPARE(notice.next, u"Look at the network."_s);
        QVERIFY(f.presenter.offers().offer(KeyAction::Disable).enabled);
    }

    void aRefusedCheckIsNotGood()
    {
        Fixture f;
        f.ci.kept = true;
        f.select(f.ci);
        QSignalSpy notices(&f.presenter, &KeysPresenter::noticed);
        f.presenter.perform(KeyAction::Check, f.ci);
        QVERIFY(notices.wait());
        QCOMPARE(notices.first().first().value<Notice>().severity, Severity::Error);
        QVERIFY(f.applied.isEmpty());
    }

    void onlyTheKeyInUseIsSentAsConfirmed()
    {
        Fixture f;
        f.presenter.perform(KeyAction::Disable, f.ci);
        QVERIFY(!f.confirmedInUse);
        f.other.inUse = true;
        f.presenter.perform(KeyAction::Disable, f.other);
        QVERIFY(f.confirmedInUse);
    }

    void anAnswerForAnEarlierSelectionIsDropped()
    {
        Fixture f;
        f.presenter.setCurrent(f.ci.uid);
        f.select(f.other);
        QTest::qWait(0);
        QCOMPARE(f.presenter.key()->uid, f.other.uid);
    }

    void anotherScopeForgetsTheKey()
    {
        Fixture f;
        f.select(f.ci);
        f.presenter.setScope({AccountId(u"second"_s), {}});
        QVERIFY(f.presenter.current().isEmpty());
        QVERIFY(!f.presenter.key());
    }

    void existingKeysGoToTheOneAccountThatTakesThem()
    {
        Fixture f;
        QVERIFY(f.presenter.canCreate());
        QVERIFY(f.presenter.accountToAddTo().isEmpty());
        f.vendor.kinds[0].manual = true;
        QCOMPARE(f.presenter.accountToAddTo(), f.accounts.first().id);
        f.accounts.append(account(u"second"_s, AccountStatus::Condition::Fresh));
        QVERIFY(f.presenter.accountToAddTo().isEmpty());
        f.presenter.setScope({AccountId(u"second"_s), {}});
        QCOMPARE(f.presenter.accountToAddTo(), AccountId(u"second"_s));
    }
};

QTEST_GUILESS_MAIN(TestKeysPresenter)
#include "tst_gui_main_keyspresenter.moc"
