// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

SlotTemplate readSlot(LoaderContext &context, const LocatedValue &located)
{
    ObjectReader reader(context, located);
    SlotTemplate read;
    read.info.id = reader.identifier("id");
    read.info.label = reader.text("label", Need::Required);
    read.info.help = reader.text("help");
    read.pattern = reader.pattern("pattern");
    read.info.pattern = read.pattern.pattern();
    read.info.url = reader.url("url");
    read.info.required = reader.boolean("required");
    for (const LocatedValue &element : reader.array("refuse")) {
        ObjectReader refusal(context, element);
        SlotRefusal rule;
        rule.pattern = refusal.pattern("pattern", Need::Required);
        rule.message = refusal.text("message", Need::Required);
        read.refusals.append(rule);
    }
    for (const LocatedValue &element : reader.array("facts")) {
        ObjectReader facts(context, element);
        SlotFacts fact;
        fact.prefix = facts.string("prefix", Need::Required).toUtf8();
        for (const auto &[name, value] : facts.members("set", Need::Required)) {
            if (!value.value.isString())
                context.report(value.pointer, ObjectReader::tr("this must be a string"));
            fact.values.insert(name, value.value.toString());
        }
        read.facts.append(fact);
    }
    return read;
}

AuthForm readAuthForm(LoaderContext &context, const LocatedValue &located,
                      const QStringList &slotIds)
{
    ObjectReader reader(context, located);
    AuthForm form;
    static const QRegularExpression nameForm(u"\\A[A-Za-z0-9_-]+\\z"_s);
    const QString name = reader.string("name", Need::Required);
    if (!nameForm.match(name).hasMatch())
        reader.report("name", ObjectReader::tr("this is not the name of a header"));
    if (isOfTheConnection(name))
        reader.report("name", ownHeaderReason(name));
    form.name = name.toLatin1();
    const QString value = reader.string("value", Need::Required);
    static const QRegularExpression valueForm(
        u"\\A([\\x20-\\x7a\\x7e]*)\\{([a-zA-Z0-9_-]+)\\}\\z"_s);
    const QRegularExpressionMatch match = valueForm.match(value);
    if (!match.hasMatch()) {
        reader.report("value", ObjectReader::tr("a header with a credential is some text and one "
                                                "{slot} at its end"));
        return form;
    }
    form.prefix = match.captured(1).toLatin1();
    form.slot = match.captured(2);
    if (!slotIds.contains(form.slot))
        reader.report("value",
                      ObjectReader::tr("there is no credential slot {%1} here").arg(form.slot));
    return form;
}

void readRegions(ObjectReader &reader, ConnectionTemplate *connection)
{
    for (const LocatedValue &located : reader.array("regions")) {
        ObjectReader region(reader.context(), located);
        Region read;
        read.label = region.text("label", Need::Required);
        read.url = region.url("url", Need::Required);
        read.credentialPrefix = region.string("credential_prefix");
        connection->regions.append(read);
    }
}

void readAuthProfiles(ObjectReader &reader, const QStringList &slotIds,
                      ConnectionTemplate *connection)
{
    for (const auto &[name, located] : reader.members("auth")) {
        ObjectReader profile(reader.context(), located);
        if (name == u"none"_s)
            reader.context().report(located.pointer,
                                    ObjectReader::tr("\"none\" stands for no credential at all"));
        AuthProfile read;
        read.headers = readAuthForms(profile, "headers", slotIds, Need::Required);
        read.fallback = readAuthForms(profile, "fallback", slotIds);
        connection->auth.insert(name, read);
    }
}

} // namespace

QList<AuthForm> readAuthForms(ObjectReader &reader, const char *name, const QStringList &slotIds,
                              Need need)
{
    QList<AuthForm> forms;
    for (const LocatedValue &located : reader.array(name, need))
        forms.append(readAuthForm(reader.context(), located, slotIds));
    return forms;
}

RequestScope requestScope(const ConnectionTemplate &connection)
{
    RequestScope scope;
    for (const SlotTemplate &slot : connection.slotTemplates) {
        scope.secrets.append(slot.info.id);
        for (const SlotFacts &facts : slot.facts)
            scope.known += facts.values.keys();
    }
    scope.authProfiles = connection.auth.keys();
    return scope;
}

ConnectionTemplate readConnection(LoaderContext &context, const LocatedValue &located)
{
    ObjectReader reader(context, located);
    ConnectionTemplate connection;
    connection.baseUrl = reader.url("base_url");
    connection.baseUrlHelp = reader.text("base_url_help");
    connection.path = reader.string("path");
    static const QRegularExpression pathForm(u"\\A(/(?!\\.{1,2}(/|\\z))[A-Za-z0-9._~-]+)*\\z"_s);
    if (!pathForm.match(connection.path).hasMatch())
        reader.report("path", ObjectReader::tr("this must be a path like \"/api/v1\""));
    readRegions(reader, &connection);
    connection.headers = readHeaders(reader, "headers");
    connection.repeatsUntimed429 = reader.boolean("repeats_untimed_429", true);
    QStringList slotIds;
    for (const LocatedValue &slot : reader.array("slots", Need::Required)) {
        connection.slotTemplates.append(readSlot(context, slot));
        const QString id = connection.slotTemplates.last().info.id;
        if (slotIds.contains(id))
            context.report(slot.pointer + u"/id"_s,
                           ObjectReader::tr("the id \"%1\" is taken").arg(id));
        slotIds.append(id);
    }
    readAuthProfiles(reader, slotIds, &connection);
    return connection;
}

QList<AccountProbe> readAccountCheck(ObjectReader &outer, const RequestScope &scope, QString *note,
                                     QList<RequestTemplate> *others)
{
    QList<AccountProbe> probes;
    if (!outer.has("account_check"))
        return probes;
    ObjectReader reader(outer.context(), outer.member("account_check"));
    *note = reader.text("note", Need::Required);
    for (const LocatedValue &located : reader.array("probes")) {
        ObjectReader probe(outer.context(), located);
        AccountProbe read;
        read.request = readRequest(probe, "request", scope);
        if (read.request.write)
            probe.report("request", ObjectReader::tr("a check must not change anything"));
        read.identity = readSource(probe, "identity");
        read.optional = probe.boolean("optional");
        probes.append(read);
    }
    for (const LocatedValue &located : reader.array("others")) {
        ObjectReader other(outer.context(), located);
        const RequestTemplate request = readRequest(other, "request", scope);
        if (request.write)
            other.report("request", ObjectReader::tr("a check must not change anything"));
        others->append(request);
    }
    return probes;
}

} // namespace chatelaine
