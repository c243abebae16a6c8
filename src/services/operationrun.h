// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "providers/providerclient.h"
#include "services/heldsecrets.h"
#include "services/operationjournal.h"

#include <functional>

namespace chatelaine {

struct ServiceContext;

/**
 * One change that is sent to a vendor: intention, request, outcome, each in the store before the
 * next begins. Those who derive from it say what is sent and what is done with the answer. Deletes
 * itself when it has answered.
 */
class OperationRun : public QObject
{
    Q_OBJECT
protected:
    OperationRun(ServiceContext &context, OperationJournal &operations, AccountRow account,
                 const OperationId &id, QObject *parent);

    virtual void send() = 0;
    virtual JournalEvent journalEvent(const QString &outcome) const = 0;
    /** Answers and ends. */
    virtual void giveUp(const Error &error) = 0;

    /** The account's client, asked for anew at each step: it may have been replaced meanwhile. */
    Outcome<ProviderClient *> client() const;
    /** Goes on when a new secret can be kept safe, or when the user accepted that it cannot. */
    void whenHoldable(HeldSecrets &held, bool unheldAccepted, const std::function<void()> &next);
    /** Commits the intention, then that the request leaves, then calls send(). */
    void begin(const QJsonObject &detail = {});
    /** Commits success, then calls `next` with whether that could be written down. */
    void succeed(const QJsonObject &detail, const std::function<void(const Outcome<Done> &)> &next,
                 const QString &outcome = QStringLiteral("succeeded"));
    /** Commits the failure or the doubt, then gives up. */
    void fail(const Error &error, OperationState state);
    /** The row as succeeded, and the entry that says so. */
    JournalEvent success(const QJsonObject &detail,
                         const QString &outcome = QStringLiteral("succeeded"));

    /** `next` with the vendor's answer; an error is how the operation ends. */
    template<typename T, typename F>
    void whenAnswered(FutureOutcome<T> request, F next)
    {
        whenDone(std::move(request), this, [this, next](const Outcome<T> &answer) {
            m_operation.requestId = answer ? answer->requestId : answer.error().requestId;
            if (!answer)
                return fail(answer.error(), stateAfter(answer.error()));
            next(*answer);
        });
    }

    ServiceContext &m_context;
    OperationJournal &m_operations;
    AccountRow m_account;
    OperationRow m_operation;
};

/** An OperationRun that answers with a T. */
template<typename T>
class AnsweringRun : public OperationRun
{
protected:
    using OperationRun::OperationRun;

    void giveUp(const Error &error) override { answer(error); }
    void answer(const Outcome<T> &outcome)
    {
        const auto waiting = m_answer;
        deleteLater();
        waiting.give(outcome);
    }

    Answer<T> m_answer;
};

/** The value of the form's field of this role, as text; empty when there is none. */
QString valueOfRole(const QList<FieldInfo> &fields, const QMap<QString, QJsonValue> &values,
                    QLatin1StringView role);

/** The values that are no secrets, as texts for a journal entry. */
QJsonObject describedValues(const QList<FieldInfo> &fields,
                            const QMap<QString, QJsonValue> &values);

} // namespace chatelaine
