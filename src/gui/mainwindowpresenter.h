// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/banner/banners.h"
#include "gui/mainwindowport.h"
#include "gui/syncactivity.h"

#include <QObject>
#include <QSet>

namespace chatelaine {

class Clock;

/**
 * Decides what the main window shows around its pages: accounts, syncs, banners, the first run.
 * Knows no widget.
 */
class MainWindowPresenter : public QObject
{
    Q_OBJECT
public:
    MainWindowPresenter(MainWindowPort port, const Clock &clock, QObject *parent = nullptr);

    /** Reads the accounts and what was left open by an earlier run. Asks no vendor. */
    void start();

    bool isLoaded() const { return m_loaded; }
    bool isFirstRun() const { return m_loaded && m_port.accounts().isEmpty(); }
    bool canPractise() const { return m_port.startPractice != nullptr; }
    bool isStartingPractice() const { return m_startingPractice; }
    void explore(); ///< starts the practice server and reads all of its accounts

    void setScope(const Scope &scope);
    const Scope &scope() const { return m_scope; }
    std::optional<AccountRow> accountInScope() const;

    void syncScope();
    void sync(const QList<AccountId> &accounts);
    void cancelSyncs();
    /** Paused, no vendor is asked for anything new; what was to be read is read afterwards. */
    void setPaused(bool paused);
    const QSet<AccountId> &syncing() const { return m_syncs.running(); }
    void removeAccount(const AccountId &account);

    Activity activity() const;
    QString asOfText() const; ///< "As of 3 min ago"; empty when nothing was read yet
    QString asOfTip() const;
    QList<Banner> banners() const;
    void follow(const Banner &banner);
    const QList<Doubt> &doubts() const { return m_doubts; }
    /** An empty key: it is settled by `tookEffect` alone. */
    void settle(const OperationId &operation, const KeyUid &key, bool tookEffect);
    const QList<Replacement> &replacements() const { return m_replacements; } ///< open ones
    bool isReplacing() const { return m_replacing; }
    /** Goes on with it; whoever calls has asked before the old key is ended. */
    void goOn(const Replacement &replacement);
    void abandon(const ReplacementId &id);
    /** Those that end with this program and that no dialog shows: nothing else knows them. */
    QList<HeldSecret> secretsAtRisk() const;
    /** So many changes of many keys have not ended, and nobody is at them. */
    void setStandingBulkRuns(qsizetype count);
    /** A dialog shows the secret, or no longer: it is not announced meanwhile. */
    void setShown(const HeldSecretId &secret, bool shown);

public slots:
    // What services tell
    void accountsHaveChanged();
    void syncStarted(const chatelaine::AccountId &account);
    void syncProgress(const chatelaine::AccountId &account, int done, int total,
                      const QString &what);
    void syncFinished(const chatelaine::AccountId &account);
    void throttled(const chatelaine::AccountId &account, chatelaine::Timestamp until);
    void readHeld();
    void readDoubts();
    void readReplacements();
    void readKeychain();
    void timeHasPassed();

signals:
    void accountsChanged();
    void activityChanged();
    void bannersChanged();
    void asOfChanged();
    void startingPracticeChanged();
    void noticed(const chatelaine::Notice &notice);
    void doubtsWanted();
    void replacementsChanged();
    void replacementsWanted();
    void bulkRunsWanted();
    void replacementFailed(const chatelaine::Notice &notice);
    void secretsWanted(const QList<chatelaine::HeldSecret> &secrets);

private:
    void startPractice(std::function<void(const QList<AccountId> &)> then);
    void syncNow(const AccountId &account);
    QList<AccountRow> accountsInScope() const;
    QString accountName(const AccountId &account) const;
    std::optional<Timestamp> asOf() const;
    QList<HeldSecret> unshownSecrets() const;

    MainWindowPort m_port;
    const Clock &m_clock;
    Scope m_scope;
    bool m_loaded = false;
    bool m_startingPractice = false;
    bool m_paused = false;
    QSet<AccountId> m_postponed; ///< accounts to sync once it goes on
    SyncActivity m_syncs;
    std::optional<HoldingCondition> m_keychain;
    QList<HeldSecret> m_held;
    QSet<HeldSecretId> m_shown;
    QList<Doubt> m_doubts;
    QList<Replacement> m_replacements;
    bool m_replacing = false;
    qsizetype m_standingBulkRuns = 0;
};

} // namespace chatelaine
