// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keynotes.h"

#include <functional>

namespace chatelaine {

struct Services;
class Clock;

/** What the dialog of notes asks of the services; tests pass their own functions. */
struct NotesPort
{
    std::function<FutureOutcome<QList<KeyNotes>>(const QList<KeyUid> &)> notes; ///< in order
    std::function<FutureOutcome<int>(const QList<KeyUid> &, const QMap<NoteTopic, QString> &)> note;
    std::function<FutureOutcome<int>(const QList<KeyUid> &, ReviewDecision, const QString &)>
        review;
    std::function<FutureOutcome<int>(const QList<KeyUid> &, const QString &who)> acknowledgeReview;
    std::function<FutureOutcome<int>(const QList<KeyUid> &, const FindingException &)>
        makeException;
    std::function<FutureOutcome<int>(const QList<KeyUid> &, FindingRule)> endException;
    std::function<Timestamp()> now;

    static NotesPort of(Services &services, const Clock &clock);
};

} // namespace chatelaine
