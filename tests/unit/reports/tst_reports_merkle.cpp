// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/checkpoint.h"
#include "reports/merklespan.h"
#include "reports/merkletree.h"

#include <QRandomGenerator>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

/** RFC 6962, section 2.1, word by word. */
Hash256 plainRoot(const QList<QByteArray> &leaves)
{
    if (leaves.isEmpty())
        return sha256({});
    if (leaves.size() == 1)
        return sha256({QByteArray(1, '\0'), leaves.constFirst()});
    qsizetype left = 1;
    while (left * 2 < leaves.size())
        left *= 2;
    const Hash256 a = plainRoot(leaves.first(left));
    const Hash256 b = plainRoot(leaves.sliced(left));
    return sha256({QByteArray(1, '\1'), viewOf(a), viewOf(b)});
}

QList<QByteArray> leavesOf(int count)
{
    QList<QByteArray> leaves;
    for (int i = 0; i < count; ++i)
        leaves.append("leaf " + QByteArray::number(i));
    return leaves;
}

MerkleTree treeOf(const QList<QByteArray> &leaves)
{
    MerkleTree tree;
    for (const QByteArray &leaf : leaves)
        tree.append(merkle::leafHash(leaf));
    return tree;
}

Hash256 other(Hash256 digest)
{
    digest[7] ^= 1;
    return digest;
}

constexpr int most = 37;

} // namespace

/** The tree over the journal's lines, its proofs, and the checkpoint of its head. */
class TestMerkle : public QObject
{
    Q_OBJECT
private slots:
    void rootsAreThoseOfCertificateTransparency()
    {
        // The inputs and roots of the reference implementation's tests.
        const char *const inputs[] = {"",
                                      "00",
                                      "10",
                                      "2021",
                                      "3031",
                                      "40414243",
                                      "5051525354555657",
                                      "606162636465666768696a6b6c6d6e6f"};
        const char *const roots[] = {
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
        MerkleTree tree;
        QCOMPARE(hexOf(tree.root()),
                 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba);
        for (size_t i = 0; i < std::size(inputs); ++i) {
            tree.append(merkle::leafHash(QByteArray::fromHex(inputs[i])));
            QCOMPARE(hexOf(tree.root()), QByteArray(roots[i]));
        }
    }

    void rootsOfEverySize()
    {
        const QList<QByteArray> leaves = leavesOf(most);
        MerkleTree tree = treeOf(leaves);
        for (int size = 0; size <= most; ++size)
            QCOMPARE(tree.root(size), plainRoot(leaves.first(size)));
    }

    void inclusionIsProvedAndNothingElse()
    {
        const QList<QByteArray> leaves = leavesOf(most);
        MerkleTree tree = treeOf(leaves);
        for (int size = 1; size <= most; ++size) {
            const Hash256 root = tree.root(size);
            for (int i = 0; i < size; ++i) {
                const Hash256 leaf = merkle::leafHash(leaves.at(i));
                QList<Hash256> proof = tree.inclusionProof(i, size);
                QVERIFY(merkle::isIncluded(leaf, i, size, proof, root));
                QVERIFY(!merkle::isIncluded(other(leaf), i, size, proof, root));
                QVERIFY(!merkle::isIncluded(leaf, i, size, proof, other(root)));
                QVERIFY(!merkle::isIncluded(leaf, (i + 1) % size, size, proof, root) || size == 1);
                QVERIFY(!merkle::isIncluded(leaf, size, size, proof, root));
                proof.append(root);
                QVERIFY(!merkle::isIncluded(leaf, i, size, proof, root));
            }
        }
    }

    void growthIsProvedAndNothingElse()
    {
        MerkleTree tree = treeOf(leavesOf(most));
        for (int to = 1; to <= most; ++to) {
            for (int from = 1; from <= to; ++from) {
                const Hash256 old = tree.root(from);
                const Hash256 now = tree.root(to);
                QList<Hash256> proof = tree.consistencyProof(from, to);
                QVERIFY2(merkle::isConsistent(from, old, to, now, proof),
                         qPrintable(u"%1 to %2"_s.arg(from).arg(to)));
                QVERIFY(!merkle::isConsistent(from, other(old), to, now, proof));
                QVERIFY(!merkle::isConsistent(from, old, to, other(now), proof));
                if (!proof.isEmpty()) {
                    proof[0] = other(proof[0]);
                    QVERIFY(!merkle::isConsistent(from, old, to, now, proof));
                    proof.removeLast();
                    QVERIFY(!merkle::isConsistent(from, old, to, now, proof));
                }
            }
        }
    }

    void aPartLeadsToTheRoot()
    {
        const QList<QByteArray> leaves = leavesOf(most);
        MerkleTree tree = treeOf(leaves);
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            const int size = int(random.bounded(0, most + 1));
            std::vector<qint64> kept;
            std::vector<Hash256> hashes;
            MerkleSpan whole;
            MerkleSpan part; // put to the others now and then
            for (int i = 0; i < size; ++i) {
                const Hash256 leaf = merkle::leafHash(leaves.at(i));
                const bool isKept = random.bounded(3) == 0;
                part.append(leaf, isKept);
                if (isKept) {
                    kept.push_back(i);
                    hashes.push_back(leaf);
                }
                if (random.bounded(8) == 0 || i == size - 1) {
                    whole.append(part);
                    part = MerkleSpan(i + 1);
                }
            }
            QCOMPARE(whole.end(), size);
            QCOMPARE(whole.root(), tree.root(size));
            QList<Hash256> gaps = whole.gaps();
            QCOMPARE(merkle::rootWithGaps(kept, hashes, size, gaps),
                     std::optional(tree.root(size)));
            if (!hashes.empty()) {
                std::vector<Hash256> wrong = hashes;
                wrong.back() = other(wrong.back());
                QVERIFY(merkle::rootWithGaps(kept, wrong, size, gaps) != tree.root(size));
                std::vector<qint64> fewer = kept;
                fewer.pop_back();
                wrong.pop_back();
                QVERIFY(merkle::rootWithGaps(fewer, wrong, size, gaps) != tree.root(size));
            }
            gaps.append(tree.root());
            QCOMPARE(merkle::rootWithGaps(kept, hashes, size, gaps), std::nullopt);
        }
    }

    void aSignatureIsThatOfTheStandard()
    {
        // RFC 8032, section 7.1, test 2.
        const QByteArray key =
            QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        QByteArray made =
            QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        QVERIFY(signature::isValid(key, QByteArray("\x72"), made));
        QVERIFY(!signature::isValid(key, QByteArray("\x73"), made));
        made[3] = char(made[3] ^ 1);
        QVERIFY(!signature::isValid(key, QByteArray("\x72"), made));
        QCOMPARE(signature::publicKeyFromPem(signature::publicKeyPem(key)), key);
        QVERIFY(signature::publicKeyFromPem("-----BEGIN PUBLIC KEY-----\nAAAA\n").isEmpty());
    }

    void aCheckpointComesBack()
    {
        Checkpoint head{journalOrigin(u"8c1b"_s), 12, {}};
        head.root[0] = 0xfe;
        const QByteArray note = checkpointText(head);
        QCOMPARE(note, "chatelaine.github.io/journal/8c1b\n12\n" + base64Of(head.root) + '\n');
        const auto opened = openCheckpoint(note, {});
        QVERIFY(opened);
        QVERIFY(opened->checkpoint == head);
        QVERIFY(!opened->isSigned && !opened->hasSignatures);
    }

    void whatIsNoCheckpointIsRefused_data()
    {
        QTest::addColumn<QByteArray>("note");
        const QByteArray root = QByteArray(32, 'x').toBase64();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no root") << "origin\n1\n"_ba;
        QTest::newRow("short root") << "origin\n1\nAAAA\n"_ba;
        QTest::newRow("no number") << "origin\nx\n" + root + '\n';
        QTest::newRow("leading zero") << "origin\n01\n" + root + '\n';
        QTest::newRow("negative") << "origin\n-1\n" + root + '\n';
        QTest::newRow("no origin") << "\n1\n" + root + '\n';
        QTest::newRow("huge") << QByteArray(1 << 20, 'a');
    }
    void whatIsNoCheckpointIsRefused()
    {
        QFETCH(const QByteArray, note);
        QVERIFY(!openCheckpoint(note, {}));
    }
};

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_reports_merkle.moc"
