// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"
#include "support/testpki.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** Whom an account trusts with its credential: the server's certificate, and the definition. */
class TestServicesTrust : public QObject
{
    Q_OBJECT
private slots:
    void aPinnedCertificateIsTheOnlyOne();
    void aPinThatDoesNotFitIsNotStored();
    void anImportedDefinitionWaitsForApproval();
    void aChangedDefinitionIsApprovedAnew();

private:
    AccountInput inputFor(const ScriptedServer &server) const
    {
        AccountInput input;
        input.name = u"Acme"_s;
        input.provider = ProviderId(u"tempered"_s);
        input.baseUrl = server.url().toString();
        input.credentials.insert(u"admin"_s, {{CredentialSource::Kind::Keychain, {}},
                                              secretOf(u"prx_admin_CREDENTIAL_0123456789"_s)});
        return input;
    }

    TestPki m_pki;
};

namespace {

/** Ends the test program's case with the error's words when there is no value. */
template<typename T>
T valueOf(FutureOutcome<T> future)
{
    const auto outcome = outcomeOf(std::move(future));
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().message));
    return outcome.value();
}

void answerLists(ScriptedServer &server)
{
    ServerStep step;
    step.body = R"({"next":null,"results":[]})";
    server.play({step});
}

/** A copy of a definition that came with the program, with one text replaced. */
QString ownDefinition(const QTemporaryDir &folder, const QByteArray &text, const QByteArray &by)
{
    QFile original(u":/providers/tempered.json"_s);
    if (!original.open(QIODevice::ReadOnly))
        qFatal("there is no definition to copy");
    const QByteArray json = original.readAll();
    if (!json.contains(text))
        qFatal("the definition has no %s", text.constData());
    QFile copy(folder.filePath(u"mine.json"_s));
    if (!copy.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("the copy cannot be written");
    copy.write(QByteArray(json).replace(text, by));
    return copy.fileName();
}

} // namespace

void TestServicesTrust::aPinnedCertificateIsTheOnlyOne()
{
    ServiceFixture fixture;
    const ServerIdentity identity = m_pki.identity();
    ScriptedServer server(identity);
    answerLists(server);
    AccountInput input = inputFor(server);
    input.caFile = m_pki.authorityFile();
    AccountRow draft;
    draft.provider = input.provider;
    draft.baseUrl = input.baseUrl;
    draft.caFile = input.caFile;
    const ServerCertificate seen = valueOf(fixture.accounts->serverCertificate(draft));
    QCOMPARE(server.count(), 0);
    input.pin = seen.sha256;
    const AccountRow account = valueOf(fixture.accounts->add(input)).account;
    QCOMPARE(account.pin, identity.certificate.digest(QCryptographicHash::Sha256));
    fixture.restart();
    valueOf(fixture.accounts->load());
    valueOf(fixture.accounts->check(account.id));
    const int before = server.count();
    QVERIFY(before > 0);

    // The server shows another one from the same authority: as if the pin were of an earlier one.
    AccountRow row = *fixture.accounts->account(account.id);
    row.pin = QByteArray(32, 'x');
    valueOf(fixture.store->putAccount(row));
    const auto refused = outcomeOf(fixture.accounts->check(account.id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Tls);
    QVERIFY2(refused.error().message.contains(u"pinned"), qPrintable(refused.error().message));
    QVERIFY2(refused.error().next.contains(u"pin the new one"), qPrintable(refused.error().next));
    QCOMPARE(server.count(), before);

    AccountInput repin;
    repin.pin = valueOf(fixture.accounts->serverCertificate(row)).sha256;
    valueOf(fixture.accounts->update(account.id, repin));
    valueOf(fixture.accounts->check(account.id));
    AccountInput unpin;
    unpin.pin = QByteArray();
    QVERIFY(valueOf(fixture.accounts->update(account.id, unpin)).account.pin.isEmpty());
}

void TestServicesTrust::aPinThatDoesNotFitIsNotStored()
{
    ServiceFixture fixture;
    ScriptedServer server(m_pki.identity());
    answerLists(server);
    AccountInput input = inputFor(server);
    input.caFile = m_pki.authorityFile();
    input.pin = m_pki.identity().certificate.digest(QCryptographicHash::Sha256);
    const auto refused = outcomeOf(fixture.accounts->add(input));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Tls);
    QVERIFY(fixture.accounts->accounts().isEmpty());
    QCOMPARE(server.count(), 0);
}

void TestServicesTrust::anImportedDefinitionWaitsForApproval()
{
    ServiceFixture fixture;
    ScriptedServer server;
    answerLists(server);
    AccountInput input = inputFor(server);
    input.definitionFile = ownDefinition(fixture.exports, R"("id": "tempered")", R"("id": "mine")");
    const ProviderInfo info = *fixture.accounts->checkDefinition(input.definitionFile);
    const auto route = fixture.accounts->routeToApprove(info, input.baseUrl, std::nullopt);
    QVERIFY(route);
    const QString origin = server.url().adjusted(QUrl::RemovePath).toString();
    QCOMPARE(route->origin, origin);
    QCOMPARE(route->headers, QStringList{u"Authorization"_s});
    const auto refused = outcomeOf(fixture.accounts->add(input));
    QVERIFY(!refused);
    for (const QString &part : {origin, u"Authorization"_s, input.definitionFile})
        QVERIFY2(refused.error().message.contains(part), qPrintable(refused.error().message));
    QVERIFY(fixture.accounts->accounts().isEmpty());
    QCOMPARE(server.count(), 0);

    input.routeApproved = true;
    const AccountRow account = valueOf(fixture.accounts->add(input)).account;
    QVERIFY(server.count() > 0);
    QVERIFY(!fixture.accounts->routeToApprove(info, {}, account)); // is not asked again
    QVERIFY(fixture.accounts->routeToApprove(info, u"https://elsewhere.example"_s, account));
    // What came with the program is never asked about.
    const ProviderInfo ours = *fixture.accounts->provider(ProviderId(u"tempered"_s));
    QVERIFY(!fixture.accounts->routeToApprove(ours, input.baseUrl, std::nullopt));
}

void TestServicesTrust::aChangedDefinitionIsApprovedAnew()
{
    ServiceFixture fixture;
    ScriptedServer server;
    answerLists(server);
    AccountInput input = inputFor(server);
    input.definitionFile = ownDefinition(fixture.exports, R"("id": "tempered")", R"("id": "mine")");
    input.routeApproved = true;
    const AccountRow account = valueOf(fixture.accounts->add(input)).account;
    const int before = server.count();

    ownDefinition(fixture.exports, R"("name": "Authorization")", R"("name": "X-Elsewhere")");
    fixture.restart();
    valueOf(fixture.accounts->load());
    const auto refused = outcomeOf(fixture.accounts->check(account.id));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"X-Elsewhere"), qPrintable(refused.error().message));
    QVERIFY(!refused.error().next.isEmpty());
    QCOMPARE(server.count(), before);

    AccountInput approval;
    approval.routeApproved = true;
    valueOf(fixture.accounts->update(account.id, approval));
    valueOf(fixture.accounts->check(account.id));
    QVERIFY(server.count() > before);
    QVERIFY(server.requests().constLast().headers.contains("x-elsewhere"));
}

QTEST_GUILESS_MAIN(TestServicesTrust)
#include "tst_services_trust.moc"
