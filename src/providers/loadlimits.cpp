// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

QByteArray readHeaderName(ObjectReader &reader, const char *name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]*\\z"_s);
    const QString text = reader.string(name);
    if (!form.match(text).hasMatch())
        reader.report(name, ObjectReader::tr("this is not the name of a header"));
    return text.toLower().toLatin1();
}

} // namespace

RateLimitTemplate readRateLimit(ObjectReader &outer)
{
    RateLimitTemplate names;
    if (!outer.has("rate_limit"))
        return names;
    ObjectReader reader(outer.context(), outer.member("rate_limit"));
    names.limit = readHeaderName(reader, "limit");
    names.remaining = readHeaderName(reader, "remaining");
    names.reset = readHeaderName(reader, "reset");
    names.scope = readHeaderName(reader, "scope");
    names.resetIsDuration = reader.oneOf("reset_as", {u"unix_s"_s, u"seconds"_s}) == u"seconds"_s;
    return names;
}

QList<LaneRule> readLanes(ObjectReader &outer)
{
    QList<LaneRule> rules;
    for (const LocatedValue &located : outer.array("lanes")) {
        ObjectReader reader(outer.context(), located);
        LaneRule rule;
        rule.match = readMatch(reader);
        rule.lane =
            reader.oneOf("lane", {u"key"_s, u"public"_s, u"paid"_s, u"untold"_s}, Need::Required);
        if (!rule.match.lanes.isEmpty())
            reader.report("served_as", ObjectReader::tr("this is what the rule is to find out"));
        if (rule.lane == u"untold"_s)
            rule.lane.clear();
        rules.append(rule);
    }
    return rules;
}

QList<CheckForm> readCheckForms(ObjectReader &outer, const RequestScope &scope)
{
    QList<CheckForm> forms;
    for (const LocatedValue &located : outer.array("forms")) {
        ObjectReader reader(outer.context(), located);
        CheckForm form;
        form.pattern = reader.pattern("pattern", Need::Required);
        form.strip = reader.string("strip").toUtf8();
        form.auth.headers = readAuthForms(reader, "headers", {u"secret"_s}, Need::Required);
        form.probes = readChecks(reader, scope);
        if (reader.has("refuse")) {
            ObjectReader refusal(outer.context(), reader.member("refuse"));
            form.refused = readCondition(refusal, "if", Need::Required);
            form.refusedMessage = refusal.text("message", Need::Required);
        }
        forms.append(form);
    }
    return forms;
}

} // namespace chatelaine
