// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QStringList>

namespace chatelaine {

/** What people say of a key and no vendor knows. */
enum class NoteTopic {
    Purpose,
    System,     ///< that it serves
    DataClass,  ///< of the data that it reaches
    ThirdParty, ///< that holds it
    StoredIn,   ///< where its secret is, when it was not brought there from here
    Owner,      ///< the person who answers for it
    BackupOwner,
    Team,
    Identity,          ///< who uses it: "human", "service" or "shared"
    SharedBecause,     ///< why it is shared
    Request,           ///< reference of the request and its approval
    MostDays,          ///< how long it may live at most
    RotationDays,      ///< how often its secret has to change
    RotationReference, ///< of the risk analysis that says so
    EndCause,          ///< "leaver", "incident", "replaced", "unused" or "other"
    EndTrigger,        ///< when the person left, when the secret was exposed
    EndReference       ///< the person, the incident's number
};

/** How the value of a topic is written. */
enum class NoteForm {
    Text,
    Word,  ///< one of a few
    Days,  ///< 1 to 36,500
    Moment ///< a day, or RFC 3339 in UTC
};

struct NoteTopicInfo
{
    NoteTopic topic;
    QString id; ///< "purpose", "data-class", ...: in the journal, `--set` and `--json`
    NoteForm form;
    QStringList words; ///< of NoteForm::Word
};

const QList<NoteTopicInfo> &noteTopics(); ///< in the order in which they are shown
const NoteTopicInfo &noteTopicInfo(NoteTopic topic);
std::optional<NoteTopic> noteTopicFromId(QStringView id);

/** For the user, in their language. */
QString noteTopicTitle(NoteTopic topic);
QString noteWordText(const QString &word); ///< of a topic with words

inline constexpr qsizetype longestNote = 500; ///< characters
inline constexpr int mostNoteDays = 36'500;

/** A value as it is kept. Empty text stays empty: nothing is said.
 * Errors: InvalidRequest, with a sentence that names the topic. */
Outcome<QString> noteValue(NoteTopic topic, const QString &text);

} // namespace chatelaine
