// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keynotes.h"

#include "core/enumnames.h"
#include "core/redaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostNoteDays = 36'500;

const QString reviewTopic = u"review"_s;
const QString exceptionPrefix = u"exception/"_s;
constexpr QLatin1StringView setPrefix = "set."_L1;

struct NoteTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyNotes)
};

constexpr std::array reviewDecisionNames = {
    std::pair{ReviewDecision::Keep, "keep"_L1},
    std::pair{ReviewDecision::Reduce, "reduce"_L1},
    std::pair{ReviewDecision::Revoke, "revoke"_L1},
};

QString jsonOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

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

QString clipped(const QJsonValue &value)
{
    return value.toString().left(longestNote);
}

QList<SaidOfKey> notesIn(const QJsonObject &detail, SaidOfKey said)
{
    QList<SaidOfKey> all;
    for (const NoteTopicInfo &info : noteTopics()) {
        const QJsonValue value = detail.value(setPrefix + info.id);
        const auto checked = noteValue(info.topic, clipped(value));
        if (!value.isString() || !checked)
            continue;
        said.topic = info.id;
        said.value = *checked;
        all.append(said);
    }
    return all;
}

QList<SaidOfKey> reviewIn(const QJsonObject &detail, SaidOfKey said)
{
    const auto decision = reviewDecisionFromName(detail.value("decision"_L1).toString());
    if (!decision)
        return {};
    said.topic = reviewTopic;
    said.value = jsonOf({{"decision"_L1, reviewDecisionName(*decision)},
                         {"reason"_L1, clipped(detail.value("reason"_L1))}});
    return {said};
}

/** `isMade`: else it is ended. */
QList<SaidOfKey> exceptionIn(const QJsonObject &detail, bool isMade, SaidOfKey said)
{
    const auto rule = findingRuleFromName(detail.value("rule"_L1).toString());
    const auto until = Timestamp::fromIso(detail.value("until"_L1).toString());
    if (!rule || !mayBeExcepted(*rule) || (isMade && !until))
        return {};
    said.topic = exceptionPrefix + findingRuleName(*rule);
    if (isMade)
        said.value = jsonOf({{"approver"_L1, clipped(detail.value("approver"_L1))},
                             {"reason"_L1, clipped(detail.value("reason"_L1))},
                             {"until"_L1, until->toIso()}});
    return {said};
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

QString reviewDecisionName(ReviewDecision decision)
{
    return nameIn(reviewDecisionNames, decision);
}

std::optional<ReviewDecision> reviewDecisionFromName(QStringView name)
{
    return valueIn(reviewDecisionNames, name);
}

QString reviewDecisionText(ReviewDecision decision)
{
    switch (decision) {
    case ReviewDecision::Keep:
        return NoteTexts::tr("Keep");
    case ReviewDecision::Reduce:
        return NoteTexts::tr("Reduce its rights");
    case ReviewDecision::Revoke:
        return NoteTexts::tr("Revoke");
    }
    Q_UNREACHABLE();
}

bool isLater(const SaidOfKey &one, const SaidOfKey &other)
{
    return std::tie(one.stamp, one.at, one.by, one.value) >
           std::tie(other.stamp, other.at, other.by, other.value);
}

void KeyNotes::take(const SaidOfKey &said)
{
    const auto known = m_said.find(said.topic);
    if (known == m_said.end())
        m_said.insert(said.topic, said);
    else if (isLater(said, *known))
        *known = said;
}

QString KeyNotes::valueOf(const QString &topic) const
{
    return m_said.value(topic).value;
}

QString KeyNotes::text(NoteTopic topic) const
{
    return valueOf(noteTopicInfo(topic).id);
}

std::optional<int> KeyNotes::days(NoteTopic topic) const
{
    bool isNumber = false;
    const int days = text(topic).toInt(&isNumber);
    return isNumber && days > 0 && days <= mostNoteDays ? std::optional(days) : std::nullopt;
}

std::optional<Timestamp> KeyNotes::moment(NoteTopic topic) const
{
    return Timestamp::fromIso(text(topic));
}

std::optional<SaidOfKey> KeyNotes::said(NoteTopic topic) const
{
    const auto known = m_said.constFind(noteTopicInfo(topic).id);
    return known == m_said.cend() ? std::nullopt : std::optional(*known);
}

std::optional<KeyReview> KeyNotes::review() const
{
    const SaidOfKey said = m_said.value(reviewTopic);
    const QJsonObject object = objectOf(said.value);
    const auto decision = reviewDecisionFromName(object.value("decision"_L1).toString());
    if (!decision)
        return std::nullopt;
    return KeyReview{*decision, object.value("reason"_L1).toString(), said.by, said.at};
}

QList<FindingException> KeyNotes::exceptions() const
{
    QList<FindingException> exceptions;
    for (const SaidOfKey &said : m_said) {
        if (!said.topic.startsWith(exceptionPrefix))
            continue;
        const QJsonObject object = objectOf(said.value);
        const auto rule =
            findingRuleFromName(QStringView(said.topic).sliced(exceptionPrefix.size()));
        const auto until = Timestamp::fromIso(object.value("until"_L1).toString());
        if (rule && mayBeExcepted(*rule) && until)
            exceptions.append({*rule, object.value("reason"_L1).toString(),
                               object.value("approver"_L1).toString(), *until, said.by, said.at});
    }
    return exceptions;
}

std::optional<FindingException> KeyNotes::exceptionFor(FindingRule rule, Timestamp now) const
{
    const QList<FindingException> all = exceptions();
    for (const FindingException &exception : all) {
        if (exception.rule == rule && now < exception.until)
            return exception;
    }
    return std::nullopt;
}

bool KeyNotes::isEmpty() const
{
    return std::all_of(m_said.cbegin(), m_said.cend(),
                       [](const SaidOfKey &said) { return said.value.isEmpty(); });
}

qint64 KeyNotes::latestStamp() const
{
    qint64 latest = 0;
    for (const SaidOfKey &said : m_said)
        latest = std::max(latest, said.stamp);
    return latest;
}

QList<SaidOfKey> saidIn(const QJsonObject &entry, Timestamp now)
{
    const QString kind = entry.value("kind"_L1).toString();
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    SaidOfKey said;
    said.by = entry.value("user"_L1).toString() + u'@' + entry.value("host"_L1).toString();
    said.at = Timestamp::fromMicros(entry.value("time"_L1).toInteger());
    said.stamp = detail.value("stamp"_L1).toInteger();
    if (said.stamp <= 0 || said.stamp > now.micros() + mostAhead ||
        entry.value("outcome"_L1).toString() != "succeeded"_L1)
        return {};
    if (kind == NoteKinds::note)
        return notesIn(detail, said);
    if (kind == NoteKinds::review)
        return reviewIn(detail, said);
    if (kind == NoteKinds::exception || kind == NoteKinds::exceptionEnd)
        return exceptionIn(detail, kind == NoteKinds::exception, said);
    return {};
}

QJsonObject noteDetail(const QMap<NoteTopic, QString> &values)
{
    QJsonObject detail;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        detail.insert(setPrefix + noteTopicInfo(it.key()).id, it.value());
    return detail;
}

QJsonObject reviewDetail(ReviewDecision decision, const QString &reason)
{
    return {{"decision"_L1, reviewDecisionName(decision)}, {"reason"_L1, reason}};
}

QJsonObject exceptionDetail(const FindingException &exception)
{
    return {{"rule"_L1, findingRuleName(exception.rule)},
            {"reason"_L1, exception.reason},
            {"approver"_L1, exception.approver},
            {"until"_L1, exception.until.toIso()}};
}

} // namespace chatelaine
