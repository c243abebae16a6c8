// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "platform/sessionwatch.h"
#include "providers/catalog.h"
#include "services/context.h"
#include "services/heldsecrets.h"
#include "store/store.h"
#include "support/fakekeychain.h"

#include <QTemporaryDir>
#include <QThread>

namespace chatelaine::test {

inline SharedSecret lockSecret(const QString &text)
{
    return *Secret::copyOf(text.toUtf8());
}

/** Time that moves only when it is told to. */
class StillClock final : public Clock
{
public:
    Timestamp now() const override { return m_now; }
    void advance(std::int64_t seconds) { m_now = m_now.plusSeconds(seconds); }

private:
    Timestamp m_now = Timestamp::fromSeconds(1'800'000'000);
};

class SessionStub final : public SessionWatch
{
public:
    void setIdleLimit(std::chrono::milliseconds limit) override { idleLimit = limit; }
    std::chrono::milliseconds idleLimit{-1};
};

/** A store and a keychain, and no vendor. */
struct LockBench
{
    LockBench()
        : catalog(QString())
    {
        StoreOptions options;
        options.file = profile.filePath(QStringLiteral("chatelaine.sqlite"));
        options.author = {QStringLiteral("tester"), QStringLiteral("here"),
                          QStringLiteral("tests")};
        options.clock = &clock;
        writer.start();
        reader.start();
        options.writer = &writer;
        options.reader = &reader;
        store = std::move(Store::open(options)).value();
        clients =
            std::make_unique<ClientPool>(*store, keychain, catalog, clock, random, RetryPolicy());
        context = std::make_unique<ServiceContext>(contextWith(keychain));
        held = std::make_unique<HeldSecrets>(*context);
    }

    ~LockBench()
    {
        held.reset();
        context.reset();
        clients.reset();
        store.reset();
        for (QThread *thread : {&writer, &reader}) {
            thread->quit();
            thread->wait();
        }
    }
    Q_DISABLE_COPY_MOVE(LockBench)

    ServiceContext contextWith(Keychain &other)
    {
        return {*store, other, catalog, *clients, clock, profile.path(), QStringLiteral("tests")};
    }

    QTemporaryDir profile;
    StillClock clock;
    SystemRandom random;
    FakeKeychain keychain;
    SessionStub session;
    Catalog catalog;
    QThread writer;
    QThread reader;
    std::unique_ptr<Store> store;
    std::unique_ptr<ClientPool> clients;
    std::unique_ptr<ServiceContext> context;
    std::unique_ptr<HeldSecrets> held;
};

} // namespace chatelaine::test
