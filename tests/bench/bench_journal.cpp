// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of the journal: bench_journal [ENTRIES], a million. What others do with the same bytes
// stands beside: sqlite3 writes the table as CSV, openssl hashes.

#include "app/composition.h"
#include "app/programsetup.h"
#include "bench/figures.h"
#include "gui/mainwindow.h"
#include "models/modelfactory.h"
#include "reports/journalcsv.h"
#include "reports/journaljsonl.h"
#include "reports/journalverifier.h"
#include "services/auditservice.h"
#include "store/store.h"
#include "unit/store/journalfiller.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

using namespace chatelaine;
using namespace chatelaine::bench;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runs = 3;

template<typename T>
T await(FutureOutcome<T> future)
{
    future.waitForFinished();
    return future.result().value();
}

/** How long the event loop did not come to a timer that was due. */
class LoopWatch
{
public:
    LoopWatch()
    {
        m_ticks.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_ticks, &QTimer::timeout, &m_ticks, [this] {
            m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6);
            m_since.restart();
        });
        m_since.start();
        m_ticks.start(1);
    }
    double longest() const { return m_longest; } ///< milliseconds

private:
    QTimer m_ticks;
    QElapsedTimer m_since;
    double m_longest = 0;
};

class JournalBench
{
public:
    explicit JournalBench(int entries)
        : m_entries(entries)
    {}

    void run()
    {
        std::printf("%d journal entries\n", m_entries);
        inStore();
        inWindow();
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString database() const { return path(u"chatelaine.sqlite"_s); }

    std::unique_ptr<Store> opened()
    {
        StoreOptions options;
        options.file = database();
        options.author = {u"user"_s, u"host"_s, u"bench"_s};
        options.clock = &m_clock;
        options.writer = &m_writer;
        options.reader = &m_reader;
        return Store::open(options).value();
    }

    void inStore()
    {
        m_writer.start();
        m_reader.start();
        auto store = opened();
        measure(
            "append one, durably", [&] { await(store->append({})); }, 5);
        measure("append all in one transaction", [&] {
            fillJournal(database(), store->installation(), m_entries - 5, m_clock.now());
        });
        store = nullptr; // what was written comes from the log into the database
        store = opened();
        std::printf("%-52s %9.1f MiB\n", "database",
                    double(QFileInfo(database()).size()) / (1024.0 * 1024.0));
        reading(*store);
        exporting(*store);
        proving(*store);
        store = nullptr;
        for (QThread *thread : {&m_writer, &m_reader}) {
            thread->quit();
            thread->wait();
        }
    }

    static void reading(Store &store)
    {
        const auto latest = [&] {
            await(store.searchJournals({}, std::nullopt, Qt::DescendingOrder, 100));
        };
        measure("latest hundred", latest, 5);
        JournalQuery rare;
        rare.text = QStringLiteral("nowhere");
        measure("a word that does not occur",
                [&] { await(store.searchJournals(rare, std::nullopt, Qt::DescendingOrder, 200)); });
        measure("counting them", [&] { await(store.countJournals(rare)); });
        JournalWalk walk;
        walk.each = [](const JournalStretch &) {
            return true;
        };
        walk.end = [](const Outcome<qint64> &lines) {
            return lines;
        };
        measure(
            "reading all, and nothing else", [&] { await(store.walkJournals(walk)); }, runs);
    }

    /** Another program's run; its output goes to a file. */
    void process(const QString &program, const QStringList &arguments, const QString &output)
    {
        QProcess running;
        running.setStandardOutputFile(output);
        running.start(program, arguments);
        if (!running.waitForFinished(-1) || running.exitCode() != 0)
            qFatal("%s does not run", qPrintable(program));
    }

    void against(const char *what, double ours, double theirs)
    {
        std::printf("%-52s %9.2f\n", what, ours / theirs);
        std::printf("%-52s %9.1f MiB\n", "  memory, at most", largestMemory());
    }

    void exporting(Store &store)
    {
        const double sqlite = measure(
            "sqlite3 -csv, the table",
            [&] {
                process(u"sqlite3"_s, {u"-csv"_s, database(), u"SELECT * FROM journal"_s},
                        path(u"theirs.csv"_s));
            },
            runs);
        forgetLargestMemory();
        const QString csv = path(u"journal.csv"_s);
        const double asCsv = measure(
            "CSV export",
            [&] {
                await(JournalExporter::write(store, {{}, csv, std::make_shared<JournalCsv>()}));
            },
            runs);
        against("  of sqlite3's time", asCsv, sqlite);
        forgetLargestMemory();
        const double asLines = measure(
            "JSON Lines export",
            [&] {
                const auto format =
                    std::make_shared<JournalJsonLines>(store.installation(), SealedBy());
                await(JournalExporter::write(store, {{}, path(u"journal.jsonl"_s), format}));
            },
            runs);
        against("  of sqlite3's time", asLines, sqlite);
    }

    /** Milliseconds that openssl says it takes to hash all lines. */
    double opensslTime()
    {
        const qint64 bytes = QFileInfo(path(u"journal.jsonl"_s)).size();
        const QString output = path(u"speed.txt"_s);
        process(u"openssl"_s,
                {u"speed"_s, u"-mr"_s, u"-seconds"_s, u"1"_s, u"-bytes"_s,
                 QString::number(bytes / m_entries), u"-evp"_s, u"sha256"_s},
                output);
        QFile file(output);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("openssl says nothing");
        const double perSecond = file.readAll().trimmed().split(':').last().toDouble();
        return double(bytes) / perSecond * 1000;
    }

    void proving(Store &store)
    {
        const double openssl = opensslTime();
        print("openssl speed -evp sha256, for the lines", openssl);
        forgetLargestMemory();
        const double chain = measure(
            "verify the chain", [&] { await(store.verifyJournal()); }, runs);
        against("  of openssl's time", chain, openssl);
        forgetLargestMemory();
        const double lines = measure(
            "verify the JSON Lines",
            [&] {
                const auto verdict =
                    journalVerifier::verifyJsonLines(path(u"journal.jsonl"_s)).value();
                if (!verdict.isIntact())
                    qFatal("the export is not intact");
            },
            runs);
        against("  of openssl's time", lines, openssl);
    }

    /** An export while the journal is looked at. */
    void inWindow()
    {
        auto made = Composition::make({m_folder.path(), u"bench"_s, {}, false});
        Composition &composition = **made;
        ModelFactory models(composition.store());
        MainWindow window(composition.services(), models, composition.clock(), {});
        window.show();
        for (const QString &format : AuditService::formats())
            exportInWindow(composition.services().audit, window, format);
    }

    void exportInWindow(AuditService &audit, MainWindow &window, const QString &format)
    {
        ExportOrder order;
        order.format = format;
        order.file = m_reports.filePath(u"window."_s + format);
        const auto tell = [&window](qint64 entries) {
            window.setWindowTitle(QString::number(entries));
        };
        const auto future = audit.exportTo(order, tell);
        const LoopWatch watch;
        QElapsedTimer timer;
        timer.start();
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const QByteArray what = "export from the window: " + format.toUtf8();
        print(what.constData(), double(timer.nsecsElapsed()) / 1e6);
        print("  the window did not answer for at most", watch.longest());
        if (!future.result())
            std::printf("  %s\n", qPrintable(future.result().error().message));
    }

    const int m_entries;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    QTemporaryDir m_reports; ///< what the program writes is not to be beside its own files
    QThread m_writer;
    QThread m_reader;
};

} // namespace

int main(int argc, char **argv)
{
    prepareProcess();
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    JournalBench(arguments.size() > 1 ? arguments[1].toInt() : 1'000'000).run();
    return 0;
}
