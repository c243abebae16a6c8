// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/desktopnotifier.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

/** A notification server that keeps what it was asked to show. */
class FakeServer : public QDBusVirtualObject
{
    Q_OBJECT
public:
    QList<QDBusMessage> calls;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        calls.append(message);
        return true;
    }
};

} // namespace

class TestNotifier : public QObject
{
    Q_OBJECT

private slots:
    void nobodyIsThere()
    {
        makeDesktopNotifier()->tell({u"Nobody"_s, u"sees this."_s}); // and nothing waits or fails
    }

    void theServerGetsWhatTheSpecificationAsksFor()
    {
        // A bus connection of its own: a call to oneself would not leave the process.
        auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"server"_s);
        QVERIFY(bus.isConnected());
        FakeServer server;
        QVERIFY(bus.registerVirtualObject(u"/org/freedesktop/Notifications"_s, &server));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        const auto notifier = makeDesktopNotifier();
        notifier->tell({u"Acme & Co"_s, u"<b>95 %</b> used"_s, true});
        notifier->tell({u"Acme"_s, u"80 % used"_s});
        QTRY_COMPARE(server.calls.size(), 2);
        const QDBusMessage &call = server.calls.constFirst();
        QCOMPARE(call.member(), u"Notify"_s);
        QCOMPARE(call.signature(), u"susssasa{sv}i"_s);
        QCOMPARE(call.arguments().at(0).toString(), u"Chatelaine"_s);
        QCOMPARE(call.arguments().at(3).toString(), u"Acme & Co"_s);
        QCOMPARE(call.arguments().at(4).toString(), u"&lt;b&gt;95 %&lt;/b&gt; used"_s);
        const auto urgency = [](const QDBusMessage &message) {
            return qdbus_cast<QVariantMap>(message.arguments().at(6)).value(u"urgency"_s).toInt();
        };
        QCOMPARE(urgency(call), 2);
        QCOMPARE(urgency(server.calls.constLast()), 1);
        bus.unregisterService(u"org.freedesktop.Notifications"_s);
        QDBusConnection::disconnectFromBus(u"server"_s);
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_platform_notifier.moc"
