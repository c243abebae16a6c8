// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/readers.h"

#include "cli/values.h"

#include <QCoreApplication>
#include <QDir>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReadersTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Readers)
};

} // namespace

Outcome<Period> readPeriod(const Arguments &given)
{
    Period period;
    if (given.has("--from")) {
        const auto from = readFrom(given.text("--from"));
        if (!from)
            return from.error();
        period.from = *from;
    }
    if (given.has("--to")) {
        const auto to = readTo(given.text("--to"));
        if (!to)
            return to.error();
        period.to = *to;
    }
    if (period.from && period.to && *period.from >= *period.to)
        return usageError(ReadersTexts::tr("--from must be before --to."));
    return period;
}

Outcome<Destination> readDestination(const QString &text, const QStringList &values, bool replace)
{
    Destination destination{text, {}, replace};
    const QString filePrefix = destinationId::file + u':';
    if (text.startsWith(filePrefix)) {
        const QString path = text.sliced(filePrefix.size());
        if (path.isEmpty())
            return usageError(ReadersTexts::tr("Name a file: file:PATH."));
        destination.id = destinationId::file;
        destination.values.insert(destinationId::pathField, QDir::current().absoluteFilePath(path));
    } else if (text != destinationId::keychain && !text.startsWith(destinationId::commandPrefix)) {
        return usageError(ReadersTexts::tr("--deliver is stdout, keychain, file:PATH or "
                                           "command:NAME. (See: chatelainectl destinations list)"));
    }
    for (const QString &value : values) {
        const auto field = readField(value);
        if (!field)
            return field.error();
        if (!text.startsWith(destinationId::commandPrefix))
            return usageError(ReadersTexts::tr("Only command:NAME has fields to be set."));
        destination.values.insert(field->first, field->second);
    }
    return destination;
}

Outcome<Delivery> readDelivery(const Arguments &given)
{
    const QStringList values = given.texts("--deliver-set");
    const bool replace = given.has("--deliver-replace");
    if (given.text("--deliver") == "stdout"_L1) {
        if (values.isEmpty() && !replace)
            return Delivery{};
        return usageError(ReadersTexts::tr("Only command:NAME has fields to be set."));
    }
    const auto destination = readDestination(given.text("--deliver"), values, replace);
    if (!destination)
        return destination.error();
    return Delivery{*destination};
}

bool namesDelivery(const Arguments &given)
{
    return given.has("--deliver") || given.has("--deliver-set") || given.has("--deliver-replace");
}

Arguments &declareDelivery(Arguments &arguments, const QString &help, bool isRequired)
{
    const char *form = "stdout|keychain|file:PATH|command:NAME";
    if (isRequired)
        arguments.required("--deliver", form, help);
    else
        arguments.option("--deliver", form, help);
    return arguments
        .repeatable("--deliver-set", "FIELD=VALUE",
                    ReadersTexts::tr("A field of command:NAME; may be repeated"))
        .flag("--deliver-replace",
              ReadersTexts::tr("Overwrite what the destination has there already"));
}

Outcome<SetFields> readFields(const Arguments &given)
{
    SetFields fields;
    for (const QString &text : given.texts("--set")) {
        const auto field = readField(text);
        if (!field)
            return field.error();
        fields.append(*field);
    }
    return fields;
}

Outcome<std::optional<qint64>> readSeconds(const Arguments &given, const char *option)
{
    if (!given.has(option))
        return std::optional<qint64>();
    const auto seconds = readDuration(given.text(option));
    if (!seconds)
        return seconds.error();
    return std::optional<qint64>(*seconds);
}

Arguments &addKeyFilters(Arguments &leaf)
{
    return leaf.option("--account", "ACCOUNT", ReadersTexts::tr("Of this account only"))
        .option("--project", "PROJECT",
                ReadersTexts::tr("Of this project only: an id, NAME or ORG/PROJECT"))
        .option("--kind", "KIND", ReadersTexts::tr("Of this kind only"))
        .repeatable("--state", "STATE", ReadersTexts::tr("In this state only; may be repeated"))
        .option("--search", "TEXT", ReadersTexts::tr("With all of these words"));
}

Outcome<KeysList> readKeyFilters(const Arguments &given)
{
    KeysList filters{given.text("--account"),
                     given.text("--project"),
                     given.text("--kind"),
                     {},
                     given.text("--search")};
    for (const QString &name : given.texts("--state")) {
        const auto state = keyStateFromName(name);
        if (!state)
            return usageError(ReadersTexts::tr("--state is one of active, disabled, rotating, "
                                               "expired, revoked, deleted, unknown."));
        filters.states.insert(*state);
    }
    return filters;
}

} // namespace chatelaine::cli
