// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace chatelaine {

/** A clock that stands still until a test moves it. */
class TestClock final : public Clock
{
public:
    Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }
    void advance(std::int64_t seconds) { m_now = m_now.plusSeconds(seconds); }

private:
    Timestamp m_now = Timestamp::fromSeconds(1'790'000'000);
};

/** A folder, two threads and a store in them, for as long as a test function runs. */
class StoreFixture
{
public:
    explicit StoreFixture(bool openNow = true)
    {
        m_writer.start();
        m_reader.start();
        if (openNow)
            open();
    }
    ~StoreFixture()
    {
        store.reset();
        m_writer.quit();
        m_reader.quit();
        m_writer.wait();
        m_reader.wait();
    }

    StoreOptions options()
    {
        StoreOptions options;
        options.file = file();
        options.author = {QStringLiteral("alex"), QStringLiteral("desk"),
                          QStringLiteral("chatelaine")};
        options.clock = &clock;
        options.writer = &m_writer;
        options.reader = &m_reader;
        return options;
    }
    QString file() const { return m_folder.filePath(QStringLiteral("chatelaine.sqlite")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void open()
    {
        auto opened = Store::open(options());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        store = std::move(opened).value();
    }
    void reopen()
    {
        store.reset();
        open();
    }

    TestClock clock;
    std::unique_ptr<Store> store;

private:
    QTemporaryDir m_folder;
    QThread m_writer;
    QThread m_reader;
};

/** The outcome of a call, waited for. */
template<typename T>
Outcome<T> outcomeOf(FutureOutcome<T> future)
{
    future.waitForFinished();
    return future.result();
}

/** The value of a call that succeeds. */
template<typename T>
T valueOf(FutureOutcome<T> future)
{
    const Outcome<T> outcome = outcomeOf(std::move(future));
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().message));
    return *outcome;
}

inline AccountRow makeAccount(const QString &name)
{
    AccountRow account;
    account.id = AccountId(newUuid());
    account.name = name;
    account.provider = ProviderId(QStringLiteral("vendor"));
    account.baseUrl = QStringLiteral("https://api.example.com");
    account.createdAt = Timestamp::fromSeconds(1'780'000'000);
    return account;
}

inline ContainerPath makePath(const QStringList &ids)
{
    ContainerPath path;
    for (const QString &id : ids)
        path.append({path.isEmpty() ? QStringLiteral("organization") : QStringLiteral("project"),
                     ContainerId(id), id.toUpper()});
    return path;
}

inline KeyRecord makeKey(const QString &id, const QString &name, const ContainerPath &path = {})
{
    KeyRecord record;
    record.container = path;
    record.id = VendorKeyId(id);
    record.kind = QStringLiteral("project");
    record.name = name;
    record.mask = QStringLiteral("abc…") + id;
    record.state = KeyState::Active;
    record.createdAt = Timestamp::fromSeconds(1'780'000'000);
    return record;
}

} // namespace chatelaine
