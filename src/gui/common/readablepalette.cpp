// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/readablepalette.h"

#include "gui/common/colours.h"

#include <QApplication>
#include <QEvent>

namespace chatelaine {

namespace {

constexpr double leastContrast = 3;
constexpr double textShare = 0.6;

} // namespace

QPalette withReadablePlaceholder(const QPalette &palette)
{
    QPalette readable = palette;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        const QColor base = palette.color(group, QPalette::Base);
        const QColor present = palette.color(group, QPalette::PlaceholderText);
        if (contrastRatio(mixed(base, present, present.alphaF()), base) >= leastContrast)
            continue;
        readable.setColor(group, QPalette::PlaceholderText,
                          mixed(base, palette.color(group, QPalette::Text), textShare));
    }
    return readable;
}

ReadablePalette::ReadablePalette(QGuiApplication &application)
    : QObject(&application)
{
    application.installEventFilter(this);
    correct();
}

bool ReadablePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::ApplicationPaletteChange && !m_correcting)
        correct();
    return QObject::eventFilter(watched, event);
}

void ReadablePalette::correct()
{
    const QPalette present = QApplication::palette();
    const QPalette readable = withReadablePlaceholder(present);
    if (readable == present)
        return;
    m_correcting = true;
    QApplication::setPalette(readable);
    m_correcting = false;
}

} // namespace chatelaine
