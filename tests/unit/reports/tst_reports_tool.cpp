// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/toolsheet.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp stored = Timestamp::fromSeconds(1'790'000'000);

AuditFacts toolFacts()
{
    ReportedAccount account;
    account.row.id = AccountId(u"a1"_s);
    account.row.name = u"main"_s;
    account.row.credentials = {
        {u"admin"_s, {CredentialSource::Kind::Keychain, {}}},
        {u"billing"_s, {CredentialSource::Kind::Environment, u"BILLING_KEY"_s}}};
    account.storedAt = {{u"admin"_s, stored}};
    AuditFacts facts;
    facts.accounts = {account};
    facts.program = u"chatelainectl 1"_s;
    facts.maker = u"alex@desk"_s;
    facts.tool.idleMinutes = 10;
    facts.tool.authenticationSeconds = 300;
    return facts;
}

KeychainEntry secretOf(KeychainEntry::Purpose purpose, const QString &account)
{
    KeychainEntry entry;
    entry.purpose = purpose;
    entry.account = AccountId(account);
    entry.createdAt = stored;
    return entry;
}

/** A row's cells by column, as text. */
using ControlRow = QMap<QString, QString>;

QList<ControlRow> rowsOf(const AuditFacts &facts, const QString &control,
                         const QStringList &brokenJournals = {})
{
    const Sheet sheet = toolSheet();
    QList<ControlRow> found;
    const QList<Cells> rows = toolRows(facts, {{u"origin/j1"_s, 12, {}}}, brokenJournals);
    for (const Cells &cells : rows) {
        if (cells.size() != sheet.columns.size())
            qFatal("a row of another width");
        ControlRow row;
        for (qsizetype i = 0; i < cells.size(); ++i)
            row.insert(sheet.columns.at(i).id, cellText(cells.at(i)));
        if (row.value(u"control"_s) == control)
            found.append(row);
    }
    return found;
}

ControlRow rowOf(const AuditFacts &facts, const QString &control,
                 const QStringList &brokenJournals = {})
{
    const QList<ControlRow> found = rowsOf(facts, control, brokenJournals);
    if (found.size() != 1)
        qFatal("%d rows of %s", int(found.size()), qPrintable(control));
    return found.first();
}

} // namespace

/** What the sheet "tool" says of the program and its profile. */
class TestTool : public QObject
{
    Q_OBJECT
private slots:
    void credentialsAreNamedWithTheirPlaces()
    {
        const QList<ControlRow> rows = rowsOf(toolFacts(), u"credential"_s);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).value(u"about"_s), u"main / admin"_s);
        QCOMPARE(rows.at(0).value(u"value"_s), u"in the keychain"_s);
        QCOMPARE(rows.at(0).value(u"at"_s), stored.toIso());
        QCOMPARE(rows.at(1).value(u"value"_s), u"in the variable BILLING_KEY"_s);
        QCOMPARE(rows.at(1).value(u"at"_s), QString()); // nobody knows
    }

    void theLockIsAsItIsSet()
    {
        const QString again = u"passphrase again before a destructive act"_s;
        const QString idle = u"idle minutes to the lock"_s;
        AuditFacts facts = toolFacts();
        QCOMPARE(rowOf(facts, u"passphrase of the lock is set"_s).value(u"value"_s), u"no"_s);
        QCOMPARE(rowOf(facts, again).value(u"value"_s), u"no"_s);
        QVERIFY(rowOf(facts, idle).value(u"note"_s).contains(u"no passphrase"_s));
        facts.tool.hasPassphrase = true;
        QCOMPARE(rowOf(facts, u"passphrase of the lock is set"_s).value(u"value"_s), u"yes"_s);
        QVERIFY(rowOf(facts, again).value(u"note"_s).contains(u"300"_s));
        QCOMPARE(rowOf(facts, idle).value(u"value"_s), u"10"_s);
        QCOMPARE(rowOf(facts, idle).value(u"note"_s), QString());
        facts.tool.idleMinutes = 16;
        QVERIFY(rowOf(facts, idle).value(u"note"_s).contains(u"8.2.8"_s));
        facts.tool.idleMinutes = 0;
        QVERIFY(rowOf(facts, idle).value(u"note"_s).contains(u"does not lock"_s));
    }

    void aTeamIsNamedWithItsPeople()
    {
        AuditFacts facts = toolFacts();
        InstallationChain own;
        own.installation = u"i1"_s;
        own.isOwn = true;
        InstallationChain other{u"i2"_s, false, u"kim"_s, u"lab"_s, stored, 3, {}};
        facts.tool.installations = {own, other};
        QCOMPARE(rowOf(facts, u"database"_s).value(u"value"_s), u"SQLite"_s);
        QVERIFY(rowsOf(facts, u"team's database"_s).isEmpty());
        facts.tool.team = TeamAddress::parse(u"postgresql://kim@localhost/keys"_s).value();
        facts.tool.teamContact = stored;
        QCOMPARE(rowOf(facts, u"database"_s).value(u"value"_s), u"SQLite, PostgreSQL"_s);
        const ControlRow team = rowOf(facts, u"team's database"_s);
        QVERIFY(team.value(u"value"_s).contains(u"localhost"_s));
        QCOMPARE(team.value(u"at"_s), stored.toIso());
        const QList<ControlRow> people = rowsOf(facts, u"installation"_s);
        QCOMPARE(people.size(), 2);
        QCOMPARE(people.at(0).value(u"value"_s), u"alex@desk"_s);
        QCOMPARE(people.at(1).value(u"value"_s), u"kim@lab"_s);
        QCOMPARE(people.at(1).value(u"at"_s), stored.toIso());
    }

    void secretsAreCountedInScope()
    {
        using Purpose = KeychainEntry::Purpose;
        AuditFacts facts = toolFacts();
        facts.tool.secrets += {secretOf(Purpose::Held, u"a1"_s), secretOf(Purpose::Held, u"a2"_s),
                               secretOf(Purpose::Kept, u"a1"_s), secretOf(Purpose::Kept, u"a1"_s),
                               secretOf(Purpose::Signing, {}),   secretOf(Purpose::Team, {})};
        QCOMPARE(rowOf(facts, u"new secrets held in the keychain"_s).value(u"value"_s), u"1"_s);
        QCOMPARE(rowOf(facts, u"secrets kept in the keychain"_s).value(u"value"_s), u"2"_s);
        QCOMPARE(rowOf(facts, u"signing key"_s).value(u"at"_s), stored.toIso());
        QCOMPARE(rowOf(facts, u"password for the team's database"_s).value(u"at"_s),
                 stored.toIso());
    }

    void theServersAreTrustedAsTheAccountSays()
    {
        AuditFacts facts = toolFacts();
        const auto trust = [&facts] {
            return rowOf(facts, u"certificate of the server"_s);
        };
        QVERIFY(trust().value(u"value"_s).contains(u"system"_s));
        facts.accounts[0].row.caFile = u"/etc/ca.pem"_s;
        QVERIFY(trust().value(u"value"_s).contains(u"own authority"_s));
        facts.accounts[0].row.pin = QByteArray(32, '\x1f');
        QCOMPARE(trust().value(u"value"_s), u"only the pinned one"_s);
        QVERIFY(trust().value(u"note"_s).endsWith(u"1f1f"_s));
    }

    void theJournalsAreWholeOrNot()
    {
        AuditFacts facts = toolFacts();
        facts.signer = u"e76c"_s;
        QCOMPARE(rowOf(facts, u"entries of the journal"_s).value(u"value"_s), u"12"_s);
        QCOMPARE(rowOf(facts, u"journals are whole"_s).value(u"value"_s), u"yes"_s);
        const ControlRow broken =
            rowOf(facts, u"journals are whole"_s, {u"It is broken at entry 5."_s});
        QCOMPARE(broken.value(u"value"_s), u"no"_s);
        QCOMPARE(broken.value(u"note"_s), u"It is broken at entry 5."_s);
        QCOMPARE(rowOf(facts, u"fingerprint of the signer"_s).value(u"value"_s), u"e76c"_s);
    }
};

QTEST_GUILESS_MAIN(TestTool)
#include "tst_reports_tool.moc"
