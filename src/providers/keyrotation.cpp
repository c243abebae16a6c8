// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keychanges.h"
#include "providers/newsecret.h"
#include "providers/orderform.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** Asks for a new secret, then lists to see how the key stands. */
class RotationRun : public std::enable_shared_from_this<RotationRun>
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    RotationRun(Exchanger *exchanger, RotateOrder order)
        : m_exchanger(exchanger)
        , m_order(std::move(order))
        , m_kind(*exchanger->definition().kind(m_order.key.kind))
        , m_verb(*m_kind.verb(KeyVerb::Rotate))
    {}

    FutureOutcome<RotatedKey> start()
    {
        const auto future = m_answer.future();
        Call call;
        call.request = m_verb.request;
        call.values = formValues(m_order.key.container, m_verb.fields, m_order.values);
        call.values.insert(u"id"_s, m_order.key.id.toString());
        call.secrets = allPlaces(m_verb.secrets);
        m_sent = call.values;
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     if (!answer)
                         self->fail(answer.error());
                     else if (answer.value()->error)
                         self->fail(*answer.value()->error);
                     else
                         self->take(*answer.value());
                 });
        return future;
    }

private:
    /** The worst case of all: the old secret may be dead already and the new one is nowhere. */
    void fail(Error error)
    {
        if (error.outcomeUnknown)
            error.next = tr("The old secret may have stopped working, and nobody has the new one: "
                            "rotate this key again.");
        m_answer.give(error);
    }

    void take(const VendorAnswer &answer)
    {
        m_rotated.requestId = answer.requestId;
        m_rotated.record = m_order.key;
        const QJsonValue row = JsonPointer::firstIn(m_verb.record, answer.body);
        if (auto record = mapRecord(m_kind, row, answer.receivedAt)) {
            record->container = m_order.key.container;
            if (record->id == m_order.key.id)
                m_rotated.record = *record;
            else
                m_rotated.namedInstead = record->id.toString();
        }
        m_rotated.secret = newSecret(answer, m_verb.secrets, m_order.values);
        if (!m_rotated.secret) {
            fail(secretIsMissing(answer));
            return;
        }
        m_rotated.outgoingUntil = sourceTime(m_verb.outgoingUntil, row);
        m_rotated.warnings = missingEchoes(m_verb.echoes, m_sent, row);
        whenDone(readKeys(m_exchanger, m_kind, m_order.key.container, false, {}), m_exchanger,
                 [self = shared_from_this()](const Outcome<KeyReading> &reading) {
                     self->settle(reading ? reading.value() : KeyReading());
                 });
    }

    static Error secretIsMissing(const VendorAnswer &answer)
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = tr("The vendor said yes (HTTP %1), but its answer holds no new secret that "
                           "can be used.")
                            .arg(answer.status);
        error.outcomeUnknown = true;
        error.requestId = answer.requestId;
        error.httpStatus = answer.status;
        return error;
    }

    void settle(const KeyReading &reading)
    {
        if (const auto listed = reading.find(m_order.key.id))
            m_rotated.record = *listed;
        else
            m_rotated.warnings.append(
                tr("The vendor's list could not be read to see how the key stands."));
        m_answer.give(std::move(m_rotated));
    }

    Exchanger *m_exchanger;
    RotateOrder m_order;
    const KindTemplate &m_kind;
    const VerbTemplate &m_verb;
    TemplateValues m_sent;
    RotatedKey m_rotated;
    Answer<RotatedKey> m_answer;
};

/** Sends what is to be changed; believed only as far as the listing shows it. */
class UpdateRun : public std::enable_shared_from_this<UpdateRun>
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    UpdateRun(Exchanger *exchanger, KeyRecord key, const QMap<QString, QJsonValue> &values)
        : m_exchanger(exchanger)
        , m_key(std::move(key))
        , m_kind(*exchanger->definition().kind(m_key.kind))
        , m_verb(*m_kind.verb(KeyVerb::Update))
        , m_sent(formValues(m_key.container, m_verb.fields, values, Empties::Sent))
    {}

    FutureOutcome<VerbResult> start()
    {
        const auto future = m_answer.future();
        Call call;
        call.request = m_verb.request;
        call.values = m_sent;
        call.values.insert(u"id"_s, m_key.id.toString());
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     if (answer)
                         self->sent(answer.value()->error, answer.value()->requestId);
                     else
                         self->sent(answer.error(), {});
                 });
        return future;
    }

private:
    void sent(const std::optional<Error> &error, const QString &requestId)
    {
        m_error = error;
        m_result.requestId = requestId;
        m_result.record = m_key;
        if (error && !error->outcomeUnknown) {
            m_answer.give(*error);
            return;
        }
        whenDone(readKeys(m_exchanger, m_kind, m_key.container, false, {}, m_key.id), m_exchanger,
                 [self = shared_from_this()](const Outcome<KeyReading> &reading) {
                     self->settle(reading ? reading.value() : KeyReading());
                 });
    }

    void settle(const KeyReading &reading)
    {
        const auto listed = reading.find(m_key.id);
        const QStringList missing =
            listed ? missingEchoes(m_verb.echoes, m_sent, reading.rowOfOne) : QStringList();
        if (listed)
            m_result.record = *listed;
        m_result.verified = listed && missing.isEmpty();
        if (m_error && !m_result.verified) {
            m_answer.give(*m_error);
            return;
        }
        m_result.note = note(listed.has_value(), missing);
        m_answer.give(std::move(m_result));
    }

    QString note(bool listed, const QStringList &missing) const
    {
        if (!missing.isEmpty())
            return missing.join(u' ');
        if (!listed)
            return tr("The vendor said yes; its list could not be read, so there is no proof yet.");
        const int wait = m_verb.info.propagationSeconds;
        return wait > 0 ? tr("It may take %n seconds until every server knows.", nullptr, wait)
                        : QString();
    }

    Exchanger *m_exchanger;
    KeyRecord m_key;
    const KindTemplate &m_kind;
    const VerbTemplate &m_verb;
    TemplateValues m_sent;
    std::optional<Error> m_error;
    VerbResult m_result;
    Answer<VerbResult> m_answer;
};

} // namespace

FutureOutcome<RotatedKey> rotateKey(Exchanger *exchanger, const RotateOrder &order)
{
    return std::make_shared<RotationRun>(exchanger, order)->start();
}

FutureOutcome<VerbResult> updateKey(Exchanger *exchanger, const KeyRecord &key,
                                    const QMap<QString, QJsonValue> &values)
{
    return std::make_shared<UpdateRun>(exchanger, key, values)->start();
}

} // namespace chatelaine
