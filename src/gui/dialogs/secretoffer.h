// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/clipboard/clipboardservice.h"

#include <QObject>

namespace chatelaine {

/** One secret on the clipboard, as often as it is put there, and what became of it. */
class SecretOffer : public QObject
{
    Q_OBJECT
public:
    SecretOffer(ClipboardService &clipboard, QObject *parent);

    Outcome<Done> begin(const SharedSecret &value, int seconds);
    bool isOpen() const { return m_open; } ///< the clipboard's current offer is this secret
    bool wasCopied() const { return m_copied; }
    bool wasPasted() const { return m_pastes > 0; } ///< at any time
    QString pastedAt() const { return m_pastedAt; } ///< the last time
    bool canExtend() const { return m_open && !m_clipboard.wasPasted(); }
    void extend(int seconds); ///< the countdown starts anew

signals:
    void told(const QString &status); ///< what happened last, and the countdown

private:
    void tellOpen();
    void end(ClipboardService::Ending ending);
    QString readEarlyText() const;

    ClipboardService &m_clipboard;
    bool m_open = false;
    bool m_copied = false;
    bool m_readEarly = false;
    int m_pastes = 0;
    QString m_pastedAt;
};

} // namespace chatelaine
