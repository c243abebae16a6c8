// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/filelock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace chatelaine;

class FileLockTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isHeldUntilReleased();
    void isHeldOnce();
    void movesWithItsOwner();
    void isFreeAfterTheHoldersDeath();
    void refusesWhatAnotherProcessHolds();
    void aFileLeftBehindIsFree();
    void saysWhenItIsNotPossible();

private:
    std::unique_ptr<QProcess> holder(const QByteArray &expected) const;

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

void FileLockTest::init()
{
    m_path = m_folder.filePath(QStringLiteral("operation-%1.lock").arg(++m_number));
}

std::unique_ptr<QProcess> FileLockTest::holder(const QByteArray &expected) const
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(CHATELAINE_BINARY_DIR "/tests/lockholder"), {m_path});
    const bool said = QTest::qWaitFor([&] { return process->canReadLine(); });
    return said && process->readLine().trimmed() == expected ? std::move(process) : nullptr;
}

void FileLockTest::isHeldUntilReleased()
{
    QVERIFY(!OperationLock::isHeld(m_path).value());
    {
        const auto lock = OperationLock::tryAcquire(m_path);
        QVERIFY(lock);
        QVERIFY(OperationLock::isHeld(m_path).value());
        QVERIFY(OperationLock::isHeld(m_path).value()); // asking does not take it away
    }
    QVERIFY(!OperationLock::isHeld(m_path).value());
    QVERIFY(!QFile::exists(m_path));
}

void FileLockTest::isHeldOnce()
{
    const auto lock = OperationLock::tryAcquire(m_path);
    QVERIFY(lock);
    const auto second = OperationLock::tryAcquire(m_path);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QVERIFY(OperationLock::isHeld(m_path).value());
}

void FileLockTest::movesWithItsOwner()
{
    std::optional<OperationLock> kept;
    {
        auto lock = OperationLock::tryAcquire(m_path);
        kept.emplace(std::move(lock).value());
    }
    QVERIFY(OperationLock::isHeld(m_path).value());
    kept.reset();
    QVERIFY(!OperationLock::isHeld(m_path).value());
}

void FileLockTest::isFreeAfterTheHoldersDeath()
{
    const auto process = holder("held");
    QVERIFY(process);
    QVERIFY(OperationLock::isHeld(m_path).value());
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(!OperationLock::isHeld(m_path).value());
    QVERIFY(OperationLock::tryAcquire(m_path));
}

void FileLockTest::refusesWhatAnotherProcessHolds()
{
    const auto process = holder("held");
    QVERIFY(process);
    QCOMPARE(OperationLock::tryAcquire(m_path).error().kind, ErrorKind::Conflict);
    QVERIFY(holder("refused"));
    process->kill();
    QVERIFY(process->waitForFinished());
}

void FileLockTest::aFileLeftBehindIsFree()
{
    QFile left(m_path);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(!OperationLock::isHeld(m_path).value());
    QVERIFY(OperationLock::tryAcquire(m_path));
}

void FileLockTest::saysWhenItIsNotPossible()
{
    // A folder in the file's place: refused for everybody, the superuser too.
    const auto lock = OperationLock::tryAcquire(m_folder.path());
    QVERIFY(!lock);
    QCOMPARE(lock.error().kind, ErrorKind::Storage);
    QVERIFY(!OperationLock::isHeld(m_folder.path()));

    const auto nowhere = OperationLock::tryAcquire(m_folder.filePath(QStringLiteral("no/such")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(FileLockTest)
#include "tst_platform_filelock.moc"
