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
        read.present = echo.boolean("present");
        read.warning = echo.text("warning", Need::Required);
        verb->echoes.append(read);
    }
}

/** The places of the new secret: one, alternatives, or one for each way to fill in the form. */
QList<SecretPlace> readSecretPlaces(ObjectReader &reader, const QStringList &fields)
{
    const LocatedValue whole = reader.member("secret");
    const bool depends = whole.value.isArray() && whole.value[0].isObject();
    if (!depends)
        return {SecretPlace{{}, reader.places("secret", Need::Required)}};
    QList<SecretPlace> places;
    for (const LocatedValue &located : reader.array("secret")) {
        ObjectReader place(reader.context(), located);
        SecretPlace read;
        read.ifGiven = place.oneOf("if_given", fields);
        read.at = place.places("at", Need::Required);
        if (!places.isEmpty() && places.last().ifGiven.isEmpty())
            reader.context().report(
                located.pointer, ObjectReader::tr("this place comes after one that always counts"));
        places.append(read);
    }
    if (!places.last().ifGiven.isEmpty())
        reader.report("secret", ObjectReader::tr("the last place must count without a condition"));
    return places;
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
    verb.info.states = readKeyStates(reader, "states");
    const bool hasForm =
        name == KeyVerb::Create || name == KeyVerb::Rotate || name == KeyVerb::Update;
    const bool hasSecret = name == KeyVerb::Create || name == KeyVerb::Rotate;
    if (hasForm)
        readForm(reader, scope, &verb);
    QStringList more = fieldIds(verb.fields);
    if (name != KeyVerb::Create)
        more.append(u"id"_s);
    verb.request = readRequest(reader, "request", scope.with(more));
    if (!verb.request.write && reader.has("request"))
        reader.report("request", ObjectReader::tr("this verb must change something"));
    checkFieldsAreUsed(reader, verb.fields, verb.request);
    if (hasSecret) {
        verb.secrets = readSecretPlaces(reader, fieldIds(verb.fields));
        verb.record = reader.places("record");
    }
    if (hasForm)
        readEchoes(reader, &verb);
    if (name == KeyVerb::Rotate)
        verb.outgoingUntil = readSource(reader, "outgoing_until");
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
                                        KeyVerb::Revoke, KeyVerb::Delete, KeyVerb::Rotate,
                                        KeyVerb::Update};
    QList<VerbTemplate> verbs;
    const auto members = reader.members("verbs");
    for (const KeyVerb verb : offered) {
        for (const auto &[name, located] : members) {
            if (name == keyVerbName(verb))
                verbs.append(readVerb(reader.context(), located, verb, scope));
        }
    }
    for (const auto &[name, located] : members) {
        if (!keyVerbFromName(name))
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
