// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretoffer.h"

#include <QLocale>
#include <QTime>

namespace chatelaine {

SecretOffer::SecretOffer(ClipboardService &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    connect(&m_clipboard, &ClipboardService::remaining, this, &SecretOffer::tellOpen);
    connect(&m_clipboard, &ClipboardService::pasted, this, [this] {
        if (!m_open)
            return;
        ++m_pastes;
        m_pastedAt = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        tellOpen();
    });
    connect(&m_clipboard, &ClipboardService::readEarly, this, [this] {
        m_readEarly = m_readEarly || m_open;
        tellOpen();
    });
    connect(&m_clipboard, &ClipboardService::ended, this, &SecretOffer::end);
}

Outcome<Done> SecretOffer::begin(const SharedSecret &value, int seconds)
{
    const Outcome<Done> offered = m_clipboard.offer(value, seconds);
    if (!offered)
        return offered;
    m_open = true;
    m_copied = true;
    m_readEarly = false;
    tellOpen();
    return offered;
}

void SecretOffer::extend(int seconds)
{
    if (canExtend())
        m_clipboard.extend(seconds);
}

void SecretOffer::tellOpen()
{
    if (!m_open)
        return;
    const QString status = m_clipboard.wasPasted()
                               ? tr("Pasted at %1.").arg(m_pastedAt)
                               : tr("On the clipboard for one paste, for another %n second(s).",
                                    nullptr, m_clipboard.remainingSeconds());
    emit told(status + readEarlyText());
}

QString SecretOffer::readEarlyText() const
{
    if (!m_readEarly)
        return {};
    return u' ' + tr("A program read it as soon as it was copied: probably a clipboard manager. "
                     "Remove the secret from its history; if that is not possible, make another "
                     "key.");
}

void SecretOffer::end(ClipboardService::Ending ending)
{
    if (!std::exchange(m_open, false))
        return;
    QString status;
    switch (ending) {
    case ClipboardService::Ending::Pasted:
        status = tr("Pasted at %1, and off the clipboard again.").arg(m_pastedAt);
        break;
    case ClipboardService::Ending::TakenOver:
        status = tr("Another program has put something else on the clipboard. The secret was not "
                    "pasted.");
        break;
    case ClipboardService::Ending::RanOut:
    case ClipboardService::Ending::Withdrawn:
        status = tr("The secret is off the clipboard again. It was not pasted.");
        break;
    }
    emit told(status + readEarlyText());
}

} // namespace chatelaine
