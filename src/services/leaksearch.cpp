// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/leaksearch.h"

#include "core/async.h"
#include "core/whenready.h"
#include "secrets/fingerprint.h"
#include "secrets/keychain.h"
#include "services/context.h"
#include "services/leakmatching.h"
#include "store/store.h"

#include <QJsonDocument>
#include <QLocale>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace chatelaine {

namespace {

/** One value in our keychain, and the key that it is the secret of. */
struct KeptValue
{
    QString user;
    AccountId account; ///< of a credential: the one it opens
    KeyUid key;        ///< empty for a credential, and for what an operation made
    OperationId operation;
};

/** One search; deletes itself when it has answered. */
class LeakRun : public QObject
{
public:
    LeakRun(ServiceContext &context, const QList<SharedSecret> &values, QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_values(values)
    {}

    FutureOutcome<LeakReport> start()
    {
        const auto future = m_answer.future();
        then(m_context.store.accounts(), [this](const QList<AccountRow> &accounts) {
            m_accounts = accounts;
            then(m_context.store.freshSnapshot(), [this](const InventorySnapshot &snapshot) {
                whenReady(QtConcurrent::run(matchMasks, snapshot, m_values, shapes()), this,
                          [this](const MaskMatches &matches) { compared(matches); });
            });
        });
        return future;
    }

private:
    using Receipts = QList<std::pair<qsizetype, OperationId>>; ///< of which value, made by what

    template<typename T, typename F>
    void then(FutureOutcome<T> call, F next)
    {
        whenDone(std::move(call), this, [this, next](const Outcome<T> &outcome) {
            if (!outcome)
                return answer(outcome.error());
            next(*outcome);
        });
    }

    void answer(const Outcome<LeakReport> &outcome)
    {
        const auto waiting = m_answer;
        deleteLater();
        waiting.give(outcome);
    }

    TokenShapes shapes() const
    {
        TokenShapes all;
        for (const AccountRow &account : m_accounts) {
            const auto client = m_context.clients.client(account);
            if (!client)
                continue;
            const ProviderInfo &info = (*client)->info();
            for (const KindInfo &kind : info.kinds) {
                all.insert({account.id, kind.id},
                           {LeakSearch::tr("%1 of %2", "kind of key and vendor")
                                .arg(kind.label, info.name),
                            kind.tokenPattern, kind.tokenPrefixes});
            }
        }
        return all;
    }

    void compared(const MaskMatches &matches)
    {
        m_matches = matches;
        then(m_context.store.keychainEntries(), [this](const QList<KeychainEntry> &entries) {
            for (const KeychainEntry &entry : entries) {
                const bool isCredential = entry.purpose == KeychainEntry::Purpose::Credential;
                const bool isHeld = entry.purpose == KeychainEntry::Purpose::Held;
                if (isCredential || isHeld || isCandidate(entry.key))
                    m_kept.append({entry.user, entry.account, isCredential ? KeyUid() : entry.key,
                                   entry.operation});
            }
            readNext();
        });
    }

    /** Only these are read: the keychain is slow, and asked for no more than is needed. */
    bool isCandidate(const KeyUid &key) const
    {
        return m_matches.unmasked.contains(key) ||
               std::any_of(m_matches.values.cbegin(), m_matches.values.cend(),
                           [&key](const MaskMatch &match) { return match.keys.contains(key); });
    }

    void readNext()
    {
        if (m_kept.isEmpty())
            return readFingerprints();
        const KeptValue kept = m_kept.takeFirst();
        whenDone(m_context.keychain.read(kept.user), this,
                 [this, kept](const Outcome<SharedSecret> &value) {
                     if (value) {
                         prove(kept, **value);
                     } else if (value.error().kind != ErrorKind::NotFound) {
                         m_report.note = value.error().message;
                         m_kept.clear(); // the next one would fare no better
                     }
                     readNext();
                 });
    }

    void prove(const KeptValue &kept, const Secret &value)
    {
        for (qsizetype i = 0; i < m_values.size(); ++i) {
            if (!m_values.at(i)->equals(value))
                continue;
            if (!kept.operation.isEmpty()) {
                m_receipts.append({i, kept.operation});
                continue;
            }
            QList<KeyUid> keys{kept.key};
            if (kept.key.isEmpty())
                keys = m_matches.inUse.value(kept.account);
            m_proven.insert(i, {kept.account, keys.size() == 1 ? keys.first() : KeyUid()});
        }
    }

    /** What was delivered elsewhere is known by the fingerprints in its receipts. */
    void readFingerprints()
    {
        whenDone(m_context.keychain.read(keychainUser::fingerprint()), this,
                 [this](const Outcome<SharedSecret> &key) {
                     if (!key)
                         return readDelivered(m_receipts);
                     QHash<QString, qsizetype> wanted;
                     for (qsizetype i = 0; i < m_values.size(); ++i)
                         wanted.insert(fingerprintOf(**key, m_values.at(i)->borrowed()), i);
                     auto found = std::make_shared<Receipts>(m_receipts);
                     then(m_context.store.eachJournalLine({},
                                                          [wanted, found](const JournalLine &line) {
                                                              noteReceipt(line, wanted, *found);
                                                              return true;
                                                          }),
                          [this, found](qint64) { readDelivered(*found); });
                 });
    }

    /** On the store's thread. */
    static void noteReceipt(const JournalLine &line, const QHash<QString, qsizetype> &wanted,
                            Receipts &found)
    {
        if (!line.line.contains("\"fingerprint\":\""))
            return;
        const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
        const QString fingerprint = entry.value(QLatin1StringView("detail"))
                                        .toObject()
                                        .value(QLatin1StringView("fingerprint"))
                                        .toString();
        if (const auto value = wanted.constFind(fingerprint); value != wanted.cend())
            found.append(
                {*value, OperationId(entry.value(QLatin1StringView("operation")).toString())});
    }

    void readDelivered(Receipts receipts)
    {
        if (receipts.isEmpty())
            return nameNext();
        const auto [value, made] = receipts.takeFirst();
        whenDone(m_context.store.operation(made), this,
                 [this, receipts, value = value](const Outcome<OperationRow> &operation) {
                     if (operation && !operation->key.isEmpty())
                         m_proven.insert(value, {operation->account, operation->key});
                     readDelivered(receipts);
                 });
    }

    /** Reads the rows of the next value's keys. */
    void nameNext()
    {
        const qsizetype position = m_report.matches.size();
        if (position == m_values.size())
            return answer(m_report);
        LeakMatch match;
        const MaskMatch &masks = m_matches.values.at(position);
        match.shown = masks.shown;
        match.label = masks.label;
        QList<KeyUid> keys = masks.keys;
        match.count = masks.count;
        match.certainty =
            masks.count > 0 ? LeakMatch::Certainty::Likely : LeakMatch::Certainty::Unknown;
        if (const auto proof = m_proven.constFind(position); proof != m_proven.cend()) {
            match.certainty = LeakMatch::Certainty::Proven;
            keys = proof->second.isEmpty() ? QList<KeyUid>() : QList{proof->second};
            match.count = keys.size();
        }
        match.sentence = sentenceFor(match, position);
        readRows(match, keys);
    }

    void readRows(LeakMatch match, QList<KeyUid> keys)
    {
        if (keys.isEmpty()) {
            m_report.matches.append(match);
            return nameNext();
        }
        const KeyUid next = keys.takeFirst();
        whenDone(m_context.store.key(next), this, [this, match, keys](const Outcome<KeyRow> &row) {
            LeakMatch more = match;
            if (row)
                more.candidates.append(*row);
            readRows(more, keys);
        });
    }

    QString sentenceFor(const LeakMatch &match, qsizetype position) const
    {
        switch (match.certainty) {
        case LeakMatch::Certainty::Proven:
            if (match.count == 0)
                return LeakSearch::tr("It is the credential of the account \"%1\" itself.")
                    .arg(accountName(m_proven.value(position).first));
            return LeakSearch::tr(
                "It is the very value that was kept or delivered here as the secret of this "
                "key.");
        case LeakMatch::Certainty::Likely:
            return LeakSearch::tr("%n key(s) begin and end like it. That one does so by accident "
                                  "has a chance of %1 %.",
                                  nullptr, static_cast<int>(match.count))
                .arg(QLocale().toString(100 * m_matches.values.at(position).chance, 'g', 2));
        case LeakMatch::Certainty::Unknown:
            return match.label.isEmpty()
                       ? LeakSearch::tr("It looks like no key of any account here.")
                       : LeakSearch::tr("No key that is known here begins and ends like it.");
        }
        Q_UNREACHABLE();
    }

    QString accountName(const AccountId &id) const
    {
        const auto account = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                          [&id](const AccountRow &row) { return row.id == id; });
        return account == m_accounts.cend() ? QString() : account->name;
    }

    ServiceContext &m_context;
    const QList<SharedSecret> m_values;
    QList<AccountRow> m_accounts;
    MaskMatches m_matches;
    QList<KeptValue> m_kept;
    QHash<qsizetype, std::pair<AccountId, KeyUid>> m_proven; ///< by the value's position
    Receipts m_receipts;
    LeakReport m_report;
    Answer<LeakReport> m_answer;
};

} // namespace

QString certaintyName(LeakMatch::Certainty certainty)
{
    switch (certainty) {
    case LeakMatch::Certainty::Proven:
        return QStringLiteral("proven");
    case LeakMatch::Certainty::Likely:
        return QStringLiteral("likely");
    case LeakMatch::Certainty::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

LeakSearch::LeakSearch(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

FutureOutcome<LeakReport> LeakSearch::find(const QList<SharedSecret> &values)
{
    auto *run = new LeakRun(m_context, values, this);
    return run->start();
}

QList<KeyUid> keysMeant(const LeakReport &report, bool likely)
{
    QList<KeyUid> keys;
    for (const LeakMatch &match : report.matches) {
        const bool taken = match.certainty == LeakMatch::Certainty::Proven ||
                           (likely && match.certainty == LeakMatch::Certainty::Likely);
        if (taken && match.count == 1 && !match.candidates.isEmpty() &&
            !keys.contains(match.candidates.constFirst().uid))
            keys.append(match.candidates.constFirst().uid);
    }
    return keys;
}

} // namespace chatelaine
