// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/lockservice.h"

#include <QTimer>

namespace chatelaine {

class Clock;

/** Asks for the passphrase, and says why it is not taken; for the lock page and for what is done
 * only after asking again. */
class PassphrasePresenter : public QObject
{
    Q_OBJECT
public:
    enum class Purpose { Unlock, Authenticate };
    PassphrasePresenter(LockService &lock, const Clock &clock, Purpose purpose,
                        QObject *parent = nullptr);

    QString reason() const; ///< why and since when it is locked: "Locked at 14:31: ..."
    bool isChecking() const { return m_checking; }
    bool canTry() const; ///< not while one is checked, nor before the wait is over
    QString problem() const;
    void tell(const QString &problem);

    void submit(const Outcome<SharedSecret> &passphrase);

signals:
    void changed();
    void passed();

private:
    int secondsLeft() const;
    void tick();

    LockService &m_lock;
    const Clock &m_clock;
    const Purpose m_purpose;
    QTimer m_second;
    QString m_problem;
    bool m_checking = false;
};

} // namespace chatelaine
