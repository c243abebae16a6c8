// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keychanges.h"

#include "providers/newsecret.h"
#include "providers/orderform.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** What was made, if anything, is found by the next sync: nothing is claimed without a record. */
Error createdWithoutSecret(const VendorAnswer &answer, const std::optional<KeyRecord> &record)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    if (record)
        error.message = ProviderClient::tr("The vendor answered with the key \"%1\", but without "
                                           "a secret that can be used.")
                            .arg(record->name.isEmpty() ? record->id.toString() : record->name);
    else
        error.message = ProviderClient::tr("The vendor said yes (HTTP %1), but its answer holds "
                                           "neither the key nor its secret.")
                            .arg(answer.status);
    error.next = ProviderClient::tr("Sync the account: if the key is there, revoke it and make "
                                    "another, since nobody has its secret.");
    error.requestId = answer.requestId;
    error.httpStatus = answer.status;
    error.outcomeUnknown = true;
    return error;
}

Outcome<CreatedKey> createdKey(const KindTemplate &kind, const VerbTemplate &verb,
                               const CreateOrder &order, const TemplateValues &values,
                               const VendorAnswer &answer)
{
    if (answer.error)
        return *answer.error;
    CreatedKey created;
    created.requestId = answer.requestId;
    const QJsonValue row = JsonPointer::firstIn(verb.record, answer.body);
    if (!verb.record.isEmpty())
        created.record = mapRecord(kind, row, answer.receivedAt);
    if (created.record)
        created.record->container = order.container;
    created.secret = newSecret(answer, verb.secrets, order.values);
    if (!created.secret)
        return createdWithoutSecret(answer, created.record);
    created.warnings = missingEchoes(verb.echoes, values, row);
    return created;
}

} // namespace

FutureOutcome<CreatedKey> createKey(Exchanger *exchanger, const CreateOrder &order)
{
    const KindTemplate &kind = *exchanger->definition().kind(order.kind);
    const VerbTemplate &verb = *kind.verb(KeyVerb::Create);
    Call call;
    call.request = verb.request;
    call.values = formValues(order.container, verb.fields, order.values);
    call.secrets = allPlaces(verb.secrets);
    Answer<CreatedKey> answer;
    whenDone(
        exchanger->exchange(call), exchanger,
        [answer, &kind, &verb, order, values = call.values](const Outcome<VendorAnswerPtr> &got) {
            if (got)
                answer.give(createdKey(kind, verb, order, values, *got.value()));
            else
                answer.give(got.error());
        });
    return answer.future();
}

} // namespace chatelaine
