// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/notes/notesport.h"

#include "core/clock.h"
#include "services/keynoteservice.h"
#include "services/services.h"

namespace chatelaine {

NotesPort NotesPort::of(Services &services, const Clock &clock)
{
    KeyNoteService &notes = services.notes;
    return {
        [&notes](const QList<KeyUid> &keys) { return notes.notesOf(keys); },
        [&notes](const QList<KeyUid> &keys, const QMap<NoteTopic, QString> &values) {
            return notes.note(keys, values);
        },
        [&notes](const QList<KeyUid> &keys, ReviewDecision decision, const QString &reason) {
            return notes.review(keys, decision, reason);
        },
        [&notes](const QList<KeyUid> &keys, const QString &who) {
            return notes.acknowledgeReview(keys, who);
        },
        [&notes](const QList<KeyUid> &keys, const FindingException &exception) {
            return notes.makeException(keys, exception);
        },
        [&notes](const QList<KeyUid> &keys, FindingRule rule) {
            return notes.endException(keys, rule);
        },
        [&clock] { return clock.now(); },
    };
}

} // namespace chatelaine
