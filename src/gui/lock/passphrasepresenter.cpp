// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/lock/passphrasepresenter.h"

#include "core/clock.h"

#include <QDateTime>
#include <QLocale>

namespace chatelaine {

PassphrasePresenter::PassphrasePresenter(LockService &lock, const Clock &clock, Purpose purpose,
                                         QObject *parent)
    : QObject(parent)
    , m_lock(lock)
    , m_clock(clock)
    , m_purpose(purpose)
{
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &PassphrasePresenter::tick);
    if (m_lock.passphrase().retryAt())
        m_second.start();
}

QString PassphrasePresenter::reason() const
{
    const auto &locking = m_lock.locking();
    if (!locking)
        return {};
    const QString time =
        QLocale().toString(locking->since.toDateTime().toLocalTime().time(), QLocale::ShortFormat);
    switch (locking->reason) {
    case LockReason::Asked:
        return tr("Locked at %1, by hand.").arg(time);
    case LockReason::Started:
        return tr("Locked since it was started, at %1.").arg(time);
    case LockReason::Idle:
        return tr("Locked at %1: nobody was using the computer.").arg(time);
    case LockReason::ScreenLocked:
        return tr("Locked at %1: the screen was locked.").arg(time);
    case LockReason::SessionLocked:
        return tr("Locked at %1: the session was locked.").arg(time);
    case LockReason::SessionSwitched:
        return tr("Locked at %1: another session came to the front.").arg(time);
    case LockReason::Sleep:
        return tr("Locked at %1: the computer went to sleep.").arg(time);
    }
    Q_UNREACHABLE();
}

int PassphrasePresenter::secondsLeft() const
{
    const auto at = m_lock.passphrase().retryAt();
    return at ? static_cast<int>((at->millis() - m_clock.now().millis() + 999) / 1000) : 0;
}

bool PassphrasePresenter::canTry() const
{
    return !m_checking && secondsLeft() <= 0;
}

QString PassphrasePresenter::problem() const
{
    const int seconds = m_checking ? 0 : secondsLeft();
    if (seconds <= 0)
        return m_problem;
    const QString wait = tr("Try again in %n second(s).", nullptr, seconds);
    return m_problem.isEmpty() ? wait : m_problem + u' ' + wait;
}

void PassphrasePresenter::tell(const QString &problem)
{
    m_problem = problem;
    emit changed();
}

void PassphrasePresenter::submit(const Outcome<SharedSecret> &passphrase)
{
    if (!canTry())
        return;
    if (!passphrase)
        return tell(tr("Enter the passphrase."));
    m_checking = true;
    tell({});
    whenDone(m_purpose == Purpose::Unlock ? m_lock.unlock(*passphrase)
                                          : m_lock.authenticate(*passphrase),
             this, [this](const Outcome<Done> &outcome) {
                 m_checking = false;
                 if (outcome) {
                     emit passed();
                     return;
                 }
                 const Error &error = outcome.error();
                 m_second.start();
                 tell(error.next.isEmpty() ? error.message : error.message + u' ' + error.next);
             });
}

void PassphrasePresenter::tick()
{
    if (secondsLeft() <= 0)
        m_second.stop();
    emit changed();
}

} // namespace chatelaine
