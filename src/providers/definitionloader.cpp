// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qint64 maximumSize = 1 << 20;
constexpr int formatVersion = 1;

/** The parts of ProviderInfo that are not simply members of the file. */
void completeInfo(Definition *definition)
{
    ProviderInfo &info = definition->info;
    const ConnectionTemplate &connection = definition->connection;
    info.id = definition->id;
    info.origin = definition->origin;
    info.baseUrl = connection.baseUrl;
    info.baseUrlHelp = connection.baseUrlHelp;
    for (const Region &region : connection.regions)
        info.regions.append({region.url, region.label, {}, true});
    for (const SlotTemplate &slot : connection.slotTemplates)
        info.slots_.append(slot.info);
    for (const LevelTemplate &level : std::as_const(definition->levels))
        info.levels.append(level.info);
    for (const KindTemplate &kind : std::as_const(definition->kinds))
        info.kinds.append(kind.info);
    if (definition->usage)
        info.metrics = definition->usage->metrics;
    info.hasQuotas = !definition->quotas.isEmpty();
}

void readLinks(ObjectReader &outer, ProviderInfo *info)
{
    if (!outer.has("links"))
        return;
    ObjectReader links(outer.context(), outer.member("links"));
    info->documentationUrl = links.url("documentation");
    info->dashboardUrl = links.url("dashboard");
}

std::shared_ptr<Definition> readDefinition(LoaderContext &context, const QJsonValue &document,
                                           const QString &file)
{
    auto definition = std::make_shared<Definition>();
    ObjectReader reader(context, {document, QString()});
    const LocatedValue i18n = reader.member("i18n");
    context.readTranslations(i18n.value, i18n.pointer);
    reader.string("$schema");
    reader.integer("format", formatVersion, formatVersion, formatVersion, Need::Required);
    definition->origin = file;
    definition->id = ProviderId(reader.identifier("id"));
    definition->info.name = reader.string("name", Need::Required);
    definition->info.description = reader.text("description");
    readLinks(reader, &definition->info);
    const LocatedValue connection = reader.member("connection");
    definition->connection = readConnection(context, connection);

    RequestScope scope;
    QStringList slotIds;
    for (const SlotTemplate &slot : std::as_const(definition->connection.slotTemplates))
        slotIds.append(slot.info.id);
    scope.secrets = slotIds;
    scope.authProfiles = definition->connection.auth.keys();
    definition->errors = readErrors(context, reader.member("errors"));
    definition->accountCheck = readAccountCheck(reader, scope, &definition->accountCheckNote);
    definition->levels = readLevels(reader, scope);
    definition->kinds = readKinds(reader, definition->levels, scope, slotIds);
    definition->usage = readUsage(reader, definition->levels, scope);
    definition->quotas = readQuotas(reader, scope);
    definition->texts = context.texts();
    completeInfo(definition.get());
    return definition;
}

} // namespace

QString DefinitionProblem::toString() const
{
    return u"%1:%2: %3: %4"_s.arg(file).arg(line).arg(pointer.isEmpty() ? u"/"_s : pointer, reason);
}

LoadedDefinition parseDefinition(const QByteArray &json, const QString &file)
{
    if (json.size() > maximumSize)
        return {
            {},
            {{file, 1, {}, ObjectReader::tr("the file is larger than %1 bytes").arg(maximumSize)}}};
    const LocatedJson located = readLocatedJson(json);
    LoaderContext context(file, located);
    std::shared_ptr<Definition> definition;
    if (!located.value.isUndefined())
        definition = readDefinition(context, located.value, file);
    LoadedDefinition loaded;
    loaded.problems = context.takeProblems();
    if (loaded.problems.isEmpty())
        loaded.definition = std::move(definition);
    return loaded;
}

LoadedDefinition loadDefinitionFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{},
                {{path,
                  1,
                  {},
                  ObjectReader::tr("the file cannot be read: %1").arg(file.errorString())}}};
    return parseDefinition(file.read(maximumSize + 1), path);
}

const ProviderInfo &providerInfo(const Definition &definition)
{
    return definition.info;
}

} // namespace chatelaine
