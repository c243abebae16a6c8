// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/clipboardservice.h"

#include "gui/clipboard/secretmimedata.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QWindow>

namespace chatelaine {

using namespace std::chrono_literals;

namespace {

/** libxcb keeps what it has sent in its buffer until something else takes the place. A title long
 * enough for that reaches nobody: its window is never shown. */
void overwriteSentRequests()
{
    if (QGuiApplication::platformName() != QLatin1StringView("xcb"))
        return;
    QWindow scratch;
    scratch.create();
    scratch.setTitle(QString(8000, u'.'));
}

} // namespace

ClipboardService::ClipboardService(QObject *parent, ClipboardTimes times)
    : QObject(parent)
    , m_times(times)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardService::tick);
    m_grace.setSingleShot(true);
    m_grace.setInterval(m_times.grace);
    connect(&m_grace, &QTimer::timeout, this, [this] { finish(Ending::Pasted); });
    m_sent.setSingleShot(true);
    m_sent.setInterval(250ms);
    connect(&m_sent, &QTimer::timeout, this, &overwriteSentRequests);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this,
            &ClipboardService::noticeTakeover);
    // Qt hands what it still offers at exit to a clipboard manager: take it back before.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &ClipboardService::withdraw);
}

ClipboardService::~ClipboardService()
{
    withdraw();
}

Outcome<Done> ClipboardService::offer(SharedSecret value, int seconds)
{
    Q_ASSERT(value);
    withdraw();
    auto *data = new SecretMimeData(std::move(value));
    connect(data, &SecretMimeData::served, this, &ClipboardService::noticeRead);
    m_offered = data;
    m_pasted = false;
    m_start = std::chrono::steady_clock::now();
    QGuiApplication::clipboard()->setMimeData(data, QClipboard::Clipboard);
    if (!isStillOurs()) {
        Error error;
        error.kind = ErrorKind::InvalidRequest;
        error.message = tr("The desktop did not let Chatelaine use the clipboard.");
        error.next = tr("Click into this window and try again.");
        return error;
    }
    m_active = true;
    extend(seconds);
    return Done{};
}

bool ClipboardService::isOffering() const
{
    return m_active;
}

int ClipboardService::remainingSeconds() const
{
    if (!m_active)
        return 0;
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(m_end - std::chrono::steady_clock::now());
    return qMax(0, static_cast<int>(left.count()));
}

void ClipboardService::extend(int seconds)
{
    if (!m_active || m_pasted)
        return;
    m_end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    m_timer.start();
    emit remaining(seconds);
}

void ClipboardService::withdraw()
{
    if (m_active)
        finish(Ending::Withdrawn);
}

bool ClipboardService::isStillOurs() const
{
    if (!m_offered)
        return false; // deleted by Qt when another program took the clipboard
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return clipboard->ownsClipboard() || clipboard->mimeData() == m_offered;
}

void ClipboardService::tick()
{
    if (!isStillOurs()) {
        finish(m_pasted ? Ending::Pasted : Ending::TakenOver);
        return;
    }
    const int left = remainingSeconds();
    if (left == 0)
        finish(m_pasted ? Ending::Pasted : Ending::RanOut);
    else
        emit remaining(left);
}

void ClipboardService::noticeTakeover()
{
    if (m_active && !isStillOurs())
        finish(m_pasted ? Ending::Pasted : Ending::TakenOver);
}

void ClipboardService::noticeRead()
{
    m_sent.start(); // once it has left
    if (!m_active || m_pasted)
        return;
    if (std::chrono::steady_clock::now() - m_start < m_times.early) {
        emit readEarly();
        return;
    }
    m_pasted = true;
    m_grace.start();
    emit pasted();
}

void ClipboardService::finish(Ending ending)
{
    m_active = false;
    m_timer.stop();
    m_grace.stop();
    const bool ours = isStillOurs();
    if (m_offered)
        m_offered->stopServing(); // some desktops do not let us clear without the focus
    m_offered = nullptr;
    if (ours)
        QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
    emit ended(ending);
}

} // namespace chatelaine
