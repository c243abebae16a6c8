// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keychanges.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

bool isFinalVerb(KeyVerb verb)
{
    return verb == KeyVerb::Revoke || verb == KeyVerb::Delete;
}

/** Whether a state is what the verb was meant to bring about. */
bool achieves(KeyVerb verb, KeyState state)
{
    switch (verb) {
    case KeyVerb::Enable:
        return state != KeyState::Disabled && state != KeyState::Revoked &&
               state != KeyState::Deleted && state != KeyState::Unknown;
    case KeyVerb::Disable:
        return state == KeyState::Disabled;
    case KeyVerb::Revoke:
        return state == KeyState::Revoked || state == KeyState::Deleted;
    case KeyVerb::Delete:
        return state == KeyState::Deleted;
    default:
        return false;
    }
}

KeyState intendedState(KeyVerb verb)
{
    switch (verb) {
    case KeyVerb::Enable:
        return KeyState::Active;
    case KeyVerb::Disable:
        return KeyState::Disabled;
    case KeyVerb::Revoke:
        return KeyState::Revoked;
    default:
        return KeyState::Deleted;
    }
}

/** Sends one verb, then reads the container again, whatever the answer was: only the listing
 * tells. */
class VerbRun : public std::enable_shared_from_this<VerbRun>
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    VerbRun(Exchanger *exchanger, KeyVerb verb, KeyRecord key)
        : m_exchanger(exchanger)
        , m_verb(verb)
        , m_key(std::move(key))
        , m_kind(exchanger->definition().kind(m_key.kind))
        , m_template(m_kind ? m_kind->verb(verb) : nullptr)
    {}

    FutureOutcome<VerbResult> start()
    {
        const auto future = m_answer.future();
        if (const auto valid = validateChange(m_exchanger->definition(), m_verb, m_key, {});
            !valid) {
            m_answer.give(valid.error());
            return future;
        }
        Call call;
        call.request = m_template->request;
        call.values = containerValues(m_key.container);
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
        m_requestId = requestId;
        if (error && !mayHaveHappened(*error)) {
            m_answer.give(*error);
            return;
        }
        whenDone(readKeys(m_exchanger, *m_kind, m_key.container, false, {}), m_exchanger,
                 [self = shared_from_this()](const Outcome<KeyReading> &reading) {
                     self->settle(reading ? reading.value() : KeyReading());
                 });
    }

    /** Gone already, revoked already, or lost on the way: the listing decides. */
    bool mayHaveHappened(const Error &error) const
    {
        if (error.outcomeUnknown)
            return true;
        return isFinalVerb(m_verb) &&
               (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict ||
                error.kind == ErrorKind::InvalidRequest) &&
               error.httpStatus != 0;
    }

    void settle(const KeyReading &reading)
    {
        VerbResult result;
        result.requestId = m_requestId;
        result.record = m_key;
        const auto listed = reading.find(m_key.id);
        if (listed) {
            result.record = *listed;
            result.verified = achieves(m_verb, listed->state);
        } else if (reading.complete()) {
            result.record.state = KeyState::Deleted;
            result.verified = isFinalVerb(m_verb);
        } else if (!m_error) {
            result.record.state = intendedState(m_verb);
        }
        if (m_error && !result.verified) {
            m_answer.give(*m_error);
            return;
        }
        result.note = note(result, listed.has_value(), reading.complete());
        m_answer.give(std::move(result));
    }

    QString note(const VerbResult &result, bool listed, bool complete) const
    {
        const int wait = m_template->info.propagationSeconds;
        if (result.verified && m_error)
            return tr("The vendor's list shows that this was done already.");
        if (result.verified && wait >= 60)
            return tr("It may take about %n minute(s) until it stops working everywhere.", nullptr,
                      (wait + 59) / 60);
        if (result.verified)
            return wait > 0 ? tr("It may take %n seconds until every server knows.", nullptr, wait)
                            : QString();
        if (listed && wait > 0)
            return tr("The vendor accepted this, but still lists the key as before. It says that "
                      "this may take %n seconds.",
                      nullptr, wait);
        if (listed)
            return tr("The vendor accepted this, but still lists the key as before.");
        if (!complete)
            return tr("The vendor said yes; its list could not be read, so there is no proof yet.");
        return tr("The key is no longer in the vendor's list.");
    }

    Exchanger *m_exchanger;
    KeyVerb m_verb;
    KeyRecord m_key;
    const KindTemplate *m_kind;
    const VerbTemplate *m_template;
    std::optional<Error> m_error;
    QString m_requestId;
    Answer<VerbResult> m_answer;
};

} // namespace

FutureOutcome<VerbResult> applyVerb(Exchanger *exchanger, KeyVerb verb, const KeyRecord &key)
{
    return std::make_shared<VerbRun>(exchanger, verb, key)->start();
}

} // namespace chatelaine
