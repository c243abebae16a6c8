// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/passphraseguard.h"

#include "core/log.h"
#include "core/whenready.h"
#include "secrets/keychain.h"
#include "secrets/passphrase.h"
#include "services/context.h"
#include "store/store.h"

#include <QSettings>
#include <QtConcurrentRun>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString stampSetting = u"lock/passphrase"_s;
const QString attemptsSetting = u"lock/attempts"_s;
const QString retryAtSetting = u"lock/retryAt"_s;
const QString passphraseKind = u"app.passphrase"_s;

} // namespace

PassphraseGuard::PassphraseGuard(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_settings(
          std::make_unique<QSettings>(context.profile + "/settings.ini"_L1, QSettings::IniFormat))
{}

PassphraseGuard::~PassphraseGuard() = default;

QString PassphraseGuard::stamp() const
{
    return m_settings->value(stampSetting).toString();
}

bool PassphraseGuard::isSet() const
{
    return !stamp().isEmpty();
}

std::optional<Timestamp> PassphraseGuard::lastPassedAt() const
{
    return m_passedAt;
}

std::optional<Timestamp> PassphraseGuard::retryAt() const
{
    const Timestamp now = m_context.clock.now();
    const auto at = Timestamp::fromMillis(m_settings->value(retryAtSetting).toLongLong());
    if (at <= now)
        return std::nullopt;
    // A clock that was set back must not lock the user out.
    return std::min(at, now.plusSeconds(longestWaitSeconds));
}

void PassphraseGuard::countAttempt()
{
    const int attempts = std::clamp(m_settings->value(attemptsSetting).toInt(), 0, 30) + 1;
    const std::int64_t wait = std::min(std::int64_t(1) << (attempts - 1), longestWaitSeconds);
    m_settings->setValue(attemptsSetting, attempts);
    m_settings->setValue(retryAtSetting,
                         qlonglong(m_context.clock.now().plusSeconds(wait).millis()));
    m_settings->sync();
}

void PassphraseGuard::record(const QString &kind, const QString &outcome, const QJsonObject &detail,
                             const Answer<Done> &answer, const Outcome<Done> &result)
{
    JournalEvent event;
    event.kind = kind;
    event.outcome = outcome;
    event.detail = detail;
    whenDone(m_context.store.append(event), this,
             [answer, result](const Outcome<JournalLine> &line) {
                 // A full disk must not keep the user out.
                 if (!line)
                     qCWarning(lcStore) << "the journal took no entry:" << line.error().message;
                 answer.give(result);
             });
}

FutureOutcome<Done> PassphraseGuard::check(SharedSecret passphrase, const QString &kind)
{
    const Answer<Done> answer;
    if (!isSet()) {
        answer.give(Done{});
    } else if (m_attempting || !passphrase) {
        answer.give(Error::of(ErrorKind::InvalidRequest, tr("Enter the passphrase once.")));
    } else if (const auto at = retryAt()) {
        Error error = Error::of(ErrorKind::RateLimited, tr("It is too early to try again."));
        error.retryAt = at;
        answer.give(error);
    } else {
        m_attempting = true;
        countAttempt(); // before it is known to fail: a process that is killed has tried as well
        compare(passphrase, kind, answer);
    }
    return answer.future();
}

void PassphraseGuard::withVerifier(const std::function<void(const Outcome<SharedSecret> &)> &then)
{
    const QString wanted = stamp();
    if (m_verifier && m_verifierStamp == wanted)
        return then(m_verifier);
    whenDone(m_context.keychain.read(keychainUser::lock()), this,
             [this, wanted, then](const Outcome<SharedSecret> &verifier) {
                 if (verifier) {
                     m_verifier = *verifier;
                     m_verifierStamp = wanted;
                 }
                 then(verifier);
             });
}

void PassphraseGuard::compare(const SharedSecret &passphrase, const QString &kind,
                              const Answer<Done> &answer)
{
    withVerifier([this, passphrase, kind, answer](const Outcome<SharedSecret> &verifier) {
        if (!verifier && verifier.error().kind == ErrorKind::NotFound) {
            forget();
            pass(kind, {{u"passphrase"_s, u"lost by the keychain"_s}}, answer);
            return;
        }
        if (!verifier)
            return refuse(kind, verifier.error(), answer);
        const auto hash = [passphrase, held = *verifier] {
            return passphrase::matches(*passphrase, *held);
        };
        whenReady(QtConcurrent::run(hash), this, [=, this](const Outcome<bool> &same) {
            if (!same)
                refuse(kind, same.error(), answer);
            else if (*same)
                pass(kind, {}, answer);
            else
                refuse(kind, Error::of(ErrorKind::Unauthorized, tr("This is not the passphrase.")),
                       answer);
        });
    });
}

void PassphraseGuard::pass(const QString &kind, const QJsonObject &detail,
                           const Answer<Done> &answer)
{
    m_attempting = false;
    m_passedAt = m_context.clock.now();
    m_settings->remove(attemptsSetting);
    m_settings->remove(retryAtSetting);
    m_settings->sync();
    if (kind == passphraseKind)
        answer.give(Done{}); // what it was for has an entry of its own
    else
        record(kind, u"succeeded"_s, detail, answer, Done{});
}

void PassphraseGuard::refuse(const QString &kind, const Error &error, const Answer<Done> &answer)
{
    m_attempting = false;
    record(kind, u"failed"_s, {{u"error"_s, errorKindName(error.kind)}}, answer, error);
}

FutureOutcome<Done> PassphraseGuard::set(SharedSecret current, SharedSecret fresh)
{
    const Answer<Done> answer;
    if (!fresh || fresh->size() < shortest) {
        answer.give(
            Error::of(ErrorKind::InvalidRequest,
                      tr("The passphrase has fewer than %n characters.", nullptr, int(shortest))));
        return answer.future();
    }
    const bool wasSet = isSet();
    whenDone(check(std::move(current), passphraseKind), this,
             [this, fresh, wasSet, answer](const Outcome<Done> &passed) {
                 if (!passed)
                     return answer.give(passed.error());
                 whenReady(QtConcurrent::run([fresh] { return passphrase::verifierOf(*fresh); }),
                           this, [this, wasSet, answer](const Outcome<SharedSecret> &verifier) {
                               if (verifier)
                                   store(*verifier, wasSet, answer);
                               else
                                   answer.give(verifier.error());
                           });
             });
    return answer.future();
}

void PassphraseGuard::store(const SharedSecret &verifier, bool wasSet, const Answer<Done> &answer)
{
    whenDone(m_context.keychain.write(keychainUser::lock(), verifier), this,
             [this, verifier, wasSet, answer](const Outcome<Done> &written) {
                 if (!written)
                     return answer.give(written.error());
                 m_settings->setValue(stampSetting, newUuid());
                 m_settings->sync();
                 m_verifier = verifier;
                 m_verifierStamp = stamp();
                 m_passedAt = m_context.clock.now();
                 emit changed();
                 record(passphraseKind, u"succeeded"_s,
                        {{u"change"_s, wasSet ? u"changed"_s : u"set"_s}}, answer, Done{});
             });
}

FutureOutcome<Done> PassphraseGuard::remove(SharedSecret current)
{
    const Answer<Done> answer;
    whenDone(check(std::move(current), passphraseKind), this,
             [this, answer](const Outcome<Done> &passed) {
                 if (!passed)
                     return answer.give(passed.error());
                 whenDone(m_context.keychain.remove(keychainUser::lock()), this,
                          [this, answer](const Outcome<Done> &removed) {
                              if (!removed && removed.error().kind != ErrorKind::NotFound)
                                  return answer.give(removed.error());
                              forget();
                              record(passphraseKind, u"succeeded"_s, {{u"change"_s, u"removed"_s}},
                                     answer, Done{});
                          });
             });
    return answer.future();
}

void PassphraseGuard::forget()
{
    m_settings->remove(stampSetting);
    m_settings->sync();
    m_verifier = {};
    m_verifierStamp.clear();
    emit changed();
}

} // namespace chatelaine
