// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/descriptionfile.h"
#include "providers/loaderparts.h"
#include "providers/webhooktemplate.h"

using namespace Qt::Literals::StringLiterals;

#include <QCryptographicHash>

namespace chatelaine {

namespace {

constexpr qint64 maximumSize = 1 << 20;
constexpr int formatVersion = 1;

/** The headers of all generations: which one speaks is not known before the first request. */
void addCredentialHeaders(const Definition &definition, QStringList *names)
{
    const auto add = [names](const QList<AuthForm> &forms) {
        for (const AuthForm &form : forms) {
            const QString name = QString::fromLatin1(form.name);
            if (!names->contains(name, Qt::CaseInsensitive))
                names->append(name);
        }
    };
    for (const AuthProfile &profile : definition.connection.auth) {
        add(profile.headers);
        add(profile.fallback);
    }
}

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
    if (definition->webhooks)
        info.webhooks = definition->webhooks->info;
    if (definition->audit)
        info.audit = definition->audit->info;
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

void checkQuotaRules(ObjectReader &reader, const Definition &definition)
{
    for (qsizetype i = 0; i < definition.errors.on.size(); ++i) {
        const QString wanted = definition.errors.on[i].quota;
        const bool known = std::any_of(definition.quotas.begin(), definition.quotas.end(),
                                       [&](const QuotaTemplate &one) { return one.id == wanted; });
        if (!wanted.isEmpty() && !known)
            reader.context().report(u"/errors/on/%1/unless_quota/id"_s.arg(i),
                                    ObjectReader::tr("there is no quota \"%1\"").arg(wanted));
    }
}

/** A key that comes with a container is of one of the kinds. */
void checkContainerKeys(LoaderContext &context, const Definition &definition)
{
    for (qsizetype i = 0; i < definition.levels.size(); ++i) {
        for (const ContainerVerbTemplate &verb : definition.levels[i].verbs) {
            const QString &kind = verb.info.keyKind;
            if (!kind.isEmpty() && !definition.kind(kind))
                context.report(u"/levels/%1/verbs/create/key/kind"_s.arg(i),
                               ObjectReader::tr("there is no kind \"%1\"").arg(kind));
        }
    }
}

/** All of a definition but its variants. */
std::shared_ptr<Definition> readDefinition(ObjectReader &reader, const QString &file)
{
    LoaderContext &context = reader.context();
    auto definition = std::make_shared<Definition>();
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

    const RequestScope scope = requestScope(definition->connection);
    const QStringList slotIds = scope.secrets;
    definition->errors = readErrors(context, reader.member("errors"));
    definition->accountCheck = readAccountCheck(reader, scope, &definition->accountCheckNote,
                                                &definition->otherCredentialChecks);
    definition->levels = readLevels(reader, scope);
    definition->kinds = readKinds(reader, definition->levels, scope, slotIds);
    definition->usage = readUsage(reader, definition->levels, scope);
    definition->quotas = readQuotas(reader, scope);
    definition->notices = readNotices(reader);
    checkContainerKeys(context, *definition);
    definition->rateLimit = readRateLimit(reader);
    definition->lanes = readLanes(reader);
    definition->webhooks = readWebhooks(reader, definition->levels, definition->connection, scope);
    definition->audit = readAuditExport(reader, definition->levels, scope);
    checkQuotaRules(reader, *definition);
    definition->texts = context.texts();
    completeInfo(definition.get());
    return definition;
}

/** Where a definition comes from. */
struct DefinitionSource
{
    QString file;
    QByteArray digest;
    bool imported = false;
};

std::shared_ptr<Definition> readWithVariants(LoaderContext &context, const QJsonValue &document,
                                             const DefinitionSource &source)
{
    std::shared_ptr<Definition> definition;
    {
        ObjectReader reader(context, {document, QString()});
        definition = readDefinition(reader, source.file);
        reader.member("variants");
    }
    QStringList paths{definition->connection.path};
    QList<std::shared_ptr<Definition>> patchedOnes;
    const auto readPatched = [&](LoaderContext &inner, const QJsonObject &patched,
                                 const VariantTemplate &variant) {
        ObjectReader patchedReader(inner, {patched, QString()});
        patchedOnes.append(readDefinition(patchedReader, source.file));
        patchedOnes.last()->info.variant = variant.label;
        paths.append(patchedOnes.last()->connection.path);
        return patchedOnes.last();
    };
    definition->variants = readVariants(context, document.toObject(), source.file, readPatched);
    definition->texts = context.texts();
    QStringList headers;
    const auto all = QList{definition} + patchedOnes;
    for (const auto &one : all)
        addCredentialHeaders(*one, &headers);
    for (const auto &one : all) {
        one->connection.otherPaths = paths;
        one->info.credentialHeaders = headers;
        one->info.imported = source.imported;
        one->info.digest = source.digest;
    }
    return definition;
}

LoadedDefinition parsed(const QByteArray &json, const QString &file, bool imported)
{
    if (json.size() > maximumSize)
        return {{}, {descriptionTooLarge(file, maximumSize)}};
    const LocatedJson located = readLocatedJson(json);
    LoaderContext context(file, located);
    std::shared_ptr<Definition> definition;
    if (!located.value.isUndefined())
        definition = readWithVariants(
            context, located.value,
            {file, QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex(), imported});
    LoadedDefinition loaded;
    loaded.problems = context.takeProblems();
    if (loaded.problems.isEmpty())
        loaded.definition = std::move(definition);
    return loaded;
}

} // namespace

QString DefinitionProblem::toString() const
{
    return u"%1:%2: %3: %4"_s.arg(file).arg(line).arg(pointer.isEmpty() ? u"/"_s : pointer, reason);
}

LoadedDefinition parseDefinition(const QByteArray &json, const QString &file)
{
    return parsed(json, file, false);
}

LoadedDefinition loadDefinitionFile(const QString &path)
{
    DescriptionFile file = readDescriptionFile(path, maximumSize);
    if (!file.problems.isEmpty())
        return {{}, std::move(file.problems)};
    return parsed(file.json, path, true);
}

const ProviderInfo &providerInfo(const Definition &definition)
{
    return definition.info;
}

} // namespace chatelaine
