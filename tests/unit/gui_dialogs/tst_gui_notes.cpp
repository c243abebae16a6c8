// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/common/messagebar.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/notes/notesdialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeWidget>

using namespace samples;

namespace {

const Timestamp notedAt = Timestamp::fromSeconds(1'790'000'000);

struct NotesConfirmer final : Confirmer
{
    int asked = 0;
    bool answer = false;
    QFuture<bool> ask(QWidget *, const Confirmation &) override
    {
        ++asked;
        QPromise<bool> promise;
        promise.start();
        promise.addResult(answer);
        promise.finish();
        return promise.future();
    }
};

KeyNotes saying(const QString &topic, const QString &value)
{
    KeyNotes notes;
    notes.take({topic, value, u"kim@desk"_s, notedAt, 1});
    return notes;
}

} // namespace

/** The dialog of what people say of keys: what it shows of one and of several, and what it writes.
 */
class tst_GuiNotes : public QObject
{
    Q_OBJECT

    const KeyUid m_one{u"one"_s};
    const KeyUid m_other{u"other"_s};
    QHash<KeyUid, KeyNotes> m_known;
    Pending<int> m_writes;
    QList<KeyUid> m_keys;
    QMap<NoteTopic, QString> m_values;
    std::optional<KeyReview> m_review;
    QString m_acknowledger;
    std::optional<FindingException> m_exception;
    std::optional<FindingRule> m_ended;
    NotesConfirmer m_confirmer;
    QPointer<NotesDialog> m_dialog;

    NotesPort port()
    {
        NotesPort port;
        port.notes = [this](const QList<KeyUid> &keys) {
            QList<KeyNotes> notes;
            for (const KeyUid &key : keys)
                notes.append(m_known.value(key));
            return readyOutcome<QList<KeyNotes>>(notes);
        };
        port.note = [this](const QList<KeyUid> &keys, const QMap<NoteTopic, QString> &values) {
            m_keys = keys;
            m_values = values;
            return m_writes.ask();
        };
        port.review = [this](const QList<KeyUid> &, ReviewDecision decision,
                             const QString &reason) {
            m_review = KeyReview{decision, reason, {}, {}};
            return m_writes.ask();
        };
        port.acknowledgeReview = [this](const QList<KeyUid> &keys, const QString &who) {
            m_keys = keys;
            m_acknowledger = who;
            return m_writes.ask();
        };
        port.makeException = [this](const QList<KeyUid> &, const FindingException &exception) {
            m_exception = exception;
            return m_writes.ask();
        };
        port.endException = [this](const QList<KeyUid> &, FindingRule rule) {
            m_ended = rule;
            return m_writes.ask();
        };
        port.now = [] {
            return Timestamp::fromDateTime(QDateTime::currentDateTime());
        };
        return port;
    }
    void open(const QList<KeyUid> &keys)
    {
        m_dialog = new NotesDialog(port(), keys, u"CI"_s, m_confirmer);
        m_dialog->show();
    }
    void isReviewed(const KeyUid &key)
    {
        m_known[key].take({u"review"_s, u"{\"decision\":\"keep\",\"reason\":\"used\"}"_s,
                           u"kim@desk"_s, notedAt, 7});
    }
    void openWithException(const QString &until)
    {
        const QString said = u"{\"approver\":\"R. Ito\",\"reason\":\"no less\",\"until\":\"%1\"}"_s;
        m_known[m_one].take(
            {u"exception/admin-scope"_s, said.arg(until), u"kim@desk"_s, notedAt, 1});
        open({m_one});
    }
    template<typename T = QPushButton>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }

private slots:
    void init()
    {
        m_known.clear();
        m_writes.asked.clear();
        m_values.clear();
        m_review.reset();
        m_acknowledger.clear();
        m_exception.reset();
        m_ended.reset();
        m_confirmer = {};
    }
    void cleanup() { delete m_dialog; }

    void writesOnlyWhatWasChanged()
    {
        m_known = {{m_one, saying(u"owner"_s, u"Noor"_s)}};
        open({m_one});
        QCOMPARE(m_dialog->windowTitle(), u"Notes on \"CI\""_s);
        auto *owner = find<QLineEdit>("owner");
        QCOMPARE(owner->text(), u"Noor"_s);
        QVERIFY(owner->toolTip().contains(u"kim@desk"_s));
        QVERIFY(!find("saveButton")->isEnabled());
        find<QLineEdit>("team")->setText(u"build"_s);
        find<QSpinBox>("rotation-days")->setValue(30);
        owner->setText(u"Kim"_s);
        owner->setText(u"Noor"_s); // as it was
        QVERIFY(find("saveButton")->isEnabled());
        find("saveButton")->click();
        QCOMPARE(m_keys, QList{m_one});
        QCOMPARE(m_values, (QMap<NoteTopic, QString>{{NoteTopic::Team, u"build"_s},
                                                     {NoteTopic::RotationDays, u"30"_s}}));
        QVERIFY(!find("saveButton")->isEnabled()); // one at a time
        m_known[m_one].take({u"team"_s, u"build"_s, u"kim@desk"_s, notedAt, 2});
        m_known[m_one].take({u"rotation-days"_s, u"30"_s, u"kim@desk"_s, notedAt, 2});
        m_writes.give(1);
        QVERIFY(find<MessageBar>("noticeBar")->text().contains(u"journal"_s));
        QCOMPARE(find<QLineEdit>("team")->text(), u"build"_s);
        QVERIFY(!find("saveButton")->isEnabled());
    }

    void takesAChoiceAndABackwardsStep()
    {
        m_known = {{m_one, saying(u"identity"_s, u"human"_s)}};
        open({m_one});
        auto *box = find<QComboBox>("identity");
        QCOMPARE(box->currentData().toString(), u"human"_s);
        box->setCurrentIndex(box->findData(QString()));
        emit box->activated(box->currentIndex());
        find("saveButton")->click();
        QCOMPARE(m_values, (QMap<NoteTopic, QString>{{NoteTopic::Identity, {}}}));
    }

    void saysWhatIsWrongWithAValue()
    {
        open({m_one});
        find<QLineEdit>("end-trigger")->setText(u"yesterday"_s);
        QVERIFY(!find("saveButton")->isEnabled());
        const auto labels = m_dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisibleTo(label->window()) && label->text().contains(u"2026-03-01"_s);
        }));
        find<QLineEdit>("end-trigger")->setText(u"2026-03-01"_s);
        QVERIFY(find("saveButton")->isEnabled());
    }

    void showsWhereSeveralKeysDiffer()
    {
        m_known = {{m_one, saying(u"owner"_s, u"Noor"_s)}, {m_other, saying(u"team"_s, u"b"_s)}};
        m_known[m_one].take({u"team"_s, u"b"_s, u"kim@desk"_s, notedAt, 1});
        open({m_one, m_other});
        QVERIFY(m_dialog->windowTitle().contains(u'2'));
        QTRY_COMPARE(find<QLineEdit>("team")->text(), u"b"_s);
        QCOMPARE(find<QLineEdit>("owner")->text(), QString());
        QCOMPARE(find<QLineEdit>("owner")->placeholderText(), u"Differs"_s);
        find<QLineEdit>("owner")->setText(u"K"_s);
        find<QLineEdit>("owner")->clear(); // changed one's mind: they stay as they are
        QVERIFY(!find("saveButton")->isEnabled());
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        find("saveButton")->click();
        QCOMPARE(m_keys, (QList{m_one, m_other}));
        QCOMPARE(m_values, (QMap<NoteTopic, QString>{{NoteTopic::Owner, u"Kim"_s}}));
    }

    void keepsWhatWasEnteredWhenAnotherSaysSomething()
    {
        open({m_one});
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        m_known = {{m_one, saying(u"team"_s, u"build"_s)}};
        m_dialog->presenter().refresh();
        QCOMPARE(find<QLineEdit>("owner")->text(), u"Kim"_s);
        QCOMPARE(find<QLineEdit>("team")->text(), u"build"_s);
        QVERIFY(find("saveButton")->isEnabled());
    }

    void aReasonThatIsEnteredMeanwhileStays()
    {
        open({m_one});
        find<QComboBox>("decisionComboBox")->setCurrentIndex(0);
        auto *reason = find<QLineEdit>("reviewReasonEdit");
        reason->setText(u"used"_s);
        find("reviewButton")->click();
        reason->setText(u"used every night"_s);
        m_writes.give(1);
        QCOMPARE(reason->text(), u"used every night"_s);
    }

    void aNoticeThatWasClosedStaysClosed()
    {
        open({m_one});
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        find("saveButton")->click();
        m_writes.give(1);
        auto *bar = find<MessageBar>("noticeBar");
        QVERIFY(bar->isVisibleTo(m_dialog));
        bar->findChild<QAbstractButton *>(u"messageCloseButton"_s)->click();
        find<QLineEdit>("team")->setText(u"b"_s);
        QVERIFY(!bar->isVisibleTo(m_dialog));
    }

    void aFailureKeepsWhatWasEntered()
    {
        open({m_one});
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        find("saveButton")->click();
        m_writes.give(error(ErrorKind::Storage, u"The disk is full."_s));
        QVERIFY(find<MessageBar>("noticeBar")->text().contains(u"The disk is full."_s));
        QCOMPARE(find<QLineEdit>("owner")->text(), u"Kim"_s);
        QVERIFY(find("saveButton")->isEnabled());
    }

    void aReviewNeedsADecisionAndAReason()
    {
        open({m_one});
        QVERIFY(find<QLabel>("lastReviewLabel")->text().contains(u"Nobody"_s));
        auto *button = find("reviewButton");
        QVERIFY(!button->isEnabled());
        find<QLineEdit>("reviewReasonEdit")->setText(u"used every night"_s);
        QVERIFY(!button->isEnabled());
        find<QComboBox>("decisionComboBox")->setCurrentIndex(1);
        QVERIFY(button->isEnabled());
        button->click();
        QVERIFY(m_review);
        QCOMPARE(m_review->decision, ReviewDecision::Reduce);
        QCOMPARE(m_review->reason, u"used every night"_s);
        m_known[m_one].take({u"review"_s, u"{\"decision\":\"reduce\",\"reason\":\"used\"}"_s,
                             u"kim@desk"_s, notedAt, 1});
        m_writes.give(1);
        QVERIFY(find<QLabel>("lastReviewLabel")->text().contains(u"kim@desk"_s));
        QCOMPARE(find<QLineEdit>("reviewReasonEdit")->text(), QString());
    }

    void managementAcknowledgesAReviewThatThereIs()
    {
        open({m_one});
        find<QTabWidget>("tabs")->setCurrentIndex(1);
        auto *label = find<QLabel>("acknowledgementLabel");
        auto *button = find("acknowledgeButton");
        auto *who = find<QLineEdit>("acknowledgerEdit");
        who->setText(u"M. Lindholm"_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(!label->isVisible());
        isReviewed(m_one);
        m_dialog->presenter().refresh();
        QVERIFY(button->isEnabled());
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(u"not acknowledged"_s));
        button->click();
        QCOMPARE(m_acknowledger, u"M. Lindholm"_s);
        QCOMPARE(m_keys, QList{m_one});
        m_known[m_one].take({u"acknowledgement/7"_s, u"M. Lindholm"_s, u"lea@desk"_s, notedAt, 8});
        m_writes.give(1);
        QVERIFY(label->text().contains(u"M. Lindholm"_s));
        QVERIFY(label->text().contains(u"lea@desk"_s));
        QCOMPARE(who->text(), QString());
        QVERIFY(!button->isEnabled());
    }

    void severalKeysOfWhichSomeAreAcknowledged()
    {
        isReviewed(m_one);
        isReviewed(m_other);
        m_known[m_one].take({u"acknowledgement/7"_s, u"M. Lindholm"_s, u"lea@desk"_s, notedAt, 8});
        open({m_one, m_other});
        auto *label = find<QLabel>("acknowledgementLabel");
        QTRY_VERIFY(label->text().contains(u"not acknowledged all"_s));
        QVERIFY(label->isVisibleTo(m_dialog->findChild<QWidget *>(u"reviewTab"_s)));
        QVERIFY(find<QLabel>("lastReviewLabel")->text().contains(u"used"_s)); // the same one
    }

    void oneOfSeveralKeysNeedsAReviewToAcknowledge()
    {
        isReviewed(m_other);
        open({m_one, m_other});
        auto *button = find("acknowledgeButton");
        find<QLineEdit>("acknowledgerEdit")->setText(u"M. Lindholm"_s);
        QTRY_VERIFY(button->isEnabled());
        QVERIFY(!find<QLabel>("acknowledgementLabel")->isVisibleTo(m_dialog));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(m_confirmer.asked, 1); // the name would be lost
        button->click();
        QCOMPARE(m_keys, (QList{m_one, m_other}));
    }

    void anExceptionHasAnEndReasonAndApprover()
    {
        open({m_one});
        m_dialog->showExceptions();
        auto *button = find("exceptButton");
        QVERIFY(!button->isEnabled());
        find<QLineEdit>("approverEdit")->setText(u"R. Ito"_s);
        find<QLineEdit>("exceptionReasonEdit")->setText(u"moves in March"_s);
        QVERIFY(button->isEnabled());
        const QDate day = QDate::currentDate().addDays(10);
        find<QDateEdit>("untilEdit")->setDate(day);
        button->click();
        QVERIFY(m_exception);
        QCOMPARE(m_exception->rule, FindingRule::OlderThan);
        QCOMPARE(m_exception->approver, u"R. Ito"_s);
        QCOMPARE(m_exception->until,
                 Timestamp::fromDateTime(QDateTime(day.addDays(1), QTime(0, 0))));
    }

    void anExceptionIsShownAndEnded()
    {
        openWithException(u"2099-01-01T00:00:00Z"_s);
        m_dialog->showExceptions();
        auto *view = find<QTreeWidget>("exceptionsView");
        QCOMPARE(view->topLevelItemCount(), 1);
        QVERIFY(!view->topLevelItem(0)->text(1).contains(u"over"_s));
        QCOMPARE(view->topLevelItem(0)->text(2), u"R. Ito"_s);
        QVERIFY(find("endExceptionButton")->isEnabled());
        find("endExceptionButton")->click();
        QCOMPARE(m_ended, std::optional(FindingRule::AdminScope));
        m_known.clear();
        m_writes.give(1);
        QVERIFY(!view->isVisibleTo(m_dialog));
        QVERIFY(!find("endExceptionButton")->isVisibleTo(m_dialog));
    }

    void anExceptionWhoseTimeIsOverSaysSo()
    {
        openWithException(u"2020-01-01T00:00:00Z"_s);
        QVERIFY(
            find<QTreeWidget>("exceptionsView")->topLevelItem(0)->text(1).endsWith(u", over"_s));
    }

    void closedWhileItWritesItClosesAfterwards()
    {
        open({m_one});
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        find("saveButton")->click();
        find("closeButton")->click();
        QVERIFY(m_dialog->isVisible());
        m_writes.give(1);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_confirmer.asked, 0);
    }

    void closedWhileItWritesItStaysWithAFailure()
    {
        open({m_one});
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        find("saveButton")->click();
        find("closeButton")->click();
        m_writes.give(Error::of(ErrorKind::Storage, u"The disk is full."_s));
        QTRY_VERIFY(find("saveButton")->isEnabled());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_confirmer.asked, 0); // the failure is read before anything is asked
        QCOMPARE(find<QLineEdit>("owner")->text(), u"Kim"_s);
        find("saveButton")->click();
        m_writes.give(1);
        QTRY_VERIFY(!find("saveButton")->isEnabled()); // nobody wants it closed any more
        QVERIFY(m_dialog->isVisible());
    }

    void asksBeforeWhatWasEnteredIsLost()
    {
        open({m_one});
        find<QLineEdit>("owner")->setText(u"Kim"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(m_confirmer.asked, 1);
        QVERIFY(m_dialog->isVisible());
        m_confirmer.answer = true;
        find("closeButton")->click();
        QCOMPARE(m_confirmer.asked, 2);
        QTRY_VERIFY(!m_dialog);
    }

    void eachPageBeginsAtItsFirstInput()
    {
        open({m_one});
        QCOMPARE(m_dialog->focusWidget(), find<QLineEdit>("purpose"));
        auto *tabs = find<QTabWidget>("tabs");
        tabs->setCurrentIndex(1);
        QCOMPARE(m_dialog->focusWidget(), find<QComboBox>("decisionComboBox"));
        m_dialog->showExceptions();
        QCOMPARE(m_dialog->focusWidget(), find<QComboBox>("ruleComboBox"));
    }

    void closesAtOnceWhenNothingWasEntered()
    {
        open({m_one});
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(m_confirmer.asked, 0);
        QTRY_VERIFY(!m_dialog);
    }
};

QTEST_MAIN(tst_GuiNotes)
#include "tst_gui_notes.moc"
