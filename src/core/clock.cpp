// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

#include <QRandomGenerator>

#include <chrono>

namespace chatelaine {

Timestamp SystemClock::now() const
{
    using namespace std::chrono;
    return Timestamp::fromMicros(
        duration_cast<microseconds>(system_clock::now().time_since_epoch()).count());
}

double SystemRandom::fraction()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace chatelaine
