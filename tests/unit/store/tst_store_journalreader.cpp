// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"
#include "store/journalreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

/** The members of entries, from their lines. */
class TestJournalReader : public QObject
{
    Q_OBJECT
private slots:
    void allMembersAreRead()
    {
        const QStringList names{u"account"_s,      u"accountName"_s, u"container"_s, u"host"_s,
                                u"installation"_s, u"kind"_s,        u"mask"_s,      u"object"_s,
                                u"operation"_s,    u"outcome"_s,     u"prev"_s,      u"program"_s,
                                u"provider"_s,     u"requestId"_s,   u"user"_s,      u"vendorId"_s};
        QJsonObject object{{u"seq"_s, 7}, {u"time"_s, qint64(1'790'000'000'000'000)}};
        for (const QString &name : names)
            object.insert(name, name + u" \"ä\\\n\u2028 \U0001f511"_s);
        object.insert(u"detail"_s, QJsonObject{{u"seq"_s, 99}, {u"kind"_s, u"}\",\"kind\":\"x"_s}});
        JournalReader reader;
        const QByteArray line = canonicalJson(object).value();
        QVERIFY(reader.read(line));
        QCOMPARE(reader.sequence(), 7);
        QCOMPARE(reader.time(), 1'790'000'000'000'000);
        const std::array members{
            JournalMember::Account,  JournalMember::AccountName,  JournalMember::Container,
            JournalMember::Host,     JournalMember::Installation, JournalMember::Kind,
            JournalMember::Mask,     JournalMember::Object,       JournalMember::Operation,
            JournalMember::Outcome,  JournalMember::Previous,     JournalMember::Program,
            JournalMember::Provider, JournalMember::RequestId,    JournalMember::User,
            JournalMember::VendorId};
        for (std::size_t i = 0; i < members.size(); ++i)
            QCOMPARE(QString::fromUtf8(reader.text(members.at(i))),
                     object.value(names.at(qsizetype(i))).toString());
        const QByteArray detail = reader.text(JournalMember::Detail).toByteArray();
        QCOMPARE(detail, canonicalJson(object.value(u"detail"_s).toObject()).value());
        QCOMPARE(reader.text(JournalMember::Detail), QByteArrayView(detail)); // asked for again
    }

    void whatIsNotThereIsEmpty()
    {
        JournalReader reader;
        QVERIFY(reader.read("{\"kind\":\"a\",\"seq\":1,\"time\":2,\"detail\":{\"a\":1}}"));
        QVERIFY(reader.read("{\"user\":\"b\"}"));
        QVERIFY(reader.text(JournalMember::Kind).isEmpty());
        QVERIFY(reader.text(JournalMember::Detail).isEmpty());
        QVERIFY(!reader.sequence() && !reader.time());
    }

    void whatIsNoEntryIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("cut off") << QByteArray("{\"seq\":1,\"user\":\"a");
        QTest::newRow("not closed") << QByteArray("{\"seq\":1");
        QTest::newRow("more behind it") << QByteArray("{\"seq\":1}x");
        QTest::newRow("a number that is none") << QByteArray("{\"seq\":\"1\"}");
        QTest::newRow("a number too large") << QByteArray("{\"seq\":99999999999999999999}");
        QTest::newRow("a fraction") << QByteArray("{\"seq\":1.5}");
        QTest::newRow("a text that is none") << QByteArray("{\"kind\":1,\"seq\":1}");
        QTest::newRow("a detail that is none") << QByteArray("{\"detail\":\"x\",\"seq\":1}");
        QTest::newRow("no UTF-8") << QByteArray("{\"kind\":\"\xff\",\"seq\":1}");
        QTest::newRow("deep") << QByteArray("{\"detail\":" + QByteArray(100'000, '['));
    }

    void whatIsNoEntryIsRefused()
    {
        QFETCH(const QByteArray, line);
        JournalReader reader;
        QVERIFY(reader.read("{\"kind\":\"a\",\"seq\":1}"));
        QVERIFY(!reader.read(line));
        QVERIFY(!reader.sequence());
        QVERIFY(reader.text(JournalMember::Kind).isEmpty());
    }

    void aLongLineIsRead()
    {
        JournalReader reader;
        const QByteArray text(1 << 20, 'x');
        QVERIFY(reader.read("{\"object\":\"" + text + "\"}"));
        QCOMPARE(reader.text(JournalMember::Object), QByteArrayView(text));
    }
};

QTEST_GUILESS_MAIN(TestJournalReader)
#include "tst_store_journalreader.moc"
