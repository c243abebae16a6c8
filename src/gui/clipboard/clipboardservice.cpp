// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/clipboardservice.h"

#include "gui/clipboard/secretmimedata.h"

#include <QClipboard>
#include <QGuiApplication>

namespace chatelaine {

using namespace std::chrono_literals;

ClipboardService::ClipboardService(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardService::tick);
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
    connect(data, &SecretMimeData::served, this, [this] { emit served(++m_reads); });
    m_offered = data;
    m_reads = 0;
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
    if (!m_active)
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
        finish(Ending::TakenOver);
        return;
    }
    const int left = remainingSeconds();
    if (left == 0)
        finish(Ending::RanOut);
    else
        emit remaining(left);
}

void ClipboardService::noticeTakeover()
{
    if (m_active && !isStillOurs())
        finish(Ending::TakenOver);
}

void ClipboardService::finish(Ending ending)
{
    m_active = false;
    m_timer.stop();
    const bool ours = isStillOurs();
    m_offered = nullptr;
    if (ours)
        QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
    emit ended(ending);
}

} // namespace chatelaine
