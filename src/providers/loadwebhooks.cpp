// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"
#include "providers/webhooktemplate.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

QList<WebhookStateRule> readWebhookStates(ObjectReader &reader)
{
    QList<WebhookStateRule> rules;
    const QList<LocatedValue> elements = reader.array("state");
    for (qsizetype i = 0; i < elements.size(); ++i) {
        ObjectReader rule(reader.context(), elements[i]);
        WebhookStateRule read;
        read.condition = readCondition(rule, "if");
        read.state = webhookStateFromName(
                         rule.oneOf("is", {u"active"_s, u"paused"_s, u"disabled"_s, u"unknown"_s},
                                    Need::Required))
                         .value_or(WebhookRecord::State::Unknown);
        if (!read.condition && i + 1 < elements.size())
            reader.context().report(elements[i].pointer,
                                    ObjectReader::tr("the rules after this one are never reached"));
        rules.append(read);
    }
    return rules;
}

WebhookMapping readWebhookRecord(ObjectReader &outer)
{
    WebhookMapping mapping;
    ObjectReader reader(outer.context(), outer.member("record"));
    mapping.id = readSource(reader, "id", Need::Required);
    mapping.title = readSource(reader, "title");
    mapping.url = readSource(reader, "url");
    mapping.urlIsSecret = readCondition(reader, "url_is_secret");
    mapping.secrets = reader.places("secrets");
    mapping.events = readSource(reader, "events");
    mapping.states = readWebhookStates(reader);
    mapping.createdAt = readSource(reader, "created_at");
    return mapping;
}

WebhookVerbTemplate readWebhookVerb(LoaderContext &context, const LocatedValue &located,
                                    WebhookVerb name, const RequestScope &scope)
{
    ObjectReader reader(context, located);
    WebhookVerbTemplate verb;
    verb.info.verb = name;
    verb.info.consequence =
        reader.text("consequence", name == WebhookVerb::Delete ? Need::Required : Need::Optional);
    QStringList more;
    if (name == WebhookVerb::Create) {
        verb.fields = readFields(reader, scope);
        verb.info.fields = fieldInfos(verb.fields);
        more = fieldIds(verb.fields);
        verb.secret = reader.place("secret");
    } else {
        more.append(u"id"_s);
    }
    if (name == WebhookVerb::Retry)
        more.append(u"delivery"_s);
    verb.request = readRequest(reader, "request", scope.with(more));
    if (!verb.request.write && reader.has("request"))
        reader.report("request", ObjectReader::tr("this verb must change something"));
    checkFieldsAreUsed(reader, verb.fields, verb.request);
    if (name == WebhookVerb::Ping || name == WebhookVerb::Retry) {
        verb.arrived = readCondition(reader, "arrived");
        verb.detail = readSource(reader, "detail");
    } else if (name != WebhookVerb::Delete) {
        verb.record = reader.place("record");
    }
    return verb;
}

void readWebhookVerbs(ObjectReader &reader, const RequestScope &scope, WebhookTemplate *webhooks)
{
    for (const auto &[name, located] : reader.members("verbs", Need::Required)) {
        const auto verb = webhookVerbFromName(name);
        if (!verb) {
            reader.context().report(located.pointer,
                                    ObjectReader::tr("\"%1\" is not a verb").arg(name));
            continue;
        }
        webhooks->verbs.append(readWebhookVerb(reader.context(), located, *verb, scope));
    }
    std::sort(webhooks->verbs.begin(), webhooks->verbs.end(),
              [](const WebhookVerbTemplate &a, const WebhookVerbTemplate &b) {
                  return a.info.verb < b.info.verb;
              });
    for (const WebhookVerbTemplate &verb : std::as_const(webhooks->verbs))
        webhooks->info.verbs.append(verb.info);
}

std::optional<DeliveriesTemplate> readDeliveries(ObjectReader &outer, const RequestScope &scope)
{
    if (!outer.has("deliveries"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("deliveries"));
    DeliveriesTemplate deliveries;
    deliveries.list = readList(reader.context(), reader.member("list"), scope.with({u"id"_s}),
                               u"webhooks.deliveries"_s);
    deliveries.id = readSource(reader, "id", Need::Required);
    deliveries.event = readSource(reader, "event");
    deliveries.status = readSource(reader, "status");
    deliveries.at = readSource(reader, "at");
    deliveries.detail = readSource(reader, "detail");
    return deliveries;
}

/** The credential slots of all requests; in the order in which they are first needed. */
QStringList slotsOf(const WebhookTemplate &webhooks, const QMap<QString, AuthProfile> &profiles)
{
    QStringList profileNames;
    if (webhooks.list)
        profileNames.append(webhooks.list->request.auth);
    for (const WebhookVerbTemplate &verb : webhooks.verbs)
        profileNames.append(verb.request.auth);
    QStringList ids;
    for (const QString &name : std::as_const(profileNames)) {
        for (const QString &id : profiles.value(name).slotIds()) {
            if (!ids.contains(id))
                ids.append(id);
        }
    }
    return ids;
}

QStringList knownLevels(const QList<LevelTemplate> &levels)
{
    QStringList known{u"account"_s};
    for (const LevelTemplate &level : levels)
        known.append(level.info.id);
    return known;
}

QList<ExportStateRule> readExportStates(ObjectReader &reader)
{
    using State = ExportStateRule::State;
    QList<ExportStateRule> rules;
    for (const LocatedValue &located : reader.array("state", Need::Required)) {
        ObjectReader rule(reader.context(), located);
        ExportStateRule read;
        read.condition = readCondition(rule, "if");
        const QString word =
            rule.oneOf("is", {u"running"_s, u"ready"_s, u"failed"_s}, Need::Required);
        read.state = word == u"ready"_s    ? State::Ready
                     : word == u"failed"_s ? State::Failed
                                           : State::Running;
        rules.append(read);
    }
    return rules;
}

AuditExportLevel readExportLevel(LoaderContext &context, const LocatedValue &located,
                                 const QList<LevelTemplate> &levels, const RequestScope &scope)
{
    constexpr qint64 largestDownload = 1LL << 30;
    ObjectReader reader(context, located);
    AuditExportLevel read;
    read.level = reader.oneOf("level", knownLevels(levels), Need::Required);
    const RequestScope here = scope.with(levelsDownTo(levels, read.level));
    read.start = readRequest(reader, "start", here.with({u"from"_s, u"to"_s, u"search"_s}));
    read.state = readRequest(reader, "poll", here.with({u"id"_s}));
    read.download = readRequest(reader, "download", here.with({u"id"_s}), largestDownload);
    for (const char *name : {"poll", "download"}) {
        const RequestTemplate &request = qstrcmp(name, "poll") == 0 ? read.state : read.download;
        if (request.write)
            reader.report(name, ObjectReader::tr("a reading must not change anything"));
    }
    return read;
}

} // namespace

std::shared_ptr<const WebhookTemplate> readWebhooks(ObjectReader &outer,
                                                    const QList<LevelTemplate> &levels,
                                                    const ConnectionTemplate &connection,
                                                    const RequestScope &scope)
{
    if (!outer.has("webhooks"))
        return nullptr;
    ObjectReader reader(outer.context(), outer.member("webhooks"));
    auto webhooks = std::make_shared<WebhookTemplate>();
    webhooks->info.level = reader.oneOf("level", knownLevels(levels), Need::Required);
    const RequestScope here = scope.with(levelsDownTo(levels, webhooks->info.level));
    if (reader.has("list"))
        webhooks->list =
            readList(reader.context(), reader.member("list"), here, u"webhooks.list"_s);
    webhooks->record = readWebhookRecord(reader);
    readWebhookVerbs(reader, here, webhooks.get());
    webhooks->deliveries = readDeliveries(reader, here);
    webhooks->info.canList = webhooks->list.has_value();
    webhooks->info.hasDeliveries = webhooks->deliveries.has_value();
    webhooks->info.slotIds = slotsOf(*webhooks, connection.auth);
    return webhooks;
}

std::shared_ptr<const AuditExportTemplate>
readAuditExport(ObjectReader &outer, const QList<LevelTemplate> &levels, const RequestScope &scope)
{
    if (!outer.has("audit_export"))
        return nullptr;
    ObjectReader reader(outer.context(), outer.member("audit_export"));
    auto audit = std::make_shared<AuditExportTemplate>();
    audit->info.help = reader.text("help");
    for (const LocatedValue &located : reader.array("levels", Need::Required)) {
        audit->levels.append(readExportLevel(reader.context(), located, levels, scope));
        const AuditExportLevel &level = audit->levels.last();
        audit->info.levels.append(level.level);
        if (placeholdersOf(level.start).contains(u"search"_s))
            audit->info.canSearch = true;
    }
    audit->id = readSource(reader, "id", Need::Required);
    audit->rows = readSource(reader, "rows");
    audit->message = readSource(reader, "message");
    audit->states = readExportStates(reader);
    return audit;
}

} // namespace chatelaine
