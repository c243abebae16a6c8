// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/notes/notespresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace chatelaine {

namespace {

template<typename F>
bool differIn(const QList<KeyNotes> &notes, F part)
{
    const auto first = part(notes.value(0));
    return std::any_of(notes.cbegin(), notes.cend(),
                       [&](const KeyNotes &one) { return part(one) != first; });
}

} // namespace

NotesPresenter::NotesPresenter(NotesPort port, const QList<KeyUid> &keys, const QString &name,
                               QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_keys(keys)
    , m_name(name)
{}

QString NotesPresenter::title() const
{
    return m_keys.size() == 1 ? tr("Notes on \"%1\"").arg(m_name)
                              : tr("Notes on %n key(s)", nullptr, static_cast<int>(m_keys.size()));
}

void NotesPresenter::refresh()
{
    if (m_isReading) {
        m_readsAgain = true;
        return;
    }
    m_isReading = true;
    whenDone(m_port.notes(m_keys), this, [this](const Outcome<QList<KeyNotes>> &notes) {
        if (notes && m_keys.size() == 1)
            return take(together(*notes));
        if (notes) // thousands of them would hold up the window
            return whenReady(QtConcurrent::run(together, *notes), this,
                             [this](const Together &known) { take(known); });
        m_notice = Notice::of(notes.error());
        emit changed();
        readAgainIfWanted();
    });
}

void NotesPresenter::readAgainIfWanted()
{
    m_isReading = false;
    if (std::exchange(m_readsAgain, false))
        refresh();
}

bool NotesPresenter::differ(const QList<KeyNotes> &notes, NoteTopic topic)
{
    return differIn(notes, [topic](const KeyNotes &one) { return one.text(topic); });
}

NotesPresenter::Together NotesPresenter::together(const QList<KeyNotes> &notes)
{
    Together known;
    known.first = notes.value(0);
    for (const NoteTopicInfo &info : noteTopics()) {
        if (differ(notes, info.topic))
            known.differing.insert(info.topic);
    }
    const auto reviewAlone = [](const KeyNotes &one) {
        auto review = one.review();
        if (review)
            review->acknowledgement.reset();
        return review;
    };
    const auto acknowledgement = [](const KeyNotes &one) {
        const auto review = one.review();
        return review ? review->acknowledgement : std::nullopt;
    };
    known.reviewsDiffer = differIn(notes, reviewAlone);
    known.acknowledgementsDiffer = differIn(notes, acknowledgement);
    known.hasReviews = std::any_of(notes.cbegin(), notes.cend(),
                                   [](const KeyNotes &one) { return one.review().has_value(); });
    const QList<FindingException> first = known.first.exceptions();
    for (const FindingException &exception : first) {
        const auto hasIt = [&exception](const KeyNotes &one) {
            const QList<FindingException> theirs = one.exceptions();
            return std::any_of(theirs.cbegin(), theirs.cend(), [&](const FindingException &other) {
                return other.rule == exception.rule && other.until == exception.until;
            });
        };
        if (std::all_of(notes.cbegin(), notes.cend(), hasIt))
            known.exceptions.append(exception);
    }
    return known;
}

void NotesPresenter::take(const Together &known)
{
    m_loaded = true;
    m_known = known;
    emit loaded();
    emit changed();
    readAgainIfWanted();
}

QString NotesPresenter::value(NoteTopic topic) const
{
    const auto entered = m_entered.constFind(topic);
    if (entered != m_entered.cend())
        return *entered;
    return m_known.differing.contains(topic) ? QString() : m_known.first.text(topic);
}

bool NotesPresenter::differs(NoteTopic topic) const
{
    return m_known.differing.contains(topic) && !m_entered.contains(topic);
}

void NotesPresenter::setValue(NoteTopic topic, const QString &text)
{
    if (text == value(topic) && !differs(topic))
        return;
    const bool isAsBefore = m_known.differing.contains(topic)
                                ? text.isEmpty() && noteTopicInfo(topic).form != NoteForm::Word
                                : text.simplified() == m_known.first.text(topic);
    if (isAsBefore)
        m_entered.remove(topic);
    else
        m_entered.insert(topic, text);
    emit changed();
}

QString NotesPresenter::problem(NoteTopic topic) const
{
    const auto entered = m_entered.constFind(topic);
    if (entered == m_entered.cend())
        return {};
    const auto checked = noteValue(topic, *entered);
    return checked ? QString() : checked.error().message;
}

QString NotesPresenter::tip(NoteTopic topic) const
{
    const auto said = m_known.first.said(topic);
    if (m_keys.size() > 1 || !said || said->value.isEmpty())
        return {};
    return tr("Since %1, by %2").arg(exactTime(said->at), displaySafe(said->by));
}

bool NotesPresenter::hasUnsaved() const
{
    return !m_entered.isEmpty() || !m_reason.isEmpty() || !m_acknowledger.isEmpty() ||
           !m_exception.reason.isEmpty();
}

bool NotesPresenter::canSave() const
{
    return isReady() && !m_entered.isEmpty() &&
           std::all_of(noteTopics().cbegin(), noteTopics().cend(),
                       [this](const NoteTopicInfo &info) { return problem(info.topic).isEmpty(); });
}

template<typename F>
void NotesPresenter::write(FutureOutcome<int> call, F done)
{
    m_busy = true;
    m_notice = {};
    emit changed();
    whenDone(std::move(call), this, [this, done](const Outcome<int> &said) {
        m_busy = false;
        if (said) {
            m_notice = {Severity::Good,
                        *said == 0 ? tr("Nothing of it is new: nothing was written.")
                                   : tr("Written into the journal, for %n key(s).", nullptr, *said),
                        {}};
            done();
        } else {
            m_notice = Notice::of(said.error());
        }
        emit changed();
        emit ended(said.ok());
        refresh();
    });
}

void NotesPresenter::save()
{
    if (canSave())
        write(m_port.note(m_keys, m_entered), [this, sent = m_entered] {
            // What was entered meanwhile is still to be written.
            m_entered.removeIf([&sent](const auto &entry) {
                const auto was = sent.constFind(entry.key());
                return was != sent.cend() && *was == entry.value();
            });
        });
}

QString NotesPresenter::lastReview() const
{
    if (m_known.reviewsDiffer)
        return tr("These keys were reviewed differently, or not all of them.");
    const auto review = m_known.first.review();
    if (!review)
        return tr("Nobody has written down a review yet.");
    return tr("%1, on %2 by %3: %4")
        .arg(reviewDecisionText(review->decision), shortTime(review->at), displaySafe(review->by),
             displaySafe(review->reason, longestNote));
}

QString NotesPresenter::acknowledgement() const
{
    const auto review = m_known.first.review();
    if (m_known.acknowledgementsDiffer)
        return tr("Management has not acknowledged all of their reviews, or not at once.");
    if (m_known.reviewsDiffer || !review)
        return {};
    if (!review->acknowledgement)
        return tr("Management has not acknowledged it yet.");
    const ReviewAcknowledgement &word = *review->acknowledgement;
    return tr("Acknowledged by %1; written down on %2 by %3.")
        .arg(displaySafe(word.who, longestNote), shortTime(word.at), displaySafe(word.by));
}

void NotesPresenter::setReview(std::optional<ReviewDecision> decision, const QString &reason)
{
    m_decision = decision;
    m_reason = reason.simplified();
    emit changed();
}

bool NotesPresenter::canReview() const
{
    return isReady() && m_decision && !m_reason.isEmpty();
}

void NotesPresenter::review()
{
    if (canReview())
        write(m_port.review(m_keys, *m_decision, m_reason), [this, sent = m_reason] {
            if (m_reason != sent)
                return; // what was entered meanwhile is still to be written
            m_reason.clear();
            emit reviewed();
        });
}

void NotesPresenter::setAcknowledger(const QString &who)
{
    m_acknowledger = who.simplified();
    emit changed();
}

bool NotesPresenter::canAcknowledge() const
{
    return isReady() && m_known.hasReviews && !m_acknowledger.isEmpty();
}

void NotesPresenter::acknowledge()
{
    if (canAcknowledge())
        write(m_port.acknowledgeReview(m_keys, m_acknowledger), [this, sent = m_acknowledger] {
            if (m_acknowledger != sent)
                return;
            m_acknowledger.clear();
            emit acknowledged();
        });
}

void NotesPresenter::setException(const FindingException &exception)
{
    m_exception = exception;
    m_exception.reason = exception.reason.simplified();
    m_exception.approver = exception.approver.simplified();
    emit changed();
}

bool NotesPresenter::canExcept() const
{
    return isReady() && !m_exception.reason.isEmpty() && !m_exception.approver.isEmpty() &&
           m_exception.until > m_port.now();
}

void NotesPresenter::except()
{
    if (canExcept())
        write(m_port.makeException(m_keys, m_exception), [this, sent = m_exception.reason] {
            if (m_exception.reason != sent)
                return;
            m_exception.reason.clear();
            emit excepted();
        });
}

void NotesPresenter::endException(FindingRule rule)
{
    if (isReady())
        write(m_port.endException(m_keys, rule), [] {});
}

} // namespace chatelaine
