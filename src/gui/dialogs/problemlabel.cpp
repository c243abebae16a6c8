// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/problemlabel.h"

#include "gui/common/icons.h"

#include <QEvent>

namespace chatelaine {

ProblemLabel::ProblemLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
    tint();
}

void ProblemLabel::setProblem(const QString &problem)
{
    setText(problem);
    setVisible(!problem.isEmpty());
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        tint();
}

void ProblemLabel::tint()
{
    QPalette colours;
    colours.setColor(QPalette::WindowText, severityColor(Severity::Error, colours));
    setPalette(colours);
}

} // namespace chatelaine
