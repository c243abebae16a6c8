// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journaljsonl.h"
#include "reports/journalsiem.h"
#include "reports/journalverifier.h"
#include "unit/reports/testsigner.h"
#include "unit/store/journalfiller.h"
#include "unit/store/storefixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int entries = 40;

/** A journal that was exported, as the lines of its file. */
struct Exported
{
    explicit Exported(const JournalSelection &selection = {}, int count = entries)
    {
        fillJournal(fixture.file(), fixture.store->installation(), count, fixture.clock.now());
        fixture.clock.advance(60);
        JournalEvent event;
        event.kind = u"key.revoke"_s;
        event.outcome = u"succeeded"_s;
        event.account = AccountId(u"one"_s);
        event.object = u"\"seq\":1,"_s;
        valueOf(fixture.store->append(event));
        file = fixture.path(u"journal.jsonl"_s);
        write(selection);
    }

    void write(const JournalSelection &selection)
    {
        const auto format = std::make_shared<JournalJsonLines>(fixture.store->installation(),
                                                               SealedBy{signer.signer(), {}});
        (void)valueOf(JournalExporter::write(*fixture.store, {selection, file, format}));
        QFile read(file);
        if (!read.open(QIODevice::ReadOnly))
            qFatal("no export");
        lines = read.readAll().split('\n');
        lines.removeLast();
    }

    ExportVerdict verdict(const QList<QByteArray> &now)
    {
        QFile changed(fixture.path(u"changed.jsonl"_s));
        if (!changed.open(QIODevice::WriteOnly))
            qFatal("no room for the test");
        changed.write(now.join('\n') + '\n');
        changed.close();
        return journalVerifier::verifyJsonLines(changed.fileName()).value();
    }
    ExportVerdict verdict() { return verdict(lines); }

    StoreFixture fixture;
    TestSigner signer;
    QString file;
    QList<QByteArray> lines;
};

QByteArray edited(const QByteArray &line)
{
    QByteArray changed = line;
    changed.replace("\"alex\"", "\"axel\"");
    return changed;
}

} // namespace

/** Journals as JSON Lines, for a SIEM, and what becomes of tampering with them. */
class TestJsonLines : public QObject
{
    Q_OBJECT
private slots:
    void anExportIsIntactAndSigned()
    {
        Exported at;
        QCOMPARE(at.lines.size(), entries + 2);
        const ExportVerdict verdict = at.verdict();
        QVERIFY2(verdict.isIntact(), qPrintable(verdict.sentence()));
        QVERIFY(verdict.isSigned && !verdict.isPart);
        QCOMPARE(verdict.entries, entries + 1);
        QCOMPARE(verdict.head.size, entries + 1);
        QCOMPARE(verdict.head.origin, journalOrigin(at.fixture.store->installation()));
        QCOMPARE(verdict.publicKey, at.signer.signer().publicKey);
        const JournalVerdict chain = valueOf(at.fixture.store->verifyJournal());
        QVERIFY(chain.intact); // the text of a name that looks like a member misleads neither
    }

    void aPartIsProvedAsPart()
    {
        Exported at;
        JournalSelection one;
        one.accounts = {AccountId(u"one"_s)};
        at.write(one);
        QCOMPARE(at.lines.size(), 2);
        const ExportVerdict verdict = at.verdict();
        QVERIFY2(verdict.isIntact(), qPrintable(verdict.sentence()));
        QVERIFY(verdict.isPart && verdict.isSigned);
        QCOMPARE(verdict.entries, 1);
        QCOMPARE(verdict.head.size, entries + 1);
        QCOMPARE(at.verdict({edited(at.lines[0]), at.lines[1]}).tampering, Tampering::Edited);
        QCOMPARE(at.verdict({at.lines[1]}).tampering, Tampering::Removed);
    }

    void nobodySignsABrokenChain()
    {
        Exported at;
        const QString installation = at.fixture.store->installation();
        JournalSealer whole(installation, {at.signer.signer(), {}});
        JournalSealer broken(installation, {at.signer.signer(), {}});
        for (qsizetype i = 0; i + 1 < at.lines.size(); ++i) {
            whole.take({i + 1, {}, at.lines[i]}, true);
            broken.take({i + 1, {}, i == 7 ? edited(at.lines[i]) : at.lines[i]}, true);
        }
        QVERIFY(!whole.seal().publicKey.isEmpty());
        const JournalSeal seal = broken.seal();
        QVERIFY(seal.publicKey.isEmpty() && !seal.note.contains("\n\n"));
        QVERIFY2(seal.unsignedWhy.contains(u"entry 9"_s), qPrintable(seal.unsignedWhy));
    }

    void aKeyThatFailsLeavesItUnsigned()
    {
        Signer dead{QByteArray(signature::publicKeySize, 'k'), [](QByteArrayView) {
                        return QByteArray();
                    }};
        const JournalSeal seal = JournalSealer(u"8c1b"_s, {dead, {}}).seal();
        QVERIFY(seal.publicKey.isEmpty() && !seal.unsignedWhy.isEmpty());
        QVERIFY(openCheckpoint(seal.note, {}));
    }

    void withoutAKeyItIsUnsigned()
    {
        Exported at;
        const auto format = std::make_shared<JournalJsonLines>(
            at.fixture.store->installation(), SealedBy{{}, u"There is no keychain."_s});
        (void)valueOf(JournalExporter::write(*at.fixture.store, {{}, at.file, format}));
        const auto verdict = journalVerifier::verifyJsonLines(at.file);
        QVERIFY(verdict && verdict->isIntact());
        QVERIFY(!verdict->isSigned);
        QCOMPARE(verdict->unsignedWhy, u"There is no keychain."_s);
    }

    void tamperingIsNamed_data()
    {
        using Lines = QList<QByteArray>;
        QTest::addColumn<std::function<Lines(Lines)>>("change");
        QTest::addColumn<Tampering>("named");
        QTest::addColumn<qint64>("at");
        const auto row = [](const char *name, const std::function<Lines(Lines)> &change,
                            Tampering named, qint64 at) {
            QTest::newRow(name) << change << named << at;
        };
        row(
            "edited first",
            [](Lines l) {
                l[0] = edited(l[0]);
                return l;
            },
            Tampering::Edited, 1);
        row(
            "edited middle",
            [](Lines l) {
                l[20] = edited(l[20]);
                return l;
            },
            Tampering::Edited, 21);
        row(
            "edited chain",
            [](Lines l) {
                l[20].replace("\"prev\":\"", "\"prev\":\"0");
                return l;
            },
            Tampering::Edited, 21);
        row(
            "edited last",
            [](Lines l) {
                l[entries] = edited(l[entries]);
                return l;
            },
            Tampering::Rewritten, 0);
        row(
            "no entry",
            [](Lines l) {
                l[5] = "{}";
                return l;
            },
            Tampering::Edited, 6);
        row(
            "removed first",
            [](Lines l) {
                l.removeFirst();
                return l;
            },
            Tampering::Removed, 1);
        row(
            "removed middle",
            [](Lines l) {
                l.remove(10, 3);
                return l;
            },
            Tampering::Removed, 11);
        row(
            "inserted copy",
            [](Lines l) {
                l.insert(10, l[9]);
                return l;
            },
            Tampering::Inserted, 10);
        row(
            "inserted at the end",
            [](Lines l) {
                QByteArray more = l[entries];
                more.replace("\"seq\":41,", "\"seq\":42,");
                l.insert(entries + 1, more);
                return l;
            },
            Tampering::Inserted, entries + 2);
        row(
            "reordered",
            [](Lines l) {
                l.swapItemsAt(3, 30);
                return l;
            },
            Tampering::Reordered, 31);
        row(
            "cut at the end",
            [](Lines l) {
                l.remove(entries - 4, 5);
                return l;
            },
            Tampering::CutAtEnd, entries - 4);
        row(
            "cut with its seal", [](Lines l) { return l.first(20); }, Tampering::NotSealed, 0);
        row(
            "seal without signature",
            [](Lines l) {
                JournalSeal seal = *JournalSeal::fromLine(l.last());
                seal.note = seal.note.first(seal.note.indexOf("\n\n") + 1);
                l.last() = seal.toLine();
                return l;
            },
            Tampering::Forged, 0);
        row(
            "signed by another key",
            [](Lines l) {
                const TestSigner other;
                JournalSeal seal = *JournalSeal::fromLine(l.last());
                const auto opened = openCheckpoint(seal.note, {});
                const Signer by = other.signer();
                seal.note = signedNote(opened->checkpoint, by);
                l.last() = seal.toLine();
                return l;
            },
            Tampering::Forged, 0);
    }
    void tamperingIsNamed()
    {
        using Change = std::function<QList<QByteArray>(QList<QByteArray>)>;
        QFETCH(const Change, change);
        QFETCH(const Tampering, named);
        QFETCH(const qint64, at);
        Exported exported;
        const ExportVerdict verdict = exported.verdict(change(exported.lines));
        QCOMPARE(tamperingName(verdict.tampering), tamperingName(named));
        QCOMPARE(verdict.at, at);
        QVERIFY(!verdict.sentence().isEmpty());
    }

    void whatIsNoExportIsRefused()
    {
        StoreFixture fixture;
        const QString path = fixture.path(u"something"_s);
        const auto refused = [&path](const QByteArray &content) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("no room for the test");
            file.close();
            const auto verdict = journalVerifier::verifyJsonLines(path);
            return verdict ? Error() : verdict.error();
        };
        for (const QByteArray &content : {QByteArray(), QByteArray("a,b\r\n1,2\r\n"),
                                          QByteArray("\x7f"
                                                     "ELF\n\0\n",
                                                     7)})
            QVERIFY(refused(content).message.contains(u"no export of a journal"_s));
        QVERIFY(refused("PK\x03\x04 and so on").next.contains(u"Unpack"_s));
        QVERIFY(QFile::rename(path, path + u".xlsx"_s));
        const auto workbook = journalVerifier::verifyJsonLines(path + u".xlsx"_s);
        QVERIFY(!workbook && workbook.error().message.contains(u"no export"_s));
        // What was an export once, but for its end, is not just anything.
        QCOMPARE(refused(Exported({}, 3).lines.constFirst()).message, QString());
    }

    void everyByteCounts()
    {
        Exported at({}, 3);
        const QByteArray whole = at.lines.join('\n') + '\n';
        const qint64 sealed = whole.size() - at.lines.last().size() - 1;
        const QString path = at.fixture.path(u"flipped.jsonl"_s);
        for (qint64 i = 0; i < sealed; ++i) {
            QByteArray flipped = whole;
            flipped[i] = char(flipped[i] ^ 1);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(flipped);
            file.close();
            const auto verdict = journalVerifier::verifyJsonLines(path);
            QVERIFY(verdict);
            QVERIFY2(!verdict->isIntact(), qPrintable(u"byte %1"_s.arg(i)));
        }
    }

    void ocsfHasWhatItsClassesRequire()
    {
        StoreFixture fixture;
        for (const QString &kind : {u"key.create"_s, u"key.disable"_s, u"app.lock"_s}) {
            JournalEvent event;
            event.kind = kind;
            event.outcome = kind == "key.disable"_L1 ? u"failed"_s : u"succeeded"_s;
            event.accountName = u"Acme"_s;
            event.vendorId = u"k-1"_s;
            valueOf(fixture.store->append(event));
        }
        const QString file = fixture.path(u"journal.ocsf"_s);
        valueOf(
            JournalExporter::write(*fixture.store, {{}, file, std::make_shared<JournalOcsf>()}));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        QList<QJsonObject> events;
        while (!read.atEnd())
            events.append(QJsonDocument::fromJson(read.readLine()).object());
        QCOMPARE(events.size(), 3);
        for (const QJsonObject &event : events) {
            for (const auto name : {"activity_id"_L1, "category_uid"_L1, "class_uid"_L1,
                                    "type_uid"_L1, "severity_id"_L1, "time"_L1, "metadata"_L1})
                QVERIFY2(event.contains(name), qPrintable(QString(name)));
            const QJsonObject metadata = event.value("metadata"_L1).toObject();
            QVERIFY(metadata.contains("version"_L1));
            QVERIFY(metadata.value("product"_L1).toObject().contains("vendor_name"_L1));
            QCOMPARE(event.value("type_uid"_L1).toInt(), event.value("class_uid"_L1).toInt() * 100 +
                                                             event.value("activity_id"_L1).toInt());
        }
        QCOMPARE(events[0].value("class_uid"_L1).toInt(), 3007);
        QCOMPARE(events[0].value("activity_id"_L1).toInt(), 18);
        const QJsonObject user = events[0].value("user"_L1).toObject();
        QCOMPARE(user.value("name"_L1).toString(), u"Acme"_s);
        QCOMPARE(user.value("programmatic_credentials"_L1)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value("uid"_L1)
                     .toString(),
                 u"k-1"_s);
        QCOMPARE(events[1].value("class_uid"_L1).toInt(), 3004);
        QCOMPARE(events[1].value("activity_id"_L1).toInt(), 9);
        QCOMPARE(events[1].value("status_id"_L1).toInt(), 2);
        QVERIFY(events[1].value("entity"_L1).toObject().contains("uid"_L1));
        QVERIFY(events[2].value("entity"_L1).toObject().contains("name"_L1));
        QCOMPARE(events[2].value("activity_name"_L1).toString(), u"app.lock"_s);
    }

    void whoOnlySawAChangeIsNotItsActor()
    {
        StoreFixture fixture;
        JournalEvent event;
        event.kind = u"key.changed_elsewhere"_s;
        event.outcome = u"succeeded"_s;
        event.accountName = u"Acme"_s;
        event.vendorId = u"k-1"_s;
        event.detail = {{u"was.name"_s, u"a"_s}, {u"now.name"_s, u"b"_s}};
        valueOf(fixture.store->append(event));
        const QString ocsf = fixture.path(u"journal.ocsf"_s);
        const QString cef = fixture.path(u"journal.cef"_s);
        valueOf(
            JournalExporter::write(*fixture.store, {{}, ocsf, std::make_shared<JournalOcsf>()}));
        valueOf(JournalExporter::write(*fixture.store, {{}, cef, std::make_shared<JournalCef>()}));
        QFile read(ocsf);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QJsonObject seen = QJsonDocument::fromJson(read.readLine()).object();
        QCOMPARE(seen.value("comment"_L1).toString(), u"Acme: name: a -> b"_s);
        QCOMPARE(seen.value("activity_id"_L1).toInt(), 99);
        QVERIFY(!seen.value("actor"_L1).toObject().contains("user"_L1));
        QVERIFY(!seen.value("actor"_L1).toObject().isEmpty()); // the program that saw it
        QFile lines(cef);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        const QByteArray line = lines.readLine();
        QVERIFY(line.contains("was.name"));
        QVERIFY(!line.contains("suser="));
    }

    void ocsfTellsWhatWasSaidOfAKey()
    {
        StoreFixture fixture;
        const QMap<QString, QJsonObject> said{
            {u"key.note"_s, {{u"set.owner"_s, u"Noor"_s}}},
            {u"key.review"_s, {{u"decision"_s, u"keep"_s}, {u"reason"_s, u"in use"_s}}},
            {u"key.review_acknowledge"_s, {{u"acknowledgedBy"_s, u"M. Lindholm"_s}}},
            {u"key.exception"_s, {{u"rule"_s, u"older-than"_s}, {u"approver"_s, u"Noor"_s}}},
            {u"key.exception_end"_s, {{u"rule"_s, u"older-than"_s}}}};
        const QMap<QString, QString> comments{
            {u"key.note"_s, u"Acme: owner=Noor"_s},
            {u"key.review"_s, u"Acme: decision=keep; reason=in use"_s},
            {u"key.review_acknowledge"_s, u"Acme: acknowledgedBy=M. Lindholm"_s},
            {u"key.exception"_s, u"Acme: approver=Noor; rule=older-than"_s},
            {u"key.exception_end"_s, u"Acme: rule=older-than"_s}};
        for (auto it = said.begin(); it != said.end(); ++it) {
            JournalEvent event;
            event.kind = it.key();
            event.outcome = u"succeeded"_s;
            event.accountName = u"Acme"_s;
            event.object = u"billing"_s;
            event.vendorId = u"k-1"_s;
            event.detail = it.value();
            valueOf(fixture.store->append(event));
        }
        const QString file = fixture.path(u"journal.ocsf"_s);
        valueOf(
            JournalExporter::write(*fixture.store, {{}, file, std::make_shared<JournalOcsf>()}));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        int events = 0;
        while (!read.atEnd()) {
            const QJsonObject event = QJsonDocument::fromJson(read.readLine()).object();
            const QString kind =
                event.value("metadata"_L1).toObject().value("event_code"_L1).toString();
            QCOMPARE(event.value("type_uid"_L1).toInt(), 300403); // an entity is updated
            QCOMPARE(event.value("entity"_L1).toObject().value("uid"_L1).toString(), u"k-1"_s);
            QCOMPARE(event.value("comment"_L1).toString(), comments.value(kind));
            QVERIFY(event.value("message"_L1).toString() != "Chatelaine event"_L1);
            ++events;
        }
        QCOMPARE(events, int(said.size()));
    }

    void cefEscapesWhatHasAMeaning()
    {
        StoreFixture fixture;
        JournalEvent event;
        event.kind = u"key.cre|ate\\"_s;
        event.outcome = u"succeeded"_s;
        event.object = u"a=b\\c\nd|e"_s;
        valueOf(fixture.store->append(event));
        const QString file = fixture.path(u"journal.cef"_s);
        valueOf(JournalExporter::write(*fixture.store, {{}, file, std::make_shared<JournalCef>()}));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QByteArray line = read.readAll();
        QVERIFY(line.startsWith("CEF:0|Chatelaine|Chatelaine|"));
        QCOMPARE(line.count('\n'), 1);
        QVERIFY2(line.contains("|key.cre\\|ate\\\\|"), line.constData());
        QVERIFY2(line.contains("cs3=a\\=b\\\\c\\nd|e"), line.constData());
        QVERIFY(line.contains(" outcome=succeeded "));
    }
};

QTEST_GUILESS_MAIN(TestJsonLines)
#include "tst_reports_jsonl.moc"
