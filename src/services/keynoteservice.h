// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keynotes.h"
#include "core/rows.h"

#include <QObject>

#include <functional>

namespace chatelaine {

struct ServiceContext;

/**
 * What people say of keys: notes, reviews, and exceptions from findings. Nothing of it is sent to a
 * vendor. Each saying is an entry of the journal, and reaches a team with it. A call about several
 * keys says all or nothing. Lives on the main thread.
 */
class KeyNoteService : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostKeys = 10'000; ///< in one call

    explicit KeyNoteService(ServiceContext &context, QObject *parent = nullptr);

    [[nodiscard]] FutureOutcome<KeyNotes> notes(const KeyUid &key);
    /** Of the keys of which something is said; an empty account: of all of them. */
    [[nodiscard]] FutureOutcome<QHash<KeyUid, KeyNotes>> notesOf(const AccountId &account);
    [[nodiscard]] FutureOutcome<QList<KeyNotes>> notesOf(const QList<KeyUid> &keys); ///< in order

    /** An empty value takes a note back; what is so already is not said again. Gives of how many
     * keys something was said. Errors: InvalidRequest, NotFound, Storage. */
    [[nodiscard]] FutureOutcome<int> note(const QList<KeyUid> &keys,
                                          const QMap<NoteTopic, QString> &values);
    [[nodiscard]] FutureOutcome<int> review(const QList<KeyUid> &keys, ReviewDecision decision,
                                            const QString &reason);
    /** The last review of each of the keys that has one holds, says `who`, one of management.
     * Errors: InvalidRequest when nobody is named, NotFound when no key has a review. */
    [[nodiscard]] FutureOutcome<int> acknowledgeReview(const QList<KeyUid> &keys,
                                                       const QString &who);
    /** `by` and `at` are this user and now. It replaces an earlier one of the rule. Errors:
     * InvalidRequest when reason or approver is missing, or the end is not ahead. */
    [[nodiscard]] FutureOutcome<int> makeException(const QList<KeyUid> &keys,
                                                   const FindingException &exception);
    /** Where there is one; Errors: NotFound when no key has one. */
    [[nodiscard]] FutureOutcome<int> endException(const QList<KeyUid> &keys, FindingRule rule);

signals:
    void changed(); ///< something was said, here or elsewhere in the team

private:
    using Saying = std::function<QList<JournalEvent>(const AccountRow &account, const KeyRow &key,
                                                     const KeyNotes &notes)>;
    FutureOutcome<int> say(const QList<KeyUid> &keys, const Saying &saying);
    /** The same; when there is nothing to say of any key, that is an error: NotFound. */
    FutureOutcome<int> saySomething(const QList<KeyUid> &keys, const Saying &saying,
                                    const QString &nothing);

    ServiceContext &m_context;
};

} // namespace chatelaine
