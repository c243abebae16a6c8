// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <memory>

namespace chatelaine {

/** Where the time comes from; tests pass one that they move. Thread-safe. */
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

/** Where jitter comes from; tests pass a seeded one. Thread-safe. */
class Random
{
public:
    virtual ~Random() = default;
    /** A number in [0, 1). */
    virtual double fraction() = 0;
};

class SystemRandom final : public Random
{
public:
    double fraction() override;
};

} // namespace chatelaine
