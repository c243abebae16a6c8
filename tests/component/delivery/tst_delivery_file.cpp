// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray value = QByteArrayLiteral("prx_file-9f3cZk3qEXAMPLE0123456789");

SharedSecret secret(const QByteArray &text = value)
{
    return Secret::copyOf(text).value();
}

/** While it lives no file of this process grows beyond some bytes: a disk that is full. */
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
};

} // namespace

/** A file as a destination: whole, the owner's alone, or not there at all. */
class TestDeliveryFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name = u"secret"_s) const { return m_folder->filePath(name); }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    static mode_t modeOf(const QString &path)
    {
        struct stat facts = {};
        return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777 : 0;
    }
    QStringList names() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isWholeAndTheOwnersAlone()
    {
        const mode_t before = ::umask(0);
        const auto written = SecretFile(path(), false).write(*secret());
        ::umask(before);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
        QCOMPARE(content(path()), value);
        QCOMPARE(modeOf(path()), mode_t(0600));
        QCOMPARE(names(), QStringList{u"secret"_s}); // nothing else is left
    }

    void checkingLeavesNothing()
    {
        const auto checked = SecretFile(path(), false).check();
        QVERIFY(checked);
        QVERIFY(checked->isEmpty()); // a folder of ours alone
        QVERIFY(names().isEmpty());
        QVERIFY(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0);
        QCOMPARE(SecretFile(path(), false).check()->size(), 1);
        QVERIFY(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777) == 0);
        QVERIFY(SecretFile(path(), false).check()->constFirst().contains(u"write"_s));
    }

    void replacesOnlyWhenToldTo()
    {
        QVERIFY(SecretFile(path(), false).write(*secret("first-value")));
        QVERIFY(!SecretFile(path(), false).check());
        QVERIFY(!SecretFile(path(), false).write(*secret()));
        QCOMPARE(content(path()), QByteArray("first-value"));
        QVERIFY(::chmod(QFile::encodeName(path()).constData(), 0644) == 0);
        QVERIFY(SecretFile(path(), true).check());
        QVERIFY(SecretFile(path(), true).write(*secret()));
        QCOMPARE(content(path()), value);
        QCOMPARE(modeOf(path()), mode_t(0600)); // not that of the file before
        QCOMPARE(names(), QStringList{u"secret"_s});
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"link", "dangling", "folder", "device", "relative", "no folder"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QString, what);
        QString target = path(u"target"_s);
        if (what == u"link"_s) {
            QVERIFY(SecretFile(path(u"other"_s), false).write(*secret("first-value")));
            QVERIFY(QFile::link(path(u"other"_s), target));
        } else if (what == u"dangling"_s) {
            QVERIFY(QFile::link(path(u"other"_s), target));
        } else if (what == u"folder"_s) {
            QVERIFY(QDir().mkpath(target));
        } else if (what == u"device"_s) {
            target = u"/dev/full"_s;
        } else if (what == u"relative"_s) {
            target = u"target"_s;
        } else {
            target = path(u"missing/target"_s);
        }
        const QStringList before = names();
        for (const bool replace : {false, true}) {
            QVERIFY(!SecretFile(target, replace).check());
            const auto written = SecretFile(target, replace).write(*secret());
            QVERIFY(!written);
            QVERIFY(!written.error().message.contains(QString::fromUtf8(value)));
        }
        QCOMPARE(names(), before);
        if (what == u"link"_s)
            QCOMPARE(content(path(u"other"_s)), QByteArray("first-value"));
    }

    void aFullDiskLeavesWhatWasThere()
    {
        QVERIFY(SecretFile(path(), false).write(*secret("first")));
        {
            const FullDisk disk(8);
            const auto written = SecretFile(path(), true).write(*secret());
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Storage);
        }
        QCOMPARE(content(path()), QByteArray("first"));
        QCOMPARE(names(), QStringList{u"secret"_s});
        {
            const FullDisk disk(8);
            QVERIFY(!SecretFile(path(u"other"_s), false).write(*secret()));
        }
        QCOMPARE(names(), QStringList{u"secret"_s});
    }
};

QTEST_GUILESS_MAIN(TestDeliveryFile)
#include "tst_delivery_file.moc"
