// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"
#include "providers/mergepatch.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** What a patch cannot change: the file it stands in, and what belongs to all generations. */
const QStringList notPatched{u"$schema"_s, u"format"_s, u"id"_s, u"i18n"_s, u"variants"_s};

/** What is wrong with a patched definition, told where the patch says it; what is wrong with the
 * definition without the patch as well is not told twice. */
void reportPatched(LoaderContext &context, const QList<DefinitionProblem> &problems,
                   const QJsonValue &patched, const LocatedValue &patch)
{
    for (const DefinitionProblem &problem : problems) {
        if (context.hasReported(problem.pointer, problem.reason))
            continue;
        const QString place = placeInPatch(patched, patch.value, problem.pointer);
        context.report(patch.pointer + place,
                       ObjectReader::tr("patched, at %1: %2").arg(problem.pointer, problem.reason));
    }
}

std::optional<VariantProbe> readProbe(ObjectReader &outer, const RequestScope &scope)
{
    if (!outer.has("probe"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("probe"));
    VariantProbe probe;
    probe.request = readRequest(reader, "request", scope);
    if (probe.request.write)
        reader.report("request", ObjectReader::tr("a probe must not change anything"));
    probe.holds = readCondition(reader, "if", Need::Required).value_or(Condition());
    probe.failsOn = readStatuses(reader, "fails_on");
    return probe;
}

} // namespace

QList<VariantTemplate> readVariants(LoaderContext &outerContext, const QJsonObject &document,
                                    const QString &file, const PatchedReader &read)
{
    QList<VariantTemplate> variants;
    QStringList ids;
    if (!document.contains(u"variants"_s))
        return variants;
    const QJsonObject alone{{u"variants"_s, document.value(u"variants"_s)}};
    ObjectReader outer(outerContext, {alone, QString()});
    const QList<LocatedValue> elements = outer.array("variants");
    for (qsizetype i = 0; i < elements.size(); ++i) {
        ObjectReader reader(outer.context(), elements[i]);
        VariantTemplate variant;
        variant.id = reader.identifier("id");
        variant.label = reader.text("label", Need::Required);
        if (ids.contains(variant.id))
            reader.report("id", ObjectReader::tr("the id \"%1\" is taken").arg(variant.id));
        ids.append(variant.id);
        LocatedValue patch = reader.member("patch");
        for (const auto &[name, located] : reader.members("patch")) {
            if (notPatched.contains(name))
                outer.context().report(located.pointer,
                                       ObjectReader::tr("a patch cannot change \"%1\"").arg(name));
        }
        if (!patch.value.isObject())
            patch.value = QJsonObject();
        QJsonObject patched = mergePatched(document, patch.value).toObject();
        patched.remove(u"variants"_s);
        const LocatedJson located{patched, {}, {}};
        LoaderContext context(file, located);
        variant.definition = read(context, patched, variant);
        reportPatched(outer.context(), context.takeProblems(), patched, patch);
        outer.context().addTexts(context.texts());
        variant.probe = readProbe(reader, requestScope(variant.definition->connection));
        const bool isLast = i + 1 == elements.size();
        if (variant.probe.has_value() == isLast)
            outer.context().report(elements[i].pointer,
                                   ObjectReader::tr("every variant but the last has a probe"));
        variants.append(variant);
    }
    return variants;
}

} // namespace chatelaine
