// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/destinationsjob.h"

#include "cli/table.h"
#include "core/redaction.h"
#include "services/deliveryservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject destinationDocument(const DestinationInfo &info)
{
    QJsonArray fields;
    for (const FieldInfo &field : info.fields) {
        QJsonObject row{
            {"id"_L1, field.id}, {"label"_L1, field.label}, {"required"_L1, field.required}};
        if (!field.help.isEmpty())
            row.insert("help"_L1, field.help);
        if (!field.defaultValue.isEmpty())
            row.insert("default"_L1, field.defaultValue);
        fields.append(row);
    }
    return {{"id"_L1, info.id},
            {"name"_L1, info.name},
            {"origin"_L1, info.origin},
            {"fields"_L1, fields},
            {"canReplace"_L1, info.canReplace},
            {"readsBack"_L1, info.readsBack}};
}

QString destinationFields(const DestinationInfo &info)
{
    QStringList fields;
    for (const FieldInfo &field : info.fields) {
        const bool needed = field.required && field.defaultValue.isEmpty();
        fields.append(needed ? field.id : u'[' + field.id + u']');
    }
    return fields.join(u' ');
}

} // namespace

void DestinationsJob::start()
{
    std::visit([this](const auto &order) { run(order); }, m_order);
}

void DestinationsJob::run(const DestinationsList &)
{
    Table table({tr("DESTINATION"), tr("NAME"), tr("FIELDS"), tr("READ BACK"), tr("TEMPLATE")});
    QJsonArray items;
    for (const DestinationInfo &info : services().delivery.destinations()) {
        table.add({info.id, info.name, destinationFields(info),
                   info.readsBack ? tr("yes") : tr("no"), info.origin});
        items.append(destinationDocument(info));
    }
    const QStringList problems = services().delivery.problems();
    output().list(table.toString(), items, {problems.isEmpty(), std::nullopt, problems});
    finish(done);
}

void DestinationsJob::run(const DestinationsCheck &order)
{
    checkDestination(order.destination, [this](const DestinationCheck &check) {
        QString text = tr("A secret would be taken.") + u'\n';
        QJsonObject document{{"ready"_L1, true}};
        if (!check.place.isEmpty())
            document.insert("place"_L1, check.place);
        if (!check.command.isEmpty()) {
            document.insert("command"_L1, check.command);
            text += tr("Would run: %1").arg(displaySafe(check.command, 4096)) + u'\n';
        }
        if (!check.warnings.isEmpty())
            document.insert("warnings"_L1, QJsonArray::fromStringList(check.warnings));
        output().result(text, document);
        finish(done);
    });
}

void DestinationsJob::run(const DestinationsCheckFile &order)
{
    const QStringList problems = DeliveryService::problemsOfFile(order.file);
    if (problems.isEmpty()) {
        output().result(tr("%1 is a valid template.").arg(order.file) + u'\n',
                        {{"valid"_L1, true}});
        return finish(done);
    }
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = problems.join(u'\n');
    fail(error);
}

} // namespace chatelaine::cli
