// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/readers.h"

#include "cli/values.h"

#include <QCoreApplication>

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

Outcome<Delivery> readDelivery(const Arguments &given)
{
    const QString delivery = given.text("--deliver");
    if (delivery == "stdout"_L1)
        return Delivery::Stdout;
    if (delivery == "keychain"_L1)
        return Delivery::Keychain;
    return usageError(ReadersTexts::tr("--deliver is stdout or keychain."));
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

} // namespace chatelaine::cli
