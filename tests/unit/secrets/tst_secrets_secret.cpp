// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secret.h"

#include <QTest>

#include <openssl/crypto.h>

#include <thread>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace chatelaine;

class SecretTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void coreDumpsAreOff();
    void copiesIntoTheSecureHeap();
    void holdsAnEmptyValue();
    void refusesWhatIsTooLong();
    void saysWhenTheHeapIsFull();
    void movesWithoutCopying();
    void comparesByValue();
    void isWipedOnRelease();
    void isThreadSafe();
    void wipesBytesAndText();
    void leavesSharedBytesAlone();
    void collectsBytesOfAnySize();
    void movesCollectedBytes();
};

void SecretTest::initTestCase()
{
    initializeSecretMemory();
    QCOMPARE(initializeSecretMemory(), initializeSecretMemory());
}

void SecretTest::coreDumpsAreOff()
{
#ifdef Q_OS_UNIX
    rlimit limit = {1, 1};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t{0});
#endif
}

void SecretTest::copiesIntoTheSecureHeap()
{
    const QByteArray original = QByteArrayLiteral("tk_live_abc");
    const auto secret = Secret::copyOf(original);
    QVERIFY(secret);
    QCOMPARE(secret.value()->borrowed(), QByteArrayView(original));
    QCOMPARE(secret.value()->size(), original.size());
    QVERIFY(CRYPTO_secure_allocated(secret.value()->borrowed().data()));
}

void SecretTest::holdsAnEmptyValue()
{
    const auto secret = Secret::copyOf({});
    QVERIFY(secret);
    QCOMPARE(secret.value()->size(), qsizetype{0});
}

void SecretTest::refusesWhatIsTooLong()
{
    QVERIFY(Secret::copyOf(QByteArray(Secret::maximumSize, 'a')));
    const auto tooLong = Secret::copyOf(QByteArray(Secret::maximumSize + 1, 'a'));
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().kind, ErrorKind::Storage);
    QVERIFY(!tooLong.error().next.isEmpty());
}

void SecretTest::saysWhenTheHeapIsFull()
{
    const QByteArray large(Secret::maximumSize, 'a');
    std::vector<SharedSecret> held;
    std::optional<Error> full;
    for (int i = 0; i < 100 && !full; ++i) {
        auto secret = Secret::copyOf(large);
        if (secret)
            held.push_back(std::move(secret).value());
        else
            full = secret.error();
    }
    QVERIFY(full);
    QCOMPARE(full->kind, ErrorKind::Storage);
    QVERIFY(held.size() > 32);
    held.clear();
    QVERIFY(Secret::copyOf(large));
}

void SecretTest::movesWithoutCopying()
{
    const auto shared = Secret::copyOf("moved").value();
    auto &secret = const_cast<Secret &>(*shared);
    const char *memory = secret.borrowed().data();
    Secret moved(std::move(secret));
    QCOMPARE(static_cast<const void *>(moved.borrowed().data()), static_cast<const void *>(memory));
    QCOMPARE(secret.size(), qsizetype{0}); // NOLINT(bugprone-use-after-move): this is the question
    secret = std::move(moved);
    QCOMPARE(secret.borrowed(), QByteArrayView("moved"));
}

void SecretTest::comparesByValue()
{
    const auto one = Secret::copyOf("same").value();
    QVERIFY(one->equals(*Secret::copyOf("same").value()));
    QVERIFY(!one->equals(*Secret::copyOf("sama").value()));
    QVERIFY(!one->equals(*Secret::copyOf("same!").value()));
    QVERIFY(!one->equals(*Secret::copyOf("").value()));
}

void SecretTest::isWipedOnRelease()
{
    auto secret = Secret::copyOf(QByteArray(256, 'S')).value();
    // The secure heap stays mapped: its memory may be looked at after the release.
    const char *memory = secret->borrowed().data();
    secret.reset();
    // The heap keeps its free list in the first bytes of a free block.
    for (int i = 32; i < 256; ++i)
        QCOMPARE(memory[i], '\0');
}

void SecretTest::isThreadSafe()
{
    const auto shared = Secret::copyOf("shared by threads").value();
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&wrong, shared] {
            for (int round = 0; round < 500; ++round) {
                const auto own = Secret::copyOf(shared->borrowed());
                if (!own || !own.value()->equals(*shared))
                    ++wrong;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void SecretTest::wipesBytesAndText()
{
    QByteArray bytes(64, 'b');
    const char *memory = bytes.constData();
    wipe(const_cast<char *>(memory), 64);
    QCOMPARE(bytes, QByteArray(64, '\0'));
    wipe(bytes);
    QVERIFY(bytes.isEmpty());

    QString text(64, u't');
    wipe(text);
    QVERIFY(text.isEmpty());
    wipe(nullptr, 0);
}

void SecretTest::leavesSharedBytesAlone()
{
    QByteArray bytes = QByteArrayLiteral("literal").append("!");
    const QByteArray other = bytes;
    wipe(bytes);
    QCOMPARE(other, QByteArrayLiteral("literal!"));
}

void SecretTest::collectsBytesOfAnySize()
{
    WipedBytes bytes;
    QCOMPARE(bytes.size(), qsizetype{0});
    QByteArray expected;
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray part = QByteArray::number(i);
        bytes.append(part);
        expected += part;
    }
    bytes.append({});
    QCOMPARE(bytes.view(), QByteArrayView(expected));
    QCOMPARE(static_cast<const void *>(bytes.data()),
             static_cast<const void *>(bytes.view().data()));
}

void SecretTest::movesCollectedBytes()
{
    WipedBytes bytes;
    bytes.append("collected");
    WipedBytes moved(std::move(bytes));
    QCOMPARE(moved.view(), QByteArrayView("collected"));
    QCOMPARE(bytes.size(), qsizetype{0}); // NOLINT(bugprone-use-after-move)
    bytes = std::move(moved);
    QCOMPARE(bytes.view(), QByteArrayView("collected"));
}

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secrets_secret.moc"
