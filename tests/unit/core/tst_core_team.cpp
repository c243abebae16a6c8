// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/team.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestTeam : public QObject
{
    Q_OBJECT
private slots:
    void readsAddresses_data();
    void readsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void knowsWhatIsLocal();
};

void TestTeam::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("whole");
    const QString other = u"postgresql://anna@db.example.com/team"_s;
    QTest::newRow("another machine") << other << other;
    QTest::newRow("what is usual")
        << u"postgres://anna@db.example.com:5432/team?sslmode=verify-full"_s << other;
    QTest::newRow("port") << u"postgresql://db.example.com:6000/team"_s
                          << u"postgresql://db.example.com:6000/team"_s;
    QTest::newRow("CA") << u"postgresql://db/team?sslrootcert=%2Fetc%2Fmy%20ca.pem"_s
                        << u"postgresql://db/team?sslrootcert=/etc/my%20ca.pem"_s;
    QTest::newRow("socket") << u"postgresql://anna@%2Frun%2Fpostgresql/team"_s
                            << u"postgresql://anna@/team?host=/run/postgresql"_s;
    QTest::newRow("socket and port") << u"postgresql://anna@:6000/team?host=/run"_s
                                     << u"postgresql://anna@:6000/team?host=/run"_s;
    QTest::newRow("IPv6") << u"postgresql://[::1]:5433/team?sslmode=disable"_s
                          << u"postgresql://[::1]:5433/team?sslmode=disable"_s;
    QTest::newRow("percent") << u"postgresql://a%40b@127.0.0.1/my%2Fteam"_s
                             << u"postgresql://a%40b@127.0.0.1/my%2Fteam"_s;
}

void TestTeam::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, whole);
    const auto address = TeamAddress::parse(text);
    QVERIFY2(address.ok(), qPrintable(address.ok() ? QString() : address.error().message));
    QCOMPARE(address->toString(), whole);
    const auto again = TeamAddress::parse(whole);
    QVERIFY(again.ok());
    QCOMPARE(*again, *address);
}

void TestTeam::refusesAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("password") << u"postgresql://anna:hush@127.0.0.1/team"_s;
    QTest::newRow("empty password") << u"postgresql://anna:@127.0.0.1/team"_s;
    QTest::newRow("password as parameter") << u"postgresql://127.0.0.1/team?password=hush"_s;
    QTest::newRow("no encryption") << u"postgresql://db.example.com/team?sslmode=disable"_s;
    QTest::newRow("no verification") << u"postgresql://db.example.com/team?sslmode=require"_s;
    QTest::newRow("no name") << u"postgresql://db.example.com/team?sslmode=verify-ca"_s;
    QTest::newRow("nearly local") << u"postgresql://127.0.0.1.example.com/team?sslmode=prefer"_s;
    QTest::newRow("several hosts") << u"postgresql://localhost%2Cdb.example.com/team"_s;
    QTest::newRow("unknown mode") << u"postgresql://127.0.0.1/team?sslmode=perhaps"_s;
    QTest::newRow("injected option") << u"postgresql://127.0.0.1/team%3Bsslmode=disable"_s;
    QTest::newRow("quoted CA") << u"postgresql://db/team?sslrootcert=x%27%20sslmode%3Dallow"_s;
    QTest::newRow("no database") << u"postgresql://127.0.0.1/"_s;
    QTest::newRow("port") << u"postgresql://127.0.0.1:99999/team"_s;
    QTest::newRow("another scheme") << u"mysql://127.0.0.1/team"_s;
    QTest::newRow("nothing") << u""_s;
}

void TestTeam::refusesAddresses()
{
    QFETCH(QString, text);
    const auto address = TeamAddress::parse(text);
    QVERIFY(!address.ok());
    QCOMPARE(address.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(!address.error().next.isEmpty());
    QVERIFY(!(address.error().message + address.error().next).contains(u"hush"_s));
}

void TestTeam::knowsWhatIsLocal()
{
    TeamAddress address;
    for (const QString &host :
         {u""_s, u"localhost"_s, u"127.0.0.1"_s, u"127.1.2.3"_s, u"::1"_s, u"/run/postgresql"_s}) {
        address.host = host;
        QVERIFY2(address.isLocal(), qPrintable(host));
    }
    for (const QString &host : {u"db"_s, u"localhost.example.com"_s, u"128.0.0.1"_s, u"::2"_s}) {
        address.host = host;
        QVERIFY2(!address.isLocal(), qPrintable(host));
    }
}

QTEST_GUILESS_MAIN(TestTeam)
#include "tst_core_team.moc"
