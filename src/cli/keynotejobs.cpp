// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keynotejobs.h"

#include "cli/table.h"
#include "core/clock.h"
#include "core/redaction.h"
#include "services/accountservice.h"
#include "services/keynoteservice.h"
#include "services/keyservice.h"

#include <algorithm>
#include <tuple>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shownKey(const KeyRow &key, const AccountRow &account)
{
    const KeyRecord &record = key.record;
    const auto line = [](const QString &label, const QString &text) {
        return text.isEmpty() ? QString() : label + ": "_L1 + displaySafe(text, 2048) + u'\n';
    };
    const auto time = [&line](const QString &label, const std::optional<Timestamp> &at) {
        return at ? line(label, at->toIso()) : QString();
    };
    QString text = line(KeysShowJob::tr("Name"), record.name) +
                   line(KeysShowJob::tr("Ref"), keyRef(account.name, record.container, record.id)) +
                   line(KeysShowJob::tr("Account"), account.name) +
                   line(KeysShowJob::tr("In"), placeOf(record.container)) +
                   line(KeysShowJob::tr("Id"), record.id.toString()) +
                   line(KeysShowJob::tr("Mask"), record.mask) +
                   line(KeysShowJob::tr("Kind"), record.kind) +
                   line(KeysShowJob::tr("Scopes"), record.scopes.join(", "_L1)) +
                   line(KeysShowJob::tr("Environment"), record.environment) +
                   line(KeysShowJob::tr("State"), keyStateName(record.state)) +
                   time(KeysShowJob::tr("Created"), record.createdAt) +
                   line(KeysShowJob::tr("Created by"), record.createdBy) +
                   line(KeysShowJob::tr("Last used"), shownLastUsed(record.lastUsed)) +
                   time(KeysShowJob::tr("Expires"), record.expiresAt) +
                   time(KeysShowJob::tr("Last seen"), key.lastSeenAt) +
                   time(KeysShowJob::tr("Ended by us"), key.endedAt);
    for (const auto &[label, detail] : record.details)
        text += line(displaySafe(label), detail);
    if (key.inUse)
        text += KeysShowJob::tr("This is the credential of the account itself.") + u'\n';
    if (key.kept)
        text += KeysShowJob::tr("Its secret is in the keychain.") + u'\n';
    return text;
}

bool isOver(const FindingException &exception)
{
    return exception.isOver(SystemClock().now());
}

QString shownAcknowledgement(const std::optional<ReviewAcknowledgement> &word)
{
    if (!word)
        return {};
    return KeysShowJob::tr("Acknowledged: %1, %2, written down by %3")
               .arg(word->at.toIso(), displaySafe(word->who, longestNote), displaySafe(word->by)) +
           u'\n';
}

QString shownNotes(const KeyNotes &notes)
{
    QString text;
    for (const NoteTopicInfo &info : noteTopics()) {
        const QString value = notes.text(info.topic);
        if (!value.isEmpty())
            text += noteTopicTitle(info.topic) + ": "_L1 +
                    displaySafe(info.form == NoteForm::Word ? noteWordText(value) : value,
                                longestNote) +
                    u'\n';
    }
    if (const auto review = notes.review())
        text += KeysShowJob::tr("Reviewed: %1, %2, by %3: %4")
                    .arg(review->at.toIso(), reviewDecisionText(review->decision),
                         displaySafe(review->by), displaySafe(review->reason, longestNote)) +
                u'\n' + shownAcknowledgement(review->acknowledgement);
    const QList<FindingException> exceptions = notes.exceptions();
    for (const FindingException &one : exceptions) {
        const QString sentence =
            isOver(one) ? KeysShowJob::tr("Exception from %1, over since %2, approved by %3: %4")
                        : KeysShowJob::tr("Exception from %1 until %2, approved by %3: %4");
        text += sentence.arg(findingRuleName(one.rule), one.until.toIso(),
                             displaySafe(one.approver, longestNote),
                             displaySafe(one.reason, longestNote)) +
                u'\n';
    }
    return text;
}

QJsonObject notesDocument(const KeyNotes &notes)
{
    QJsonObject values;
    for (const NoteTopicInfo &info : noteTopics()) {
        const auto said = notes.said(info.topic);
        if (said && !said->value.isEmpty())
            values.insert(info.id, QJsonObject{{"value"_L1, said->value},
                                               {"by"_L1, said->by},
                                               {"at"_L1, said->at.toIso()}});
    }
    return values;
}

QJsonObject reviewDocument(const KeyReview &review)
{
    QJsonObject document{{"decision"_L1, reviewDecisionName(review.decision)},
                         {"reason"_L1, review.reason},
                         {"by"_L1, review.by},
                         {"at"_L1, review.at.toIso()}};
    if (const auto &word = review.acknowledgement)
        document.insert(
            "acknowledgement"_L1,
            QJsonObject{{"who"_L1, word->who}, {"by"_L1, word->by}, {"at"_L1, word->at.toIso()}});
    return document;
}

void addNotes(QJsonObject *document, const KeyNotes &notes)
{
    if (const QJsonObject values = notesDocument(notes); !values.isEmpty())
        document->insert("notes"_L1, values);
    if (const auto review = notes.review())
        document->insert("review"_L1, reviewDocument(*review));
    QJsonArray exceptions;
    const QList<FindingException> all = notes.exceptions();
    for (const FindingException &one : all)
        exceptions.append(exceptionDocument(one));
    if (!exceptions.isEmpty())
        document->insert("exceptions"_L1, exceptions);
}

} // namespace

QJsonObject exceptionDocument(const FindingException &exception)
{
    return {{"rule"_L1, findingRuleName(exception.rule)},
            {"reason"_L1, exception.reason},
            {"approver"_L1, exception.approver},
            {"until"_L1, exception.until.toIso()},
            {"over"_L1, isOver(exception)},
            {"by"_L1, exception.by},
            {"at"_L1, exception.at.toIso()}};
}

void KeysShowJob::start()
{
    then(services().keys.find(m_order.key), [this](const KeyRow &key) {
        then(services().notes.notes(key.uid), [this, key](const KeyNotes &notes) {
            const AccountRow account = accountOf(key.account);
            QJsonObject document = keyDocument(key, account);
            addNotes(&document, notes);
            output().result(shownKey(key, account) + shownNotes(notes), document);
            finish(done);
        });
    });
}

void KeysSayJob::start()
{
    m_left = m_order.keys;
    findNext();
}

void KeysSayJob::findNext()
{
    if (m_left.isEmpty())
        return say();
    then(services().keys.find(m_left.takeFirst()), [this](const KeyRow &key) {
        if (!m_keys.contains(key.uid))
            m_keys.append(key.uid);
        findNext();
    });
}

void KeysSayJob::say()
{
    KeyNoteService &notes = services().notes;
    const auto said = [this](int count) {
        report(count);
    };
    switch (m_order.what) {
    case KeysSay::What::Note:
        return then(notes.note(m_keys, m_order.values), said);
    case KeysSay::What::Review:
        return then(notes.review(m_keys, m_order.decision, m_order.reason), said);
    case KeysSay::What::Acknowledgement:
        return then(notes.acknowledgeReview(m_keys, m_order.acknowledgedBy), said);
    case KeysSay::What::Exception:
        return then(notes.makeException(m_keys, m_order.exception), said);
    case KeysSay::What::ExceptionEnd:
        return then(notes.endException(m_keys, m_order.exception.rule), said);
    }
}

void KeysSayJob::report(int said)
{
    const QString text = said == 0 ? tr("Nothing of it is new: nothing was written.")
                                   : tr("Written into the journal, for %n key(s).", nullptr, said);
    output().result(text + u'\n', {{"keys"_L1, said}});
    finish(done);
}

void ExceptionsJob::start()
{
    const auto accounts = accountsNamed(m_order.account);
    if (!accounts)
        return;
    m_accounts = *accounts;
    const AccountId account = m_order.account.isEmpty() ? AccountId() : m_accounts.constFirst().id;
    then(services().notes.notesOf(account), [this](const QHash<KeyUid, KeyNotes> &notes) {
        for (auto it = notes.cbegin(); it != notes.cend(); ++it) {
            if (!it->exceptions().isEmpty())
                m_left.append({it.key(), it->exceptions()});
        }
        readNext();
    });
}

void ExceptionsJob::readNext()
{
    if (m_left.isEmpty())
        return report();
    const auto [uid, exceptions] = m_left.takeLast();
    then(services().keys.key(uid), [this, exceptions = exceptions](const KeyRow &key) {
        for (const FindingException &exception : exceptions)
            m_found.append({key, exception});
        readNext();
    });
}

void ExceptionsJob::report()
{
    std::sort(m_found.begin(), m_found.end(), [](const auto &a, const auto &b) {
        return std::tie(a.second.until, a.first.uid) < std::tie(b.second.until, b.first.uid);
    });
    Table table({tr("UNTIL"), tr("RULE"), tr("ACCOUNT"), tr("NAME"), tr("APPROVER"), tr("REASON"),
                 tr("REF")});
    QJsonArray items;
    for (const auto &[key, exception] : std::as_const(m_found)) {
        const AccountRow account = accountOf(key.account);
        const QString ref = keyRef(account.name, key.record.container, key.record.id);
        QJsonObject item = exceptionDocument(exception);
        item.insert("account"_L1, account.name);
        item.insert("key"_L1, ref);
        if (!key.record.name.isEmpty())
            item.insert("name"_L1, key.record.name);
        items.append(item);
        const QString until = shownTime(exception.until);
        table.add({isOver(exception) ? tr("%1, over").arg(until) : until,
                   findingRuleName(exception.rule), account.name, key.record.name,
                   exception.approver, exception.reason, ref});
    }
    output().list(table.toString(), items, inventoryState(m_accounts));
    finish(done);
}

} // namespace chatelaine::cli
