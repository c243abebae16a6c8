// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/notetopics.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NoteTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyNotes)
};

Error noteError(NoteTopic topic, const QString &sentence)
{
    return Error::of(ErrorKind::InvalidRequest, sentence.arg(noteTopicTitle(topic)));
}

/** An address is no secret for its length: each part of its path is looked at by itself. */
bool looksSecret(const QString &text)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.startsWith("https://"_L1) || word.startsWith("http://"_L1))
            word.replace(u'/', u' ');
    }
    const QString looked = words.join(u' '); // in one piece: "Bearer" and what follows
    return redacted(looked) != looked;
}

Outcome<QString> daysValue(NoteTopic topic, const QString &text)
{
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    if (!isNumber || days < 1 || days > mostNoteDays)
        return Error::of(ErrorKind::InvalidRequest,
                         NoteTexts::tr("%1 is a number of days, from 1 to %2.")
                             .arg(noteTopicTitle(topic), QString::number(mostNoteDays)));
    return QString::number(days);
}

Outcome<QString> momentValue(NoteTopic topic, const QString &text)
{
    const auto moment = Timestamp::fromIso(text);
    if (!moment)
        return noteError(topic, NoteTexts::tr("%1 is a date or a time, such as 2026-03-01 or "
                                              "2026-03-01T09:00:00Z."));
    constexpr qsizetype dateLength = 10; // 2026-03-01: a day stays a day
    return text.size() == dateLength ? text : moment->toIso();
}

Outcome<QString> wordValue(const NoteTopicInfo &info, const QString &text)
{
    if (info.words.contains(text))
        return text;
    return Error::of(ErrorKind::InvalidRequest,
                     NoteTexts::tr("%1 is one of %2.")
                         .arg(noteTopicTitle(info.topic), info.words.join(u", "_s)));
}

} // namespace

const QList<NoteTopicInfo> &noteTopics()
{
    using enum NoteTopic;
    static const QList<NoteTopicInfo> topics{
        {Purpose, u"purpose"_s, NoteForm::Text, {}},
        {System, u"system"_s, NoteForm::Text, {}},
        {DataClass, u"data-class"_s, NoteForm::Text, {}},
        {ThirdParty, u"third-party"_s, NoteForm::Text, {}},
        {StoredIn, u"stored-in"_s, NoteForm::Text, {}},
        {Owner, u"owner"_s, NoteForm::Text, {}},
        {BackupOwner, u"backup-owner"_s, NoteForm::Text, {}},
        {Team, u"team"_s, NoteForm::Text, {}},
        {Identity, u"identity"_s, NoteForm::Word, {u"human"_s, u"service"_s, u"shared"_s}},
        {SharedBecause, u"shared-because"_s, NoteForm::Text, {}},
        {Request, u"request"_s, NoteForm::Text, {}},
        {MostDays, u"most-days"_s, NoteForm::Days, {}},
        {RotationDays, u"rotation-days"_s, NoteForm::Days, {}},
        {RotationReference, u"rotation-reference"_s, NoteForm::Text, {}},
        {EndCause,
         u"end-cause"_s,
         NoteForm::Word,
         {u"leaver"_s, u"incident"_s, u"replaced"_s, u"unused"_s, u"other"_s}},
        {EndTrigger, u"end-trigger"_s, NoteForm::Moment, {}},
        {EndReference, u"end-reference"_s, NoteForm::Text, {}},
    };
    return topics;
}

const NoteTopicInfo &noteTopicInfo(NoteTopic topic)
{
    for (const NoteTopicInfo &info : noteTopics()) {
        if (info.topic == topic)
            return info;
    }
    Q_UNREACHABLE();
}

std::optional<NoteTopic> noteTopicFromId(QStringView id)
{
    for (const NoteTopicInfo &info : noteTopics()) {
        if (info.id == id)
            return info.topic;
    }
    return std::nullopt;
}

QString noteTopicTitle(NoteTopic topic)
{
    switch (topic) {
    case NoteTopic::Purpose:
        return NoteTexts::tr("Purpose");
    case NoteTopic::System:
        return NoteTexts::tr("System it serves");
    case NoteTopic::DataClass:
        return NoteTexts::tr("Class of data it reaches");
    case NoteTopic::ThirdParty:
        return NoteTexts::tr("Third party that holds it");
    case NoteTopic::StoredIn:
        return NoteTexts::tr("Where its secret is kept");
    case NoteTopic::Owner:
        return NoteTexts::tr("Owner");
    case NoteTopic::BackupOwner:
        return NoteTexts::tr("Backup owner");
    case NoteTopic::Team:
        return NoteTexts::tr("Team");
    case NoteTopic::Identity:
        return NoteTexts::tr("Used by");
    case NoteTopic::SharedBecause:
        return NoteTexts::tr("Why it is shared");
    case NoteTopic::Request:
        return NoteTexts::tr("Request and approval");
    case NoteTopic::MostDays:
        return NoteTexts::tr("Longest life in days");
    case NoteTopic::RotationDays:
        return NoteTexts::tr("Rotate every … days");
    case NoteTopic::RotationReference:
        return NoteTexts::tr("Risk analysis for that");
    case NoteTopic::EndCause:
        return NoteTexts::tr("Why it ends");
    case NoteTopic::EndTrigger:
        return NoteTexts::tr("Since when it has to end");
    case NoteTopic::EndReference:
        return NoteTexts::tr("Person or incident");
    }
    Q_UNREACHABLE();
}

QString noteWordText(const QString &word)
{
    const QHash<QString, QString> texts{{u"human"_s, NoteTexts::tr("A person")},
                                        {u"service"_s, NoteTexts::tr("A service")},
                                        {u"shared"_s, NoteTexts::tr("Several (shared)")},
                                        {u"leaver"_s, NoteTexts::tr("A person leaves")},
                                        {u"incident"_s, NoteTexts::tr("An incident")},
                                        {u"replaced"_s, NoteTexts::tr("Replaced by another")},
                                        {u"unused"_s, NoteTexts::tr("No longer needed")},
                                        {u"other"_s, NoteTexts::tr("Something else")}};
    return texts.value(word, word);
}

Outcome<QString> noteValue(NoteTopic topic, const QString &text)
{
    const QString value = text.simplified();
    if (value.isEmpty())
        return value;
    if (value.size() > longestNote)
        return Error::of(ErrorKind::InvalidRequest,
                         NoteTexts::tr("%1 has more than %2 characters.")
                             .arg(noteTopicTitle(topic), QString::number(longestNote)));
    if (looksSecret(value))
        return noteError(topic, NoteTexts::tr("%1 has something in it that looks like a secret. "
                                              "Notes are shown, and are part of reports."));
    const NoteTopicInfo &info = noteTopicInfo(topic);
    switch (info.form) {
    case NoteForm::Text:
        return value;
    case NoteForm::Word:
        return wordValue(info, value);
    case NoteForm::Days:
        return daysValue(topic, value);
    case NoteForm::Moment:
        return momentValue(topic, value);
    }
    Q_UNREACHABLE();
}

} // namespace chatelaine
