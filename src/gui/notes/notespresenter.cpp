// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/notes/notespresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <algorithm>

namespace chatelaine {

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
    const auto failed = [this](const Error &error) {
        m_notice = Notice::of(error);
        emit changed();
    };
    if (m_keys.size() == 1) {
        whenDone(m_port.notesOfOne(m_keys.constFirst()), this,
                 [this, failed](const Outcome<KeyNotes> &notes) {
                     if (!notes)
                         return failed(notes.error());
                     take({*notes});
                 });
        return;
    }
    whenDone(m_port.notesOfAll(), this,
             [this, failed](const Outcome<QHash<KeyUid, KeyNotes>> &notes) {
                 if (!notes)
                     return failed(notes.error());
                 QList<KeyNotes> ours;
                 for (const KeyUid &key : m_keys)
                     ours.append(notes->value(key));
                 take(ours);
             });
}

void NotesPresenter::take(const QList<KeyNotes> &notes)
{
    m_loaded = true;
    m_notes = notes.value(0);
    m_differing.clear();
    for (const NoteTopicInfo &info : noteTopics()) {
        const QString first = m_notes.text(info.topic);
        if (std::any_of(notes.cbegin(), notes.cend(),
                        [&](const KeyNotes &one) { return one.text(info.topic) != first; }))
            m_differing.insert(info.topic);
    }
    m_reviewsDiffer = std::any_of(notes.cbegin(), notes.cend(), [this](const KeyNotes &one) {
        return one.review() != m_notes.review();
    });
    takeExceptions(notes);
    emit loaded();
    emit changed();
}

void NotesPresenter::takeExceptions(const QList<KeyNotes> &notes)
{
    m_exceptions.clear();
    const QList<FindingException> first = m_notes.exceptions();
    for (const FindingException &exception : first) {
        const auto hasIt = [&exception](const KeyNotes &one) {
            const QList<FindingException> theirs = one.exceptions();
            return std::any_of(theirs.cbegin(), theirs.cend(), [&](const FindingException &other) {
                return other.rule == exception.rule && other.until == exception.until;
            });
        };
        if (std::all_of(notes.cbegin(), notes.cend(), hasIt))
            m_exceptions.append(exception);
    }
}

QString NotesPresenter::value(NoteTopic topic) const
{
    const auto entered = m_entered.constFind(topic);
    if (entered != m_entered.cend())
        return *entered;
    return m_differing.contains(topic) ? QString() : m_notes.text(topic);
}

bool NotesPresenter::differs(NoteTopic topic) const
{
    return m_differing.contains(topic) && !m_entered.contains(topic);
}

void NotesPresenter::setValue(NoteTopic topic, const QString &text)
{
    if (text == value(topic))
        return;
    // With several keys an empty value is one as well: it takes away what differs.
    const bool isAsBefore =
        !m_differing.contains(topic) && text.simplified() == m_notes.text(topic);
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
    const auto said = m_notes.said(topic);
    if (m_keys.size() > 1 || !said || said->value.isEmpty())
        return {};
    return tr("Since %1, by %2").arg(exactTime(said->at), displaySafe(said->by));
}

bool NotesPresenter::hasUnsaved() const
{
    return !m_entered.isEmpty() || !m_reason.isEmpty() || !m_exception.reason.isEmpty();
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
                                   : tr("Written into the journal, of %n key(s).", nullptr, *said),
                        {}};
            done();
        } else {
            m_notice = Notice::of(said.error());
        }
        emit changed();
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
    if (m_reviewsDiffer)
        return tr("These keys were reviewed differently, or not all of them.");
    const auto review = m_notes.review();
    if (!review)
        return tr("Nobody has written down a review yet.");
    return tr("%1, on %2 by %3: %4")
        .arg(reviewDecisionText(review->decision), shortTime(review->at), displaySafe(review->by),
             displaySafe(review->reason, longestNote));
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
        write(m_port.review(m_keys, *m_decision, m_reason), [this] {
            m_reason.clear();
            emit reviewed();
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
        write(m_port.makeException(m_keys, m_exception), [this] {
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
