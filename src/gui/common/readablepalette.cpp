// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/readablepalette.h"

#include <QApplication>
#include <QEvent>

#include <cmath>

namespace chatelaine {

namespace {

constexpr double leastContrast = 3;
constexpr double textShare = 0.6;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/** `share` of the first colour over the second one; the result is opaque. */
QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto channel = [share](float first, float second) {
        return static_cast<float>(share) * first + static_cast<float>(1 - share) * second;
    };
    return QColor::fromRgbF(channel(one.redF(), other.redF()),
                            channel(one.greenF(), other.greenF()),
                            channel(one.blueF(), other.blueF()));
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return first > second ? first / second : second / first;
}

QPalette withReadablePlaceholder(const QPalette &palette)
{
    QPalette readable = palette;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        const QColor base = palette.color(group, QPalette::Base);
        const QColor present = palette.color(group, QPalette::PlaceholderText);
        if (contrastRatio(mixed(present, base, present.alphaF()), base) >= leastContrast)
            continue;
        readable.setColor(group, QPalette::PlaceholderText,
                          mixed(palette.color(group, QPalette::Text), base, textShare));
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
