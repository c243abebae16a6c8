// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

const QList<std::pair<QString, FieldInfo::Type>> &fieldTypes()
{
    using Type = FieldInfo::Type;
    static const QList<std::pair<QString, Type>> types{
        {u"text"_s, Type::Text},       {u"choice"_s, Type::Choice},
        {u"multi"_s, Type::Multi},     {u"integer"_s, Type::Integer},
        {u"boolean"_s, Type::Boolean}, {u"duration"_s, Type::Duration},
        {u"lines"_s, Type::Lines},
    };
    return types;
}

FieldInfo::Type readFieldType(ObjectReader &reader)
{
    QStringList words;
    for (const auto &[word, type] : fieldTypes())
        words.append(word);
    const QString wanted = reader.oneOf("type", words, Need::Required);
    for (const auto &[word, type] : fieldTypes()) {
        if (word == wanted)
            return type;
    }
    return FieldInfo::Type::Text;
}

QList<FieldOption> readOptions(ObjectReader &reader)
{
    QList<FieldOption> options;
    for (const LocatedValue &located : reader.array("options")) {
        ObjectReader option(reader.context(), located);
        FieldOption read;
        read.value = option.string("value", Need::Required);
        read.label = option.text("label");
        if (read.label.isEmpty())
            read.label = read.value;
        read.detail = option.text("detail");
        options.append(read);
    }
    return options;
}

std::optional<OptionsTemplate> readOptionsFrom(ObjectReader &outer, const RequestScope &scope)
{
    if (!outer.has("options_from"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("options_from"));
    OptionsTemplate options;
    options.list = readList(reader.context(), reader.member("list"), scope, {});
    options.value = readSource(reader, "value", Need::Required);
    options.label = readSource(reader, "label");
    options.detail = readSource(reader, "detail");
    options.enabled = readCondition(reader, "enabled");
    options.disabledDetail = reader.text("disabled_detail");
    return options;
}

FieldTemplate readField(LoaderContext &context, const LocatedValue &located,
                        const RequestScope &scope)
{
    ObjectReader reader(context, located);
    FieldTemplate field;
    field.info.id = reader.identifier("id");
    field.info.label = reader.text("label", Need::Required);
    field.info.help = reader.text("help");
    field.info.type = readFieldType(reader);
    field.info.required = reader.boolean("required");
    field.info.defaultValue = reader.string("default");
    field.pattern = reader.pattern("pattern");
    field.info.pattern = field.pattern.pattern();
    field.info.minimum = reader.integer("minimum", 0, 1'000'000'000'000, 0);
    field.info.maximum = reader.integer("maximum", 0, 1'000'000'000'000, 0);
    field.info.isName =
        reader.oneOf("is", {u"name"_s, u"scopes"_s, u"environment"_s, u"expires"_s});
    field.info.options = readOptions(reader);
    field.options = readOptionsFrom(reader, scope);
    field.info.loadsOptions = field.options.has_value();
    const bool chooses =
        field.info.type == FieldInfo::Type::Choice || field.info.type == FieldInfo::Type::Multi;
    const int given = int(!field.info.options.isEmpty()) + int(field.info.loadsOptions);
    if (given != int(chooses))
        context.report(located.pointer,
                       ObjectReader::tr("options or options_from belong to choice and multi, which "
                                        "need one of them"));
    return field;
}

void readFields(ObjectReader &reader, const RequestScope &scope, VerbTemplate *verb)
{
    QStringList ids;
    for (const LocatedValue &located : reader.array("fields")) {
        verb->fields.append(readField(reader.context(), located, scope));
        const FieldInfo &info = verb->fields.last().info;
        if (ids.contains(info.id))
            reader.context().report(located.pointer + u"/id"_s,
                                    ObjectReader::tr("the id \"%1\" is taken").arg(info.id));
        ids.append(info.id);
        verb->info.fields.append(info);
        if (info.isName == u"environment"_s) {
            for (const FieldOption &option : info.options)
                verb->info.environments.append(option.value);
        }
    }
}

void checkFieldsAreUsed(ObjectReader &reader, const VerbTemplate &verb)
{
    const QStringList used = placeholdersOf(verb.request);
    for (qsizetype i = 0; i < verb.fields.size(); ++i) {
        const QString id = verb.fields[i].info.id;
        if (!used.contains(id))
            reader.context().report(
                u"%1/fields/%2"_s.arg(reader.pointer()).arg(i),
                ObjectReader::tr("the request does not use the field \"%1\"").arg(id));
    }
}

void readEchoes(ObjectReader &reader, VerbTemplate *verb)
{
    for (const LocatedValue &located : reader.array("echo")) {
        ObjectReader echo(reader.context(), located);
        EchoTemplate read;
        QStringList ids;
        for (const FieldInfo &field : std::as_const(verb->info.fields))
            ids.append(field.id);
        read.field = echo.oneOf("field", ids, Need::Required);
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
        readFields(reader, scope, &verb);
    QStringList more;
    for (const FieldInfo &field : std::as_const(verb.info.fields))
        more.append(field.id);
    if (name != KeyVerb::Create)
        more.append(u"id"_s);
    verb.request = readRequest(reader, "request", scope.with(more));
    if (!verb.request.write && reader.has("request"))
        reader.report("request", ObjectReader::tr("this verb must change something"));
    checkFieldsAreUsed(reader, verb);
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
