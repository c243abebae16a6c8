// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/evidencepack.h"
#include "reports/packverifier.h"
#include "store/journalchain.h"
#include "unit/reports/testsigner.h"
#include "unit/store/journalfiller.h"
#include "unit/store/storefixture.h"

#include <QDir>
#include <QDirIterator>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int entries = 12;

/** A small journal, and packs of it. */
class PackFixture
{
public:
    PackFixture()
    {
        fillJournal(fixture.file(), fixture.store->installation(), entries, fixture.clock.now());
        (void)valueOf(fixture.store->eachJournalLine({}, [this](const JournalLine &line) {
            lines.append(line);
            return true;
        }));
    }

    QString installation() const { return fixture.store->installation(); }
    QString folder(const QString &name) const { return fixture.path(name); }
    QString file(const QString &pack, const QString &name) const
    {
        return QDir(folder(pack)).filePath(packFiles::journalFolder(installation()) + u'/' + name);
    }

    /** Of the first `size` entries. */
    PackHead make(const QString &name, qsizetype size, const Signer &by,
                  const std::optional<PackHead> &previous = {},
                  const std::function<bool(const JournalLine &)> &isKept = {})
    {
        EvidencePack pack(folder(name));
        if (!pack.begin())
            qFatal("no pack");
        const auto journal = pack.addJournal(installation());
        JournalSealer sealer(installation(), {by, {}});
        for (const JournalLine &line : lines.first(size)) {
            const bool keeps = !isKept || isKept(line);
            sealer.take(line, keeps);
            if (keeps && !journal->write(line))
                qFatal("no journal");
        }
        if (!journal->finish(sealer, previous))
            qFatal("no head");
        ReportHeader header;
        header.title = u"A report"_s;
        header.isComplete = true;
        if (!pack.finish(header, {by, {}}, journal->sealed()))
            qFatal("not finished");
        return {sealer.checkpoint().size, sealer.checkpoint().root};
    }
    PackHead make(const QString &name) { return make(name, lines.size(), signer.signer()); }

    ExportVerdict verdict(const QString &name, const ExportExpectation &expected = {}) const
    {
        return packVerifier::verifyPack(folder(name), expected).value();
    }
    KnownHead known(const PackHead &head, bool isPrevious = false) const
    {
        return {journalOrigin(installation()), head, {}, isPrevious};
    }

    StoreFixture fixture;
    TestSigner signer;
    QList<JournalLine> lines;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file");
    return file.readAll();
}

void replaceContent(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written");
}

} // namespace

/** Evidence packs: what is in them, and what becomes of tampering with them. */
class TestPack : public QObject
{
    Q_OBJECT
private slots:
    void aPackIsIntact()
    {
        PackFixture at;
        const PackHead head = at.make(u"pack"_s);
        const ExportVerdict verdict = at.verdict(u"pack"_s);
        QVERIFY2(verdict.isIntact(), qPrintable(verdict.sentence()));
        QVERIFY(verdict.isSigned && !verdict.isPart);
        QCOMPARE(verdict.entries, at.lines.size());
        QCOMPARE(verdict.head.root, head.root);
        QVERIFY(contentOf(at.file(u"pack"_s, packFiles::events))
                    .startsWith(at.lines.constFirst().line + '\n'));
        // Nothing unfinished is left beside it.
        QCOMPARE(QDir(at.folder(u"."_s)).entryList({u"pack*"_s}, QDir::Dirs), {u"pack"_s});
    }

    void whatIsDroppedLeavesNothing()
    {
        PackFixture at;
        {
            EvidencePack pack(at.folder(u"pack"_s));
            QVERIFY(pack.begin());
            QVERIFY(pack.addJournal(at.installation()));
        }
        QVERIFY(QDir(at.folder(u"."_s)).entryList({u"pack*"_s}, QDir::Dirs).isEmpty());
    }

    void everyByteCounts()
    {
        PackFixture at;
        at.make(u"pack"_s, 3, at.signer.signer());
        QDirIterator files(at.folder(u"pack"_s), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QByteArray good = contentOf(path);
            // The instructions are the same in every pack: some of their bytes stand for all.
            const int step = path.endsWith(packFiles::instructions) ? 61 : 1;
            for (qsizetype i = 0; i < good.size(); i += step) {
                QByteArray bad = good;
                bad[i] = char(bad[i] ^ 1);
                replaceContent(path, bad);
                const auto verdict = packVerifier::verifyPack(at.folder(u"pack"_s), {});
                if (verdict && verdict->isIntact())
                    QFAIL(qPrintable(u"%1, byte %2"_s.arg(path).arg(i)));
            }
            replaceContent(path, good);
        }
        QVERIFY(at.verdict(u"pack"_s).isIntact());
    }

    void tamperingIsNamed_data()
    {
        using Lines = QList<QByteArray>;
        QTest::addColumn<std::function<void(Lines *)>>("change");
        QTest::addColumn<Tampering>("named");
        const auto row = [](const char *name, const std::function<void(Lines *)> &change,
                            Tampering named) {
            QTest::newRow(name) << change << named;
        };
        row(
            "edited", [](Lines *l) { (*l)[3].replace("\"alex\"", "\"axel\""); }, Tampering::Edited);
        row(
            "removed", [](Lines *l) { l->removeAt(3); }, Tampering::Removed);
        row(
            "inserted", [](Lines *l) { l->insert(3, l->at(3)); }, Tampering::Inserted);
        row(
            "reordered", [](Lines *l) { l->swapItemsAt(3, 4); }, Tampering::Reordered);
        row(
            "cut at the end", [](Lines *l) { l->removeLast(); }, Tampering::CutAtEnd);
    }
    void tamperingIsNamed()
    {
        QFETCH(std::function<void(QList<QByteArray> *)>, change);
        QFETCH(Tampering, named);
        PackFixture at;
        at.make(u"pack"_s);
        const QString path = at.file(u"pack"_s, packFiles::events);
        QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
        change(&lines);
        replaceContent(path, lines.join('\n') + '\n');
        QCOMPARE(at.verdict(u"pack"_s).tampering, named);
    }

    void filesThatAreAddedOrRemovedAreNamed()
    {
        PackFixture at;
        at.make(u"pack"_s);
        const QString added = QDir(at.folder(u"pack"_s)).filePath(u"more.txt"_s);
        replaceContent(added, "more");
        QCOMPARE(at.verdict(u"pack"_s).tampering, Tampering::OtherFiles);
        QCOMPARE(at.verdict(u"pack"_s).file, u"more.txt"_s);
        QVERIFY(QFile::remove(added));
        QVERIFY(at.verdict(u"pack"_s).isIntact());
        QVERIFY(QFile::remove(QDir(at.folder(u"pack"_s)).filePath(packFiles::report)));
        QCOMPARE(at.verdict(u"pack"_s).file, packFiles::report);
    }

    void anOlderPackIsNamed()
    {
        PackFixture at;
        const PackHead first = at.make(u"first"_s, 8, at.signer.signer());
        const PackHead second = at.make(u"second"_s, at.lines.size(), at.signer.signer(), first);
        QVERIFY(at.verdict(u"second"_s, {{}, {at.known(first, true)}}).isIntact());
        QCOMPARE(at.verdict(u"first"_s, {{}, {at.known(second)}}).tampering, Tampering::Older);
        QVERIFY(at.verdict(u"first"_s, {{}, {at.known(second)}, true}).isIntact());
        QCOMPARE(at.verdict(u"first"_s, {{}, {at.known(second, true)}, true}).tampering,
                 Tampering::Older);
        // The same one again is no newer one.
        QCOMPARE(at.verdict(u"first"_s, {{}, {at.known(first, true)}}).tampering, Tampering::Older);
        QVERIFY(at.verdict(u"first"_s, {{}, {at.known(first)}}).isIntact());
    }

    void aHistoryThatWasWrittenAnewIsNamed()
    {
        PackFixture at;
        PackFixture other; // a journal of its own, as if made anew
        PackHead head = other.make(u"pack"_s, 8, other.signer.signer());
        at.make(u"pack"_s);
        QCOMPARE(at.verdict(u"pack"_s, {{}, {at.known(head)}}).tampering, Tampering::Rewritten);
        head = at.make(u"part"_s, 8, at.signer.signer());
        QVERIFY(at.verdict(u"pack"_s, {{}, {at.known(head)}}).isIntact());
    }

    void anotherSignerIsNamed()
    {
        PackFixture at;
        const PackHead first = at.make(u"first"_s, 8, at.signer.signer());
        const TestSigner other;
        at.make(u"second"_s, at.lines.size(), other.signer(), first);
        QVERIFY(at.verdict(u"second"_s).isIntact());
        const QByteArray known = signature::fingerprintOf(at.signer.signer().publicKey);
        QCOMPARE(at.verdict(u"second"_s, {known, {}}).tampering, Tampering::OtherSigner);
        KnownHead before = at.known(first);
        before.fingerprint = known;
        QCOMPARE(at.verdict(u"second"_s, {{}, {before}}).tampering, Tampering::OtherSigner);
        QVERIFY(at.verdict(u"first"_s, {known, {before}}).isIntact());
    }

    void aPartProvesItselfAndItsPast()
    {
        PackFixture at;
        const auto isOdd = [](const JournalLine &line) {
            return line.sequence % 2 == 1;
        };
        const PackHead first = at.make(u"first"_s, 7, at.signer.signer(), {}, isOdd);
        at.make(u"second"_s, at.lines.size(), at.signer.signer(), first, isOdd);
        const ExportVerdict verdict = at.verdict(u"second"_s, {{}, {at.known(first, true)}});
        QVERIFY2(verdict.isIntact(), qPrintable(verdict.sentence()));
        QVERIFY(verdict.isPart);
        QCOMPARE(verdict.entries, (at.lines.size() + 1) / 2);
        PackHead forged = first;
        forged.root[0] = static_cast<unsigned char>(forged.root[0] ^ 1);
        // The proof is for another head: nothing can be said of this one, but of one that it is
        // for, everything.
        const QString proof = at.file(u"second"_s, packFiles::consistency);
        const QByteArray good = contentOf(proof);
        auto read = PackConsistency::fromJson(good);
        QVERIFY(read);
        read->from = forged;
        replaceContent(proof, read->toJson());
        QCOMPARE(at.verdict(u"second"_s, {{}, {at.known(forged)}}).tampering, Tampering::Rewritten);
    }

    void whatIsNoPackIsRefused()
    {
        PackFixture at;
        QVERIFY(!packVerifier::verifyPack(at.folder(u"."_s), {}));
        QVERIFY(!packVerifier::headsOfPack(at.folder(u"."_s)));
        at.make(u"pack"_s);
        const auto heads = packVerifier::headsOfPack(at.folder(u"pack"_s));
        QVERIFY(heads);
        QCOMPARE(heads->size(), 1);
        QVERIFY(heads->constFirst().isPrevious);
        QVERIFY(!heads->constFirst().fingerprint.isEmpty());
    }

    void headsAreRememberedByTheJournal()
    {
        StoreFixture fixture;
        const PackHead head{12, {1, 2, 3}};
        JournalEvent made;
        made.kind = u"report.export"_s;
        made.outcome = u"succeeded"_s;
        made.detail = {{u"format"_s, u"pack"_s}, {packHeadMember(u"8c1b"_s), head.toText()}};
        const JournalLine line = valueOf(fixture.store->append(made));
        QCOMPARE(packHeadsOf(line).value(u"8c1b"_s), head);
        QCOMPARE(journalVerifier::knownHeadsOf(line).constFirst().origin, journalOrigin(u"8c1b"_s));
        made.outcome = u"failed"_s;
        QVERIFY(packHeadsOf(valueOf(fixture.store->append(made))).isEmpty());
        JournalEvent verified;
        verified.kind = u"log.verify"_s;
        verified.outcome = u"succeeded"_s;
        verified.detail = {
            {u"origin"_s, u"an origin"_s}, {u"head"_s, head.toText()}, {u"signer"_s, u"abc"_s}};
        const auto known = journalVerifier::knownHeadsOf(valueOf(fixture.store->append(verified)));
        QCOMPARE(known.size(), 1);
        QCOMPARE(known.constFirst().head, head);
        QCOMPARE(known.constFirst().fingerprint, QByteArray("abc"));
    }
};

QTEST_GUILESS_MAIN(TestPack)
#include "tst_reports_pack.moc"
