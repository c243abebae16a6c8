// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keynotes.h"

#include <QTest>

#include <algorithm>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp at = *Timestamp::fromIso(u"2026-11-23T09:00:00Z");

QJsonObject entry(const QString &kind, QJsonObject detail, qint64 stamp = at.micros())
{
    detail.insert("stamp"_L1, stamp);
    return {{"kind"_L1, kind},     {"outcome"_L1, "succeeded"_L1}, {"time"_L1, qint64(at.micros())},
            {"user"_L1, "kim"_L1}, {"host"_L1, "desk"_L1},         {"detail"_L1, detail}};
}

KeyNotes notesOf(const QList<QJsonObject> &entries)
{
    KeyNotes notes;
    for (const QJsonObject &one : entries) {
        const QList<SaidOfKey> all = saidIn(one, at);
        for (const SaidOfKey &said : all)
            notes.take(said);
    }
    return notes;
}

FindingException exception(FindingRule rule = FindingRule::OlderThan)
{
    return {rule, u"migration"_s, u"Noor"_s, at.plusSeconds(86'400), {}, {}};
}

} // namespace

class TestKeyNotes : public QObject
{
    Q_OBJECT

private slots:
    void everyTopicHasItsOwnIdAndTitle()
    {
        QSet<QString> ids;
        QSet<QString> titles;
        for (const NoteTopicInfo &info : noteTopics()) {
            ids.insert(info.id);
            titles.insert(noteTopicTitle(info.topic));
            QCOMPARE(noteTopicFromId(info.id), std::optional(info.topic));
            QCOMPARE(info.words.isEmpty(), info.form != NoteForm::Word);
            for (const QString &word : info.words)
                QVERIFY2(noteWordText(word) != word, qPrintable(word));
        }
        QCOMPARE(ids.size(), noteTopics().size());
        QCOMPARE(titles.size(), noteTopics().size());
        QVERIFY(!noteTopicFromId(u"colour"));
    }

    void whatIsWrittenIsRead()
    {
        QMap<NoteTopic, QString> values;
        for (const NoteTopicInfo &info : noteTopics()) {
            const QMap<NoteForm, QString> samples{{NoteForm::Text, u"about "_s + info.id},
                                                  {NoteForm::Word, info.words.value(0)},
                                                  {NoteForm::Days, u"30"_s},
                                                  {NoteForm::Moment, u"2026-03-01"_s}};
            values.insert(info.topic, samples.value(info.form));
        }
        const KeyNotes notes = notesOf({entry(NoteKinds::note, noteDetail(values))});
        for (const NoteTopicInfo &info : noteTopics())
            QCOMPARE(notes.text(info.topic), values.value(info.topic));
        QCOMPARE(notes.said(NoteTopic::Owner)->by, u"kim@desk"_s);
        QCOMPARE(notes.said(NoteTopic::Owner)->at, at);
        QCOMPARE(notes.said(NoteTopic::Owner)->stamp, qint64(at.micros()));
    }

    void reviewsAndExceptionsAreRead()
    {
        const KeyNotes notes =
            notesOf({entry(NoteKinds::review, reviewDetail(ReviewDecision::Reduce, u"too much"_s)),
                     entry(NoteKinds::exception, exceptionDetail(exception()))});
        QCOMPARE(notes.review(), std::optional(KeyReview{ReviewDecision::Reduce, u"too much"_s,
                                                         u"kim@desk"_s, at}));
        FindingException expected = exception();
        expected.by = u"kim@desk"_s;
        expected.at = at;
        QCOMPARE(notes.exceptions(), QList{expected});
        QVERIFY(notes.exceptionFor(FindingRule::OlderThan, at));
        QVERIFY(!notes.exceptionFor(FindingRule::AdminScope, at));
        QVERIFY2(!notes.exceptionFor(FindingRule::OlderThan, expected.until), "its time is over");
    }

    void anAcknowledgementIsOfOneReview()
    {
        const qint64 first = at.micros();
        const QJsonObject review =
            entry(NoteKinds::review, reviewDetail(ReviewDecision::Keep, u"used"_s), first);
        const QJsonObject word =
            entry(NoteKinds::acknowledgement, acknowledgementDetail(u"M. Lindholm"_s, first), 5);
        const auto acknowledgement = notesOf({review, word}).review()->acknowledgement;
        QCOMPARE(acknowledgement,
                 std::optional(ReviewAcknowledgement{u"M. Lindholm"_s, u"kim@desk"_s, at}));
        QVERIFY2(notesOf({word, review}).review()->acknowledgement, "in whatever order they come");
        QVERIFY(!notesOf({review}).review()->acknowledgement);
        QVERIFY(!notesOf({word}).review());
        const QJsonObject later = entry(
            NoteKinds::review, reviewDetail(ReviewDecision::Revoke, u"not used"_s), first + 1);
        QVERIFY(!notesOf({review, word, later}).review()->acknowledgement);
        // One who still thought of the first review takes nothing from the later one.
        const QJsonObject wordOnLater = entry(
            NoteKinds::acknowledgement, acknowledgementDetail(u"R. Ito"_s, first + 1), first + 2);
        const QJsonObject late = entry(NoteKinds::acknowledgement,
                                       acknowledgementDetail(u"M. Lindholm"_s, first), first + 3);
        QCOMPARE(notesOf({review, later, wordOnLater, late}).review()->acknowledgement->who,
                 u"R. Ito"_s);
    }

    void anExceptionCanBeEnded()
    {
        const KeyNotes notes = notesOf(
            {entry(NoteKinds::exception, exceptionDetail(exception())),
             entry(NoteKinds::exception, exceptionDetail(exception(FindingRule::AdminScope))),
             entry(NoteKinds::exceptionEnd, {{"rule"_L1, "older-than"_L1}}, at.micros() + 1)});
        QCOMPARE(notes.exceptions().size(), 1);
        QCOMPARE(notes.exceptions().constFirst().rule, FindingRule::AdminScope);
    }

    void theLatestWinsInWhateverOrderTheyCome()
    {
        QList<QJsonObject> entries;
        for (int i = 0; i < 4; ++i)
            entries.append(
                entry(NoteKinds::note, {{"set.owner"_L1, u"owner %1"_s.arg(i)}}, 1000 + i / 2));
        // Two at the same moment: which one wins is the same everywhere.
        const KeyNotes notes = notesOf(entries);
        QCOMPARE(notes.text(NoteTopic::Owner), u"owner 3"_s);
        std::sort(entries.begin(), entries.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value("detail"_L1)["set.owner"_L1].toString() >
                   b.value("detail"_L1)["set.owner"_L1].toString();
        });
        QVERIFY(notesOf(entries) == notes);
    }

    void aNoteCanBeTakenBack()
    {
        const KeyNotes notes =
            notesOf({entry(NoteKinds::note, {{"set.owner"_L1, "Noor"_L1}}),
                     entry(NoteKinds::note, {{"set.owner"_L1, ""_L1}}, at.micros() + 1)});
        QCOMPARE(notes.text(NoteTopic::Owner), QString());
        QVERIFY(notes.said(NoteTopic::Owner)); // by whom it was taken back
    }

    void whatIsNotWellFormedSaysNothing_data()
    {
        QTest::addColumn<QJsonObject>("entry");
        const QJsonObject good{{"set.owner"_L1, "Noor"_L1}};
        QTest::newRow("another kind") << entry(u"key.update"_s, good);
        QTest::newRow("no stamp") << entry(NoteKinds::note, good, 0);
        QTest::newRow("a stamp that is too far ahead")
            << entry(NoteKinds::note, good, at.micros() + mostAhead + 1);
        QTest::newRow("an exception by the back door")
            << entry(NoteKinds::note, {{"set.exception/older-than"_L1, "x"_L1}});
        QTest::newRow("a topic that nobody knows")
            << entry(NoteKinds::note, {{"set.colour"_L1, "blue"_L1}});
        QTest::newRow("no number") << entry(NoteKinds::note, {{"set.most-days"_L1, "many"_L1}});
        QTest::newRow("no word of ours")
            << entry(NoteKinds::note, {{"set.identity"_L1, QString(500, u'x')}});
        QTest::newRow("no text") << entry(NoteKinds::note, {{"set.owner"_L1, 7}});
        QTest::newRow("until never") << entry(
            NoteKinds::exception, {{"rule"_L1, "older-than"_L1}, {"until"_L1, "some day"_L1}});
        QTest::newRow("a review by the back door")
            << entry(NoteKinds::note, {{"set.review"_L1, "{\"decision\":\"keep\"}"_L1}});
        QTest::newRow("a decision that nobody knows")
            << entry(NoteKinds::review, {{"decision"_L1, "maybe"_L1}, {"reason"_L1, "x"_L1}});
        QTest::newRow("an acknowledgement of nothing")
            << entry(NoteKinds::acknowledgement, {{"acknowledgedBy"_L1, "M. Lindholm"_L1}});
        QTest::newRow("an acknowledgement by nobody")
            << entry(NoteKinds::acknowledgement, {{"review"_L1, qint64(at.micros())}});
        QTest::newRow("an exception from nothing")
            << entry(NoteKinds::exception, {{"reason"_L1, "because"_L1}});
        QJsonObject failed = entry(NoteKinds::note, good);
        failed.insert("outcome"_L1, "failed"_L1);
        QTest::newRow("it failed") << failed;
    }
    void whatIsNotWellFormedSaysNothing()
    {
        QFETCH(QJsonObject, entry);
        QVERIFY(saidIn(entry, at).isEmpty());
    }

    void anExceptionForAHeldSecretCountsNothing()
    {
        const KeyNotes notes = notesOf(
            {entry(NoteKinds::exception, exceptionDetail(exception(FindingRule::SecretHeld)))});
        QVERIFY(notes.exceptions().isEmpty());
    }

    void longTextOfOthersIsCut()
    {
        const KeyNotes notes =
            notesOf({entry(NoteKinds::note, {{"set.owner"_L1, QString(100'000, u'x')}})});
        QCOMPARE(notes.text(NoteTopic::Owner).size(), longestNote);
    }

    void valuesAreChecked_data()
    {
        QTest::addColumn<int>("topic");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("kept"); // null: refused
        const auto row = [](const char *name, NoteTopic topic, const QString &given,
                            const QString &kept) {
            QTest::newRow(name) << int(topic) << given << kept;
        };
        row("text", NoteTopic::Purpose, u"  nightly\n builds "_s, u"nightly builds"_s);
        row("nothing", NoteTopic::RotationDays, u" "_s, u""_s);
        row("days", NoteTopic::RotationDays, u"30"_s, u"30"_s);
        row("no days", NoteTopic::RotationDays, u"monthly"_s, {});
        row("zero days", NoteTopic::MostDays, u"0"_s, {});
        row("too many days", NoteTopic::MostDays, u"36501"_s, {});
        row("a word", NoteTopic::Identity, u"shared"_s, u"shared"_s);
        row("another word", NoteTopic::Identity, u"everybody"_s, {});
        row("a date", NoteTopic::EndTrigger, u"2026-03-01"_s, u"2026-03-01"_s);
        row("an offset", NoteTopic::EndTrigger, u"2026-03-01T09:00:00+01:00"_s,
            u"2026-03-01T08:00:00Z"_s);
        row("no date", NoteTopic::EndTrigger, u"yesterday"_s, {});
        row("too long", NoteTopic::Owner, QString(501, u'x'), {});
        row("a ticket", NoteTopic::Request,
            u"https://wiki.example.com/spaces/SEC/pages/123456789/Key-request-2026"_s,
            u"https://wiki.example.com/spaces/SEC/pages/123456789/Key-request-2026"_s);
        row("a secret with slashes", NoteTopic::Purpose,
            u"its token is confident_Ab1/Cd2efgh+ijk3lmno/pqrst4uvw/xyz"_s, {});
        row("a secret of nobody known", NoteTopic::StoredIn,
            u"Zm9v/YmFy1/c2Vj/cmV0/a2V5/d2l0aC/BzbGFzaGVz"_s, {});
        row("a secret in an address", NoteTopic::Request, u"https://example.com/x?token=abc123"_s,
            {});
        row("a secret", NoteTopic::Purpose, u"tempo:sk:0123456789abcdef"_s, {});
    }
    void valuesAreChecked()
    {
        QFETCH(int, topic);
        QFETCH(QString, given);
        QFETCH(QString, kept);
        const auto value = noteValue(NoteTopic(topic), given);
        QCOMPARE(value.ok(), !kept.isNull());
        if (value)
            QCOMPARE(*value, kept);
        else
            QVERIFY(value.error().message.contains(noteTopicTitle(NoteTopic(topic))));
    }
};

QTEST_GUILESS_MAIN(TestKeyNotes)
#include "tst_core_keynotes.moc"
