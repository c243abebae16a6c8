// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/jsonbalance.h"

#include <QTest>

using namespace chatelaine;

class TestJsonBalance : public QObject
{
    Q_OBJECT
private slots:
    void everyProperStartOfADocumentIsOpen();
    void otherTextIsNeverOpen_data();
    void otherTextIsNeverOpen();
};

void TestJsonBalance::everyProperStartOfADocumentIsOpen()
{
    const QByteArray document = "{\"a\":[1,{\"b\":\"} ] \\\" \\\\\"}],\"c\":\"[{\\\\\\\"\"}";
    for (qsizetype size = 1; size <= document.size(); ++size) {
        JsonBalance whole;
        whole.add(QByteArrayView(document).first(size));
        JsonBalance byByte;
        for (qsizetype i = 0; i < size; ++i)
            byByte.add(QByteArrayView(document).sliced(i, 1));
        QCOMPARE(whole.isOpen(), size < document.size());
        QCOMPARE(byByte.isOpen(), whole.isOpen());
        QCOMPARE(whole.isClosed(), size == document.size());
    }
}

void TestJsonBalance::otherTextIsNeverOpen_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \r\n\t");
    QTest::newRow("html") << QByteArray("<html>{[");
    QTest::newRow("number") << QByteArray("12");
    QTest::newRow("string") << QByteArray("\"{\"");
    QTest::newRow("closed") << QByteArray(" [ ] \n");
    QTest::newRow("two documents") << QByteArray("{}{");
    QTest::newRow("closed too often") << QByteArray("[]]]");
}

void TestJsonBalance::otherTextIsNeverOpen()
{
    QFETCH(QByteArray, text);
    JsonBalance balance;
    balance.add(text);
    QVERIFY(!balance.isOpen());
    QCOMPARE(balance.isClosed(), text.trimmed().startsWith('[') || text.startsWith('{'));
}

QTEST_GUILESS_MAIN(TestJsonBalance)
#include "tst_net_jsonbalance.moc"
