// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** The key that comes with a new container. */
void readContainerKey(ObjectReader &outer, ContainerVerbTemplate *verb)
{
    if (!outer.has("key"))
        return;
    ObjectReader reader(outer.context(), outer.member("key"));
    verb->info.keyKind = reader.identifier("kind");
    verb->key = reader.places("record");
    verb->secret = reader.places("secret", Need::Required);
}

ContainerVerbTemplate readContainerVerb(LoaderContext &context, const LocatedValue &located,
                                        ContainerVerb name, const RequestScope &scope,
                                        const QString &level)
{
    ObjectReader reader(context, located);
    ContainerVerbTemplate verb;
    verb.info.verb = name;
    const Need consequence = name == ContainerVerb::Delete ? Need::Required : Need::Optional;
    verb.info.consequence = reader.text("consequence", consequence);
    RequestScope here = scope;
    if (name == ContainerVerb::Delete)
        verb.info.takesKeys = reader.boolean("takes_keys");
    else
        verb.fields = readFields(reader, scope);
    if (name == ContainerVerb::Create) {
        verb.record = reader.places("record", Need::Required);
        readContainerKey(reader, &verb);
    } else {
        here = here.with({level});
    }
    verb.info.fields = fieldInfos(verb.fields);
    verb.request = readRequest(reader, "request", here.with(fieldIds(verb.fields)));
    if (!verb.request.write && reader.has("request"))
        reader.report("request", ObjectReader::tr("this verb must change something"));
    checkFieldsAreUsed(reader, verb.fields, verb.request);
    return verb;
}

QList<ContainerVerbTemplate> readContainerVerbs(ObjectReader &level, const RequestScope &scope,
                                                const QString &id)
{
    static const QList<ContainerVerb> offered{ContainerVerb::Create, ContainerVerb::Rename,
                                              ContainerVerb::Delete};
    QList<ContainerVerbTemplate> verbs;
    const auto members = level.members("verbs");
    for (const ContainerVerb verb : offered) {
        for (const auto &[name, located] : members) {
            if (name == containerVerbName(verb))
                verbs.append(readContainerVerb(level.context(), located, verb, scope, id));
        }
    }
    for (const auto &[name, located] : members) {
        if (!containerVerbFromName(name))
            level.context().report(located.pointer,
                                   ObjectReader::tr("\"%1\" is not a verb").arg(name));
    }
    return verbs;
}

} // namespace

QStringList levelsDownTo(const QList<LevelTemplate> &levels, const QString &level)
{
    QStringList ids;
    for (const LevelTemplate &candidate : levels) {
        if (level == u"account"_s)
            break;
        ids.append(candidate.info.id);
        if (candidate.info.id == level)
            break;
    }
    return ids;
}

QList<LevelTemplate> readLevels(ObjectReader &reader, const RequestScope &scope)
{
    QList<LevelTemplate> levels;
    QStringList parents;
    for (const LocatedValue &located : reader.array("levels")) {
        ObjectReader level(reader.context(), located);
        LevelTemplate read;
        read.info.id = level.oneOf("id", {u"organization"_s, u"project"_s}, Need::Required);
        if (parents.contains(read.info.id))
            level.report("id", ObjectReader::tr("the id \"%1\" is taken").arg(read.info.id));
        read.info.label = level.text("label", Need::Required);
        read.info.plural = level.text("plural", Need::Required);
        const RequestScope here = scope.with(parents);
        read.list =
            readList(reader.context(), level.member("list"), here, u"levels."_s + read.info.id);
        read.id = readSource(level, "record_id", Need::Required);
        read.name = readSource(level, "record_name");
        read.details = readDetails(level, "details");
        read.verbs = readContainerVerbs(level, here, read.info.id);
        for (const ContainerVerbTemplate &verb : std::as_const(read.verbs))
            read.info.verbs.append(verb.info);
        parents.append(read.info.id);
        levels.append(read);
    }
    return levels;
}

} // namespace chatelaine
