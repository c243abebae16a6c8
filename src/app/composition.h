// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/team.h"
#include "services/services.h"

#include <QString>

#include <memory>

namespace chatelaine {

class Clock;
class Store;

struct CompositionOptions
{
    QString profile;             ///< folder; empty: the platform's default
    QString program;             ///< "chatelaine" or "chatelainectl": who writes the journal
    QString practiceProgram;     ///< path of chatelaine-practice; empty: no practice session
    bool watchesSession = false; ///< a window, which locks with the desktop's session
    std::optional<TeamAddress> team = {}; ///< for this run, whatever the profile says
};

/**
 * Makes every service and thread of a program once and hands each to whom needs it. There are no
 * globals: what is not handed out here does not exist. Made and destroyed on the main thread, after
 * the application object.
 */
class Composition
{
public:
    /** Opens the profile (makes it when it is new). Storage errors leave what is there untouched.
     */
    static Outcome<std::unique_ptr<Composition>> make(const CompositionOptions &options);
    ~Composition();
    Composition(const Composition &) = delete;
    Composition &operator=(const Composition &) = delete;

    Services &services();
    Store &store();
    const Clock &clock() const;
    QString profile() const;

private:
    struct Parts;
    explicit Composition(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace chatelaine
