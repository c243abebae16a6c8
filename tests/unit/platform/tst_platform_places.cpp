// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/profilepaths.h"
#include "platform/systemuser.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace chatelaine;

class PlatformPlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void theProfileIsTheSameForEveryProgram();
    void theUserIsAskedOfTheSystem();
};

void PlatformPlacesTest::theProfileIsTheSameForEveryProgram()
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/somewhere/data");
    QCoreApplication::setApplicationName(QStringLiteral("chatelaine"));
    const QString window = defaultProfileFolder();
    QCoreApplication::setApplicationName(QStringLiteral("chatelainectl"));
    const QString terminal = defaultProfileFolder();
    qputenv("XDG_DATA_HOME", before);

    QCOMPARE(window, terminal);
    QVERIFY(QDir::isAbsolutePath(window));
#ifdef Q_OS_LINUX
    QCOMPARE(window, QStringLiteral("/somewhere/data/chatelaine"));
#endif
}

void PlatformPlacesTest::theUserIsAskedOfTheSystem()
{
    qputenv("USER", "somebody-else");
    qputenv("LOGNAME", "somebody-else");
    const SystemUser user = currentSystemUser();
    QVERIFY(!user.user.isEmpty());
    QVERIFY(user.user != u"somebody-else");
    QVERIFY(!user.host.isEmpty());
#ifdef Q_OS_UNIX
    QProcess id;
    id.start(QStringLiteral("id"), {QStringLiteral("-un")});
    QVERIFY(id.waitForFinished());
    if (id.exitCode() == 0)
        QCOMPARE(user.user, QString::fromLocal8Bit(id.readAllStandardOutput()).trimmed());
#endif
}

QTEST_GUILESS_MAIN(PlatformPlacesTest)
#include "tst_platform_places.moc"
