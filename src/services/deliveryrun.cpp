// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/deliveryrun.h"

#include "secrets/fingerprint.h"
#include "secrets/secretfile.h"
#include "services/context.h"
#include "services/events.h"
#include "services/fingerprintkey.h"
#include "services/heldsecrets.h"
#include "store/store.h"

#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

Error deliveryError(const QString &message, const QString &next, const QString &words)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = message;
    error.next = next;
    error.vendorMessage = words;
    return error;
}

/** A value as a program printed it, without the line break at its end, out of its base64. */
Outcome<SharedSecret> printedValue(const Secret &printed, bool isBase64)
{
    QByteArrayView text = printed.borrowed();
    if (!isBase64)
        return Secret::copyOf(text);
    QByteArray encoded(text.data(), text.size());
    QByteArray decoded = QByteArray::fromBase64(encoded);
    auto value = Secret::copyOf(decoded);
    wipe(encoded);
    wipe(decoded);
    return value;
}

} // namespace

DeliveryRun::DeliveryRun(ServiceContext &context, HeldSecrets &held, FingerprintKey &fingerprints,
                         DestinationTemplatePtr destination, const DestinationInfo &info,
                         const Destination &wanted, const CancellationPtr &cancellation,
                         QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_held(held)
    , m_fingerprints(fingerprints)
    , m_template(std::move(destination))
    , m_wanted(wanted)
    , m_values(completed(info, wanted.values))
    , m_cancellation(cancellation)
{
    m_receipt.store = info.id;
    m_receipt.name = info.name;
    m_receipt.place = m_template ? expandedPlace(*m_template, m_values)
                                 : m_values.value(destinationId::pathField);
}

FutureOutcome<DeliveryReceipt> DeliveryRun::start(const HeldSecretId &id)
{
    const auto future = m_answer.future();
    m_id = id;
    // Its facts are taken now: they are gone once somebody forgets the secret.
    m_event = m_held.journalEvent(id, u"key.deliver"_s, {});
    m_event.detail.insert(u"store"_s, m_receipt.store);
    m_event.detail.insert(u"place"_s, m_receipt.place);
    if (m_template) {
        const auto calls = deliveryCalls(*m_template, m_values, m_wanted.replace);
        if (!calls) {
            fail(calls.error());
            return future;
        }
        m_calls = *calls;
    }
    if (!m_template)
        whenDone(m_fingerprints.key(), this, [this](const auto &key) { begin(key); });
    else
        whenDone(
            (new DestinationCheckRun(m_template, m_wanted, m_cancellation, this))->startAbsence(),
            this, [this](const Outcome<DestinationCheck> &absent) {
                if (!absent)
                    return fail(absent.error());
                whenDone(m_fingerprints.key(), this,
                         [this](const Outcome<SharedSecret> &key) { begin(key); });
            });
    return future;
}

void DeliveryRun::begin(const Outcome<SharedSecret> &fingerprintKey)
{
    if (fingerprintKey)
        m_fingerprintKey = *fingerprintKey;
    whenDone(m_held.value(m_id, journalEvent(u"intended"_s)), this,
             [this](const Outcome<SharedSecret> &secret) {
                 if (!secret)
                     return fail(secret.error());
                 bring(*secret);
             });
}

void DeliveryRun::bring(const SharedSecret &secret)
{
    if (m_fingerprintKey)
        m_receipt.fingerprint = fingerprintOf(*m_fingerprintKey, secret->borrowed());
    m_fingerprintKey.reset();
    if (m_template)
        toProgram(secret);
    else
        toFile(secret);
}

void DeliveryRun::toFile(const SharedSecret &secret)
{
    const SecretFile file(m_receipt.place, m_wanted.replace);
    whenDone(QtConcurrent::run([file, secret] { return file.write(*secret); }), this,
             [this](const Outcome<Done> &written) {
                 if (!written)
                     return fail(written.error());
                 m_receipt.readBack = true;
                 succeed();
             });
}

void DeliveryRun::toProgram(const SharedSecret &secret)
{
    const auto proofKey = newFingerprintKey();
    const auto input = expandedInput(*m_template, m_values, *secret);
    if (!proofKey || !input)
        return fail(proofKey ? input.error() : proofKey.error());
    m_proofKey = *proofKey;
    m_proof = fingerprintOf(*m_proofKey, secret->borrowed());
    ProgramCall call = m_calls.deliver;
    call.input = *input;
    call.trace = SecretTrace(secret->borrowed());
    if (m_calls.verify)
        m_calls.verify->trace = call.trace;
    m_held.seal();
    whenDone(runProgram(std::move(call), m_cancellation), this,
             [this](const Outcome<ProgramEnd> &ended) { delivered(ended); });
}

void DeliveryRun::delivered(const Outcome<ProgramEnd> &ended)
{
    if (!ended)
        return fail(ended.error());
    if (ended->status != 0)
        return fail(programFailed(m_calls.deliver.program, *ended));
    if (!ended->tookInput)
        return fail(
            deliveryError(tr("The program ended well, but did not read the secret to its end."),
                          tr("Check what the destination has now."), ended->words));
    m_receipt.words = ended->words;
    if (!m_calls.verify)
        return succeed();
    m_calls.verify->output = ProgramCall::Output::Value;
    whenDone(runProgram(std::move(*m_calls.verify), m_cancellation), this,
             [this](const Outcome<ProgramEnd> &read) { compare(read); });
}

void DeliveryRun::compare(const Outcome<ProgramEnd> &ended)
{
    if (!ended)
        return fail(ended.error());
    if (ended->status != 0)
        return fail(programFailed(m_calls.verify->program, *ended,
                                  tr("It was handed over, but could not be read back.")));
    bool same = false;
    if (ended->value) {
        const auto value = printedValue(*ended->value, m_template->verifyBase64);
        const QByteArrayView text = value ? (*value)->borrowed() : QByteArrayView();
        same = value && fingerprintOf(*m_proofKey, text) == m_proof;
        if (!same && text.endsWith('\n'))
            same = fingerprintOf(*m_proofKey, text.chopped(1)) == m_proof;
    }
    if (!same)
        return fail(deliveryError(tr("What was read back is not the secret that was delivered."),
                                  tr("Check what the destination has now."), ended->words));
    m_receipt.readBack = true;
    succeed();
}

JournalEvent DeliveryRun::journalEvent(const QString &outcome) const
{
    JournalEvent event = m_event;
    event.outcome = outcome;
    return event;
}

void DeliveryRun::succeed()
{
    m_receipt.at = m_context.clock.now();
    JournalEvent receipt = journalEvent(u"succeeded"_s);
    receipt.detail.insert(u"readBack"_s, m_receipt.readBack ? u"yes"_s : u"no"_s);
    if (!m_receipt.fingerprint.isEmpty())
        receipt.detail.insert(u"fingerprint"_s, m_receipt.fingerprint);
    whenDone(m_context.store.append(receipt), this, [this](const Outcome<JournalLine> &line) {
        if (!line)
            return end(line.error());
        end(m_receipt);
    });
}

void DeliveryRun::fail(const Error &error)
{
    JournalEvent failure = journalEvent(u"failed"_s);
    addError(failure, error);
    whenDone(m_context.store.append(failure), this, [this, error](const Outcome<JournalLine> &) {
        end(error); // what went wrong first is what counts
    });
}

void DeliveryRun::end(const Outcome<DeliveryReceipt> &outcome)
{
    deleteLater();
    m_answer.give(outcome);
}

} // namespace chatelaine
