// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/keyringfacts.h"

#include "platform/keyringcalls.h"

#include <QFile>
#include <QFileInfo>

namespace chatelaine {

namespace {

constexpr std::chrono::milliseconds factsLimit = std::chrono::seconds(2);
const QString secretsBusName = QStringLiteral("org.freedesktop.secrets");
const QString busDaemon = QStringLiteral("org.freedesktop.DBus");

KeyringFacts factsOfTheProcess()
{
    KeyringFacts facts;
    if (QFile::exists(QStringLiteral("/.flatpak-info")))
        facts.sandbox = QStringLiteral("Flatpak");
    else if (qEnvironmentVariableIsSet("SNAP"))
        facts.sandbox = QStringLiteral("Snap");
    facts.backendOverride = qEnvironmentVariable("QTKEYCHAIN_BACKEND");
    return facts;
}

/** The name that a process was started under. */
QString programOf(uint pid)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.read(4096);
    return QFileInfo(QString::fromLocal8Bit(line.left(line.indexOf('\0')))).fileName();
}

/** Asks for the default keyring, its name, and who keeps it. */
class FactsCall final : public KeyringCall
{
public:
    FactsCall()
        : KeyringCall(factsLimit)
        , m_facts(factsOfTheProcess())
    {}

    QFuture<KeyringFacts> start()
    {
        m_promise.start();
        auto future = m_promise.future();
        if (hasBus())
            readDefaultAlias([this](const QDBusMessage &reply) { onAlias(reply); });
        else
            finish();
        return future;
    }

private:
    void onAlias(const QDBusMessage &reply)
    {
        const QString path = qvariant_cast<QDBusObjectPath>(reply.arguments().value(0)).path();
        m_facts.sessionOnly = path.endsWith(u"/session");
        if (path.size() <= 1)
            return askForProvider();
        auto question = QDBusMessage::createMethodCall(
            secretsBusName, path, QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("Get"));
        question.setArguments(
            {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Label")});
        call(question, [this](const QDBusMessage &answer) {
            const auto label = qvariant_cast<QDBusVariant>(answer.arguments().value(0));
            m_facts.collection = label.variant().toString();
            askForProvider();
        });
    }

    void askForProvider()
    {
        auto question =
            QDBusMessage::createMethodCall(busDaemon, QStringLiteral("/org/freedesktop/DBus"),
                                           busDaemon, QStringLiteral("GetConnectionUnixProcessID"));
        question.setArguments({secretsBusName});
        call(question, [this](const QDBusMessage &reply) {
            if (reply.type() == QDBusMessage::ReplyMessage)
                m_facts.provider = programOf(reply.arguments().value(0).toUInt());
            finish();
        });
    }

    void finish()
    {
        deleteLater();
        m_promise.addResult(m_facts);
        m_promise.finish();
    }

    KeyringFacts m_facts;
    QPromise<KeyringFacts> m_promise;
};

} // namespace

QFuture<KeyringFacts> readKeyringFacts()
{
    return (new FactsCall)->start();
}

} // namespace chatelaine
