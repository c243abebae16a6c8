// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processwatch.h"
#include "servicefixture.h"
#include "support/awaited.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString value = u"prx_service-9f3cZk3qEXAMPLE0123456789"_s;

QJsonArray shell(const QString &script)
{
    return {u"sh"_s, u"-c"_s, script, u"sh"_s, u"{file}"_s};
}

} // namespace

/** A held secret on its way to a file or a program, and what the journal says about it. */
class TestDeliveryService : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;
    int m_operations = 0;

    QString path(const QString &name) const { return m_fixture->profile.filePath(name); }
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }

    /** A destination of the user's own: shell scripts that get a file as $1. */
    void addTemplate(const QJsonObject &more)
    {
        QJsonObject document{{u"format"_s, 1},
                             {u"id"_s, u"own"_s},
                             {u"name"_s, u"Own store"_s},
                             {u"fields"_s, QJsonArray{QJsonObject{{u"id"_s, u"file"_s},
                                                                  {u"label"_s, u"File"_s},
                                                                  {u"required"_s, true}}}},
                             {u"place"_s, u"{file}"_s},
                             {u"check"_s, QJsonArray{QJsonObject{
                                              {u"run"_s, shell(u"test -d \"$(dirname \"$1\")\""_s)},
                                              {u"else"_s, u"Make the folder."_s}}}},
                             {u"exists"_s, shell(u"test -e \"$1\""_s)},
                             {u"absent_status"_s, 1},
                             {u"deliver"_s, shell(u"cat > \"$1\""_s)},
                             {u"verify"_s, shell(u"cat \"$1\""_s)}};
        for (auto member = more.begin(); member != more.end(); ++member)
            document.insert(member.key(), member.value());
        QVERIFY(QDir(m_fixture->profile.path()).mkpath(u"destinations"_s));
        QFile file(path(u"destinations/own.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(document).toJson());
        file.close();
        m_fixture->restart();
        QCOMPARE(m_fixture->delivery->problems(), QStringList());
    }

    Destination own(const QString &file = u"out"_s, bool replace = false) const
    {
        return {u"command:own"_s, {{u"file"_s, path(file)}}, replace};
    }

    HeldSecret hold()
    {
        OperationRow operation;
        operation.id = OperationId(newUuid());
        operation.sentName = u"CI pipeline"_s;
        KeyRow key;
        key.record.mask = u"prx_…6789"_s;
        return outcomeOf(m_fixture->held->hold(operation, key, secretOf(value))).value();
    }

    QList<QJsonObject> entries() const
    {
        const auto lines = outcomeOf(m_fixture->store->journal({}));
        QList<QJsonObject> all;
        for (const JournalLine &line : lines ? *lines : QList<JournalLine>()) {
            const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
            if (entry.value(u"kind"_s).toString() == u"key.deliver"_s)
                all.append(entry);
        }
        std::sort(all.begin(), all.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a.value(u"seq"_s).toInt() < b.value(u"seq"_s).toInt();
        });
        return all;
    }

private slots:
    void init() { m_fixture = std::make_unique<ServiceFixture>(); }

    void cleanup()
    {
        const QByteArray secretText = value.toUtf8();
        for (const QJsonObject &entry : entries())
            QVERIFY(!QJsonDocument(entry).toJson().contains(secretText));
        m_fixture.reset();
    }

    void aProgramGetsItAndGivesItBack()
    {
        addTemplate({});
        const auto checked = outcomeOf(m_fixture->delivery->check(own()));
        QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().message));
        QCOMPARE(checked->place, path(u"out"_s));
        QVERIFY(checked->command.startsWith(u"sh -c 'cat > "_s));
        const HeldSecret held = hold();
        ProcessWatch watch(value.toUtf8());
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(held.id, own()));
        watch.stop();
        QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().message));
        QCOMPARE(content(u"out"_s), value.toUtf8());
        QVERIFY(receipt->readBack);
        QVERIFY(!receipt->kept);
        QCOMPARE(receipt->fingerprint.size(), 64);
        QVERIFY(watch.rounds() > 0);
        QCOMPARE(watch.sightings(), 0);
        // Delivered, it is still held until somebody ends that.
        QVERIFY(m_fixture->held->held(held.id));
        const QList<QJsonObject> all = entries();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].value(u"outcome"_s), u"intended"_s);
        QCOMPARE(all[1].value(u"outcome"_s), u"succeeded"_s);
        QCOMPARE(all[1].value(u"object"_s), u"CI pipeline"_s);
        QCOMPARE(all[1].value(u"operation"_s), held.operation.toString());
        const QJsonObject detail = all[1].value(u"detail"_s).toObject();
        QCOMPARE(detail.value(u"store"_s), u"command:own"_s);
        QCOMPARE(detail.value(u"place"_s), path(u"out"_s));
        QCOMPARE(detail.value(u"readBack"_s), u"yes"_s);
        QCOMPARE(detail.value(u"fingerprint"_s), receipt->fingerprint);
        QVERIFY(outcomeOf(m_fixture->held->forget(held.id, u"delivered"_s)));
    }

    void theSameSecretHasTheSameFingerprint()
    {
        addTemplate({});
        const auto first = outcomeOf(m_fixture->delivery->deliver(hold().id, own(u"a"_s)));
        const auto second = outcomeOf(m_fixture->delivery->deliver(hold().id, own(u"b"_s)));
        QVERIFY(first && second);
        QCOMPARE(first->fingerprint, second->fingerprint);
    }

    void whatIsThereIsNotOverwritten()
    {
        addTemplate({{u"replace"_s, shell(u"cat > \"$1\"; echo >> \"$1\""_s)}});
        QFile file(path(u"out"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        const HeldSecret held = hold();
        QCOMPARE(outcomeOf(m_fixture->delivery->check(own())).error().kind, ErrorKind::Conflict);
        const auto refused = outcomeOf(m_fixture->delivery->deliver(held.id, own()));
        QVERIFY(!refused);
        QCOMPARE(content(u"out"_s), QByteArray("old"));
        QVERIFY(outcomeOf(m_fixture->delivery->check(own(u"out"_s, true))));
        // Read back with one line break more than was sent.
        const auto replaced = outcomeOf(m_fixture->delivery->deliver(held.id, own(u"out"_s, true)));
        QVERIFY(replaced && replaced->readBack);
        QCOMPARE(content(u"out"_s), value.toUtf8() + '\n');
    }

    void aCheckThatFailsSaysWhatToDo()
    {
        addTemplate({});
        const auto checked = outcomeOf(m_fixture->delivery->check(own(u"missing/out"_s)));
        QVERIFY(!checked);
        QCOMPARE(checked.error().next, u"Make the folder."_s);
        QVERIFY(!outcomeOf(m_fixture->delivery->check({u"command:own"_s, {}, false})));
        QVERIFY(!outcomeOf(m_fixture->delivery->check({u"command:nobody"_s, {}, false})));
        QVERIFY(entries().isEmpty()); // nothing was tried
    }

    void aFailureLosesNothing_data()
    {
        QTest::addColumn<QString>("deliver");
        QTest::addColumn<QString>("verify");
        QTest::addColumn<QString>("message");
        const QString good = u"cat > \"$1\""_s;
        const QString read = u"cat \"$1\""_s;
        QTest::newRow("status") << u"cat >/dev/null; echo no right >&2; exit 3"_s << read
                                << u"\"sh\" ended with status 3."_s;
        QTest::newRow("hangs") << u"cat >/dev/null; sleep 600"_s << read
                               << u"did not end within 2 second"_s;
        QTest::newRow("accepts and drops") << u"cat >/dev/null; echo x > \"$1\""_s << read
                                           << u"not the secret that was delivered"_s;
        QTest::newRow("does not read") << u"exit 0"_s << read << u"did not read the secret"_s;
        QTest::newRow("cannot be read back") << good << u"exit 4"_s << u"status 4"_s;
    }

    void aFailureLosesNothing()
    {
        QFETCH(QString, deliver);
        QFETCH(QString, verify);
        QFETCH(QString, message);
        addTemplate(
            {{u"deliver"_s, shell(deliver)}, {u"verify"_s, shell(verify)}, {u"seconds"_s, 2}});
        const HeldSecret held = hold();
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(held.id, own()));
        QVERIFY(!receipt);
        QVERIFY2(receipt.error().message.contains(message), qPrintable(receipt.error().message));
        const QList<QJsonObject> all = entries();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[1].value(u"outcome"_s), u"failed"_s);
        // What the keychain holds is all there still.
        const auto again = outcomeOf(m_fixture->held->value(held.id, u"reveal"_s));
        QVERIFY(again);
        QVERIFY((*again)->equals(*secretOf(value)));
    }

    void whatTheProgramSaysIsShownWithoutTheSecret()
    {
        addTemplate({{u"deliver"_s, shell(u"cat >&2; exit 1"_s)}});
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(hold().id, own()));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().vendorMessage, u"[secret]"_s);
    }

    void isNotReadBackWhereNobodyCan()
    {
        addTemplate({});
        QFile file(path(u"destinations/own.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        document.remove(u"verify"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(document).toJson());
        file.close();
        m_fixture->restart();
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(hold().id, own()));
        QVERIFY(receipt);
        QVERIFY(!receipt->readBack);
        QCOMPARE(entries().constLast().value(u"detail"_s).toObject().value(u"readBack"_s), u"no"_s);
    }

    void base64IsComparedToo()
    {
        addTemplate(
            {{u"verify"_s, shell(u"base64 \"$1\""_s)}, {u"verify_encoding"_s, u"base64"_s}});
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(hold().id, own()));
        QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().message));
        QVERIFY(receipt->readBack);
    }

    void isCancelled()
    {
        addTemplate({{u"deliver"_s, shell(u"touch \"$1.began\"; cat >/dev/null; sleep 600"_s)}});
        const auto cancellation = std::make_shared<Cancellation>();
        const HeldSecret held = hold();
        auto future = m_fixture->delivery->deliver(held.id, own(), cancellation);
        QTRY_VERIFY(QFile::exists(path(u"out.began"_s)));
        cancellation->request();
        QCOMPARE(outcomeOf(future).error().kind, ErrorKind::Cancelled);
        QCOMPARE(entries().constLast().value(u"outcome"_s), u"failed"_s);
        QVERIFY(m_fixture->held->held(held.id));
    }

    void aFileIsWrittenAndReceipted()
    {
        const Destination file{destinationId::file, {{u"path"_s, path(u"file"_s)}}, false};
        QVERIFY(outcomeOf(m_fixture->delivery->check(file)));
        const HeldSecret held = hold();
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(held.id, file));
        QVERIFY(receipt && receipt->readBack);
        QCOMPARE(content(u"file"_s), value.toUtf8());
        QVERIFY(receipt->where().contains(path(u"file"_s)));
        QVERIFY(!outcomeOf(m_fixture->delivery->check(file))); // it is there now
        QVERIFY(!outcomeOf(m_fixture->delivery->deliver(held.id, file)));
        QCOMPARE(entries().constLast().value(u"outcome"_s), u"failed"_s);
    }

    void withoutAKeychainThereIsNoFingerprint()
    {
        m_fixture->keychain.onRead = FakeKeychain::Behaviour::Fails;
        m_fixture->keychain.onWrite = FakeKeychain::Behaviour::Fails;
        m_fixture->keychain.state.trouble = KeychainTrouble::Locked;
        addTemplate({});
        const HeldSecret held = hold();
        QVERIFY(!held.inKeychain);
        const auto receipt = outcomeOf(m_fixture->delivery->deliver(held.id, own()));
        QVERIFY(receipt);
        QVERIFY(receipt->fingerprint.isEmpty());
        QCOMPARE(content(u"out"_s), value.toUtf8());
        QVERIFY(outcomeOf(m_fixture->held->value(held.id, u"reveal"_s))); // memory has it still
        QVERIFY(!outcomeOf(m_fixture->delivery->check({destinationId::keychain, {}, false})));
    }

    void whatIsNotHeldCannotBeDelivered()
    {
        addTemplate({});
        const auto receipt =
            outcomeOf(m_fixture->delivery->deliver(HeldSecretId(u"nobody"_s), own()));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(path(u"out"_s)));
    }
};

QTEST_GUILESS_MAIN(TestDeliveryService)
#include "tst_delivery_service.moc"
