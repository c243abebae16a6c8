// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keycreation.h"

#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

namespace chatelaine {

namespace {

/** The name that is sent: what an operation in doubt is found by. */
QString sentNameIn(const ProviderInfo &info, const NewKey &order)
{
    const KindInfo *kind = info.kind(order.kind);
    const VerbInfo *create = kind ? kind->verb(KeyVerb::Create) : nullptr;
    return create ? valueOfRole(create->fields, order.values, QLatin1StringView("name"))
                  : QString();
}

} // namespace

KeyCreation::KeyCreation(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                         NewKey order, AccountRow account, QObject *parent)
    : AnsweringRun(context, operations, std::move(account), order.operation, parent)
    , m_held(held)
    , m_order(std::move(order))
{
    m_operation.verb = keyVerbName(KeyVerb::Create);
    m_operation.object = QStringLiteral("key");
    m_operation.container = m_order.container;
    m_operation.kind = m_order.kind;
}

FutureOutcome<NewKeyResult> KeyCreation::start()
{
    const auto future = m_answer.future();
    const auto provider = client();
    if (!provider) {
        giveUp(provider.error());
        return future;
    }
    const auto valid = (*provider)->validate({m_order.container, m_order.kind, m_order.values});
    if (!valid) {
        giveUp(valid.error());
        return future;
    }
    m_operation.sentName = sentNameIn((*provider)->info(), m_order);
    whenHoldable(m_held, m_order.unheldAccepted, [this] { listBefore(); });
    return future;
}

void KeyCreation::listBefore()
{
    const auto provider = client();
    if (!provider)
        return giveUp(provider.error());
    whenDone(
        (*provider)->listKeys(m_order.container, m_order.kind), this,
        [this](const Outcome<Listing<KeyRecord>> &before) {
            if (!before && before.error().kind != ErrorKind::Unsupported)
                return giveUp(
                    before.error()); // a vendor that does not answer now is not asked for a key
            if (before) {
                for (const KeyRecord &record : before->items)
                    m_operation.idsBefore.append(record.id.toString());
                m_operation.idsBeforeComplete = before->complete();
            }
            begin();
        });
}

JournalEvent KeyCreation::journalEvent(const QString &outcome) const
{
    JournalEvent made = accountEvent(QStringLiteral("key.create"), outcome, m_account);
    made.object = m_operation.sentName;
    made.container = m_order.container;
    made.operation = m_operation.id;
    made.vendorId = m_operation.vendorKey.toString();
    made.mask = m_result.key.record.mask;
    made.requestId = m_operation.requestId;
    made.detail.insert(QStringLiteral("kind"), m_order.kind);
    return made;
}

void KeyCreation::send()
{
    const auto provider = client();
    if (!provider)
        return fail(provider.error(), OperationState::Failed);
    whenAnswered((*provider)->create({m_order.container, m_order.kind, m_order.values}),
                 [this](const CreatedKey &created) { received(created); });
}

void KeyCreation::received(const CreatedKey &created)
{
    m_result.warnings = created.warnings;
    const bool isOld =
        created.record && m_operation.idsBefore.contains(created.record->id.toString());
    KeyRow row;
    row.account = m_account.id;
    if (created.record && !isOld)
        row.record = *created.record;
    // The keychain first: from here on a crash loses nothing.
    whenDone(m_held.hold(m_operation, row, created.secret), this,
             [this, created, isOld](const Outcome<HeldSecret> &secret) {
                 if (!secret)
                     return giveUp(secret.error()); // only when the program is ending
                 m_result.secret = *secret;
                 m_operation.secretHeld = secret->inKeychain;
                 if (isOld)
                     return fail(namesAnother(*created.record, created.requestId),
                                 OperationState::InDoubt);
                 confirm(created);
             });
}

/** The secret may be the new key's or the old one's: it is held, and given to neither. */
Error KeyCreation::namesAnother(const KeyRecord &named, const QString &requestId)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = tr("The vendor answered with \"%1\", a key that was there before. The secret "
                       "that came is held, but belongs to no key yet.")
                        .arg(named.name.isEmpty() ? named.id.toString() : named.name);
    error.next = tr("Sync the account, then say which key the operation made, or revoke the new "
                    "one and make another.");
    error.requestId = requestId;
    error.outcomeUnknown = true;
    return error;
}

/** The vendor's own list says what was made: the answer to a create may lack the mask, or the
 * record. */
void KeyCreation::confirm(const CreatedKey &created)
{
    const auto provider = client();
    if (!provider)
        return store(created.record);
    whenDone(
        (*provider)->listKeys(m_order.container, m_order.kind), this,
        [this, created](const Outcome<Listing<KeyRecord>> &now) {
            if (!now)
                return store(created.record);
            QList<KeyRecord> candidates;
            for (const KeyRecord &record : now->items) {
                const bool made = created.record
                                      ? record.id == created.record->id
                                      : record.name == m_operation.sentName &&
                                            !m_operation.idsBefore.contains(record.id.toString());
                if (made)
                    candidates.append(record);
            }
            if (candidates.size() == 1)
                return store(candidates.first());
            if (created.record && now->complete())
                m_result.warnings.append(tr("The vendor's list does not show the new key yet."));
            store(created.record);
        });
}

void KeyCreation::store(const std::optional<KeyRecord> &record)
{
    if (!record) {
        m_result.warnings.append(
            tr("The vendor did not show the new key. Sync the account to see it."));
        return stored(KeyRow{});
    }
    KeyRow row;
    row.account = m_account.id;
    row.record = *record;
    row.firstSeenAt = m_context.clock.now();
    row.lastSeenAt = row.firstSeenAt;
    whenDone(m_context.store.putKey(row), this,
             [this](const Outcome<KeyRow> &put) { stored(put); });
}

void KeyCreation::stored(const Outcome<KeyRow> &row)
{
    if (row) {
        m_result.key = *row;
        m_operation.key = row->uid;
        m_operation.vendorKey = row->record.id;
        m_held.setKey(m_result.secret.id, *row);
        m_result.secret.key = row->uid;
        m_result.secret.mask = row->record.mask;
    } else {
        m_result.warnings.append(
            tr("The key was made, but could not be added to the inventory: %1 Sync the account.")
                .arg(row.error().message));
    }
    succeed({{QStringLiteral("held"), m_operation.secretHeld}}, [this](const Outcome<Done> &ended) {
        if (!ended)
            m_result.warnings.append(
                tr("The outcome could not be written down: %1").arg(ended.error().message));
        answer(m_result);
    });
}

} // namespace chatelaine
