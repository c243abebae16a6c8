// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/common/messagebar.h"
#include "gui/journal/exportdialog.h"
#include "gui/journal/journalpage.h"
#include "gui/journal/timelinedialog.h"
#include "gui/prompts/prompts.h"
#include "models/journalmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

JournalLine entry(qint64 sequence, const QString &object)
{
    const QJsonObject object_{{u"kind"_s, u"key.create"_s}, {u"object"_s, object}};
    return {sequence, Timestamp::fromSeconds(1'790'000'000 + sequence),
            QJsonDocument(object_).toJson(QJsonDocument::Compact), u"i"_s};
}

InstallationChain writer(const QString &user, qint64 entries)
{
    InstallationChain chain;
    chain.installation = user;
    chain.user = user;
    chain.host = u"desk"_s;
    chain.entries = entries;
    return chain;
}

class NoPrompts final : public Prompts
{
public:
    QFuture<QString> saveFile(QWidget *, const FileRequest &) override
    {
        return QtFuture::makeReadyFuture(QString(u"/tmp/journal.csv"_s));
    }
    QFuture<QString> openFile(QWidget *, const FileRequest &) override
    {
        return QtFuture::makeReadyFuture(QString());
    }
};

/** The page over a journal of three entries that is searched by the object's name. */
struct Fixture : QObject
{
    QList<JournalLine> journal{entry(3, u"gamma"_s), entry(2, u"beta"_s), entry(1, u"alpha"_s)};
    QList<InstallationChain> writers{writer(u"alex"_s, 3)};
    QList<JournalQuery> asked;
    int writersTold = 0;
    QList<KeyRow> keys;
    NoPrompts prompts;
    std::unique_ptr<JournalPage> page;

    Fixture()
    {
        JournalSource source;
        source.read = [this](const JournalQuery &query, const auto &, int) {
            asked.append(query);
            return later<QList<JournalLine>>(this, found(query));
        };
        source.count = [this](const JournalQuery &query) {
            return later<JournalCount>(this, JournalCount{found(query).size(), 1234});
        };
        JournalPort port;
        JournalFilterPort filter;
        filter.accounts = [] {
            return QList<AccountRow>{account(u"Acme"_s, AccountStatus::Condition::Fresh),
                                     account(u"Other"_s, AccountStatus::Condition::Fresh)};
        };
        port.accounts = filter.accounts;
        filter.keys = [this](const AccountId &) {
            return later<QList<KeyRow>>(this, keys);
        };
        filter.writers = [this] {
            const auto answer = later<QList<InstallationChain>>(this, writers);
            QTimer::singleShot(0, this, [this] { ++writersTold; }); // right behind the answer
            return answer;
        };
        filter.today = [] {
            return QDate(2026, 11, 22);
        };
        auto entries = std::make_unique<JournalModel>(source);
        entries->refresh();
        page = std::make_unique<JournalPage>(port, filter, std::move(entries), prompts);
        page->resize(1000, 600);
        page->show();
    }
    QList<JournalLine> found(const JournalQuery &query) const
    {
        QList<JournalLine> lines = journal;
        lines.removeIf(
            [&query](const JournalLine &line) { return !line.line.contains(query.text.toUtf8()); });
        return lines;
    }
    template<typename W>
    W *find(const char *name) const
    {
        return page->findChild<W *>(QString::fromLatin1(name));
    }
    int rows() const { return find<QTableView>("journalTable")->model()->rowCount(); }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    void choose(const char *name, const QString &value)
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
        emit box->activated(box->currentIndex());
    }
};

} // namespace

class TestJournalPage : public QObject
{
    Q_OBJECT
private slots:
    void whatIsTypedIsSearchedFor()
    {
        Fixture f;
        QTRY_COMPARE(f.rows(), 3);
        QTRY_COMPARE(f.text("summaryLabel"), u"Showing all of 1,234 entries"_s);
        auto *search = f.find<QLineEdit>("searchLineEdit");
        QTest::keyClicks(search, u"beta"_s);
        QTRY_COMPARE(f.rows(), 1);
        QTRY_COMPARE(f.text("summaryLabel"), u"Showing 1 of 1,234 entries"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(f.find<QTableView>("journalTable")->currentIndex().row(), 0);
        QTest::keyClicks(search, u"x"_s);
        QTRY_COMPARE(f.rows(), 0);
        QTRY_VERIFY(f.text("hintLabel").contains(u"Clear the filter"_s));
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(f.rows(), 3);
    }

    void everyChoiceIsAskedFor()
    {
        Fixture f;
        f.choose("kindComboBox", u"key.create"_s);
        QCOMPARE(f.asked.last().kind, u"key.create"_s);
        f.choose("kindComboBox", u"secret"_s);
        QCOMPARE(f.asked.last().kind, u"secret"_s);
        f.choose("outcomeComboBox", u"in_doubt"_s);
        QCOMPARE(f.asked.last().outcome, u"in_doubt"_s);
        const QString acme = f.find<QComboBox>("accountComboBox")->itemData(1).toString();
        f.choose("accountComboBox", acme);
        QCOMPARE(f.asked.last().account.toString(), acme);
        f.choose("periodComboBox", u"week"_s);
        QCOMPARE(f.asked.last().from,
                 std::optional(Timestamp::fromDateTime(QDate(2026, 11, 16).startOfDay())));
        QVERIFY(!f.asked.last().to);
        auto *clear = f.find<QPushButton>("clearButton");
        QVERIFY(clear->isEnabled());
        clear->click();
        QCOMPARE(f.asked.last(), JournalQuery());
        QVERIFY(!clear->isEnabled());
        QCOMPARE(f.find<QComboBox>("kindComboBox")->currentIndex(), 0);
    }

    void daysCanBeChosen()
    {
        Fixture f;
        auto *first = f.find<QDateEdit>("firstDayEdit");
        QVERIFY(!first->isVisible());
        f.choose("periodComboBox", u"between"_s);
        QVERIFY(first->isVisible());
        first->setDate(QDate(2026, 11, 20));
        f.find<QDateEdit>("lastDayEdit")->setDate(QDate(2026, 11, 18)); // the other way round
        QCOMPARE(f.asked.last().from,
                 std::optional(Timestamp::fromDateTime(QDate(2026, 11, 18).startOfDay())));
        QCOMPARE(f.asked.last().to,
                 std::optional(Timestamp::fromDateTime(QDate(2026, 11, 21).startOfDay())));
    }

    void writersAreOfferedWhereThereAreSeveral()
    {
        Fixture alone;
        QTRY_VERIFY(alone.writersTold > 0);
        QVERIFY(!alone.find<QComboBox>("writerComboBox")->isVisible());
        Fixture f;
        f.writers.append(writer(u"kim"_s, 1));
        f.writers.append(writer(u"nobody"_s, 0));
        f.page->hide();
        f.page->show();
        auto *box = f.find<QComboBox>("writerComboBox");
        QTRY_VERIFY(box->isVisible());
        QCOMPARE(box->count(), 3);
        f.choose("writerComboBox", u"kim@desk"_s);
        QCOMPARE(f.asked.last().writer, u"kim@desk"_s);
    }

    void aKeysHistoryIsItsOwn()
    {
        Fixture f;
        JournalSource source;
        QList<JournalQuery> asked;
        source.read = [&](const JournalQuery &query, const auto &, int) {
            asked.append(query);
            return later<QList<JournalLine>>(&f,
                                             query.key.isEmpty() ? f.journal : f.journal.first(2));
        };
        source.count = [&](const JournalQuery &) {
            return later<JournalCount>(&f, JournalCount());
        };
        const KeyRow ci = key(u"CI"_s, KeyState::Active);
        QPointer dialog = new TimelineDialog(std::make_unique<JournalModel>(source), ci);
        dialog->show();
        auto *table = dialog->findChild<QTableView *>(u"timelineTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(asked.last().key, ci.uid);
        QVERIFY(dialog->windowTitle().contains(u"CI"_s));
        QVERIFY(table->isColumnHidden(JournalModel::ObjectColumn));
        table->selectRow(0);
        auto *entry = dialog->findChild<QPlainTextEdit *>(u"entryEdit"_s);
        QVERIFY(entry->toPlainText().contains(u"gamma"_s));
        QSignalSpy inJournal(dialog, &TimelineDialog::journalRequested);
        dialog->findChild<QPushButton *>(u"journalButton"_s)->click();
        QCOMPARE(inJournal.size(), 1);
        QTRY_VERIFY(!dialog);
    }

    void anEntryLeadsToTheHistoryOfItsKey()
    {
        Fixture f;
        f.journal[1].line = R"({"kind":"key.revoke","object":"beta","vendorId":"key-b"})";
        f.journal[2].line = R"({"kind":"project.create","object":"alpha","vendorId":"p"})";
        KeyRow beta = key(u"beta"_s, KeyState::Active);
        beta.record.id = VendorKeyId(u"key-b"_s);
        KeyRow namesake = key(u"CI"_s, KeyState::Active); // of another project, with the same id
        namesake.record.id = beta.record.id;
        namesake.record.container = {{u"project"_s, ContainerId(u"elsewhere"_s), {}}};
        f.keys = {namesake, beta};
        f.choose("outcomeComboBox", u"failed"_s);
        QTRY_COMPARE(f.rows(), 3);
        f.choose("outcomeComboBox", u""_s);
        auto *table = f.find<QTableView>("journalTable");
        auto *history = f.find<QPushButton>("historyButton");
        auto *condition = f.find<QPushButton>("keyButton");
        QTRY_VERIFY(table->model()->index(2, JournalModel::ObjectColumn).data() == u"alpha"_s);
        QVERIFY(!condition->isVisible());
        table->selectRow(2);
        QVERIFY(!history->isVisible()); // about a project
        table->selectRow(1);
        QVERIFY(history->isVisible());
        QTest::keyClick(history, Qt::Key_Space);
        QTRY_COMPARE(f.asked.last().key, beta.uid);
        QVERIFY(condition->isVisible());
        QVERIFY(condition->text().contains(u"beta"_s));
        QVERIFY(f.find<QPushButton>("clearButton")->isEnabled());
        QTest::keyClick(condition, Qt::Key_Space);
        QCOMPARE(f.asked.last(), JournalQuery());
        QVERIFY(!condition->isVisible());
        f.keys.clear();
        QTRY_COMPARE(f.rows(), 3);
        table->selectRow(1);
        history->click();
        auto *bar = f.find<MessageBar>("noticeBar");
        QTRY_VERIFY(bar->isVisible()); // the key is not known any more
        QVERIFY(f.asked.last().key.isEmpty());
        f.page->showKey(beta);
        QCOMPARE(f.asked.last().key, beta.uid);
        QVERIFY(!bar->isVisible());
    }

    void theExportIsOfTheSamePeriodAndAccount()
    {
        Fixture f;
        f.choose("periodComboBox", u"today"_s);
        f.choose("accountComboBox", f.find<QComboBox>("accountComboBox")->itemData(1).toString());
        f.page->exportJournal();
        auto *dialog = f.page->findChild<ExportDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QCheckBox *>(u"allCheckBox"_s)->isChecked());
        QCOMPARE(dialog->findChild<QDateEdit *>(u"firstEdit"_s)->date(), QDate(2026, 11, 22));
        const auto *accounts = dialog->findChild<QListWidget *>(u"accountsList"_s);
        QCOMPARE(accounts->count(), 2);
        QCOMPARE(accounts->item(0)->checkState(), Qt::Checked);
        QCOMPARE(accounts->item(1)->checkState(), Qt::Unchecked);
    }
};

QTEST_MAIN(TestJournalPage)
#include "tst_gui_main_journal.moc"
