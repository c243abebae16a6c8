// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindowpresenter.h"

#include "core/async.h"
#include "core/clock.h"
#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

MainWindowPresenter::MainWindowPresenter(MainWindowPort port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_clock(clock)
{}

void MainWindowPresenter::start()
{
    whenDone(m_port.loadAccounts(), this, [this](const Outcome<QList<AccountRow>> &outcome) {
        if (!outcome.ok()) {
            emit noticed(Notice::of(outcome.error()));
            return;
        }
        m_loaded = true;
        accountsHaveChanged();
    });
    readHeld();
    readDoubts();
    readReplacements();
    readKeychain();
}

void MainWindowPresenter::explore()
{
    startPractice([this](const QList<AccountId> &accounts) { sync(accounts); });
}

void MainWindowPresenter::startPractice(std::function<void(const QList<AccountId> &)> then)
{
    if (!canPractise() || std::exchange(m_startingPractice, true))
        return;
    emit startingPracticeChanged();
    whenDone(m_port.startPractice(), this,
             [this, then = std::move(then)](const Outcome<QList<AccountId>> &outcome) {
                 m_startingPractice = false;
                 emit startingPracticeChanged();
                 emit bannersChanged();
                 if (outcome.ok())
                     then(outcome.value());
                 else
                     emit noticed(Notice::of(outcome.error()));
             });
}

void MainWindowPresenter::setScope(const Scope &scope)
{
    m_scope = scope;
    emit bannersChanged();
    emit asOfChanged();
}

QList<AccountRow> MainWindowPresenter::accountsInScope() const
{
    QList<AccountRow> accounts = m_port.accounts();
    if (!m_scope.account.isEmpty())
        accounts.removeIf([this](const AccountRow &a) { return a.id != m_scope.account; });
    return accounts;
}

std::optional<AccountRow> MainWindowPresenter::accountInScope() const
{
    const QList<AccountRow> accounts = accountsInScope();
    return m_scope.account.isEmpty() || accounts.isEmpty() ? std::nullopt
                                                           : std::optional(accounts.first());
}

QString MainWindowPresenter::accountName(const AccountId &id) const
{
    for (const AccountRow &account : m_port.accounts()) {
        if (account.id == id)
            return displaySafe(account.name, 60);
    }
    return {};
}

void MainWindowPresenter::syncScope()
{
    QList<AccountId> ids;
    for (const AccountRow &account : accountsInScope()) {
        if (!account.isWatched()) // what the team finds of it arrives by itself
            ids.append(account.id);
    }
    sync(ids);
}

void MainWindowPresenter::sync(const QList<AccountId> &accounts)
{
    if (m_paused) {
        m_postponed.unite({accounts.begin(), accounts.end()});
        return;
    }
    const QList<AccountRow> rows = m_port.accounts();
    const bool practises = std::any_of(rows.begin(), rows.end(), [&](const AccountRow &row) {
        return row.practice && accounts.contains(row.id);
    });
    if (practises && canPractise() && !m_port.practiceRuns()) {
        startPractice([this, accounts](const QList<AccountId> &) { sync(accounts); });
        return;
    }
    for (const AccountId &account : accounts)
        syncNow(account);
}

void MainWindowPresenter::syncNow(const AccountId &account)
{
    whenDone(m_port.sync(account), this, [this, account](const Outcome<SyncReport> &outcome) {
        // What a vendor's answer came to is in the account's status, and so in a banner.
        if (!outcome.ok() && outcome.error().kind == ErrorKind::Storage) {
            Notice notice = Notice::of(outcome.error());
            notice.text = tr("%1: %2").arg(accountName(account), notice.text);
            emit noticed(notice);
        }
    });
}

void MainWindowPresenter::cancelSyncs()
{
    const QSet<AccountId> running = m_syncs.running();
    for (const AccountId &account : running)
        m_port.cancelSync(account);
}

void MainWindowPresenter::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) == paused)
        return;
    if (paused) {
        m_postponed = m_syncs.running();
        cancelSyncs();
    } else {
        sync(std::exchange(m_postponed, {}).values());
    }
}

void MainWindowPresenter::removeAccount(const AccountId &account)
{
    const QString name = accountName(account);
    whenDone(m_port.removeAccount(account), this, [this, name](const Outcome<Done> &outcome) {
        emit noticed(
            outcome.ok()
                ? Notice{Severity::Good,
                         tr("\"%1\" is disconnected. Its keys at the vendor stay as they are.")
                             .arg(name),
                         {}}
                : Notice::of(outcome.error()));
    });
}

void MainWindowPresenter::accountsHaveChanged()
{
    m_loaded = m_loaded || !m_port.accounts().isEmpty();
    emit accountsChanged();
    emit bannersChanged();
    emit asOfChanged();
}

void MainWindowPresenter::syncStarted(const AccountId &account)
{
    m_syncs.started(account);
    emit activityChanged();
}

void MainWindowPresenter::syncProgress(const AccountId &account, int done, int total,
                                       const QString &what)
{
    m_syncs.progressed(account, {done, total, what});
    emit activityChanged();
}

void MainWindowPresenter::syncFinished(const AccountId &account)
{
    m_syncs.finished(account);
    emit activityChanged();
    readDoubts();
}

void MainWindowPresenter::throttled(const AccountId &account, Timestamp until)
{
    m_syncs.throttled(account, until);
    emit activityChanged();
}

Activity MainWindowPresenter::activity() const
{
    QStringList others;
    if (m_startingPractice)
        others.append(tr("Starting the practice server"));
    return m_syncs.activity(
        m_clock.now(), [this](const AccountId &account) { return accountName(account); }, others);
}

std::optional<Timestamp> MainWindowPresenter::asOf() const
{
    std::optional<Timestamp> oldest;
    for (const AccountRow &account : accountsInScope()) {
        const auto &read = account.status.asOf;
        if (read && (!oldest || *read < *oldest))
            oldest = read;
    }
    return oldest;
}

QString MainWindowPresenter::asOfText() const
{
    const std::optional<Timestamp> time = asOf();
    if (time)
        return tr("As of %1").arg(relativeTime(*time, m_clock.now()));
    return m_port.accounts().isEmpty() ? QString() : tr("Not read yet");
}

QString MainWindowPresenter::asOfTip() const
{
    const std::optional<Timestamp> time = asOf();
    return time ? tr("What is shown was read from the vendor at %1.").arg(exactTime(*time))
                : QString();
}

QList<HeldSecret> MainWindowPresenter::unshownSecrets() const
{
    QList<HeldSecret> secrets = m_held;
    secrets.removeIf([this](const HeldSecret &secret) { return m_shown.contains(secret.id); });
    return secrets;
}

QList<HeldSecret> MainWindowPresenter::secretsAtRisk() const
{
    QList<HeldSecret> secrets = unshownSecrets();
    secrets.removeIf([](const HeldSecret &secret) { return secret.inKeychain; });
    return secrets;
}

QList<Banner> MainWindowPresenter::banners() const
{
    BannerSituation situation;
    situation.accounts = m_port.accounts();
    situation.scope = m_scope;
    situation.practiceRuns = m_port.practiceRuns() || m_startingPractice;
    situation.keychain = m_keychain;
    situation.doubts = m_doubts.size();
    situation.held = unshownSecrets().size();
    situation.replacements = m_replacements.size();
    situation.bulkRuns = m_standingBulkRuns;
    situation.definitionProblems = m_port.definitionProblems();
    return bannersFor(situation, m_clock.now());
}

void MainWindowPresenter::follow(const Banner &banner)
{
    switch (banner.kind) {
    case Banner::Kind::Doubts:
        emit doubtsWanted();
        break;
    case Banner::Kind::Replacements:
        emit replacementsWanted();
        break;
    case Banner::Kind::BulkChanges:
        emit bulkRunsWanted();
        break;
    case Banner::Kind::HeldSecrets:
        emit secretsWanted(unshownSecrets());
        break;
    case Banner::Kind::Keychain:
        readKeychain();
        break;
    case Banner::Kind::Practice:
        startPractice([](const QList<AccountId> &) {});
        break;
    case Banner::Kind::VendorNote:
    case Banner::Kind::Definitions:
        break;
    default:
        sync(banner.accounts);
    }
}

void MainWindowPresenter::settle(const OperationId &operation, const KeyUid &key, bool tookEffect)
{
    whenDone(key.isEmpty() ? m_port.settleAs(operation, tookEffect) : m_port.settle(operation, key),
             this, [this](const Outcome<Done> &outcome) {
                 if (!outcome.ok())
                     emit noticed(Notice::of(outcome.error()));
                 readDoubts();
             });
}

void MainWindowPresenter::goOn(const Replacement &replacement)
{
    if (replacement.secret) {
        emit secretsWanted({*replacement.secret});
        return;
    }
    if (std::exchange(m_replacing, true))
        return;
    emit replacementsChanged();
    whenDone(m_port.goOnReplacing(replacement.row.id, replacement.oldKey.inUse), this,
             [this](const Outcome<Replacement> &outcome) {
                 m_replacing = false;
                 if (!outcome.ok())
                     emit replacementFailed(Notice::of(outcome.error()));
                 else if (outcome->secret)
                     emit secretsWanted({*outcome->secret});
                 else
                     emit noticed({Severity::Good, outcome->sentence, {}});
                 readReplacements();
             });
}

void MainWindowPresenter::setStandingBulkRuns(qsizetype count)
{
    if (std::exchange(m_standingBulkRuns, count) != count)
        emit bannersChanged();
}

void MainWindowPresenter::abandon(const ReplacementId &id)
{
    whenDone(m_port.abandonReplacement(id), this, [this](const Outcome<Done> &outcome) {
        if (!outcome.ok())
            emit replacementFailed(Notice::of(outcome.error()));
        readReplacements();
    });
}

void MainWindowPresenter::setShown(const HeldSecretId &secret, bool shown)
{
    if (shown)
        m_shown.insert(secret);
    else
        m_shown.remove(secret);
    readHeld();
}

void MainWindowPresenter::readHeld()
{
    whenDone(m_port.pendingSecrets(), this, [this](const Outcome<QList<HeldSecret>> &outcome) {
        if (outcome.ok())
            m_held = outcome.value();
        emit bannersChanged();
    });
}

void MainWindowPresenter::readDoubts()
{
    whenDone(m_port.doubts(), this, [this](const Outcome<QList<Doubt>> &outcome) {
        if (outcome.ok())
            m_doubts = outcome.value();
        emit bannersChanged();
    });
}

void MainWindowPresenter::readReplacements()
{
    whenDone(m_port.openReplacements(), this, [this](const Outcome<QList<Replacement>> &outcome) {
        if (outcome.ok())
            m_replacements = outcome.value();
        emit replacementsChanged();
        emit bannersChanged();
    });
}

void MainWindowPresenter::readKeychain()
{
    whenDone(m_port.keychainCondition(), this, [this](const Outcome<HoldingCondition> &outcome) {
        if (outcome.ok())
            m_keychain = outcome.value();
        emit bannersChanged();
    });
}

void MainWindowPresenter::timeHasPassed()
{
    emit activityChanged();
    emit bannersChanged();
    emit asOfChanged();
}

} // namespace chatelaine
