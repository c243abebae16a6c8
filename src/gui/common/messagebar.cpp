// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/messagebar.h"

#include "gui/common/colours.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(u"messageLabel"_s);
    m_action->setObjectName(u"messageActionButton"_s);
    m_close->setObjectName(u"messageCloseButton"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(tintedIcon(u"close"_s));
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    setAction({});
    setClosable(false);
    setNotice({});
}

void MessageBar::setNotice(const Notice &notice)
{
    m_severity = notice.severity;
    m_text->setText(notice.next.isEmpty() ? notice.text : notice.text + u' ' + notice.next);
    tint();
    setVisible(!notice.isEmpty());
}

void MessageBar::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        tint();
}

void MessageBar::tint()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(tintedIcon(severityIconName(m_severity), m_severity)
                          .pixmap(QSize(size, size), devicePixelRatioF()));
    QPalette palette = parentWidget() ? parentWidget()->palette() : QPalette();
    const QColor tint = m_severity == Severity::Information ? palette.color(QPalette::Highlight)
                                                            : severityColor(m_severity, palette);
    palette.setColor(QPalette::Window, mixed(palette.color(QPalette::Window), tint, 0.12));
    setPalette(palette);
}

} // namespace chatelaine
