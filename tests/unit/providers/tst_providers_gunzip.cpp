// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/gunzip.h"

#include <QBuffer>
#include <QTest>

#include <zlib.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray packed(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 64, '\0');
    QByteArray in = plain;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

struct Unpacked
{
    Outcome<Done> outcome;
    QByteArray bytes;
};

Unpacked unpack(QByteArray from, const UnpackBounds &bounds = {})
{
    QBuffer source(&from);
    source.open(QIODevice::ReadOnly);
    QBuffer target;
    target.open(QIODevice::WriteOnly);
    const auto outcome = unpackGzip(source, target, bounds);
    return {outcome, target.data()};
}

QByteArray table(int rows)
{
    QByteArray csv = "time,actor,action\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i * 7919) + ",someone,key.create\n";
    return csv;
}

} // namespace

class ProvidersGunzip : public QObject
{
    Q_OBJECT

private slots:
    void whatWasPackedComesBack()
    {
        for (const int rows : {0, 1, 20'000}) {
            const auto read = unpack(packed(table(rows)));
            QVERIFY(read.outcome.ok());
            QCOMPARE(read.bytes, table(rows));
        }
    }

    void severalMembersFollowEachOther()
    {
        const auto read = unpack(packed("one,") + packed("two"));
        QVERIFY(read.outcome.ok());
        QCOMPARE(read.bytes, QByteArray("one,two"));
    }

    void whatIsNotPackedIsKeptAsItIs()
    {
        const auto read = unpack(table(3));
        QVERIFY(read.outcome.ok());
        QCOMPARE(read.bytes, table(3));
    }

    void damageIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = packed(table(5000));
        QByteArray flipped = good;
        flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 0x55);
        QByteArray wrongSum = good;
        wrongSum[good.size() - 6] = static_cast<char>(wrongSum[good.size() - 6] ^ 0x01);
        QTest::newRow("the half of it") << good.left(good.size() / 2);
        QTest::newRow("without its trailer") << good.left(good.size() - 8);
        QTest::newRow("one byte short") << good.left(good.size() - 1);
        QTest::newRow("a byte changed") << flipped;
        QTest::newRow("a wrong sum") << wrongSum;
        QTest::newRow("something behind it") << good + "trailing";
        QTest::newRow("the head only") << good.left(10);
    }
    void damageIsNoticed()
    {
        QFETCH(QByteArray, bytes);
        const auto read = unpack(bytes);
        QVERIFY(!read.outcome.ok());
        QCOMPARE(read.outcome.error().kind, ErrorKind::Protocol);
    }

    void aBombIsStoppedByItsRatio()
    {
        const QByteArray bomb = packed(QByteArray(64 << 20, '0'));
        const auto read = unpack(bomb);
        QVERIFY(!read.outcome.ok());
        QVERIFY(read.outcome.error().message.contains(u"more than"_s));
        QVERIFY(read.bytes.size() <= bomb.size() * UnpackBounds().maximumRatio);
    }

    void theSizeIsBounded()
    {
        const auto read = unpack(packed(table(5000)), {.maximumSize = 1000});
        QVERIFY(!read.outcome.ok());
        QVERIFY(read.bytes.size() <= 1000);
    }
};

QTEST_GUILESS_MAIN(ProvidersGunzip)
#include "tst_providers_gunzip.moc"
