// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teamcopier.h"

#include "store/keynotes.h"
#include "store/lane.h"
#include "store/migrations.h"
#include "store/team/teamconnection.h"
#include "store/team/teaminventory.h"
#include "store/team/teamjournal.h"
#include "store/team/teamstate.h"

#include <optional>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** One round, a batch at a time; on the copier's thread. */
class RoundSteps
{
public:
    RoundSteps(StoreOptions store, QString installation, TeamOrder order)
        : m_store(std::move(store))
        , m_installation(std::move(installation))
        , m_order(std::move(order))
    {}

    std::optional<TeamRound> step()
    {
        try {
            if (!advance())
                return std::nullopt;
            if (!m_order.checks)
                noteTeamDone(*m_local, m_round.team, m_round.problems, m_order.compares);
            close();
            return m_round;
        } catch (const Failure &failure) {
            missed(failure.error);
            close();
            throw;
        }
    }

private:
    using Phase = bool (RoundSteps::*)();
    static constexpr std::size_t phaseCount = 8;

    /** Does a batch of the present phase; true when all phases are over. */
    bool advance()
    {
        static constexpr Phase phases[phaseCount] = {
            &RoundSteps::connect,          &RoundSteps::sendLines,
            &RoundSteps::sendInventory,    &RoundSteps::list,
            &RoundSteps::receiveLines,     &RoundSteps::takeNotes,
            &RoundSteps::receiveInventory, &RoundSteps::compare};
        if ((this->*phases[m_phase])())
            ++m_phase;
        return m_phase == phaseCount;
    }

    void missed(const Error &error)
    {
        try {
            if (!m_local)
                m_local = openFurtherWriter(m_store.file);
            noteTeamMissed(*m_local, m_order.team, error.message, m_store.clock->now());
        } catch (const Failure &) {
            // The first error is the one that matters.
        }
    }

    /** Here, since connections end on the thread that made them. */
    void close()
    {
        m_receipt.reset();
        m_work.reset();
        m_team.reset();
        m_local.reset();
    }

    bool mayOnlyRead()
    {
        return m_team->number(u"SELECT (has_table_privilege('journal', 'INSERT')"
                              " AND has_table_privilege('installations', 'INSERT'))::integer"_s) ==
               0;
    }

    bool connect()
    {
        m_local = openFurtherWriter(m_store.file);
        m_team.emplace(m_order.address, m_order.password);
        if (m_order.checks) {
            m_round.team = findTeam(*m_team);
            m_round.readOnly = !m_round.team.isEmpty() && mayOnlyRead();
            m_phase = phaseCount - 1; // the rest copies
            return true;
        }
        m_round.team = prepareTeam(*m_team);
        if (!m_order.team.isEmpty() && m_order.team != m_round.team)
            throw Failure{TeamErrors::anotherTeam()};
        m_order.team = m_round.team;
        m_round.readOnly = mayOnlyRead();
        m_work.emplace(TeamWork{*m_local, *m_team, m_installation, m_store.author,
                                m_store.clock->now(), m_round});
        noteTeamReached(*m_local, m_round.team, m_round.readOnly, m_work->now);
        placeTeam(*m_work, m_order.joins);
        if (!m_round.readOnly)
            registerInstallation(*m_work);
        return true;
    }

    bool sendLines()
    {
        if (m_round.readOnly)
            return true;
        try {
            return sendJournal(*m_work);
        } catch (const Failure &failure) {
            if (failure.error.kind != ErrorKind::Conflict)
                throw;
            m_round.problems.append(failure.error.message + u' ' + failure.error.next);
            return true;
        }
    }

    bool sendInventory()
    {
        using Table = bool (*)(TeamWork &);
        static constexpr Table tables[] = {sendRemovals, sendPlaces, sendKeys,
                                           sendReadings, sendUsage,  sendQuotas};
        if (m_round.readOnly)
            return true;
        if (tables[m_table](*m_work))
            ++m_table;
        return m_table == std::size(tables);
    }

    bool receiveInventory()
    {
        if (!m_order.receives)
            return true;
        if (!m_receipt) {
            m_revision = teamInventoryRevision(*m_work);
            m_receipt.emplace(*m_work, m_revision);
        }
        switch (m_part) {
        case 0:
            m_receipt->takeAccounts();
            m_receipt->takeContainers();
            ++m_part;
            break;
        case 1:
            m_part += m_receipt->takeKeys() ? 1 : 0;
            break;
        case 2:
            m_part += m_receipt->takeReadings() ? 1 : 0;
            break;
        case 3:
            m_part += receiveUsage(*m_work, m_revision) ? 1 : 0;
            break;
        default:
            return receiveQuotas(*m_work, m_revision);
        }
        return false;
    }

    bool list()
    {
        if (!m_order.receives)
            return true;
        m_chains = readTeamChains(*m_work);
        m_toReceive = m_chains;
        if (m_order.compares) {
            for (const TeamChain &chain : std::as_const(m_chains))
                m_comparisons.append(JournalComparison(chain));
            TeamChain own;
            own.installation = m_installation;
            own.user = m_store.author.user;
            own.host = m_store.author.host;
            m_comparisons.append(JournalComparison(own));
        }
        return true;
    }

    bool receiveLines()
    {
        if (!m_toReceive.isEmpty() && receiveJournal(*m_work, m_toReceive.constFirst()))
            m_toReceive.removeFirst();
        return m_toReceive.isEmpty();
    }

    bool takeNotes() { return takeTeamNotes(*m_local, m_work->now); }

    bool compare()
    {
        if (!m_comparisons.isEmpty() && m_comparisons.first().step(*m_work))
            m_comparisons.removeFirst();
        return m_comparisons.isEmpty();
    }

    StoreOptions m_store;
    QString m_installation;
    TeamOrder m_order;
    TeamRound m_round;
    std::unique_ptr<Database> m_local;
    std::optional<TeamConnection> m_team;
    std::optional<TeamWork> m_work;
    std::size_t m_phase = 0;
    std::size_t m_table = 0; ///< of sendInventory()
    int m_part = 0;          ///< of receiveInventory()
    qint64 m_revision = 0;
    std::optional<InventoryReceipt> m_receipt;
    QList<TeamChain> m_chains;
    QList<TeamChain> m_toReceive;
    QList<JournalComparison> m_comparisons;
};

} // namespace

TeamCopier::TeamCopier(const StoreOptions &store, const QString &installation, QThread *thread)
    : m_store(store)
    , m_installation(installation)
    , m_lane(new Lane(thread))
{}

TeamCopier::~TeamCopier()
{
    m_lane->stop();
    m_lane->runNow([] {});
    m_lane->runNow([] {}); // behind what was posted before the stop was seen
    m_lane->deleteLater();
}

FutureOutcome<TeamRound> TeamCopier::run(const TeamOrder &order)
{
    auto steps = std::make_shared<RoundSteps>(m_store, m_installation, order);
    return m_lane->runSteps<TeamRound>([steps = std::move(steps)] { return steps->step(); });
}

} // namespace chatelaine
