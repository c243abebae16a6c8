// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

const QString accountLevel = u"account"_s;

void readTokens(ObjectReader &reader, KindTemplate *kind)
{
    QStringList patterns;
    for (const LocatedValue &located : reader.array("tokens")) {
        ObjectReader token(reader.context(), located);
        TokenTemplate read;
        read.environment = token.string("environment");
        read.prefix = token.string("prefix", Need::Required);
        read.pattern = token.pattern("pattern", Need::Required);
        read.inside = QRegularExpression(token.string("pattern"));
        patterns.append(read.pattern.pattern());
        kind->info.tokenPrefixes.append(read.prefix);
        kind->tokens.append(read);
    }
    kind->info.tokenPattern = patterns.join(u'|');
}

AdminRights readAdmin(ObjectReader &reader)
{
    AdminRights admin;
    const LocatedValue located = reader.member("admin");
    if (located.value.isBool()) {
        admin.everyKey = located.value.toBool();
        return admin;
    }
    admin.scopes = reader.strings("admin");
    for (const QString &scope : std::as_const(admin.scopes)) {
        if (scope.isEmpty() || scope.chopped(1).contains(u'*'))
            reader.report("admin", ObjectReader::tr("\"*\" may stand at the end only"));
    }
    return admin;
}

RecordMapping readRecord(ObjectReader &outer, bool required)
{
    RecordMapping mapping;
    if (!outer.has("record")) {
        if (required)
            outer.context().report(
                outer.pointer(), ObjectReader::tr("the member \"%1\" is missing").arg(u"record"_s));
        return mapping;
    }
    ObjectReader reader(outer.context(), outer.member("record"));
    mapping.id = readSource(reader, "id", Need::Required);
    mapping.name = readSource(reader, "name");
    mapping.mask = readSource(reader, "mask");
    mapping.scopes = readSource(reader, "scopes");
    mapping.environment = readSource(reader, "environment");
    mapping.createdAt = readSource(reader, "created_at");
    mapping.createdBy = readSource(reader, "created_by");
    mapping.lastUsed = readSource(reader, "last_used");
    mapping.expiresAt = readSource(reader, "expires_at");
    mapping.states = readStates(reader, "state");
    mapping.details = readDetails(reader, "details");
    return mapping;
}

std::optional<SelfTemplate> readSelf(ObjectReader &outer, const QStringList &slotIds)
{
    if (!outer.has("self"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("self"));
    SelfTemplate self;
    self.slot = reader.oneOf("slot", slotIds, Need::Required);
    self.prefix = readSource(reader, "prefix");
    self.suffix = readSource(reader, "suffix");
    if (self.prefix.isEmpty() == self.suffix.isEmpty())
        reader.context().report(reader.pointer(),
                                ObjectReader::tr("either prefix or suffix must stand here"));
    return self;
}

void readExternal(ObjectReader &reader, KindInfo *info)
{
    for (const auto &[name, located] : reader.members("external")) {
        ObjectReader external(reader.context(), located);
        const auto verb = keyVerbFromName(name);
        if (!verb)
            reader.context().report(located.pointer,
                                    ObjectReader::tr("\"%1\" is not a verb").arg(name));
        const QString why = external.text("why", Need::Required);
        const QString url = external.url("url");
        info->external.append({verb.value_or(KeyVerb::Create), why, url});
    }
}

void readDeveloper(ObjectReader &outer, KindInfo *info)
{
    if (!outer.has("developer"))
        return;
    ObjectReader reader(outer.context(), outer.member("developer"));
    info->environmentVariable = reader.string("variable", Need::Required);
    static const QRegularExpression form(u"\\A[A-Z_][A-Z0-9_]*\\z"_s);
    if (!form.match(info->environmentVariable).hasMatch())
        reader.report("variable", ObjectReader::tr("this is not the name of a variable"));
    for (const LocatedValue &located : reader.array("snippets")) {
        ObjectReader snippet(reader.context(), located);
        const QString language = snippet.string("language", Need::Required);
        info->snippets.append({language, snippet.string("text", Need::Required)});
    }
}

KindTemplate readKind(LoaderContext &context, const LocatedValue &located,
                      const QList<LevelTemplate> &levels, const RequestScope &scope,
                      const QStringList &slotIds)
{
    ObjectReader reader(context, located);
    KindTemplate kind;
    kind.info.id = reader.identifier("id");
    kind.info.label = reader.text("label", Need::Required);
    QStringList known{accountLevel};
    for (const LevelTemplate &level : levels)
        known.append(level.info.id);
    kind.info.level = reader.oneOf("level", known, Need::Required);
    kind.info.manual = reader.boolean("manual");
    readTokens(reader, &kind);
    kind.info.admin = readAdmin(reader);
    const RequestScope here = scope.with(levelsDownTo(levels, kind.info.level));
    const QList<LocatedValue> lists = reader.array("lists");
    for (qsizetype i = 0; i < lists.size(); ++i)
        kind.lists.append(
            readList(context, lists[i], here, u"kinds.%1.lists.%2"_s.arg(kind.info.id).arg(i)));
    kind.record = readRecord(reader, !kind.lists.isEmpty());
    kind.self = readSelf(reader, slotIds);
    kind.verbs = readVerbs(reader, here);
    for (const VerbTemplate &verb : std::as_const(kind.verbs))
        kind.info.verbs.append(verb.info);
    readExternal(reader, &kind.info);
    for (const ExternalVerb &external : std::as_const(kind.info.external)) {
        if (kind.verb(external.verb))
            reader.report("external", ObjectReader::tr("\"%1\" is both a verb and external")
                                          .arg(keyVerbName(external.verb)));
    }
    if (reader.has("check")) {
        ObjectReader check(context, reader.member("check"));
        kind.checkAuth.headers = readAuthForms(check, "headers", {u"secret"_s});
        kind.checkAuth.fallback = readAuthForms(check, "fallback", {u"secret"_s});
        kind.checks = readChecks(check, scope);
        kind.checkForms = readCheckForms(check, scope);
        kind.checkUnavailable = check.text("unavailable");
        if (kind.checks.isEmpty() == kind.checkUnavailable.isEmpty())
            context.report(check.pointer(),
                           ObjectReader::tr("either probes or unavailable must stand here"));
        if (!kind.checks.isEmpty() && kind.checkAuth.headers.isEmpty())
            context.report(check.pointer(),
                           ObjectReader::tr("the member \"%1\" is missing").arg(u"headers"_s));
    }
    readDeveloper(reader, &kind.info);
    kind.info.canList = !kind.lists.isEmpty();
    kind.info.canCheck = !kind.checks.isEmpty();
    return kind;
}

} // namespace

QList<KindTemplate> readKinds(ObjectReader &reader, const QList<LevelTemplate> &levels,
                              const RequestScope &scope, const QStringList &slotIds)
{
    QList<KindTemplate> kinds;
    QStringList ids;
    for (const LocatedValue &located : reader.array("kinds", Need::Required)) {
        kinds.append(readKind(reader.context(), located, levels, scope, slotIds));
        const QString id = kinds.last().info.id;
        if (ids.contains(id))
            reader.context().report(located.pointer + u"/id"_s,
                                    ObjectReader::tr("the id \"%1\" is taken").arg(id));
        ids.append(id);
    }
    return kinds;
}

} // namespace chatelaine
