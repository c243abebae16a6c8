// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/replacementrun.h"

#include "platform/filelock.h"
#include "services/context.h"
#include "services/events.h"
#include "services/replacementstate.h"
#include "store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

bool hasEnded(const KeyRow &key)
{
    return key.vanishedAt || key.record.state == KeyState::Revoked ||
           key.record.state == KeyState::Deleted;
}

} // namespace

ReplacementRun::ReplacementRun(ServiceContext &context, KeyService &keys, ReplacementState &state,
                               ReplacementWork work, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_keys(keys)
    , m_state(state)
    , m_work(std::move(work))
{}

void ReplacementRun::begin(const QMap<QString, QJsonValue> &values, bool unheldAccepted)
{
    NewKey order = newKey();
    order.values = values;
    order.unheldAccepted = unheldAccepted;
    whenDone(m_context.store.putReplacement(m_work.at.row, journalEvent(u"intended"_s)), this,
             [this, order](const Outcome<Done> &written) {
                 if (!written)
                     return answer(written.error());
                 make(order, true);
             });
}

void ReplacementRun::goOn(bool inUseConfirmed)
{
    m_inUseConfirmed = inUseConfirmed;
    if (!m_work.at.canGoOn)
        return answer(notNow(m_work.at));
    ReplacementRow &row = m_work.at.row;
    if (row.step == ReplacementStep::Making) {
        row.creation = OperationId(newUuid());
        row.newKey = {};
        return putStep([this] { make(newKey(), false); });
    }
    row.step = ReplacementStep::Retiring;
    putStep([this] { retire(); });
}

void ReplacementRun::abandon()
{
    m_work.at.row.step = ReplacementStep::Abandoned;
    m_work.at.row.endedAt = m_context.clock.now();
    JournalEvent event = journalEvent(u"failed"_s);
    event.detail.insert(u"message"_s, tr("Abandoned by the user."));
    whenDone(m_context.store.putReplacement(m_work.at.row, event), this,
             [this](const Outcome<Done> &written) {
                 answer(written ? Outcome<Replacement>(m_work.at) : written.error());
             });
}

/** Commits the step, then goes on. */
void ReplacementRun::putStep(const Written &next)
{
    whenDone(m_context.store.putReplacement(m_work.at.row), this,
             [this, next](const Outcome<Done> &written) {
                 if (!written)
                     return answer(written.error());
                 next();
             });
}

/** As the old one, by the values in the store. */
NewKey ReplacementRun::newKey() const
{
    NewKey order;
    order.operation = m_work.at.row.creation;
    order.account = m_work.at.row.account;
    order.container = m_work.at.oldKey.record.container;
    order.kind = m_work.at.oldKey.record.kind;
    order.values = m_work.at.row.values;
    return order;
}

/** The step is in the store; the operation of the create has a journal of its own. */
void ReplacementRun::make(const NewKey &order, bool isFirst)
{
    whenDone(m_keys.create(order), this, [this, isFirst](const Outcome<NewKeyResult> &made) {
        if (!made)
            return unmade(made.error(), isFirst);
        m_work.at.row.step = ReplacementStep::Delivering;
        m_work.at.row.newKey = made->key.uid;
        m_work.at.row.message.clear();
        m_work.at.warnings = made->warnings;
        whenDone(m_context.store.putReplacement(m_work.at.row), this,
                 [this](const Outcome<Done> &) { tell(); });
    });
}

/** Nothing was made by a first attempt: there is nothing to go on with. */
void ReplacementRun::unmade(const Error &error, bool isFirst)
{
    ReplacementRow &row = m_work.at.row;
    row.message = error.message;
    std::optional<JournalEvent> last;
    if (isFirst && !error.outcomeUnknown) {
        row.step = ReplacementStep::Abandoned;
        row.endedAt = m_context.clock.now();
        last = journalEvent(u"failed"_s);
        addError(*last, error);
    }
    whenDone(m_context.store.putReplacement(row, last), this,
             [this, error](const Outcome<Done> &) { answer(error); });
}

/** How it stands now is read again: by what is in the store, not by what was hoped. */
void ReplacementRun::tell()
{
    whenDone(m_state.of(m_work.at.row), this, [this](const Outcome<Replacement> &now) {
        if (!now)
            return answer(now.error());
        Replacement told = *now;
        told.warnings = m_work.at.warnings;
        answer(told);
    });
}

/** The next verb that ends the old key; none when it has ended. */
void ReplacementRun::retire()
{
    const KeyRow &old = m_work.at.oldKey;
    if (hasEnded(old))
        return finish();
    const auto client = m_context.clients.client(m_work.account);
    if (!client)
        return answer(client.error());
    const KindInfo *kind = (*client)->info().kind(old.record.kind);
    QList<KeyVerb> verbs = kind ? endingVerbs(*kind) : QList<KeyVerb>();
    if (verbs.size() > 1 && old.record.state == KeyState::Disabled)
        verbs.removeFirst();
    if (verbs.isEmpty())
        return answer(cannotReplace((*client)->info(), kind));
    whenDone(m_keys.apply(old.uid, verbs.first(), m_inUseConfirmed), this,
             [this, last = verbs.size() == 1](const Outcome<KeyChange> &change) {
                 if (!change)
                     return unfinished(change.error());
                 m_work.at.oldKey = change->key;
                 QStringList &warnings = m_work.at.warnings;
                 if (!change->note.isEmpty() && !warnings.contains(change->note))
                     warnings.append(change->note);
                 if (!change->verified)
                     return unfinished(notProven(*change));
                 if (last)
                     return finish();
                 retire();
             });
}

void ReplacementRun::unfinished(const Error &error)
{
    m_work.at.row.message = error.message;
    whenDone(m_context.store.putReplacement(m_work.at.row), this,
             [this, error](const Outcome<Done> &) { answer(error); });
}

void ReplacementRun::finish()
{
    m_work.at.row.step = ReplacementStep::Finished;
    m_work.at.row.endedAt = m_context.clock.now();
    m_work.at.row.message.clear();
    m_work.at.canGoOn = false;
    m_work.at.sentence =
        tr("\"%1\" was replaced, and the old key ended.").arg(m_work.at.oldKey.record.name);
    whenDone(m_context.store.putReplacement(m_work.at.row, journalEvent(u"succeeded"_s)), this,
             [this](const Outcome<Done> &written) {
                 answer(written ? Outcome<Replacement>(m_work.at) : written.error());
             });
}

JournalEvent ReplacementRun::journalEvent(const QString &outcome) const
{
    JournalEvent made = keyEvent(u"key.replace"_s, outcome, m_work.account, m_work.at.oldKey);
    made.operation = OperationId(m_work.at.row.id.toString());
    made.detail.insert(u"creation"_s, m_work.at.row.creation.toString());
    if (m_work.at.newKey) {
        made.detail.insert(u"newKey"_s, m_work.at.newKey->record.id.toString());
        made.detail.insert(u"newMask"_s, m_work.at.newKey->record.mask);
    }
    return made;
}

void ReplacementRun::answer(const Outcome<Replacement> &outcome)
{
    const auto waiting = m_work.answer;
    m_work.lock.reset();
    deleteLater();
    waiting.give(outcome);
}

/** The vendor said yes, and the proof is missing: nothing more is sent before it is there. */
Error ReplacementRun::notProven(const KeyChange &change)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message =
        tr("The old key \"%1\" has not ended yet: %2").arg(change.key.record.name, change.note);
    error.next = tr("Synchronize in a moment, then go on with the replacement.");
    return error;
}

Error ReplacementRun::notNow(const Replacement &at)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = at.sentence;
    error.next = tr("Nothing was sent.");
    return error;
}

} // namespace chatelaine
