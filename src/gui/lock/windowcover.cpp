// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/lock/windowcover.h"

#include "gui/secretview/secretinput.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolTip>

#include <algorithm>

namespace chatelaine {

namespace {

int windowsAround(const QWidget *widget)
{
    int count = 0;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        count += parent->isWindow() ? 1 : 0;
    return count;
}

bool isDialogOrWindow(const QWidget *widget)
{
    const Qt::WindowType type = widget->windowType();
    return type == Qt::Window || type == Qt::Dialog || type == Qt::Sheet || type == Qt::Tool;
}

void closePopups()
{
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            popup->hide();
    }
    QToolTip::hideText();
}

void wipeInputs()
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (auto *input = qobject_cast<SecretInput *>(widget))
            input->wipe();
    }
}

} // namespace

WindowCover::WindowCover(QMainWindow &window)
    : m_window(window)
{}

WindowCover::~WindowCover() = default;

void WindowCover::cover(QWidget *page)
{
    m_focus = QApplication::focusWidget();
    m_stash = std::make_unique<QWidget>();
    closePopups();
    wipeInputs();
    QWidgetList windows = QApplication::topLevelWidgets();
    windows.removeIf([this](const QWidget *widget) {
        return widget == &m_window || !widget->isVisible() || !isDialogOrWindow(widget);
    });
    std::sort(windows.begin(), windows.end(), [](const QWidget *a, const QWidget *b) {
        return windowsAround(a) < windowsAround(b);
    });
    for (QWidget *widget : std::as_const(windows))
        take(widget);

    m_menuBar = m_window.menuBar();
    m_menuBar->setParent(m_stash.get());
    m_statusBar = m_window.statusBar();
    m_statusBar->setParent(m_stash.get());
    m_content = m_window.takeCentralWidget();
    m_content->setParent(m_stash.get());
    m_window.setCentralWidget(page);
    qApp->installEventFilter(this);
}

void WindowCover::uncover()
{
    qApp->removeEventFilter(this);
    m_window.takeCentralWidget()->deleteLater();
    m_window.setCentralWidget(m_content);
    m_content->show();
    m_window.setMenuBar(m_menuBar);
    m_menuBar->show();
    m_window.setStatusBar(m_statusBar);
    m_statusBar->show();
    const QList<Taken> all = std::exchange(m_taken, {});
    for (const Taken &taken : all)
        putBack(taken);
    m_stash.reset();
    if (m_focus)
        m_focus->setFocus();
}

QList<QDialog *> WindowCover::dialogs() const
{
    QList<QDialog *> all;
    for (const Taken &taken : m_taken) {
        if (auto *dialog = qobject_cast<QDialog *>(taken.widget.data()))
            all.append(dialog);
    }
    return all;
}

void WindowCover::take(QWidget *widget)
{
    const bool wasShown = !widget->testAttribute(Qt::WA_DontShowOnScreen);
    m_taken.append({widget, widget->parentWidget(), widget->parentWidget() != nullptr,
                    widget->windowFlags(), wasShown ? widget->geometry() : QRect()});
    widget->hide();
    // A hidden window would still be in the accessibility tree, and have its title; a child has
    // neither.
    widget->setParent(m_stash.get(), Qt::Widget);
}

void WindowCover::takeLate(QWidget *widget)
{
    if (!m_stash)
        return; // it was unlocked meanwhile
    take(widget);
    widget->setAttribute(Qt::WA_DontShowOnScreen, false);
}

void WindowCover::putBack(const Taken &taken)
{
    QWidget *widget = taken.widget;
    if (!widget)
        return;
    if (taken.hadParent && !taken.parent) {
        delete widget; // whose it was is gone
        return;
    }
    widget->setParent(taken.parent, taken.flags);
    if (taken.geometry.isValid())
        widget->setGeometry(taken.geometry);
    widget->show();
}

bool WindowCover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    if (widget == &m_window || !widget->isWindow() || !isDialogOrWindow(widget))
        return false;
    // Sent just before the window system would show it. It cannot be taken inside its own show().
    widget->setAttribute(Qt::WA_DontShowOnScreen);
    QMetaObject::invokeMethod(
        this,
        [this, late = QPointer<QWidget>(widget)] {
            if (late)
                takeLate(late);
        },
        Qt::QueuedConnection);
    return false;
}

} // namespace chatelaine
