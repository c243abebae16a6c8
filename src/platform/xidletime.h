// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <chrono>
#include <memory>

class QSocketNotifier;
struct xcb_connection_t;

namespace chatelaine {

/**
 * How long nobody has touched keyboard or pointer, by the X server's screen saver extension, over a
 * connection of its own. Asking does not wait: the answer is a signal.
 */
class XIdleTime : public QObject
{
    Q_OBJECT
public:
    /** Null without an X server, without the extension, and under Wayland, whose X server sees only
     * what is done in X programs. Waits for the server's greeting. */
    static std::unique_ptr<XIdleTime> open();
    ~XIdleTime() override;

    void ask(); ///< while a question is open: nothing

signals:
    void answered(std::chrono::milliseconds idle);
    void lost(); ///< the server is gone: nothing is answered any more

private:
    XIdleTime(xcb_connection_t *connection, unsigned int root);
    void read();

    xcb_connection_t *m_connection;
    unsigned int m_root;
    unsigned int m_question = 0; ///< sequence number; 0: none
    QSocketNotifier *m_notifier;
};

} // namespace chatelaine
