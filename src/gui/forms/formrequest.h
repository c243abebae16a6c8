// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "gui/common/notice.h"
#include "gui/forms/fieldset.h"
#include "services/heldsecrets.h"

#include <QCoreApplication>

namespace chatelaine {

/** What the user filled in and agreed to. */
struct FormAnswer
{
    FieldValues values;
    bool unheldAccepted = false; ///< the secret cannot be held in the keychain, and that is known
    bool consented = false;      ///< to the form's `consent`
};

/** What became of it. */
struct FormResult
{
    Notice notice;
    std::optional<HeldSecret> secret; ///< new, to be shown once
    QStringList warnings;             ///< beside the secret
    KeyUid key;                       ///< to be selected; may be empty
    QString undelivered = {};         ///< why the secret is not where it was to go
    QString deliveredText = {};       ///< in place of the notice's where it is; empty: as it is
};

/** One operation that asks for some values first: what the form shows, and what it does. */
struct FormRequest
{
    QString title;
    QString text;        ///< what will be done to which thing; plain, safe to show
    QString consequence; ///< what stops working; may be empty
    QString action;      ///< text of the button; completed by the name that is typed
    QList<FieldInfo> fields;
    FieldValues proposed;
    FieldSet::Ask options;
    bool makesSecret = false;
    bool destructive = false; ///< something ends with it: Enter alone does not do it
    QString consent;          ///< what must be ticked first; empty: nothing
    QString lostAnswer;       ///< what to do when the answer was lost
    std::function<FutureOutcome<FormResult>(const FormAnswer &)> send;
};

/** Gives what `convert` makes of an outcome; an error as it is. */
template<typename T, typename Convert>
FutureOutcome<FormResult> formResultOf(FutureOutcome<T> future, Convert convert)
{
    const Answer<FormResult> answer;
    whenDone(std::move(future), QCoreApplication::instance(),
             [answer, convert](const Outcome<T> &outcome) {
                 if (outcome)
                     answer.give(convert(*outcome));
                 else
                     answer.give(outcome.error());
             });
    return answer.future();
}

} // namespace chatelaine
