// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keynotes.h"

#include "core/enumnames.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString reviewTopic = u"review"_s;
const QString acknowledgementPrefix = u"acknowledgement/"_s;
const QString exceptionPrefix = u"exception/"_s;
constexpr QLatin1StringView setPrefix = "set."_L1;

struct ReviewTexts
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

QList<SaidOfKey> acknowledgementIn(const QJsonObject &detail, SaidOfKey said)
{
    const qint64 review = detail.value("review"_L1).toInteger();
    said.topic = acknowledgementPrefix + QString::number(review);
    said.value = clipped(detail.value("acknowledgedBy"_L1));
    return review <= 0 || said.value.isEmpty() ? QList<SaidOfKey>() : QList{said};
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
        return ReviewTexts::tr("Keep");
    case ReviewDecision::Reduce:
        return ReviewTexts::tr("Reduce its rights");
    case ReviewDecision::Revoke:
        return ReviewTexts::tr("Revoke");
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
    KeyReview review{*decision, object.value("reason"_L1).toString(), said.by, said.at};
    const auto word = m_said.constFind(acknowledgementPrefix + QString::number(said.stamp));
    if (word != m_said.cend())
        review.acknowledgement = {word->value, word->by, word->at};
    return review;
}

qint64 KeyNotes::reviewStamp() const
{
    return m_said.value(reviewTopic).stamp;
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
        if (exception.rule == rule && !exception.isOver(now))
            return exception;
    }
    return std::nullopt;
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
    if (kind == NoteKinds::acknowledgement)
        return acknowledgementIn(detail, said);
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

QJsonObject acknowledgementDetail(const QString &who, qint64 reviewStamp)
{
    return {{"acknowledgedBy"_L1, who}, {"review"_L1, reviewStamp}};
}

QJsonObject exceptionDetail(const FindingException &exception)
{
    return {{"rule"_L1, findingRuleName(exception.rule)},
            {"reason"_L1, exception.reason},
            {"approver"_L1, exception.approver},
            {"until"_L1, exception.until.toIso()}};
}

} // namespace chatelaine
