// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/containerrun.h"

#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

namespace chatelaine {

namespace {

QString lastName(const ContainerPath &path)
{
    if (path.isEmpty())
        return {};
    return path.last().name.isEmpty() ? path.last().id.toString() : path.last().name;
}

} // namespace

ContainerRun::ContainerRun(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                           AccountRow account, ContainerChange order, ContainerVerbInfo verb,
                           QObject *parent)
    : AnsweringRun(context, operations, std::move(account), {}, parent)
    , m_held(held)
    , m_order(std::move(order))
    , m_verb(std::move(verb))
{
    m_operation.verb = containerVerbName(m_order.verb);
    m_operation.object = m_order.level;
    m_operation.container = m_order.container;
    m_operation.kind = m_verb.keyKind;
    m_operation.sentName =
        m_order.verb == ContainerVerb::Delete
            ? lastName(m_order.container)
            : valueOfRole(m_verb.fields, m_order.values, QLatin1StringView("name"));
    m_result.container = m_order.container;
}

JournalEvent ContainerRun::journalEvent(const QString &outcome) const
{
    JournalEvent made =
        accountEvent(m_order.level + QLatin1Char('.') + m_operation.verb, outcome, m_account);
    made.object = m_operation.sentName;
    made.container = m_result.container;
    if (!m_result.container.isEmpty())
        made.vendorId = m_result.container.last().id.toString();
    made.operation = m_operation.id;
    made.requestId = m_operation.requestId;
    return made;
}

FutureOutcome<ContainerChangeResult> ContainerRun::start()
{
    const auto future = m_answer.future();
    if (m_verb.keyKind.isEmpty())
        noteWhatIsThere();
    else
        whenHoldable(m_held, m_order.unheldAccepted, [this] { noteWhatIsThere(); });
    return future;
}

void ContainerRun::noteWhatIsThere()
{
    whenDone(m_context.store.containers(m_account.id), this,
             [this](const Outcome<QList<ContainerRow>> &rows) {
                 if (!rows)
                     return giveUp(rows.error());
                 for (const ContainerRow &row : *rows) {
                     if (row.path.last().level == m_order.level)
                         m_operation.idsBefore.append(row.path.last().id.toString());
                 }
                 QJsonObject detail = describedValues(m_verb.fields, m_order.values);
                 if (m_order.verb == ContainerVerb::Rename)
                     detail.insert(QStringLiteral("before"), lastName(m_order.container));
                 begin(detail);
             });
}

void ContainerRun::send()
{
    const auto provider = client();
    if (!provider)
        return fail(provider.error(), OperationState::Failed);
    whenAnswered((*provider)->changeContainer(
                     {m_order.verb, m_order.level, m_order.container, m_order.values}),
                 [this](const ContainerResult &result) { received(result); });
}

void ContainerRun::received(const ContainerResult &result)
{
    m_result.verified = result.verified;
    if (m_order.verb == ContainerVerb::Delete)
        return ended();
    m_result.container = result.container;
    if (!result.key)
        return conclude();
    KeyRow row;
    row.account = m_account.id;
    if (result.key->record)
        row.record = *result.key->record;
    NewKeyResult key;
    key.key = row;
    key.warnings = result.key->warnings;
    m_result.key = key;
    // The keychain first: from here on a crash loses nothing.
    whenDone(m_held.hold(m_operation, row, result.key->secret), this,
             [this, result](const Outcome<HeldSecret> &secret) {
                 if (!secret)
                     return giveUp(secret.error()); // only when the program is ending
                 m_result.key->secret = *secret;
                 m_operation.secretHeld = secret->inKeychain;
                 findRecord(result);
             });
}

/** The vendor's own list says what came with it: the answer to a create lacks the mask, or the
 * record. */
void ContainerRun::findRecord(const ContainerResult &result)
{
    const auto provider = client();
    if (!provider)
        return putKey(result.key->record);
    whenDone((*provider)->listKeys(result.container, result.keyKind), this,
             [this, told = result.key->record](const Outcome<Listing<KeyRecord>> &keys) {
                 QList<KeyRecord> listed;
                 for (const KeyRecord &record : keys ? keys->items : QList<KeyRecord>()) {
                     if (!told || told->id.isEmpty() || record.id == told->id)
                         listed.append(record);
                 }
                 putKey(listed.size() == 1 ? std::optional(listed.first()) : told);
             });
}

void ContainerRun::putKey(const std::optional<KeyRecord> &record)
{
    if (!record) {
        m_result.warnings.append(
            tr("The vendor did not show the key that came with it. Sync the account to see it."));
        return conclude();
    }
    KeyRow row;
    row.account = m_account.id;
    row.record = *record;
    row.firstSeenAt = m_context.clock.now();
    row.lastSeenAt = row.firstSeenAt;
    whenDone(m_context.store.putKey(row), this, [this](const Outcome<KeyRow> &put) {
        if (put) {
            m_result.key->key = *put;
            m_operation.key = put->uid;
            m_held.setKey(m_result.key->secret.id, *put);
            m_result.key->secret.key = put->uid;
            m_result.key->secret.mask = put->record.mask;
        } else {
            m_result.warnings.append(
                tr("The key that came with it could not be added to the inventory: %1 Sync the "
                   "account.")
                    .arg(put.error().message));
        }
        conclude();
    });
}

void ContainerRun::conclude()
{
    QJsonObject detail{{QStringLiteral("verified"), m_result.verified}};
    if (m_result.key) {
        detail.insert(QStringLiteral("key"), m_result.key->key.record.id.toString());
        detail.insert(QStringLiteral("mask"), m_result.key->key.record.mask);
        detail.insert(QStringLiteral("held"), m_operation.secretHeld);
    }
    succeed(detail, [this](const Outcome<Done> &written) { keep(written); });
}

void ContainerRun::keep(const Outcome<Done> &written)
{
    if (!written)
        m_result.warnings.append(
            tr("The outcome could not be written down: %1").arg(written.error().message));
    whenDone(m_context.store.putContainer(m_account.id, m_result.container), this,
             [this](const Outcome<Done> &put) {
                 if (!put)
                     m_result.warnings.append(
                         tr("The inventory could not be changed: %1 Sync the account.")
                             .arg(put.error().message));
                 answer(m_result);
             });
}

void ContainerRun::ended()
{
    const JournalEvent done = success({{QStringLiteral("verified"), m_result.verified}});
    const auto eventOfKey = [account = m_account, operation = m_operation.id,
                             level = m_order.level](const KeyRow &key) {
        JournalEvent event =
            keyEvent(QStringLiteral("key.delete"), QStringLiteral("succeeded"), account, key);
        event.operation = operation;
        event.detail.insert(QStringLiteral("with"), level);
        return event;
    };
    whenDone(m_operations.endContainer(m_operation, done,
                                       {m_account.id, m_order.container, m_verb.takesKeys},
                                       eventOfKey),
             this, [this](const Outcome<QList<KeyRow>> &keys) {
                 if (!keys)
                     return giveUp(keys.error());
                 m_result.ended = *keys;
                 answer(m_result);
             });
}

} // namespace chatelaine
