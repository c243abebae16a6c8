// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/colours.h"

#include <cmath>

namespace chatelaine {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

QColor mixed(const QColor &ground, const QColor &tint, qreal share)
{
    return QColor::fromRgbF(
        static_cast<float>(ground.redF() * (1 - share) + tint.redF() * share),
        static_cast<float>(ground.greenF() * (1 - share) + tint.greenF() * share),
        static_cast<float>(ground.blueF() * (1 - share) + tint.blueF() * share));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return first > second ? first / second : second / first;
}

} // namespace chatelaine
