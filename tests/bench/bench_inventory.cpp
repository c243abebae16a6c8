// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of what the design promises: of the inventory: bench_inventory [KEYS], a million.

#include "bench/figures.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace chatelaine;
using namespace chatelaine::bench;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int keysPerProject = 100;

class InventoryBench
{
public:
    explicit InventoryBench(int keys)
        : m_keys(keys)
    {
        m_account.id = AccountId(newUuid());
        m_account.name = u"Acme"_s;
        m_account.createdAt = m_clock.now();
        m_writer.start();
        m_reader.start();
        reopen();
    }
    ~InventoryBench()
    {
        m_store.reset();
        for (QThread *thread : {&m_writer, &m_reader}) {
            thread->quit();
            thread->wait();
        }
    }

    void run()
    {
        inventory();
        searching();
        sorting();
        changing();
        std::printf("%-52s %9.1f MiB\n", "database",
                    double(QFileInfo(file()).size()) / (1024.0 * 1024.0));
    }

private:
    QString file() const { return m_folder.filePath(u"chatelaine.sqlite"_s); }

    void reopen()
    {
        m_store.reset();
        StoreOptions options;
        options.file = file();
        options.author = {u"user"_s, u"host"_s, u"bench"_s};
        options.clock = &m_clock;
        options.writer = &m_writer;
        options.reader = &m_reader;
        m_store = Store::open(options).value();
    }

    template<typename T>
    static T await(FutureOutcome<T> future)
    {
        future.waitForFinished();
        return future.result().value();
    }

    SyncResult reading() const
    {
        static const QStringList words{u"billing"_s, u"ci"_s,     u"export"_s, u"mobile"_s,
                                       u"webhook"_s, u"report"_s, u"search"_s, u"backup"_s};
        SyncResult result;
        result.account = m_account.id;
        result.containersComplete = true;
        result.startedAt = result.endedAt = m_clock.now();
        for (int i = 0; i < m_keys; ++i) {
            const int project = i / keysPerProject;
            if (i % keysPerProject == 0) {
                ContainerPath path{{u"organization"_s, ContainerId(u"org"_s), u"Acme"_s}};
                path.append({u"project"_s, ContainerId(QString::number(project)),
                             u"Project %1"_s.arg(project)});
                result.containers.items.append(path);
            }
            KeyRecord key;
            key.container = result.containers.items.last();
            key.id = VendorKeyId(u"key-%1"_s.arg(i));
            key.kind = u"project"_s;
            key.name = u"%1-%2-%3"_s.arg(words[i % words.size()], words[i / 7 % words.size()])
                           .arg(quint32(i) * 2654435761U, 8, 16, QLatin1Char('0'));
            key.mask = u"sk_live_…%1"_s.arg(i % 65536, 4, 16, QLatin1Char('0'));
            key.scopes = {u"read"_s, u"write"_s};
            key.environment = i % 3 == 0 ? u"sandbox"_s : u"production"_s;
            key.state = KeyState::Active;
            key.createdAt = Timestamp::fromSeconds(1'700'000'000 + i * 37LL % 90'000'000);
            result.keys.items.append(key);
        }
        result.completeContainers = result.containers.items;
        return result;
    }

    void inventory()
    {
        await(m_store->putAccount(m_account));
        std::printf("%d keys in %d projects\n", m_keys, m_keys / keysPerProject);
        SyncResult result = reading();
        measure("sync, all new", [&] { await(m_store->applySync(result)); });
        measure("sync, nothing new", [&] { await(m_store->applySync(result)); });
        measure("snapshot after it", [&] { await(m_store->freshSnapshot()); });
        measure("open", [&] { reopen(); });
        measure("first snapshot after opening", [&] { await(m_store->freshSnapshot()); });
    }

    std::size_t select(const KeyQuery &query)
    {
        return await(m_store->freshSnapshot())->select(query).size();
    }

    void searching()
    {
        measure("first selection by name (makes the order)", [&] { select({}); });
        for (const char *text :
             {"", "b", "bi", "bil", "bill", "billing", "9f3", "billing export", "no match"}) {
            KeyQuery query;
            query.text = QString::fromLatin1(text);
            const std::size_t rows = select(query);
            const QByteArray what = "search \"" + QByteArray(text) + "\" (" +
                                    QByteArray::number(qint64(rows)) + " rows)";
            measure(
                what.constData(), [&] { select(query); }, 5);
        }
    }

    void sorting()
    {
        KeyQuery query;
        query.sortBy = KeyColumn::Created;
        measure("first selection by creation", [&] { select(query); });
        query.order = Qt::DescendingOrder;
        measure(
            "selection by creation, descending", [&] { select(query); }, 5);
    }

    void changing()
    {
        const InventorySnapshot snapshot = await(m_store->freshSnapshot());
        KeyRow key = await(m_store->key(snapshot->uid(std::uint32_t(m_keys) / 2)));
        measure("one change, to its commit", [&] {
            key.record.name = u"changed"_s;
            key = await(m_store->putKey(key));
        });
        measure("snapshot after one change (two orders kept)",
                [&] { await(m_store->freshSnapshot()); });
        measure(
            "row by its id", [&] { m_store->snapshot()->rowOf(key.uid); }, 5);
        measure("counts of all projects", [&] { await(m_store->containers({})); });
        measure("keys by name", [&] { await(m_store->findKeys(u"changed"_s)); });
    }

    int m_keys;
    SystemClock m_clock;
    AccountRow m_account;
    QTemporaryDir m_folder;
    QThread m_writer;
    QThread m_reader;
    std::unique_ptr<Store> m_store;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    InventoryBench(arguments.size() > 1 ? arguments[1].toInt() : 1'000'000).run();
    return 0;
}
