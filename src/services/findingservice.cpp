// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/findingservice.h"

#include "core/async.h"
#include "core/keynotes.h"
#include "core/whenready.h"
#include "providers/catalog.h"
#include "services/context.h"
#include "services/heldsecrets.h"
#include "store/store.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace chatelaine {

namespace {

/** What the rules need beside the keys themselves. */
struct FindingGrounds
{
    QSet<AccountId> accounts;
    QHash<std::pair<AccountId, QString>, AdminRights> admin; ///< by account and kind
    QHash<KeyUid, Timestamp> rotated;
    QHash<KeyUid, KeyNotes> notes;
    QList<AssessedSecret> held;
    FindingLimits limits;
    Timestamp now;
};

void bringInOrder(QList<Finding> *findings)
{
    std::stable_sort(findings->begin(), findings->end(), [](const Finding &a, const Finding &b) {
        if (a.exception.has_value() != b.exception.has_value())
            return b.exception.has_value(); // what is accepted comes last
        if (a.severity != b.severity)
            return a.severity > b.severity;
        if (a.since.has_value() != b.since.has_value())
            return a.since.has_value();
        return a.since < b.since;
    });
}

/** With what people say of the key. */
QList<Finding> assessed(AssessedKey key, const FindingGrounds &grounds)
{
    const KeyNotes notes = grounds.notes.value(key.uid);
    key.rotationDays = notes.days(NoteTopic::RotationDays);
    QList<Finding> findings = findingsOf(key, grounds.limits, grounds.now);
    for (Finding &finding : findings)
        finding.exception = notes.exceptionFor(finding.rule, grounds.now);
    return findings;
}

QList<Finding> heldFindings(const FindingGrounds &grounds)
{
    QList<Finding> findings;
    for (const AssessedSecret &secret : grounds.held) {
        if (!grounds.accounts.contains(secret.account))
            continue;
        if (const auto finding = findingOf(secret, grounds.limits, grounds.now))
            findings.append(*finding);
    }
    return findings;
}

QList<Finding> assessAll(const InventorySnapshot &snapshot, const FindingGrounds &grounds)
{
    QList<Finding> findings = heldFindings(grounds);
    KeyQuery query;
    query.includeDeleted = false;
    for (const std::uint32_t row : snapshot->select(query)) {
        AssessedKey key;
        key.account = snapshot->account(row);
        key.state = snapshot->state(row);
        if (!grounds.accounts.contains(key.account) || !mayWork(key.state))
            continue;
        key.uid = snapshot->uid(row);
        key.name = snapshot->text(row, KeyColumn::Name);
        key.scopes =
            snapshot->text(row, KeyColumn::Scopes).split(QStringLiteral(", "), Qt::SkipEmptyParts);
        key.admin = grounds.admin.value({key.account, snapshot->text(row, KeyColumn::Kind)});
        key.createdAt = snapshot->time(row, KeyColumn::Created);
        if (const auto rotated = grounds.rotated.constFind(key.uid);
            rotated != grounds.rotated.cend())
            key.rotatedAt = *rotated;
        findings += assessed(key, grounds);
    }
    bringInOrder(&findings);
    return findings;
}

/** One question; deletes itself when it has answered. */
class FindingRun : public QObject
{
public:
    FindingRun(ServiceContext &context, HeldSecrets &held, const FindingLimits &limits,
               QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_held(held)
    {
        m_grounds.limits = limits;
        m_grounds.now = context.clock.now();
    }

    FutureOutcome<QList<Finding>> ofAccounts(const QList<AccountId> &accounts)
    {
        const auto future = m_answer.future();
        gather(accounts, [this] {
            const auto &before = m_grounds.limits.saidBefore;
            Store &store = m_context.store;
            then(before ? store.keyNotesBefore(*before) : store.keyNotesOf(AccountId()),
                 [this](const QHash<KeyUid, KeyNotes> &notes) {
                     m_grounds.notes = notes;
                     then(m_context.store.freshSnapshot(), [this](
                                                               const InventorySnapshot &snapshot) {
                         // Handed over: letting go of the notes of many keys takes a while, too.
                         whenReady(QtConcurrent::run(assessAll, snapshot, std::move(m_grounds)),
                                   this,
                                   [this](const QList<Finding> &findings) { answer(findings); });
                     });
                 });
        });
        return future;
    }

    FutureOutcome<QList<Finding>> ofKey(const KeyUid &key)
    {
        const auto future = m_answer.future();
        gather({}, [this, key] {
            whenDone(m_context.store.key(key), this, [this](const Outcome<KeyRow> &row) {
                if (row)
                    return then(m_context.store.keyNotes(row->uid),
                                [this, row = *row](const KeyNotes &notes) {
                                    m_grounds.notes.insert(row.uid, notes);
                                    assess(row);
                                });
                if (row.error().kind == ErrorKind::NotFound)
                    return answer(QList<Finding>());
                answer(row.error());
            });
        });
        return future;
    }

private:
    template<typename T, typename F>
    void then(FutureOutcome<T> call, F next)
    {
        whenDone(std::move(call), this, [this, next](const Outcome<T> &outcome) {
            if (!outcome)
                return answer(outcome.error());
            next(*outcome);
        });
    }

    void answer(const Outcome<QList<Finding>> &outcome)
    {
        const auto waiting = m_answer;
        deleteLater();
        waiting.give(outcome);
    }

    template<typename F>
    void gather(const QList<AccountId> &accounts, F next)
    {
        then(m_context.store.accounts(), [this, accounts, next](const QList<AccountRow> &rows) {
            for (const AccountRow &row : rows) {
                if (accounts.isEmpty() || accounts.contains(row.id))
                    addAccount(row);
            }
            then(m_held.pending(), [this, next](const QList<HeldSecret> &secrets) {
                for (const HeldSecret &secret : secrets)
                    m_grounds.held.append({secret.operation, secret.key, secret.account,
                                           secret.keyName, secret.since});
                then(m_context.store.rotations(),
                     [this, next](const QHash<KeyUid, Timestamp> &rotations) {
                         m_grounds.rotated = rotations;
                         next();
                     });
            });
        });
    }

    void addAccount(const AccountRow &row)
    {
        m_grounds.accounts.insert(row.id);
        // The generation of the API that is in force, else what the definition says of all.
        const auto client = m_context.clients.client(row);
        const DefinitionPtr definition = m_context.clients.definitionOf(row);
        if (!client && !definition)
            return;
        const ProviderInfo &info = client ? (*client)->info() : providerInfo(*definition);
        for (const KindInfo &kind : info.kinds)
            m_grounds.admin.insert({row.id, kind.id}, kind.admin);
    }

    void assess(const KeyRow &row)
    {
        QList<Finding> findings;
        for (const Finding &finding : heldFindings(m_grounds)) {
            if (finding.key == row.uid)
                findings.append(finding);
        }
        AssessedKey key;
        key.uid = row.uid;
        key.account = row.account;
        key.name = row.record.name;
        key.state = row.record.state;
        key.scopes = row.record.scopes;
        key.admin = m_grounds.admin.value({row.account, row.record.kind});
        key.createdAt = row.record.createdAt;
        if (m_grounds.rotated.contains(row.uid))
            key.rotatedAt = m_grounds.rotated.value(row.uid);
        findings += assessed(key, m_grounds);
        bringInOrder(&findings);
        answer(findings);
    }

    ServiceContext &m_context;
    HeldSecrets &m_held;
    FindingGrounds m_grounds;
    Answer<QList<Finding>> m_answer;
};

} // namespace

FindingService::FindingService(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_held(held)
{}

FutureOutcome<QList<Finding>> FindingService::findings(const QList<AccountId> &accounts,
                                                       const FindingLimits &limits)
{
    return (new FindingRun(m_context, m_held, limits, this))->ofAccounts(accounts);
}

FutureOutcome<QList<Finding>> FindingService::findingsOfKey(const KeyUid &key,
                                                            const FindingLimits &limits)
{
    return (new FindingRun(m_context, m_held, limits, this))->ofKey(key);
}

} // namespace chatelaine
