// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/common/mnemonics.h"
#include "gui/dialogs/addexistingpresenter.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/connectdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>

using namespace samples;

namespace {

const Timestamp now = *Timestamp::fromIso(u"2026-11-21T14:00:00Z");

ConnectPort connectPort(Pending<AccountCheck> &adds, QList<AccountInput> &inputs)
{
    return {[] {
                ProviderInfo own = provider();
                own.baseUrl = u"https://api.example"_s;
                return QList<ProviderInfo>{own};
            },
            [] { return QList<AccountRow>{accountRow()}; },
            [&](const AccountInput &input, const CancellationPtr &) {
                inputs.append(input);
                return adds.ask();
            },
            [](const AccountRow &, const CancellationPtr &) {
                return readyOutcome<ServerCertificate>(
                    error(ErrorKind::Tls, u"The certificate has expired."_s));
            },
            [](const ProviderInfo &info, const QString &baseUrl) {
                AccountRow draft;
                draft.baseUrl = baseUrl;
                return routeToApprove(info, draft);
            }};
}

QPushButton *button(QWidget *parent, const QString &text)
{
    for (auto *one : parent->findChildren<QPushButton *>()) {
        if (one->text() == text && one->isVisibleTo(parent))
            return one;
    }
    return nullptr;
}

} // namespace

class tst_GuiDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void confirmationNamesKeyAndLastUse()
    {
        KeyRow key = keyRow();
        key.record.lastUsed.source = LastUsed::Source::Vendor;
        key.record.lastUsed.at = now.plusSeconds(-3 * 3600);
        VerbInfo revoke = verb(KeyVerb::Revoke);
        revoke.consequence = u"Programs are refused."_s;
        const Confirmation question = confirmationFor(key, revoke, u"Acme"_s, now);
        QCOMPARE(question.action, u"Revoke \"CI pipeline\""_s);
        QVERIFY(question.text.contains(u"Acme"_s));
        QVERIFY(question.consequence.contains(u"Programs are refused."_s));
        QVERIFY(question.consequence.contains(u"3 h ago"_s));
        QVERIFY(question.destructive);
        QVERIFY(question.typeToConfirm.isEmpty());
    }

    void confirmationOfTheKeyInUseIsTyped()
    {
        KeyRow key = keyRow();
        key.inUse = true;
        QCOMPARE(confirmationFor(key, verb(KeyVerb::Revoke), u"Acme"_s, now).typeToConfirm,
                 u"CI pipeline"_s);
        key.record.name = u"evil\u202eeman\nx"_s; // not what it looks like: its id is typed
        const Confirmation strange = confirmationFor(key, verb(KeyVerb::Revoke), u"Acme"_s, now);
        QCOMPARE(strange.typeToConfirm, u"0b8d0d0e"_s);
        QVERIFY(!strange.action.contains(u'\u202e'));
    }

    void unknownUseIsNotNoUse()
    {
        KeyRow key = keyRow();
        const QString unknown =
            confirmationFor(key, verb(KeyVerb::Revoke), u"Acme"_s, now).consequence;
        key.record.lastUsed.source = LastUsed::Source::Vendor;
        const QString never =
            confirmationFor(key, verb(KeyVerb::Revoke), u"Acme"_s, now).consequence;
        QVERIFY(unknown != never);
        QVERIFY(!unknown.contains(u"ever used"_s));
    }

    void destructiveIsNotTheDefault()
    {
        Confirmation question;
        question.action = u"Revoke \"A & B\""_s;
        question.destructive = true;
        question.typeToConfirm = u"A & B"_s;
        QPointer dialog = new ConfirmDialog(question);
        dialog->show();
        QSignalSpy accepted(dialog, &QDialog::accepted);
        QPushButton *revoke = button(dialog, u"Revoke \"A && B\""_s);
        QVERIFY(revoke);
        QVERIFY(!revoke->isDefault());
        QVERIFY(!revoke->isEnabled());
        auto *typed = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(typed, u"A & C"_s);
        QVERIFY(!revoke->isEnabled());
        typed->setText(u"A & B"_s);
        revoke->click();
        QCOMPARE(accepted.size(), 1);
        QTRY_VERIFY(!dialog);
    }

    void askingAnswersNoWhenClosed()
    {
        QWidget window;
        window.show();
        Confirmation question;
        question.action = u"Enable \"X\""_s;
        QFuture<bool> answer = DialogConfirmer().ask(&window, question);
        QVERIFY(!answer.isFinished());
        QTest::keyClick(window.findChild<ConfirmDialog *>(), Qt::Key_Escape);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result());
    }

    void connectExplainsAWrongKindOfToken()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        ConnectPresenter presenter(connectPort(adds, inputs));
        presenter.setSecret(u"admin"_s, secret(QByteArrayLiteral("prj_abc")));
        QVERIFY(presenter.slotProblem(u"admin"_s).contains(u"Project key of Sample"_s));
        presenter.send();
        QVERIFY(inputs.isEmpty());
        presenter.setSecret(u"admin"_s, secret(QByteArrayLiteral("adm_abc")));
        QVERIFY(presenter.slotProblem(u"admin"_s).isEmpty());
        QSignalSpy connected(&presenter, &ConnectPresenter::connected);
        presenter.send();
        QCOMPARE(inputs.constFirst().name, u"Sample"_s);
        QCOMPARE(inputs.constFirst().credentials.value(u"admin"_s).source.kind,
                 CredentialSource::Kind::Keychain);
        Error refused = error(ErrorKind::Unauthorized, u"The vendor refuses this key."_s);
        refused.next = u"Check that it is an admin key."_s;
        adds.give(refused);
        QCOMPARE(presenter.problemNext(), refused.next);
        presenter.send();
        AccountCheck check;
        check.account = accountRow();
        adds.give(check);
        QCOMPARE(connected.size(), 1);
    }

    void connectReadsFromElsewhere()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        ConnectPresenter presenter(connectPort(adds, inputs));
        presenter.setSourceKind(u"admin"_s, CredentialSource::Kind::Environment);
        presenter.setPlace(u"admin"_s, u"9 lives"_s);
        QVERIFY(!presenter.slotProblem(u"admin"_s).isEmpty());
        presenter.setPlace(u"admin"_s, u"ADMIN_KEY"_s);
        QVERIFY(presenter.slotProblem(u"admin"_s).isEmpty());
        presenter.setSourceKind(u"admin"_s, CredentialSource::Kind::File);
        presenter.setPlace(u"admin"_s, u"/no/such/file"_s);
        QVERIFY(!presenter.slotProblem(u"admin"_s).isEmpty());
        QTemporaryFile file;
        QVERIFY(file.open());
        presenter.setPlace(u"admin"_s, file.fileName());
        presenter.send();
        QCOMPARE(inputs.constFirst().credentials.value(u"admin"_s).source.place, file.fileName());
        QVERIFY(!inputs.constFirst().credentials.value(u"admin"_s).value);
    }

    void connectWantsASafeAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("fine");
        QTest::newRow("https") << u"https://api.example/v1"_s << true;
        QTest::newRow("http") << u"http://api.example"_s << false;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.example"_s << false;
        QTest::newRow("no scheme") << u"api.example"_s << false;
        QTest::newRow("password") << u"https://me:pw@api.example"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    }

    void connectWantsASafeAddress()
    {
        QFETCH(QString, url);
        QFETCH(bool, fine);
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        ConnectPresenter presenter(connectPort(adds, inputs));
        presenter.setBaseUrl(url);
        QCOMPARE(presenter.urlProblem().isEmpty(), fine);
    }

    void connectRefusesATakenName()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        ConnectPresenter presenter(connectPort(adds, inputs));
        QVERIFY(presenter.nameProblem().isEmpty());
        presenter.setName(u"Acme"_s);
        QVERIFY(!presenter.nameProblem().isEmpty());
        presenter.setName(u"a/b"_s);
        QVERIFY(!presenter.nameProblem().isEmpty());
    }

    void addsAnExistingKey()
    {
        Pending<KeyCheck> adds;
        AddExistingPresenter presenter(
            {[](const AccountId &) { return std::optional(accountRow()); },
             [](const AccountId &) { return std::optional(provider()); },
             [&](const AccountId &, const QString &, const QString &, const SharedSecret &) {
                 return adds.ask();
             }},
            account);
        QCOMPARE(presenter.dashboardUrl(), u"https://dashboard.example/tokens"_s);
        presenter.setName(u"Nightly"_s);
        presenter.setSecret(secret(QByteArrayLiteral("prx_abc")));
        QVERIFY(presenter.secretProblem().contains(u"Organization key of Sample"_s));
        QVERIFY(!presenter.canSend());
        presenter.setSecret(secret(QByteArrayLiteral("ts_abc")));
        QSignalSpy added(&presenter, &AddExistingPresenter::added);
        presenter.send();
        QVERIFY(!presenter.mayClose());
        KeyCheck check;
        check.verdict = KeyCheck::Verdict::Refused;
        check.key = keyRow();
        adds.give(check);
        QCOMPARE(added.size(), 1);
        QCOMPARE(presenter.verdict()->verdict, KeyCheck::Verdict::Refused);
        QVERIFY(!presenter.canSend());
    }

    void aCertificateIsPinnedOnceItWasSeen()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        Pending<ServerCertificate> looks;
        QList<AccountRow> drafts;
        ConnectPort port = connectPort(adds, inputs);
        port.certificate = [&](const AccountRow &draft, const CancellationPtr &) {
            drafts.append(draft);
            return looks.ask();
        };
        ConnectPresenter presenter(port);
        QSignalSpy seen(&presenter, &ConnectPresenter::certificateSeen);
        presenter.setCaFile(u"/ca.pem"_s);
        presenter.lookAtCertificate();
        QVERIFY(presenter.isLooking());
        QVERIFY(presenter.slotProblem(u"admin"_s).isEmpty()); // the rest is not asked for yet
        QCOMPARE(drafts.constFirst().baseUrl, u"https://api.example"_s);
        QCOMPARE(drafts.constFirst().caFile, u"/ca.pem"_s);
        looks.give(error(ErrorKind::Tls, u"The certificate has expired."_s));
        QVERIFY(presenter.pinProblem().contains(u"expired"_s));
        QCOMPARE(seen.size(), 0);

        presenter.lookAtCertificate();
        ServerCertificate certificate;
        certificate.sha256 = QByteArray(32, 'x');
        looks.give(certificate);
        QCOMPARE(seen.size(), 1);
        QVERIFY(presenter.pinProblem().isEmpty());
        QVERIFY(presenter.pin().isEmpty()); // seen is not agreed to
        presenter.setPin(certificate.sha256);
        presenter.setSecret(u"admin"_s, secret("adm_abc"));
        presenter.send();
        QCOMPARE(inputs.constFirst().pin, std::optional(certificate.sha256));
    }

    void aPinIsKeptUntilItIsRemoved()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        AccountRow edited = accountRow();
        edited.baseUrl = u"https://own.example"_s;
        edited.credentials = {{u"admin"_s, {}}};
        edited.pin = QByteArray(32, 'x');
        ConnectPresenter presenter(connectPort(adds, inputs), edited);
        QCOMPARE(presenter.pin(), edited.pin);
        presenter.send();
        QVERIFY(!inputs.constLast().pin);
        adds.give(error(ErrorKind::Tls, u"Another certificate."_s));
        presenter.setPin({});
        presenter.send();
        QCOMPARE(inputs.constLast().pin, std::optional(QByteArray()));
    }

    void anImportedDefinitionIsApprovedBeforeTheFirstRequest()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        ConnectPort port = connectPort(adds, inputs);
        port.providers = [] {
            ProviderInfo own = provider();
            own.baseUrl = u"https://api.example/v1"_s;
            own.imported = true;
            own.origin = u"/home/me/mine.json"_s;
            own.credentialHeaders = {u"X-Own-Key"_s};
            return QList<ProviderInfo>{own};
        };
        ConnectPresenter presenter(port);
        QSignalSpy wanted(&presenter, &ConnectPresenter::approvalWanted);
        presenter.setSecret(u"admin"_s, secret("adm_abc"));
        presenter.send();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(inputs.isEmpty());
        const auto route = wanted.constFirst().constFirst().value<CredentialRoute>();
        for (const QString &part :
             {u"https://api.example"_s, u"X-Own-Key"_s, u"/home/me/mine.json"_s})
            QVERIFY2(route.sentence().contains(part), qPrintable(route.sentence()));
        presenter.approve(route.toString());
        QCOMPARE(inputs.size(), 1);
        QVERIFY(inputs.constFirst().routeApproved);
        adds.give(error(ErrorKind::Network, u"Offline."_s));
        presenter.send(); // the same again is not asked about
        QCOMPARE(wanted.size(), 1);
        adds.give(error(ErrorKind::Network, u"Offline."_s));
        presenter.setBaseUrl(u"https://elsewhere.example"_s);
        presenter.send();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(inputs.size(), 2);
    }

    void aMnemonicIsTheFirstFreeLetter()
    {
        QSet<QChar> taken{u'n'};
        QCOMPARE(withMnemonic(u"Name of it"_s, &taken), u"Name &of it"_s);
        QCOMPARE(withMnemonic(u"Name"_s, &taken), u"N&ame"_s);
        QCOMPARE(withMnemonic(u"Nao"_s, &taken), u"Nao"_s); // nothing is left
        QCOMPARE(withMnemonic(withoutMnemonic(u"R&D budget"_s), &taken), u"&R&&D budget"_s);
        QCOMPARE(taken, (QSet<QChar>{u'n', u'o', u'a', u'r'}));
    }

    // Alt and a letter lead to one input each, also to those of a definition.
    void mnemonicsOfADialogAreUnique()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        ConnectPort port = connectPort(adds, inputs);
        port.providers = [] {
            ProviderInfo own = provider();
            SlotInfo data = own.slots_.constFirst();
            data.id = u"data"_s;
            data.label = u"Sign & data"_s;
            own.slots_.append(data);
            return QList<ProviderInfo>{own};
        };
        ConnectDialog dialog(port);
        QStringList found;
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            if (!label->buddy())
                continue;
            const QKeySequence mnemonic = QKeySequence::mnemonic(label->text());
            QVERIFY2(!mnemonic.isEmpty(), qPrintable(label->text()));
            QVERIFY2(!found.contains(mnemonic.toString()), qPrintable(label->text()));
            found.append(mnemonic.toString());
        }
        QVERIFY(found.size() >= 8); // two slots with a source each, and the form's own
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"&& "_s) && label->text().count(u'&') == 3;
        }));
    }

    void anEditedAccountKeepsWhatIsLeftEmpty()
    {
        Pending<AccountCheck> adds;
        QList<AccountInput> inputs;
        AccountRow edited = accountRow();
        edited.baseUrl = u"https://own.example"_s;
        edited.credentials.insert(u"admin"_s, {});
        ConnectPresenter presenter(connectPort(adds, inputs), edited);
        QCOMPARE(presenter.baseUrl(), u"https://own.example"_s);
        QVERIFY(presenter.nameProblem().isEmpty()); // its own name is not taken by another
        QVERIFY(presenter.isKept(u"admin"_s));
        presenter.send();
        QCOMPARE(inputs.size(), 1);
        QVERIFY(inputs.constFirst().credentials.isEmpty());
        QCOMPARE(inputs.constFirst().baseUrl, u"https://own.example"_s);
        adds.give(error(ErrorKind::Unauthorized, u"Refused."_s));
        QCOMPARE(presenter.problem(), u"Refused."_s);
        presenter.setSecret(u"admin"_s, secret("adm_new"));
        presenter.send();
        QVERIFY(inputs.constLast().credentials.contains(u"admin"_s));
    }
};

QTEST_MAIN(tst_GuiDialogs)
#include "tst_gui_dialogs.moc"
