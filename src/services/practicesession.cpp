// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/practicesession.h"

#include "core/async.h"
#include "secrets/keychain.h"
#include "services/accountservice.h"
#include "services/context.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

namespace chatelaine {

namespace {

constexpr int startLimitMs = 30'000;
constexpr qint64 readyLineLimit = 64 * 1024;

Error startError(const QString &why)
{
    Error error;
    error.kind = ErrorKind::Network;
    error.message = PracticeSession::tr("The practice server could not be started: %1").arg(why);
    error.next = PracticeSession::tr(
        "Check that the program chatelaine-practice is installed beside this one.");
    return error;
}

} // namespace

class PracticeSession::Private : public QObject
{
public:
    Private(ServiceContext &serviceContext, AccountService &accountService, QString programPath,
            PracticeSession *owner)
        : context(serviceContext)
        , accounts(accountService)
        , program(std::move(programPath))
        , q(owner)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        startLimit.setSingleShot(true);
        startLimit.setInterval(startLimitMs);
        connect(&process, &QProcess::readyReadStandardOutput, this, [this] { readLine(); });
        connect(&process, &QProcess::errorOccurred, this, [this] { ended(process.errorString()); });
        connect(&process, &QProcess::finished, this,
                [this] { ended(PracticeSession::tr("it ended at once.")); });
        connect(&startLimit, &QTimer::timeout, this, [this] {
            process.kill();
            ended(PracticeSession::tr("it did not say that it is ready."));
        });
    }

    void launch()
    {
        startLimit.start();
        // QProcess keeps what it read last: the credentials come another way.
        process.start(program, {QStringLiteral("--database"), database(),
                                QStringLiteral("--no-credentials"), QStringLiteral("--until-eof")});
    }

    QString database() const { return context.profile + QStringLiteral("/practice.sqlite"); }

    /** By the system's id. */
    QJsonObject credentials() const
    {
        QFile file(database() + QStringLiteral(".credentials"));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {};
        QByteArray content = file.read(readyLineLimit);
        const QJsonObject object = QJsonDocument::fromJson(content).object();
        wipe(content);
        return object;
    }

    void readLine()
    {
        if (ready || !process.canReadLine())
            return;
        const QJsonDocument document = QJsonDocument::fromJson(process.readLine(readyLineLimit));
        if (!document.isObject())
            return ended(PracticeSession::tr("it did not say that it is ready."));
        startLimit.stop();
        ready = true;
        emit q->runningChanged(true);
        connectAccounts(document.object());
    }

    void ended(const QString &why)
    {
        startLimit.stop();
        if (std::exchange(ready, false))
            emit q->runningChanged(false);
        if (const auto waiting = std::exchange(starting, std::nullopt))
            waiting->give(startError(why));
    }

    void connectAccounts(const QJsonObject &systems)
    {
        QList<AccountInput> inputs;
        const QJsonObject secrets = credentials();
        for (const ProviderInfo &info : accounts.providers()) {
            const QJsonObject system = systems.value(info.id.toString()).toObject();
            if (!system.isEmpty())
                inputs.append(inputFor(info, system, secrets.value(info.id.toString())));
        }
        whenEnded(context.keychain.health(), this,
                  [this, inputs](const QFuture<KeychainHealth> &health) mutable {
                      if (health.isCanceled() || !health.result().usable()) {
                          for (AccountInput &input : inputs) {
                              for (CredentialInput &credential : input.credentials)
                                  credential.source.kind = CredentialSource::Kind::Session;
                          }
                      }
                      connectNext(inputs, {});
                  });
    }

    static AccountInput inputFor(const ProviderInfo &info, const QJsonObject &system,
                                 const QJsonValue &secret)
    {
        AccountInput input;
        input.name = PracticeSession::tr("%1 (practice)").arg(info.name);
        input.provider = info.id;
        input.baseUrl = system.value(QStringLiteral("baseUrl")).toString();
        input.practice = true;
        QByteArray credential = secret.toString().toUtf8();
        if (!credential.isEmpty() && !info.slots_.isEmpty()) {
            if (const auto held = Secret::copyOf(credential))
                input.credentials.insert(info.slots_.first().id, {CredentialSource{}, *held});
        }
        wipe(credential);
        return input;
    }

    void connectNext(QList<AccountInput> rest, QList<AccountId> connected)
    {
        if (rest.isEmpty()) {
            if (const auto waiting = std::exchange(starting, std::nullopt))
                waiting->give(connected);
            return;
        }
        const AccountInput input = rest.takeFirst();
        std::optional<AccountRow> known;
        for (const AccountRow &account : accounts.accounts()) {
            if (account.practice && account.provider == input.provider)
                known = account;
        }
        AccountInput changed = input;
        if (known)
            changed.name = known->name;
        const auto done = known ? accounts.update(known->id, changed) : accounts.add(input);
        whenDone(done, this, [this, rest, connected](const Outcome<AccountCheck> &check) {
            if (!check) {
                if (const auto waiting = std::exchange(starting, std::nullopt))
                    waiting->give(check.error());
                return;
            }
            connectNext(rest, connected + QList<AccountId>{check->account.id});
        });
    }

    ServiceContext &context;
    AccountService &accounts;
    QString program;
    PracticeSession *q;
    QProcess process;
    QTimer startLimit;
    bool ready = false;
    std::optional<Answer<QList<AccountId>>> starting;
};

PracticeSession::PracticeSession(ServiceContext &context, AccountService &accounts, QString program,
                                 QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, accounts, std::move(program), this))
{}

PracticeSession::~PracticeSession()
{
    stop();
}

bool PracticeSession::isRunning() const
{
    return d->ready;
}

FutureOutcome<QList<AccountId>> PracticeSession::start()
{
    if (d->starting)
        return d->starting->future();
    d->starting.emplace();
    const auto future = d->starting->future();
    if (d->ready) {
        QList<AccountId> known;
        for (const AccountRow &account : d->accounts.accounts()) {
            if (account.practice)
                known.append(account.id);
        }
        const auto waiting = std::exchange(d->starting, std::nullopt);
        waiting->give(known);
        return future;
    }
    d->launch();
    return future;
}

void PracticeSession::stop()
{
    disconnect(&d->process, nullptr, d.get(), nullptr);
    d->ready = false;
    if (d->process.state() == QProcess::NotRunning)
        return;
    // End of its input tells it to end; a server that hangs is killed by QProcess's own destructor.
    d->process.closeWriteChannel();
    d->process.waitForFinished(2000);
}

} // namespace chatelaine
