// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>

#include <memory>

class QDialog;
class QMainWindow;
class QMenuBar;
class QStatusBar;

namespace chatelaine {

/**
 * Takes all that a main window and the dialogs of the application show off the screen and out of
 * the accessibility tree, and puts it back as it was. What is taken stays alive, and its work goes
 * on; a dialog that opens meanwhile is taken as well.
 */
class WindowCover : public QObject
{
    Q_OBJECT
public:
    explicit WindowCover(QMainWindow &window);
    ~WindowCover() override;

    bool isCovered() const { return m_stash != nullptr; }
    void cover(QWidget *page);        ///< takes ownership; shown in place of everything
    void uncover();                   ///< deletes the page
    QList<QDialog *> dialogs() const; ///< those that are taken

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Taken
    {
        QPointer<QWidget> widget;
        QPointer<QWidget> parent;
        bool hadParent = false;
        Qt::WindowFlags flags;
        QRect geometry; ///< null: it was never on the screen
    };
    void take(QWidget *widget);
    void takeLate(QWidget *widget);
    void putBack(const Taken &taken);

    QMainWindow &m_window;
    std::unique_ptr<QWidget> m_stash; ///< never shown, so that nothing in it is
    QList<Taken> m_taken;             ///< a dialog before those over it
    QWidget *m_content = nullptr;
    QMenuBar *m_menuBar = nullptr;
    QStatusBar *m_statusBar = nullptr;
    QPointer<QWidget> m_focus;
};

} // namespace chatelaine
