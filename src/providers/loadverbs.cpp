// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

void readForm(ObjectReader &reader, const RequestScope &scope, VerbTemplate *verb)
{
    verb->fields = readFields(reader, scope);
    verb->info.fields = fieldInfos(verb->fields);
    for (const FieldInfo &info : std::as_const(verb->info.fields)) {
        if (info.isName != u"environment"_s)
            continue;
        for (const FieldOption &option : info.options)
            verb->info.environments.append(option.value);
    }
}

void readEchoes(ObjectReader &reader, VerbTemplate *verb)
{
    for (const LocatedValue &located : reader.array("echo")) {
        ObjectReader echo(reader.context(), located);
        EchoTemplate read;
        read.field = echo.oneOf("field", fieldIds(verb->fields), Need::Required);
        read.at = echo.place("at", Need::Required).value_or(JsonPointer());
        read.warning = echo.text("warning", Need::Required);
        verb->echoes.append(read);
    }
}

VerbTemplate readVerb(LoaderContext &context, const LocatedValue &located, KeyVerb name,
                      const RequestScope &scope)
{
    ObjectReader reader(context, located);
    VerbTemplate verb;
    verb.info.verb = name;
    verb.info.label = reader.text("label");
    verb.info.isDestructive = name == KeyVerb::Disable || name == KeyVerb::Revoke ||
                              name == KeyVerb::Delete || name == KeyVerb::Rotate;
    verb.info.consequence =
        reader.text("consequence", verb.info.isDestructive ? Need::Required : Need::Optional);
    verb.info.final = reader.boolean("final");
    verb.info.propagationSeconds = static_cast<int>(reader.integer("propagation", 0, 86'400, 0));
    if (name == KeyVerb::Create)
        readForm(reader, scope, &verb);
    QStringList more = fieldIds(verb.fields);
    if (name != KeyVerb::Create)
        more.append(u"id"_s);
    verb.request = readRequest(reader, "request", scope.with(more));
    if (!verb.request.write && reader.has("request"))
        reader.report("request", ObjectReader::tr("this verb must change something"));
    checkFieldsAreUsed(reader, verb.fields, verb.request);
    if (name == KeyVerb::Create) {
        verb.secret = reader.place("secret", Need::Required);
        verb.record = reader.place("record");
        readEchoes(reader, &verb);
    }
    return verb;
}

VerdictRule::Verdict verdictFromWord(const QString &word)
{
    if (word == u"accepted"_s)
        return VerdictRule::Verdict::Accepted;
    return word == u"refused"_s ? VerdictRule::Verdict::Refused
                                : VerdictRule::Verdict::Inconclusive;
}

} // namespace

QList<VerbTemplate> readVerbs(ObjectReader &reader, const RequestScope &scope)
{
    static const QList<KeyVerb> offered{KeyVerb::Create, KeyVerb::Enable, KeyVerb::Disable,
                                        KeyVerb::Revoke, KeyVerb::Delete};
    QList<VerbTemplate> verbs;
    const auto members = reader.members("verbs");
    for (const KeyVerb verb : offered) {
        for (const auto &[name, located] : members) {
            if (name == keyVerbName(verb))
                verbs.append(readVerb(reader.context(), located, verb, scope));
        }
    }
    for (const auto &[name, located] : members) {
        if (!offered.contains(keyVerbFromName(name).value_or(KeyVerb::Update)))
            reader.context().report(located.pointer,
                                    ObjectReader::tr("\"%1\" is not a verb").arg(name));
    }
    return verbs;
}

QList<CheckProbe> readChecks(ObjectReader &reader, const RequestScope &scope)
{
    RequestScope here = scope.with({u"random"_s, u"now"_s});
    here.mayAuthenticate = false;
    here.secrets.append(u"secret"_s);
    QList<CheckProbe> probes;
    for (const LocatedValue &located : reader.array("probes")) {
        ObjectReader probe(reader.context(), located);
        CheckProbe read;
        read.environment = probe.string("environment");
        read.request = readRequest(probe, "request", here);
        for (const LocatedValue &element : probe.array("rules", Need::Required)) {
            ObjectReader rule(reader.context(), element);
            VerdictRule verdict;
            verdict.match = readMatch(rule);
            verdict.verdict = verdictFromWord(rule.oneOf(
                "verdict", {u"accepted"_s, u"refused"_s, u"inconclusive"_s}, Need::Required));
            verdict.message = rule.text("message");
            read.rules.append(verdict);
        }
        probes.append(read);
    }
    return probes;
}

} // namespace chatelaine
