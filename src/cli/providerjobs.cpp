// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/providerjobs.h"

#include "cli/table.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString verbsOf(const KindInfo &kind)
{
    QStringList verbs;
    for (const VerbInfo &verb : kind.verbs)
        verbs.append(keyVerbName(verb.verb));
    if (kind.manual)
        verbs.append(u"add"_s);
    if (kind.canCheck)
        verbs.append(u"check"_s);
    return verbs.join(", "_L1);
}

QString fieldsOf(const KindInfo &kind)
{
    QStringList fields;
    if (const VerbInfo *create = kind.verb(KeyVerb::Create)) {
        for (const FieldInfo &field : create->fields)
            fields.append(field.required ? field.id : u'[' + field.id + u']');
    }
    return fields.join(u' ');
}

QString shownProvider(const ProviderInfo &provider)
{
    const auto line = [](const QString &label, const QString &text) {
        return text.isEmpty() ? QString() : label + ": "_L1 + displaySafe(text, 2048) + u'\n';
    };
    QString text = line(ProvidersJob::tr("Name"), provider.name) +
                   line(ProvidersJob::tr("Description"), provider.description) +
                   line(ProvidersJob::tr("Base URL"), provider.baseUrl) +
                   line(ProvidersJob::tr("Documentation"), provider.documentationUrl) +
                   line(ProvidersJob::tr("Dashboard"), provider.dashboardUrl) +
                   line(ProvidersJob::tr("Definition"), provider.origin);
    for (const SlotInfo &slot : provider.slots_)
        text += line(ProvidersJob::tr("Credential %1").arg(slot.id),
                     slot.label + (slot.required ? QString() : ProvidersJob::tr(" (optional)")));
    Table kinds({ProvidersJob::tr("KIND"), ProvidersJob::tr("LEVEL"), ProvidersJob::tr("VERBS"),
                 ProvidersJob::tr("FIELDS OF A NEW KEY")});
    for (const KindInfo &kind : provider.kinds)
        kinds.add({kind.id, kind.level, verbsOf(kind), fieldsOf(kind)});
    return text + u'\n' + kinds.toString();
}

} // namespace

void ProvidersJob::start()
{
    std::visit([this](const auto &order) { run(order); }, m_order);
}

void ProvidersJob::run(const ProvidersList &)
{
    Table table({tr("ID"), tr("NAME"), tr("KINDS"), tr("DEFINITION")});
    QJsonArray items;
    for (const ProviderInfo &provider : services().accounts.providers()) {
        QStringList kinds;
        for (const KindInfo &kind : provider.kinds)
            kinds.append(kind.id);
        table.add({provider.id.toString(), provider.name, kinds.join(", "_L1), provider.origin});
        items.append(providerDocument(provider));
    }
    const QStringList problems = services().accounts.providerProblems();
    output().list(table.toString(), items, {problems.isEmpty(), std::nullopt, problems});
    finish(done);
}

void ProvidersJob::run(const ProvidersShow &order)
{
    if (const auto provider = services().accounts.provider(ProviderId(order.id))) {
        output().result(shownProvider(*provider), providerDocument(*provider));
        return finish(done);
    }
    QStringList ids;
    for (const ProviderInfo &provider : services().accounts.providers())
        ids.append(provider.id.toString());
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = tr("There is no provider of this id: %1").arg(order.id);
    error.next = tr("There are: %1").arg(ids.join(", "_L1));
    fail(error);
}

void ProvidersJob::run(const ProvidersCheck &order)
{
    const auto provider = services().accounts.checkDefinition(order.file);
    if (!provider)
        return fail(provider.error());
    output().result(tr("%1 is a valid definition of %2 (%3).")
                            .arg(order.file, displaySafe(provider->name), provider->id.toString()) +
                        u'\n',
                    providerDocument(*provider));
    finish(done);
}

} // namespace chatelaine::cli
