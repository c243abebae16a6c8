// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secretview/secretinput.h"

#include <QContextMenuEvent>

namespace chatelaine {

SecretInput::SecretInput(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    setDragEnabled(false);
    setMaxLength(static_cast<int>(Secret::maximumSize));
}

SecretInput::~SecretInput()
{
    QSignalBlocker blocker(this);
    wipe();
}

bool SecretInput::isBlank() const
{
    const QString typed = text(); // shares the field's buffer: nothing is copied
    return QStringView(typed).trimmed().isEmpty();
}

Outcome<SharedSecret> SecretInput::secret() const
{
    const QString typed = text();
    const QStringView value = QStringView(typed).trimmed();
    if (value.isEmpty()) {
        Error error;
        error.kind = ErrorKind::InvalidRequest;
        error.message = tr("There is nothing in this field.");
        return error;
    }
    QByteArray bytes = value.toUtf8();
    auto copy = Secret::copyOf(bytes);
    chatelaine::wipe(bytes);
    return copy;
}

void SecretInput::wipe()
{
    QString typed = text();
    setText({}); // unlike clear(), this drops the undo history too, and leaves the buffer to us
    chatelaine::wipe(typed);
}

void SecretInput::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

} // namespace chatelaine
