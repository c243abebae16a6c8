// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/documents.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QString fieldTypeName(FieldInfo::Type type)
{
    switch (type) {
    case FieldInfo::Type::Text:
        return u"text"_s;
    case FieldInfo::Type::Choice:
        return u"choice"_s;
    case FieldInfo::Type::Multi:
        return u"multi"_s;
    case FieldInfo::Type::Integer:
        return u"integer"_s;
    case FieldInfo::Type::Boolean:
        return u"boolean"_s;
    case FieldInfo::Type::Duration:
        return u"duration"_s;
    case FieldInfo::Type::Lines:
        return u"lines"_s;
    case FieldInfo::Type::Secret:
        return u"secret"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject fieldDocument(const FieldInfo &field)
{
    QJsonObject object{{"id"_L1, field.id},
                       {"label"_L1, field.label},
                       {"type"_L1, fieldTypeName(field.type)},
                       {"required"_L1, field.required}};
    QJsonArray options;
    for (const FieldOption &option : field.options)
        options.append(option.value);
    if (!options.isEmpty())
        object.insert("options"_L1, options);
    return object;
}

QJsonObject kindDocument(const KindInfo &kind)
{
    QJsonArray verbs;
    QJsonArray fields;
    for (const VerbInfo &verb : kind.verbs)
        verbs.append(keyVerbName(verb.verb));
    if (const VerbInfo *create = kind.verb(KeyVerb::Create)) {
        for (const FieldInfo &field : create->fields)
            fields.append(fieldDocument(field));
    }
    QJsonArray elsewhere;
    for (const ExternalVerb &external : kind.external) {
        QJsonObject object{{"verb"_L1, keyVerbName(external.verb)}, {"why"_L1, external.why}};
        put(object, "url"_L1, external.url);
        elsewhere.append(object);
    }
    return {
        {"id"_L1, kind.id},           {"label"_L1, kind.label},       {"level"_L1, kind.level},
        {"verbs"_L1, verbs},          {"fields"_L1, fields},          {"elsewhere"_L1, elsewhere},
        {"canList"_L1, kind.canList}, {"canCheck"_L1, kind.canCheck}, {"manual"_L1, kind.manual}};
}

} // namespace

QJsonObject providerDocument(const ProviderInfo &provider)
{
    QJsonArray credentials;
    for (const SlotInfo &slot : provider.slots_)
        credentials.append(QJsonObject{
            {"id"_L1, slot.id}, {"label"_L1, slot.label}, {"required"_L1, slot.required}});
    QJsonArray levels;
    for (const LevelInfo &level : provider.levels)
        levels.append(QJsonObject{{"id"_L1, level.id}, {"label"_L1, level.label}});
    QJsonArray kinds;
    for (const KindInfo &kind : provider.kinds)
        kinds.append(kindDocument(kind));
    QJsonArray metrics;
    for (const MetricInfo &metric : provider.metrics)
        metrics.append(metric.id);
    QJsonObject object{{"id"_L1, provider.id.toString()},
                       {"name"_L1, provider.name},
                       {"origin"_L1, provider.origin},
                       {"credentials"_L1, credentials},
                       {"levels"_L1, levels},
                       {"kinds"_L1, kinds},
                       {"metrics"_L1, metrics},
                       {"quota"_L1, provider.hasQuotas}};
    put(object, "description"_L1, provider.description);
    put(object, "documentation"_L1, provider.documentationUrl);
    put(object, "dashboard"_L1, provider.dashboardUrl);
    put(object, "url"_L1, provider.baseUrl);
    return object;
}

} // namespace chatelaine::cli
