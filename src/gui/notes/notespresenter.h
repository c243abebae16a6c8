// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"
#include "gui/notes/notesport.h"

#include <QObject>
#include <QSet>

namespace chatelaine {

/** Decides what the dialog of notes shows and when something can be written down. Knows no widget.
 */
class NotesPresenter : public QObject
{
    Q_OBJECT
public:
    /** About these keys; `name` is of the only one, safe to show. */
    NotesPresenter(NotesPort port, const QList<KeyUid> &keys, const QString &name,
                   QObject *parent = nullptr);

    QString title() const;
    bool isReady() const { return m_loaded && !m_busy; }
    bool isWriting() const { return m_busy; }
    const Notice &notice() const { return m_notice; } ///< how the last thing ended
    void dismissNotice() { m_notice = {}; }
    /** Reads again what is said; what was entered and is not written down yet stays. */
    void refresh();

    // Notes
    QString value(NoteTopic topic) const; ///< as entered, else what is said of all of the keys
    bool differs(NoteTopic topic) const;  ///< between the keys, and nothing was entered
    /** Where the keys differ, no text leaves them as they are; a choice of nothing does not. */
    void setValue(NoteTopic topic, const QString &text);
    QString problem(NoteTopic topic) const;
    /** "Since 3 March 2026, by kim@desk"; empty for several keys and where nothing is said. */
    QString tip(NoteTopic topic) const;
    bool hasUnsaved() const;
    bool canSave() const;
    void save();

    // Review
    QString lastReview() const;      ///< a sentence
    QString acknowledgement() const; ///< of it, a sentence; empty where there is no such review
    void setReview(std::optional<ReviewDecision> decision, const QString &reason);
    bool canReview() const;
    void review();
    void setAcknowledger(const QString &who);
    bool canAcknowledge() const;
    void acknowledge();

    // Exceptions
    /** Of the only key, or such as all of the keys have; by rule. */
    const QList<FindingException> &exceptions() const { return m_known.exceptions; }
    bool isOver(const FindingException &exception) const { return exception.isOver(m_port.now()); }
    void setException(const FindingException &exception);
    bool canExcept() const;
    void except();
    void endException(FindingRule rule);

signals:
    void changed();
    void ended(bool good); ///< what save(), review(), ... began
    void loaded();         ///< values, reviews and exceptions are other ones
    void reviewed();       ///< what was entered for a review is written down
    void acknowledged();
    void excepted();

private:
    /** What is said of several keys, taken together. */
    struct Together
    {
        KeyNotes first;
        QSet<NoteTopic> differing;
        bool reviewsDiffer = false;
        bool hasReviews = false; ///< one of them has
        bool acknowledgementsDiffer = false;
        QList<FindingException> exceptions; ///< that all of them have
    };
    static Together together(const QList<KeyNotes> &notes);
    static bool differ(const QList<KeyNotes> &notes, NoteTopic topic);
    void take(const Together &known);
    void readAgainIfWanted();
    template<typename F>
    void write(FutureOutcome<int> call, F done);

    NotesPort m_port;
    const QList<KeyUid> m_keys;
    const QString m_name;
    bool m_loaded = false;
    bool m_busy = false;
    Notice m_notice;
    bool m_isReading = false;
    bool m_readsAgain = false; ///< something was said while it was read
    Together m_known;
    QMap<NoteTopic, QString> m_entered;
    std::optional<ReviewDecision> m_decision;
    QString m_reason;
    QString m_acknowledger;
    FindingException m_exception;
};

} // namespace chatelaine
