// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/values.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString topicIds()
{
    QStringList ids;
    for (const NoteTopicInfo &info : noteTopics())
        ids.append(info.id);
    return ids.join(", "_L1);
}

/** The keys, of which there has to be one. */
Outcome<KeysSay> sayingOf(const Arguments &given, KeysSay::What what)
{
    KeysSay order;
    order.what = what;
    order.keys = given.texts("KEY");
    if (order.keys.isEmpty())
        return usageError(CommandTree::tr("Name a key."));
    return order;
}

Outcome<Command> readNote(const Arguments &given)
{
    auto order = sayingOf(given, KeysSay::What::Note);
    if (!order)
        return order.error();
    const QStringList sets = given.texts("--set");
    for (const QString &set : sets) {
        const auto field = readField(set);
        if (!field)
            return field.error();
        const auto topic = noteTopicFromId(field->first);
        if (!topic)
            return usageError(CommandTree::tr("--set takes one of %1.").arg(topicIds()));
        const auto value = noteValue(*topic, field->second);
        if (!value)
            return usageError(value.error().message);
        if (order->values.contains(*topic))
            return usageError(CommandTree::tr("--set has %1 twice.").arg(field->first));
        order.value().values.insert(*topic, *value);
    }
    if (order->values.isEmpty())
        return usageError(CommandTree::tr("Say something of it: --set TOPIC=VALUE."));
    return Command(*order);
}

Outcome<Command> readReview(const Arguments &given)
{
    auto order = sayingOf(given, KeysSay::What::Review);
    if (!order)
        return order.error();
    const auto decision = reviewDecisionFromName(given.text("--decision"));
    if (!decision)
        return usageError(CommandTree::tr("--decision is one of keep, reduce, revoke."));
    order.value().decision = *decision;
    order.value().reason = given.text("--reason");
    return Command(*order);
}

Outcome<Command> readAcknowledgement(const Arguments &given)
{
    auto order = sayingOf(given, KeysSay::What::Acknowledgement);
    if (!order)
        return order.error();
    order.value().acknowledgedBy = given.text("--by");
    return Command(*order);
}

Outcome<KeysSay> exceptionOf(const Arguments &given, KeysSay::What what)
{
    auto order = sayingOf(given, what);
    if (!order)
        return order;
    const auto rule = findingRuleFromName(given.text("--rule"));
    if (!rule || !mayBeExcepted(*rule))
        return usageError(CommandTree::tr("--rule is one of admin-scope, older-than."));
    order.value().exception.rule = *rule;
    return order;
}

Outcome<Command> readException(const Arguments &given)
{
    auto order = exceptionOf(given, KeysSay::What::Exception);
    if (!order)
        return order.error();
    const auto until = readTo(given.text("--until"));
    if (!until)
        return until.error();
    FindingException &exception = order.value().exception;
    exception.until = *until;
    exception.reason = given.text("--reason");
    exception.approver = given.text("--approver");
    return Command(*order);
}

Outcome<Command> readExceptionEnd(const Arguments &given)
{
    const auto order = exceptionOf(given, KeysSay::What::ExceptionEnd);
    if (!order)
        return order.error();
    return Command(*order);
}

} // namespace

void CommandTree::addKeyNotes()
{
    const QString keys = tr("refs, ACCOUNT/ID, ACCOUNT/NAME or NAME");
    leaf(m_keys, "note", tr("Write down what no vendor knows of keys: purpose, owner, ..."),
         readNote)
        .arguments("KEY", keys)
        .repeatable("--set", "TOPIC=VALUE", tr("%1; an empty value takes it back").arg(topicIds()));
    leaf(m_keys, "review", tr("Write down what a review of keys came to"), readReview)
        .arguments("KEY", keys)
        .required("--decision", "DECISION", tr("keep, reduce or revoke; nothing is done"))
        .required("--reason", "TEXT", tr("Why"));
    leaf(m_keys, "acknowledge", tr("Write down that management acknowledges the last review"),
         readAcknowledgement)
        .arguments("KEY", keys)
        .required("--by", "WHO", tr("Who in management acknowledges it"));

    CLI::App *exceptions = group("exceptions", tr("Findings that are accepted for a time"));
    leaf(exceptions, "list", tr("List those that were not ended"),
         [](const Arguments &given) -> Outcome<Command> {
             return Command(ExceptionsList{given.text("--account")});
         })
        .option("--account", "ACCOUNT", tr("Of this account only"));
    leaf(exceptions, "make", tr("Accept a finding about keys until a day"), readException)
        .arguments("KEY", keys)
        .required("--rule", "RULE", tr("admin-scope or older-than"))
        .required("--until", "DATE", tr("To the end of this date, or to this time"))
        .required("--approver", "WHO", tr("Who approved it"))
        .required("--reason", "TEXT", tr("Why"));
    leaf(exceptions, "end", tr("End an exception before its time"), readExceptionEnd)
        .arguments("KEY", keys)
        .required("--rule", "RULE", tr("admin-scope or older-than"));
}

} // namespace chatelaine::cli
