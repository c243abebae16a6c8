// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/keyringcalls.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QTimer>

namespace chatelaine {

namespace {

const QString secretsName = QStringLiteral("org.freedesktop.secrets");
const QString secretsPath = QStringLiteral("/org/freedesktop/secrets");
const QString serviceInterface = QStringLiteral("org.freedesktop.Secret.Service");
const QString collectionInterface = QStringLiteral("org.freedesktop.Secret.Collection");
const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");
const QString noObject = QStringLiteral("/");

QDBusMessage toService(const QString &method, const QVariantList &arguments)
{
    auto message =
        QDBusMessage::createMethodCall(secretsName, secretsPath, serviceInterface, method);
    message.setArguments(arguments);
    return message;
}

QString pathIn(const QDBusMessage &reply)
{
    return qvariant_cast<QDBusObjectPath>(reply.arguments().value(0)).path();
}

bool isAnswer(const QDBusMessage &reply)
{
    return reply.type() == QDBusMessage::ReplyMessage;
}

bool meansAbsentObject(const QDBusMessage &reply)
{
    const auto type = QDBusError(reply).type();
    return type == QDBusError::UnknownObject || type == QDBusError::UnknownMethod ||
           reply.errorName() == u"org.freedesktop.Secret.Error.NoSuchObject";
}

} // namespace

KeyringCall::KeyringCall(std::chrono::milliseconds callLimit)
    : m_bus(QDBusConnection::sessionBus())
    , m_callLimit(callLimit)
{}

void KeyringCall::call(const QDBusMessage &message, std::function<void(const QDBusMessage &)> then)
{
    const auto pending = m_bus.asyncCall(message, static_cast<int>(m_callLimit.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [watcher, then = std::move(then)] { then(watcher->reply()); });
}

void KeyringCall::readDefaultAlias(std::function<void(const QDBusMessage &)> then)
{
    call(toService(QStringLiteral("ReadAlias"), {QStringLiteral("default")}), std::move(then));
}

ConditionCall::ConditionCall(std::chrono::milliseconds callLimit)
    : KeyringCall(callLimit)
{}

QFuture<KeyringCondition> ConditionCall::start()
{
    m_promise.start();
    auto future = m_promise.future();
    if (hasBus())
        readDefaultAlias([this](const QDBusMessage &reply) { onAlias(reply); });
    else
        finish(KeyringCondition::NoBus);
    return future;
}

void ConditionCall::onAlias(const QDBusMessage &reply)
{
    if (!isAnswer(reply)) {
        if (QDBusError(reply).type() == QDBusError::Disconnected)
            return finish(KeyringCondition::NoBus);
        return lookForKWallet();
    }
    const QString collection = pathIn(reply);
    if (collection.isEmpty() || collection == noObject)
        return finish(KeyringCondition::NoCollection);
    auto question = QDBusMessage::createMethodCall(
        secretsName, collection, QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"));
    question.setArguments({collectionInterface, QStringLiteral("Locked")});
    call(question, [this](const QDBusMessage &answer) { onLocked(answer); });
}

void ConditionCall::onLocked(const QDBusMessage &reply)
{
    if (!isAnswer(reply)) {
        return finish(meansAbsentObject(reply) ? KeyringCondition::NoCollection
                                               : KeyringCondition::NoService);
    }
    const auto locked = qvariant_cast<QDBusVariant>(reply.arguments().value(0)).variant();
    finish(locked.toBool() ? KeyringCondition::Locked : KeyringCondition::Unlocked);
}

void ConditionCall::lookForKWallet()
{
    const auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("ListActivatableNames"));
    call(question, [this](const QDBusMessage &reply) {
        const QStringList names = reply.arguments().value(0).toStringList();
        finish(names.contains(u"org.kde.kwalletd5") ? KeyringCondition::NotApplicable
                                                    : KeyringCondition::NoService);
    });
}

void ConditionCall::finish(KeyringCondition condition)
{
    deleteLater();
    m_promise.addResult(condition);
    m_promise.finish();
}

UnlockCall::UnlockCall(std::chrono::milliseconds callLimit, std::chrono::milliseconds promptLimit)
    : KeyringCall(callLimit)
    , m_promptLimit(promptLimit)
{}

FutureOutcome<Done> UnlockCall::start()
{
    if (hasBus())
        readDefaultAlias([this](const QDBusMessage &reply) { onAlias(reply); });
    else
        fail(ErrorKind::Keychain, tr("There is no D-Bus session."));
    return m_answer.future();
}

void UnlockCall::onAlias(const QDBusMessage &reply)
{
    const QString collection = pathIn(reply);
    if (!isAnswer(reply) || collection.isEmpty() || collection == noObject)
        return fail(ErrorKind::Keychain, tr("There is no keyring to unlock."));
    const auto paths = QVariant::fromValue(QList{QDBusObjectPath(collection)});
    call(toService(QStringLiteral("Unlock"), {paths}),
         [this](const QDBusMessage &answer) { onUnlock(answer); });
}

void UnlockCall::onUnlock(const QDBusMessage &reply)
{
    if (!isAnswer(reply))
        return fail(ErrorKind::Keychain, tr("The keyring could not be unlocked."));
    const auto prompt = qvariant_cast<QDBusObjectPath>(reply.arguments().value(1));
    if (prompt.path() == noObject)
        return finish(Done{});
    showPrompt(reply.service(), prompt);
}

void UnlockCall::showPrompt(const QString &service, const QDBusObjectPath &prompt)
{
    // By the unique name: a well-known one would make QtDBus wait for the bus to resolve it.
    bus().connect(service, prompt.path(), promptInterface, QStringLiteral("Completed"), this,
                  SLOT(onPromptCompleted(bool, QDBusVariant)));
    auto *watcher =
        new QDBusServiceWatcher(service, bus(), QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        fail(ErrorKind::Keychain, tr("The keyring's service ended before it was unlocked."));
    });
    QTimer::singleShot(m_promptLimit, this, [this] {
        fail(ErrorKind::Timeout, tr("Nobody answered the keyring's question."));
    });
    auto question = QDBusMessage::createMethodCall(service, prompt.path(), promptInterface,
                                                   QStringLiteral("Prompt"));
    question.setArguments({QString()});
    call(question, [this](const QDBusMessage &reply) {
        if (!isAnswer(reply))
            fail(ErrorKind::Keychain, tr("The keyring could not ask for its password."));
    });
}

void UnlockCall::onPromptCompleted(bool dismissed, const QDBusVariant &)
{
    if (dismissed)
        fail(ErrorKind::Cancelled, tr("The keyring's question was dismissed."));
    else
        finish(Done{});
}

void UnlockCall::fail(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.next = tr("Unlock the keyring in the desktop's password manager and try again.");
    finish(error);
}

void UnlockCall::finish(Outcome<Done> outcome)
{
    if (std::exchange(m_finished, true))
        return;
    deleteLater();
    m_answer.give(std::move(outcome));
}

} // namespace chatelaine
