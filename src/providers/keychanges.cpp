// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keychanges.h"

#include "providers/orderform.h"
#include "providers/secretcut.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

QStringList missingEchoes(const VerbTemplate &verb, const TemplateValues &values,
                          const QJsonValue &body)
{
    QStringList warnings;
    for (const EchoTemplate &echo : verb.echoes) {
        const QJsonValue sent = values.value(echo.field, QJsonValue::Undefined);
        if (!sent.isUndefined() && echo.at.in(body) != sent)
            warnings.append(echo.warning);
    }
    return warnings;
}

Error secretNotReturned(const VendorAnswer &answer, const std::optional<KeyRecord> &record)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message =
        record && !record->name.isEmpty()
            ? ProviderClient::tr("The key \"%1\" was made, but the vendor did not "
                                 "return its secret.")
                  .arg(record->name)
            : ProviderClient::tr("The key was made, but the vendor did not return its secret.");
    error.next =
        ProviderClient::tr("Read the keys again and revoke this one: nobody has its secret.");
    error.requestId = answer.requestId;
    error.httpStatus = answer.status;
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
    if (verb.record) {
        created.record = mapRecord(kind, verb.record->in(answer.body), answer.receivedAt);
        if (created.record)
            created.record->container = order.container;
    }
    const bool isSecret = answer.secrets.size() == 1 && answer.secrets.first()->size() > 0 &&
                          !isMasked(*answer.secrets.first());
    if (!isSecret)
        return secretNotReturned(answer, created.record);
    created.secret = answer.secrets.first();
    created.warnings = missingEchoes(verb, values, answer.body);
    return created;
}

} // namespace

FutureOutcome<CreatedKey> createKey(Exchanger *exchanger, const CreateOrder &order)
{
    const KindTemplate &kind = *exchanger->definition().kind(order.kind);
    const VerbTemplate &verb = *kind.verb(KeyVerb::Create);
    Call call;
    call.request = verb.request;
    call.values = formValues(order.container, order.values);
    call.secret = verb.secret;
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
