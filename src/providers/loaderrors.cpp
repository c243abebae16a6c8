// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** The meanings that a definition may give to an answer; the rest are ours to find out. */
const QStringList meanings{u"unauthorized"_s,     u"forbidden"_s,       u"not_found"_s,
                           u"conflict"_s,         u"rate_limited"_s,    u"quota_exhausted"_s,
                           u"payment_required"_s, u"invalid_request"_s, u"unsupported"_s,
                           u"protocol"_s};

std::optional<FieldErrors> readFieldErrors(ObjectReader &outer)
{
    if (!outer.has("fields"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("fields"));
    FieldErrors fields;
    fields.each = reader.place("each", Need::Required).value_or(JsonPointer());
    fields.members = reader.boolean("members");
    if (!fields.members) {
        fields.at = reader.place("at", Need::Required).value_or(JsonPointer());
        fields.text = reader.place("text", Need::Required).value_or(JsonPointer());
    }
    return fields;
}

void readQuotaQuestion(ObjectReader &outer, ErrorRule *rule)
{
    if (!outer.has("unless_quota"))
        return;
    ObjectReader reader(outer.context(), outer.member("unless_quota"));
    rule->quota = reader.string("id", Need::Required);
    rule->quotaMessage = reader.text("message", Need::Required);
    rule->quotaNext = reader.text("next");
}

} // namespace

QList<int> readStatuses(ObjectReader &reader, const char *name)
{
    const LocatedValue located = reader.member(name);
    QList<LocatedValue> elements;
    if (located.value.isArray())
        elements = reader.array(name);
    else if (!located.value.isUndefined())
        elements = {located};
    QList<int> statuses;
    for (const LocatedValue &element : elements) {
        const int status = element.value.toInt(0);
        if (status < 100 || status > 599)
            reader.context().report(element.pointer,
                                    ObjectReader::tr("this is not an HTTP status"));
        statuses.append(status);
    }
    return statuses;
}

QList<NoticeTemplate> readNotices(ObjectReader &outer)
{
    QList<NoticeTemplate> notices;
    for (const LocatedValue &located : outer.array("notices")) {
        ObjectReader reader(outer.context(), located);
        NoticeTemplate notice;
        notice.condition = readCondition(reader, "if", Need::Required).value_or(Condition());
        notice.text = reader.text("text", Need::Required);
        notice.more = readSource(reader, "more");
        notices.append(notice);
    }
    return notices;
}

AnswerMatch readMatch(ObjectReader &reader)
{
    AnswerMatch match;
    match.statuses = readStatuses(reader, "status");
    match.codes = reader.strings("code");
    match.texts = reader.strings("text");
    if (reader.has("header")) {
        match.header = reader.string("header").toLower().toLatin1();
        match.headerPresent = reader.boolean("header_present", true);
    }
    match.has = reader.place("has");
    match.auth = reader.strings("auth");
    match.lanes = reader.strings("served_as");
    match.retryAfterAbove = reader.integer("retry_after_above", 0, 31'536'000, -1);
    if (match.statuses.isEmpty() && match.codes.isEmpty() && match.texts.isEmpty() &&
        match.header.isEmpty() && match.lanes.isEmpty() && !match.has && reader.isObject())
        reader.context().report(
            reader.pointer(),
            ObjectReader::tr("a rule needs a status, a code, a text, a header or a place"));
    return match;
}

ErrorTemplate readErrors(LoaderContext &context, const LocatedValue &located)
{
    ObjectReader reader(context, located);
    ErrorTemplate errors;
    errors.message = reader.places("message", Need::Required);
    errors.code = reader.places("code");
    errors.requestId = reader.places("request_id");
    errors.requestIdHeader = reader.string("request_id_header").toLower().toLatin1();
    errors.fields = readFieldErrors(reader);
    errors.okWhen = readCondition(reader, "ok_when");
    for (const LocatedValue &element : reader.array("on")) {
        ObjectReader rule(context, element);
        ErrorRule read;
        read.match = readMatch(rule);
        read.means = errorKindFromName(rule.oneOf("means", meanings, Need::Required))
                         .value_or(ErrorKind::Protocol);
        read.message = rule.text("message");
        read.next = rule.text("next");
        read.waitSeconds = static_cast<int>(rule.integer("wait", 1, 3600, 0));
        readQuotaQuestion(rule, &read);
        errors.on.append(read);
    }
    return errors;
}

} // namespace chatelaine
