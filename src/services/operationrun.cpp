// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/operationrun.h"

#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

#include <QJsonArray>

namespace chatelaine {

OperationRun::OperationRun(ServiceContext &context, OperationJournal &operations,
                           AccountRow account, const OperationId &id, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_operations(operations)
    , m_account(std::move(account))
{
    m_operation.id = id.isEmpty() ? OperationId(newUuid()) : id;
    m_operation.account = m_account.id;
}

Outcome<ProviderClient *> OperationRun::client() const
{
    return m_context.clients.client(m_account);
}

void OperationRun::whenHoldable(HeldSecrets &held, bool unheldAccepted,
                                const std::function<void()> &next)
{
    whenDone(held.condition(), this,
             [this, unheldAccepted, next](const Outcome<HoldingCondition> &condition) {
                 if (unheldAccepted || (condition && condition->usable))
                     return next();
                 Error error;
                 error.kind = ErrorKind::Keychain;
                 error.message =
                     tr("The new secret could not be kept safe, so nothing was sent. %1")
                         .arg(condition ? condition->sentence : condition.error().message);
                 error.next = condition ? condition->next : condition.error().next;
                 giveUp(error);
             });
}

void OperationRun::begin(const QJsonObject &detail)
{
    m_operation.intendedAt = m_context.clock.now();
    JournalEvent intended = journalEvent(QStringLiteral("intended"));
    for (auto member = detail.constBegin(); member != detail.constEnd(); ++member)
        intended.detail.insert(member.key(), member.value());
    whenDone(m_operations.begin(m_operation, intended), this, [this](const Outcome<Done> &begun) {
        if (!begun)
            return giveUp(begun.error());
        whenDone(m_operations.sent(m_operation.id), this, [this](const Outcome<Done> &marked) {
            if (!marked)
                return fail(marked.error(), OperationState::Failed);
            m_operation.state = OperationState::Sent;
            m_operation.sentAt = m_context.clock.now();
            send();
        });
    });
}

JournalEvent OperationRun::success(const QJsonObject &detail, const QString &outcome)
{
    m_operation.state = OperationState::Succeeded;
    m_operation.endedAt = m_context.clock.now();
    JournalEvent done = journalEvent(outcome);
    for (auto member = detail.constBegin(); member != detail.constEnd(); ++member)
        done.detail.insert(member.key(), member.value());
    return done;
}

void OperationRun::succeed(const QJsonObject &detail,
                           const std::function<void(const Outcome<Done> &)> &next,
                           const QString &outcome)
{
    const JournalEvent done = success(detail, outcome);
    whenDone(m_operations.end(m_operation, done), this, next);
}

void OperationRun::fail(const Error &error, OperationState state)
{
    m_operation.state = state;
    m_operation.endedAt = m_context.clock.now();
    m_operation.message = error.message;
    JournalEvent failed = journalEvent(operationStateName(state));
    addError(failed, error);
    whenDone(m_operations.end(m_operation, failed), this,
             [this, error](const Outcome<Done> &) { giveUp(error); });
}

QString valueOfRole(const QList<FieldInfo> &fields, const QMap<QString, QJsonValue> &values,
                    QLatin1StringView role)
{
    for (const FieldInfo &field : fields) {
        if (field.isName == role)
            return values.value(field.id).toString();
    }
    return {};
}

QJsonObject describedValues(const QList<FieldInfo> &fields, const QMap<QString, QJsonValue> &values)
{
    QJsonObject described;
    for (const FieldInfo &field : fields) {
        const QJsonValue value = values.value(field.id);
        if (field.type == FieldInfo::Type::Secret || value.isUndefined() || value.isNull())
            continue;
        QString text = value.toVariant().toString();
        if (value.isArray())
            text = value.toVariant().toStringList().join(QStringLiteral(", "));
        described.insert(QStringLiteral("set.") + field.id, text);
    }
    return described;
}

} // namespace chatelaine
