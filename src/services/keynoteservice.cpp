// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keynoteservice.h"

#include "core/async.h"
#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

#include <QHash>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestException = 36'500LL * 86'400; ///< seconds
/** So few that what is said of them is written down within a part of a frame. */
constexpr qsizetype keysOfAStretch = 100;

Error badSaying(const QString &sentence)
{
    return Error::of(ErrorKind::InvalidRequest, sentence);
}

/** Free text of a review or an exception, under the rules of notes. */
Outcome<QString> sentenceOf(const QString &text, const QString &missing)
{
    auto value = noteValue(NoteTopic::Purpose, text);
    if (!value)
        return badSaying(
            KeyNoteService::tr("The text is too long, or has something in it that looks like a "
                               "secret. It is shown, and is part of reports."));
    if (value->isEmpty())
        return badSaying(missing);
    return value;
}

Outcome<QMap<NoteTopic, QString>> checkedValues(const QMap<NoteTopic, QString> &values)
{
    QMap<NoteTopic, QString> checked;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const auto value = noteValue(it.key(), it.value());
        if (!value)
            return value.error();
        checked.insert(it.key(), *value);
    }
    return checked;
}

/** One call; deletes itself when it has answered. */
class SayingRun : public QObject
{
public:
    using Saying = std::function<QList<JournalEvent>(const AccountRow &account, const KeyRow &key,
                                                     const KeyNotes &notes)>;

    SayingRun(ServiceContext &context, const QList<KeyUid> &keys, Saying saying, QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_left(keys)
        , m_saying(std::move(saying))
    {}

    FutureOutcome<int> start()
    {
        const auto future = m_answer.future();
        then(m_context.store.accounts(), [this](const QList<AccountRow> &accounts) {
            for (const AccountRow &account : accounts)
                m_accounts.insert(account.id, account);
            next();
        });
        return future;
    }

private:
    template<typename T, typename F>
    void then(FutureOutcome<T> call, F go)
    {
        whenDone(std::move(call), this, [this, go](const Outcome<T> &outcome) {
            if (!outcome)
                return answer(outcome.error());
            go(*outcome);
        });
    }

    void next()
    {
        if (m_left.isEmpty())
            return write();
        const QList<KeyUid> uids = m_left.first(std::min(keysOfAStretch, m_left.size()));
        m_left.remove(0, uids.size());
        then(m_context.store.keys(uids), [this, uids](const QList<KeyRow> &keys) {
            then(m_context.store.keyNotesOf(uids), [this, keys](const QList<KeyNotes> &notes) {
                for (qsizetype i = 0; i < keys.size(); ++i)
                    saySomethingOf(keys[i], notes[i]);
                next();
            });
        });
    }

    void saySomethingOf(const KeyRow &key, const KeyNotes &notes)
    {
        const auto events = m_saying(m_accounts.value(key.account), key, notes);
        m_events += events;
        m_keys += events.isEmpty() ? 0 : 1;
    }

    void write()
    {
        if (m_events.isEmpty())
            return answer(0);
        then(m_context.store.sayOfKeys(m_events), [this](Done) { answer(m_keys); });
    }

    void answer(const Outcome<int> &outcome)
    {
        const auto waiting = m_answer;
        deleteLater();
        waiting.give(outcome);
    }

    ServiceContext &m_context;
    QHash<AccountId, AccountRow> m_accounts;
    QList<KeyUid> m_left;
    const Saying m_saying;
    QList<JournalEvent> m_events;
    int m_keys = 0;
    Answer<int> m_answer;
};

JournalEvent noteEvent(const QString &kind, const AccountRow &account, const KeyRow &key,
                       const QJsonObject &detail)
{
    JournalEvent event = keyEvent(kind, u"succeeded"_s, account, key);
    event.detail = detail;
    return event;
}

} // namespace

KeyNoteService::KeyNoteService(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.notes || changes.everything)
            emit changed();
    });
}

FutureOutcome<KeyNotes> KeyNoteService::notes(const KeyUid &key)
{
    return m_context.store.keyNotes(key);
}

FutureOutcome<QHash<KeyUid, KeyNotes>> KeyNoteService::notesOf(const AccountId &account)
{
    return m_context.store.keyNotesOf(account);
}

FutureOutcome<QList<KeyNotes>> KeyNoteService::notesOf(const QList<KeyUid> &keys)
{
    return m_context.store.keyNotesOf(keys);
}

FutureOutcome<int> KeyNoteService::say(const QList<KeyUid> &keys, const Saying &saying)
{
    if (keys.size() > mostKeys)
        return readyOutcome<int>(badSaying(
            tr("At most %1 keys at a time.").arg(QLocale().toString(qlonglong(mostKeys)))));
    return (new SayingRun(m_context, keys, saying, this))->start();
}

FutureOutcome<int> KeyNoteService::saySomething(const QList<KeyUid> &keys, const Saying &saying,
                                                const QString &nothing)
{
    const Answer<int> answer;
    whenDone(say(keys, saying), this, [answer, nothing](const Outcome<int> &said) {
        if (said && *said == 0)
            return answer.give(Error::of(ErrorKind::NotFound, nothing));
        answer.give(said);
    });
    return answer.future();
}

FutureOutcome<int> KeyNoteService::note(const QList<KeyUid> &keys,
                                        const QMap<NoteTopic, QString> &values)
{
    const auto checked = checkedValues(values);
    if (!checked)
        return readyOutcome<int>(checked.error());
    return say(keys,
               [checked = *checked](const AccountRow &account, const KeyRow &key,
                                    const KeyNotes &notes) -> QList<JournalEvent> {
                   QMap<NoteTopic, QString> news;
                   for (auto it = checked.cbegin(); it != checked.cend(); ++it) {
                       if (notes.text(it.key()) != it.value())
                           news.insert(it.key(), it.value());
                   }
                   if (news.isEmpty())
                       return {};
                   return {noteEvent(NoteKinds::note, account, key, noteDetail(news))};
               });
}

FutureOutcome<int> KeyNoteService::review(const QList<KeyUid> &keys, ReviewDecision decision,
                                          const QString &reason)
{
    const auto why = sentenceOf(reason, tr("A review needs its reason, in a few words."));
    if (!why)
        return readyOutcome<int>(why.error());
    return say(keys,
               [decision, why = *why](const AccountRow &account, const KeyRow &key,
                                      const KeyNotes &) -> QList<JournalEvent> {
                   return {noteEvent(NoteKinds::review, account, key, reviewDetail(decision, why))};
               });
}

FutureOutcome<int> KeyNoteService::acknowledgeReview(const QList<KeyUid> &keys, const QString &who)
{
    const auto name = sentenceOf(who, tr("An acknowledgement needs who acknowledges the review."));
    if (!name)
        return readyOutcome<int>(name.error());
    return saySomething(
        keys,
        [name = *name](const AccountRow &account, const KeyRow &key,
                       const KeyNotes &notes) -> QList<JournalEvent> {
            if (!notes.review())
                return {};
            return {noteEvent(NoteKinds::acknowledgement, account, key,
                              acknowledgementDetail(name, notes.reviewStamp()))};
        },
        tr("There is no review to acknowledge: write it down first."));
}

FutureOutcome<int> KeyNoteService::makeException(const QList<KeyUid> &keys,
                                                 const FindingException &exception)
{
    FindingException made = exception;
    if (!mayBeExcepted(exception.rule))
        return readyOutcome<int>(badSaying(tr("There are no exceptions for held secrets: bring the "
                                              "secret to where it is needed, or revoke its key.")));
    const auto reason =
        sentenceOf(exception.reason, tr("An exception needs its reason, in a few words."));
    if (!reason)
        return readyOutcome<int>(reason.error());
    const auto approver = sentenceOf(exception.approver, tr("An exception needs who approved it."));
    if (!approver)
        return readyOutcome<int>(approver.error());
    const Timestamp now = m_context.clock.now();
    if (exception.until <= now || exception.until > now.plusSeconds(longestException))
        return readyOutcome<int>(badSaying(
            tr("An exception needs an end that is still ahead, and less than 100 years.")));
    made.reason = *reason;
    made.approver = *approver;
    return say(keys,
               [made](const AccountRow &account, const KeyRow &key,
                      const KeyNotes &) -> QList<JournalEvent> {
                   return {noteEvent(NoteKinds::exception, account, key, exceptionDetail(made))};
               });
}

FutureOutcome<int> KeyNoteService::endException(const QList<KeyUid> &keys, FindingRule rule)
{
    return saySomething(
        keys,
        [rule](const AccountRow &account, const KeyRow &key,
               const KeyNotes &notes) -> QList<JournalEvent> {
            const QList<FindingException> all = notes.exceptions();
            const bool has =
                std::any_of(all.cbegin(), all.cend(),
                            [rule](const FindingException &one) { return one.rule == rule; });
            if (!has)
                return {};
            return {noteEvent(NoteKinds::exceptionEnd, account, key,
                              {{"rule"_L1, findingRuleName(rule)}})};
        },
        tr("There is no exception of this rule to end."));
}

} // namespace chatelaine
