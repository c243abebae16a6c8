// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/evidencepack.h"
#include "reports/packverifier.h"
#include "store/journalchain.h"
#include "unit/reports/testsigner.h"
#include "unit/store/journalfiller.h"
#include "unit/store/storefixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>

#include <sys/stat.h>

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
    PackHead addTo(EvidencePack *pack, qsizetype size, const Signer &by, Sealed *sealed,
                   const std::optional<PackHead> &previous = {},
                   const std::function<bool(const JournalLine &)> &isKept = {}) const
    {
        const auto journal = pack->addJournal(installation());
        JournalSealer sealer(installation(), {by, {}}, JournalSealer::Proofs::Wanted);
        for (const JournalLine &line : lines.first(size)) {
            const bool keeps = !isKept || isKept(line);
            sealer.take(line, keeps);
            if (keeps && !journal->write(line))
                qFatal("no journal");
        }
        if (!journal->finish(sealer, previous))
            qFatal("no head");
        *sealed = journal->sealed();
        return {sealer.checkpoint().size, sealer.checkpoint().root};
    }
    void finish(EvidencePack *pack, const Signer &by, const Sealed &sealed) const
    {
        ReportHeader header;
        header.title = u"A report"_s;
        header.isComplete = true;
        if (!pack->finish(header, {by, {}, second.signer()}, sealed))
            qFatal("not finished");
    }
    PackHead make(const QString &name, qsizetype size, const Signer &by,
                  const std::optional<PackHead> &previous = {},
                  const std::function<bool(const JournalLine &)> &isKept = {})
    {
        EvidencePack pack(folder(name));
        Sealed sealed;
        if (!pack.begin())
            qFatal("no pack");
        const PackHead head = addTo(&pack, size, by, &sealed, previous, isKept);
        finish(&pack, by, sealed);
        return head;
    }
    /** With the journal of another installation, as far as it is known here; the heads as whoever
     * verified it remembers them. */
    QList<KnownHead> makeTeam(const QString &name, qsizetype size, const PackFixture &other,
                              qsizetype otherSize, const std::optional<Signer> &by = {})
    {
        const Signer signs = by.value_or(signer.signer());
        EvidencePack pack(folder(name));
        Sealed sealed;
        if (!pack.begin())
            qFatal("no pack");
        const PackHead own = addTo(&pack, size, signs, &sealed);
        const PackHead others = other.addTo(&pack, otherSize, signs, &sealed);
        finish(&pack, signs, sealed);
        const QByteArray fingerprint = signature::fingerprintOf(signs.publicKey);
        const QString origin = journalOrigin(installation());
        return {{origin, own, fingerprint, false, origin},
                {journalOrigin(other.installation()), others, fingerprint, false, origin}};
    }
    PackHead make(const QString &name) { return make(name, lines.size(), signer.signer()); }

    ExportVerdict verdict(const QString &name, const ExportExpectation &expected = {}) const
    {
        return packVerifier::verifyPack(folder(name), expected).value();
    }
    KnownHead known(const PackHead &head, bool isPrevious = false) const
    {
        const QString origin = journalOrigin(installation());
        return {origin, head, {}, isPrevious, origin};
    }

    StoreFixture fixture;
    TestSigner signer;
    TestSecondSigner second;
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

QByteArray sumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/** Exchanges files of a pack, as somebody does who can write them and has a key. */
void signAnew(const QDir &pack, const Signer &by, const QMap<QString, QByteArray> &files)
{
    QByteArray sums = contentOf(pack.filePath(packFiles::sums));
    for (auto it = files.begin(); it != files.end(); ++it) {
        sums.replace(sumOf(contentOf(pack.filePath(it.key()))), sumOf(it.value()));
        replaceContent(pack.filePath(it.key()), it.value());
    }
    replaceContent(pack.filePath(packFiles::sums), sums);
    replaceContent(pack.filePath(packFiles::signature), by.sign(sums));
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
        QCOMPARE(verdict.maker, journalOrigin(at.installation()));
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

    void aFolderThatIsThereStaysAsItIs()
    {
        PackFixture at;
        QVERIFY(QDir().mkpath(at.folder(u"pack"_s)));
        EvidencePack pack(at.folder(u"pack"_s));
        QVERIFY(pack.begin());
        QVERIFY(!pack.finish({}, {}, {}));
        QVERIFY(QDir(at.folder(u"pack"_s)).isEmpty());
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
        QCOMPARE(at.verdict(u"pack"_s).change, FileChange::Added);
        QVERIFY(QFile::remove(added));
        QVERIFY(at.verdict(u"pack"_s).isIntact());
        QVERIFY(QFile::remove(QDir(at.folder(u"pack"_s)).filePath(packFiles::report)));
        QCOMPARE(at.verdict(u"pack"_s).file, packFiles::report);
        QCOMPARE(at.verdict(u"pack"_s).change, FileChange::Removed);
        replaceContent(QDir(at.folder(u"pack"_s)).filePath(packFiles::report), "{}");
        QCOMPARE(at.verdict(u"pack"_s).change, FileChange::Edited);
    }

    void journalsOrSumsThatAreGoneAreNamed()
    {
        PackFixture at;
        at.make(u"pack"_s);
        QVERIFY(QFile::remove(QDir(at.folder(u"pack"_s)).filePath(packFiles::sums)));
        QCOMPARE(at.verdict(u"pack"_s).file, packFiles::sums);
        QCOMPARE(at.verdict(u"pack"_s).change, FileChange::Removed);
        at.make(u"other"_s);
        QVERIFY(
            QDir(QDir(at.folder(u"other"_s)).filePath(packFiles::journals)).removeRecursively());
        const ExportVerdict verdict = at.verdict(u"other"_s);
        QCOMPARE(verdict.tampering, Tampering::OtherFiles);
        QCOMPARE(verdict.change, FileChange::Removed);
        QVERIFY2(verdict.file.startsWith(packFiles::journals), qPrintable(verdict.file));
    }

    void whatIsNoRegularFileIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isFifo");
        QTest::newRow("a file of the pack") << u"report.json"_s << false;
        QTest::newRow("the sums") << u"SHA256SUMS"_s << false;
        QTest::newRow("a folder") << u"journals"_s << false;
        QTest::newRow("one that leads nowhere") << u"nothing"_s << false;
        QTest::newRow("a pipe") << u"VERIFY.txt"_s << true;
    }
    void whatIsNoRegularFileIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isFifo);
        PackFixture at;
        at.make(u"pack"_s);
        const QString there = QDir(at.folder(u"pack"_s)).filePath(name);
        const QString elsewhere = at.folder(u"elsewhere"_s);
        if (QFileInfo::exists(there))
            QVERIFY(QFile::rename(there, elsewhere));
        if (isFifo)
            QCOMPARE(mkfifo(qPrintable(there), 0600), 0);
        else
            QVERIFY(QFile::link(elsewhere, there));
        const ExportVerdict verdict = at.verdict(u"pack"_s);
        QCOMPARE(verdict.tampering, Tampering::OtherFiles);
        QCOMPARE(verdict.change, FileChange::NotRegular);
        QCOMPARE(verdict.file, name);
        QVERIFY(!packVerifier::headsOfPack(at.folder(u"pack"_s)));
    }

    void whatWasDoneToAnOlderOneIsNamedFirst()
    {
        PackFixture at;
        at.make(u"first"_s, 8, at.signer.signer());
        const PackHead second = at.make(u"second"_s);
        const ExportExpectation expected{{}, {at.known(second)}};
        replaceContent(QDir(at.folder(u"first"_s)).filePath(packFiles::report), "{}");
        ExportVerdict verdict = at.verdict(u"first"_s, expected);
        QCOMPARE(verdict.tampering, Tampering::OtherFiles);
        QVERIFY(verdict.has(Tampering::Older));
        const QString events = at.file(u"first"_s, packFiles::events);
        replaceContent(events, contentOf(events).replace("\"alex\"", "\"axel\""));
        verdict = at.verdict(u"first"_s, expected);
        QCOMPARE(verdict.tampering, Tampering::Edited);
        QVERIFY(verdict.has(Tampering::Older));
        QVERIFY2(verdict.sentence().endsWith(verdict.also.constLast().sentence()),
                 qPrintable(verdict.sentence()));
    }

    void aSignatureThatIsWrongIsNamed()
    {
        PackFixture at;
        at.make(u"pack"_s);
        const QDir pack(at.folder(u"pack"_s));
        const QByteArray good = contentOf(pack.filePath(packFiles::signature));
        replaceContent(pack.filePath(packFiles::signature), QByteArray(64, 'x'));
        ExportVerdict verdict = at.verdict(u"pack"_s);
        QCOMPARE(verdict.tampering, Tampering::Forged);
        QCOMPARE(verdict.file, packFiles::signature);
        QVERIFY2(verdict.sentence().contains(u"SHA256SUMS"_s), qPrintable(verdict.sentence()));
        QVERIFY(QFile::remove(pack.filePath(packFiles::signature)));
        verdict = at.verdict(u"pack"_s);
        QCOMPARE(verdict.tampering, Tampering::Forged);
        QCOMPARE(verdict.change, FileChange::Removed);
        QVERIFY2(verdict.sentence().contains(u"missing"_s), qPrintable(verdict.sentence()));
    }

    void aSecondSignatureCountsToo()
    {
        PackFixture at;
        at.make(u"pack"_s);
        const QString second = QDir(at.folder(u"pack"_s)).filePath(packFiles::secondSignature);
        const QByteArray good = contentOf(second);
        replaceContent(second, at.second.signer().sign("something else"));
        ExportVerdict verdict = at.verdict(u"pack"_s);
        QCOMPARE(verdict.tampering, Tampering::Forged);
        QCOMPARE(verdict.file, packFiles::secondSignature);
        QVERIFY(!verdict.isSigned);
        QVERIFY(QFile::remove(second));
        QCOMPARE(at.verdict(u"pack"_s).change, FileChange::Removed);
        replaceContent(second, good);
        QVERIFY(at.verdict(u"pack"_s).isSigned);
    }

    void whoReadsItIsToldTheMethod()
    {
        PackFixture at;
        EvidencePack pack(at.folder(u"pack"_s));
        QVERIFY(pack.begin());
        ReportHeader header;
        header.facts = {{u"status"_s, u"Status"_s, u"INCOMPLETE\none: a page failed"_s}};
        QVERIFY(pack.finish(header, {}, {}));
        const QByteArray method = contentOf(QDir(at.folder(u"pack"_s)).filePath(packFiles::method));
        QVERIFY2(method.contains("\nStatus: INCOMPLETE\n    one: a page failed\n"),
                 method.constData());
    }

    void sumsSignedAnewByAnotherAreNamed()
    {
        PackFixture at;
        at.make(u"pack"_s);
        const QByteArray known = signature::fingerprintOf(at.signer.signer().publicKey);
        const TestSigner other;
        const QDir pack(at.folder(u"pack"_s));
        const QByteArray report = contentOf(pack.filePath(packFiles::report));
        signAnew(pack, other.signer(),
                 {{packFiles::report, QByteArray(report).replace("A report", "My report")},
                  {packFiles::publicKey, signature::publicKeyPem(other.signer().publicKey)}});
        // The head still is as the first one signed it.
        ExportVerdict verdict = at.verdict(u"pack"_s);
        QCOMPARE(verdict.tampering, Tampering::OtherSigner);
        QVERIFY(verdict.file.endsWith(packFiles::head));
        verdict = at.verdict(u"pack"_s, {known, {}});
        QCOMPARE(verdict.tampering, Tampering::OtherSigner);
        QVERIFY(verdict.file.isEmpty());
    }

    void withoutASignerItIsSaidWhy()
    {
        PackFixture at;
        EvidencePack pack(at.folder(u"pack"_s));
        QVERIFY(pack.begin());
        const auto journal = pack.addJournal(at.installation());
        const SealedBy by{{}, u"There is no keychain."_s};
        JournalSealer sealer(at.installation(), by);
        QVERIFY(journal->finish(sealer, {}));
        QVERIFY(pack.finish({}, by, journal->sealed()));
        const ExportVerdict verdict = at.verdict(u"pack"_s);
        QVERIFY2(verdict.isIntact(), qPrintable(verdict.sentence()));
        QVERIFY(!verdict.isSigned && !verdict.hasSignature);
        QCOMPARE(verdict.unsignedWhy, u"There is no keychain."_s);
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

    void eachMakerOfATeamHasItsKey()
    {
        PackFixture one;
        PackFixture two;
        const auto ones = one.makeTeam(u"ones"_s, 8, two, 6);
        const auto twos = two.makeTeam(u"twos"_s, 10, one, 7); // one's last entry is not there yet
        const ExportVerdict verdict = one.verdict(u"ones"_s, {{}, twos});
        QVERIFY2(verdict.isIntact(), qPrintable(verdict.sentence()));
        QCOMPARE(verdict.journals.size(), 2);
        QCOMPARE(verdict.maker, journalOrigin(one.installation()));
        QVERIFY(two.verdict(u"twos"_s, {{}, ones}).isIntact());
        // The same maker with another key is another one, and so is one that nobody can name.
        const TestSigner other;
        one.makeTeam(u"others"_s, 9, two, 7, other.signer());
        QCOMPARE(one.verdict(u"others"_s, {{}, ones}).tampering, Tampering::OtherSigner);
        QVERIFY(one.verdict(u"others"_s, {{}, twos}).isIntact());
        KnownHead before = ones.constFirst();
        before.head.root[0] ^= 1;
        before.maker = journalOrigin(two.installation());
        const ExportVerdict anew = one.verdict(u"others"_s, {{}, {before}});
        QCOMPARE(anew.tampering, Tampering::OtherSigner);
        QVERIFY(anew.has(Tampering::Rewritten));
    }

    void aTeamsPackIsOlderThanThoseOfItsMaker()
    {
        PackFixture one;
        PackFixture two;
        const auto first = one.makeTeam(u"first"_s, 8, two, 6);
        const auto second = one.makeTeam(u"second"_s, 9, two, 6);
        QVERIFY(one.verdict(u"second"_s, {{}, first}).isIntact());
        QCOMPARE(one.verdict(u"first"_s, {{}, second}).tampering, Tampering::Older);
        const auto previous = packVerifier::headsOfPack(one.folder(u"first"_s)).value();
        QCOMPARE(previous.size(), 2);
        QCOMPARE(previous.constFirst().maker, journalOrigin(one.installation()));
        // The other one did nothing meanwhile.
        QVERIFY(one.verdict(u"second"_s, {{}, previous}).isIntact());
        QCOMPARE(one.verdict(u"first"_s, {{}, previous}).tampering, Tampering::Older);
        // A journal that went missing.
        one.make(u"alone"_s);
        const ExportVerdict alone = one.verdict(u"alone"_s, {{}, previous});
        QCOMPARE(alone.tampering, Tampering::OtherFiles);
        QCOMPARE(alone.file, packFiles::journalFolder(two.installation()));
    }

    void aMakerWhoseJournalIsNotThereIsNone()
    {
        PackFixture one;
        PackFixture two;
        const auto ones = one.makeTeam(u"ones"_s, 8, two, 6);
        const TestSigner other;
        one.makeTeam(u"others"_s, 9, two, 7, other.signer());
        const QDir pack(one.folder(u"others"_s));
        const QByteArray report = contentOf(pack.filePath(packFiles::report));
        signAnew(pack, other.signer(),
                 {{packFiles::report,
                   QByteArray(report).replace(one.installation().toUtf8(), "somebody")}});
        const ExportVerdict verdict = one.verdict(u"others"_s, {{}, ones});
        QCOMPARE(verdict.maker, QString());
        QCOMPARE(verdict.tampering, Tampering::OtherSigner);
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
        QVERIFY(at.verdict(u"second"_s, {{}, {at.known(forged)}}).has(Tampering::Rewritten));
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
        made.detail = {{u"format"_s, u"pack"_s},
                       {u"signer"_s, u"def"_s},
                       {packHeadMember(u"8c1b"_s), head.toText()}};
        const JournalLine line = valueOf(fixture.store->append(made));
        QCOMPARE(packHeadsOf(line).value(u"8c1b"_s), head);
        const KnownHead own = knownHeadsOf(line).constFirst();
        QCOMPARE(own.origin, journalOrigin(u"8c1b"_s));
        QCOMPARE(own.maker, journalOrigin(fixture.store->installation()));
        QCOMPARE(own.fingerprint, QByteArray("def"));
        made.outcome = u"failed"_s;
        QVERIFY(packHeadsOf(valueOf(fixture.store->append(made))).isEmpty());
        JournalEvent verified;
        verified.kind = u"log.verify"_s;
        verified.outcome = u"succeeded"_s;
        verified.detail = {{u"origin"_s, u"an origin"_s},
                           {u"head"_s, head.toText()},
                           {u"maker"_s, u"a maker"_s},
                           {u"signer"_s, u"abc"_s}};
        auto known = knownHeadsOf(valueOf(fixture.store->append(verified)));
        QCOMPARE(known.size(), 1);
        QCOMPARE(known.constFirst().head, head);
        QCOMPARE(known.constFirst().maker, u"a maker"_s);
        QCOMPARE(known.constFirst().fingerprint, QByteArray("abc"));
        verified.detail = {{packHeadMember(u"8c1b"_s), head.toText()},
                           {packHeadMember(u"9d2c"_s), head.toText()}};
        known = knownHeadsOf(valueOf(fixture.store->append(verified)));
        QCOMPARE(known.size(), 2);
        QCOMPARE(known.constLast().origin, journalOrigin(u"9d2c"_s));
    }
};

QTEST_GUILESS_MAIN(TestPack)
#include "tst_reports_pack.moc"
