// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/desktopnotifier.h"

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>
#endif

namespace chatelaine {

#ifdef Q_OS_LINUX

namespace {

const QString notifications = QStringLiteral("org.freedesktop.Notifications");
const QString notificationsPath = QStringLiteral("/org/freedesktop/Notifications");
const QString applicationId = QStringLiteral("io.github.chatelaine.Chatelaine");

/** Desktop Notifications Specification 1.2. */
class LinuxDesktopNotifier final : public DesktopNotifier
{
public:
    void tell(const DesktopNotice &notice) override
    {
        constexpr uchar normal = 1;
        constexpr uchar critical = 2;
        constexpr int asTheServerLikes = -1;
        const QVariantMap hints{
            {QStringLiteral("urgency"), QVariant::fromValue(notice.isUrgent ? critical : normal)},
            {QStringLiteral("desktop-entry"), applicationId}};
        auto message = QDBusMessage::createMethodCall(notifications, notificationsPath,
                                                      notifications, QStringLiteral("Notify"));
        // The body may hold markup, so a plain text is escaped; the summary holds none.
        message.setArguments({QStringLiteral("Chatelaine"), 0U, applicationId, notice.title,
                              notice.text.toHtmlEscaped(), QStringList(), hints, asTheServerLikes});
        QDBusConnection::sessionBus().send(message);
    }
};

} // namespace

std::unique_ptr<DesktopNotifier> makeDesktopNotifier()
{
    return std::make_unique<LinuxDesktopNotifier>();
}

#else

std::unique_ptr<DesktopNotifier> makeDesktopNotifier()
{
    return nullptr;
}

#endif

} // namespace chatelaine
