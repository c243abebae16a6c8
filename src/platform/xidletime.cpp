// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/xidletime.h"

#include <QSocketNotifier>

#include <cstdlib>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

namespace chatelaine {

namespace {

template<typename T>
using Allocated = std::unique_ptr<T, decltype(&std::free)>;

bool isUnderWayland()
{
    return !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           qEnvironmentVariable("XDG_SESSION_TYPE") == u"wayland";
}

/** The window that stands for the whole screen; 0 when the server is gone or cannot be asked. */
xcb_window_t askableRoot(xcb_connection_t *connection, int screen)
{
    if (xcb_connection_has_error(connection) != 0)
        return 0;
    const auto *extension = xcb_get_extension_data(connection, &xcb_screensaver_id);
    if (!extension || !extension->present)
        return 0;
    auto roots = xcb_setup_roots_iterator(xcb_get_setup(connection));
    for (; roots.rem > 0 && screen > 0; --screen)
        xcb_screen_next(&roots);
    return roots.rem > 0 ? roots.data->root : 0;
}

} // namespace

std::unique_ptr<XIdleTime> XIdleTime::open()
{
    if (isUnderWayland() || qEnvironmentVariableIsEmpty("DISPLAY"))
        return nullptr;
    int screen = 0;
    xcb_connection_t *connection = xcb_connect(nullptr, &screen);
    const xcb_window_t root = askableRoot(connection, screen);
    if (root == 0) {
        xcb_disconnect(connection);
        return nullptr;
    }
    return std::unique_ptr<XIdleTime>(new XIdleTime(connection, root));
}

XIdleTime::XIdleTime(xcb_connection_t *connection, unsigned int root)
    : m_connection(connection)
    , m_root(root)
    , m_notifier(
          new QSocketNotifier(xcb_get_file_descriptor(connection), QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &XIdleTime::read);
}

XIdleTime::~XIdleTime()
{
    delete m_notifier;
    xcb_disconnect(m_connection);
}

void XIdleTime::ask()
{
    if (m_question != 0)
        return;
    m_question = xcb_screensaver_query_info(m_connection, m_root).sequence;
    xcb_flush(m_connection);
}

void XIdleTime::read()
{
    while (const Allocated<xcb_generic_event_t> event{xcb_poll_for_event(m_connection), &std::free})
        continue; // this connection asks for none; a new keyboard is told to everybody
    if (xcb_connection_has_error(m_connection) != 0) {
        m_notifier->setEnabled(false);
        emit lost();
        return;
    }
    void *reply = nullptr;
    xcb_generic_error_t *failure = nullptr;
    if (m_question == 0 || xcb_poll_for_reply(m_connection, m_question, &reply, &failure) == 0)
        return;
    m_question = 0;
    const Allocated<xcb_generic_error_t> error{failure, &std::free};
    const Allocated<xcb_screensaver_query_info_reply_t> info{
        static_cast<xcb_screensaver_query_info_reply_t *>(reply), &std::free};
    if (info)
        emit answered(std::chrono::milliseconds(info->ms_since_user_input));
}

} // namespace chatelaine
