// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/audit/vendorauditpresenter.h"
#include "gui/forms/formdialog.h"
#include "gui/howto/howtouse.h"
#include "gui/keys/keyforms.h"
#include "gui/keys/keynotices.h"
#include "gui/replacements/replacementoffer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace samples;

namespace {

constexpr Timestamp now = Timestamp::fromSeconds(1'790'000'000);

/** The rotation of a vendor that knows grace periods and terms. */
VerbInfo rotation()
{
    FieldInfo grace = field(u"grace"_s, u"Grace period"_s, FieldInfo::Type::Duration);
    grace.unit = 3600;
    grace.states = {u"active"_s, u"rotating"_s};
    FieldInfo expires = field(u"expires"_s, u"Expires in"_s, FieldInfo::Type::Duration);
    expires.unit = 24 * 3600;
    expires.requiredStates = {u"expired"_s};
    expires.nullLabel = u"Never expires"_s;
    return verb(KeyVerb::Rotate, {grace, expires});
}

struct KeyVendor
{
    Pending<NewKeyResult> rotations;
    Pending<KeyChange> updates;
    Pending<Replacement> replacements;
    Pending<HoldingCondition> holding;
    QList<KeyRotation> rotated;
    QList<FieldValues> updated;
    QList<ReplacementOrder> replaced;

    KeyFormsPort port()
    {
        return {
            [this](const KeyRotation &order) {
                rotated.append(order);
                return rotations.ask();
            },
            [this](const KeyUid &, const FieldValues &values) {
                updated.append(values);
                return updates.ask();
            },
            [this](const ReplacementOrder &order) {
                replaced.append(order);
                return replacements.ask();
            },
            {},
        };
    }
    SecretRoutePort route()
    {
        return {[this] {
            return holding.ask();
        }};
    }
};

QStringList idsOf(const QList<FieldInfo> &fields)
{
    QStringList ids;
    for (const FieldInfo &one : fields)
        ids.append(one.id);
    return ids;
}

} // namespace

class tst_GuiForms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void aVerbAsksWhatTheStateOfTheKeyNeeds()
    {
        QCOMPARE(idsOf(fieldsFor(rotation(), KeyState::Active)),
                 QStringList({u"grace"_s, u"expires"_s}));
        const QList<FieldInfo> expired = fieldsFor(rotation(), KeyState::Expired);
        QCOMPARE(idsOf(expired), QStringList(u"expires"_s));
        QVERIFY(expired.constFirst().required);
        QVERIFY(!fieldsFor(rotation(), KeyState::Active).constLast().required);
    }

    void aRotationSaysUntilWhenTheOldSecretWorks()
    {
        KeyVendor vendor;
        FormPresenter form(rotationForm(vendor.port(), keyRow(), rotation(), now), vendor.route());
        form.start();
        vendor.holding.give(HoldingCondition());
        form.form().setValue(u"grace"_s, 24 * 3600);
        QSignalSpy finished(&form, &FormPresenter::finished);
        form.send();
        form.send(); // a second press while the first runs
        QCOMPARE(vendor.rotated.size(), 1);
        QCOMPARE(vendor.rotated.constFirst().values.keys(), QStringList(u"grace"_s));
        QVERIFY(!vendor.rotated.constFirst().inUseConfirmed);
        QVERIFY(!form.mayClose());
        NewKeyResult result;
        result.key = keyRow();
        result.secret.id = heldId;
        result.outgoingUntil = now.plusSeconds(24 * 3600);
        vendor.rotations.give(result);
        QTRY_COMPARE(finished.size(), 1);
        const auto told = finished.first().first().value<FormResult>();
        QCOMPARE(told.secret->id, heldId);
        QVERIFY(told.notice.next.contains(result.outgoingUntil->toIso().left(4)));
        QVERIFY(told.notice.next.contains(u"works until"_s));
    }

    void anExpiredKeyNeedsANewTermWhichMayBeNone()
    {
        KeyVendor vendor;
        KeyRow expired = keyRow();
        expired.record.state = KeyState::Expired;
        const FormRequest request = rotationForm(vendor.port(), expired, rotation(), now);
        QVERIFY(request.title.contains(u"new term"_s));
        FormPresenter form(request, vendor.route());
        form.start();
        form.send();
        QVERIFY(vendor.rotated.isEmpty());
        QVERIFY(!form.form().problem(u"expires"_s).isEmpty());
        form.form().setValue(u"expires"_s, QJsonValue::Null);
        form.send();
        QCOMPARE(vendor.rotated.size(), 1);
        QVERIFY(vendor.rotated.constFirst().values.value(u"expires"_s).isNull());
    }

    void theKeyInUseIsRotatedWithConsentOnly()
    {
        KeyVendor vendor;
        KeyRow inUse = keyRow();
        inUse.inUse = true;
        FormPresenter form(rotationForm(vendor.port(), inUse, rotation(), now), vendor.route());
        form.start();
        QVERIFY(!form.canSend());
        form.setConsented(true);
        form.send();
        QVERIFY(vendor.rotated.constFirst().inUseConfirmed);
    }

    void aSecretThatCannotBeHeldIsAskedFor()
    {
        KeyVendor vendor;
        FormPresenter form(rotationForm(vendor.port(), keyRow(), rotation(), now), vendor.route());
        form.start();
        vendor.holding.give(HoldingCondition{false, u"no_service"_s, u"No keychain."_s, {}});
        form.send();
        QVERIFY(vendor.rotated.isEmpty());
        form.route()->setUnheldAccepted(true);
        form.send();
        QVERIFY(vendor.rotated.constFirst().unheldAccepted);
    }

    void aLostAnswerIsNeverSentAgain()
    {
        KeyVendor vendor;
        FormPresenter form(rotationForm(vendor.port(), keyRow(), rotation(), now), vendor.route());
        form.start();
        form.send();
        Error lost = error(ErrorKind::Timeout, u"No answer came."_s);
        lost.outcomeUnknown = true;
        vendor.rotations.give(lost);
        QTRY_VERIFY(form.problem().next.contains(u"once more"_s));
        QVERIFY(!form.canSend() && form.mayClose());
    }

    void anEditBeginsAsTheKeyIsAndSendsWhatWasEmptied()
    {
        KeyVendor vendor;
        KeyRow key = keyRow();
        key.record.details = {{u"Allowed IP addresses"_s, u"10.0.0.1, 10.0.0.2"_s}};
        const VerbInfo update =
            verb(KeyVerb::Update,
                 {field(u"allowedIps"_s, u"Allowed IP addresses"_s, FieldInfo::Type::Lines)});
        FormPresenter form(updateForm(vendor.port(), key, update), vendor.route());
        form.start();
        QVERIFY(vendor.holding.asked.isEmpty()); // no secret comes of it
        QCOMPARE(form.form().value(u"allowedIps"_s).toArray().size(), 2);
        form.form().setValue(u"allowedIps"_s, QJsonArray());
        form.send();
        QVERIFY(vendor.updated.constFirst().contains(u"allowedIps"_s));
        QVERIFY(vendor.updated.constFirst().value(u"allowedIps"_s).toArray().isEmpty());
    }

    void aReplacementSaysWhatIsNotTakenOver()
    {
        KeyVendor vendor;
        ReplacementForm known;
        known.values = {{u"name"_s, u"CI pipeline"_s}};
        known.notTakenOver = {u"Expires after"_s};
        const FormRequest request = replacementForm(
            vendor.port(), keyRow(), *provider().kinds.first().verb(KeyVerb::Create), known);
        QVERIFY(request.text.contains(u"Expires after"_s));
        FormPresenter form(request, vendor.route());
        form.start();
        QVERIFY(form.actionText().contains(u"CI pipeline"_s));
        form.form().setValue(u"scope"_s, u"eval"_s);
        form.send();
        QCOMPARE(vendor.replaced.constFirst().key, keyUid);
    }

    void theDialogShowsEachFieldAndStaysWhileItSends()
    {
        KeyVendor vendor;
        QPointer dialog =
            new FormDialog(rotationForm(vendor.port(), keyRow(), rotation(), now), vendor.route());
        dialog->show();
        auto *expires = dialog->findChild<QWidget *>(u"expiresInput"_s);
        auto *choice = expires->findChild<QComboBox *>();
        QVERIFY(choice->findText(u"Never expires"_s) > 0);
        QCOMPARE(choice->accessibleDescription(), u"Expires in"_s);
        auto *hours = dialog->findChild<QWidget *>(u"graceInput"_s)->findChild<QComboBox *>();
        QVERIFY(hours->findText(u"24 hours"_s) >= 0 || hours->findText(u"1 day"_s) >= 0 ||
                hours->findText(u"1 day(s)"_s) >= 0);
        auto *action = dialog->findChild<QPushButton *>(u"actionButton"_s);
        action->click();
        QCOMPARE(vendor.rotated.size(), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        vendor.rotations.give(error(ErrorKind::Forbidden, u"Not allowed."_s));
        QTRY_VERIFY(action->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void aCheckTellsLaneLimitAndWhatIsAsked()
    {
        KeyCheck check;
        check.verdict = KeyCheck::Verdict::Inconclusive;
        check.sentence = u"A payment is asked."_s;
        check.lane = u"public"_s;
        check.rateLimit = RateLimit{{}, 100, 87, now};
        PaymentChallenge challenge;
        challenge.amount = u"10000"_s;
        challenge.currency = u"0x20c0"_s;
        challenge.recipient = u"0xabc"_s;
        challenge.expiresAt = now;
        PaymentChallenge broken;
        broken.problem = u"No amount is named."_s;
        check.challenges = {challenge, broken};
        const Notice notice = checkNotice(check);
        QCOMPARE(notice.severity, Severity::Warning);
        for (const QString &word : {u"anybody"_s, u"87 of 100"_s, u"10000"_s, u"0x20c0"_s,
                                    u"0xabc"_s, u"No amount"_s, u"never pays"_s})
            QVERIFY2(notice.next.contains(word), qPrintable(notice.next));
        check = {};
        check.verdict = KeyCheck::Verdict::Accepted;
        check.receipt = PaymentReceipt{u"success"_s, {}, u"0xref"_s, {}};
        QVERIFY(checkNotice(check).next.contains(u"0xref"_s));
        QVERIFY(!checkNotice(check).next.contains(u"never pays"_s));
    }

    void aChangeIsToldWithWhatTheEngineNotes()
    {
        const KeyChange revoked{keyRow(), true, u"It may take about a minute."_s};
        QCOMPARE(changeNotice(revoked, KeyVerb::Revoke).next, u"It may take about a minute."_s);
        QCOMPARE(changeNotice(revoked, KeyVerb::Revoke).severity, Severity::Good);
        const KeyChange unproven{keyRow(), false, {}};
        QCOMPARE(changeNotice(unproven, KeyVerb::Update).severity, Severity::Warning);
    }

    void anOpenReplacementGoesOnWhereItStands()
    {
        Replacement replacement;
        replacement.oldKey = keyRow();
        replacement.row.step = ReplacementStep::Delivering;
        HeldSecret secret;
        secret.id = heldId;
        replacement.secret = secret;
        replacement.canGoOn = true;
        QCOMPARE(replacementOffer(replacement).step, ReplacementOffer::Step::ShowSecret);
        replacement.secret.reset();
        QCOMPARE(replacementOffer(replacement).step, ReplacementOffer::Step::EndOldKey);
        replacement.row.step = ReplacementStep::Making;
        QCOMPARE(replacementOffer(replacement).step, ReplacementOffer::Step::MakeKey);
        replacement.canGoOn = false;
        QCOMPARE(replacementOffer(replacement).step, ReplacementOffer::Step::None);
        const Confirmation question =
            endingQuestion(replacement, provider().kinds.first(), u"Acme"_s, now);
        QVERIFY(question.destructive && question.action.contains(u"CI pipeline"_s));
    }

    void snippetsAreThoseOfTheDefinition()
    {
        KindInfo kind = provider().kinds.first();
        kind.environmentVariable = u"SAMPLE_KEY"_s;
        kind.snippets = {{u"curl"_s, u"curl -H \"$SAMPLE_KEY\""_s}};
        const HowToUse how = howToUse(keyRow(), kind);
        QCOMPARE(how.variable, u"SAMPLE_KEY"_s);
        QCOMPARE(how.snippets.constFirst().text, u"curl -H \"$SAMPLE_KEY\""_s);
    }

    void anAuditExportHasARangeAndCanBeStopped()
    {
        QList<VendorAuditRequest> asked;
        Pending<VendorAuditReport> exports;
        CancellationPtr cancellation;
        VendorAuditPort port{[&](const VendorAuditRequest &request,
                                 const VendorAuditPort::Progress &progress, CancellationPtr stop) {
            asked.append(request);
            cancellation = std::move(stop);
            progress(u"Half of it."_s);
            return exports.ask();
        }};
        VendorAuditPresenter presenter(port, account, {}, {{u"organization"_s}, true, {}});
        presenter.setRange(QDate(2026, 2, 2), QDate(2026, 2, 1));
        QVERIFY(!presenter.canStart());
        presenter.setRange(QDate(2026, 2, 1), QDate(2026, 2, 1));
        presenter.start(u"/tmp/a.csv"_s);
        presenter.start(u"/tmp/a.csv"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(presenter.progress(), u"Half of it."_s);
        QVERIFY(*asked.first().from < *asked.first().to); // the last day is a whole one
        presenter.cancel();
        QVERIFY(cancellation->requested());
        exports.give(VendorAuditReport{u"e1"_s, 12});
        QCOMPARE(presenter.notice().severity, Severity::Good);
        QVERIFY(presenter.notice().text.contains(u"12"_s));
    }

    void theAuditLogIsAskedForWhereTheVendorHasIt()
    {
        ProviderInfo vendor = provider();
        const ContainerPath path = project(u"p1"_s, u"Billing"_s);
        QVERIFY(!auditPlace(vendor, path));
        vendor.audit = VendorAuditInfo{{u"project"_s}, false, {}};
        QCOMPARE(*auditPlace(vendor, path), path);
        QVERIFY(!auditPlace(vendor, {}));
        vendor.audit->levels = {u"account"_s};
        QVERIFY(auditPlace(vendor, path)->isEmpty());
    }
};

QTEST_MAIN(tst_GuiForms)
#include "tst_gui_forms.moc"
