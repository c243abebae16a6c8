// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/lockservice.h"

#include "core/enumnames.h"
#include "core/log.h"
#include "platform/sessionwatch.h"
#include "services/context.h"
#include "services/heldsecrets.h"
#include "store/store.h"

#include <QSettings>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString idleSetting = u"lock/idleMinutes"_s;

QString lockReasonName(LockReason reason)
{
    switch (reason) {
    case LockReason::Asked:
        return u"asked"_s;
    case LockReason::Started:
        return u"started"_s;
    case LockReason::Idle:
        return u"idle"_s;
    case LockReason::ScreenLocked:
        return u"screen_locked"_s;
    case LockReason::SessionLocked:
        return u"session_locked"_s;
    case LockReason::SessionSwitched:
        return u"session_switched"_s;
    case LockReason::Sleep:
        return u"sleep"_s;
    }
    Q_UNREACHABLE();
}

LockReason reasonFor(SessionEvent event)
{
    switch (event) {
    case SessionEvent::Idle:
        return LockReason::Idle;
    case SessionEvent::ScreenLocked:
        return LockReason::ScreenLocked;
    case SessionEvent::SessionLocked:
        return LockReason::SessionLocked;
    case SessionEvent::SessionSwitched:
        return LockReason::SessionSwitched;
    case SessionEvent::Sleep:
        return LockReason::Sleep;
    }
    Q_UNREACHABLE();
}

QSettings settingsOf(const ServiceContext &context)
{
    return QSettings(context.profile + "/settings.ini"_L1, QSettings::IniFormat);
}

} // namespace

LockService::LockService(ServiceContext &context, HeldSecrets &held, SessionWatch *watch,
                         QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_held(held)
    , m_watch(watch)
    , m_passphrase(context)
{
    if (m_watch) {
        connect(m_watch, &SessionWatch::happened, this,
                [this](SessionEvent event) { lock(reasonFor(event)); });
    }
    watchIdleness();
    if (m_passphrase.isSet())
        lock(LockReason::Started);
}

LockService::~LockService() = default;

bool LockService::lock(LockReason reason)
{
    if (m_locking)
        return true;
    if (!m_passphrase.isSet()) {
        m_held.seal();
        emit concealed();
        return false;
    }
    m_held.setLocked(true);
    m_locking = Locking{reason, m_context.clock.now()};
    record(reason);
    emit locked();
    return true;
}

void LockService::record(LockReason reason)
{
    JournalEvent event;
    event.kind = u"app.lock"_s;
    event.outcome = u"succeeded"_s;
    event.detail = {{u"reason"_s, lockReasonName(reason)}};
    whenDone(m_context.store.append(event), this, [](const Outcome<JournalLine> &line) {
        if (!line)
            qCWarning(lcStore) << "the journal did not take a lock:" << line.error().message;
    });
}

FutureOutcome<Done> LockService::unlock(SharedSecret passphrase)
{
    const Answer<Done> answer;
    whenDone(m_passphrase.check(std::move(passphrase), u"app.unlock"_s), this,
             [this, answer](const Outcome<Done> &passed) {
                 if (passed && m_locking) {
                     m_locking.reset();
                     m_held.setLocked(false);
                     watchIdleness();
                     emit unlocked();
                 }
                 answer.give(passed);
             });
    return answer.future();
}

bool LockService::needsAuthentication() const
{
    if (!m_passphrase.isSet())
        return false;
    const auto passed = m_passphrase.lastPassedAt();
    const Timestamp now = m_context.clock.now();
    return !passed || *passed > now || passed->plusSeconds(authenticationLastsSeconds) < now;
}

FutureOutcome<Done> LockService::authenticate(SharedSecret passphrase)
{
    return m_passphrase.check(std::move(passphrase), u"app.authenticate"_s);
}

int LockService::idleMinutes() const
{
    return idleMinutesOf(m_context);
}

int LockService::idleMinutesOf(const ServiceContext &context)
{
    const int minutes = settingsOf(context).value(idleSetting, defaultIdleMinutes).toInt();
    return std::clamp(minutes, 0, maximumIdleMinutes);
}

void LockService::setIdleMinutes(int minutes)
{
    settingsOf(m_context).setValue(idleSetting, std::clamp(minutes, 0, maximumIdleMinutes));
    watchIdleness();
}

void LockService::watchIdleness()
{
    if (m_watch)
        m_watch->setIdleLimit(std::chrono::minutes(idleMinutes()));
}

} // namespace chatelaine
