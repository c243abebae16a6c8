// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/common/messagebar.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/secretview/secretinput.h"
#include "gui/team/teamdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace samples;

namespace {

const QString local = u"postgresql://anna@/team?host=/run/postgresql"_s;

struct TeamConfirmer final : Confirmer
{
    Confirmation question;
    bool answer = true;
    QFuture<bool> ask(QWidget *, const Confirmation &asked) override
    {
        question = asked;
        QPromise<bool> promise;
        promise.start();
        promise.addResult(answer);
        promise.finish();
        return promise.future();
    }
};

} // namespace

/** The dialog of the team: what it offers, what it says, and what becomes of the password. */
class tst_GuiTeam : public QObject
{
    Q_OBJECT

    std::optional<TeamAddress> m_joined;
    TeamState m_state;
    Pending<TeamRound> m_checks;
    Pending<TeamRound> m_joins;
    Pending<TeamRound> m_leaves;
    SharedSecret m_password;
    TeamConfirmer m_confirmer;
    QPointer<TeamDialog> m_dialog;

    TeamPort port()
    {
        TeamPort port;
        port.address = [this] {
            return m_joined;
        };
        port.state = [this] {
            return readyOutcome<TeamState>(m_state);
        };
        port.chains = [] {
            InstallationChain own;
            own.isOwn = true;
            own.entries = 1234;
            InstallationChain other;
            other.user = u"ben"_s;
            other.host = u"desk"_s;
            other.entries = 7;
            return readyOutcome<QList<InstallationChain>>(QList{own, other});
        };
        port.check = [this](const TeamAddress &, const SharedSecret &password) {
            m_password = password;
            return m_checks.ask();
        };
        port.join = [this](const TeamAddress &address, const SharedSecret &password) {
            m_password = password;
            m_joined = address;
            return m_joins.ask();
        };
        port.sync = [] {
            TeamRound round;
            round.problems = {u"Entry 3 of ben@desk is another one."_s};
            return readyOutcome<TeamRound>(round);
        };
        port.leave = [this] {
            m_joined.reset();
            return m_leaves.ask();
        };
        port.now = [] {
            return Timestamp::fromSeconds(1'790'000'000);
        };
        return port;
    }
    void open()
    {
        m_dialog = new TeamDialog(port(), m_confirmer);
        m_dialog->show();
    }
    template<typename T = QPushButton>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    QString said() const { return find<MessageBar>("noticeBar")->text(); }

private slots:
    void init()
    {
        m_joined.reset();
        m_state = {};
        m_password.reset();
        open();
    }
    void cleanup() { delete m_dialog; }

    void takesOnlyAnAddressThatIsSafe()
    {
        QVERIFY(!find("joinButton")->isEnabled());
        auto *address = find<QLineEdit>("addressEdit");
        address->setText(u"postgresql://anna@db.example.com/team?sslmode=require"_s);
        QVERIFY(!find("joinButton")->isEnabled());
        QVERIFY(find<QLabel>("problemLabel")->text().contains(u"verify-full"_s));
        address->setText(local);
        QVERIFY(find("joinButton")->isEnabled());
        QVERIFY(find<QLabel>("problemLabel")->text().isEmpty());
        find<QLineEdit>("caEdit")->setText(u"/etc/a'b.pem"_s);
        QVERIFY(!find("joinButton")->isEnabled());
    }

    void triesTheConnection()
    {
        find<QLineEdit>("addressEdit")->setText(local);
        find("testButton")->click();
        QVERIFY(!find("joinButton")->isEnabled()); // one thing at a time
        m_checks.give(TeamRound());
        QVERIFY(said().contains(u"is empty"_s));
        find("testButton")->click();
        m_checks.give(error(ErrorKind::Network, u"No answer."_s));
        QVERIFY(said().contains(u"No answer."_s));
        QVERIFY(!m_joined);
    }

    void joinsAndForgetsThePassword()
    {
        find<QLineEdit>("addressEdit")->setText(local);
        auto *password = find<SecretInput>("passwordEdit");
        password->setText(QString::fromLatin1(secretText));
        find("joinButton")->click();
        QVERIFY(m_password && m_password->equals(*secret()));
        TeamRound round;
        round.entriesSent = 42;
        m_joins.give(round);
        QVERIFY(password->isBlank());
        QVERIFY(said().contains(u"42 sent"_s));
        QVERIFY(!find("joinButton")->isVisible());
        QVERIFY(find("leaveButton")->isVisible());
        const auto *chains = find<QTreeWidget>("chainsView");
        QTRY_COMPARE(chains->topLevelItemCount(), 2);
        QCOMPARE(chains->topLevelItem(1)->text(0), u"ben@desk"_s);
    }

    void saysHowItStands()
    {
        delete m_dialog;
        m_joined = TeamAddress::parse(local).value();
        m_state.waiting = 3;
        m_state.offlineSince = Timestamp::fromSeconds(1'789'990'000);
        m_state.message = u"It does not answer."_s;
        open();
        QVERIFY(said().contains(u"It does not answer."_s));
        QVERIFY(said().contains(u"3 journal entries"_s));
        m_state = {};
        m_dialog->presenter().refresh();
        QCOMPARE(said(), u"Everything is copied."_s);
        find("syncButton")->click();
        QVERIFY(said().contains(u"Entry 3 of ben@desk"_s));
    }

    void leavesWhenThatIsConfirmed()
    {
        delete m_dialog;
        m_joined = TeamAddress::parse(local).value();
        open();
        m_confirmer.answer = false;
        find("leaveButton")->click();
        QVERIFY(m_joined);
        m_confirmer.answer = true;
        find("leaveButton")->click();
        QVERIFY(m_confirmer.question.consequence.contains(u"stays here and there"_s));
        m_leaves.give(TeamRound());
        QVERIFY(find("joinButton")->isVisible());
        QVERIFY(said().contains(u"You left the team."_s));
    }
};

QTEST_MAIN(tst_GuiTeam)
#include "tst_gui_team.moc"
