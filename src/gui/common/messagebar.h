// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace chatelaine {

/** A line across a page: an icon, what is the matter, and at most one thing to do about it. */
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /** Hides itself for an empty notice. */
    void setNotice(const Notice &notice);
    void setAction(const QString &text); ///< empty: no button
    void setClosable(bool closable);
    QString text() const;

signals:
    void actionTriggered();
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    Severity m_severity = Severity::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace chatelaine
