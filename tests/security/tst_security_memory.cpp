// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secret.h"
#include "support/memoryscanner.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** Copies of a secret in the memory of a real process, looked for from outside. */
class MemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void copiesAreFound_data();
    void copiesAreFound();
    void nothingIsLeft_data();
    void nothingIsLeft();
    void theScannerDoesNotFindItself();
    void aProcessThatCannotBeReadIsNotClean();

private:
    static QByteArray randomValue();
    void start(const QString &way);
    bool hears(const QByteArray &word);

    std::unique_ptr<MemoryScanner> m_scanner;
    std::unique_ptr<QProcess> m_holder;
};

QByteArray MemoryTest::randomValue()
{
    QByteArray value = QByteArrayLiteral("tk_");
    for (int i = 0; i < 40; ++i)
        value.append(static_cast<char>('a' + QRandomGenerator::system()->bounded(26)));
    return value;
}

void MemoryTest::start(const QString &way)
{
    QByteArray value = randomValue();
    m_scanner = std::make_unique<MemoryScanner>(value);
    m_holder = std::make_unique<QProcess>();
    m_holder->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_holder->start(QStringLiteral(CHATELAINE_BINARY_DIR "/tests/secretholder"), {way});
    value.append('\n');
    m_holder->write(value);
    m_holder->waitForBytesWritten();
    wipe(value);
}

bool MemoryTest::hears(const QByteArray &word)
{
    return QTest::qWaitFor([this] { return m_holder->canReadLine(); }, 20'000) &&
           m_holder->readLine().trimmed() == word;
}

void MemoryTest::copiesAreFound_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<SecretCopies>("held");
    QTest::newRow("QString") << QStringLiteral("text") << SecretCopies{0, 1, 0};
    QTest::newRow("QByteArray") << QStringLiteral("bytes") << SecretCopies{1, 0, 0};
    QTest::newRow("base64") << QStringLiteral("base64") << SecretCopies{0, 0, 1};
    QTest::newRow("Secret") << QStringLiteral("secret") << SecretCopies{1, 0, 0};
}

void MemoryTest::copiesAreFound()
{
    QFETCH(QString, way);
    QFETCH(SecretCopies, held);
    start(way);
    QVERIFY(hears("holding"));
    const auto copies = m_scanner->scan(m_holder->processId());
    QVERIFY(copies);
    QCOMPARE(*copies, held);
    m_holder->closeWriteChannel();
    QVERIFY(m_holder->waitForFinished());
}

void MemoryTest::nothingIsLeft_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("a Secret") << QStringLiteral("secret");
    QTest::newRow("a QString, by the allocator alone") << QStringLiteral("text");
    QTest::newRow("written to the keychain and read from it") << QStringLiteral("keychain");
}

void MemoryTest::nothingIsLeft()
{
    QFETCH(QString, way);
    start(way);
    QVERIFY(hears("holding"));
    const auto before = m_scanner->scan(m_holder->processId());
    QVERIFY(before);
    QCOMPARE(before->total(), 1);

    m_holder->write("go on\n");
    QVERIFY(hears("released"));
    const auto after = m_scanner->scan(m_holder->processId());
    QVERIFY(after);
    QCOMPARE(*after, SecretCopies());

    m_holder->closeWriteChannel();
    QVERIFY(m_holder->waitForFinished());
    QCOMPARE(m_holder->exitCode(), 0);
}

void MemoryTest::theScannerDoesNotFindItself()
{
    QByteArray value = randomValue();
    const MemoryScanner scanner(value);
    const auto with = scanner.scan(QCoreApplication::applicationPid());
    QVERIFY(with);
    QCOMPARE(with->total(), 1);
    wipe(value);
    const auto without = scanner.scan(QCoreApplication::applicationPid());
    QVERIFY(without);
    QCOMPARE(*without, SecretCopies());
}

void MemoryTest::aProcessThatCannotBeReadIsNotClean()
{
    start(QStringLiteral("secret"));
    QVERIFY(hears("holding"));
    const qint64 pid = m_holder->processId();
    m_holder->closeWriteChannel();
    QVERIFY(m_holder->waitForFinished());
    QVERIFY(!m_scanner->scan(pid));
}

QTEST_GUILESS_MAIN(MemoryTest)
#include "tst_security_memory.moc"
